using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Engine.Boxes;

namespace FuGongJianJia.Typesetting.Drawing;

/// <summary>
/// A vector drawing（矢量图）, described once and rendered to PDF by this library and to SVG by whoever wants a page.
/// Lengths are points (1/72 inch), the origin is the top left corner, y grows downwards.
/// </summary>
public sealed record Drawing
{
    /// <summary>Width in points, positive.</summary>
    public required double Width { get; init; }

    /// <summary>Height in points, positive.</summary>
    public required double Height { get; init; }

    /// <summary>Marks, painted in order.</summary>
    public required ImmutableArray<Mark> Marks { get; init; }

    /// <summary>Short title（标题）: SVG title.</summary>
    public required string Title { get; init; }

    /// <summary>The finding in words（替代文字）: SVG desc, PDF Alt.</summary>
    public required string Description { get; init; }
}

/// <summary>A colour of paper（颜色）, 8 bits a channel, sRGB.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Black.</summary>
    public static Rgb Black => new(0, 0, 0);

    /// <summary>White.</summary>
    public static Rgb White => new(255, 255, 255);

    /// <summary>From 0xRRGGBB.</summary>
    public static Rgb FromHex(int value) => new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
}

/// <summary>
/// Ink（墨）: the colour on paper, and a token by which a screen may choose its own (dark mode, high contrast).
/// </summary>
/// <param name="Color">On paper.</param>
/// <param name="Token">Name of a style variable, such as ink or norm; null keeps the paper colour.</param>
public readonly record struct Ink(Rgb Color, string? Token = null);

/// <summary>Pattern of a filled area（图案）, so that a figure can be read without colour.</summary>
public enum FillPattern
{
    /// <summary>Even.</summary>
    Solid,

    /// <summary>Diagonal lines, rising to the right.</summary>
    Rising,

    /// <summary>Diagonal lines, falling to the right.</summary>
    Falling,

    /// <summary>Crossed diagonals.</summary>
    Crossed,

    /// <summary>Dots.</summary>
    Dots,

    /// <summary>Horizontal lines.</summary>
    Horizontal,
}

/// <summary>Fill of a path（填充）.</summary>
/// <param name="Ink">Colour.</param>
/// <param name="Pattern">Pattern drawn in that ink; Solid fills evenly.</param>
/// <param name="Opacity">0–1; 1 by default. Paper may render it as a tint on white.</param>
public readonly record struct Fill(Ink Ink, FillPattern Pattern = FillPattern.Solid, double Opacity = 1);

/// <summary>Stroke of a path（描边）.</summary>
/// <param name="Ink">Colour.</param>
/// <param name="Width">Points.</param>
/// <param name="Dash">Dash and gap lengths in points, alternating; empty for a solid line.</param>
public readonly record struct Stroke(Ink Ink, double Width, ImmutableArray<double> Dash = default);

/// <summary>A mark of a drawing（图元）: a path, a text or a group.</summary>
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

/// <summary>
/// Equal round dots（散点）, however many, as one mark: a scatter of hundreds costs a few bytes a dot on page and paper.
/// </summary>
/// <param name="Centres">Centres.</param>
/// <param name="Radius">Radius to the middle of the ring, points.</param>
/// <param name="Inside">Even colour inside the ring.</param>
/// <param name="Ring">Colour and width of the ring; its dash is not used.</param>
public sealed record DotsMark(ImmutableArray<Point> Centres, double Radius, Ink Inside, Stroke Ring) : Mark;

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

/// <summary>A rectangle.</summary>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct Rectangle(double X, double Y, double Width, double Height);

/// <summary>A point.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public readonly record struct Point(double X, double Y);

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

/// <summary>Role of a typeface（字体角色）.</summary>
public enum FontRole
{
    /// <summary>小标宋: titles.</summary>
    Title,

    /// <summary>宋.</summary>
    Song,

    /// <summary>仿宋.</summary>
    FangSong,

    /// <summary>黑.</summary>
    Hei,

    /// <summary>楷.</summary>
    Kai,

    /// <summary>粗黑: heavy sans, for large figures.</summary>
    HeiBold,
}

/// <summary>Kind of a path segment.</summary>
public enum SegmentKind
{
    /// <summary>Start a new subpath at (X, Y).</summary>
    Move,

    /// <summary>Straight line to (X, Y).</summary>
    Line,

    /// <summary>Cubic Bézier with control points 1 and 2 to (X, Y).</summary>
    Curve,

    /// <summary>Close the subpath.</summary>
    Close,
}

/// <summary>A path segment（路径段）.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="X">End point.</param>
/// <param name="Y">End point.</param>
/// <param name="X1">First control point of a curve.</param>
/// <param name="Y1">First control point of a curve.</param>
/// <param name="X2">Second control point of a curve.</param>
/// <param name="Y2">Second control point of a curve.</param>
public readonly record struct Segment(
    SegmentKind Kind,
    double X = 0,
    double Y = 0,
    double X1 = 0,
    double Y1 = 0,
    double X2 = 0,
    double Y2 = 0
)
{
    /// <summary>Start at a point.</summary>
    public static Segment Move(double x, double y) => new(SegmentKind.Move, x, y);

    /// <summary>Line to a point.</summary>
    public static Segment Line(double x, double y) => new(SegmentKind.Line, x, y);

    /// <summary>Curve to (x, y).</summary>
    public static Segment Curve(double x1, double y1, double x2, double y2, double x, double y) =>
        new(SegmentKind.Curve, x, y, x1, y1, x2, y2);

    /// <summary>Close.</summary>
    public static Segment Close => new(SegmentKind.Close);
}

/// <summary>Paths that are needed everywhere.</summary>
public static class Shapes
{
    // Four Bézier arcs approximate a circle; this is the control distance for a quarter of radius 1.
    private const double Quarter = 0.5522847498307936;

    /// <summary>A rectangle.</summary>
    public static ImmutableArray<Segment> Rectangle(double x, double y, double width, double height) =>
        [
            Segment.Move(x, y),
            Segment.Line(x + width, y),
            Segment.Line(x + width, y + height),
            Segment.Line(x, y + height),
            Segment.Close,
        ];

    /// <summary>A straight line.</summary>
    public static ImmutableArray<Segment> Line(double x1, double y1, double x2, double y2) =>
        [Segment.Move(x1, y1), Segment.Line(x2, y2)];

    /// <summary>A closed polygon or an open polyline through points.</summary>
    public static ImmutableArray<Segment> Polygon(IEnumerable<(double X, double Y)> points, bool closed = true)
    {
        var segments = ImmutableArray.CreateBuilder<Segment>();
        foreach (var (x, y) in points)
        {
            segments.Add(segments.Count == 0 ? Segment.Move(x, y) : Segment.Line(x, y));
        }

        if (closed && segments.Count > 0)
        {
            segments.Add(Segment.Close);
        }

        return segments.ToImmutable();
    }

    /// <summary>A circle.</summary>
    public static ImmutableArray<Segment> Circle(double cx, double cy, double r)
    {
        var k = r * Quarter;
        return
        [
            Segment.Move(cx + r, cy),
            Segment.Curve(cx + r, cy + k, cx + k, cy + r, cx, cy + r),
            Segment.Curve(cx - k, cy + r, cx - r, cy + k, cx - r, cy),
            Segment.Curve(cx - r, cy - k, cx - k, cy - r, cx, cy - r),
            Segment.Curve(cx + k, cy - r, cx + r, cy - k, cx + r, cy),
            Segment.Close,
        ];
    }
}
