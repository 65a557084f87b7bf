using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Protection;

/// <summary>
/// A unit's own figures against what it withholds（由本单位的数推算）. A published figure that follows from the published
/// scores alone says nothing of the others: index, gains and change of each index, and the total. One that does not
/// must hold a withheld score, which is then what it lacks, within what rounding leaves open; where one admissible
/// score is left, the figure is worked back. Places, bands and figures of pages and papers are drawn from these and
/// from nothing else.
/// </summary>
/// <param name="settings">Settings; the method is public.</param>
internal sealed class OwnFigures(Settings settings)
{
    private readonly AdmissibleFigures _admissible = new(settings.SmallNumberThreshold);

    // A published figure lies within so much of the exact one.
    private readonly decimal _half = 0.5m / (decimal)Math.Pow(10, settings.ScoreDecimals);

    /// <summary>The withheld results of a unit that its own figures give back.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="before">Itself in the base period; null when it is compared with nothing or with others.</param>
    public IEnumerable<IndicatorResult> Of(UnionResult unit, UnionResult? before)
    {
        var withheld = unit.Indicators.Where(i => i.Withheld != Withheld.No).ToLookup(i => i.Indicator.Index);
        return withheld.SelectMany(of => Of(unit, before, of.Key, [.. of]));
    }

    private IEnumerable<IndicatorResult> Of(
        UnionResult unit,
        UnionResult? before,
        IndexKey key,
        List<IndicatorResult> withheld
    )
    {
        var index = unit.Indexes[(int)key];
        var shown = unit.Indicators.Where(i => i.Indicator.Index == key && ScoreOf(i) is not null).ToList();
        return index.Value is not { } value || IsExplained(unit, before, index, shown)
            ? []
            : withheld.Where(i => IsWorkedBack(i, value, shown, withheld));
    }

    // Whether everything that is published of the index follows from the scores that are.
    private bool IsExplained(UnionResult unit, UnionResult? before, IndexResult index, List<IndicatorResult> shown)
    {
        var weight = shown.Sum(i => i.Weight);
        return weight > 0m
            && Math.Abs(index.Value!.Value - (shown.Sum(i => i.Weight * ScoreOf(i)!.Value) / weight)) <= 2 * _half
            && Math.Abs(unit.Total!.Value - Mean(unit.Indexes.Select(i => (i.Key, i.Value)))) <= 2 * _half
            && shown.TrueForAll(i => i.Gain is not { } gain || Math.Abs(gain - GainOf(unit, i, weight)) <= 2 * _half)
            && IsChangeExplained(before, index, shown);
    }

    private bool IsChangeExplained(UnionResult? before, IndexResult index, List<IndicatorResult> shown)
    {
        var common = shown
            .Select(i => (Now: i, Then: before?.IndicatorOf(i.Code)))
            .Where(x => x.Then is { Score: not null } && x.Now.Indicator.Version == x.Then.Indicator.Version)
            .ToList();
        if (index.Change is not { } change || before is null || common.Count == 0)
        {
            return true;
        }

        // Of an event there is no change beside its score.
        var moved = common.Sum(x => x.Now.Weight * (x.Now.Change ?? x.Now.Score!.Value - x.Then!.Score!.Value));
        return Math.Abs(change - (moved / common.Sum(x => x.Now.Weight))) <= 4 * _half;
    }

    private bool IsWorkedBack(
        IndicatorResult item,
        decimal index,
        List<IndicatorResult> shown,
        List<IndicatorResult> withheld
    )
    {
        var all = shown.Concat(withheld).Sum(i => i.Weight);
        var rest = (index * all) - shown.Sum(i => i.Weight * ScoreOf(i)!.Value);
        var rounding = (_half * all) + (_half * shown.Sum(i => i.Weight));
        var others = withheld.Where(i => i != item).Sum(i => i.Weight) * 100m;
        var (low, high) = ((rest - rounding - others) / item.Weight, (rest + rounding) / item.Weight);
        return _admissible.ScoresOf(item).Count(s => s >= low && s <= high) == 1;
    }

    private decimal GainOf(UnionResult unit, IndicatorResult item, decimal weight) =>
        settings.IndexWeights[(int)item.Indicator.Index]
        / unit.Indexes.Where(i => i.Value is not null).Sum(i => settings.IndexWeights[(int)i.Key])
        * item.Weight
        * (100m - item.Score!.Value)
        / weight;

    private decimal Mean(IEnumerable<(IndexKey Key, decimal? Value)> indexes)
    {
        var valued = indexes.Where(i => i.Value is not null).ToList();
        return valued.Sum(i => settings.IndexWeights[(int)i.Key] * i.Value!.Value)
            / valued.Sum(i => settings.IndexWeights[(int)i.Key]);
    }

    // Under 缺报计零 what is missing is shown to be 0.
    private decimal? ScoreOf(IndicatorResult item) =>
        item.Score
        ?? (
            settings.MissingScoresZero && item.State is ObservationState.Missing or ObservationState.Doubtful
                ? 0m
                : null
        );
}
