using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Typesetting.Layout;

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
                    .. problems.Select(p =>
                        MarginBlocks.Of(
                            p.Title,
                            [
                                p.Figures,
                                p.Measure.Length > 0 ? $"措施：{p.Measure}。" : "",
                                p.Owner.Length > 0 ? $"谁办：{p.Owner}。" : "",
                            ]
                        )
                    ),
                ]
            );
    }
}
