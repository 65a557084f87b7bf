using System.Collections.Immutable;

namespace FuGongJianJia.Typesetting.Drawing;

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
            segments.Add(segments.Count == 0 ? Segment.Move(x, y) : Segment.Line(x, y));

        if (closed && segments.Count > 0)
            segments.Add(Segment.Close);

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
