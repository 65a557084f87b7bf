using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Text;

/// <summary>
/// Numbers as people read them（数字用法）, in one place for site, reports and sentences: GB/T 15835 (Arabic digits for
/// measured figures, 万 for large ones), GB/T 15834 (～ between numbers, — between years), 80余人 for approximations.
/// Rounding is half away from zero; figures come in already rounded for publication, so that this only drops or keeps
/// digits.
/// </summary>
public static class Numerals
{
    /// <summary>No data（无数据）.</summary>
    public const string None = "—";

    /// <summary>Withheld（不公布）: a figure that is there and not told, nor how small it is.</summary>
    public const string Withheld = "不公布";

    /// <summary>Not applicable（不适用）.</summary>
    public const string NotApplicable = "/";

    private const string HanDigits = "零一二三四五六七八九";

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A score in a table: 87.35; — when there is none.</summary>
    public static string Score(decimal? value) => value is { } v ? Fixed(v, 2, padded: true) : None;

    /// <summary>One decimal: 87.4; — when there is none.</summary>
    public static string Tenths(decimal? value) => value is { } v ? Fixed(v, 1, padded: true) : None;

    /// <summary>
    /// A score in a sentence: 87.4. Where one decimal would lift it to a multiple of five (89.96 to 90.0), as grade
    /// lines are, both decimals stay, so that the sentence never contradicts the grade beside it.
    /// </summary>
    public static string ScoreInText(decimal value)
    {
        var one = decimal.Round(value, 1, MidpointRounding.AwayFromZero);
        return one > value && one % 5m == 0m ? Score(value) : Tenths(one);
    }

    /// <summary>A change in a table: +1.20, −0.35, 0.00; — when there is none.</summary>
    public static string Signed(decimal? value) =>
        value is not { } v ? None
        : v > 0m ? "+" + Score(v)
        : v < 0m ? "−" + Score(-v)
        : "0.00";

    /// <summary>升1.20, 降0.80, 持平; — when not comparable. Words and not colour say the direction.</summary>
    public static string Change(decimal? value) =>
        value switch
        {
            null => None,
            > 0m => "升" + Score(value),
            < 0m => "降" + Score(-value),
            _ => "持平",
        };

    /// <summary>升1.20分, 降0.35分, 持平; empty when not comparable.</summary>
    public static string Movement(decimal? value) =>
        value is null ? ""
        : value == 0m ? Change(value)
        : Change(value) + "分";

    /// <summary>提高1.2分, 下降0.4分, 持平.</summary>
    public static string Moved(decimal change) =>
        change == 0m ? "持平" : (change > 0m ? "提高" : "下降") + Small(Math.Abs(change)) + "分";

    /// <summary>95.00% or, with fewer decimals, 95%.</summary>
    public static string Percent(decimal? value, int decimals = 2) =>
        value is { } v ? Fixed(v, decimals, padded: true) + "%" : None;

    /// <summary>A percentage in a sentence: 95.5%, 100%.</summary>
    public static string PercentInText(decimal value) =>
        Plain(decimal.Round(value, 1, MidpointRounding.AwayFromZero)) + "%";

    /// <summary>A number without idle zeros, at most four decimals: 12, 0.5, 95.25; — when there is none.</summary>
    public static string Plain(decimal? value) => value is { } v ? Fixed(v, 4, padded: false) : None;

    /// <summary>A count on paper and in data: every digit; — when there is none.</summary>
    public static string Count(long? value) => value is { } v ? v.ToString(Culture) : None;

    /// <summary>
    /// A count on a page, on paper and in a sentence: thousands apart (GB/T 15835), so that all have one form: 999,
    /// 8,333, 14,524.
    /// </summary>
    public static string Thousands(long value) => value.ToString("#,0", Culture);

    /// <summary>
    /// A measured number, thousands apart, without idle zeros, at most four decimals: 12, 0.5, 39,829,275.
    /// </summary>
    public static string Amount(decimal value) => value.ToString("#,0.####", Culture);

    /// <summary>The small-number mark（小数标记）: ＜5, by the setting's threshold.</summary>
    public static string Below(int threshold) => "＜" + Count(threshold);

    /// <summary>An amount of money: 800元, 12,500元; — when there is none.</summary>
    public static string Money(decimal? yuan) => yuan is { } amount ? amount.ToString("#,0.##", Culture) + "元" : None;

