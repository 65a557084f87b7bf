using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Theme.Site;

namespace FuGongJianJia.Theme.Office;

/// <summary>Every page of the office（内部网页清单）: tasks, needs, guidance and shortfalls of each period.</summary>
public static class OfficePlan
{
    /// <summary>Lists them; nothing is made until a file's Render is called.</summary>
    /// <param name="edition">The office's edition.</param>
    /// <param name="made">Files below output/ that were made before, to which the pages may lead.</param>
    public static ImmutableArray<OutputFile> Create(OfficeEdition edition, IReadOnlySet<string> made)
    {
        var boards = edition.Periods.Where(p => !p.Matters.IsEmpty).ToDictionary(p => OfficePage.Tasks(p.Period));
        var needs = edition.Periods.Where(p => !p.NeedMatters.IsEmpty).ToDictionary(p => OfficePage.Needs(p.Period));
        var guided = edition.Periods.Where(p => !p.Named.IsEmpty).ToDictionary(p => OfficePage.Guidance(p.Period));
        var shortfalls = edition.Periods.ToDictionary(p => OfficePage.Shortfalls(p.Period));
        if (boards.Count + needs.Count + guided.Count == 0)
        {
            return [];
        }

        var letters = edition.Letters.ToLookup(l => l.Guidance.Organisation, StringComparer.Ordinal);
        return
        [
            File<OfficeHome>(Page(OfficePage.Home, "内部首页", null)),
            .. boards.Select(b => File<TaskBoardPage>(Page(b.Key, $"{b.Value.Period.Title}任务进度", b.Value))),
            .. needs.Select(n => File<NeedLedgerPage>(Page(n.Key, $"{n.Value.Period.Title}需求台账", n.Value))),
            .. guided.Select(g => File<LadderPage>(Page(g.Key, $"{g.Value.Period.Title}指导", g.Value))),
            .. shortfalls.Select(s => File<ShortfallPage>(Page(s.Key, $"{s.Value.Period.Title}差距", s.Value))),
            .. shortfalls.SelectMany(s =>
                s.Value.ShortLists.Select(list =>
                    File<IndicatorShortfallPage>(
                        Page(
                            OfficePage.Shortfalls(s.Value.Period, list.Indicator.Code),
                            $"{s.Value.Period.Title}{list.Indicator.Name}差距",
                            s.Value
                        ) with
                        {
                            Short = list,
                        }
                    )
                )
            ),
        ];

        OfficePage Page(string path, string title, OfficePeriod? period) =>
            new(path, title, edition, Has) { Period = period, Letters = letters };

        bool Has(string path) =>
            made.Contains(path)
            || boards.ContainsKey(path)
            || needs.ContainsKey(path)
            || guided.ContainsKey(path)
            || shortfalls.ContainsKey(path);
    }

    private static OutputFile File<T>(OfficePage page)
        where T : OfficePageBase =>
        new(
            page.Path,
            OutputKind.Page,
            () => (ReadOnlyMemory<byte>)PageRenderer.Render(typeof(T), nameof(OfficePageBase.Page), page)
        );
}
