using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Rounding for publication（舍入）, in one place: decimals and mode come from the settings. A decimal carries 28 digits,
/// so a
/// quotient may miss a boundary such as 89.995 by one part in 10^24; <see cref="Unsure"/> tells when, and the exact
/// fraction decides.
/// Published figures are kept as whole units of the last decimal.
/// </summary>
internal readonly record struct Rounder(int Decimals, MidpointRounding Mode)
{
    /// <summary>Units of a figure that is not there.</summary>
    public const int None = int.MinValue;

    private const decimal Near = 0.000000000001m;
    private const double FarEnough = 1e-6;

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

    /// <summary>
    /// Rounds an estimate of a figure of 0 or more to units; false when it lies too near a boundary to tell. NaN gives
    /// <see cref="None"/>.
    /// </summary>
    public bool TryUnits(double estimate, out int units)
    {
        if (double.IsNaN(estimate))
        {
            units = None;
            return true;
        }

        var scaled =
            (estimate * (double)Power(Decimals))
            + (
                OnHalves ? 0.5
                : Mode == MidpointRounding.ToPositiveInfinity ? 1d
                : 0d
            );
        var whole = Math.Floor(scaled);
        units = (int)whole;
        return scaled - whole is > FarEnough and < 1d - FarEnough;
    }

    /// <summary>Units of a published figure.</summary>
    public int Units(decimal? published) => published is { } value ? (int)(value * Power(Decimals)) : None;

    /// <summary>The published figure of so many units, with all its decimals.</summary>
    public decimal? Figure(int units) =>
        units == None ? null : new decimal(Math.Abs(units), 0, 0, units < 0, (byte)Decimals);

    private static decimal Power(int decimals) =>
        decimals switch
        {
            0 => 1m,
            1 => 10m,
            2 => 100m,
            3 => 1000m,
            4 => 10000m,
            _ => 10m * Power(decimals - 1),
        };
}
