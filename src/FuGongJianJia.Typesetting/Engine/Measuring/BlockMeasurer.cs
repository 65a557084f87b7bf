using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>A top-level block as boxes, with its draft of the structure（量好的块）.</summary>
/// <param name="Boxes">Boxes.</param>
/// <param name="Tags">Elements, in order.</param>
/// <param name="PrintsPages">
/// It prints page numbers of other places and must be measured again when they change.
/// </param>
/// <param name="KeepNext">How strongly the next block clings to it.</param>
internal sealed record MeasuredBlock(List<Box> Boxes, List<TagNode> Tags, bool PrintsPages, Keep KeepNext);

/// <summary>Turns blocks into boxes of known height（量块）.</summary>
internal sealed class BlockMeasurer
{
    // Outweighs every other spring of a page, so that an imprint stands at its very bottom.
    private const double ImprintSpring = 1e9;

    // A column as wide as its content asks for this much at least, points; below, its words may be broken.
    private const double NarrowestColumn = 24;

    // A width found by measuring is opened by this much, points, so that the same words do not wrap within it.
    private const double Hair = 0.01;

    private readonly MeasuringContext _context;
    private readonly ParagraphSetter _paragraphs;
    private readonly PictureSetter _pictures;
    private readonly ContentsSetter _contents;
    private readonly ListSetter _lists;
    private readonly TableSetter _tables;

    internal BlockMeasurer(Document document, FontSet fonts, Survey survey, NoticeLog notices)
    {
        _context = new(document, fonts, survey, notices);
        _paragraphs = new(_context);
        _pictures = new(_context, _paragraphs);
        _contents = new(_context, _paragraphs);
        _lists = new(_context, _paragraphs, this);
        _tables = new(_context, _paragraphs, this);
    }

    /// <summary>Measures a top-level block.</summary>
    internal MeasuredBlock Measure(DocumentBlock block, PageSetup page, Counters counters, Destinations destinations)
    {
        _context.Begin(page, counters, destinations);
        var root = new TagNode("Document");
        var flow = new Flow();
        Set(block, flow, page.BodyWidth, root);
        return new(flow.Boxes, root.Children, _context.PrintsPages, flow.Pending);
    }

    /// <summary>Sets one line of a running head or a page number.</summary>
    internal SetParagraph RunningLine(Phrase content, ParagraphStyle style, string page, string chapter) =>
        _paragraphs.RunningLine(content, style, page, chapter);

    /// <summary>Sets blocks that stand inside another.</summary>
    internal List<Box> Inside(ImmutableArray<DocumentBlock> blocks, double width, TagNode tags)
    {
        var flow = new Flow();
        _context.Depth++;
        foreach (var block in blocks)
            Set(block, flow, width, tags);
        _context.Depth--;
        return flow.Boxes;
    }

    /// <summary>Adds the boxes of a block to a flow.</summary>
    internal void Set(DocumentBlock block, Flow flow, double width, TagNode tags)
    {
        var first = flow.Boxes.Count;
        var heading = -1;
        switch (block)
        {
            case Paragraph paragraph:
                if (paragraph.RunIn is not null)
                    heading = _context.Counters.Headings++;
                SetParagraph(paragraph, heading, flow, width, tags);
                break;
            case SectionHeading h:
                heading = _context.Counters.Headings++;
                SetHeading(h, heading, flow, width, tags);
                break;
            case TitleBlock title:
                var style = title.Style ?? _context.Styles.Title;
                _paragraphs.Set(title.Content, style, flow, width, tags.Add("H1"), block.Id);
                break;
            case ListBlock list:
                _lists.Set(list, flow, width, tags);
                break;
            case Table table:
                _tables.Set(table, flow, width, tags);
                break;
            case Figure figure:
                _pictures.Set(figure, flow, width, tags);
                break;
            case ImageBlock image:
                _pictures.Set(image, flow, width, tags);
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
            case SealBlock seal:
                flow.Add(new SealBox(seal.Name, width - seal.Right, seal.Rise, seal.Size, tags.Add("Form")));
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
                SetColumns(columns, flow, width, tags);
                break;
            case Positioned positioned:
                var boxes = Inside(positioned.Blocks, positioned.Area.Width, tags);
                flow.Add(new PositionedBox(positioned.Area, positioned.Align, boxes));
                break;
            case BottomBlock bottom:
                // It clings to the text, so that no imprint stands on a page without any.
                flow.Add(new SpringBox(ImprintSpring) { Keep = Keep.Next });
                flow.KeepNext(Keep.Together);
                flow.AddKept(Inside(bottom.Blocks, width, tags));
                break;
            case TableOfContents contents:
                _contents.Set(contents, flow, width, tags);
                break;
            case IndexBlock index:
                _contents.Set(index, flow, width, tags);
                break;
        }

        if (block.Id is null && heading < 0)
            return;
        if (flow.Boxes.Count == first)
            flow.Add(new SpaceBox(0, true));
        (flow.Boxes[first].Anchors ??= []).Add(new(block.Id, heading));
    }

