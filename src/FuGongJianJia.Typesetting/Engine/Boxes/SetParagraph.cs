using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>What a stretch of a paragraph belongs to: a link, a reference, a note's mark.</summary>
internal sealed class InlineMark
{
    internal TagNode? Tag { get; init; }

    internal string? Uri { get; init; }

    /// <summary>Id of the block it leads to.</summary>
    internal string? Target { get; init; }

    /// <summary>Index of the heading it leads to; -1 for none.</summary>
    internal int Heading { get; init; } = -1;

    internal string Description { get; init; } = "";

    internal Footing? Footing { get; set; }

    internal bool IsLink => Uri is not null || Target is not null || Heading >= 0;
}

/// <summary>A paragraph broken into lines（排好的段落）; points.</summary>
internal sealed class SetParagraph
{
    internal required ShapedText Text { get; init; }

    internal required LineSpec[] Lines { get; init; }

    internal required double Pitch { get; init; }

    internal required double Em { get; init; }

    internal TagNode? Tag { get; init; }

    internal List<InlineMark>? Marks { get; init; }

    /// <summary>Character repeated in springs; 0 for none.</summary>
    internal int Leader { get; init; }

    internal double Measure { get; init; }

    /// <summary>Id of the block, when it has one.</summary>
    internal string? Id { get; init; }

    /// <summary>Height of all lines.</summary>
    internal double Height => Lines.Length * Pitch;

    /// <summary>
    /// Baseline below the top of a line: the em box stands in the middle of the pitch, 12 % of it below the baseline.
    /// </summary>
    internal double Baseline => ((Pitch - Em) / 2) + (0.88 * Em);

    /// <summary>For notices: the id, or the first characters.</summary>
    internal string Where =>
        Id ?? string.Concat(Text.Clusters.Take(16).Where(c => c.Glyph != 0).Select(c => GlyphTable.TextOf(c.Rune)));
}

/// <summary>A line of a paragraph（行盒）.</summary>
internal sealed class LineBox : Box
{
    internal LineBox(SetParagraph paragraph, int index, double x)
    {
        (Paragraph, Index, X) = (paragraph, index, x);
        Height = paragraph.Pitch;
    }

    internal SetParagraph Paragraph { get; }

    internal int Index { get; }

    internal double X { get; }

    /// <summary>Mark of a list item, left of its first line.</summary>
    internal SetParagraph? Label { get; init; }

    internal double LabelX { get; init; }

    internal override string Where => Paragraph.Where;

    internal override void Paint(Painter painter, double x, double y)
    {
        if (Label is not null)
            painter.PaintLine(Label, 0, x + LabelX, y + Paragraph.Baseline - Label.Baseline);
        painter.PaintLine(Paragraph, Index, x + X, y);
    }
}
