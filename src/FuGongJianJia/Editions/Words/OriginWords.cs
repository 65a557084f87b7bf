using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Words;

/// <summary>Sentences about merged, split, recoded and renamed unions（来历）.</summary>
internal static class OriginWords
{
    /// <summary>What stands for the name of a union that is not public.</summary>
    public const string Hidden = "不公开的单位";

    /// <summary>2024年起更名为“乙”，原名“甲”。</summary>
    public static string Renamed(Period period, string before, string now) =>
        before == Hidden
            ? $"{period.Title}起名称为{Phrases.Quote(now)}。"
            : $"{period.Title}起更名为{Phrases.Quote(now)}，原名{Phrases.Quote(before)}。";

    /// <summary>
    /// How the union came about and what that means for the comparison; empty when nothing happened to it since the
    /// base period.
    /// </summary>
    /// <param name="scores">Scores of the period.</param>
    /// <param name="union">The union.</param>
    /// <param name="internalUse">True names unions that are not public too, for the office.</param>
    public static string Sentence(PeriodScores scores, ScoredUnion union, bool internalUse = false)
    {
        if (scores.Base is not { } then)
        {
            return "";
        }

        var (organisation, origin) = (union.Organisation, union.Origin);
        var former = origin.Unions.Select(u => u.Organisation).ToList();
        var names = Names([
            .. former.Where(o => o.Code != organisation.Code).Select(o => o.IsPublic || internalUse ? o.Name : Hidden),
        ]);
        var stays = former.Exists(o => o.Code == organisation.Code);
        var @base = then.Period.Title;
        switch (origin.Kind)
        {
            case OriginKind.Merged when union is { Change.Comparable: not null, Past: { } past }:
                return $"{Merged(names, stays)}；与{@base}的变化按前身合并计算（前身合并后总指数{Numerals.Score(past.Total)}分）。";
            case OriginKind.Merged:
                return $"{Merged(names, stays)}；前身没有能够合并的数据，与{@base}不作比较。";
            case OriginKind.Split when stays:
                return $"有单位从本单位分出，与{@base}不作比较。";
            case OriginKind.Split:
                return $"由{names}分设而来，与{@base}不作比较。";
            case OriginKind.Recoded:
                return $"由{names}变更而来，视为同一单位，与{@base}连续比较。";
            case OriginKind.Same when former[0].Name != organisation.Name && (former[0].IsPublic || internalUse):
                return $"原名{Phrases.Quote(former[0].Name)}，视为同一单位，与{@base}连续比较。";
            default:
                return "";
        }
    }

    /// <summary>The same for the history of a union, where no one period is spoken of.</summary>
    /// <param name="kind">How it came about.</param>
    /// <param name="organisation">The union.</param>
    /// <param name="lineage">Names of its 沿革编码.</param>
    /// <param name="former">Names of the other unions that it came from since the base period.</param>
    /// <param name="stays">True when it stood itself in the base period.</param>
    public static string History(
        OriginKind kind,
        Organisation organisation,
        IReadOnlyList<string> lineage,
        IReadOnlyList<string> former,
        bool stays
    ) =>
        kind switch
        {
            OriginKind.Merged => $"{Merged(Names(former), stays)}，合并当期的变化按前身合并计算。",
            OriginKind.Split when stays => "有单位从本单位分出，分出当期不作比较。",
            OriginKind.Split => $"由{Names(former)}分设而来，分设当期不作比较。",
            _ when lineage.Count == 0 => "",
            _ => organisation.Status == OrganisationStatus.Merged
                ? $"已并入{Names(lineage)}。"
                : $"由{Names(lineage)}沿革而来。",
        };

    private static string Merged(string names, bool stays) => stays ? $"{names}并入本单位" : $"由{names}合并而来";

    private static string Names(IReadOnlyList<string> names)
    {
        var open = names.Where(n => n != Hidden).Select(Phrases.Quote).ToList();
        var hidden = names.Count - open.Count;
        return string.Join('、', hidden == 0 ? open : open.Append($"{Numerals.Count(hidden)}个{Hidden}"));
    }
}
