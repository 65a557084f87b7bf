using System.Collections.Immutable;
using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>大事记: months hang in the margin, days beside them; what people wrote stands in its place.</summary>
internal static class ChronicleChapter
{
    public static Chapter? Make(AnnualContext context)
    {
        if (context.WrittenFor(AnnualChapterNames.Chronicle) is { IsEmpty: false } own)
        {
            return new(AnnualChapterNames.Chronicle, "", own);
        }

        var entries = Chronicle.Of(context.Edition, context.Period);
        return entries.IsEmpty
            ? null
            : new(
                AnnualChapterNames.Chronicle,
                "",
                [.. entries.GroupBy(e => e.On.Month).OrderBy(g => g.Key).Select(g => Month(g.Key, [.. g]))]
            );
    }

    private static Grid Month(int month, ImmutableArray<ChronicleEntry> entries) =>
        new([
            new GridColumn(
                ColumnWidth.Fixed(Typography.BookHang - 12),
                [
                    new HorizontalRule(0.5) { After = 4 },
                    new Paragraph($"{Numerals.Count(month)}月")
                    {
                        Style = Typography.Book.Headings[1] with { Before = 0, After = 0 },
                    },
                ]
            ),
            new GridColumn(
                ColumnWidth.Fraction(1),
                [
                    new HorizontalRule(0.5) { After = 4 },
                    .. entries.Select(e =>
                        (DocumentBlock)
                            new Paragraph($"{Numerals.Count(e.On.Day)}日　{e.Text}")
                            {
                                Style = Typography.BookCell with { Left = 4, Indent = -4, After = 3 },
                            }
                    ),
                ]
            ),
        ])
        {
            Gap = 12,
            Space = 5,
        };
}
