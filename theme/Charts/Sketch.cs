using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Collects the marks of one drawing（画稿）. Mutable and short-lived: made, filled and frozen inside one chart's method.
/// </summary>
internal sealed class Sketch(ChartStyle style)
{
    private static readonly ImmutableArray<double> Dashes = [2.5, 2];

    private readonly ImmutableArray<Mark>.Builder _marks = ImmutableArray.CreateBuilder<Mark>();

    /// <summary>Sizes.</summary>
    public ChartStyle Style { get; } = style;

    /// <summary>Dash pattern of what is missing or only compared with.</summary>
    public static ImmutableArray<double> Dashed => Dashes;

    public void Line(double x1, double y1, double x2, double y2, Ink ink, double width, bool dashed = false) =>
        _marks.Add(new PathMark(Shapes.Line(x1, y1, x2, y2), null, new Stroke(ink, width, dashed ? Dashes : [])));

    /// <summary>Several straight lines as one mark.</summary>
    public void Lines(Ink ink, double width, params ReadOnlySpan<(double X1, double Y1, double X2, double Y2)> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        var segments = ImmutableArray.CreateBuilder<Segment>(lines.Length * 2);
        foreach (var (x1, y1, x2, y2) in lines)
        {
            segments.AddRange(Shapes.Line(x1, y1, x2, y2));
        }

        _marks.Add(new PathMark(segments.MoveToImmutable(), null, new Stroke(ink, width)));
    }

    public void Rect(
        double x,
        double y,
        double width,
        double height,
        Fill? fill,
        Stroke? stroke = null,
        string? tip = null,
        string? href = null
    ) => _marks.Add(new PathMark(Shapes.Rectangle(x, y, width, height), fill, stroke) { Tip = tip, Href = href });

    public void Dot(
        double x,
        double y,
        double radius,
        Fill? fill,
        Stroke? stroke = null,
        string? tip = null,
        string? href = null
    ) => _marks.Add(new CircleMark(x, y, radius, fill, stroke) { Tip = tip, Href = href });

    public void Shape(
        IEnumerable<(double X, double Y)> points,
        bool closed,
        Fill? fill,
        Stroke? stroke,
        string? tip = null,
        string? href = null
    ) => _marks.Add(new PathMark(Shapes.Polygon(points, closed), fill, stroke) { Tip = tip, Href = href });

    public void Path(ImmutableArray<Segment> segments, Fill? fill, Stroke? stroke) =>
        _marks.Add(new PathMark(segments, fill, stroke));

    /// <summary>A ground that other drawings share.</summary>
    public void Add(GroupMark ground) => _marks.Add(ground);

    /// <summary>Text with its baseline at y.</summary>
    public void Text(
        double x,
        double y,
        string text,
        Ink? ink = null,
        TextAnchor anchor = TextAnchor.Start,
        double? size = null,
        FontRole role = ChartStyle.Role,
        string? href = null,
        double rotation = 0
    ) =>
        _marks.Add(
            new TextMark(x, y, text, size ?? Style.Text, role, ink ?? Palette.Ink, anchor, rotation) { Href = href }
        );

    /// <summary>
    /// The seal of an index: a filled square with its character in paper colour; side × side, top left at (x, y).
    /// </summary>
    public void Seal(double x, double y, double side, IndexKey key)
    {
        Rect(x, y, side, side, new Fill(Palette.Of(key)));
        Text(x + (side / 2), y + (side * 0.8), key.Seal(), Palette.Paper, TextAnchor.Middle, side * 0.78, FontRole.Kai);
    }

    /// <summary>A small triangle, up or down, centred at (x, y): better and worse are told by shape.</summary>
    public void Arrow(double x, double y, double size, bool up, Ink ink)
    {
        var (half, height) = (size * 0.36, size * 0.62);
        var tip = up ? y - (height / 2) : y + (height / 2);
        var foot = up ? y + (height / 2) : y - (height / 2);
        Shape([(x - half, foot), (x + half, foot), (x, tip)], true, new Fill(ink), null);
    }

    /// <summary>The mark of a series break（断点）: ≠ as three strokes, so that no font is needed for it.</summary>
    public void Break(double x, double y, Ink ink) => Lines(ink, Style.Hair * 2, BreakLines(x, y));

    /// <summary>The strokes of that mark.</summary>
    public (double X1, double Y1, double X2, double Y2)[] BreakLines(double x, double y)
    {
        var s = Style.Small * 0.42;
        return
        [
            (x - s, y - (s * 0.4), x + s, y - (s * 0.4)),
            (x - s, y + (s * 0.4), x + s, y + (s * 0.4)),
            (x - (s * 0.5), y + s, x + (s * 0.5), y - s),
        ];
    }

    /// <summary>What was drawn, for all drawings that stand on it.</summary>
    public GroupMark ToGround() => new(_marks.ToImmutable());

    public Drawing ToDrawing(double width, double height, string title, string description) =>
        new()
        {
            Width = width,
            Height = height,
            Marks = _marks.ToImmutable(),
            Title = title,
            Description = description,
        };
}
