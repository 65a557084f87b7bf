using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 下一年工作安排: what people wrote (input/reports/2024/下一年.md, or the page plan-2024), else what would earn most.
/// </summary>
internal static class PlanChapter
{
    private const string Written = "plan-";

    public static Chapter? Make(AnnualContext context)
    {
        if (context.WrittenFor(AnnualChapterNames.Plan) is { IsEmpty: false } own)
        {
            return new("下一年工作安排", "", own);
        }

        if (WrittenText.Find(context.Edition, Written + context.Period.Period) is { } page)
        {
            return new("下一年工作安排", "", context.Written(page.Body));
        }

        var suggestions = context.Period.District.Suggestions;
        return suggestions.IsEmpty
            ? null
            : new(
                "下一年工作安排",
                "",
                [
                    new Paragraph("根据本期失分情况，提出以下建议："),
                    .. suggestions.Select((s, i) => (DocumentBlock)new Paragraph($"{i + 1}.{s}")),
                ]
            );
    }
}
