using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Text;

namespace FuGongJianJia.Privacy;

/// <summary>
/// A text as somebody reads it who looks for a number in it（还原伪装）: escapes undone, every digit a digit, whether it was
/// written 一, ①, 1️⃣ or the letter O. Nothing but the search for personal data may use it.
/// </summary>
internal static partial class PlainText
{
    private const int LeastNumerals = 7;
    private const string Numerals = "〇零一二三四五六七八九";
    private const string OtherNumerals =
        "洞幺二叁肆伍陆柒捌玖壹贰貳叄陸两兩㈠㈡㈢㈣㈤㈥㈦㈧㈨㊀㊁㊂㊃㊄㊅㊆㊇㊈〡〢〣〤〥〦〧〨〩";
    private const string OtherValues = "01234567891223622123456789123456789123456789";

    private static readonly SearchValues<char> AlikeLetters = SearchValues.Create("OoIl|ОοОЗ");

    // What stands for the X at the end of a number of identity.
    private static readonly SearchValues<char> AlikeCrosses = SearchValues.Create("×✕✖╳Ⅹⅹ⒳ХхΧχ*");

    /// <summary>The text with its disguises taken off.</summary>
    public static string Of(string text)
    {
        var plain = text;
        if (plain.Contains('%', StringComparison.Ordinal))
        {
            plain = PercentPattern().Replace(plain, m => Uri.UnescapeDataString(m.Value));
            plain = PercentDigitPattern().Replace(plain, m => ((char)('0' + m.Value[2] - '0')).ToString());
        }

        plain = plain.Contains("&#", StringComparison.Ordinal) ? WebUtility.HtmlDecode(plain) : plain;
        if (plain.Contains('\\', StringComparison.Ordinal))
        {
            plain = EscapePattern().Replace(ScriptText.Unescape(plain), "$1");
        }

        plain = UnseenPattern().Replace(plain, "");
        plain = LookAlikes(ChineseNumerals(SearchFold.Of(plain)));
        return plain.AsSpan().IndexOfAny(AlikeCrosses) < 0 ? plain : LastCrossPattern().Replace(plain, "X");
    }

    /// <summary>Value of a Chinese numeral; -1 for all else.</summary>
    public static int Numeral(char c) =>
        Numerals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Math.Max(0, at - 1)
        : OtherNumerals.IndexOf(c, StringComparison.Ordinal) is >= 0 and var other ? OtherValues[other] - '0'
        : -1;

    // 一三八五七一〇一二三四: no amount is written so, and no date goes on for so long without 年.
    private static string ChineseNumerals(string text)
    {
        StringBuilder? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var (end, numerals, digits) = (i, 0, 0);
            while (
                end < text.Length
                && (
                    Numeral(text[end]) >= 0
                    || char.IsAsciiDigit(text[end])
                    || (end > i && text[end] is ' ' or '-' or '·' or '.')
                )
            )
            {
                numerals += Numeral(text[end]) >= 0 ? 1 : 0;
                digits += char.IsAsciiDigit(text[end]) ? 1 : 0;
                end++;
            }

            // The name in front may end in a numeral: 赵六. It does not in a zero.
            var length = numerals + digits;
            var isNamed = length is 12 or 19 && i > 0 && char.IsLetter(text[i - 1]) && Numeral(text[i]) > 0;
            if (numerals >= LeastNumerals || (numerals >= 3 && length is 11 or 12 or 18 or 19))
            {
                changed ??= new(text);
                for (var at = isNamed ? i + 1 : i; at < end; at++)
                {
                    changed[at] = Numeral(text[at]) is >= 0 and var value ? (char)('0' + value) : text[at];
                }
            }

            i = Math.Max(i, end - 1);
        }

        return changed?.ToString() ?? text;
    }

    // 138571O1234: eleven characters or more that are digits but for a few letters that look like them.
    private static string LookAlikes(string text) =>
        text.AsSpan().IndexOfAny(AlikeLetters) < 0
            ? text
            : LookAlikePattern()
                .Replace(
                    text,
                    m =>
                        m.Length is 11 or 18 && m.Value.Count(char.IsAsciiDigit) >= m.Length - 3
                            ? string.Concat(
                                m.Value.Select(c =>
                                    c is 'I' or 'l' or '|' ? '1'
                                    : c is 'З' ? '3'
                                    : char.IsAsciiDigit(c) || c is '-' or ' ' ? c
                                    : '0'
                                )
                            )
                            : m.Value
                );

    [GeneratedRegex("(%[0-9A-Fa-f]{2}){2,}|%40", RegexOptions.NonBacktracking)]
    private static partial Regex PercentPattern();

    [GeneratedRegex("(?<=[0-9])%3[0-9](?=[0-9]|%3[0-9])")]
    private static partial Regex PercentDigitPattern();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex EscapePattern();

    // Keycaps, variation selectors and tags, which stand beside a sign and are not seen.
    [GeneratedRegex("[\uFE00-\uFE0F\u20E3]|\uDB40[\uDC00-\uDDEF]")]
    private static partial Regex UnseenPattern();

    [GeneratedRegex("(?<=(?<![0-9])[0-9]{17})[×✕✖╳Ⅹⅹ⒳ХхΧχ*]")]
    private static partial Regex LastCrossPattern();

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9OoIl|ОοОЗ]{11,19}(?![0-9A-Za-z])")]
    private static partial Regex LookAlikePattern();
}
