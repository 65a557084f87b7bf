using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>A top-level block as boxes, with its draft of the structure.</summary>
/// <param name="Boxes">Boxes.</param>
/// <param name="Tags">Elements, in order.</param>
/// <param name="PrintsPages">It prints page numbers of other places and must be measured again when they
/// change.</param>
/// <param name="KeepNext">How strongly the next block clings to it.</param>
internal sealed record MeasuredBlock(List<Box> Boxes, List<TagNode> Tags, bool PrintsPages, Keep KeepNext);

/// <summary>Turns blocks into boxes of known height（量块）.</summary>
internal sealed partial class Measurer
{
    private readonly StyleSheet _sheet;
    private readonly FontSet _fonts;
    private readonly GlyphTable[] _glyphs;
    private readonly Survey _survey;
    private readonly NoticeLog _notices;
    private readonly string _fingerprint;
    private readonly Shaper _shaper;
    private readonly LineBreaker _breaker;
    private Counters _counters;
    private Destinations _targets = new();
    private bool _printsPages;
    private PageSetup _page = PageSetup.OfficialDocument;
    private ParagraphStyle _body;
    private int _depth;

    internal Measurer(Document document, FontSet fonts, Survey survey, NoticeLog notices)
    {
        (_sheet, _fonts, _survey, _notices, _fingerprint) = (
            document.Styles,
            fonts,
            survey,
            notices,
            document.Fingerprint
        );
        _glyphs = GlyphTable.Of(fonts);
        _shaper = new(_sheet.Lines);
        _breaker = new(_sheet.Lines);
        _body = _sheet.Body;
    }

    /// <summary>Measures a top-level block.</summary>
    internal MeasuredBlock Measure(DocumentBlock block, PageSetup page, Counters counters, Destinations targets)
    {
        (_counters, _targets, _page, _printsPages, _body) = (counters, targets, page, false, _sheet.Body);
        var root = new TagNode("Document");
        var flow = new Flow();
        Set(block, flow, page.BodyWidth, root);
        return new(flow.Boxes, root.Children, _printsPages, flow.Pending);
    }

    private void SetAll(ImmutableArray<DocumentBlock> blocks, Flow flow, double width, TagNode tags)
    {
        foreach (var block in blocks)
            Set(block, flow, width, tags);
    }

    private List<Box> Inside(ImmutableArray<DocumentBlock> blocks, double width, TagNode tags)
    {
        var flow = new Flow();
        _depth++;
        SetAll(blocks, flow, width, tags);
        _depth--;
        return flow.Boxes;
    }

    private void Set(DocumentBlock block, Flow flow, double width, TagNode tags)
    {
        var first = flow.Boxes.Count;
        var heading = -1;
        switch (block)
        {
            case Paragraph paragraph:
                SetText(
                    paragraph.Content,
                    paragraph.Style ?? _body,
                    flow,
                    width,
                    tags.Add(paragraph.IsQuote ? "BlockQuote" : "P"),
                    block.Id
                );
                break;
            case SectionHeading h:
                heading = _counters.Headings;
                SetHeading(h, flow, width, tags);
                break;
            case TitleBlock title:
                SetText(title.Content, title.Style ?? _sheet.Title, flow, width, tags.Add("H1"), block.Id);
                break;
            case ListBlock list:
                SetList(list, flow, width, tags);
                break;
            case Table table:
                SetTable(table, flow, width, tags);
                break;
            case Figure figure:
                SetFigure(figure, flow, width, tags);
                break;
            case ImageBlock image:
                SetImage(image, flow, width, tags);
                break;
            case Grid grid:
                SetGrid(grid, flow, width, tags);
                break;
            case Panel panel:
                SetPanel(panel, flow, width, tags);
                break;
            case Spacer spacer:
                flow.Add(new SpaceBox(spacer.Height, spacer.Fixed));
                break;
            case VerticalSpring spring:
                flow.Add(new SpringBox(spring.Weight));
                break;
            case HorizontalRule rule:
                SetRule(rule, flow, width);
                break;
            case PageBreak pageBreak:
                flow.Add(new PageBreakBox(pageBreak.ToOddPage));
                break;
            case KeepTogether group:
                flow.AddKept(Inside(group.Blocks, width, tags));
                break;
            case MultiColumn columns:
                var count = Math.Max(1, columns.Count);
                var columnWidth = (width - ((count - 1) * columns.Gap)) / count;
                flow.Add(new ColumnsBox(count, columnWidth, columns.Gap, Inside(columns.Blocks, columnWidth, tags)));
                break;
            case Positioned positioned:
                flow.Add(
                    Lifted(
                        new PositionedBox(
                            positioned.Area,
                            positioned.Align,
                            Inside(positioned.Blocks, positioned.Area.Width, tags)
                        ),
                        []
                    )
                );
                break;
            case BottomBlock bottom:
                // Nothing shares the white above it: the spring outweighs all others. It clings to the text, so that no
                // imprint stands
                // on a page without any.
                flow.Add(new SpringBox(1e9) { Keep = Keep.Next });
                flow.KeepNext(Keep.Together);
                flow.AddKept(Inside(bottom.Blocks, width, tags));
                break;
            case TableOfContents contents:
                SetContents(contents, flow, width, tags);
                break;
            case IndexBlock index:
                SetIndex(index, flow, width, tags);
                break;
        }

        if (block.Id is null && heading < 0)
            return;
        if (flow.Boxes.Count == first)
            flow.Add(new SpaceBox(0, true));
        (flow.Boxes[first].Anchors ??= []).Add(new(block.Id, heading));
    }

