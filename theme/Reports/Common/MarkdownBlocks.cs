using System.Collections.Immutable;
using FuGongJianJia.Pictures;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Writing;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>
/// Written Markdown as blocks of a report（Markdown 入报告）: paragraphs, headings, lists, quotations, tables, definitions
/// and footnotes. An image that stands alone is a picture with its words below, where it may be printed; all others are
/// left out: a case's one image comes from its front matter, with consent.
/// </summary>
internal static class MarkdownBlocks
{
    private const double MostPictureHeight = 250;

    /// <summary>Reads a text; paragraphs in the given style.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="style">Style of its paragraphs.</param>
    /// <param name="images">Pictures that may be printed, by path below input/; null for none.</param>
    public static ImmutableArray<DocumentBlock> Read(
        string markdown,
        ParagraphStyle style,
        ImmutableSortedDictionary<string, Picture>? images = null
    ) =>
        [
            .. ArticleMarkdown
                .Read(markdown)
                .Document.SelectMany(b =>
                    images is not null && Alone(b) is { } image ? Picture(image, style, images) : Convert(b, style)
                ),
        ];

    private static LinkInline? Alone(Block block) =>
        block is ParagraphBlock { Inline: { } inline }
        && inline.FirstChild is LinkInline { IsImage: true } image
        && inline.LastChild == image
            ? image
            : null;

    // As wide as the text beside the hanging margin, and not higher than a picture beside text may be.
    private static IEnumerable<DocumentBlock> Picture(
        LinkInline image,
        ParagraphStyle style,
        ImmutableSortedDictionary<string, Picture> images
    )
    {
        if (
            !images.TryGetValue(ArticleMarkdown.PathOf(image.Url ?? ""), out var picture)
            || picture.Paper is not { } paper
        )
        {
            return [];
        }

        var words = new Phrase([.. image.SelectMany(Words)]);
        var room = Typography.ReportWidth - (style.Left * style.Size);
        var scale = Math.Min(room / paper.Width, MostPictureHeight / paper.Height);
        return
        [
            new KeepTogether([
                new ImageBlock([.. paper.Content.Span], paper.Width * scale, paper.Height * scale, words.PlainText)
                {
                    Align = style.Left > 0 ? Typesetting.Text.TextAlignment.Right : Typesetting.Text.TextAlignment.Left,
                },
                new Paragraph(words) { Style = Typography.BookSmall with { Left = style.Left * style.Size / 8.5 } },
            ]),
        ];
    }

    private static IEnumerable<DocumentBlock> Convert(Block block, ParagraphStyle style) =>
        block switch
        {
            HeadingBlock heading =>
            [
                new Paragraph(Words(heading.Inline))
                {
                    Style = style with
                    {
                        Role = Typesetting.Drawing.FontRole.Hei,
                        Indent = 0,
                        KeepWithNext = true,
                        Before = 4,
                    },
                },
            ],
            ParagraphBlock paragraph => Words(paragraph.Inline) is { IsEmpty: false } words
                ? [new Paragraph(words) { Style = style }]
                : [],
            Markdig.Syntax.ListBlock list =>
            [
                new Typesetting.Layout.ListBlock([
                    .. list.OfType<ListItemBlock>()
                        .Select(i => new ListItem([
                            .. i.SelectMany(b => Convert(b, style with { Indent = 0 })).Select(Unstyled),
                        ])),
                ])
                {
                    Mark = list.IsOrdered ? ListMark.Decimal : ListMark.Disc,
                    Start = int.TryParse(
                        list.OrderedStart,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var start
                    )
                        ? start
                        : 1,
                    Style = style with { Indent = 0 },
                },
            ],
            QuoteBlock quote =>
            [
                new Panel([.. Title(Callout.Of(quote)?.Title, style), .. quote.SelectMany(b => Convert(b, style))])
                {
                    LeftRule = new(Palette.Hairline, 1),
                    VerticalPadding = 2,
                },
            ],
            Markdig.Extensions.Tables.Table table => [Read(table)],
            FootnoteGroup => [],
            DefinitionTerm term => Title(Words(term.Inline), style),
            // On paper tabs stand one below another.
            CustomContainer container =>
            [
                .. Title(Tabs.Are(container) ? null : Tabs.TitleOf(container), style),
                .. container.SelectMany(b => Convert(b, style)),
            ],
            ThematicBreakBlock =>
            [
                new HorizontalRule(0.4)
                {
                    Ink = Palette.Hairline,
                    Before = 4,
                    After = 4,
                    Width = 80,
                },
            ],
            LeafBlock { Lines.Count: > 0 } leaf => [new Paragraph(leaf.Lines.ToString()) { Style = style }],
            ContainerBlock container => container.SelectMany(b => Convert(b, style)),
            _ => [],
        };

