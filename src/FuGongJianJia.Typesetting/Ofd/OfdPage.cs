using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Ofd;

/// <summary>
/// The content of a page（页面内容; GB/T 33190-2016, 7.7 and clauses 8–11）: its items in painting order in one layer, each
/// with a boundary of its own. A boundary clips, and so is wide enough for all ink.
/// </summary>
internal sealed class OfdPage(OfdResources resources, OfdPart part)
{
    // White round a run within its boundary, ems: no glyph reaches further out of its em box.
    private const double SideRoom = 0.2;
    private const double AboveRoom = 1.1;
    private const double BelowRoom = 0.4;

    // From this many equal distances on they are counted rather than written out.
    private const int FewestCounted = 3;

    private OfdBox? _clip;

    /// <summary>The part of a page.</summary>
    public static byte[] Write(Page page, OfdResources resources)
    {
        using var part = new OfdPart("Page");
        new OfdPage(resources, part).Fill(page);
        return part.Finish();
    }

    private void Fill(Page page)
    {
        part.Open("Area").Element("PhysicalBox", OfdPart.PageBox(page)).Close();
        part.Open("Content").Open("Layer").Attribute("Type", "Body").Attribute("ID", resources.NextId());
        foreach (var item in page.Items)
        {
            switch (item)
            {
                case GlyphRun { Glyphs.IsDefaultOrEmpty: false } run:
                    Text(
                        new OfdRun(resources.Font(run.Face), run.Size, run.Color, run.X, run.Y, 0),
                        run.Glyphs.AsSpan()
                    );
                    break;
                case GlyphRun:
                    break;
                case PathItem path:
                    Path(path.Segments, path.Fill, path.Stroke, OfdFrame.Page);
                    break;
                case DrawingItem drawing:
                    foreach (var mark in drawing.Drawing.Marks)
                        Draw(mark, drawing, new OfdFrame(drawing.Scale, drawing.X, drawing.Y));
                    break;
                case ImageItem image:
                    Draw(image);
                    break;
                default:
                    throw new ArgumentException($"A page cannot hold {item.GetType().Name}.", nameof(page));
            }
        }

        part.Close().Close();
    }

    private void Draw(Mark mark, DrawingItem drawing, OfdFrame frame)
    {
        switch (mark)
        {
            case PathMark path:
                Path(path.Segments, path.Fill, path.Stroke, frame);
                break;
            case CircleMark circle:
                Path(Shapes.Circle(circle.X, circle.Y, circle.Radius), circle.Fill, circle.Stroke, frame);
                break;
            case TextMark words:
                Draw(words, drawing, frame);
                break;
            case GroupMark group:
                var inner = frame.Moved(group.Dx, group.Dy);
                var outer = _clip;
                if (group.Clip is { } clip)
                {
                    _clip = OfdBox.Of(inner.Of(clip)).Within(outer);
                    if (_clip is null)
                    {
                        _clip = outer;
                        break;
                    }
                }

                foreach (var below in group.Marks)
                    Draw(below, drawing, inner);
                _clip = outer;
                break;
            default:
                throw new ArgumentException($"A drawing cannot hold {mark.GetType().Name}.", nameof(mark));
        }
    }

    private void Draw(TextMark mark, DrawingItem drawing, OfdFrame frame)
    {
        var pieces = DrawingText.Shape(mark, drawing.Faces[mark.Role]);
        if (pieces.Count == 0)
            return;
        var start = mark.Anchor switch
        {
            TextAnchor.Start => 0,
            TextAnchor.Middle => -pieces[^1].End / 2,
            _ => -pieces[^1].End,
        };
        var angle = mark.Rotation * Math.PI / 180;
        foreach (var (face, glyphs, _) in pieces)
        {
            var along = start + glyphs[0].Offset;
            var (x, y) = frame.Of(mark.X + (along * Math.Cos(angle)), mark.Y + (along * Math.Sin(angle)));
            var placed = glyphs.Select(g => g with { Offset = (g.Offset - glyphs[0].Offset) * frame.Scale }).ToArray();
            Text(new OfdRun(resources.Font(face), mark.Size * frame.Scale, mark.Ink.Color, x, y, angle), placed);
        }
    }

    // Characters whose glyph the font's own map gives go together; one that has another glyph, several characters to
    // one glyph, and what lies outside the basic plane stand each in an object of its own (11.4).
    private void Text(in OfdRun run, ReadOnlySpan<PlacedGlyph> glyphs)
    {
        var first = 0;
        for (var i = 0; i < glyphs.Length; i++)
        {
            var text = glyphs[i].Text;
            var number = run.Font.Encode(glyphs[i].Glyph);
            if (text.Length == 1 && run.Font.Maps(text[0], number))
                continue;
            if (i > first)
                Write(run, glyphs[first..i], null);
            if (text.EnumerateRunes().Count() == 1 && text.Length > 1)
                run.Font.Map(text.EnumerateRunes().First().Value, number);
            Write(run, glyphs.Slice(i, 1), number);
            first = i + 1;
        }

        if (first < glyphs.Length)
            Write(run, glyphs[first..], null);
    }

