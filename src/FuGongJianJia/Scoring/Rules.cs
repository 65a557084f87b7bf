using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>The six rules（规则）of design 4.1: from a measure to a score s in [0, 100].</summary>
internal static class Rules
{
    /// <summary>
    /// Null when the rule cannot read such a measure (a word where a number is wanted, or nothing at all).
    /// </summary>
    public static Quotient? Score(Rule rule, decimal? target, in Measure measure) =>
        rule.Kind switch
        {
            RuleKind.TargetRatio => AgainstTarget(target, measure),
            RuleKind.Count => AgainstTarget(target, measure),
            RuleKind.Tiers => InTiers(rule, measure),
            RuleKind.Deduction => Deducted(rule.Target ?? 0m, measure),
            RuleKind.YesNo => Share(measure, 100m),
            RuleKind.Checklist => Share(measure, 1m),
            _ => null,
        };

    /// <summary>True when 目标.csv may replace the target.</summary>
    public static bool TakesTarget(RuleKind kind) => kind is RuleKind.TargetRatio or RuleKind.Count;

    private static Quotient? AgainstTarget(decimal? target, in Measure measure)
    {
        if (target is not > 0m)
        {
            return null;
        }

        if (measure.IsRatio)
        {
            return new Quotient(measure.Numerator!.Value * 10000m, measure.Denominator!.Value * target.Value).Bounded();
        }

        return (measure.Value ?? measure.Numerator) is { } value
            ? new Quotient(value * 100m, target.Value).Bounded()
            : null;
    }

    private static Quotient? InTiers(Rule rule, in Measure measure)
    {
        foreach (var tier in rule.Tiers)
        {
            if (
                tier.Word is { } word
                    ? string.Equals(word, measure.Word, StringComparison.Ordinal)
                    : Reaches(measure, tier.Threshold ?? 0m)
            )
            {
                return new Quotient(tier.Points, 1m).Bounded();
            }
        }

        return measure.Word is null && measure.Number is not null && rule.Tiers.All(t => t.Word is null)
            ? Quotient.Zero
            : null;
    }

    // Compared without dividing, so that a share of exactly the threshold reaches it.
    private static bool Reaches(in Measure measure, decimal threshold) =>
        measure.IsRatio
            ? measure.Numerator * 100m >= threshold * measure.Denominator
            : (measure.Value ?? measure.Numerator) is { } value && value >= threshold;

    private static Quotient? Deducted(decimal each, in Measure measure) =>
        (measure.Value ?? measure.Numerator) is { } count ? new Quotient(100m - (each * count), 1m).Bounded() : null;

    // 是否 reads 1 and 0, or a share of units when pooled; 清单 reads a share, or a percent where only 数值 was given.
    private static Quotient? Share(in Measure measure, decimal unit)
    {
        if (measure.IsRatio)
        {
            return new Quotient(measure.Numerator!.Value * 100m, measure.Denominator!.Value).Bounded();
        }

        return measure.Value is { } value ? new Quotient(value * unit, 1m).Bounded() : null;
    }
}
