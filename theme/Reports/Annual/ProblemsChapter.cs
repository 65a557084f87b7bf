using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 问题和措施: what people wrote, with cause, measure, owner and date; where nobody did, what the figures show, by count
/// and never by name, with the measures of the catalogue.
/// </summary>
internal static class ProblemsChapter
{
    private const string Name = "问题和措施";

    public static Chapter? Make(AnnualContext context)
    {
        if (context.WrittenFor(Name) is { IsEmpty: false } own)
        {
            return new(Name, "", own);
        }

        var problems = YearProblem.Of(context.Edition, context.Period);
        return problems.IsEmpty
            ? null
            : new Chapter(
                Name,
                "",
                [
                    new Paragraph("以下是数字上看得见的问题，按项数和家数写，不写单位名称。"),
                    new Table
                    {
                        Id = "t-problems",
                        Title = "问题和措施",
                        Look = Typography.Book.Table with
                        {
                            VerticalAlign = VerticalAlignment.Top,
                            RowRule = 0.25,
                            PaddingY = 5,
                        },
                        Columns =
                        [
                            TableColumn.Share(0.9),
                            TableColumn.Share(1.7),
                            TableColumn.Share(1.4),
                            TableColumn.Share(0.9),
                        ],
                        Head = [Tables.Head("问题", "情况", "措施", "谁办")],
                        Rows = [.. problems.Select(p => new TableRow([p.Title, p.Figures, p.Measure, p.Owner]))],
                    },
                ]
            );
    }
}
