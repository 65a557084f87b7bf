using System.Collections.Immutable;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Facts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 任务、需求和政策: how matters moved through eight steps, what was asked and answered, what changed; the list of tasks is
/// on the site.
/// </summary>
internal static class WorkChapter
{
    private const string Name = "任务、需求和政策";

    public static Chapter? Make(AnnualContext context)
    {
        var period = context.Period;
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.AddRange(context.WrittenFor(Name));
        if (period.Tasks is { } tasks)
        {
            blocks.Add(new SectionHeading(2, "任务") { Number = "" });
            blocks.Add(new Paragraph(tasks.Finding));
            blocks.Add(
                new Figure(EightSteps.Of(tasks, Typography.ReportWidth, Typography.ReportFigures))
                {
                    Id = "f-steps",
                    Title = "任务办理八步：到达各步的任务和各步用时的中位数",
                }
            );
        }

        if (period.Guidance is { } guidance)
        {
            blocks.Add(new SectionHeading(2, "指导") { Number = "" });
            blocks.Add(new Paragraph(guidance.Finding));
        }

        if (period.Needs is { } needs)
        {
            Needs(context, needs, blocks);
        }

        return blocks.Count == 0 ? null : new Chapter(Name, "", blocks.ToImmutable());
    }

    private static void Needs(AnnualContext context, NeedSummary needs, ImmutableArray<DocumentBlock>.Builder blocks)
    {
        blocks.Add(new SectionHeading(2, "职工需求") { Number = "" });
        blocks.Add(
            new Paragraph(
                needs.Finding
                    + (
                        needs.ToldIn is { } told
                            ? $"按类别的件数只在{told.Title}的报告中公布，以免与本期相减推算出较小的数。"
                            : ""
                    )
            )
        );
        if (needs.Categories.Length > 0)
        {
            blocks.Add(
                FactBlocks.Of(
                    NeedFacts.Categories(
                        "各类职工需求",
                        needs.Categories,
                        context.Edition.Settings.SmallNumberThreshold
                    ),
                    "t-needs"
                )
            );
        }

        if (needs.Changes.Length > 0)
        {
            blocks.Add(new SectionHeading(2, "政策调整") { Number = "" });
            blocks.AddRange(
                needs.Changes.Select(c =>
                    (DocumentBlock)
                        new Paragraph([
                            Inline.Hei(c.Category + "。"),
                            c.Text.TrimEnd('。')
                                + (c.Needs > 1 ? $"，答复了{Numerals.Count(c.Needs)}件需求。" : "。")
                                + Source(c.Document, c.On),
                        ])
                )
            );
        }
    }

    private static string Source(string? document, DateOnly? on) =>
        (document, on) switch
        {
            ({ Length: > 0 } d, { } date) => $"（{d}，{Numerals.Date(date)}）",
            ({ Length: > 0 } d, _) => $"（{d}）",
            (_, { } date) => $"（{Numerals.Date(date)}）",
            _ => "",
        };
}
