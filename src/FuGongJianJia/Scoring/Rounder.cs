using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Rounding for publication（舍入）, in one place: decimals and mode come from the settings. A figure is rounded once, from
/// the exact value, and carries all its decimals.
/// </summary>
/// <param name="Decimals">Decimals of a published figure.</param>
/// <param name="Mode">What happens between two figures.</param>
internal readonly record struct Rounder(int Decimals, MidpointRounding Mode)
{
    public static Rounder For(Settings settings) => new(settings.ScoreDecimals, settings.Rounding);

    public decimal Round(Fraction value) => value.Round(Decimals, Mode);

    public decimal? Round(Fraction? value) => value is { } figure ? Round(figure) : null;
}
