using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tabular;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Reports.Lists;

namespace FuGongJianJia.Theme.Workbook;

/// <summary>Every workbook（工作簿清单）.</summary>
public static class WorkbookPlan
{
    /// <summary>
    /// Lists them, by period: open data of the public's edition below site/, results and registers of the office's
    /// below internal/. Nothing is made until a file's Render is called.
    /// </summary>
    public static ImmutableArray<OutputFile> Create(OfficeEdition office, PublicEdition edition)
    {
        ArgumentNullException.ThrowIfNull(office);
        ArgumentNullException.ThrowIfNull(edition);
        return
        [
            .. edition.Periods.Select(p =>
                Of(edition, p, $"site/data/{p.Period}.xlsx", "全部数据", () => OpenSheets.Of(edition, p))
            ),
            .. office.Periods.Select(p =>
                Of(office, p, $"internal/{p.Period}/ledger.xlsx", "内部台账", () => Ledger(p))
            ),
        ];
    }

    private static ImmutableArray<DataSheet> Ledger(OfficePeriod period) =>
        [.. OpenSheets.Results(period), .. OfficeTables.Of(period).Where(t => t.Rows.Any()).Select(t => t.Sheet)];

    private static OutputFile Of(
        Edition edition,
        PeriodEdition period,
        string path,
        string subject,
        Func<ImmutableArray<DataSheet>> sheets
    ) =>
        new(
            path,
            OutputKind.Workbook,
            () =>
                WorkbookWriter.Write(
                    Furniture.Info(
                        edition,
                        $"{Furniture.Publisher(edition)}{period.Period.Title}{subject}",
                        subject,
                        Furniture.DateOf(edition, period)
                    ),
                    sheets()
                )
        );
}
