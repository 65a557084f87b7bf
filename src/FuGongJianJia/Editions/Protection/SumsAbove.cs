using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Protection;

/// <summary>
/// Sums of towns and of the district against what the units below withhold（由合计推算）: a sum less everything that is
/// shown of it is what the hidden figures are together. Each lies between what its mark allows and what the others
/// leave; where both ends meet, it is worked back.
/// </summary>
/// <param name="units">Units of a period.</param>
/// <param name="settings">Settings; the method is public.</param>
internal sealed class SumsAbove(PublicPeriodUnits units, Settings settings)
{
    private readonly AdmissibleFigures _admissible = new(settings.SmallNumberThreshold);

    /// <summary>The results of an indicator that sums give back.</summary>
    public IEnumerable<(UnionResult Unit, IndicatorResult Item)> Of(string indicator)
    {
        var all = units
            .All.Select(u => (Unit: u, Item: u.IndicatorOf(indicator)!))
            .Where(x => x.Item is { State: ObservationState.Reported })
            .ToList();
        var sums = all.Where(x =>
                x.Item is { Pool.Method: Aggregation.PooledRatio or Aggregation.Sum } && IsShown(x.Item)
            )
            .ToList();
        return !all.Exists(x => !IsShown(x.Item)) ? [] : sums.SelectMany(sum => Of(sum, sums, all)).Distinct();
    }

    /// <summary>True when the value can be read.</summary>
    public static bool IsShown(IndicatorResult item) => item.Withheld == Withheld.No && !item.IsVeiled;

    /// <summary>
    /// True when nobody must know this part of a withheld result: a small one, or any that 公开方式 hides, but that
    /// nothing happened of what nobody wants.
    /// </summary>
    public static bool IsSecret(IndicatorResult item, decimal part, Settings settings) =>
        item.Withheld is Withheld.Small or Withheld.Complementary
            ? part > 0m && part < settings.SmallNumberThreshold
            : part != 0m || item.Indicator.HigherIsBetter;

    /// <summary>分子, or the number; null where there is none to read.</summary>
    public static decimal? Amount(IndicatorResult item) =>
        item.Reported switch
        {
            Reported.Ratio ratio => ratio.Numerator,
            Reported.Number number => number.Value,
            _ => null,
        };

    /// <summary>分母; null where there is none to read.</summary>
    public static decimal? Base(IndicatorResult item) => (item.Reported as Reported.Ratio)?.Denominator;

    // A bare percentage is in no sum of parts.
    private static bool Enters(IndicatorResult item, PooledFrom pool) =>
        pool.Method != Aggregation.PooledRatio || item.Reported is Reported.Ratio or Reported.WithheldRatio;

    private IEnumerable<(UnionResult, IndicatorResult)> Of(
        (UnionResult Unit, IndicatorResult Item) sum,
        List<(UnionResult Unit, IndicatorResult Item)> sums,
        List<(UnionResult Unit, IndicatorResult Item)> all
    )
    {
        // Published sums inside this one take their units out of what it leaves open.
        var inner = sums.Where(s => s.Item.Pool!.Level == sum.Item.Pool!.Level && units.IsBelow(s.Unit, sum.Unit))
            .ToList();
        var left = all.Where(x =>
                !x.Item.Pooled
                && Enters(x.Item, sum.Item.Pool!)
                && x.Unit.Organisation.Level == sum.Item.Pool!.Level
                && x.Unit.Standing.Counts
                && units.IsBelow(x.Unit, sum.Unit)
                && !inner.Exists(s => units.IsBelow(x.Unit, s.Unit))
            )
            .ToList();
        var open = left.Where(x => !IsShown(x.Item)).ToList();
        var unseen = sum.Item.Pool!.Reporting - inner.Sum(s => s.Item.Pool!.Reporting) - left.Count;
        if (open.Count == 0)
        {
            return [];
        }

        var shown = inner.Concat(left.Where(x => IsShown(x.Item))).Select(x => x.Item).ToList();
        return Meet(Amount, _admissible.Numerator)
            .Concat(Base(sum.Item) is null ? [] : Meet(Base, _admissible.Denominator));

        IEnumerable<(UnionResult, IndicatorResult)> Meet(
            Func<IndicatorResult, decimal?> part,
            Func<IndicatorResult, FeasibilityInterval> known
        )
        {
            var rest = part(sum.Item)!.Value - shown.Sum(i => part(i) ?? 0m);
            var intervals = open.ConvertAll(x => known(x.Item));
            var hidden = unseen > 0 ? FeasibilityInterval.From(0m) : new(0m, 0m);
            var (low, high) = (intervals.Sum(i => i.Low), intervals.Sum(i => i.High) + hidden.High);
            return open.Where(
                (x, n) =>
                {
                    var least = Math.Max(intervals[n].Low, rest - (high - intervals[n].High));
                    var most = Math.Min(intervals[n].High, rest - (low - intervals[n].Low));
                    return least == most && IsSecret(x.Item, least, settings);
                }
            );
        }
    }
}
