using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// A drawing as an enhanced metafile（增强型图元文件，EMF）: vectors and text that Word and WPS show sharp at any size.
/// A logical unit is a hundredth of a millimetre. Source: [MS-EMF] 2.3.
/// </summary>
internal sealed class MetafileWriter
{
    private const double UnitsPerPoint = 2540 / 72.0;
    private const double PatternStep = 4;
    private const double PatternWidth = 0.8;
    private const double PatternDot = 1.2;

    // The one object that is alive at a time has the first handle; stock objects have the high bit.
    private const uint OwnObject = 1;
    private const uint NullBrush = 0x80000005;
    private const uint StockPen = 0x80000007;
    private const uint StockFont = 0x8000000D;

    private readonly List<byte[]> _records = [];
    private double _dx;
    private double _dy;

    private MetafileWriter() { }

    /// <summary>Writes a drawing.</summary>
    /// <param name="drawing">Drawing.</param>
    /// <returns>The bytes of an .emf file.</returns>
    internal static byte[] Write(Drawing.Drawing drawing)
    {
        var writer = new MetafileWriter();
        writer.Set(Record.SetBackgroundMode, 1);
        writer.Set(Record.SetPolyFillMode, 2);
        writer.DrawAll(drawing.Marks);
        writer.Set(Record.EndOfFile, 0, 16, 20);
        return writer.Close(drawing);
    }

    private void DrawAll(ImmutableArray<Mark> marks)
    {
        foreach (var mark in marks)
        {
            Draw(mark);
        }
    }

    private void Draw(Mark mark)
    {
        switch (mark)
        {
            case PathMark path:
                Draw(path.Segments, path.Fill, path.Stroke);
                break;
            case CircleMark circle:
                Draw(Shapes.Circle(circle.X, circle.Y, circle.Radius), circle.Fill, circle.Stroke);
                break;
            case TextMark text:
                Draw(text);
                break;
            case GroupMark group:
                Draw(group);
                break;
            default:
                throw new ArgumentException($"A drawing cannot hold {mark.GetType().Name}.", nameof(mark));
        }
    }

    private void Draw(GroupMark group)
    {
        var (dx, dy) = (_dx, _dy);
        (_dx, _dy) = (dx + group.Dx, dy + group.Dy);
        Set(Record.SaveState);
        if (group.Clip is { } clip)
        {
            Set(Record.IntersectClip, X(clip.X), Y(clip.Y), X(clip.X + clip.Width), Y(clip.Y + clip.Height));
        }

        DrawAll(group.Marks);
        Set(Record.RestoreState, -1);
        (_dx, _dy) = (dx, dy);
    }

    private void Draw(ImmutableArray<Segment> segments, Fill? fill, Stroke? stroke)
    {
        if (segments.IsDefaultOrEmpty)
        {
            return;
        }

        if (fill is { Pattern: not FillPattern.Solid } patterned)
        {
            Pattern(segments, patterned);
        }
        else if (fill is { } even)
        {
            Brush(even.Ink.Color.Tint(even.Opacity));
            Trace(segments);
            Set(Record.FillPath, 0, 0, -1, -1);
            Drop(NullBrush);
        }

        if (stroke is { } line)
        {
            Pen(line);
            Trace(segments);
            Set(Record.StrokePath, 0, 0, -1, -1);
            Drop(StockPen);
        }
    }

