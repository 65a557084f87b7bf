using System.Text;

namespace FuGongJianJia.Text;

/// <summary>
/// Compatibility folding（全角转半角）: the part of Unicode NFKC that exports need. The runtime's own normalisation does
/// nothing under invariant globalization, so the mapping stands here: full-width and small ASCII, ideographic and other
/// spaces, dashes, digits. Which characters are digits is the one thing <see cref="ReadingFold"/> and
/// <see cref="SearchFold"/> do not agree on.
/// </summary>
internal static class WidthFold
{
    // Small form variants, U+FE50 to U+FE6B, as what they are forms of; those that fold to nothing stay as they are.
    private const string SmallForms = ",、.\uFE53;:?!-(){}〔〕#&*+-<>=\uFE67\\$%@";

    /// <summary>The folded text; the same instance when nothing had to change.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="digit">Value of the digit at a place, or -1.</param>
    public static string Fold(string text, Func<string, int, int> digit)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (NeedsFold(text[i]))
            {
                return FoldFrom(text, i, digit);
            }
        }

        return text;
    }

    private static bool NeedsFold(char c) =>
        c >= 0x80 && c is not ((>= '\u4E00' and <= '\u9FFF') or '、' or '。' or '《' or '》' or '“' or '”');

    private static string FoldFrom(string text, int start, Func<string, int, int> digit)
    {
        var builder = new StringBuilder(text.Length).Append(text, 0, start);
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '\uFF01' and <= '\uFF5E')
            {
                builder.Append((char)(c - 0xFEE0));
            }
            else if (Characters.IsSpace(c))
            {
                builder.Append(' ');
            }
            else if (c is (>= '\u2010' and <= '\u2015') or '\u2212')
            {
                builder.Append('-');
            }
            else if (c is >= '\uFE50' and <= '\uFE6B')
            {
                builder.Append(SmallForms[c - '\uFE50']);
            }
            else if (Characters.IsInvisible(c))
            {
                continue;
            }
            else if (NeedsFold(c) && digit(text, i) is >= 0 and var value)
            {
                builder.Append((char)('0' + value));
                i += char.IsSurrogatePair(text, i) ? 1 : 0;
            }
            else
            {
                builder.Append(c);
            }
        }

        return builder.ToString();
    }
}
