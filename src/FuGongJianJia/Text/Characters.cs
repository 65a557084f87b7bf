using System.Globalization;

namespace FuGongJianJia.Text;

/// <summary>What single characters are to a reader（字符的类别）: blanks, what nobody sees, what no text may hold.</summary>
internal static class Characters
{
    /// <summary>
    /// True for characters that no reader sees: zero-width, bidirectional controls, soft hyphen, fillers, byte order
    /// mark.
    /// </summary>
    public static bool IsInvisible(char c) =>
        c switch
        {
            '\u00AD' or '\u034F' or '\u061C' or '\u180E' or '\uFEFF' => true,
            // Fillers of Hangul and vowels of Khmer that are never drawn.
            '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u3164' or '\uFFA0' => true,
            >= '\u200B' and <= '\u200F' => true,
            >= '\u202A' and <= '\u202E' => true,
            >= '\u2060' and <= '\u206F' => true,
            _ => false,
        };

    /// <summary>
    /// True for characters that turn the direction of what follows, so that a reader sees another text.
    /// </summary>
    public static bool TurnsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

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

    /// <summary>True for a blank that ends a line or a field rather than a word.</summary>
    public static bool IsBreak(char c) => IsSpace(c) && (c is '\u0085' or '\u2028' or '\u2029' or < ' ');

    /// <summary>
    /// How many characters at a place belong to no text: controls that are no blanks, half a surrogate pair, code
    /// points that Unicode keeps free (U+FFFE, U+FFFF, U+FDD0–FDEF, U+1FFFE …). HTML and XML refuse them. 0 for all
    /// others.
    /// </summary>
    public static int Forbidden(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (!char.IsSurrogate(c))
        {
            return (char.IsControl(c) && !IsSpace(c)) || c is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF')
                ? 1
                : 0;
        }

        if (char.IsLowSurrogate(c))
        {
            return at > 0 && char.IsHighSurrogate(text[at - 1]) ? 0 : 1;
        }

        return at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]) ? 1
            : (char.ConvertToUtf32(c, text[at + 1]) & 0xFFFE) == 0xFFFE ? 2
            : 0;
    }

    /// <summary>Value of a decimal digit of any script (０, ٣, 𝟏); -1 for all else, ① and ² included.</summary>
    public static int DecimalDigit(string text, int at) =>
        CharUnicodeInfo.GetUnicodeCategory(text, at) == UnicodeCategory.DecimalDigitNumber
            ? CharUnicodeInfo.GetDigitValue(text, at)
            : -1;

    /// <summary>Value of whatever shows one digit: those of <see cref="DecimalDigit"/>, and ① ² ⑴ ⒈; else -1.</summary>
    public static int ShownDigit(string text, int at) => CharUnicodeInfo.GetDigitValue(text, at);
}
