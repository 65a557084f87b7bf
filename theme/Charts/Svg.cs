using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Renders a drawing to SVG for inline use in a page. Colours are classes (<c>f-norm</c> fills, <c>s-norm</c> strokes with the token's colour)
/// with the paper colour as presentation attribute, so that a page without the style sheet still shows them; there are no style attributes,
/// which a strict content security policy would refuse. Text carries its role as <c>t-hei</c>, <c>t-song</c> …
/// </summary>
public static class Svg
{
    /// <summary>Markup of a drawing.</summary>
    /// <param name="drawing">Drawing.</param>
    /// <param name="id">Unique in the page; letters, digits, hyphens.</param>
    /// <param name="cssClass">Class of the svg element.</param>
    public static string Render(Drawing drawing, string id, string cssClass = "chart")
    {
        var writer = new Writer(id);
        foreach (var mark in drawing.Marks)
        {
            writer.Mark(mark);
        }

        var head = new StringBuilder(256);
        // Links inside an image role would be hidden from a screen reader; a group keeps them.
        head.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"").Escape(cssClass).Append("\" viewBox=\"0 0 ")
            .Number(drawing.Width).Append(' ').Number(drawing.Height).Append('"').Attribute("width", drawing.Width)
            .Attribute("height", drawing.Height).Append(" role=\"").Append(writer.HasLinks ? "group" : "img")
            .Append("\" aria-labelledby=\"").Append(id).Append("-t ").Append(id).Append("-d\"><title id=\"").Append(id).Append("-t\">")
            .Escape(drawing.Title).Append("</title><desc id=\"").Append(id).Append("-d\">").Escape(drawing.Description).Append("</desc>");
        if (writer.Definitions.Length > 0)
        {
            head.Append("<defs>").Append(writer.Definitions).Append("</defs>");
        }

        return writer.Body.Insert(0, head.ToString()).Append("</svg>").ToString();
    }

    // A crowd of peers is one long path that stands on the pages of all of them: it is written once.
    private const int LongPath = 60;

    private static readonly ConditionalWeakTable<Segment[], string> LongPaths = [];

    private sealed class Writer(string id)
    {
        private readonly Dictionary<(Ink, FillPattern), string> _patterns = [];
        private int _clips;
        private int _dots;

        // Room for most figures in one piece.
        public StringBuilder Body { get; } = new(12 * 1024);

        public StringBuilder Definitions { get; } = new();

        public bool HasLinks { get; private set; }

        public void Mark(Mark mark)
        {
            if (mark.Href is { } href)
            {
                HasLinks = true;
                Body.Append("<a href=\"").Escape(href).Append("\">");
            }

            switch (mark)
            {
                case PathMark path:
                    Path(path);
                    break;
                case TextMark text:
                    Text(text);
                    break;
                case DotsMark dots:
                    Dots(dots);
                    break;
                case GroupMark group:
                    Group(group);
                    break;
                default:
                    throw new ArgumentException($"A drawing cannot hold {mark.GetType().Name}.", nameof(mark));
            }

            if (mark.Href is not null)
            {
                Body.Append("</a>");
            }
        }

        private void Path(PathMark mark)
        {
            // As a circle a dot takes a third of the bytes of four curves, and a page has hundreds.
            var circle = Circle(mark.Segments);
            if (circle is { } c)
            {
                Body.Append("<circle");
                Body.Attribute("cx", c.X);
                Body.Attribute("cy", c.Y);
                Body.Attribute("r", c.Radius);
            }
            else
            {
                Body.Append("<path d=\"");
                if (mark.Segments.Length < LongPath)
                {
                    Data(Body, mark.Segments);
                }
                else
                {
                    Body.Append(LongPaths.GetValue(ImmutableCollectionsMarshal.AsArray(mark.Segments)!, static s => Data(new StringBuilder(), ImmutableCollectionsMarshal.AsImmutableArray(s)).ToString()));
                }

                Body.Append('"');
            }

            var classes = "";
            if (mark.Fill is { } fill)
            {
                if (fill.Pattern == FillPattern.Solid)
                {
                    classes = fill.Ink.Token is { } token ? "f-" + token : "";
                    Body.Attribute("fill", fill.Ink.Color);
                }
                else
                {
                    Body.Attribute("fill", $"url(#{Pattern(fill)})");
                }

                if (fill.Opacity < 1)
                {
                    Body.Attribute("fill-opacity", fill.Opacity);
                }
            }
            else
            {
                Body.Attribute("fill", "none");
            }

            if (mark.Stroke is { } stroke)
            {
                classes += stroke.Ink.Token is { } token ? (classes.Length > 0 ? " s-" : "s-") + token : "";
                Body.Attribute("stroke", stroke.Ink.Color);
                Body.Attribute("stroke-width", stroke.Width);
                if (!stroke.Dash.IsDefaultOrEmpty)
                {
                    Dashes(stroke.Dash);
                }
            }

            Finish(classes, mark.Tip, circle is null ? "path" : "circle");
        }

        // A line of no length with round caps is a dot (SVG 2, 11.4): a dozen bytes each, written once and stroked twice, ring and inside.
        private void Dots(DotsMark mark)
        {
            if (mark.Centres.IsDefaultOrEmpty)
            {
                return;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{id}-d{++_dots}");
            Definitions.Append("<path id=\"").Append(name).Append("\" fill=\"none\" stroke-linecap=\"round\" d=\"");
            foreach (var (x, y) in mark.Centres)
            {
                Definitions.Append('M').Number(x).Append(' ').Number(y).Append("h0");
            }

            Definitions.Append("\"/>");
            Use(mark.Ring.Ink, (mark.Radius * 2) + mark.Ring.Width, mark.Tip);
            Use(mark.Inside, (mark.Radius * 2) - mark.Ring.Width, null);

            void Use(Ink ink, double width, string? tip)
            {
                Body.Append("<use");
                Body.Attribute("href", "#" + name);
                Body.Attribute("stroke", ink.Color);
                Body.Attribute("stroke-width", width);
                Finish(ink.Token is { } token ? "s-" + token : "", tip, "use");
            }
        }

        // What Shapes.Circle makes: a move, four quarter arcs about one centre, a close.
        private static (double X, double Y, double Radius)? Circle(ImmutableArray<Segment> s)
        {
            if (s.Length != 6 || s[0].Kind != SegmentKind.Move || s[5].Kind != SegmentKind.Close || s[1].Kind != SegmentKind.Curve || s[2].Kind != SegmentKind.Curve
                || s[3].Kind != SegmentKind.Curve || s[4].Kind != SegmentKind.Curve)
            {
                return null;
            }

            var (x, y, r) = (s[1].X, s[0].Y, s[0].X - s[1].X);
            return Near(s[1].Y, y + r) && Near(s[2].X, x - r) && Near(s[2].Y, y) && Near(s[3].X, x) && Near(s[3].Y, y - r) && Near(s[4].X, s[0].X) && r > 0 ? (x, y, r) : null;

            static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;
        }

        private void Text(TextMark mark)
        {
            Body.Append("<text");
            Body.Attribute("x", mark.X);
            Body.Attribute("y", mark.Y);
            Body.Attribute("font-size", mark.Size);
            if (mark.Anchor != TextAnchor.Start)
            {
                Body.Attribute("text-anchor", mark.Anchor == TextAnchor.Middle ? "middle" : "end");
            }

            if (mark.Rotation != 0)
            {
                Body.Append(" transform=\"rotate(").Number(mark.Rotation).Append(' ').Number(mark.X).Append(' ').Number(mark.Y).Append(")\"");
            }

            Body.Attribute("fill", mark.Ink.Color);
            var classes = mark.Ink.Token is { } token ? $"f-{token} {RoleClass(mark.Role)}" : RoleClass(mark.Role);
            Finish(classes, mark.Tip, "text", mark.Text);
        }

        private void Group(GroupMark mark)
        {
            Body.Append("<g");
            if (mark.Clip is { } clip)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{id}-c{++_clips}");
                Definitions.Append("<clipPath id=\"").Append(name).Append("\"><path d=\"M").Number(clip.X).Append(' ').Number(clip.Y)
                    .Append('h').Number(clip.Width).Append('v').Number(clip.Height).Append('h').Number(-clip.Width)
                    .Append("z\"/></clipPath>");
                Body.Attribute("clip-path", $"url(#{name})");
            }

            Body.Append("><g");
            if (mark.Dx != 0 || mark.Dy != 0)
            {
                Body.Append(" transform=\"translate(").Number(mark.Dx).Append(' ').Number(mark.Dy).Append(")\"");
            }

            Body.Append('>');
            foreach (var child in mark.Marks)
            {
                Mark(child);
            }

            Body.Append("</g></g>");
        }

        private static StringBuilder Data(StringBuilder text, ImmutableArray<Segment> segments)
        {
            for (var i = 0; i < segments.Length; i++)
            {
                // A rectangle by its sides takes half the bytes of one by its corners, and a crowd of peers has hundreds.
                if (IsRectangle(segments.AsSpan()[i..]))
                {
                    var (corner, opposite) = (segments[i], segments[i + 2]);
                    text.Append('M').Number(corner.X).Append(' ').Number(corner.Y).Append('h').Number(opposite.X - corner.X).Append('v').Number(opposite.Y - corner.Y)
                        .Append('h').Number(corner.X - opposite.X).Append('z');
                    i += 4;
                    continue;
                }

                var s = segments[i];
                _ = s.Kind switch
                {
                    SegmentKind.Move => text.Append('M').Number(s.X).Append(' ').Number(s.Y),
                    SegmentKind.Line => text.Append('L').Number(s.X).Append(' ').Number(s.Y),
                    SegmentKind.Curve => text.Append('C').Number(s.X1).Append(' ').Number(s.Y1).Append(' ').Number(s.X2)
                        .Append(' ').Number(s.Y2).Append(' ').Number(s.X).Append(' ').Number(s.Y),
                    _ => text.Append('Z'),
                };
            }

            return text;
        }

        // What Shapes.Rectangle makes.
        private static bool IsRectangle(ReadOnlySpan<Segment> s) =>
            s.Length >= 5 && s[0].Kind == SegmentKind.Move && s[1].Kind == SegmentKind.Line && s[2].Kind == SegmentKind.Line && s[3].Kind == SegmentKind.Line && s[4].Kind == SegmentKind.Close
            && s[1].Y == s[0].Y && s[2].X == s[1].X && s[3].Y == s[2].Y && s[3].X == s[0].X;

        private void Finish(string classes, string? tip, string element, string content = "")
        {
            if (classes.Length > 0)
            {
                Body.Attribute("class", classes);
            }

            if (tip is not null)
            {
                Body.Append(" data-tip=\"").Escape(tip).Append('"');
            }

            if (tip is null && content.Length == 0)
            {
                Body.Append("/>");
                return;
            }

            Body.Append('>');
            if (tip is not null)
            {
                Body.Append("<title>").Escape(tip).Append("</title>");
            }

            Body.Escape(content).Append("</").Append(element).Append('>');
        }

        private void Dashes(ImmutableArray<double> dashes)
        {
            Body.Append(" stroke-dasharray=\"");
            for (var i = 0; i < dashes.Length; i++)
            {
                Body.Append(i == 0 ? "" : " ").Number(dashes[i]);
            }

            Body.Append('"');
        }

        private string Pattern(Fill fill)
        {
            if (_patterns.TryGetValue((fill.Ink, fill.Pattern), out var known))
            {
                return known;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{id}-p{_patterns.Count + 1}");
            _patterns.Add((fill.Ink, fill.Pattern), name);
            var color = fill.Ink.Color;
            var (f, s) = fill.Ink.Token is { } token ? ($" class=\"f-{token}\"", $" class=\"s-{token}\"") : ("", "");
            Definitions.Append("<pattern id=\"").Append(name).Append("\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">");
            _ = fill.Pattern switch
            {
                FillPattern.Dots => Definitions.Append("<circle cx=\"1\" cy=\"1\" r=\"0.8\" fill=\"").Hex(color).Append('"').Append(f)
                    .Append("/><circle cx=\"3\" cy=\"3\" r=\"0.8\" fill=\"").Hex(color).Append('"').Append(f).Append("/>"),
                FillPattern.Horizontal => Lines("M0 1H4M0 3H4"),
                FillPattern.Falling => Lines("M-1 -1L5 5M-1 3L1 5M3 -1L5 1"),
                FillPattern.Crossed => Lines("M-1 -1L5 5M-1 5L5 -1"),
                _ => Lines("M-1 5L5 -1M-1 1L1 -1M3 5L5 3"),
            };
            Definitions.Append("</pattern>");
            return name;

            StringBuilder Lines(string data) => Definitions.Append("<path d=\"").Append(data).Append("\" fill=\"none\" stroke-width=\"0.9\" stroke=\"")
                .Hex(color).Append('"').Append(s).Append("/>");
        }

        private static string RoleClass(FontRole role) => role switch
        {
            FontRole.Title => "t-title",
            FontRole.Song => "t-song",
            FontRole.FangSong => "t-fangsong",
            FontRole.Kai => "t-kai",
            FontRole.HeiBold => "t-heibold",
            _ => "t-hei",
        };
    }
}
