using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Rounding for publication（舍入）, in one place: decimals and mode come from the settings. A decimal carries 28 digits, so a
/// quotient may miss a boundary such as 89.995 by one part in 10^24; <see cref="Unsure"/> tells when, and the exact fraction decides.
/// </summary>
internal readonly record struct Rounder(int Decimals, MidpointRounding Mode)
{
    private const decimal Near = 0.000000000001m;

    public static Rounder For(Settings settings) => new(settings.ScoreDecimals, settings.Rounding);

    private bool OnHalves => Mode is MidpointRounding.AwayFromZero or MidpointRounding.ToEven;

    /// <summary>True when the value lies within 10^-12 units of a boundary of this mode.</summary>
    public bool Unsure(decimal value)
    {
        var scaled = Math.Abs(value) * Power(Decimals);
        var part = scaled - decimal.Truncate(scaled);
        return OnHalves ? Math.Abs(part - 0.5m) < Near : part < Near || part > 1m - Near;
    }

    public decimal Round(decimal value) => decimal.Round(value, Decimals, Mode) + Padding;

    public decimal Round(Fraction value) => value.Round(Decimals, Mode) + Padding;

    // 91.3 and 91.30 are equal but print differently: a published figure always carries all its decimals.
    private decimal Padding => new(0, 0, 0, false, (byte)Decimals);

    /// <summary>num ÷ den, rounded once and exactly.</summary>
    public decimal Quotient(decimal numerator, decimal denominator)
    {
        var value = numerator / denominator;
        return Unsure(value) ? Round((Fraction)numerator / denominator) : Round(value);
    }

    private static decimal Power(int decimals)
    {
        var power = 1m;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10m;
        }

        return power;
    }
}