    private static IEnumerable<DocumentBlock> Title(Phrase words, ParagraphStyle style) =>
        words.IsEmpty
            ? []
            :
            [
                new Paragraph(words)
                {
                    Style = style with { Role = Typesetting.Drawing.FontRole.Hei, KeepWithNext = true },
                },
            ];

    // An item's first paragraph stands in its list's own style, so that the mark stands before it.
    private static DocumentBlock Unstyled(DocumentBlock block, int at) =>
        at == 0 && block is Paragraph paragraph ? paragraph with { Style = null } : block;

    private static Table Read(Markdig.Extensions.Tables.Table table)
    {
        var rows = table
            .OfType<Markdig.Extensions.Tables.TableRow>()
            .Select(r =>
                (
                    r.IsHeader,
                    Row: new Typesetting.Layout.TableRow([
                        .. r.OfType<Markdig.Extensions.Tables.TableCell>()
                            .Select(c => new TableCell
                            {
                                Content = c.OfType<ParagraphBlock>().Select(p => Words(p.Inline)).FirstOrDefault(),
                            }),
                    ])
                )
            )
            .ToArray();
        var columns = rows.Length == 0 ? 1 : rows.Max(r => r.Row.Cells.Length);
        return new Table
        {
            Columns = [.. Enumerable.Repeat(TableColumn.Share(1), columns)],
            Head = [.. rows.Where(r => r.IsHeader).Select(r => r.Row)],
            Rows = [.. rows.Where(r => !r.IsHeader).Select(r => r.Row)],
        };
    }

    private static Phrase Words(ContainerInline? container) =>
        container is null ? Phrase.Empty : new Phrase([.. container.SelectMany(Words)]);

    private static IEnumerable<Typesetting.Layout.Inline> Words(Markdig.Syntax.Inlines.Inline inline) =>
        inline switch
        {
            LiteralInline literal => [literal.Content.ToString()],
            CodeInline code => [code.Content],
            // Soft breaks between hanzi are no spaces in Chinese.
            LineBreakInline line => line.IsHard ? [Typesetting.Layout.Inline.Break] : [],
            TaskList task => [task.Checked ? "■" : "□"],
            LinkInline { IsImage: true } => [],
            // A note stands at the foot of its page.
            FootnoteLink { IsBackLink: true } => [],
            FootnoteLink note =>
            [
                Typesetting.Layout.Inline.Note(
                    new Phrase([.. note.Footnote.OfType<ParagraphBlock>().SelectMany(p => Words(p.Inline))])
                ),
            ],
            LinkInline { Url: { } url } link when SafeAddress.IsWeb(url) =>
            [
                Typesetting.Layout.Inline.LinkTo(url, new Phrase([.. link.SelectMany(Words)])),
            ],
            // No bold in Chinese text: what is stressed stands in 黑.
            EmphasisInline emphasis => emphasis
                .SelectMany(Words)
                .Select(i => i is Run run ? run with { Role = Typesetting.Drawing.FontRole.Hei } : i),
            ContainerInline container => container.SelectMany(Words),
            _ => [],
        };
}
