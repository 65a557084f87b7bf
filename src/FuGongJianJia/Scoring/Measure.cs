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

/// <summary>A score as an exact quotient; the decimal score is <see cref="Value"/>.</summary>
internal readonly record struct Quotient(decimal Numerator, decimal Denominator)
{
    public static Quotient Full { get; } = new(100m, 1m);

    public static Quotient Zero { get; } = new(0m, 1m);

    public decimal Value => Numerator / Denominator;

    /// <summary>The score in double, for estimates.</summary>
    public double Estimate => (double)Numerator / (double)Denominator;

    public Fraction Exact => (Fraction)Numerator / Denominator;

    /// <summary>Keeps the score within 0–100.</summary>
    public Quotient Bounded() =>
        Numerator >= 100m * Denominator ? Full
        : Numerator <= 0m ? Zero
        : this;
}
