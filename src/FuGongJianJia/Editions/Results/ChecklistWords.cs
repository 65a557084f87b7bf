using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// The list of what a unit has to do（清单语句）: 做成什么样, 还差多少, 怎么做, 谁来做, 何时. Distances, never verdicts.
/// </summary>
public static class ChecklistWords
{
    extension(IndicatorResult result)
    {
        /// <summary>
        /// 做成什么样: the target that is due, and of a part of the year that of the whole one behind it: ≥20%（序时，全年≥80%）.
        /// </summary>
        public string GoalText =>
            result.Rule is { Kind: RuleKind.TargetRatio or RuleKind.Count, Months: < Rule.WholeYear }
                ? $"{result.TargetText}（序时，全年{IndicatorWords.Target(result.Indicator, result.Rule.Target)}）"
            : result.Rule.Kind == RuleKind.Tiers && result.Rule.Tiers is [var top, ..]
                ? IndicatorWords.TierText(result.Indicator, top)
            : result.TargetText;

        /// <summary>
        /// 还差多少: 差21.60个百分点，再完成10; 差1场; 没有做到; 先到区级（70分）; 已做到; — where nothing can be said.
        /// </summary>
        public string GapText =>
            result switch
            {
                { Score: null } or { Reported: null } => Numerals.None,
                { Score: >= 100m } => "已做到",
                { IsEvent: true } => Numerals.None,
                { IsVeiled: true } => "没有到满分",
                { Rule.Kind: RuleKind.Tiers } => result.NextTier is { } next
                    ? next.Points >= 100m
                        ? $"到{IndicatorWords.TierText(result.Indicator, next)}得满分"
                        : $"先到{IndicatorWords.TierText(result.Indicator, next)}（{Numerals.Plain(next.Points)}分）"
                    : Numerals.None,
                { Rule.Kind: RuleKind.YesNo, Reported: Reported.YesNo } => "没有做到",
                { Rule.Kind: RuleKind.Deduction, Reported: Reported.Number number } =>
                    $"还有{Numerals.Amount(number.Value)}{result.Indicator.Unit}",
                { Rule.Kind: RuleKind.Checklist, Reported: Reported.Ratio ratio } =>
                    $"差{Numerals.Amount(ratio.Denominator - ratio.Numerator)}项",
                { Target: { } target, Reported: Reported.Ratio ratio } => Short(ratio, target),
                { Target: { } target, Reported: Reported.Number number } =>
                    $"差{Numerals.Amount(target - number.Value)}{result.Indicator.Unit}",
                _ => Numerals.None,
            };

        /// <summary>怎么做: 措施 of the catalogue where it falls short; — where it is done or nothing is named.</summary>
        public string RemedyText =>
            result.FallsShort && result.Indicator.Remedy.Length > 0 ? result.Indicator.Remedy : Numerals.None;

        /// <summary>谁来做: the unit itself, with the 责任单位 of the catalogue that helps it.</summary>
        public string WhoText =>
            !result.FallsShort ? Numerals.None
            : result.Indicator.Owner.Length > 0 ? $"本会，{result.Indicator.Owner}指导"
            : "本会";
    }

    /// <summary>
    /// 何时: the day by which something that fell short in a period is to be done, the last of the quarter after it.
    /// </summary>
    public static DateOnly DeadlineAfter(Period period) => period.End.AddDays(1).AddMonths(3).AddDays(-1);

    // 分母 stays as it is: so many more of it are wanted, and the last one counts whole.
    private static string Short(Reported.Ratio ratio, decimal target)
    {
        var points = target - (ratio.Numerator * 100m / ratio.Denominator);
        var more = decimal.Ceiling(target * ratio.Denominator / 100m) - ratio.Numerator;
        return $"差{Numerals.Plain(decimal.Round(points, 2, MidpointRounding.AwayFromZero))}个百分点"
            + (more > 0m && decimal.IsInteger(ratio.Denominator) ? $"，再完成{Numerals.Amount(more)}" : "");
    }
}