    /// <summary>How wide blocks are when nothing wraps, points.</summary>
    internal double NaturalWidth(ImmutableArray<DocumentBlock> blocks, double limit)
    {
        double widest = 0;
        foreach (var block in blocks)
        {
            var width = block switch
            {
                Paragraph p => _paragraphs.NaturalWidth(p.Content, p.Style ?? _context.Body),
                TitleBlock t => _paragraphs.NaturalWidth(t.Content, t.Style ?? _context.Styles.Title),
                SectionHeading h => _paragraphs.NaturalWidth(h.Content, StyleOf(h)),
                Figure f => f.Width ?? f.Drawing.Width,
                ImageBlock i => i.Width,
                Spacer or VerticalSpring or PageBreak or SealBlock => 0,
                HorizontalRule r => r.Width ?? 0,
                _ => limit,
            };
            widest = Math.Max(widest, width);
        }

        return Math.Min(limit, widest + Hair);
    }

    private ParagraphStyle StyleOf(SectionHeading heading) => heading.Style ?? _context.Styles.HeadingAt(heading.Level);

    private void SetHeading(SectionHeading heading, int index, Flow flow, double width, TagNode tags)
    {
        _paragraphs.Set(heading.Words, StyleOf(heading), flow, width, AddTag(index, tags), heading.Id);
    }

    private void SetParagraph(Paragraph paragraph, int index, Flow flow, double width, TagNode tags)
    {
        // The heading is read before the paragraph in whose line it stands, not within it.
        var head = paragraph.RunIn is { } runIn ? (runIn.Words, AddTag(index, tags)) : default((Phrase, TagNode)?);
        var tag = tags.Add(paragraph.IsQuote ? "BlockQuote" : "P");
        var style = paragraph.Style ?? _context.Body;
        _paragraphs.Set(paragraph.Content, style, flow, width, tag, paragraph.Id, head: head);
    }

    private TagNode AddTag(int heading, TagNode tags) => tags.Add($"H{_context.Survey.Headings[heading].Depth}");

    private static void SetRule(HorizontalRule rule, Flow flow, double width)
    {
        var own = Math.Min(width, rule.Width ?? width);
        flow.Add(
            new RuleBox(rule.Ink, BoxList.Shift(rule.Align, width - own), own)
            {
                Height = rule.Thickness,
                Before = rule.Before,
                After = rule.After,
            }
        );
    }

    private void SetColumns(MultiColumn columns, Flow flow, double width, TagNode tags)
    {
        var count = Math.Max(1, columns.Count);
        var columnWidth = (width - ((count - 1) * columns.Gap)) / count;
        flow.Add(new ColumnsBox(count, columnWidth, columns.Gap, Inside(columns.Blocks, columnWidth, tags)));
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
        AddRow([cell], flow, width, panel.Space);
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

        AddRow(cells, flow, width, grid.Space);
    }

    private static void AddRow(List<SetCell> cells, Flow flow, double width, double space) =>
        flow.Add(
            BoxList.Enclose(
                new RowBox
                {
                    Cells = cells,
                    Width = width,
                    Height = cells.Count == 0 ? 0 : cells.Max(RowBox.HeightOf),
                    Before = space,
                    After = space,
                },
                cells.SelectMany(c => c.Boxes)
            )
        );

    private double[] GridWidths(Grid grid, double width)
    {
        var free = width - (Math.Max(0, grid.Columns.Length - 1) * grid.Gap);
        var needs = new ColumnNeed[grid.Columns.Length];
        for (var i = 0; i < needs.Length; i++)
        {
            var column = grid.Columns[i];
            var natural = column.Width.Kind == ColumnWidthKind.Content ? NaturalWidth(column.Blocks, free) : 0;
            needs[i] = new(column.Width, Math.Min(natural, NarrowestColumn), natural);
        }

        return ColumnWidths.Resolve(needs, free);
    }
}
