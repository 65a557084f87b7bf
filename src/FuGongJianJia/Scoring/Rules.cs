using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>The six rules（规则）: from a measure to a score s in [0, 100].</summary>
internal static class Rules
{
    /// <summary>
    /// Null when the rule cannot read such a measure (a word where a number is wanted, or nothing at all).
    /// </summary>
    public static Fraction? Score(Rule rule, in Measure measure) =>
        rule.Kind switch
        {
            RuleKind.TargetRatio or RuleKind.Count => AgainstTarget(rule, measure),
            RuleKind.Tiers => InTiers(rule, measure),
            RuleKind.Deduction => Deducted(rule.Target ?? 0m, measure),
            RuleKind.YesNo => Share(measure, 100),
            RuleKind.Checklist => Share(measure, 1),
            _ => null,
        };

    /// <summary>True when both give every measure the same score.</summary>
    public static bool AreSame(Rule a, Rule b) =>
        ReferenceEquals(a, b)
        || (a.Kind == b.Kind && a.Target == b.Target && a.Months == b.Months && a.Tiers.SequenceEqual(b.Tiers));

    private static Fraction? AgainstTarget(Rule rule, in Measure measure)
    {
        if (rule.Target is not > 0m)
        {
            return null;
        }

        var full = rule.Months == Rule.WholeYear ? rule.Target.Value : DueOf(rule);
        return measure.IsRatio ? Bounded(Percent(measure) * 100 / full)
            : (measure.Value ?? measure.Numerator) is { } value ? Bounded((Fraction)value * 100 / full)
            : null;
    }

    // T×m/12 is no decimal: a twelfth of 80 has no end.
    private static Fraction DueOf(Rule rule) => (Fraction)rule.Target!.Value * rule.Months / Rule.WholeYear;

    private static Fraction? InTiers(Rule rule, in Measure measure)
    {
        foreach (var tier in rule.Tiers)
        {
            if (
                tier.Word is { } word
                    ? string.Equals(word, measure.Word, StringComparison.Ordinal)
                    : Reaches(measure, tier.Threshold ?? 0m)
            )
            {
                return Bounded(tier.Points);
            }
        }

        return measure.Word is null && measure.Number is not null && rule.Tiers.All(t => t.Word is null)
            ? Fraction.Zero
            : null;
    }

    // Compared without dividing, so that a share of exactly the threshold reaches it.
    private static bool Reaches(in Measure measure, decimal threshold) =>
        measure.IsRatio
            ? measure.Numerator * 100m >= threshold * measure.Denominator
            : (measure.Value ?? measure.Numerator) is { } value && value >= threshold;

    private static Fraction? Deducted(decimal each, in Measure measure) =>
        (measure.Value ?? measure.Numerator) is { } count ? Bounded(100 - ((Fraction)each * count)) : null;

    // 是否 reads 1 and 0, or a share of units when pooled; 清单 reads a share, or a percent where only 数值 was given.
    private static Fraction? Share(in Measure measure, Fraction unit) =>
        measure.IsRatio ? Bounded(Percent(measure))
        : measure.Value is { } value ? Bounded(value * unit)
        : null;

    private static Fraction Percent(in Measure measure) =>
        (Fraction)measure.Numerator!.Value * 100 / measure.Denominator!.Value;

    // Keeps the score within 0–100.
    private static Fraction Bounded(Fraction score) =>
        score >= Fraction.Hundred ? Fraction.Hundred
        : score.Sign <= 0 ? Fraction.Zero
        : score.Reduced();
}