    private void Write(in OfdRun run, ReadOnlySpan<PlacedGlyph> glyphs, ushort? number)
    {
        var (size, face) = (run.Size, run.Font.Face);
        var (side, above, below) = (SideRoom * size, AboveRoom * size, BelowRoom * size);
        var start = glyphs[0].Offset;
        var width = glyphs[^1].Offset - start + (face.AdvanceOf(glyphs[^1].Glyph) * size);
        var (sin, cos) = Math.SinCos(run.Angle);
        var (left, top) = (double.MaxValue, double.MaxValue);
        var (right, bottom) = (double.MinValue, double.MinValue);
        foreach (
            var (x, y) in ((double, double)[])
                [(-side, -above), (width + side, -above), (-side, below), (width + side, below)]
        )
        {
            var (px, py) = ((x * cos) - (y * sin), (x * sin) + (y * cos));
            (left, right) = (Math.Min(left, px), Math.Max(right, px));
            (top, bottom) = (Math.Min(top, py), Math.Max(bottom, py));
        }

        var (originX, originY) = (run.X + (start * cos), run.Y + (start * sin));
        var whole = OfdBox.Of(new Rectangle(originX + left, originY + top, right - left, bottom - top));
        if (whole.Within(_clip) is not { } boundary)
            return;
        part.Open("TextObject")
            .Attribute("ID", resources.NextId())
            .Box("Boundary", boundary)
            .Attribute("Font", run.Font.Id)
            .Length("Size", OfdPart.Micrometres(size));
        var (dx, dy) = (OfdPart.Micrometres(originX) - boundary.Left, OfdPart.Micrometres(originY) - boundary.Top);
        if (run.Angle != 0)
        {
            part.Attribute(
                "CTM",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{cos:0.######} {sin:0.######} {-sin:0.######} {cos:0.######} "
                ) + OfdPart.Millimetres(dx, dy)
            );
            (dx, dy) = (0, 0);
        }

        part.Color("FillColor", run.Color);
        var text = string.Concat(glyphs.ToImmutableArray().Select(g => g.Text));

        // A glyph that stands for nothing still needs a character; this one has no width and breaks nothing.
        text = text.Length > 0 ? text : "\u200B";
        if (number is { } glyph)
        {
            part.Open("CGTransform")
                .Attribute("CodePosition", 0)
                .Attribute("CodeCount", text.Length)
                .Attribute("GlyphCount", 1)
                .Element("Glyphs", glyph.ToString(CultureInfo.InvariantCulture))
                .Close();
        }

        part.Open("TextCode").Length("X", dx).Length("Y", dy);
        if (glyphs.Length > 1)
            part.Attribute("DeltaX", Distances(glyphs));
        part.Text(text).Close().Close();
    }

    // Each distance is between two rounded places, so that no error adds up along a line (11.3: g n d is n times d).
    private static string Distances(ReadOnlySpan<PlacedGlyph> glyphs)
    {
        var text = new StringBuilder(glyphs.Length * 6);
        var (last, count, same) = (OfdPart.Micrometres(glyphs[0].Offset), 0, 0L);
        for (var i = 1; i <= glyphs.Length; i++)
        {
            var place = i < glyphs.Length ? OfdPart.Micrometres(glyphs[i].Offset) : 0;
            if (i < glyphs.Length && count > 0 && place - last == same)
            {
                count++;
            }
            else
            {
                Add();
                (same, count) = (place - last, 1);
            }

            last = place;
        }

        return text.ToString();

        void Add()
        {
            if (count == 0)
                return;
            var distance = OfdPart.Millimetres(same);
            if (count >= FewestCounted)
            {
                Part("g");
                Part(count.ToString(CultureInfo.InvariantCulture));
                Part(distance);
                return;
            }

            for (var n = 0; n < count; n++)
                Part(distance);
        }

        void Part(string word)
        {
            if (text.Length > 0)
                text.Append(' ');
            text.Append(word);
        }
    }

    private void Draw(ImageItem image)
    {
        var box = OfdBox.Of(image.Area);
        part.Open("ImageObject")
            .Attribute("ID", resources.NextId())
            .Box("Boundary", box)
            .Attribute("ResourceID", resources.Image(image.Content))
            .Attribute("CTM", OfdPart.Millimetres(box.Width, 0, 0, box.Height, 0, 0))
            .Close();
    }

    private void Circles(ImmutableArray<Drawing.Point> centres, double radius, Rgb color, OfdFrame frame) =>
        Path([.. centres.SelectMany(c => Shapes.Circle(c.X, c.Y, radius))], new Fill(new Ink(color)), null, frame);

