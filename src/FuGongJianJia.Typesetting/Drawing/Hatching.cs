using System.Collections.Immutable;

namespace FuGongJianJia.Typesetting.Drawing;

/// <summary>
/// The lines and dots of a pattern（图案线条）, cut to the path that they fill, so that whoever paints them needs no
/// clipping. They are counted from the drawing's origin: neighbouring areas go on in step.
/// </summary>
public static class Hatching
{
    /// <summary>Distance of lines and of dots, points: wide enough to be told apart in print at 100 %.</summary>
    public const double Step = 4;

    /// <summary>Width of a line, points.</summary>
    public const double LineWidth = 0.8;

    /// <summary>Width of a dot, points.</summary>
    public const double DotWidth = 1.5;

    // Straight pieces that stand for a curve.
    private const int CurvePieces = 16;

    /// <summary>Lines of a pattern of lines; none for dots and even fills.</summary>
    /// <param name="path">Path to fill, non-zero winding.</param>
    /// <param name="pattern">Pattern.</param>
    public static ImmutableArray<Segment> Lines(ImmutableArray<Segment> path, FillPattern pattern)
    {
        var half = Math.Sqrt(0.5);
        Point[] normals = pattern switch
        {
            FillPattern.Horizontal => [new(0, 1)],
            FillPattern.Rising => [new(half, half)],
            FillPattern.Falling => [new(half, -half)],
            FillPattern.Crossed => [new(half, half), new(half, -half)],
            _ => [],
        };
        var edges = Edges(path);
        return
        [
            .. normals.SelectMany(n =>
                Spans(edges, n)
                    .SelectMany(s =>
                        Shapes.Line(
                            (s.At * n.X) - (s.From * n.Y),
                            (s.At * n.Y) + (s.From * n.X),
                            (s.At * n.X) - (s.To * n.Y),
                            (s.At * n.Y) + (s.To * n.X)
                        )
                    )
            ),
        ];
    }

    /// <summary>Centres of the dots of a pattern of dots, every second row moved by half a step.</summary>
    /// <param name="path">Path to fill, non-zero winding.</param>
    public static ImmutableArray<Point> Dots(ImmutableArray<Segment> path)
    {
        var dots = ImmutableArray.CreateBuilder<Point>();
        foreach (var (y, from, to) in Spans(Edges(path), new(0, 1)))
        {
            // Along a line of this normal numbers grow to the left.
            var (left, right) = (-to, -from);
            var shift = Math.Round(y / Step) % 2 == 0 ? 0 : Step / 2;
            for (var x = (Math.Ceiling((left - shift) / Step) * Step) + shift; x <= right; x += Step)
                dots.Add(new Point(x, y));
        }

        return dots.ToImmutable();
    }

    // The pieces inside the path of all lines at a multiple of the step along a normal; From and To are measured along
    // the line.
    private static IEnumerable<(double At, double From, double To)> Spans(List<(Point A, Point B)> edges, Point normal)
    {
        if (edges.Count == 0)
            yield break;
        double Across(Point p) => (p.X * normal.X) + (p.Y * normal.Y);
        double Along(Point p) => (p.Y * normal.X) - (p.X * normal.Y);
        var last = edges.Max(e => Across(e.A));
        var crossings = new List<(double Along, int Turn)>();
        for (var n = Math.Ceiling(edges.Min(e => Across(e.A)) / Step); n * Step <= last; n++)
        {
            var at = n * Step;
            crossings.Clear();
            foreach (var (a, b) in edges)
            {
                var (from, to) = (Across(a), Across(b));
                if (from <= at == to <= at)
                    continue;
                var part = (at - from) / (to - from);
                crossings.Add((Along(a) + (part * (Along(b) - Along(a))), to > from ? 1 : -1));
            }

            crossings.Sort();
            var winding = 0;
            for (var i = 0; i < crossings.Count; i++)
            {
                winding += crossings[i].Turn;
                if (winding != 0 && i + 1 < crossings.Count && crossings[i + 1].Along > crossings[i].Along)
                    yield return (at, crossings[i].Along, crossings[i + 1].Along);
            }
        }
    }

    private static List<(Point A, Point B)> Edges(ImmutableArray<Segment> path)
    {
        var edges = new List<(Point, Point)>();
        Point start = default,
            at = default;
        foreach (var s in path)
        {
            switch (s.Kind)
            {
                case SegmentKind.Move:
                    To(start);
                    start = at = new Point(s.X, s.Y);
                    break;
                case SegmentKind.Line:
                    To(new Point(s.X, s.Y));
                    break;
                case SegmentKind.Curve:
                    var from = at;
                    for (var i = 1; i <= CurvePieces; i++)
                    {
                        var (t, u) = (i / (double)CurvePieces, 1 - (i / (double)CurvePieces));
                        double Mix(double a, double b, double c, double d) =>
                            (u * u * u * a) + (3 * u * u * t * b) + (3 * u * t * t * c) + (t * t * t * d);
                        To(new Point(Mix(from.X, s.X1, s.X2, s.X), Mix(from.Y, s.Y1, s.Y2, s.Y)));
                    }

                    break;
                default:
                    To(start);
                    break;
            }
        }

        // An open path is filled as if it were closed.
        To(start);
        return edges;

        void To(Point next)
        {
            if (next != at)
                edges.Add((at, next));
            at = next;
        }
    }
}
