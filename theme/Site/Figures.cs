using System.Globalization;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Site;

/// <summary>How figures and dates are written on pages（数字写法）: 0, — (没有数据) and / (不适用) are never confused.</summary>
public static class Figures
{
    /// <summary>86.42; — when there is none.</summary>
    public static string Score(decimal? value) => value is { } v ? v.ToString("0.00", CultureInfo.InvariantCulture) : "—";

    /// <summary>得分 of an indicator: the number, its band where the number is withheld（小数保护）, else —.</summary>
    public static string Score(IndicatorResult? result) => result switch
    {
        { Score: { } score } => Score(score),
        { ScoreBand.Length: > 0 } => result.ScoreBand,
        _ => "—",
    };

    /// <summary>数值 with its unit where the unit belongs to it: 95.50%, 12场, 是.</summary>
    public static string Value(IndicatorResult? result) => result is null ? "—" : result.ValueText + result.UnitText;

    /// <summary>Up to two decimals without padding: 12, 95.5.</summary>
    public static string Plain(decimal? value) => value is { } v ? v.ToString("0.##", CultureInfo.InvariantCulture) : "—";

    /// <summary>One decimal, for days.</summary>
    public static string Days(decimal? value) => value is { } v ? v.ToString("0.#", CultureInfo.InvariantCulture) + "天" : "—";

    /// <summary>Whole number with thousands separators from five digits on (GB/T 15835).</summary>
    public static string Count(int value) => value.ToString(value is >= 10000 or <= -10000 ? "#,0" : "0", CultureInfo.InvariantCulture);

    /// <summary>Whole number.</summary>
    public static string Int(int? value) => value is { } v ? v.ToString(CultureInfo.InvariantCulture) : "—";

    /// <summary>升1.20, 降0.80, 持平; — when not comparable. Words and not colour say the direction.</summary>
    public static string Change(decimal? value) => value switch
    {
        null => "—",
        > 0m => "升" + Score(value),
        < 0m => "降" + Score(-value),
        _ => "持平",
    };

    /// <summary>up, down, level or none: the class of a change.</summary>
    public static string Direction(decimal? value) => value switch { null => "none", > 0m => "up", < 0m => "down", _ => "level" };

    /// <summary>2024年12月31日.</summary>
    public static string Date(DateOnly date) => Numerals.Date(date);

    /// <summary>2024-12-31, for tables and machines.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2024-12-31 or —.</summary>
    public static string Iso(DateOnly? date) => date is { } d ? Iso(d) : "—";

    /// <summary>320 KB, 1.4 MB; empty when not known.</summary>
    public static string Size(long? bytes) => bytes switch
    {
        null => "",
        < 1024 * 1000 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (bytes.Value + 512) / 1024)} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes.Value / 1048576m:0.0} MB"),
    };

    /// <summary>Step 0–9 of a score for the heat table: under 55 is 0, 95 and more is 9.</summary>
    public static int Heat(decimal value) => value switch
    {
        >= 95m => 9,
        >= 92m => 8,
        >= 89m => 7,
        >= 86m => 6,
        >= 83m => 5,
        >= 80m => 4,
        >= 75m => 3,
        >= 70m => 2,
        >= 60m => 1,
        _ => 0,
    };

    /// <summary>A number for an SVG attribute: at most two decimals.</summary>
    public static string Svg(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Share of a whole in percent, 0 when the whole is 0.</summary>
    public static decimal Percent(decimal part, decimal whole) => whole == 0m ? 0m : part * 100m / whole;

    /// <summary>约2600人次; the unit stands once.</summary>
    public static string Headcount(int people, int attendances, bool approximate)
    {
        var about = approximate ? "约" : "";
        return (people, attendances) switch
        {
            (0, 0) => "—",
            (_, 0) => $"{about}{Count(people)}人",
            (0, _) => $"{about}{Count(attendances)}人次",
            _ => $"{about}{Count(people)}人；{about}{Count(attendances)}人次",
        };
    }

    /// <summary>A date as precise as it was given: 2024 → 2024年, 2024-11 → 2024年11月; other words stay.</summary>
    public static string Date(string given)
    {
        if (DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Date(day);
        }

        return Period.TryParse(given, out var period) ? period.Title : given;
    }

    /// <summary>80余人, 预计500余人次: a figure of a case as it may be printed.</summary>
    public static string Of(CaseFigure figure) => $"{(figure.Forecast ? "预计" : "")}{figure.Value}{(figure.Approximate ? "余" : "")}{figure.Unit}";

    /// <summary>Place for a table: 3, 并列3, —.</summary>
    public static string Place(Ranking ranking) => ranking.Place is { } p ? (ranking.Tied ? "并列" : "") + Int(p) : ranking.Text;
}