    private void SetHeading(SectionHeading heading, Flow flow, double width, TagNode tags)
    {
        var own = _counters.NextHeading(
            heading.Level,
            heading.Number is null ? _sheet.Numbering : HeadingNumbering.None
        );
        var number = heading.Number ?? own;
        _counters.Headings++;
        var level = Math.Clamp(heading.Level, 1, 6);
        var content = number.Length > 0 ? (Phrase)number + heading.Content : heading.Content;
        SetText(content, heading.Style ?? _sheet.HeadingAt(level), flow, width, tags.Add($"H{level}"), heading.Id);
    }

    private void SetRule(HorizontalRule rule, Flow flow, double width)
    {
        var own = Math.Min(width, rule.Width ?? width);
        var x = Shift(rule.Align, width - own);
        flow.Add(
            new RuleBox(rule.Ink, x, own)
            {
                Height = rule.Thickness,
                Before = rule.Before,
                After = rule.After,
            }
        );
    }

    private void SetPanel(Panel panel, Flow flow, double width, TagNode tags)
    {
        var vertical = panel.VerticalPadding ?? panel.Padding;
        var cell = new SetCell
        {
            X = 0,
            Width = width,
            Boxes = Inside(panel.Blocks, Math.Max(1, width - (2 * panel.Padding)), tags),
            PaddingX = panel.Padding,
            PaddingTop = vertical,
            PaddingBottom = vertical,
            Background = panel.Background,
            LeftRule = panel.LeftRule,
            Border = panel.Border,
        };
        flow.Add(
            Lifted(
                new RowBox
                {
                    Cells = [cell],
                    Width = width,
                    Height = RowBox.HeightOf(cell),
                    Before = panel.Space,
                    After = panel.Space,
                },
                cell.Boxes
            )
        );
    }

    private void SetGrid(Grid grid, Flow flow, double width, TagNode tags)
    {
        var widths = GridWidths(grid, width);
        List<SetCell> cells = [];
        double x = 0;
        for (var i = 0; i < widths.Length; i++)
        {
            cells.Add(
                new()
                {
                    X = x,
                    Width = widths[i],
                    Boxes = Inside(grid.Columns[i].Blocks, widths[i], tags),
                    Align = grid.Align,
                }
            );
            x += widths[i] + grid.Gap;
        }

        var height = cells.Count == 0 ? 0 : cells.Max(RowBox.HeightOf);
        flow.Add(
            Lifted(
                new RowBox
                {
                    Cells = cells,
                    Width = width,
                    Height = height,
                    Before = grid.Space,
                    After = grid.Space,
                },
                cells.SelectMany(c => c.Boxes)
            )
        );
    }

    private double[] GridWidths(Grid grid, double width)
    {
        var free = width - (Math.Max(0, grid.Columns.Length - 1) * grid.Gap);
        var needs = new ColumnNeed[grid.Columns.Length];
        for (var i = 0; i < needs.Length; i++)
        {
            var column = grid.Columns[i];
            var natural = column.Width.Kind == ColumnWidthKind.Content ? NaturalWidth(column.Blocks, free) : 0;
            needs[i] = new(column.Width, Math.Min(natural, 24), natural);
        }

        return ColumnWidths.Resolve(needs, free);
    }

    private static double Shift(TextAlignment align, double free) =>
        align switch
        {
            TextAlignment.Centre => free / 2,
            TextAlignment.Right => free,
            _ => 0,
        };

    // Anchors and footnotes of boxes inside a box belong to the page on which the outer box stands.
    private static T Lifted<T>(T outer, IEnumerable<Box> inner)
        where T : Box
    {
        foreach (var box in inner)
        {
            if (box.Anchors is { } anchors)
                (outer.Anchors ??= []).AddRange(anchors);
            if (box.Footings is { } footings)
                (outer.Footings ??= []).AddRange(footings);
        }

        return outer;
    }
}

/// <summary>Boxes as they are gathered, with what the next one must cling to.</summary>
internal sealed class Flow
{
    private Keep _next;

    internal List<Box> Boxes { get; } = [];

    /// <summary>What the next box must cling to.</summary>
    internal Keep Pending => _next;

    /// <summary>The next box stays with what is there.</summary>
    internal void KeepNext(Keep keep) => _next = keep;

    internal void Add(Box box)
    {
        if (_next > box.Keep)
            box.Keep = _next;
        _next = Keep.Free;
        Boxes.Add(box);
    }

    /// <summary>Adds boxes that stay together.</summary>
    internal void AddKept(List<Box> boxes)
    {
        for (var i = 0; i < boxes.Count; i++)
        {
            if (i > 0)
                boxes[i].Keep = Keep.Together;
            Add(boxes[i]);
        }
    }
}
