using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Pdf;

/// <content>Paths and drawings of a page; here y grows downwards, as in the drawing.</content>
internal sealed partial class PageContent
{
    // Spacing of pattern lines, points: wide enough to be told apart in print at 100 %.
    private const double PatternStep = 4;
    private const double PatternWidth = 0.8;
    private const double DotWidth = 1.5;

    private void Draw(DrawingItem item)
    {
        Save();
        _out.Real(item.Scale)
            .Raw(" 0 0 "u8)
            .Real(-item.Scale)
            .Byte((byte)' ')
            .Real(item.X)
            .Byte((byte)' ')
            .Real(_height - item.Y)
            .Raw(" cm\n"u8);
        foreach (var mark in item.Drawing.Marks)
            Draw(mark, item.Faces);
        Restore();
    }

    private void Draw(Drawing.Mark mark, FontSet faces)
    {
        switch (mark)
        {
            case PathMark path:
                LeaveText();
                Path(path.Segments, path.Fill, path.Stroke);
                break;
            case TextMark text:
                Draw(text, faces);
                break;
            case DotsMark dots:
                LeaveText();
                Dots(dots);
                break;
            case GroupMark group:
                LeaveText();
                Save();
                if (group.Dx != 0 || group.Dy != 0)
                    _out.Raw("1 0 0 1 "u8).Real(group.Dx).Byte((byte)' ').Real(group.Dy).Raw(" cm\n"u8);
                if (group.Clip is { } clip)
                    Rectangle(clip).Raw("W n\n"u8);
                foreach (var inner in group.Marks)
                    Draw(inner, faces);
                LeaveText();
                Restore();
                break;
            default:
                throw new ArgumentException($"A drawing cannot hold {mark.GetType().Name}.", nameof(mark));
        }
    }

    private void Draw(TextMark mark, FontSet faces)
    {
        var typeface = faces[mark.Role];
        var pieces = DrawingText.Shape(mark, typeface);
        if (pieces.Count == 0)
            return;
        var width = pieces[^1].End;
        var start = mark.Anchor switch
        {
            TextAnchor.Start => 0,
            TextAnchor.Middle => -width / 2,
            _ => -width,
        };
        var angle = mark.Rotation * Math.PI / 180;
        var (sin, cos) = (Math.Sin(angle), Math.Cos(angle));
        LeaveText();
        _out.Raw("BT "u8);
        _inText = true;
        foreach (var (face, glyphs, _) in pieces)
        {
            var font = _resources.Font(face);
            SetFont(font, mark.Size);
            FillColor(mark.Ink.Color);
            var along = start + glyphs[0].Offset;
            _out.Real(cos)
                .Byte((byte)' ')
                .Real(sin)
                .Byte((byte)' ')
                .Real(sin)
                .Byte((byte)' ')
                .Real(-cos)
                .Byte((byte)' ')
                .Real(mark.X + (along * cos))
                .Byte((byte)' ')
                .Real(mark.Y + (along * sin))
                .Raw(" Tm\n"u8);
            Show(font, mark.Size, glyphs);
        }

        LeaveText();
    }

    private void Path(ImmutableArray<Segment> segments, Fill? fill, Stroke? stroke)
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
            FillColor(Tint(even.Ink.Color, even.Opacity));
        if (stroke is { } line)
        {
            StrokeColor(line.Ink.Color);
            LineWidth(line.Width);
            Dash(line.Dash);
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

    // A line of no length with round caps is a dot (ISO 32000-1, 8.5.3.2): first every ring, then every inside.
    private void Dots(DotsMark mark)
    {
        if (mark.Centres.IsDefaultOrEmpty)
            return;
        Save();
        _out.Raw("1 J\n"u8);
        Dash(default);
        Paint(mark.Ring.Ink.Color, (mark.Radius * 2) + mark.Ring.Width);
        Paint(mark.Inside.Color, (mark.Radius * 2) - mark.Ring.Width);
        Restore();

        void Paint(Rgb color, double width)
        {
            StrokeColor(color);
            LineWidth(width);
            foreach (var (x, y) in mark.Centres)
                LineFromTo(x, y, x, y);
            _out.Raw("S\n"u8);
        }
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
        Save();
        Trace(segments);
        _out.Raw("W n\n"u8);
        StrokeColor(Tint(fill.Ink.Color, fill.Opacity));
        if (fill.Pattern == FillPattern.Dots)
        {
            LineWidth(DotWidth);
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
            Restore();
            return;
        }

        LineWidth(PatternWidth);
        Dash(default);
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
        Restore();
    }

    private void LineFromTo(double x1, double y1, double x2, double y2)
    {
        Point(x1, y1).Raw("m "u8);
        Point(x2, y2).Raw("l\n"u8);
    }

    private PdfBuffer Point(double x, double y) =>
        _out.Real(x).Byte((byte)' ').Real(_upright ? _height - y : y).Byte((byte)' ');

    private PdfBuffer Rectangle(Rectangle box) =>
        Point(box.X, _upright ? box.Y + box.Height : box.Y)
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

    // Opacity over white paper is a tint: PDF/A allows transparency, but every printer can do this.
    private static Rgb Tint(Rgb color, double opacity)
    {
        var part = Math.Clamp(opacity, 0, 1);
        return part >= 1 ? color : new Rgb(Mix(color.R), Mix(color.G), Mix(color.B));

        byte Mix(byte channel) => (byte)Math.Round(255 - ((255 - channel) * part), MidpointRounding.AwayFromZero);
    }
}
