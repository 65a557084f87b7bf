using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// A year set very large in outline（空心年份）for covers. The digits are our own: centre lines drawn with a broad stroke,
/// and again a little narrower and shorter in paper colour, which leaves the contour.
/// </summary>
public static class OutlineYear
{
    // A digit stands in a box of 56 × 100 around its centre line.
    private const double Box = 56;
    private const double Gap = 27;
    private const double Broad = 19;
    private const double Contour = 1.1;

    /// <summary>Draws the digits of a year, height points tall.</summary>
    public static Drawing Of(int year, double height)
    {
        var scale = height / (100 + Broad);
        var text = year.ToString("0000", CultureInfo.InvariantCulture);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var x = Broad / 2;
        foreach (var digit in text)
        {
            var lines = Lines(digit - '0');
            foreach (var line in lines)
            {
                marks.Add(new PathMark(Place(line, x, scale), null, new Stroke(Palette.Cinnabar, Broad * scale)));
            }

            foreach (var line in lines)
            {
                marks.Add(
                    new PathMark(
                        Place(Shorten(line, Contour / scale), x, scale),
                        null,
                        new Stroke(Palette.Paper, (Broad * scale) - (2 * Contour))
                    )
                );
            }

            x += Box + Gap;
        }

        return new Drawing
        {
            Width = (x - Gap + (Broad / 2)) * scale,
            Height = height,
            Marks = marks.ToImmutable(),
            Title = $"{text}年",
            Description = $"{text}年",
        };
    }

    private static ImmutableArray<Segment> Place(ImmutableArray<Segment> line, double dx, double scale) =>
        [
            .. line.Select(s =>
                s with
                {
                    X = (s.X + dx) * scale,
                    Y = (s.Y + (Broad / 2)) * scale,
                    X1 = (s.X1 + dx) * scale,
                    Y1 = (s.Y1 + (Broad / 2)) * scale,
                    X2 = (s.X2 + dx) * scale,
                    Y2 = (s.Y2 + (Broad / 2)) * scale,
                }
            ),
        ];

    // Draws the two ends in by a contour's width; a closed line has none.
    private static ImmutableArray<Segment> Shorten(ImmutableArray<Segment> line, double by)
    {
        if (line[^1].Kind == SegmentKind.Close)
        {
            return line;
        }

        var (first, second) = (line[0], line[1]);
        var (tx, ty) = second.Kind == SegmentKind.Curve ? (second.X1, second.Y1) : (second.X, second.Y);
        var last = line[^1];
        var before = line[^2];
        var (fx, fy) = last.Kind == SegmentKind.Curve ? (last.X2, last.Y2) : (before.X, before.Y);
        var start = Toward(first.X, first.Y, tx, ty, by);
        var end = Toward(last.X, last.Y, fx, fy, by);
        return line.SetItem(0, Segment.Move(start.X, start.Y))
            .SetItem(line.Length - 1, last with { X = end.X, Y = end.Y });
    }

    private static (double X, double Y) Toward(double x, double y, double tx, double ty, double by)
    {
        var length = Math.Max(0.001, Math.Sqrt(((tx - x) * (tx - x)) + ((ty - y) * (ty - y))));
        return (x + ((tx - x) * by / length), y + ((ty - y) * by / length));
    }

    // Centre lines; y runs down, 0 is the top and 100 the foot.
    private static ImmutableArray<ImmutableArray<Segment>> Lines(int digit) =>
        digit switch
        {
            0 =>
            [
                [
                    Segment.Move(0, 34),
                    Segment.Curve(0, 12, 10, 0, 28, 0),
                    Segment.Curve(46, 0, 56, 12, 56, 34),
                    Segment.Line(56, 66),
                    Segment.Curve(56, 88, 46, 100, 28, 100),
                    Segment.Curve(10, 100, 0, 88, 0, 66),
                    Segment.Close,
                ],
            ],
            1 =>
            [
                [Segment.Move(10, 16), Segment.Line(34, 0), Segment.Line(34, 109)],
            ],
            2 =>
            [
                [
                    Segment.Move(0, 32),
                    Segment.Curve(0, 12, 10, 0, 28, 0),
                    Segment.Curve(46, 0, 56, 11, 56, 28),
                    Segment.Curve(56, 42, 48, 52, 34, 66),
                    Segment.Line(0, 100),
                    Segment.Line(64, 100),
                ],
            ],
            3 =>
            [
                [
                    Segment.Move(0, 24),
                    Segment.Curve(2, 9, 12, 0, 28, 0),
                    Segment.Curve(45, 0, 54, 10, 54, 24),
                    Segment.Curve(54, 39, 44, 47, 26, 47),
                    Segment.Curve(46, 47, 56, 57, 56, 73),
                    Segment.Curve(56, 90, 45, 100, 28, 100),
                    Segment.Curve(11, 100, 1, 90, 0, 74),
                ],
            ],
            4 =>
            [
                [Segment.Move(66, 72), Segment.Line(4, 72), Segment.Line(42, -6)],
                [Segment.Move(42, 34), Segment.Line(42, 109)],
            ],
            5 =>
            [
                [
                    Segment.Move(56, 0),
                    Segment.Line(6, 0),
                    Segment.Line(2, 48),
                    Segment.Curve(9, 41, 18, 38, 28, 38),
                    Segment.Curve(46, 38, 56, 50, 56, 68),
                    Segment.Curve(56, 88, 45, 100, 28, 100),
                    Segment.Curve(12, 100, 2, 91, 0, 76),
                ],
            ],
            6 =>
            [
                [
                    Segment.Move(52, 18),
                    Segment.Curve(48, 6, 40, 0, 29, 0),
                    Segment.Curve(10, 0, 0, 16, 0, 50),
                    Segment.Line(0, 66),
                    Segment.Curve(0, 88, 10, 100, 28, 100),
                    Segment.Curve(46, 100, 56, 88, 56, 68),
                    Segment.Curve(56, 50, 46, 39, 29, 39),
                    Segment.Curve(14, 39, 3, 48, 0, 62),
                ],
            ],
            7 =>
            [
                [Segment.Move(-6, 0), Segment.Line(56, 0), Segment.Line(22, 109)],
            ],
            8 =>
            [
                [
                    Segment.Move(28, 46),
                    Segment.Curve(12, 46, 3, 37, 3, 23),
                    Segment.Curve(3, 9, 12, 0, 28, 0),
                    Segment.Curve(44, 0, 53, 9, 53, 23),
                    Segment.Curve(53, 37, 44, 46, 28, 46),
                    Segment.Curve(10, 46, 0, 57, 0, 73),
                    Segment.Curve(0, 90, 10, 100, 28, 100),
                    Segment.Curve(46, 100, 56, 90, 56, 73),
                    Segment.Curve(56, 57, 46, 46, 28, 46),
                    Segment.Close,
                ],
            ],
            _ =>
            [
                [
                    Segment.Move(4, 82),
                    Segment.Curve(8, 94, 16, 100, 27, 100),
                    Segment.Curve(46, 100, 56, 84, 56, 50),
                    Segment.Line(56, 34),
                    Segment.Curve(56, 12, 46, 0, 28, 0),
                    Segment.Curve(10, 0, 0, 12, 0, 32),
                    Segment.Curve(0, 50, 10, 61, 27, 61),
                    Segment.Curve(42, 61, 53, 52, 56, 38),
                ],
            ],
        };
}
