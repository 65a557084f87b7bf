using System.Collections.Immutable;
using FuGongJianJia.Pictures;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Theme.Site.Sharing;

/// <summary>
/// Paints what was set as a page（画成图片）, a pixel to a point. Each face goes to the canvas as a subset of the glyphs that
/// are on the page, since a Chinese font is of ten megabytes.
/// </summary>
/// <param name="inks">Colours of tokens, 0xRRGGBB; others have that of paper.</param>
internal sealed class CardPainter(IReadOnlyDictionary<string, int> inks)
{
    private readonly Dictionary<FontFace, Dictionary<ushort, ushort>> _glyphs = [];
    private readonly List<Action<Canvas, IReadOnlyDictionary<FontFace, CanvasFace>>> _strokes = [];

    /// <summary>The picture as a PNG.</summary>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="items">What stands on it, in order.</param>
    public byte[] Paint(int width, int height, IEnumerable<PageItem> items)
    {
        foreach (var item in items)
        {
            Add(item);
        }

        var faces = _glyphs.ToDictionary(
            f => f.Key,
            f => new CanvasFace(f.Key.Subset([0, .. f.Value.OrderBy(g => g.Value).Select(g => g.Key)]))
        );
        try
        {
            using var canvas = new Canvas(width, height, inks["paper"]);
            foreach (var stroke in _strokes)
            {
                stroke(canvas, faces);
            }

            return canvas.ToPng();
        }
        finally
        {
            foreach (var face in faces.Values)
            {
                face.Dispose();
            }
        }
    }

    private void Add(PageItem item)
    {
        switch (item)
        {
            case GlyphRun run:
                Set(run.Face, run.Size, Hex(run.Color), run.X, run.Y, 1, run.Glyphs.AsSpan());
                break;
            case PathItem path:
                Path(path.Segments, path.Fill, path.Stroke, new(0, 0, 1));
                break;
            case DrawingItem drawing:
                foreach (var mark in drawing.Drawing.Marks)
                {
                    Add(mark, drawing.Faces, new(drawing.X, drawing.Y, drawing.Scale));
                }

                break;
            default:
                throw new ArgumentException($"A card cannot hold {item.GetType().Name}.", nameof(item));
        }
    }

    private void Add(Mark mark, FontSet faces, Frame frame)
    {
        switch (mark)
        {
            case PathMark path:
                Path(path.Segments, path.Fill, path.Stroke, frame);
                break;
            case CircleMark circle:
                Path(Shapes.Circle(circle.X, circle.Y, circle.Radius), circle.Fill, circle.Stroke, frame);
                break;
            case TextMark { Rotation: 0 } text:
                Set(text, faces[text.Role], frame);
                break;
            case GroupMark { Clip: null } group:
                foreach (var inner in group.Marks)
                {
                    Add(inner, faces, frame.Moved(group.Dx, group.Dy));
                }

                break;
            default:
                throw new ArgumentException($"A card cannot hold such a {mark.GetType().Name}.", nameof(mark));
        }
    }

    private void Set(TextMark mark, Typeface typeface, Frame frame)
    {
        var pieces = DrawingText.Shape(mark, typeface);
        var width = pieces.Count == 0 ? 0 : pieces[^1].End;
        var start = mark.Anchor switch
        {
            TextAnchor.Start => mark.X,
            TextAnchor.Middle => mark.X - (width / 2),
            _ => mark.X - width,
        };
        foreach (var (face, glyphs, _) in pieces)
        {
            Set(
                face,
                mark.Size * frame.Scale,
                Of(mark.Ink),
                frame.X + (start * frame.Scale),
                frame.Y + (mark.Y * frame.Scale),
                frame.Scale,
                glyphs
            );
        }
    }

    private void Set(
        FontFace face,
        double size,
        int colour,
        double x,
        double baseline,
        double scale,
        ReadOnlySpan<PlacedGlyph> glyphs
    )
    {
        if (glyphs.IsEmpty)
        {
            return;
        }

        if (!_glyphs.TryGetValue(face, out var known))
        {
            _glyphs.Add(face, known = []);
        }

        var (numbers, places) = (new ushort[glyphs.Length], new float[glyphs.Length]);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var glyph = glyphs[i].Glyph;
            if (glyph != 0 && !known.TryGetValue(glyph, out numbers[i]))
            {
                known.Add(glyph, numbers[i] = (ushort)(known.Count + 1));
            }

            places[i] = (float)(x + (glyphs[i].Offset * scale));
        }

        _strokes.Add((canvas, faces) => canvas.Glyphs(faces[face], size, colour, numbers, places, baseline));
    }

    private void Path(ImmutableArray<Segment> segments, Fill? fill, Stroke? stroke, Frame frame)
    {
        if (fill is { Pattern: FillPattern.Dots } dotted)
        {
            Circles(Hatching.Dots(segments), Hatching.DotWidth / 2, dotted.Ink, frame);
        }
        else if (fill is { Pattern: not FillPattern.Solid } hatched)
        {
            var lines = Hatching.Lines(segments, hatched.Pattern);
            Path(lines, null, new Stroke(hatched.Ink, Hatching.LineWidth), frame);
        }

        var even = fill is { Pattern: FillPattern.Solid } solid ? fill : null;
        if (segments.IsDefaultOrEmpty || (even is null && stroke is null))
        {
            return;
        }

        _strokes.Add(
            (canvas, _) =>
            {
                using var path = Outline(segments, frame);
                if (even is { } area)
                {
                    canvas.Fill(path, Of(area.Ink), area.Opacity);
                }

                if (stroke is { } line)
                {
                    double[] dash = line.Dash.IsDefaultOrEmpty ? [] : [.. line.Dash.Select(d => d * frame.Scale)];
                    canvas.Stroke(path, Of(line.Ink), line.Width * frame.Scale, dash);
                }
            }
        );
    }

    private void Circles(ImmutableArray<Point> centres, double radius, Ink ink, Frame frame)
    {
        if (radius > 0)
        {
            Path([.. centres.SelectMany(c => Shapes.Circle(c.X, c.Y, radius))], new Fill(ink), null, frame);
        }
    }

    private static CanvasPath Outline(ImmutableArray<Segment> segments, Frame frame)
    {
        var path = new CanvasPath();
        foreach (var s in segments)
        {
            var (x, y) = frame.Of(s.X, s.Y);
            switch (s.Kind)
            {
                case SegmentKind.Move:
                    path.MoveTo(x, y);
                    break;
                case SegmentKind.Line:
                    path.LineTo(x, y);
                    break;
                case SegmentKind.Curve:
                    var ((x1, y1), (x2, y2)) = (frame.Of(s.X1, s.Y1), frame.Of(s.X2, s.Y2));
                    path.CurveTo(x1, y1, x2, y2, x, y);
                    break;
                default:
                    path.Close();
                    break;
            }
        }

        return path;
    }

    private int Of(Ink ink) => ink.Token is { } token && inks.TryGetValue(token, out var own) ? own : Hex(ink.Color);

    private static int Hex(Rgb colour) => (colour.R << 16) | (colour.G << 8) | colour.B;

    private readonly record struct Frame(double X, double Y, double Scale)
    {
        public Frame Moved(double dx, double dy) => this with { X = X + (dx * Scale), Y = Y + (dy * Scale) };

        public (double X, double Y) Of(double x, double y) => (X + (x * Scale), Y + (y * Scale));
    }
}
