namespace FuGongJianJia.Typesetting.Engine.Boxes;

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

    internal LineLabel? Label { get; init; }

    internal override string Where => Paragraph.Where;

    internal override void Paint(Painter painter, double x, double y)
    {
        if (Label is { Paragraph: var label })
            painter.PaintLine(label, 0, x + Label.X, y + Paragraph.Baseline - label.Baseline);
        painter.PaintLine(Paragraph, Index, x + X, y);
    }
}

/// <summary>A mark left of a line（行首标记）: of a list item, of a footnote.</summary>
/// <param name="Paragraph">Its words, one line.</param>
/// <param name="X">Left edge in the measure, points.</param>
internal sealed record LineLabel(SetParagraph Paragraph, double X);