    // Lines and dots of the pattern, clipped to the path.
    private void Pattern(ImmutableArray<Segment> segments, Fill fill)
    {
        var (left, right) = (segments.Min(s => s.X), segments.Max(s => s.X));
        var (top, bottom) = (segments.Min(s => s.Y), segments.Max(s => s.Y));
        Set(Record.SaveState);
        Trace(segments);
        Set(Record.SelectClipPath, 1);
        var height = bottom - top;
        var slopes = fill.Pattern switch
        {
            FillPattern.Rising => (int[])[-1],
            FillPattern.Falling => [1],
            FillPattern.Crossed => [-1, 1],
            _ => [],
        };
        var lines = slopes.SelectMany(slope =>
            Steps(left - height, right + height).SelectMany(x => Shapes.Line(x, top, x + (slope * height), bottom))
        );
        if (fill.Pattern == FillPattern.Horizontal)
        {
            lines = Steps(top, bottom).SelectMany(y => Shapes.Line(left, y, right, y));
        }

        var ink = fill.Ink with { Color = fill.Ink.Color.Tint(fill.Opacity) };
        var stroke = new Stroke(ink, PatternWidth);
        if (fill.Pattern == FillPattern.Dots)
        {
            // A dot is a line as long as it is broad: a circle of four curves takes five times the room, and a broken
            // line is whole to LibreOffice.
            lines = Steps(top, bottom)
                .SelectMany(y =>
                    Steps(left, right).SelectMany(x => Shapes.Line(x - (PatternDot / 2), y, x + (PatternDot / 2), y))
                );
            stroke = new Stroke(ink, PatternDot);
        }

        Draw([.. lines], null, stroke);
        Set(Record.RestoreState, -1);
    }

    // Positions on one raster for the whole drawing, so that neighbours' patterns meet.
    private static IEnumerable<double> Steps(double from, double to)
    {
        for (var at = Math.Ceiling(from / PatternStep) * PatternStep; at <= to; at += PatternStep)
        {
            yield return at;
        }
    }

    private void Trace(ImmutableArray<Segment> segments)
    {
        Set(Record.BeginPath);
        foreach (var s in segments)
        {
            switch (s.Kind)
            {
                case SegmentKind.Move:
                    Set(Record.MoveTo, X(s.X), Y(s.Y));
                    break;
                case SegmentKind.Line:
                    Set(Record.LineTo, X(s.X), Y(s.Y));
                    break;
                case SegmentKind.Curve:
                    Set(Record.CurveTo, 0, 0, -1, -1, 3, X(s.X1), Y(s.Y1), X(s.X2), Y(s.Y2), X(s.X), Y(s.Y));
                    break;
                default:
                    Set(Record.CloseFigure);
                    break;
            }
        }

        Set(Record.EndPath);
    }

    private void Draw(TextMark mark)
    {
        if (mark.Text.Length == 0)
        {
            return;
        }

        var em = Length(mark.Size);
        Font(WordFace.Of(mark.Role), em, mark.Rotation);
        Set(Record.SetTextColor, ColorOf(mark.Ink.Color));
        Set(
            Record.SetTextAlign,
            24
                + mark.Anchor switch
                {
                    TextAnchor.Start => 0,
                    TextAnchor.Middle => 6,
                    _ => 2,
                }
        );
        Text(mark.Text, X(mark.X), Y(mark.Y), em);
        Drop(StockFont);
    }

    // Chinese faces set Latin and digits half an em wide, so the advances need no face to be measured.
    private void Text(string text, int x, int y, int em)
    {
        const int Head = 76;
        var padded = (text.Length + 1) / 2 * 4;
        var content = new byte[Head - 8 + padded + (text.Length * 4)];
        var out_ = content.AsSpan();
        Put(out_, 0, 0, -1, -1, 1);
        BinaryPrimitives.WriteSingleLittleEndian(out_[20..], 1);
        BinaryPrimitives.WriteSingleLittleEndian(out_[24..], 1);
        Put(out_[28..], x, y, text.Length, Head, 0, 0, 0, -1, -1, Head + padded);
        Encoding.Unicode.GetBytes(text, out_[(Head - 8)..]);
        for (var i = 0; i < text.Length; i++)
        {
            Put(out_[(Head - 8 + padded + (i * 4))..], text[i] < 0x100 ? em / 2 : em);
        }

        Add(Record.Text, content);
    }

