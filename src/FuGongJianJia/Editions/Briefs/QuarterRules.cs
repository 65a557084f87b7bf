using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>
/// A part of the year（季度、月度）: progress against what is due and against the period's own plan; no grade, no place.
/// </summary>
internal static class QuarterRules
{
    private const int FewestMeasures = 3;
    private const int FewestTowns = 10;
    private const int LastPlaces = 3;

    /// <summary>S-1: 全年计量的6项指标5项快于序时，劳模工匠宣讲66场，比序时少6场.</summary>
    public static IEnumerable<BriefFact> FullYear(BriefSubject s)
    {
        var measures = Of(s, Timing.Cumulative);
        if (!s.TellsProgress || measures.Count == 0)
        {
            yield break;
        }

        var ahead = measures.Count(i => i.Score >= 100m);
        var worst = measures.FindAll(i => i.Score < 100m).MinBy(i => i.Score);
        yield return new(
            Weights.Answer + 1,
            $"{s.Period.Period.Title}{s.Whole}全年计量的{Numerals.Count(measures.Count)}项指标"
                + (
                    ahead == measures.Count ? "都快于序时"
                    : ahead == 0 ? "没有一项快于序时"
                    : $"{Numerals.Count(ahead)}项快于序时"
                )
                + (worst is null ? "" : $"，{Lag(worst)}")
        );
    }

    /// <summary>S-2: 按季安排计划的3项都没有完成：职工技能培训87.68%，走访慰问74.04%（目标90%）.</summary>
    public static IEnumerable<BriefFact> Planned(BriefSubject s)
    {
        var measures = Of(s, Timing.WithinPeriod);
        if (!s.TellsProgress || measures.Count == 0)
        {
            yield break;
        }

        var lagging = measures.FindAll(i => i.Score < 100m);
        var step = s.Period.Period.Kind switch
        {
            PeriodKind.Quarter => "按季",
            PeriodKind.Month => "按月",
            _ => "按期",
        };
        yield return new(
            Weights.Answer,
            $"{step}安排计划的{Numerals.Count(measures.Count)}项"
                + (
                    lagging.Count == 0
                        ? "都已完成"
                        : (
                            lagging.Count == measures.Count
                                ? "都没有完成："
                                : $"{Numerals.Count(lagging.Count)}项没有完成："
                        ) + string.Join('，', lagging.Select(Reached))
                )
        )
        {
            Joint = '；',
        };
    }

    /// <summary>S-3, S-4: 走访慰问24个镇街无一完成计划，最高白鹭浦镇85.00%，最低半峰乡62.07%.</summary>
    public static IEnumerable<BriefFact> Towns(BriefSubject s)
    {
        if (!s.IsDistrict || !s.TellsProgress)
        {
            yield break;
        }

        if (Worst(s) is { } i)
        {
            var towns = s
                .Towns.Select(t => (Town: t, Result: t.IndicatorOf(i.Code)))
                .Where(t => t.Result is { Score: not null, Reported: Reported.Ratio })
                .OrderByDescending(t => t.Result!.Value)
                .ThenBy(t => t.Town.Code, StringComparer.Ordinal)
                .ToList();
            if (towns.Count >= FewestMeasures)
            {
                var reached = towns.Count(t => t.Result!.Score >= 100m);
                yield return new(
                    Weights.Answer,
                    $"{BriefSubject.Matter(i.Indicator)}{Numerals.Count(towns.Count)}个镇街"
                        + (reached == 0 ? "无一" : $"{Numerals.Count(reached)}个")
                        + $"达到目标，最高{At(towns[0])}，最低{At(towns[^1])}"
                );
            }
        }

        foreach (var town in Trailing(s).Take(1))
        {
            yield return new(
                Weights.Answer,
                $"{town.Town.Organisation.ShortName}有{Numerals.Count(town.Count)}项居后三位"
            )
            {
                Joint = '；',
            };
        }

        static string At((UnionResult Town, IndicatorResult? Result) t) =>
            t.Town.Organisation.ShortName + t.Result!.ValueWithUnit;
    }

    /// <summary>S-5: 思想引领36.55%（序时20%）; what is ahead, as a list.</summary>
    public static IEnumerable<BriefFact> Ahead(BriefSubject s)
    {
        var ahead = s.TellsProgress ? Of(s, Timing.Cumulative).FindAll(i => i.Score >= 100m) : [];
        if (ahead.Count > 0)
        {
            yield return new(
                Weights.Change,
                string.Join(
                    '，',
                    ahead.Select(i =>
                        $"{BriefSubject.Matter(i.Indicator)}{i.ValueWithUnit}（序时{i.TargetText.TrimStart('≥')}）"
                    )
                )
            );
        }
    }

