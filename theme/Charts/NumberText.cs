using System.Globalization;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Charts;

/// <summary>Numbers as figures and reports print them（数字写法）: invariant, GB/T 15835; — stands for what is absent.</summary>
public static class NumberText
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

    /// <summary>Value with its unit as printed: 95.50%, 12场, 是, 约80人, ＜5; marks of absence have no unit.</summary>
    public static string WithUnit(IndicatorResult result) => result.ValueText + result.UnitText;

    /// <summary>得分/分值: 28.50/30; the band of a withheld score（优秀）; — when missing, / when not applicable.</summary>
    public static string Points(IndicatorResult result) => result switch
    {
        { Points: { } points } => $"{Score(points)}/{Plain(result.Weight)}",
        { IsScored: true } => result.ScoreBand.Length > 0 ? result.ScoreBand : Absent,
        { State: ObservationState.NotApplicable } => "/",
        _ => Absent,
    };
}
