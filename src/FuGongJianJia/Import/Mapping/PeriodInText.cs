using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Mapping;

/// <summary>The period that names of files and titles speak of（从文字里认期间）.</summary>
internal static partial class PeriodInText
{
    /// <summary>The period of the first text that tells a part of a year, else a year; null for none.</summary>
    public static Period? Find(IEnumerable<string> texts)
    {
        Period? year = null;
        foreach (var text in texts)
        {
            var folded = ReadingFold.Of(text);
            if (YearPattern().Match(folded) is not { Success: true } found)
            {
                continue;
            }

            var of = found.Groups[1].Value;
            var part =
                QuarterPattern().Match(folded) is { Success: true } quarter
                    ? "Q" + Number(quarter.Groups[1].Value + quarter.Groups[2].Value)
                : HalfPattern().Match(folded) is { Success: true } half
                    ? half.Groups[1].Value == "上" ? "H1"
                        : "H2"
                : MonthPattern().Match(folded) is { Success: true } month ? "-" + month.Groups[1].Value.PadLeft(2, '0')
                : "";
            if (Period.TryParse(of + part, out var period))
            {
                if (part.Length > 0)
                {
                    return period;
                }

                year ??= period;
            }
        }

        return year;
    }

    private static string Number(string text) =>
        "一二三四".IndexOf(text, StringComparison.Ordinal) is >= 0 and var at
            ? (at + 1).ToString(CultureInfo.InvariantCulture)
            : text;

    [GeneratedRegex("(?<!\\d)(20\\d{2})(?!\\d)")]
    private static partial Regex YearPattern();

    [GeneratedRegex("第?([一二三四1-4])季度|Q([1-4])", RegexOptions.IgnoreCase)]
    private static partial Regex QuarterPattern();

    [GeneratedRegex("([上下])半年")]
    private static partial Regex HalfPattern();

    [GeneratedRegex("(?<!\\d)(1[0-2]|0?[1-9])月")]
    private static partial Regex MonthPattern();
}
