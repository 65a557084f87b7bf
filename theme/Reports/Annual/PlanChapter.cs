using System.Collections.Immutable;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>八、下一年工作安排: the text people wrote (input/pages/plan-2024.md), then the suggestions of the edition.</summary>
internal static class PlanChapter
{
    private const string Written = "plan-";

    public static Chapter? Make(AnnualContext context)
    {
        var written = WrittenText.Find(context.Edition, Written + context.Period.Period);
        var suggestions = context.Period.District.Suggestions;
        if (written is null && suggestions.IsEmpty)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        if (written is not null)
        {
            blocks.AddRange(MarkdownBlocks.Read(written.Body, Typography.Report.Body));
        }

        if (suggestions.Length > 0)
        {
            blocks.Add(
                written is null
                    ? new Paragraph("根据本期失分情况，提出以下建议：")
                    : new SectionHeading(3, "根据本期失分情况提出的建议")
                    {
                        Number = "",
                        Style = Typography.Report.Headings[1],
                    }
            );
            blocks.AddRange(suggestions.Select((s, i) => (DocumentBlock)new Paragraph($"{i + 1}.{s}")));
        }

        return new Chapter("下一年工作安排", "", blocks.ToImmutable());
    }
}