    /// <summary>An amount of money where exact yuan would only be in the way: 800元, 14.77万元.</summary>
    public static string MoneyInText(decimal yuan) =>
        Math.Abs(yuan) < 10_000m ? Money(yuan) : Score(yuan / 10_000m) + "万元";

    /// <summary>A Chinese numeral（汉字数字）of headings: 一 … 九十九; digits beyond.</summary>
    public static string Han(int number) =>
        number switch
        {
            < 0 or > 99 => Thousands(number),
            < 10 => HanDigits[number].ToString(),
            < 20 => "十" + (number == 10 ? "" : HanDigits[number - 10]),
            _ => $"{HanDigits[number / 10]}十{(number % 10 == 0 ? "" : HanDigits[number % 10])}",
        };

    /// <summary>An approximate count: 80余人 for a round number, 约83人 for another.</summary>
    public static string Approximate(long value, string unit) =>
        value >= 10 && value % 10 == 0 ? Thousands(value) + "余" + unit : "约" + Thousands(value) + unit;

    /// <summary>Heads of a kind of activity, 人 and 人次 never added: 约80人；约300人次.</summary>
    public static string Headcount(int people, int attendances, bool approximate)
    {
        var about = approximate ? "约" : "";
        return (people, attendances) switch
        {
            (0, 0) => None,
            (_, 0) => $"{about}{Thousands(people)}人",
            (0, _) => $"{about}{Thousands(attendances)}人次",
            _ => $"{about}{Thousands(people)}人；{about}{Thousands(attendances)}人次",
        };
    }

    /// <summary>Size of a file: 320 KB, 1.4 MB; empty when not known.</summary>
    public static string Size(long? bytes) =>
        bytes switch
        {
            null => "",
            < 1024 * 1000 => Count(Math.Max(1, (bytes.Value + 512) / 1024)) + " KB",
            _ => Tenths(bytes.Value / 1048576m) + " MB",
        };

    /// <summary>A total that may hold approximations: 约320人, 320人.</summary>
    public static string Total(long value, string unit, bool approximate) =>
        (approximate ? "约" : "") + Thousands(value) + unit;

    /// <summary>A range of numbers: 25～30人; of percentages 63%～68%.</summary>
    public static string Range(string low, string high, string unit) =>
        unit == "%" ? $"{low}%～{high}%" : $"{low}～{high}{unit}";

    /// <summary>A date in text: 2024年5月1日.</summary>
    public static string Date(DateOnly date) => string.Create(Culture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>A date as precise as it was given: 2024 → 2024年, 2024-11 → 2024年11月; other words stay.</summary>
    public static string DateAsGiven(string given) =>
        DateOnly.TryParseExact(given, "yyyy-MM-dd", Culture, DateTimeStyles.None, out var day) ? Date(day)
        : Period.TryParse(given, out var period) ? period.Title
        : given;

    /// <summary>A date in a table: 2024-05-01.</summary>
    public static string TableDate(DateOnly? date) => date is { } d ? d.ToString("O", Culture) : None;

    /// <summary>Days: 3天, 4.5天; — when there are none.</summary>
    public static string Days(decimal? days) =>
        days is { } d ? Plain(decimal.Round(d, 1, MidpointRounding.AwayFromZero)) + "天" : None;

    // One decimal, two where one would show nothing.
    private static string Small(decimal value)
    {
        var one = decimal.Round(value, 1, MidpointRounding.AwayFromZero);
        return one == 0m ? Score(value) : Tenths(one);
    }

    // The digits as the number has them, then cut or filled: a page writes hundreds, and format strings would be read
    // anew for each.
    private static string Fixed(decimal value, int decimals, bool padded)
    {
        Span<char> text = stackalloc char[40];
        var rounded = value.Scale > decimals ? decimal.Round(value, decimals, MidpointRounding.AwayFromZero) : value;
        rounded.TryFormat(text, out var length, provider: Culture);
        var point = text[..length].IndexOf('.');
        if (padded && decimals > 0)
        {
            point = point < 0 ? length : point;
            text[point] = '.';
            text[Math.Max(length, point + 1)..(point + 1 + decimals)].Fill('0');
            length = point + 1 + decimals;
        }
        else if (point >= 0)
        {
            length = text[..length].TrimEnd('0').TrimEnd('.').Length;
        }

        return new string(text[..length]);
    }
}
