using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.OpenData;
using FuGongJianJia.Theme.Reports.Common;

namespace FuGongJianJia.Theme.Workbook;

/// <summary>Every workbook（工作簿清单）.</summary>
public static class WorkbookPlan
{
    /// <summary>Lists them, by period; nothing is made until a file's Render is called.</summary>
    public static ImmutableArray<OutputFile> Create(PublicEdition edition)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return
        [
            .. edition.Periods.Select(period => new OutputFile(
                $"site/data/{period.Period}.xlsx",
                OutputKind.Workbook,
                () =>
                    WorkbookWriter.Write(
                        Furniture.Info(
                            edition,
                            $"{Furniture.Publisher(edition)}{period.Period.Title}全部数据",
                            "开放数据",
                            Furniture.DateOf(edition, period)
                        ),
                        OpenSheets.Of(edition, period)
                    )
            )),
        ];
    }
}
