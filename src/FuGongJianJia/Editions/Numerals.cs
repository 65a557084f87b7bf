using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions;

/// <summary>
/// Numbers as people read them（数字用法）, in one place for site, reports and sentences: GB/T 15835 (Arabic digits for measured
/// figures, 万 for large ones), GB/T 15834 (～ between numbers, — between years), 80余人 for approximations. Rounding is half away
/// from zero; figures come in already rounded for publication, so that this only drops or keeps digits.
/// </summary>
public static class Numerals
{
    /// <summary>No data（无数据）.</summary>
    public const string None = "—";

    /// <summary>Not applicable（不适用）.</summary>
    public const string NotApplicable = "/";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A score in a table: 87.35; — when there is none.</summary>
    public static string Score(decimal? value) => value is { } v ? decimal.Round(v, 2, MidpointRounding.AwayFromZero).ToString("0.00", Culture) : None;

    /// <summary>
    /// A score in a sentence: 87.4. Where one decimal would lift it to a multiple of five (89.96 to 90.0), as grade lines are, both decimals stay,
    /// so that the sentence never contradicts the grade beside it.
    /// </summary>
    public static string ScoreInText(decimal value)
    {
        var one = decimal.Round(value, 1, MidpointRounding.AwayFromZero);
        return one > value && one % 5m == 0m ? Score(value) : one.ToString("0.0", Culture);
    }

    /// <summary>A change in a table: +1.20, −0.35, 0.00; — when there is none.</summary>
    public static string Signed(decimal? value) => value is not { } v ? None
        : v > 0m ? "+" + Score(v) : v < 0m ? "−" + Score(-v) : "0.00";

    /// <summary>提高1.2分, 下降0.4分, 持平.</summary>
    public static string Moved(decimal change) => change == 0m ? "持平"
        : (change > 0m ? "提高" : "下降") + Small(Math.Abs(change)) + "分";

    /// <summary>A difference of two percentages: 提高3.2个百分点, 持平.</summary>
    public static string MovedPoints(decimal change) => change == 0m ? "持平"
        : (change > 0m ? "提高" : "下降") + Small(Math.Abs(change)) + "个百分点";

    /// <summary>95.00% or, with fewer decimals, 95%.</summary>
    public static string Percent(decimal? value, int decimals = 2) => value is { } v
        ? decimal.Round(v, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(Culture), Culture) + "%" : None;

    /// <summary>A percentage in a sentence: 95.5%, 100%.</summary>
    public static string PercentInText(decimal value) => Plain(decimal.Round(value, 1, MidpointRounding.AwayFromZero)) + "%";

    /// <summary>A number without idle zeros, at most four decimals: 12, 0.5, 95.25.</summary>
    public static string Plain(decimal value) => decimal.Round(value, 4, MidpointRounding.AwayFromZero).ToString("0.####", Culture);

    /// <summary>A count in a table: every digit.</summary>
    public static string Count(long value) => value.ToString(Culture);

    /// <summary>A count in a sentence: 9999, 1.2万, 345.7万, 3.45亿; exact below ten thousand.</summary>
    public static string CountInText(long value) => Math.Abs(value) switch
    {
        < 10_000 => value.ToString(Culture),
        < 100_000_000 => Plain(decimal.Round(value / 10_000m, 2, MidpointRounding.AwayFromZero)) + "万",
        _ => Plain(decimal.Round(value / 100_000_000m, 2, MidpointRounding.AwayFromZero)) + "亿",
    };

    /// <summary>An approximate count: 80余人 for a round number, 约83人 for another.</summary>
    public static string Approximate(long value, string unit) =>
        value >= 10 && value % 10 == 0 ? CountInText(value) + "余" + unit : "约" + CountInText(value) + unit;

    /// <summary>参与人数 of an activity: 80余人, 120人次; empty when not given.</summary>
    public static string Headcount(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Headcount is not { } count ? ""
            : activity.Approximate ? Approximate(count, activity.HeadcountKind.Word()) : CountInText(count) + activity.HeadcountKind.Word();
    }

    /// <summary>A total that may hold approximations: 约320人, 320人.</summary>
    public static string Total(long value, string unit, bool approximate) => (approximate ? "约" : "") + CountInText(value) + unit;

    /// <summary>A range of numbers: 25～30人; of percentages 63%～68%.</summary>
    public static string Range(string low, string high, string unit) => unit == "%" ? $"{low}%～{high}%" : $"{low}～{high}{unit}";

    /// <summary>A span of years: 2021—2023年.</summary>
    public static string Years(int first, int last) => first == last
        ? string.Create(Culture, $"{first}年") : string.Create(Culture, $"{first}—{last}年");

    /// <summary>A date in text: 2024年5月1日.</summary>
    public static string Date(DateOnly date) => string.Create(Culture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>A date in a table: 2024-05-01.</summary>
    public static string TableDate(DateOnly? date) => date is { } d ? d.ToString("yyyy-MM-dd", Culture) : None;

    /// <summary>Days: 3天, 4.5天; — when there are none.</summary>
    public static string Days(decimal? days) => days is { } d ? Plain(decimal.Round(d, 1, MidpointRounding.AwayFromZero)) + "天" : None;

    // One decimal, two where one would show nothing.
    private static string Small(decimal value)
    {
        var one = decimal.Round(value, 1, MidpointRounding.AwayFromZero);
        return one == 0m ? Score(value) : one.ToString("0.0", Culture);
    }
}
