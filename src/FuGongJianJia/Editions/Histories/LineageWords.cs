using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Histories;

/// <summary>
/// Sentences of the history of a union（沿革）, where no one period is compared with; null is the name of a union that is
/// not public.
/// </summary>
internal static class LineageWords
{
    /// <summary>2024年起更名为“乙”，原名“甲”。</summary>
    public static string Renamed(Period period, string? before, string now) =>
        before is null
            ? $"{period.Title}起名称为{Phrases.Quote(now)}。"
            : $"{period.Title}起更名为{Phrases.Quote(now)}，原名{Phrases.Quote(before)}。";

    /// <summary>How it came about; empty when nothing happened.</summary>
    /// <param name="kind">How it came about.</param>
    /// <param name="organisation">The union.</param>
    /// <param name="lineage">Names of its 沿革编码.</param>
    /// <param name="former">Names of the other unions that it came from since the base period.</param>
    /// <param name="stays">True when it stood itself in the base period.</param>
    public static string Sentence(
        OriginKind kind,
        Organisation organisation,
        IReadOnlyList<string?> lineage,
        IReadOnlyList<string?> former,
        bool stays
    ) =>
        kind switch
        {
            OriginKind.Merged => $"{AncestryWords.Merged(former, stays)}，合并当期的变化按前身合并计算。",
            OriginKind.Split when stays => "有单位从本单位分出，分出当期不作比较。",
            OriginKind.Split => $"由{AncestryWords.Names(former)}分设而来，分设当期不作比较。",
            _ when lineage.Count == 0 => "",
            _ => organisation.Status == OrganisationStatus.Merged
                ? $"已并入{AncestryWords.Names(lineage)}。"
                : $"由{AncestryWords.Names(lineage)}沿革而来。",
        };
}
