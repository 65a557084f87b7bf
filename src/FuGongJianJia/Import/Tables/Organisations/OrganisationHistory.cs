using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Organisations;

/// <summary>
/// What must hold of unions between periods（沿革核对）: they come, go, merge and change names, and keep their codes.
/// </summary>
internal static class OrganisationHistory
{
    /// <summary>The unions that others came from are unions of this period or of an earlier one.</summary>
    public static void CheckLineage(
        ImmutableArray<Organisation> organisations,
        IEnumerable<Organisation> known,
        SourcePlace place,
        DiagnosticBag bag
    )
    {
        var codes = known.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);

        // What a merged union went into was looked for in its own table.
        foreach (var organisation in organisations.Where(o => o.Status != OrganisationStatus.Merged))
        {
            foreach (var code in organisation.Lineage.Where(c => !codes.Contains(c)))
            {
                bag.Add(
                    TableCodes.UnknownLineage,
                    place,
                    $"“{organisation.Name}”的沿革编码“{code}”在本期和以前各期都找不到。请核对。"
                );
            }
        }
    }

    /// <summary>
    /// Codes that differ from those of an earlier period by case only: a union has one page for all its years, and
    /// Windows knows no difference of case.
    /// </summary>
    public static void CheckCase(
        IEnumerable<(Period Period, ImmutableArray<Organisation> Organisations)> earlier,
        ImmutableArray<Organisation> now,
        SourcePlace place,
        DiagnosticBag bag
    )
    {
        var known = earlier
            .SelectMany(p => p.Organisations.Select(o => (o.Code, p.Period)))
            .DistinctBy(o => o.Code, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(o => o.Code, StringComparer.OrdinalIgnoreCase);
        var codes = now.Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in codes.Order(StringComparer.Ordinal))
        {
            // Where both stand in one table, that table was told so.
            if (known.TryGetValue(code, out var old) && old.Code != code && !codes.Contains(old.Code))
            {
                bag.Add(
                    TableCodes.DuplicateKey,
                    place,
                    $"组织编码“{code}”与 {old.Period} 的“{old.Code}”只有大小写不同，会成为同一个网址。请统一写法。"
                );
            }
        }
    }

    /// <summary>Compares the unions of a period with those of the one before it.</summary>
    public static void Check(
        (Period Period, ImmutableArray<Organisation> Organisations) before,
        (Period Period, ImmutableArray<Organisation> Organisations) now,
        SourcePlace place,
        DiagnosticBag bag
    )
    {
        var span = $"（{before.Period} → {now.Period}）";
        var codes = now.Organisations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        var names = ByName(now.Organisations);
        var oldNames = ByName(before.Organisations);
        var origins = now.Organisations.SelectMany(o => o.Lineage).ToHashSet(StringComparer.Ordinal);
        foreach (var old in before.Organisations)
        {
            if (codes.TryGetValue(old.Code, out var same))
            {
                CheckName(old, same, oldNames, span, place, bag);
            }
            else if (
                old.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved
                || origins.Contains(old.Code)
            )
            {
                // It says itself where it went, or another says that it came from it.
            }
            else if (names.TryGetValue(OrganisationIndex.NameKey(old.Name), out var renumbered))
            {
                bag.Add(
                    TableCodes.CodeChanged,
                    place,
                    $"“{old.Name}”的编码由 {old.Code} 变成 {renumbered.Code}{span}。"
                        + $"请沿用原编码，或在沿革编码里写上 {old.Code}。"
                );
            }
            else
            {
                bag.Add(
                    TableCodes.Vanished,
                    place,
                    $"{before.Period} 的“{old.Name}”（{old.Code}）本期不见了。"
                        + "请保留这一行并把状态改为合并或撤销；漏报的请补上。"
                );
            }
        }
    }

    private static void CheckName(
        Organisation old,
        Organisation same,
        Dictionary<string, Organisation> oldNames,
        string span,
        SourcePlace place,
        DiagnosticBag bag
    )
    {
        if (OrganisationIndex.NameKey(same.Name) == OrganisationIndex.NameKey(old.Name))
        {
            return;
        }

        if (oldNames.TryGetValue(OrganisationIndex.NameKey(same.Name), out var owner))
        {
            // One column sorted without the others gives every union the code of its neighbour.
            bag.Add(
                TableCodes.CodeChanged,
                place,
                $"“{same.Name}”的编码由 {owner.Code} 变成 {old.Code}{span}，而 {old.Code} 上期是“{old.Name}”。"
                    + "多半是编码和名称错了行，请对照上期核对。"
            );
        }
        else
        {
            bag.Add(TableCodes.Renamed, place, $"{old.Code} 由“{old.Name}”改名为“{same.Name}”{span}，按同一组织衔接。");
        }
    }

    private static Dictionary<string, Organisation> ByName(ImmutableArray<Organisation> organisations) =>
        organisations
            .GroupBy(o => OrganisationIndex.NameKey(o.Name), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
}
