using System.Buffers;
using System.Net;
using System.Text;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Privacy;

/// <summary>
/// Numbers that markup cuts in two（被标签或换行切开的号码）: 138&lt;b&gt;1234&lt;/b&gt;5678, or a number that goes on in the next line. One pass over
/// the page counts digits; only a run that was cut and is long enough becomes a text to be judged.
/// </summary>
internal static class CutNumbers
{
    private const int Shortest = 11;
    private const int LongestEntity = 10;
    private const int Context = 12;
    private const int Following = 3;
    private const int LongestName = 6;

    private static readonly SearchValues<char> Starts = SearchValues.Create("<&0123456789０１２３４５６７８９");

    /// <summary>Calls back with the joined text of every run that may be a number, and where it starts.</summary>
    public static void Find(string html, Action<string, int> onRun)
    {
        var at = 0;
        while (at < html.Length && html.AsSpan(at).IndexOfAny(Starts) is >= 0 and var step)
        {
            at += step;
            if (html[at] == '<')
            {
                at = BehindTag(html, at);
            }
            else if (html[at] != '&' || IsNumericEntity(html, at))
            {
                var end = Run(html, at, out var digits, out var isCut);
                if (isCut && digits >= Shortest)
                {
                    onRun(Join(html, at, end), at);
                }

                at = Math.Max(end, at + 1);
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>The end of the run of digits that starts here.</summary>
    private static int Run(string html, int start, out int digits, out bool isCut)
    {
        (digits, isCut) = (0, false);
        var at = start;
        var end = start;
        var cut = false;
        var gap = 0;
        while (at < html.Length)
        {
            var c = html[at];
            if (IsDigit(c) || (c is 'X' or 'x' && digits == 17))
            {
                isCut |= cut;
                (cut, gap) = (false, 0);
                digits++;
                end = ++at;
            }
            else if (c == '<')
            {
                // A blank beside a tag parts two numbers; a tag alone does not.
                if (gap > 0 || !IsInline(html, at))
                {
                    break;
                }

                var next = BehindTag(html, at);
                if (next < html.Length && char.IsWhiteSpace(html[next]))
                {
                    break;
                }

                (cut, at) = (true, next);
            }
            else if (c is '\n' or '\r')
            {
                if (gap > 0 || cut)
                {
                    break;
                }

                // The line end and the indent of the next line are one blank to a browser.
                while (at < html.Length && char.IsWhiteSpace(html[at]))
                {
                    at++;
                }

                (cut, gap) = (true, 1);
            }
            else if (c == '&')
            {
                var close = html.IndexOf(';', at, Math.Min(LongestEntity, html.Length - at));
                if (close < 0 || !(IsNumericEntity(html, at) || IsJoining(html.AsSpan(at, close - at))))
                {
                    break;
                }

                digits += IsNumericEntity(html, at) ? 1 : 0;
                isCut |= cut;
                at = close + 1;
                end = at;
            }
            else if (c is ' ' or '-' or '·' or '_' && gap == 0 && !cut)
            {
                gap++;
                at++;
            }
            else if (TextFold.IsInvisible(c))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    /// <summary>What a reader sees of the run, with a little of what stands before it in the same text.</summary>
    private static string Join(string html, int start, int end)
    {
        var from = start;
        while (from > 0 && start - from < Context && html[from - 1] is not ('<' or '>' or '\n' or '"'))
        {
            from--;
        }

        var builder = new StringBuilder(end - from);
        for (var at = from; at < end;)
        {
            if (html[at] == '<')
            {
                at = BehindTag(html, at);
            }
            else if (char.IsWhiteSpace(html[at]))
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                {
                    builder.Append(' ');
                }

                at++;
            }
            else
            {
                builder.Append(html[at++]);
            }
        }

        // What follows tells an amount (13812345678.50) from a telephone.
        for (int at = end, left = Following; at < html.Length && left > 0 && !char.IsWhiteSpace(html[at]);)
        {
            if (html[at] == '<')
            {
                left = IsInline(html, at) ? left : 0;
                at = BehindTag(html, at);
            }
            else
            {
                builder.Append(html[at++]);
                left--;
            }
        }

        return WebUtility.HtmlDecode(builder.ToString());
    }

    /// <summary>The position behind a tag, a comment, or a script or style with its content.</summary>
    private static int BehindTag(string html, int at)
    {
        var rest = html.AsSpan(at + 1);
        var mark = rest.Length == 0 ? ">" : rest[0] switch
        {
            '!' when rest.StartsWith("!--") => "-->",
            's' or 'S' when rest.StartsWith("script", StringComparison.OrdinalIgnoreCase) => "</script",
            's' or 'S' when rest.StartsWith("style", StringComparison.OrdinalIgnoreCase) => "</style",
            _ => ">",
        };
        var found = mark.Length == 1 ? rest.IndexOf('>') : rest.IndexOf(mark, mark.Length > 4 ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        return found < 0 ? html.Length : mark.Length > 4 ? at + 1 + found : at + 1 + found + mark.Length;
    }

    /// <summary>True for comments and for elements at which a reader sees no gap; at any other one text ends and another begins.</summary>
    private static bool IsInline(string html, int at)
    {
        var rest = html.AsSpan(at + 1);
        if (rest.StartsWith("!--"))
        {
            return true;
        }

        rest = rest.StartsWith('/') ? rest[1..] : rest;
        Span<char> name = stackalloc char[LongestName];
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length]))
        {
            if (length == LongestName)
            {
                return false;
            }

            name[length] = (char)(rest[length] | 0x20);
            length++;
        }

        return name[..length] is "a" or "abbr" or "b" or "bdi" or "bdo" or "cite" or "code" or "data" or "del" or "dfn" or "em" or "font" or "i" or "ins" or "kbd"
            or "mark" or "q" or "s" or "samp" or "small" or "span" or "strong" or "sub" or "sup" or "time" or "u" or "var" or "wbr";
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || (c > '\u007F' && char.IsDigit(c));

    private static bool IsNumericEntity(string html, int at) => at + 2 < html.Length && html[at + 1] == '#';

    private static bool IsJoining(ReadOnlySpan<char> entity) => entity is "&nbsp" or "&ensp" or "&thinsp" or "&shy" or "&zwj" or "&zwnj";
}