    private void Path(ImmutableArray<Segment> segments, Fill? fill, Stroke? stroke, OfdFrame frame)
    {
        if (segments.IsDefaultOrEmpty)
            return;
        if (fill is { Pattern: not FillPattern.Solid } patterned)
        {
            var ink = new Ink(patterned.Ink.Color.Tint(patterned.Opacity));
            if (patterned.Pattern == FillPattern.Dots)
                Circles(Hatching.Dots(segments), Hatching.DotWidth / 2, ink.Color, frame);
            else
                Trace(Hatching.Lines(segments, patterned.Pattern), null, new Stroke(ink, Hatching.LineWidth), frame);
            fill = null;
        }

        if (fill is not null || stroke is not null)
            Trace(segments, fill, stroke, frame);
    }

    private void Trace(ImmutableArray<Segment> segments, Fill? fill, Stroke? stroke, OfdFrame frame)
    {
        if (segments.IsEmpty)
            return;
        var width = (stroke?.Width ?? 0) * frame.Scale;
        if (Bounds(segments, frame, width).Within(_clip) is not { } boundary)
            return;
        part.Open("PathObject")
            .Attribute("ID", resources.NextId())
            .Box("Boundary", boundary)
            .Attribute("Stroke", stroke is null ? "false" : "true")
            .Attribute("Fill", fill is null ? "false" : "true");
        if (stroke is { } line)
        {
            part.Length("LineWidth", OfdPart.Micrometres(width));
            if (!line.Dash.IsDefaultOrEmpty && line.Dash.Any(d => d > 0))
            {
                part.Attribute(
                    "DashPattern",
                    OfdPart.Millimetres([.. line.Dash.Select(d => OfdPart.Micrometres(Math.Max(0, d) * frame.Scale))])
                );
            }

            part.Color("StrokeColor", line.Ink.Color);
        }

        if (fill is { } even)
            part.Color("FillColor", even.Ink.Color.Tint(even.Opacity));
        part.Element("AbbreviatedData", Data(segments, frame, boundary)).Close();
    }

    // Half the width of a stroke reaches out of the path, and a sharp corner further (mitre limit).
    private static OfdBox Bounds(ImmutableArray<Segment> segments, OfdFrame frame, double width)
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

        var room = Math.Max(width * 2, 0.1);
        return OfdBox.Of(new Rectangle(left - room, top - room, right - left + (2 * room), bottom - top + (2 * room)));

        void Include(double x, double y)
        {
            (x, y) = frame.Of(x, y);
            (left, top) = (Math.Min(left, x), Math.Min(top, y));
            (right, bottom) = (Math.Max(right, x), Math.Max(bottom, y));
        }
    }

    // Operators of 9.3: M begins, L and B go on, C closes.
    private static string Data(ImmutableArray<Segment> segments, OfdFrame frame, OfdBox boundary)
    {
        var data = new StringBuilder(segments.Length * 16);
        foreach (var s in segments)
        {
            switch (s.Kind)
            {
                case SegmentKind.Move:
                    Add("M", (s.X, s.Y));
                    break;
                case SegmentKind.Line:
                    Add("L", (s.X, s.Y));
                    break;
                case SegmentKind.Curve:
                    Add("B", (s.X1, s.Y1), (s.X2, s.Y2), (s.X, s.Y));
                    break;
                default:
                    Add("C");
                    break;
            }
        }

        return data.ToString();

        void Add(string letter, params ReadOnlySpan<(double X, double Y)> points)
        {
            if (data.Length > 0)
                data.Append(' ');
            data.Append(letter);
            foreach (var point in points)
            {
                var (x, y) = frame.Of(point.X, point.Y);
                data.Append(' ')
                    .Append(OfdPart.Millimetres(OfdPart.Micrometres(x) - boundary.Left))
                    .Append(' ')
                    .Append(OfdPart.Millimetres(OfdPart.Micrometres(y) - boundary.Top));
            }
        }
    }
}

/// <summary>A run as it is placed（字形串）.</summary>
/// <param name="Font">Font.</param>
/// <param name="Size">Size on the page, points.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Origin, points.</param>
/// <param name="Y">Baseline, points.</param>
/// <param name="Angle">Radians clockwise about the origin.</param>
internal readonly record struct OfdRun(OfdFont Font, double Size, Rgb Color, double X, double Y, double Angle);

/// <summary>From the coordinates of a drawing to those of its page（坐标变换）, points.</summary>
/// <param name="Scale">Points of the page to one of the drawing.</param>
/// <param name="X">Where the drawing's corner stands.</param>
/// <param name="Y">Where the drawing's corner stands.</param>
internal readonly record struct OfdFrame(double Scale, double X, double Y)
{
    public static OfdFrame Page => new(1, 0, 0);

    public OfdFrame Moved(double dx, double dy) => this with { X = X + (dx * Scale), Y = Y + (dy * Scale) };

    public (double X, double Y) Of(double x, double y) => (X + (x * Scale), Y + (y * Scale));

    public Rectangle Of(Rectangle area)
    {
        var (x, y) = Of(area.X, area.Y);
        return new Rectangle(x, y, area.Width * Scale, area.Height * Scale);
    }
}
