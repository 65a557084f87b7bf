using FuGongJianJia.Editions.Common;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// What a unit reported for an indicator（已报的值）, itself or through the units below it: one of a ratio, a number, the
/// word of a tier, yes or no, or the marks that stand in the place of what is withheld.
/// </summary>
public abstract record Reported
{
    private Reported() { }

    /// <summary>Percent, count, or 1 and 0 for 是 and 否; null for a word and for what is withheld.</summary>
    public abstract decimal? Figure { get; }

    /// <summary>分子 ÷ 分母, told in percent.</summary>
    /// <param name="Numerator">分子.</param>
    /// <param name="Denominator">分母, above 0.</param>
    /// <param name="Approximate">约数 in any part.</param>
    public sealed record Ratio(decimal Numerator, decimal Denominator, bool Approximate) : Reported
    {
        /// <summary>Percent, unrounded.</summary>
        public override decimal? Figure => Numerator * 100m / Denominator;
    }

    /// <summary>A plain number.</summary>
    /// <param name="Value">In the indicator's unit.</param>
    /// <param name="Approximate">约数.</param>
    public sealed record Number(decimal Value, bool Approximate) : Reported
    {
        /// <summary>The number.</summary>
        public override decimal? Figure => Value;
    }

    /// <summary>A tier named by a word（分档）.</summary>
    /// <param name="Word">省级及以上 …</param>
    public sealed record NamedTier(string Word) : Reported
    {
        /// <summary>A word is no figure.</summary>
        public override decimal? Figure => null;
    }

    /// <summary>是 or 否.</summary>
    /// <param name="Done">是.</param>
    public sealed record YesNo(bool Done) : Reported
    {
        /// <summary>1 or 0.</summary>
        public override decimal? Figure => Done ? 1m : 0m;
    }

    /// <summary>A ratio that is withheld（小数保护）: each part by its own mark.</summary>
    /// <param name="Numerator">In the place of 分子.</param>
    /// <param name="Denominator">In the place of 分母.</param>
    public sealed record WithheldRatio(WithheldMark Numerator, WithheldMark Denominator) : Reported
    {
        /// <summary>Not told.</summary>
        public override decimal? Figure => null;
    }

    /// <summary>A number that is withheld（小数保护）.</summary>
    /// <param name="Mark">In its place.</param>
    public sealed record WithheldNumber(WithheldMark Mark) : Reported
    {
        /// <summary>Not told.</summary>
        public override decimal? Figure => null;
    }
}
