using System.Globalization;
using System.Text;

namespace FuGongJianJia.Text;

/// <summary>
/// Compatibility folding（全角转半角）: the part of Unicode NFKC that exports need. The runtime's own normalisation does
/// nothing under invariant globalization, so the mapping stands here: full-width ASCII, ideographic and other spaces,
/// dashes, and every decimal or circled digit of any script to 0–9.
/// </summary>
internal static class TextFold
{
    /// <summary>The folded text; the same instance when nothing had to change.</summary>
    public static string Fold(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (NeedsFold(text[i]))
            {
                return FoldFrom(text, i);
            }
        }

        return text;
    }

    /// <summary>
    /// True for characters that no reader sees: zero-width, bidirectional controls, soft hyphen, byte order mark.
    /// </summary>
    public static bool IsInvisible(char c) =>
        c switch
        {
            '\u00AD' or '\u061C' or '\u180E' or '\uFEFF' => true,
            >= '\u200B' and <= '\u200F' => true,
            >= '\u202A' and <= '\u202E' => true,
            >= '\u2060' and <= '\u206F' => true,
            _ => false,
        };

    /// <summary>True for every blank an export may hold, line breaks and tabs included.</summary>
    public static bool IsSpace(char c) =>
        c
            is ' '
                or '\t'
                or '\r'
                or '\n'
                or '\v'
                or '\f'
                or '\u0085'
                or '\u00A0'
                or '\u1680'
                or '\u202F'
                or '\u205F'
                or '\u3000'
                or '\u2028'
                or '\u2029'
                or (>= '\u2000' and <= '\u200A');

    private static bool NeedsFold(char c) =>
        c >= 0x80 && c is not ((>= '\u4E00' and <= '\u9FFF') or '、' or '。' or '《' or '》' or '“' or '”');

    private static string FoldFrom(string text, int start)
    {
        var builder = new StringBuilder(text.Length).Append(text, 0, start);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '\uFF01' and <= '\uFF5E')
            {
                builder.Append((char)(c - 0xFEE0));
            }
            else if (IsSpace(c))
            {
                builder.Append(' ');
            }
            else if (c is (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE63' or '\uFE58')
            {
                builder.Append('-');
            }
            else if (IsInvisible(c))
            {
                continue;
            }
            else if (NeedsFold(c))
            {
                var digit = CharUnicodeInfo.GetDigitValue(text, i);
                if (digit >= 0)
                {
                    builder.Append((char)('0' + digit));
                    i += char.IsSurrogatePair(text, i) ? 1 : 0;
                }
                else
                {
                    builder.Append(c);
                }
            }
            else
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }
}
