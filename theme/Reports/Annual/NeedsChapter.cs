using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Charts;
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
            new Figure(BigNumbers.Of("职工需求办理", numbers, AnnualContext.Width, Style)) { Id = "f-needs", Space = 8 }
        );
        if (needs.Categories.Length > 0)
        {
            var small = $"＜{context.Edition.Settings.SmallNumberThreshold}";
            blocks.Add(new Paragraph(["各类需求的上报和答复情况见", Inline.Number("t-needs"), "。"]));
            blocks.Add(
                new Table
                {
                    Id = "t-needs",
                    Title = "各类职工需求",
                    Unit = "单位：件",
                    Columns =
                    [
                        TableColumn.Share(2),
                        TableColumn.Share(1, CellAlignment.Centre),
                        TableColumn.Share(1, CellAlignment.Centre),
                    ],
                    Head = [Tables.Head("类别", "上报", "答复")],
                    Rows =
                    [
                        .. needs.Categories.Select(c => new TableRow([
                            c.Name,
                            Tables.Withheld(c.Reported, c.Withheld, small),
                            Tables.Withheld(c.Answered, c.Withheld, small),
                        ])),
                    ],
                    Notes = needs.Categories.Any(c => c.Withheld != Withheld.No)
                        ? [$"注：涉及困难、疾病、争议等的需求，件数较少的写作“{small}”或不公布。"]
                        : [],
                }
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
                                c.Text.TrimEnd('。') + "。" + Source(c.Document, c.On),
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
