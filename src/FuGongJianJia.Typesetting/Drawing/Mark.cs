using System.Collections.Immutable;

namespace FuGongJianJia.Typesetting.Drawing;

/// <summary>A mark of a drawing（图元）: a path, a circle, dots, a text or a group.</summary>
public abstract record Mark
{
    private protected Mark() { }

    /// <summary>What a reader is told on pointing or focusing（提示）; null for none.</summary>
    public string? Tip { get; init; }

    /// <summary>Address that the mark leads to; null for none. Relative to the page that shows the drawing.</summary>
    public string? Href { get; init; }
}

/// <summary>A path（路径）.</summary>
/// <param name="Segments">Segments; the first is a Move.</param>
/// <param name="Fill">Fill, even-odd never: non-zero winding.</param>
/// <param name="Stroke">Stroke.</param>
public sealed record PathMark(ImmutableArray<Segment> Segments, Fill? Fill, Stroke? Stroke) : Mark;

/// <summary>A circle（圆）.</summary>
/// <param name="X">Centre, to the right.</param>
/// <param name="Y">Centre, downwards.</param>
/// <param name="Radius">Radius to the middle of the stroke, points.</param>
/// <param name="Fill">Fill.</param>
/// <param name="Stroke">Stroke.</param>
public sealed record CircleMark(double X, double Y, double Radius, Fill? Fill, Stroke? Stroke) : Mark;

/// <summary>A line of text（文字）on a drawing.</summary>
/// <param name="X">Anchor point.</param>
/// <param name="Y">Baseline.</param>
/// <param name="Text">Text, one line.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="Role">Face, by role.</param>
/// <param name="Ink">Colour.</param>
/// <param name="Anchor">What X is.</param>
/// <param name="Rotation">Degrees clockwise about the anchor point.</param>
public sealed record TextMark(
    double X,
    double Y,
    string Text,
    double Size,
    FontRole Role,
    Ink Ink,
    TextAnchor Anchor = TextAnchor.Start,
    double Rotation = 0
) : Mark;

/// <summary>Marks that belong together（组）, moved and optionally clipped to a rectangle of their own.</summary>
/// <param name="Marks">Marks.</param>
/// <param name="Dx">Shift to the right.</param>
/// <param name="Dy">Shift downwards.</param>
/// <param name="Clip">Rectangle (x, y, width, height) after the shift; null for none.</param>
public sealed record GroupMark(ImmutableArray<Mark> Marks, double Dx = 0, double Dy = 0, Rectangle? Clip = null) : Mark;

/// <summary>What the X of a text is（对齐）.</summary>
public enum TextAnchor
{
    /// <summary>Left end.</summary>
    Start,

    /// <summary>Middle.</summary>
    Middle,

    /// <summary>Right end.</summary>
    End,
}
