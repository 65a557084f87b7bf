using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Sets paragraphs（排段）: phrases into lines, lines into boxes.</summary>
internal sealed class ParagraphSetter(MeasuringContext context)
{
    // Type larger than the pitch of its paragraph opens its lines up to this many ems.
    private const double LargeTypePitch = 1.2;

    // A footnote: its text stands this many ems in, behind its number, which needs less than three.
    private const double FootnoteIndent = 1.25;
    private const double FootnoteNumberRoom = 3;

    // A running line never breaks: its measure is wider than any paper.
    private const double Endless = 1e6;

    // Sizes are sums of tenths of a point; a whole number of ems may come out a hair short.
    private const double Hair = 1e-6;

    private readonly LineBreaker _breaker = new(context.Styles.Lines);

    internal PhraseShaper Shaper { get; } = new(context);

    /// <summary>Sets a phrase and adds its lines to a flow.</summary>
    /// <param name="content">Phrase.</param>
    /// <param name="style">Style.</param>
    /// <param name="flow">Where the lines go.</param>
    /// <param name="width">Measure before indents, points.</param>
    /// <param name="tag">Element; null for an artifact.</param>
    /// <param name="id">Name of the block, for notices.</param>
    /// <param name="label">Mark left of the first line.</param>
    /// <param name="head">Words of an element of their own before the phrase.</param>
    internal void Set(
        Phrase content,
        ParagraphStyle style,
        Flow flow,
        double width,
        TagNode? tag,
        string? id = null,
        LineLabel? label = null,
        (Phrase Words, TagNode Tag)? head = null
    ) => AddLines(Paragraph(content, style, width, tag, id, head), style, flow, style.Left * style.Size, label);

    /// <summary>Sets a phrase.</summary>
    internal SetParagraph Paragraph(
        Phrase content,
        ParagraphStyle style,
        double width,
        TagNode? tag,
        string? id = null,
        (Phrase Words, TagNode Tag)? head = null
    )
    {
        var marks = Shaper.Add(content, style, tag, out var largest, head);
        var text = Shaper.Finish();
        SetNotes(marks);
        var measure = Math.Max(style.Size, width - (style.Left * style.Size) - (style.Right * style.Size));
        if (style.WholeEms && style.Align == TextAlignment.Justify && context.Depth == 0)
            measure = Math.Max(1, Math.Floor((measure / style.Size) + Hair)) * style.Size;
        var indent = style.Indent * style.Size;
        return new()
        {
            Text = text,
            Lines = _breaker.Break(text, new(measure, indent, style.Size, style.Align, style.Balanced)),
            Pitch = PitchOf(style, largest),
            Em = Math.Max(style.Size, largest),
            Tag = tag,
            Marks = marks,
            Measure = measure,
            Id = id,
        };
    }

    /// <summary>Sets what the shaper holds as an entry of contents or an index: words, leader, page numbers.</summary>
    internal SetParagraph Entry(List<InlineMark> marks, ParagraphStyle style, double width, TagNode tag, string leader)
    {
        var text = Shaper.Finish();
        var measure = width - ((style.Left + style.Right) * style.Size);
        return new()
        {
            Text = text,
            Lines = _breaker.Break(text, new(measure, 0, style.Size, TextAlignment.Left, false)),
            Pitch = style.Pitch,
            Em = style.Size,
            Tag = tag,
            Marks = marks,
            Leader = leader.Length > 0 ? char.ConvertToUtf32(leader, 0) : 0,
            Measure = measure,
        };
    }

    /// <summary>Sets one line of a running head or a page number.</summary>
    internal SetParagraph RunningLine(Phrase content, ParagraphStyle style, string page, string chapter)
    {
        Shaper.Running = (page, chapter);
        return Paragraph(content, style with { Align = TextAlignment.Left }, Endless, null);
    }

    /// <summary>Adds the lines of a paragraph to a flow.</summary>
    internal static void AddLines(
        SetParagraph paragraph,
        ParagraphStyle style,
        Flow flow,
        double x,
        LineLabel? label = null
    )
    {
        var count = paragraph.Lines.Length;
        for (var i = 0; i < count; i++)
        {
            flow.Add(
                new LineBox(paragraph, i, x)
                {
                    Before = i == 0 ? style.Before : 0,
                    After = i == count - 1 ? style.After : 0,
                    Keep =
                        i == 0 ? Keep.Free
                        : style.KeepLines ? Keep.Lines
                        : i == 1 || i == count - 1 ? Keep.Widow
                        : Keep.Free,
                    OnGrid = style.OnGrid,
                    Label = i == 0 ? label : null,
                    Footnotes = FootnotesOf(paragraph, i),
                }
            );
        }

        if (style.KeepWithNext)
            flow.KeepNext(Keep.Next);
    }

