using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Measure（量值）: what a rule scores, reported by the unit or pooled from units below.</summary>
/// <param name="Numerator">分子.</param>
/// <param name="Denominator">分母.</param>
/// <param name="Value">数值: a count, a percent, or 1 and 0 for 是 and 否.</param>
/// <param name="Word">Step of a 分档 named by words.</param>
/// <param name="Approximate">约数 in any part.</param>
public readonly record struct Measure(
    decimal? Numerator,
    decimal? Denominator,
    decimal? Value,
    string? Word,
    bool Approximate
)
{
    internal static Measure Of(Observation observation) =>
        new(
            observation.Numerator,
            observation.Denominator,
            observation.Value,
            observation.Word,
            observation.Approximate
        );

    /// <summary>True when 分子 and 分母 are both there and can be divided.</summary>
    public bool IsRatio => Numerator is not null && Denominator is > 0m;

    /// <summary>分子/分母×100 in percent, or the plain value; null for a word.</summary>
    public decimal? Number => IsRatio ? Numerator * 100m / Denominator : Value ?? Numerator;
}
