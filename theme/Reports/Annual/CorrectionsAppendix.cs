using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>附录: corrections（更正记录）published up to this period.</summary>
internal static class CorrectionsAppendix
{
    public static Chapter? Make(AnnualContext context)
    {
        var corrections = context.Edition.Corrections.Where(c => c.PublishedWith <= context.Period.Period).ToArray();
        return corrections.Length == 0
            ? null
            : new Chapter(
                "更正记录",
                "",
                [
                    new Paragraph(["对以前公布的数据所作的更正见", Inline.Number("t-corrections"), "。"]),
                    new Table
                    {
                        Id = "t-corrections",
                        Title = "更正记录",
                        Columns =
                        [
                            TableColumn.Content(),
                            TableColumn.Share(1.2),
                            TableColumn.Share(1),
                            TableColumn.Content(CellAlignment.Right),
                            TableColumn.Content(CellAlignment.Right),
                            TableColumn.Content(),
                            TableColumn.Share(1.4),
                        ],
                        Head = [Tables.Head("期间", "组织", "指标", "原值", "新值", "日期", "说明")],
                        Rows =
                        [
                            .. corrections.Select(c => new TableRow([
                                c.Period.ToString(),
                                c.OrganisationName,
                                c.IndicatorTitle.Length > 0 ? c.IndicatorTitle : Numerals.None,
                                c.Before,
                                c.After,
                                Numerals.TableDate(c.On),
                                c.Reason,
                            ])),
                        ],
                        HeadColumns = 2,
                    },
                ]
            )
            {
                OnNewPage = false,
            };
    }
}
