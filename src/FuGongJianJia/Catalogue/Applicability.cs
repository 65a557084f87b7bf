using FuGongJianJia.Model;

namespace FuGongJianJia.Catalogue;

/// <summary>Which organisations an indicator row covers（适用）.</summary>
public static class Applicability
{
    /// <summary>
    /// True when the row names the level, and names the category, names the kind, or names neither list.
    /// </summary>
    public static bool Covers(this Indicator indicator, Level level, UnitCategory category, OrganisationKind kind) =>
        indicator.Levels.Contains(level)
        && (
            (indicator.Categories.IsEmpty && indicator.Kinds.IsEmpty)
            || indicator.Categories.Contains(category)
            || indicator.Kinds.Contains(kind)
        );

    /// <summary>True when values are percentages: 达标比例, 清单, and 分档 by numbers in %.</summary>
    public static bool IsRatio(this Indicator indicator) =>
        indicator.Rule.Kind switch
        {
            RuleKind.TargetRatio or RuleKind.Checklist => true,
            RuleKind.Tiers => indicator.Unit is "%" or "％" && indicator.Rule.Tiers.All(t => t.Word is null),
            _ => false,
        };
}
