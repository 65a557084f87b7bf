using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FuGongJianJia.Typesetting.Engine.Measuring;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>Where blocks are being written（落笔处）.</summary>
/// <param name="Parent">Body of the document, a cell of a table, a running line.</param>
/// <param name="Width">WordUnits, points.</param>
/// <param name="Body">Style of paragraphs without one.</param>
internal sealed record WordPlace(OpenXmlCompositeElement Parent, double Width, ParagraphStyle Body)
{
    /// <summary>Everything stays with what follows.</summary>
    internal bool KeepsNext { get; init; }
}

/// <summary>Blocks as paragraphs and tables（块）.</summary>
internal sealed class WordBody
{
    private readonly Document _document;
    private readonly WordStyles _styles;
    private readonly WordText _text;
    private readonly WordPictures _pictures;
    private readonly WordTables _tables;
    private readonly Survey _survey;
    private int _tableNumber;
    private int _figureNumber;
    private int _bookmark;
    private bool _breaksPage;

    internal WordBody(Document document, WordStyles styles, WordText text, Survey survey, MainDocumentPart part)
    {
        (_document, _styles, _text, _survey) = (document, styles, text, survey);
        _pictures = new WordPictures(part);
        _tables = new WordTables(this, styles, text);
    }

    /// <summary>Writes blocks.</summary>
    internal void Add(ImmutableArray<DocumentBlock> blocks, WordPlace place)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            // What stands below a spring is at the foot of the page.
            if (
                blocks[i] is VerticalSpring
                && i + 1 < blocks.Length
                && !blocks[(i + 1)..].OfType<VerticalSpring>().Any()
            )
            {
                var next = blocks.IndexOf(blocks.Skip(i).OfType<PageBreak>().FirstOrDefault()!);
                var end = next < 0 ? blocks.Length : next;
                _tables.AtFoot(blocks[(i + 1)..end], place);
                i = end - 1;
                continue;
            }

