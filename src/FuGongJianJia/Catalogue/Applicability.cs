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

    /// <summary>
    /// What the public sees of the indicator at a level（公开）. A row speaks for the levels that it names; where an upper
    /// level borrows it, and where 汇总 is said, what was pooled from below is seen unless the row says 不公开.
    /// </summary>
    public static Publicity PublicityAt(this Indicator indicator, Level level, bool isPooled) =>
        indicator.Publicity switch
        {
            Publicity.ScoreOnly when !indicator.Levels.Contains(level) => Publicity.Figures,
            Publicity.SumsOnly when isPooled || !indicator.Levels.Contains(level) => Publicity.Figures,
            var publicity => publicity,
        };

    /// <summary>
    /// True when a score does not tell the value: shares by steps of numbers. Of every other rule the score below full
    /// marks is the value in other words.
    /// </summary>
    public static bool ScoreHidesValue(this Indicator indicator) =>
        indicator.Rule.Kind == RuleKind.Tiers && indicator.IsRatio();

    /// <summary>True when values are percentages: 达标比例, 清单, and 分档 by numbers in %.</summary>
    public static bool IsRatio(this Indicator indicator) =>
        indicator.Rule.Kind switch
        {
            RuleKind.TargetRatio or RuleKind.Checklist => true,
            RuleKind.Tiers => indicator.Unit is "%" or "％" && indicator.Rule.Tiers.All(t => t.Word is null),
            _ => false,
        };
}
