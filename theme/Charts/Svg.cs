using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Renders a drawing to SVG for inline use in a page. Colours are classes (<c>f-norm</c> fills, <c>s-norm</c> strokes
/// with the token's colour) with the paper colour as presentation attribute, so that a page without the style sheet
/// still shows them; there are no style attributes, which a strict content security policy would refuse. Text carries
/// its role as <c>t-hei</c>, <c>t-song</c> …
/// </summary>
public static class Svg
{
    // A ground, such as a crowd of peers, stands on the pages of all of them: it is written once.
    private static readonly ConditionalWeakTable<GroupMark, string> Grounds = [];
    private static readonly ConditionalWeakTable<GroupMark, string> PageGrounds = [];

    /// <summary>Markup of a drawing.</summary>
    /// <param name="drawing">Drawing.</param>
    /// <param name="id">Unique in the page; letters, digits, hyphens.</param>
    public static string Render(Drawing drawing, string id)
    {
        var to = new Markup();
        Write(to, drawing, id, id, "chart", told: true, inPage: false);
        return to.ToString();
    }

    /// <summary>
    /// One figure laid out for several widths（几种宽度的同一张图）, one after another, of the classes w0, w1 …: the style
    /// sheet shows the widest that fits, and gives them their inks and their face: written out thrice they would be
    /// half of all bytes. Title and description are told once, for all of them.
    /// </summary>
    /// <param name="layouts">The same figure, narrowest first.</param>
    /// <param name="id">Unique in the page; letters, digits, hyphens.</param>
    public static string Layouts(ImmutableArray<Drawing> layouts, string id)
    {
        var to = new Markup();
        for (var i = 0; i < layouts.Length; i++)
        {
            var suffix = i.ToString(CultureInfo.InvariantCulture);
            Write(to, layouts[i], id, id + suffix, $"chart w{suffix}", told: i == 0, inPage: true);
        }

        return to.ToString();
    }

    private static void Write(
        Markup to,
        Drawing drawing,
        string figure,
        string id,
        string classes,
        bool told,
        bool inPage
    )
    {
        // Links inside an image role would be hidden from a screen reader; a group keeps them.
        to.Raw(inPage ? "<svg " : "<svg xmlns=\"http://www.w3.org/2000/svg\" ");
        to.Write($"class=\"{classes}\" ");
        to.Write($"viewBox=\"0 0 {drawing.Width} {drawing.Height}\" width=\"{drawing.Width}\" ");
        to.Write($"height=\"{drawing.Height}\" role=\"{(HasLinks(drawing.Marks) ? "group" : "img")}\" ");
        if (inPage)
        {
            // What most marks have stands at the head.
            to.Write($"font-size=\"{ChartStyle.Screen.Text}\" stroke-width=\"{ChartStyle.Screen.Hair}\" ");
        }

        to.Write($"aria-labelledby=\"{figure}-t {figure}-d\">");
        if (told)
        {
            to.Write($"<title id=\"{figure}-t\">{drawing.Title}</title>");
            to.Write($"<desc id=\"{figure}-d\">{drawing.Description}</desc>");
        }

        var patterns = new SvgDefinitions(id, to).Write(drawing.Marks);
        new Writer(id, to, patterns, inPage).Marks(drawing.Marks);
        to.Raw("</svg>");
    }

    private static bool HasLinks(ImmutableArray<Mark> marks)
    {
        foreach (var mark in marks)
        {
            if (mark.Href is not null || (mark is GroupMark group && HasLinks(group.Marks)))
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Writer(string id, Markup to, IReadOnlyList<Fill> patterns, bool inPage)
    {
        private int _clips;

        public void Marks(ImmutableArray<Mark> marks)
        {
            foreach (var mark in marks)
            {
                if (mark.Href is { } href)
                {
                    // The figure takes one stop of the Tab key, and arrows lead through its marks (figures.js);
                    // without a script the table beside it has the same links.
                    to.Write($"<a href=\"{href}\" tabindex=\"-1\">");
                }

                switch (mark)
                {
                    case PathMark path:
                        Path(path);
                        break;
                    case CircleMark circle:
                        Circle(circle);
                        break;
                    case TextMark text:
                        Text(text);
                        break;
                    case GroupMark group:
                        Group(group);
                        break;
                    default:
                        throw new ArgumentException($"A drawing cannot hold {mark.GetType().Name}.", nameof(marks));
                }

                if (mark.Href is not null)
                {
                    to.Raw("</a>");
                }
            }
        }

        private void Path(PathMark mark)
        {
            to.Raw("<path d=\"");
            SvgPath.Write(mark.Segments, to);
            to.Raw("\"");
            Painted(mark.Fill, mark.Stroke, mark.Tip, "path", IsLines(mark.Segments));
        }

        // Straight lines have no inside.
        private static bool IsLines(ImmutableArray<Segment> segments)
        {
            for (var i = 0; i < segments.Length; i++)
            {
                if (segments[i].Kind != (i % 2 == 0 ? SegmentKind.Move : SegmentKind.Line))
                {
                    return false;
                }
            }

            return true;
        }

        private void Circle(CircleMark mark)
        {
            to.Write($"<circle cx=\"{mark.X}\" cy=\"{mark.Y}\" r=\"{mark.Radius}\"");
            Painted(mark.Fill, mark.Stroke, mark.Tip, "circle");
        }

        private void Painted(Fill? filled, Stroke? stroked, string? tip, string element, bool isLine = false)
        {
            var (fillClass, strokeClass, width) = ((string?)null, (string?)null, (string?)null);
            if (filled is { } fill)
            {
                if (fill.Pattern == FillPattern.Solid)
                {
                    fillClass = fill.Ink.Token;
                    if (!inPage || fillClass is null)
                    {
                        to.Write($" fill=\"{fill.Ink.Color}\"");
                    }
                }
                else
                {
                    to.Write($" fill=\"url(#{id}-p{SvgDefinitions.NumberOf(fill, patterns)})\"");
                }

                if (fill.Opacity < 1)
                {
                    to.Write($" fill-opacity=\"{fill.Opacity}\"");
                }
            }
            else if (!inPage)
            {
                to.Raw(" fill=\"none\"");
            }
            else if (!isLine)
            {
                fillClass = "none";
            }

            if (stroked is { } stroke)
            {
                strokeClass = stroke.Ink.Token;
                if (!inPage || strokeClass is null)
                {
                    to.Write($" stroke=\"{stroke.Ink.Color}\"");
                }

                if (inPage && stroke.Width == ChartStyle.Screen.Line)
                {
                    width = "w-line";
                }
                else if (!inPage || stroke.Width != ChartStyle.Screen.Hair)
                {
                    to.Write($" stroke-width=\"{stroke.Width}\"");
                }

                if (!stroke.Dash.IsDefaultOrEmpty)
                {
                    Dashes(stroke.Dash);
                }
            }

            Finish(fillClass, strokeClass, null, tip, element, "", width);
        }

        private void Text(TextMark mark)
        {
            to.Write($"<text x=\"{mark.X}\" y=\"{mark.Y}\"");
            // What most texts of a page have is a class: the same words over and over would be a tenth of it.
            var isSmall = inPage && mark.Size == ChartStyle.Screen.Small;
            if (!isSmall && (!inPage || mark.Size != ChartStyle.Screen.Text))
            {
                to.Write($" font-size=\"{mark.Size}\"");
            }

            if (!inPage && mark.Anchor != TextAnchor.Start)
            {
                to.Write($" text-anchor=\"{(mark.Anchor == TextAnchor.Middle ? "middle" : "end")}\"");
            }

            if (mark.Rotation != 0)
            {
                to.Write($" transform=\"rotate({mark.Rotation} {mark.X} {mark.Y})\"");
            }

            if (!inPage || mark.Ink.Token is null)
            {
                to.Write($" fill=\"{mark.Ink.Color}\"");
            }

            // In a page the ink and the face of words are those of the text around.
            var isPlain = inPage && mark.Role == ChartStyle.Role;
            var ink = isPlain && mark.Ink == Palette.Ink ? null : mark.Ink.Token;
            var anchor =
                !inPage || mark.Anchor == TextAnchor.Start ? null
                : mark.Anchor == TextAnchor.Middle ? "a-middle"
                : "a-end";
            Finish(
                ink,
                null,
                isPlain ? null : RoleClass(mark.Role),
                mark.Tip,
                "text",
                mark.Text,
                isSmall ? "t-small" : null,
                anchor
            );
        }

        private void Group(GroupMark mark)
        {
            if (mark is { Dx: 0, Dy: 0, Clip: null })
            {
                Ground(mark);
                return;
            }

            to.Raw("<g");
            if (mark.Clip is not null)
            {
                to.Write($" clip-path=\"url(#{id}-c{++_clips})\"");
            }

            to.Raw("><g");
            if (mark.Dx != 0 || mark.Dy != 0)
            {
                to.Write($" transform=\"translate({mark.Dx} {mark.Dy})\"");
            }

            to.Raw(">");
            Marks(mark.Marks);
            to.Raw("</g></g>");
        }

        // What refers to definitions is written anew in every drawing, since they carry its id.
        private void Ground(GroupMark mark)
        {
            if (SvgDefinitions.Needed(mark.Marks))
            {
                Marks(mark.Marks);
                return;
            }

            to.Raw(
                (inPage ? PageGrounds : Grounds).GetValue(
                    mark,
                    ground =>
                    {
                        var own = new Markup();
                        new Writer("", own, [], inPage).Marks(ground.Marks);
                        return own.ToString();
                    }
                )
            );
        }

        // Tokens of fill and stroke, the role of a text and what else is a class, as one attribute; then the tip, the
        // content and the end.
        private void Finish(
            string? fill,
            string? stroke,
            string? role,
            string? tip,
            string element,
            string content,
            string? size = null,
            string? anchor = null
        )
        {
            if ((fill ?? stroke ?? role ?? size ?? anchor) is not null)
            {
                to.Raw(" class=\"");
                var gap = "";
                foreach (
                    var (prefix, name) in (ReadOnlySpan<(string, string?)>)
                        [("f-", fill), ("s-", stroke), ("t-", role), ("", size), ("", anchor)]
                )
                {
                    if (name is not null)
                    {
                        to.Write($"{gap}{prefix}{name}");
                        gap = " ";
                    }
                }

                to.Raw("\"");
            }

            if (tip is not null)
            {
                to.Write($"><title>{tip}</title>{content}</{element}>");
            }
            else if (content.Length == 0)
            {
                to.Raw("/>");
            }
            else
            {
                to.Write($">{content}</{element}>");
            }
        }

        private void Dashes(ImmutableArray<double> dashes)
        {
            to.Raw(" stroke-dasharray=\"");
            for (var i = 0; i < dashes.Length; i++)
            {
                to.Write($"{(i == 0 ? "" : " ")}{dashes[i]}");
            }

            to.Raw("\"");
        }

        private static string RoleClass(FontRole role) =>
            role switch
            {
                FontRole.Title => "title",
                FontRole.Song => "song",
                FontRole.FangSong => "fangsong",
                FontRole.Kai => "kai",
                FontRole.HeiBold => "heibold",
                _ => "hei",
            };
    }
}
