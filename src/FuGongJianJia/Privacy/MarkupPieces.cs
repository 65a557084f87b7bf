using System.Net;
using System.Text;

namespace FuGongJianJia.Privacy;

/// <summary>
/// The pieces of markup that are judged by themselves（标记的各段）: a text as a reader sees it
/// (138&lt;b&gt;1234&lt;/b&gt;5678 is one number, whichever inline tags, comments or line ends cut it), every attribute
/// value, every comment, every line of a script. Nothing is left out but the geometry of drawings. Broken markup gives
/// a piece too.
/// </summary>
internal ref struct MarkupPieces
{
    private const int LongestName = 8;

    private readonly ReadOnlySpan<char> _html;
    private readonly bool _unfiltered;
    private readonly Action<string, int> _judge;
    private Suspicion _suspicion;
    private int _segment;

    private MarkupPieces(ReadOnlySpan<char> html, bool unfiltered, Action<string, int> judge)
    {
        this._html = html;
        this._unfiltered = unfiltered;
        this._judge = judge;
    }

    /// <summary>Calls back with every piece that may hold personal data, and where it starts.</summary>
    /// <param name="html">HTML, SVG or XML.</param>
    /// <param name="unfiltered">Every piece, not only suspicious ones.</param>
    /// <param name="judge">Applies the rules.</param>
    public static void Read(ReadOnlySpan<char> html, bool unfiltered, Action<string, int> judge) =>
        new MarkupPieces(html, unfiltered, judge).Read();

    private void Read()
    {
        var at = 0;
        while (at < _html.Length)
        {
            var step = _html[at..].IndexOf('<');
            var tag = step < 0 ? _html.Length : at + step;
            _suspicion.Add(_html[at..tag]);
            at = tag;
            if (at < _html.Length)
            {
                at = IsTag(_html, at) ? Behind(at) : at + 1;
            }
        }

        EndText(_html.Length);
    }

    // A tag's own pieces; at any but an inline tag one text ends and another begins.
    private int Behind(int tag)
    {
        var name = Name(_html, tag);
        var isInline = IsInline(name);
        if (!isInline)
        {
            EndText(tag);
        }

        var at = IsComment(_html, tag) ? BehindComment(tag) : BehindTag(tag);
        if (
            _html[tag + 1] != '/'
            && (
                name.Equals("script", StringComparison.OrdinalIgnoreCase)
                || name.Equals("style", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            at = BehindScript(at);
        }

        if (!isInline)
        {
            (_segment, _suspicion) = (at, default);
        }

        return at;
    }

    private readonly void EndText(int end)
    {
        if (end > _segment && (_unfiltered || _suspicion.IsRaised))
        {
            _judge(Seen(_html[_segment..end]), _segment);
        }
    }

    private readonly int BehindComment(int tag)
    {
        var end = End(_html, tag);
        Piece(tag, end);
        return end;
    }

    private readonly int BehindTag(int tag)
    {
        var at = tag + 1;
        var from = at;
        while (true)
        {
            var step = _html[at..].IndexOfAny('"', '\'', '>');
            var end = step < 0 ? _html.Length : at + step;
            if (end == _html.Length || _html[end] == '>')
            {
                Piece(from, end);
                return Math.Min(end + 1, _html.Length);
            }

            at = end + 1;
            if (OpensValue(_html, end) && _html[at..].IndexOf(_html[end]) is >= 0 and var length)
            {
                if (!IsGeometry(_html[from..end]))
                {
                    Piece(at, at + length);
                }

                Piece(from, end);
                at += length + 1;
                from = at;
            }
        }
    }

    private readonly int BehindScript(int start)
    {
        var found = _html[start..].IndexOf("</s", StringComparison.OrdinalIgnoreCase);
        var end = found < 0 ? _html.Length : start + found;
        for (var at = start; at < end; )
        {
            var line = _html[at..end].IndexOf('\n');
            var next = line < 0 ? end : at + line;
            if (_unfiltered || Suspicion.Of(_html[at..next]))
            {
                _judge(ScriptText.Unescape(_html[at..next].ToString()), at);
            }

            at = next + 1;
        }

        return end;
    }

    private readonly void Piece(int start, int end)
    {
        if (end > start && (_unfiltered || Suspicion.Of(_html[start..end])))
        {
            _judge(WebUtility.HtmlDecode(_html[start..end].ToString()), start);
        }
    }

    /// <summary>
    /// What a reader sees of a text: tags gone, blanks as one. A blank beside a tag parts two numbers; a tag alone does
    /// not.
    /// </summary>
    private static string Seen(ReadOnlySpan<char> text)
    {
        var builder = new StringBuilder(text.Length);
        var (blank, cut) = (false, false);
        for (var at = 0; at < text.Length; )
        {
            var c = text[at];
            if (c == '<' && IsTag(text, at))
            {
                cut = true;
                at = End(text, at);
                continue;
            }

            if (c is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                blank = true;
            }
            else
            {
                if (blank && builder.Length > 0)
                {
                    // Three blanks are more than a number is written with.
                    builder.Append(cut && char.IsDigit(builder[^1]) ? "   " : " ");
                }

                (blank, cut) = (false, false);
                builder.Append(c);
            }

            at++;
        }

        return WebUtility.HtmlDecode(builder.ToString());
    }

    /// <summary>The position behind a tag or a comment.</summary>
    private static int End(ReadOnlySpan<char> html, int tag)
    {
        if (IsComment(html, tag))
        {
            var close = html[tag..].IndexOf("-->");
            return close < 0 ? html.Length : tag + close + 3;
        }

        for (var at = tag + 1; ; )
        {
            var step = html[at..].IndexOfAny('"', '\'', '>');
            if (step < 0)
            {
                return html.Length;
            }

            var end = at + step;
            at = end + 1;
            if (html[end] == '>')
            {
                return at;
            }

            if (OpensValue(html, end) && html[at..].IndexOf(html[end]) is >= 0 and var length)
            {
                at += length + 1;
            }
        }
    }

    private static bool IsTag(ReadOnlySpan<char> html, int at) =>
        at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?');

    private static bool IsComment(ReadOnlySpan<char> html, int at) => html[at..].StartsWith("<!--");

    private static bool OpensValue(ReadOnlySpan<char> html, int quote) => html[..quote].TrimEnd(" \t\r\n") is [.., '='];

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> html, int tag)
    {
        var rest = html[(tag + 1)..];
        rest = rest is ['/', ..] ? rest[1..] : rest;
        var length = 0;
        while (length < rest.Length && length <= LongestName && char.IsAsciiLetter(rest[length]))
        {
            length++;
        }

        return IsComment(html, tag) ? "!" : rest[..length];
    }

    /// <summary>True for comments and for elements at which a reader sees no gap.</summary>
    private static bool IsInline(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[LongestName];
        return name.Length <= LongestName
            && lower[..name.ToLowerInvariant(lower)]
                is "!"
                    or "a"
                    or "abbr"
                    or "b"
                    or "bdi"
                    or "bdo"
                    or "cite"
                    or "code"
                    or "data"
                    or "del"
                    or "dfn"
                    or "em"
                    or "font"
                    or "i"
                    or "ins"
                    or "kbd"
                    or "mark"
                    or "q"
                    or "s"
                    or "samp"
                    or "small"
                    or "span"
                    or "strong"
                    or "sub"
                    or "sup"
                    or "textpath"
                    or "time"
                    or "tspan"
                    or "u"
                    or "var"
                    or "wbr";
    }

    private static bool IsGeometry(ReadOnlySpan<char> before)
    {
        var name = before.TrimEnd(" \t\r\n")[..^1].TrimEnd(" \t\r\n");
        return name[(name.LastIndexOfAny(" \t\r\n") + 1)..]
            is "d"
                or "points"
                or "transform"
                or "viewBox"
                or "x"
                or "y"
                or "x1"
                or "y1"
                or "x2"
                or "y2"
                or "cx"
                or "cy"
                or "r"
                or "width"
                or "height"
                or "stroke-dasharray";
    }
}
