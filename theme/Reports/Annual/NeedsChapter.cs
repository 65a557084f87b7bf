using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Facts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>五、职工需求与政策调整.</summary>
internal static class NeedsChapter
{
    private static readonly ChartStyle Style = new(10, 8.5, 1, 0.5);

    public static Chapter? Make(AnnualContext context)
    {
        if (context.Period.Needs is not { } needs)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        BigNumber[] numbers =
        [
            new("上报", Numerals.Count(needs.Reported), "件", ""),
            new("分析研判", Numerals.Count(needs.Analysed), "件", ""),
            new(
                "答复",
                Numerals.Count(needs.Answered),
                "件",
                needs.MedianDays is { } days ? $"用时中位数{Numerals.Days(days)}" : ""
            ),
            new("政策调整", Numerals.Count(needs.PolicyChanged), "件", ""),
        ];
        blocks.Add(
            new Figure(BigNumbers.Of("职工需求办理", numbers, Typography.ReportWidth, Style))
            {
                Id = "f-needs",
                Space = 8,
            }
        );
        if (needs.Categories.Length > 0)
        {
            blocks.Add(new Paragraph(["各类需求的上报和答复情况见", Inline.Number("t-needs"), "。"]));
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

        if (needs.ToldIn is { } told)
        {
            blocks.Add(new Paragraph([$"按类别的件数只在{told.Title}的报告中公布，以免与本期相减推算出较小的数。"]));
        }

        if (needs.Changes.Length > 0)
        {
            blocks.Add(new SectionHeading(3, "政策调整") { Number = "", Style = Typography.Report.Headings[1] });
            blocks.AddRange(
                needs.Changes.Select(
                    (c, i) =>
                        (DocumentBlock)
                            new Paragraph([
                                $"{i + 1}.",
                                Inline.Hei(c.Category + "。"),
                                c.Text.TrimEnd('。')
                                    + (c.Needs > 1 ? $"，答复了{c.Needs}件需求。" : "。")
                                    + Source(c.Document, c.On),
                            ])
                )
            );
        }

        return new Chapter("职工需求与政策调整", needs.Finding, blocks.ToImmutable());
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
