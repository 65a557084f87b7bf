using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Theme.Site;

namespace FuGongJianJia.Theme.Office;

/// <summary>Every page of the office（内部网页清单）: the board of tasks and the ledger of needs of each period.</summary>
public static class OfficePlan
{
    /// <summary>Lists them; nothing is made until a file's Render is called.</summary>
    /// <param name="edition">The office's edition.</param>
    /// <param name="made">Files below output/ that were made before, to which the pages may lead.</param>
    public static ImmutableArray<OutputFile> Create(OfficeEdition edition, IReadOnlySet<string> made)
    {
        var boards = edition.Periods.Where(p => !p.Matters.IsEmpty).ToDictionary(p => OfficePage.Tasks(p.Period));
        var needs = edition.Periods.Where(p => !p.NeedMatters.IsEmpty).ToDictionary(p => OfficePage.Needs(p.Period));
        if (boards.Count + needs.Count == 0)
        {
            return [];
        }

        return
        [
            File<OfficeHome>(new(OfficePage.Home, "内部首页", edition, Has)),
            .. boards.Select(b =>
                File<TaskBoardPage>(new(b.Key, $"{b.Value.Period.Title}任务进度", edition, Has) { Period = b.Value })
            ),
            .. needs.Select(n =>
                File<NeedLedgerPage>(new(n.Key, $"{n.Value.Period.Title}需求台账", edition, Has) { Period = n.Value })
            ),
        ];

        bool Has(string path) => made.Contains(path) || boards.ContainsKey(path) || needs.ContainsKey(path);
    }

    private static OutputFile File<T>(OfficePage page)
        where T : OfficePageBase =>
        new(
            page.Path,
            OutputKind.Page,
            () => (ReadOnlyMemory<byte>)PageRenderer.Render(typeof(T), nameof(OfficePageBase.Page), page)
        );
}
