using System.Collections.Immutable;
using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

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
        MarginBlocks.Of(
            new Paragraph($"{Numerals.Count(month)}月")
            {
                Style = Typography.Book.Headings[1] with { Before = 0, After = 0 },
            },
            [
                .. entries.Select(e =>
                    (DocumentBlock)
                        new Paragraph($"{Numerals.Count(e.On.Day)}日　{e.Text}")
                        {
                            Style = Typography.BookCell with { Left = 3, Indent = -3, After = 3 },
                        }
                ),
            ]
        );
}
