using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>What several rules ask of the figures（几条规则共用的事实）.</summary>
internal static class Standings
{
    /// <summary>
    /// The town that comes last, alone, and is not good; null where there is none, or too few are ranked.
    /// </summary>
    public static UnionResult? Last(BriefSubject s)
    {
        const int Fewest = 5;
        var ranked = s.Ranked;
        return
            ranked.Length >= Fewest
            && ranked[^1] is { Grade: Grade.Qualified or Grade.ToImprove, Ranking.Tied: false } last
            ? last
            : null;
    }

    /// <summary>How many years running a town has come last, this one included; 1 for a part of the year.</summary>
    public static int YearsLast(BriefSubject s, UnionResult town)
    {
        if (s.Period.Period.Kind != PeriodKind.Year)
        {
            return 1;
        }

        var years = 1;
        for (
            var at = s.Period.Period.YearBefore;
            s.Edition.AllPeriods.FirstOrDefault(p => p.Period == at)?.Find(town.Code)?.Ranking
                is { Place: { } place, Ranked: var ranked, Tied: false }
                && place == ranked;
            at = at.YearBefore
        )
        {
            years++;
        }

        return years;
    }

    /// <summary>两年, 三年.</summary>
    public static string Years(int years) => (years == 2 ? "两" : Numerals.Han(years)) + "年";

    /// <summary>
    /// The share furthest below its target of those that no town has reached（镇街无一达到）; null where there is none.
    /// </summary>
    public static IndicatorResult? ReachedByNone(BriefSubject s) =>
        s
            .Self.Indicators.Where(i =>
                i is { IsEvent: false, Score: < 100m, Reported: Reported.Ratio } && i.Rule.Kind == RuleKind.TargetRatio
            )
            .Where(i => OfTowns(s, i.Code) is { Count: >= 5 } towns && towns.TrueForAll(t => t.Score < 100m))
            .OrderBy(i => i.Score)
            .ThenBy(i => i.Code, StringComparer.Ordinal)
            .FirstOrDefault();

    /// <summary>What the towns have of an indicator, of those that have a score.</summary>
    public static List<IndicatorResult> OfTowns(BriefSubject s, string code) =>
        [.. s.Towns.Select(t => t.IndicatorOf(code)).OfType<IndicatorResult>().Where(i => i.Score is not null)];

    /// <summary>Indicators with the most to win that can be acted upon, most first; events are none.</summary>
    public static IEnumerable<IndicatorResult> TopLosses(UnionResult unit, int most) =>
        unit
            .Losses.Where(i => i is { IsEvent: false, Gain: > 0m, IsVeiled: false, Reported: not null })
            .Where(i => i.Reported is not (Reported.WithheldRatio or Reported.WithheldNumber))
            .Take(most);

    /// <summary>What each of so many units had to do and some have not（应做未做）, most to win first.</summary>
    public static IEnumerable<(IndicatorResult Result, int Whole, int Left)> NotDone(UnionResult unit) =>
        from i in TopLosses(unit, int.MaxValue)
        where i.Indicator.Aggregation == Aggregation.ShareOfUnitsAtTarget
        let ratio = i.Reported as Reported.Ratio
        where ratio is not null && decimal.IsInteger(ratio.Numerator) && decimal.IsInteger(ratio.Denominator)
        select (i, (int)ratio.Denominator, (int)(ratio.Denominator - ratio.Numerator));

    /// <summary>
    /// How short an indicator falls, in the words of its kind（差多少）: 职代会按期召开9家中5家没有做到,
    /// 工会经费足额上缴率93.47%，欠147,714元, 劳模工匠宣讲场次6场，目标12场.
    /// </summary>
    public static string Shortfall(IndicatorResult i)
    {
        var matter = BriefSubject.Matter(i.Indicator);
        return i.Reported switch
        {
            Reported.Ratio ratio when i.Indicator.Aggregation == Aggregation.ShareOfUnitsAtTarget =>
                $"{matter}{Numerals.Amount(ratio.Denominator)}家中"
                    + $"{Numerals.Amount(ratio.Denominator - ratio.Numerator)}家没有做到",
            Reported.Ratio { Numerator: var part, Denominator: var whole }
                when i.Rule.Kind == RuleKind.Tiers && IndicatorWords.IsMoney(i.Indicator) && part < whole =>
                $"{matter}{i.ValueWithUnit}，欠{Numerals.MoneyInText(whole - part)}",
            _ => i.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count
                ? $"{matter}{i.ValueWithUnit}，目标{i.TargetText.TrimStart('≥')}"
                : $"{matter}{i.ValueWithUnit}",
        };
    }
}
