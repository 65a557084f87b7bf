using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>
/// 期间 cells: 2024, 2024年, 2024年度, 2024全年, 2024年1-12月, 2024Q1, 2024年一季度, 2024年上半年, 2024-05, 2024年5月, 二〇二四年, and what
/// spreadsheets make of a year: 2,024 and 2024.0.
/// </summary>
internal static class PeriodText
{
    private const string Numerals = "〇零一二三四五六七八九";

    /// <summary>Reads a period as a person writes it.</summary>
    public static bool TryParse(string text, out Period period)
    {
        var folded = Plain(YearInWords(ReadingFold.Closed(text).ToUpperInvariant()));
        if (Period.TryParse(folded, out period))
        {
            return true;
        }

        if (folded.Length < 5 || !folded.AsSpan(0, 4).ContainsOnlyDigits())
        {
            return false;
        }

        var part = folded[4] == '年' ? folded[5..] : folded[4..];
        return Period.TryParse(
            folded[..4]
                + part switch
                {
                    "" or "度" or "全年" or "全年度" or "1-12月" or "1至12月" or "1月-12月" or "1月至12月" => "",
                    "上半年" or "1-6月" or "1至6月" or "1月-6月" or "1月至6月" => "H1",
                    "下半年" or "7-12月" or "7至12月" or "7月-12月" or "7月至12月" => "H2",
                    "一季度" or "1季度" or "第一季度" or "第1季度" or "1-3月" or "1至3月" => "Q1",
                    "二季度" or "2季度" or "第二季度" or "第2季度" or "4-6月" or "4至6月" => "Q2",
                    "三季度" or "3季度" or "第三季度" or "第3季度" or "7-9月" or "7至9月" => "Q3",
                    "四季度" or "4季度" or "第四季度" or "第4季度" or "10-12月" or "10至12月" => "Q4",
                    [.. var month, '月'] => "-" + month.PadLeft(2, '0'),
                    _ => "?",
                },
            out period
        );
    }

    private static string YearInWords(string text) =>
        text.Length >= 5 && text[4] == '年' && text[..4].All(c => Numerals.Contains(c, StringComparison.Ordinal))
            ? string.Concat(
                text[..4].Select(c => (char)('0' + Math.Max(0, Numerals.IndexOf(c, StringComparison.Ordinal) - 1)))
            ) + text[4..]
            : text;

    // 2,024 and 2024.0 are the year as a number; no year has another form of either.
    private static string Plain(string text) =>
        text is [_, ',', _, _, _, ..] ? text.Remove(1, 1)
        : text is [_, _, _, _, '.', .. var zeros] && zeros.Length > 0 && zeros.All(c => c == '0') ? text[..4]
        : text;

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
