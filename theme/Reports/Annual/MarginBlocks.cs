using System.Collections.Immutable;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>A short heading in the margin, its paragraphs beside it, a rule above both（旁题）.</summary>
internal static class MarginBlocks
{
    private const double Gap = 12;

    /// <summary>One of them; empty paragraphs are left out.</summary>
    public static DocumentBlock Of(string heading, ImmutableArray<string> paragraphs) =>
        Of(
            new SectionHeading(2, heading)
            {
                Number = "",
                Listed = false,
                Style = Typography.Book.Headings[1] with { Size = 12, Before = 0, After = 0 },
            },
            [
                .. paragraphs
                    .Where(p => p.Length > 0)
                    .Select(p => (DocumentBlock)new Paragraph(p) { Style = Typography.BookCell with { After = 4 } }),
            ]
        );

    /// <summary>The same of any blocks.</summary>
    public static Grid Of(DocumentBlock heading, ImmutableArray<DocumentBlock> blocks) =>
        new([
            new GridColumn(ColumnWidth.Fixed(Typography.BookHang - Gap), [Rule, heading]),
            new GridColumn(ColumnWidth.Fraction(1), [Rule, .. blocks]),
        ])
        {
            Gap = Gap,
            Space = 5,
        };

    private static HorizontalRule Rule { get; } = new(0.5) { After = 4 };
}
