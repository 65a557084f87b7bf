using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables;

/// <summary>
/// What must hold between periods（跨期核对）: unions that come, go, merge or change names, and indicators that change.
/// </summary>
internal static class HistoryChecks
{
    /// <summary>Compares each period with the one before it.</summary>
    public static void Check(List<PeriodData> periods, List<PeriodReader> readers, DiagnosticBag bag)
    {
        Case(periods, readers, bag);
        for (var i = 0; i < periods.Count; i++)
        {
            // A table that could not be read would make every union of the other period vanish.
            if (!readers[i].Organisations.IsComplete)
            {
                continue;
            }

            var place = readers[i].PlaceOf(OrganisationTable.Spec);
            Lineage(periods, i, place, bag);
            var before = Enumerable
                .Range(0, i)
                .Where(j => readers[j].Organisations.IsComplete)
                .Select(j => (int?)j)
                .LastOrDefault();
            if (before is { } earlier)
            {
                Unions(periods[earlier], periods[i], readers[i], place, bag);
                Indicators(periods[earlier], periods[i], readers[i], bag);
            }
        }
    }

    // A union has one page for all its years, and Windows knows no difference of case.
    private static void Case(List<PeriodData> periods, List<PeriodReader> readers, DiagnosticBag bag)
    {
        var codes = new Dictionary<string, (string Code, Period Period)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (period, reader) in periods.Zip(readers))
        {
            foreach (var code in period.Organisations.Select(o => o.Code))
            {
                // Where both stand in one table, that table was told so.
                if (
                    !codes.TryAdd(code, (code, period.Period))
                    && codes[code] is var known
                    && known.Code != code
                    && !period.Organisations.Any(o => o.Code == known.Code)
                )
                {
                    bag.Add(
                        TableCodes.DuplicateKey,
                        reader.PlaceOf(OrganisationTable.Spec),
                        $"组织编码“{code}”与 {known.Period} 的“{known.Code}”只有大小写不同，会成为同一个网址。请统一写法。"
                    );
                }
            }
        }
    }

    private static void Lineage(List<PeriodData> periods, int at, SourcePlace place, DiagnosticBag bag)
    {
        // What a merged union went into was looked for in its own table.
        foreach (
            var organisation in periods[at]
                .Organisations.Where(o => !o.Lineage.IsEmpty && o.Status != OrganisationStatus.Merged)
        )
        {
            // The earliest period may name unions of before there was data.
            foreach (
                var code in organisation.Lineage.Where(c =>
                    at > 0 && !periods.Take(at + 1).Any(p => p.Organisations.Any(o => o.Code == c))
                )
            )
            {
                bag.Add(
                    TableCodes.UnknownLineage,
                    place,
                    $"“{organisation.Name}”的沿革编码“{code}”在本期和以前各期都找不到。请核对。"
                );
            }
        }
    }

    private static void Unions(
        PeriodData before,
        PeriodData now,
        PeriodReader reader,
        SourcePlace place,
        DiagnosticBag bag
    )
    {
        var names = now
            .Organisations.GroupBy(o => OrganisationIndex.NameKey(o.Name), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var oldNames = before
            .Organisations.GroupBy(o => OrganisationIndex.NameKey(o.Name), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var origins = now.Organisations.SelectMany(o => o.Lineage).ToHashSet(StringComparer.Ordinal);
        foreach (var old in before.Organisations)
        {
            if (reader.Organisations.Find(old.Code) is { } same)
            {
                if (OrganisationIndex.NameKey(same.Name) == OrganisationIndex.NameKey(old.Name))
                {
                    continue;
                }

                if (oldNames.TryGetValue(OrganisationIndex.NameKey(same.Name), out var owner))
                {
                    // One column sorted without the others gives every union the code of its neighbour.
                    bag.Add(
                        TableCodes.CodeChanged,
                        place,
                        $"“{same.Name}”的编码由 {owner.Code} 变成 {old.Code}（{before.Period} → {now.Period}），而 {old.Code} 上期是“{old.Name}”。多半是编码和名称错了行，请对照上期核对。"
                    );
                }
                else
                {
                    bag.Add(
                        TableCodes.Renamed,
                        place,
                        $"{old.Code} 由“{old.Name}”改名为“{same.Name}”（{before.Period} → {now.Period}），按同一组织衔接。"
                    );
                }

                continue;
            }

            if (old.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved || origins.Contains(old.Code))
            {
                continue;
            }

            if (names.TryGetValue(OrganisationIndex.NameKey(old.Name), out var renumbered))
            {
                bag.Add(
                    TableCodes.CodeChanged,
                    place,
                    $"“{old.Name}”的编码由 {old.Code} 变成 {renumbered.Code}（{before.Period} → {now.Period}）。请沿用原编码，或在沿革编码里写上 {old.Code}。"
                );
            }
            else
            {
                bag.Add(
                    TableCodes.Vanished,
                    place,
                    $"{before.Period} 的“{old.Name}”（{old.Code}）本期不见了。请保留这一行并把状态改为合并或撤销；漏报的请补上。"
                );
            }
        }
    }

    private static void Indicators(PeriodData before, PeriodData now, PeriodReader reader, DiagnosticBag bag)
    {
        if (!reader.HasCatalogue)
        {
            return;
        }

        foreach (var indicator in now.Catalogue)
        {
            var old = before.Catalogue.FirstOrDefault(i =>
                i.Code == indicator.Code
                && i.Version == indicator.Version
                && i.Levels.SequenceEqual(indicator.Levels)
                && i.Categories.SequenceEqual(indicator.Categories)
            );
            if (
                old is not null
                && (
                    old.Rule.Kind != indicator.Rule.Kind
                    || old.Definition != indicator.Definition
                    || old.Unit != indicator.Unit
                    || old.Index != indicator.Index
                )
            )
            {
                bag.Add(
                    CatalogueCodes.ChangedSilently,
                    reader.PlaceOf(IndicatorTable.Spec),
                    $"指标 {indicator.Code} 的规则、口径或单位与 {before.Period} 不同，版本却都是“{indicator.Version}”。请换版本并写变更说明。"
                );
            }
        }
    }
}