    /// <summary>S-5: what stands as of the date and is under its target: 建会率82.12%，距目标7.88个百分点.</summary>
    public static IEnumerable<BriefFact> AsOfDate(BriefSubject s)
    {
        var below = s.TellsProgress
            ? s
                .Self.Indicators.Where(i =>
                    i is { IsEvent: false, Score: < 100m, Reported: Reported.Ratio, IsVeiled: false }
                    && i.Indicator.Timing == Timing.PointInTime
                    && i.Rule.Kind == RuleKind.TargetRatio
                )
                .Where(i => i.Indicator.Aggregation != Aggregation.ShareOfUnitsAtTarget || s.IsDistrict)
                .OrderByDescending(i => i.Gain)
                .ThenBy(i => i.Code, StringComparer.Ordinal)
                .Take(2)
                .ToList()
            : [];
        if (below.Count > 0)
        {
            yield return new(
                Weights.Shortfall,
                string.Join(
                    '，',
                    below.Select(i =>
                        $"{BriefSubject.Matter(i.Indicator)}{i.ValueWithUnit}，目标{i.TargetText.TrimStart('≥')}"
                    )
                )
            );
        }
    }

    /// <summary>
    /// The share that is furthest behind, of the period's own plan before the year's; null when none is.
    /// </summary>
    public static IndicatorResult? Worst(BriefSubject s) =>
        Of(s, Timing.WithinPeriod)
            .Concat(Of(s, Timing.Cumulative))
            .FirstOrDefault(i => i is { Score: < 100m, Reported: Reported.Ratio });

    /// <summary>A-1 of a quarter: 半峰乡、竹屿镇、东溪镇4月15日前报走访慰问安排，由权益保障部负责.</summary>
    public static IEnumerable<BriefFact> Advice(BriefSubject s)
    {
        if (!s.TellsProgress || Worst(s) is not { } worst)
        {
            yield break;
        }

        var towns = s.IsDistrict
            ? s
                .Towns.Select(t => (Town: t, Result: t.IndicatorOf(worst.Code)))
                .Where(t => t.Result is { Score: < 100m, Value: not null })
                .OrderBy(t => t.Result!.Value)
                .ThenBy(t => t.Town.Code, StringComparer.Ordinal)
                .Take(LastPlaces)
                .Select(t => t.Town.Organisation.ShortName)
                .ToList()
            : [BriefSubject.Us];
        if (towns.Count > 0)
        {
            yield return new(
                Weights.Last - 1,
                $"{string.Join('、', towns)}{s.ByPlan}前报{BriefSubject.Deed(worst.Indicator)}安排"
                    + ProblemRules.Owned(s, [worst])
            );
        }
    }

    /// <summary>Measures of one kind, the furthest behind first.</summary>
    public static List<IndicatorResult> Of(BriefSubject s, Timing timing) =>
        [
            .. s
                .Measures.Where(i => i.Indicator.Timing == timing)
                .OrderBy(i => i.Score)
                .ThenBy(i => i.Code, StringComparer.Ordinal),
        ];

    // Towns among the last three in at least three of the measures, ties apart.
    private static IEnumerable<(UnionResult Town, int Count)> Trailing(BriefSubject s)
    {
        if (s.Towns.Length < FewestTowns)
        {
            return [];
        }

        var last = s
            .Measures.Where(i => i.Score < 100m)
            .SelectMany(i =>
                s.Towns.Select(t => (Town: t, Result: t.IndicatorOf(i.Code)))
                    .Where(t => t.Result is { Score: < 100m, Value: not null })
                    .GroupBy(t => t.Result!.Value)
                    .OrderBy(g => g.Key)
                    .Aggregate(
                        new List<UnionResult>(),
                        (all, g) =>
                        {
                            if (all.Count + g.Count() <= LastPlaces)
                            {
                                all.AddRange(g.Select(t => t.Town));
                            }

                            return all;
                        }
                    )
            )
            .GroupBy(t => t.Code, StringComparer.Ordinal)
            .Select(g => (Town: g.First(), Count: g.Count()))
            .Where(t => t.Count >= FewestMeasures)
            .OrderByDescending(t => t.Count)
            .ThenBy(t => t.Town.Code, StringComparer.Ordinal);
        return last;
    }

    private static string Lag(IndicatorResult i)
    {
        var matter = BriefSubject.Matter(i.Indicator);
        return i.Reported is Reported.Number && i.Value is { } value && i.Target is { } due
            ? $"{matter}{i.ValueWithUnit}，比序时少{Numerals.Amount(Math.Ceiling(due - value))}{i.Indicator.Unit}"
            : $"{matter}{i.ValueWithUnit}，序时{i.TargetText.TrimStart('≥')}";
    }

    // Only a target that is not everything is worth naming.
    private static string Reached(IndicatorResult i) =>
        BriefSubject.Matter(i.Indicator)
        + i.ValueWithUnit
        + (i.Target == 100m && i.Reported is Reported.Ratio ? "" : $"（目标{i.TargetText.TrimStart('≥')}）");
}
