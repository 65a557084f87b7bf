using System.Globalization;
using FuGongJianJia.Editions;

namespace FuGongJianJia.Theme.Charts;

/// <summary>Numbers as figures and reports print them（数字写法）: invariant, GB/T 15835; — stands for what is absent.</summary>
public static class Numerals
{
    /// <summary>Mark of an absent figure.</summary>
    public const string Absent = "—";

    /// <summary>Two decimals, or —.</summary>
    public static string Score(decimal? value) => value is { } v ? v.ToString("0.00", CultureInfo.InvariantCulture) : Absent;

    /// <summary>One decimal, or —; half away from zero.</summary>
    public static string Short(decimal? value) =>
        value is { } v ? Math.Round(v, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) : Absent;

    /// <summary>As few decimals as needed, or —.</summary>
    public static string Plain(decimal? value) => value is { } v ? v.ToString("0.##", CultureInfo.InvariantCulture) : Absent;

    /// <summary>A count.</summary>
    public static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>+1.20, −0.35, 0.00 with a true minus sign; — when absent.</summary>
    public static string Signed(decimal? value) => value switch
    {
        null => Absent,
        > 0 => "+" + Score(value),
        < 0 => "−" + Score(-value),
        _ => "0.00",
    };

    /// <summary>升1.20分, 降0.35分, 持平; empty when absent.</summary>
    public static string Movement(decimal? value) => value switch
    {
        null => "",
        > 0 => $"升{Score(value)}分",
        < 0 => $"降{Score(-value)}分",
        _ => "持平",
    };

    /// <summary>Median days of a step: 3天, 2.5天; empty when absent.</summary>
    public static string Days(decimal? value) => value is { } v ? v.ToString("0.#", CultureInfo.InvariantCulture) + "天" : "";

    /// <summary>Value with its unit as printed: 95.50%, 12场, 是, 约80人, ＜5户; marks of absence keep no unit.</summary>
    public static string WithUnit(IndicatorResult result)
    {
        var unit = result.Indicator.Unit;
        return result.ValueText is "—" or "/" or "是" or "否" or "" || unit is "级别分" or "级" or "" || !char.IsAsciiDigit(result.ValueText[^1])
            ? result.ValueText
            : result.ValueText + unit;
    }

    /// <summary>2024年5月1日.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    /// <summary>2024-05-01, for tables.</summary>
    public static string TableDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
