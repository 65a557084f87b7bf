using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>Paints paths（路径写出）, with patterns as lines clipped to them and opacity as a tint.</summary>
internal sealed class PathWriter(ContentStream stream)
{
    // Spacing of pattern lines, points: wide enough to be told apart in print at 100 %.
    private const double PatternStep = 4;
    private const double PatternWidth = 0.8;
    private const double DotWidth = 1.5;

    private readonly PdfBuffer _out = stream.Out;

    /// <summary>
    /// Height of the page when coordinates are the page's and y, which grows downwards, is turned one by one; null
    /// where the matrix turns it.
    /// </summary>
    internal double? PageHeight { get; set; }

    internal void Path(ImmutableArray<Segment> segments, Fill? fill, Stroke? stroke)
    {
        if (segments.IsDefaultOrEmpty)
            return;
        if (fill is { Pattern: not FillPattern.Solid } patterned)
        {
            Pattern(segments, patterned);
            fill = null;
        }

        if (fill is null && stroke is null)
            return;
        if (fill is { } even)
            stream.FillColor(even.Ink.Color.Tint(even.Opacity));
        if (stroke is { } line)
        {
            stream.StrokeColor(line.Ink.Color);
            stream.LineWidth(line.Width);
            stream.Dash(line.Dash);
        }

        Trace(segments);
        _out.Raw(
            (fill, stroke) switch
            {
                (not null, not null) => "B\n"u8,
                (not null, null) => "f\n"u8,
                _ => "S\n"u8,
            }
        );
    }

    private void Trace(ImmutableArray<Segment> segments)
    {
        if (AsRectangle(segments) is { } box)
        {
            Rectangle(box);
            return;
        }

        foreach (var s in segments)
        {
            switch (s.Kind)
            {
                case SegmentKind.Move:
                    Point(s.X, s.Y).Raw("m "u8);
                    break;
                case SegmentKind.Line:
                    Point(s.X, s.Y).Raw("l "u8);
                    break;
                case SegmentKind.Curve:
                    Point(s.X1, s.Y1);
                    Point(s.X2, s.Y2);
                    Point(s.X, s.Y).Raw("c\n"u8);
                    break;
                default:
                    _out.Raw("h "u8);
                    break;
            }
        }
    }

    // Lines clipped to the path: crisp at every zoom, and nothing that an archive reader might lack.
    private void Pattern(ImmutableArray<Segment> segments, Fill fill)
    {
        var box = Bounds(segments);
        stream.Save();
        Trace(segments);
        _out.Raw("W n\n"u8);
        stream.StrokeColor(fill.Ink.Color.Tint(fill.Opacity));
        if (fill.Pattern == FillPattern.Dots)
        {
            stream.LineWidth(DotWidth);
            _out.Raw("1 J [0 "u8).Real(PatternStep).Raw("]0 d\n"u8);
            var row = 0;
            for (
                var y = Math.Floor(box.Y / PatternStep) * PatternStep;
                y <= box.Y + box.Height;
                y += PatternStep, row++
            )
                LineFromTo(
                    (Math.Floor(box.X / PatternStep) * PatternStep) + (row % 2 * PatternStep / 2),
                    y,
                    box.X + box.Width,
                    y
                );
            _out.Raw("S\n"u8);
            stream.Restore();
            return;
        }

        stream.LineWidth(PatternWidth);
        stream.Dash(default);
        if (fill.Pattern == FillPattern.Horizontal)
        {
            for (var y = Math.Ceiling(box.Y / PatternStep) * PatternStep; y <= box.Y + box.Height; y += PatternStep)
                LineFromTo(box.X, y, box.X + box.Width, y);
        }

        // Diagonals are counted from the drawing's origin, so that neighbouring areas go on in step.
        var step = PatternStep * Math.Sqrt(2);
        if (fill.Pattern is FillPattern.Rising or FillPattern.Crossed)
        {
            for (
                var c = Math.Ceiling((box.X + box.Y) / step) * step;
                c <= box.X + box.Width + box.Y + box.Height;
                c += step
            )
                LineFromTo(c - box.Y - box.Height, box.Y + box.Height, c - box.Y, box.Y);
        }

        if (fill.Pattern is FillPattern.Falling or FillPattern.Crossed)
        {
            for (
                var c = Math.Ceiling((box.X - box.Y - box.Height) / step) * step;
                c <= box.X + box.Width - box.Y;
                c += step
            )
                LineFromTo(c + box.Y, box.Y, c + box.Y + box.Height, box.Y + box.Height);
        }

        _out.Raw("S\n"u8);
        stream.Restore();
    }

    private void LineFromTo(double x1, double y1, double x2, double y2)
    {
        Point(x1, y1).Raw("m "u8);
        Point(x2, y2).Raw("l\n"u8);
    }

    private PdfBuffer Point(double x, double y) =>
        _out.Real(x).Byte((byte)' ').Real(PageHeight is { } height ? height - y : y).Byte((byte)' ');

    internal PdfBuffer Rectangle(Rectangle box) =>
        Point(box.X, PageHeight is null ? box.Y : box.Y + box.Height)
            .Real(box.Width)
            .Byte((byte)' ')
            .Real(box.Height)
            .Raw(" re "u8);

    // Rules and fills of tables are rectangles: one operator rather than five.
    private static Rectangle? AsRectangle(ImmutableArray<Segment> segments) =>
        segments.AsSpan() switch
        {
            [
                { Kind: SegmentKind.Move } a,
                { Kind: SegmentKind.Line } b,
                { Kind: SegmentKind.Line } c,
                { Kind: SegmentKind.Line } d,
                { Kind: SegmentKind.Close },
            ] when a.Y == b.Y && b.X == c.X && c.Y == d.Y && d.X == a.X && b.X > a.X && c.Y > b.Y => new Rectangle(
                a.X,
                a.Y,
                b.X - a.X,
                c.Y - b.Y
            ),
            _ => null,
        };

    /// <summary>The rectangle around a path and its control points.</summary>
    internal static Rectangle Bounds(ImmutableArray<Segment> segments)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var s in segments)
        {
            if (s.Kind == SegmentKind.Close)
                continue;
            Include(s.X, s.Y);
            if (s.Kind == SegmentKind.Curve)
            {
                Include(s.X1, s.Y1);
                Include(s.X2, s.Y2);
            }
        }

        return left > right ? default : new Rectangle(left, top, right - left, bottom - top);

        void Include(double x, double y) =>
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
    }
}