    private void Font(WordFace face, int em, double rotation)
    {
        var content = new byte[324];
        var out_ = content.AsSpan();
        var angle = (int)Math.Round(-rotation * 10, MidpointRounding.AwayFromZero);
        Put(out_, (int)OwnObject, -em, 0, angle, angle, face.IsBold ? 700 : 400);
        out_[27] = 134; // GB2312_CHARSET
        Encoding.Unicode.GetBytes(face.Asian.AsSpan(0, Math.Min(31, face.Asian.Length)), out_[32..]);
        Add(Record.CreateFont, content);
        Select(OwnObject);
    }

    private void Brush(Rgb color)
    {
        Set(Record.CreateBrush, (int)OwnObject, 0, ColorOf(color), 0);
        Select(OwnObject);
    }

    private void Pen(Stroke stroke)
    {
        const int Geometric = 0x10000;
        const int FlatCaps = 0x200;
        const int UserDash = 7;
        int[] dash = stroke.Dash.IsDefaultOrEmpty ? [] : [.. stroke.Dash.Select(d => Math.Max(1, Length(d)))];
        Set(
            Record.CreatePen,
            [
                (int)OwnObject,
                52,
                0,
                52,
                0,
                Geometric | FlatCaps | (dash.Length > 0 ? UserDash : 0),
                Math.Max(1, Length(stroke.Width)),
                0,
                ColorOf(stroke.Ink.Color),
                0,
                dash.Length,
                .. dash,
            ]
        );
        Select(OwnObject);
    }

    private void Select(uint handle) => Set(Record.SelectObject, (int)handle);

    private void Drop(uint stock)
    {
        Select(stock);
        Set(Record.DeleteObject, (int)OwnObject);
    }

    private byte[] Close(Drawing.Drawing drawing)
    {
        const int HeadSize = 88;
        var (width, height) = (Length(drawing.Width), Length(drawing.Height));
        var bytes = HeadSize + _records.Sum(r => r.Length);
        using var file = new MemoryStream(bytes);
        var head = new byte[HeadSize];
        Put(head, 1, HeadSize, 0, 0, width, height, 0, 0, width, height, 0x464D4520, 0x10000);
        // Two handles: the file itself and the one object. The reference device has a hundred dots a millimetre.
        Put(head.AsSpan(48), bytes, _records.Count + 1, 2, 0, 0, 0, 21000, 29700, 210, 297);
        file.Write(head);
        foreach (var record in _records)
        {
            file.Write(record);
        }

        return file.ToArray();
    }

    private void Set(Record record, params ReadOnlySpan<int> values)
    {
        var content = new byte[values.Length * 4];
        Put(content, values);
        Add(record, content);
    }

    private void Add(Record record, ReadOnlySpan<byte> content)
    {
        var bytes = new byte[8 + content.Length];
        Put(bytes, (int)record, bytes.Length);
        content.CopyTo(bytes.AsSpan(8));
        _records.Add(bytes);
    }

    private static void Put(Span<byte> to, params ReadOnlySpan<int> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(to[(i * 4)..], values[i]);
        }
    }

    private int X(double x) => Length(x + _dx);

    private int Y(double y) => Length(y + _dy);

    private static int Length(double points) => (int)Math.Round(points * UnitsPerPoint, MidpointRounding.AwayFromZero);

    private static int ColorOf(Rgb color) => color.R | (color.G << 8) | (color.B << 16);

    private enum Record
    {
        CurveTo = 5,
        EndOfFile = 14,
        SetBackgroundMode = 18,
        SetPolyFillMode = 19,
        SetTextAlign = 22,
        SetTextColor = 24,
        MoveTo = 27,
        IntersectClip = 30,
        SaveState = 33,
        RestoreState = 34,
        SelectObject = 37,
        CreateBrush = 39,
        DeleteObject = 40,
        LineTo = 54,
        BeginPath = 59,
        EndPath = 60,
        CloseFigure = 61,
        FillPath = 62,
        StrokePath = 64,
        SelectClipPath = 67,
        CreateFont = 82,
        Text = 84,
        CreatePen = 95,
    }
}