    /// <summary>Words of a cell, shaped but not broken.</summary>
    /// <param name="content">Words.</param>
    /// <param name="style">Style.</param>
    /// <param name="tag">Element.</param>
    /// <param name="tabular">All digits equally wide, as columns of numbers want them.</param>
    internal ShapedCell ShapeCell(Phrase content, ParagraphStyle style, TagNode tag, bool tabular)
    {
        if (content.Inlines is [Run { Role: null, Size: null, Ink: null, LetterSpacing: null, Rise: 0 } only])
        {
            Shaper.Add(only.Content, Shaper.StyleOf(style, -1) with { Tabular = tabular });
            return new(Shaper.Finish(), null, style.Size);
        }

        var marks = Shaper.Add(content, style, tag, out var largest);
        var text = Shaper.Finish();
        SetNotes(marks);
        return new(text, marks, largest);
    }

    /// <summary>Breaks the words of a cell.</summary>
    internal SetParagraph BreakCell(
        ShapedCell cell,
        ParagraphStyle style,
        double measure,
        TextAlignment align,
        TagNode tag
    ) =>
        new()
        {
            Text = cell.Text,
            Lines = _breaker.Break(cell.Text, new(Math.Max(1, measure), 0, style.Size, align, false)),
            Pitch = PitchOf(style, cell.Largest),
            Em = cell.Largest,
            Tag = tag,
            Marks = cell.Marks,
            Measure = measure,
        };

    /// <summary>The lines of a cell.</summary>
    internal static List<Box> LinesOf(SetParagraph paragraph)
    {
        var boxes = new List<Box>(paragraph.Lines.Length);
        for (var i = 0; i < paragraph.Lines.Length; i++)
            boxes.Add(new LineBox(paragraph, i, 0) { Footnotes = FootnotesOf(paragraph, i) });
        return boxes;
    }

    /// <summary>How wide a phrase is when nothing wraps, points; counts nothing.</summary>
    internal double NaturalWidth(Phrase content, ParagraphStyle style)
    {
        var counters = context.Counters;
        Shaper.Add(content, style, null, out _);
        context.Counters = counters;
        return Shaper.Finish().WidestLine() + ((style.Left + style.Right + Math.Max(0, style.Indent)) * style.Size);
    }

    // Lines open up for type larger than their pitch was meant for.
    private static double PitchOf(ParagraphStyle style, double largest) =>
        largest > style.Size || style.Pitch < style.Size
            ? Math.Max(style.Pitch, largest * LargeTypePitch)
            : style.Pitch;

    // Notes within notes are numbered on from their note; the text goes on from its own.
    private void SetNotes(List<InlineMark>? marks)
    {
        var counters = context.Counters;
        foreach (var mark in marks ?? [])
        {
            if (mark.Note is not var (number, content, tag))
                continue;
            var style = context.Styles.Footnote;
            var label = Paragraph(number, style, style.Size * FootnoteNumberRoom, tag?.Add("Lbl"));
            var flow = new Flow();
            Set(
                content,
                style with
                {
                    Left = FootnoteIndent,
                    Indent = 0,
                },
                flow,
                context.Page.BodyWidth,
                tag?.Add("P"),
                label: new(label, 0)
            );
            mark.Footnote = new(flow.Boxes);
        }

        context.Counters = counters;
    }

    private static List<FootnoteContent>? FootnotesOf(SetParagraph paragraph, int index)
    {
        if (paragraph.Marks is not { } marks)
            return null;
        List<FootnoteContent>? found = null;
        var line = paragraph.Lines[index];
        var last = -1;
        for (var i = line.Start; i < line.Next; i++)
        {
            var mark = paragraph.Text.Styles[paragraph.Text.Clusters[i].Style].Mark;
            if (mark == last || mark < 0)
                continue;
            last = mark;
            if (marks[mark].Footnote is { } footnote)
                (found ??= []).Add(footnote);
        }

        return found;
    }
}

/// <summary>Words of a cell before they are broken（单元格文字）.</summary>
/// <param name="Text">Words.</param>
/// <param name="Marks">What stretches belong to.</param>
/// <param name="Largest">Largest type size, points.</param>
internal sealed record ShapedCell(ShapedText Text, List<InlineMark>? Marks, double Largest);
