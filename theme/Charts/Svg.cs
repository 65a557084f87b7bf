using System.Collections.Immutable;
using System.Globalization;
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
        head.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"").Append(Escape(cssClass)).Append("\" viewBox=\"0 0 ")
            .Append(Number(drawing.Width)).Append(' ').Append(Number(drawing.Height)).Append("\" width=\"").Append(Number(drawing.Width))
            .Append("\" height=\"").Append(Number(drawing.Height)).Append("\" role=\"").Append(writer.HasLinks ? "group" : "img")
            .Append("\" aria-labelledby=\"").Append(id).Append("-t ").Append(id).Append("-d\"><title id=\"").Append(id).Append("-t\">")
            .Append(Escape(drawing.Title)).Append("</title><desc id=\"").Append(id).Append("-d\">").Append(Escape(drawing.Description)).Append("</desc>");
        if (writer.Definitions.Length > 0)
        {
            head.Append("<defs>").Append(writer.Definitions).Append("</defs>");
        }

        return head.Append(writer.Body).Append("</svg>").ToString();
    }

    // Two decimals at most, no padding. A page writes some thousand numbers, and formatting each through a pattern costs more than drawing it.
    private static string Number(double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        Span<char> buffer = stackalloc char[24];
        var at = buffer.Length;
        var rest = Math.Abs(hundredths);
        var (whole, part) = (rest / 100, rest % 100);
        if (part != 0)
        {
            if (part % 10 != 0)
            {
                buffer[--at] = (char)('0' + (part % 10));
            }

            buffer[--at] = (char)('0' + (part / 10));
            buffer[--at] = '.';
        }

        do
        {
            buffer[--at] = (char)('0' + (whole % 10));
            whole /= 10;
        }
        while (whole > 0);
        if (hundredths < 0)
        {
            buffer[--at] = '-';
        }

        return new string(buffer[at..]);
    }

    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                // Characters that XML 1.0 does not allow would make the whole page unreadable to a strict parser.
                < ' ' and not ('\t' or '\n' or '\r') => result.Append('\uFFFD'),
                _ => result.Append(c),
            };
        }

        return result.ToString();
    }

    private sealed class Writer(string id)
    {
        private readonly Dictionary<(Ink, FillPattern), string> _patterns = [];
        private int _clips;
        private int _dots;

        public StringBuilder Body { get; } = new(2048);

        public StringBuilder Definitions { get; } = new();

        public bool HasLinks { get; private set; }

        public void Mark(Mark mark)
        {
            if (mark.Href is { } href)
            {
                HasLinks = true;
                Body.Append("<a href=\"").Append(Escape(href)).Append("\">");
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
                Attribute("cx", Number(c.X));
                Attribute("cy", Number(c.Y));
                Attribute("r", Number(c.Radius));
            }
            else
            {
                Body.Append("<path d=\"");
                Data(mark.Segments);
                Body.Append('"');
            }

            var classes = "";
            if (mark.Fill is { } fill)
            {
                if (fill.Pattern == FillPattern.Solid)
                {
                    classes = fill.Ink.Token is { } token ? "f-" + token : "";
                    Attribute("fill", Hex(fill.Ink.Color));
                }
                else
                {
                    Attribute("fill", $"url(#{Pattern(fill)})");
                }

                if (fill.Opacity < 1)
                {
                    Attribute("fill-opacity", Number(fill.Opacity));
                }
            }
            else
            {
                Attribute("fill", "none");
            }

            if (mark.Stroke is { } stroke)
            {
                classes += stroke.Ink.Token is { } token ? (classes.Length > 0 ? " s-" : "s-") + token : "";
                Attribute("stroke", Hex(stroke.Ink.Color));
                Attribute("stroke-width", Number(stroke.Width));
                if (!stroke.Dash.IsDefaultOrEmpty)
                {
                    Attribute("stroke-dasharray", string.Join(' ', stroke.Dash.Select(Number)));
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
                Definitions.Append('M').Append(Number(x)).Append(' ').Append(Number(y)).Append("h0");
            }

            Definitions.Append("\"/>");
            Use(mark.Ring.Ink, (mark.Radius * 2) + mark.Ring.Width, mark.Tip);
            Use(mark.Inside, (mark.Radius * 2) - mark.Ring.Width, null);

            void Use(Ink ink, double width, string? tip)
            {
                Body.Append("<use");
                Attribute("href", "#" + name);
                Attribute("stroke", Hex(ink.Color));
                Attribute("stroke-width", Number(width));
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
            Attribute("x", Number(mark.X));
            Attribute("y", Number(mark.Y));
            Attribute("font-size", Number(mark.Size));
            if (mark.Anchor != TextAnchor.Start)
            {
                Attribute("text-anchor", mark.Anchor == TextAnchor.Middle ? "middle" : "end");
            }

            if (mark.Rotation != 0)
            {
                Attribute("transform", $"rotate({Number(mark.Rotation)} {Number(mark.X)} {Number(mark.Y)})");
            }

            Attribute("fill", Hex(mark.Ink.Color));
            var classes = mark.Ink.Token is { } token ? $"f-{token} {RoleClass(mark.Role)}" : RoleClass(mark.Role);
            Finish(classes, mark.Tip, "text", mark.Text);
        }

        private void Group(GroupMark mark)
        {
            Body.Append("<g");
            if (mark.Clip is { } clip)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{id}-c{++_clips}");
                Definitions.Append("<clipPath id=\"").Append(name).Append("\"><path d=\"M").Append(Number(clip.X)).Append(' ').Append(Number(clip.Y))
                    .Append('h').Append(Number(clip.Width)).Append('v').Append(Number(clip.Height)).Append('h').Append(Number(-clip.Width))
                    .Append("z\"/></clipPath>");
                Attribute("clip-path", $"url(#{name})");
            }

            Body.Append("><g");
            if (mark.Dx != 0 || mark.Dy != 0)
            {
                Attribute("transform", $"translate({Number(mark.Dx)} {Number(mark.Dy)})");
            }

            Body.Append('>');
            foreach (var child in mark.Marks)
            {
                Mark(child);
            }

            Body.Append("</g></g>");
        }

        private void Data(ImmutableArray<Segment> segments)
        {
            var (x, y) = (0.0, 0.0);
            foreach (var s in segments)
            {
                _ = s.Kind switch
                {
                    SegmentKind.Move => Body.Append('M').Append(Number(s.X)).Append(' ').Append(Number(s.Y)),
                    SegmentKind.Line when s.Y == y => Body.Append('H').Append(Number(s.X)),
                    SegmentKind.Line when s.X == x => Body.Append('V').Append(Number(s.Y)),
                    SegmentKind.Line => Body.Append('L').Append(Number(s.X)).Append(' ').Append(Number(s.Y)),
                    SegmentKind.Curve => Body.Append('C').Append(Number(s.X1)).Append(' ').Append(Number(s.Y1)).Append(' ').Append(Number(s.X2))
                        .Append(' ').Append(Number(s.Y2)).Append(' ').Append(Number(s.X)).Append(' ').Append(Number(s.Y)),
                    _ => Body.Append('Z'),
                };
                (x, y) = (s.X, s.Y);
            }
        }

        private void Finish(string classes, string? tip, string element, string content = "")
        {
            if (classes.Length > 0)
            {
                Attribute("class", classes);
            }

            if (tip is not null)
            {
                Attribute("data-tip", Escape(tip));
            }

            if (tip is null && content.Length == 0)
            {
                Body.Append("/>");
                return;
            }

            Body.Append('>');
            if (tip is not null)
            {
                Body.Append("<title>").Append(Escape(tip)).Append("</title>");
            }

            Body.Append(Escape(content)).Append("</").Append(element).Append('>');
        }

        private void Attribute(string name, string value) => Body.Append(' ').Append(name).Append("=\"").Append(value).Append('"');

        private string Pattern(Fill fill)
        {
            if (_patterns.TryGetValue((fill.Ink, fill.Pattern), out var known))
            {
                return known;
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{id}-p{_patterns.Count + 1}");
            _patterns.Add((fill.Ink, fill.Pattern), name);
            var color = Hex(fill.Ink.Color);
            var (f, s) = fill.Ink.Token is { } token ? ($" class=\"f-{token}\"", $" class=\"s-{token}\"") : ("", "");
            Definitions.Append("<pattern id=\"").Append(name).Append("\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\">");
            _ = fill.Pattern switch
            {
                FillPattern.Dots => Definitions.Append("<circle cx=\"1\" cy=\"1\" r=\"0.8\" fill=\"").Append(color).Append('"').Append(f)
                    .Append("/><circle cx=\"3\" cy=\"3\" r=\"0.8\" fill=\"").Append(color).Append('"').Append(f).Append("/>"),
                FillPattern.Horizontal => Lines("M0 1H4M0 3H4"),
                FillPattern.Falling => Lines("M-1 -1L5 5M-1 3L1 5M3 -1L5 1"),
                FillPattern.Crossed => Lines("M-1 -1L5 5M-1 5L5 -1"),
                _ => Lines("M-1 5L5 -1M-1 1L1 -1M3 5L5 3"),
            };
            Definitions.Append("</pattern>");
            return name;

            StringBuilder Lines(string data) => Definitions.Append("<path d=\"").Append(data).Append("\" fill=\"none\" stroke-width=\"0.9\" stroke=\"")
                .Append(color).Append('"').Append(s).Append("/>");
        }

        private static string Hex(Rgb color) => string.Create(CultureInfo.InvariantCulture, $"#{color.R:X2}{color.G:X2}{color.B:X2}");

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
