using System.Text.RegularExpressions;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Values;

/// <summary>
/// Two numbers in one cell（一格里的分子和分母）, as offices write what is done of what was to do: 12/20, 12 / 20, 12/20（60%）.
/// </summary>
/// <param name="Numerator">分子, as it stands there.</param>
/// <param name="Denominator">分母, as it stands there.</param>
internal readonly record struct RatioCell(string Numerator, string Denominator)
{
    /// <summary>Reads one; false for anything else, a year and a month (2024/12) included.</summary>
    public static bool TryParse(string text, out RatioCell ratio)
    {
        var match = Pattern.Match(ReadingFold.Closed(text));
        ratio = match.Success ? new(match.Groups[1].Value, match.Groups[2].Value) : default;
        return match.Success && !(IsYear(ratio.Numerator) && ratio.Denominator.Length <= 2);
    }

    private static bool IsYear(string text) => text.Length == 4 && text[..2] is "19" or "20";

    // A rate behind the two numbers says nothing that they do not.
    private static readonly Regex Pattern = new(
        @"^(\d{1,9}(?:\.\d+)?)/(\d{1,9}(?:\.\d+)?)(?:\(\d+(?:\.\d+)?%\))?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    );
}