            Add(blocks[i], place);
        }
    }

    /// <summary>Writes a paragraph of words.</summary>
    internal W.Paragraph Add(
        IEnumerable<OpenXmlElement> runs,
        string styleId,
        WordPlace place,
        ParagraphStyle? own = null
    )
    {
        var properties = new W.ParagraphProperties { ParagraphStyleId = new() { Val = styleId } };
        if (place.KeepsNext)
        {
            properties.KeepNext = new W.KeepNext();
        }

        if (_breaksPage)
        {
            properties.PageBreakBefore = new W.PageBreakBefore();
            _breaksPage = false;
        }

        OpenXmlElement[] content = [.. runs];
        if (content.Count(r => r.FirstChild is W.TabChar) is > 0 and var springs)
        {
            properties.Tabs = TabsOf(springs, place.Width, own);
        }

        var paragraph = new W.Paragraph([properties, .. content]);
        place.Parent.Append(paragraph);
        return paragraph;
    }

    /// <summary>White between tables, and where a cell would end without a paragraph.</summary>
    internal void Gap(double height, WordPlace place)
    {
        var paragraph = Add([], WordStyles.Note, place);
        paragraph.ParagraphProperties!.SpacingBetweenLines = new()
        {
            Before = "0",
            After = "0",
            Line = WordUnits.Text(Math.Max(20, WordUnits.Twips(height))),
            LineRule = W.LineSpacingRuleValues.Exact,
        };
    }

    /// <summary>A new page begins with the next block; a table needs a line of its own for that.</summary>
    internal void BeforeTable(WordPlace place)
    {
        if (_breaksPage || place.Parent.LastChild is W.Table)
        {
            Gap(1, place);
        }
    }

    /// <summary>Number and title of a table or figure, with a field that counts anew when an editor adds one.</summary>
    internal void Caption(string word, int number, Phrase title, WordPlace place, string? id) =>
        Mark(
            Add(
                [
                    new W.Run(new W.Text(word)),
                    WordText.FieldOf($@"SEQ {word} \* ARABIC", WordUnits.Text(number)),
                    new W.Run(new W.Text("\u3000")),
                    .. _text.Runs(title, _document.Styles.Caption),
                ],
                WordStyles.Caption,
                place
            ),
            id
        );

    /// <summary>Number of the next table.</summary>
    internal int NextTable() => ++_tableNumber;

    // Word knows no heading within a line: an outline level would take in the whole paragraph.
    private static Phrase WordsOf(Layout.Paragraph paragraph) =>
        paragraph.RunIn is { } head ? head.Words + paragraph.Content : paragraph.Content;

    private void Add(DocumentBlock block, WordPlace place)
    {
        switch (block)
        {
            case SectionHeading heading:
                Heading(heading, place);
                break;
            case TitleBlock title:
                Words(title.Content, WordStyles.TitleId, _document.Styles.Title, title.Style, place, title.Id);
                break;
            case Layout.Paragraph { Style: null } paragraph:
                Words(WordsOf(paragraph), _styles.Of(place.Body), place.Body, null, place, paragraph.Id);
                break;
            case Layout.Paragraph { Style: { } style } paragraph:
                Words(WordsOf(paragraph), _styles.Of(style), style, null, place, paragraph.Id);
                break;
            case ListBlock list:
                List(list, place);
                break;
            case Figure figure:
                Picture(figure, place);
                break;
            case ImageBlock image:
                Picture(image, place);
                break;
            case Layout.Table table:
                _tables.Add(table, place);
                break;
            case Grid grid:
                _tables.Add(grid, place);
                break;
            case Panel panel:
                _tables.Add(panel, place);
                break;
            case BottomBlock bottom:
                _tables.AtFoot(bottom.Blocks, place);
                break;
            case Positioned positioned:
                _tables.At(positioned, place);
                break;
            case Spacer spacer:
                Gap(spacer.Height, place);
                break;
            case VerticalSpring or SealBlock:
                break;
            case HorizontalRule rule:
                Rule(rule, place);
                break;
            case PageBreak:
                _breaksPage = true;
                break;
            case KeepTogether group:
                Add(group.Blocks[..^1], place with { KeepsNext = true });
                Add(group.Blocks[^1], place);
                break;
            case MultiColumn columns:
                Add(columns.Blocks, place);
                break;
            case TableOfContents contents:
                Contents(contents, place);
                break;
            case IndexBlock index:
                Index(index, place);
                break;
            default:
                throw new ArgumentException($"A Word document cannot hold {block.GetType().Name}.", nameof(block));
        }
    }

    private void Heading(SectionHeading heading, WordPlace place)
    {
        var style = _document.Styles.HeadingAt(heading.Level);
        Words(
            heading.Number + heading.Content,
            _styles.Heading(heading.Level),
            style,
            heading.Style,
            place,
            heading.Id
        );
    }

    // A heading or title in a look of its own keeps its place in the outline; only the look is set beside it.
    private void Words(
        Phrase content,
        string styleId,
        ParagraphStyle style,
        ParagraphStyle? own,
        WordPlace place,
        string? id
    )
    {
        var shown = own ?? style;
        var paragraph = Add(_text.Runs(content, shown), styleId, place, shown);
        if (own is not null && own != style)
        {
            WordLook.Set(paragraph, own);
        }

        Mark(paragraph, id);
    }

    private void Mark(W.Paragraph paragraph, string? id)
    {
        if (id is null)
        {
            return;
        }

        var number = WordUnits.Text(++_bookmark);
        paragraph.InsertAfter(
            new W.BookmarkStart { Id = number, Name = _text.BookmarkOf(id) },
            paragraph.ParagraphProperties
        );
        paragraph.Append(new W.BookmarkEnd { Id = number });
    }

    private void List(ListBlock list, WordPlace place)
    {
        var style = list.Style ?? _document.Styles.List;
        for (var i = 0; i < list.Items.Length; i++)
        {
            var mark = ListSetter.TextOf(list.Mark, list.Start + i);
            // A mark with a blank of its own beside it needs none; the text hangs behind the widest.
            var hang =
                mark.Length == 0 ? 0
                : mark.Length >= 3 ? mark.Length - 0.5
                : 1.4;
            var body = style with { Left = style.Left + hang, Indent = 0 };
            var blocks = list.Items[i].Blocks;
            for (var b = 0; b < blocks.Length; b++)
            {
                if (b == 0 && mark.Length > 0 && blocks[b] is Layout.Paragraph { Style: null } first)
                {
                    var hung = body with { Indent = -hang };
                    IEnumerable<OpenXmlElement> runs =
                    [
                        new W.Run(new W.Text(mark)),
                        new W.Run(new W.TabChar()),
                        .. _text.Runs(first.Content, body),
                    ];
                    W.Paragraph paragraph = new([
                        new W.ParagraphProperties
                        {
                            ParagraphStyleId = new() { Val = _styles.Of(hung) },
                            KeepNext = place.KeepsNext ? new W.KeepNext() : null,
                        },
                        .. runs,
                    ]);
                    place.Parent.Append(paragraph);
                    Mark(paragraph, first.Id);
                    continue;
                }

                Add(blocks[b], place with { Body = body });
            }
        }
    }

    private void Picture(Figure figure, WordPlace place)
    {
        var drawing = figure.Drawing;
        var width = Math.Min(place.Width, figure.Width ?? drawing.Width);
        var alt =
            figure.Decorative ? ""
            : drawing.Description.Length > 0 ? drawing.Description
            : drawing.Title;
        var run = _pictures.Drawing(drawing, width, drawing.Height * width / drawing.Width, alt);
        Picture(run, figure.Align, figure.Space, figure.Title, figure.Note, place, figure.Id);
    }

    private void Picture(ImageBlock image, WordPlace place)
    {
        var width = Math.Min(place.Width, image.Width);
        var run = _pictures.Image(image.Content, width, image.Height * width / image.Width, image.Alt);
        Picture(run, image.Align, image.Space, image.Title, null, place, image.Id);
    }

    private void Picture(
        W.Run picture,
        TextAlignment align,
        double space,
        Phrase? title,
        Phrase? note,
        WordPlace place,
        string? id
    )
    {
        var paragraph = Add(
            [picture],
            WordStyles.Note,
            title is null && note is null ? place : place with { KeepsNext = true }
        );
        paragraph.ParagraphProperties!.SpacingBetweenLines = new()
        {
            Before = WordUnits.TwipsText(space),
            After = WordUnits.TwipsText(title is null ? space : 0),
            Line = "240",
            LineRule = W.LineSpacingRuleValues.Auto,
        };
        paragraph.ParagraphProperties.Justification = new() { Val = WordStyles.AlignmentOf(align) };
        if (title is { } words)
        {
            Caption("图", ++_figureNumber, words, place, id);
        }
        else
        {
            Mark(paragraph, id);
        }

        if (note is { } text)
        {
            Add(_text.Runs(text, _document.Styles.Note), WordStyles.Note, place, _document.Styles.Note);
        }
    }

    private void Rule(HorizontalRule rule, WordPlace place)
    {
        var paragraph = Add([], WordStyles.Note, place);
        var properties = paragraph.ParagraphProperties!;
        properties.ParagraphBorders = new W.ParagraphBorders
        {
            BottomBorder = new()
            {
                Val = W.BorderValues.Single,
                Size = WordUnits.Eighths(rule.Thickness),
                Space = 0,
                Color = WordUnits.Hex(rule.Ink.Color),
            },
        };
        properties.SpacingBetweenLines = new()
        {
            Before = WordUnits.TwipsText(rule.Before),
            After = WordUnits.TwipsText(rule.After),
            Line = "20",
            LineRule = W.LineSpacingRuleValues.Exact,
        };
        if (rule.Width is { } width && width < place.Width)
        {
            var rest = place.Width - width;
            var (left, right) = rule.Align switch
            {
                TextAlignment.Centre => (rest / 2, rest / 2),
                TextAlignment.Right => (rest, 0),
                _ => (0, rest),
            };
            properties.Indentation = new() { Left = WordUnits.TwipsText(left), Right = WordUnits.TwipsText(right) };
        }
    }

    // Word fills in the numbers of pages when the file is opened or the field updated.
    private void Contents(TableOfContents contents, WordPlace place)
    {
        var listed = _survey.Headings.Where(h => h.Listed && h.Level <= contents.Levels).ToArray();
        for (var i = 0; i < listed.Length; i++)
        {
            var style = _document.Styles.ContentsAt(listed[i].Level);
            var runs = new List<OpenXmlElement>();
            if (i == 0)
            {
                runs.AddRange([
                    new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin, Dirty = true }),
                    new W.Run(
                        new W.FieldCode(
                            string.Create(CultureInfo.InvariantCulture, $@" TOC \o ""1-{contents.Levels}"" \h \z ")
                        )
                        {
                            Space = SpaceProcessingModeValues.Preserve,
                        }
                    ),
                    new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }),
                ]);
            }

            runs.Add(new W.Run(new W.Text(listed[i].Words)));
            if (i == listed.Length - 1)
            {
                runs.Add(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End }));
            }

            Add(runs, _styles.Contents(listed[i].Level), place, style);
        }
    }

    private void Index(IndexBlock index, WordPlace place)
    {
        var style = index.Style ?? _document.Styles.Index;
        foreach (var entry in index.Entries)
        {
            IEnumerable<OpenXmlElement> pages = entry.Targets.SelectMany(
                (target, i) =>
                    (OpenXmlElement[])
                        [
                            new W.Run(new W.Text(i == 0 ? "\u3000" : "，")),
                            WordText.FieldOf($@"PAGEREF {_text.BookmarkOf(target)} \h", "", isStale: true),
                        ]
            );
            Add([.. _text.Runs(entry.Text, style), .. pages], _styles.Of(style), place, style);
        }
    }

    private static W.Tabs TabsOf(int springs, double width, ParagraphStyle? style)
    {
        var room = width - ((style?.Right ?? 0) * (style?.Size ?? 0));
        var right = new W.TabStop { Val = W.TabStopValues.Right, Position = WordUnits.Twips(room) };
        return springs == 1
            ? new W.Tabs(right)
            : new W.Tabs(new W.TabStop { Val = W.TabStopValues.Center, Position = WordUnits.Twips(room / 2) }, right);
    }
}

/// <summary>A look of its own on a paragraph of a named style（直接格式）.</summary>
internal static class WordLook
{
    /// <summary>Sets alignment, spacing and indents of a style on a paragraph, and its type on the runs.</summary>
    internal static void Set(W.Paragraph paragraph, ParagraphStyle style)
    {
        var properties = paragraph.ParagraphProperties!;
        properties.SpacingBetweenLines = new()
        {
            Before = WordUnits.TwipsText(style.Before),
            After = WordUnits.TwipsText(style.After),
            Line = WordUnits.TwipsText(style.Pitch),
            LineRule = W.LineSpacingRuleValues.Exact,
        };
        properties.Indentation = WordStyles.IndentOf(style);
        properties.Justification = new() { Val = WordStyles.AlignmentOf(style.Align) };
        foreach (var run in paragraph.Descendants<W.Run>().Where(r => r.RunProperties is null))
        {
            run.RunProperties = new W.RunProperties(WordStyles.RunOf(style));
        }
    }
}
