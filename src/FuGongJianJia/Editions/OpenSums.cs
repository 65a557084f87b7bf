using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>
/// What published sums of one indicator leave open（合计的余数）. A pooled town is the sum of the unions that reported below it, the district of those of all towns;
/// a sum less all that is shown of it is known to everyone. Sums lie inside one another, so what can be derived are exactly these remainders.
/// </summary>
internal sealed class OpenSums(PeriodScores scores, int indicator, Dictionary<(int Union, int Indicator), Withheld> withheld)
{
    private readonly int threshold = scores.Settings.SmallNumberThreshold;
    private readonly Cell[] cells = [.. scores.Organisations.Select((_, u) => scores.At(u, indicator))];

    /// <summary>Withholds the small figures, then whatever would give one of them back.</summary>
    public void Protect()
    {
        var small = false;
        for (var u = 0; u < cells.Length; u++)
        {
            if (cells[u].State == CellState.Scored && IsSmall(cells[u]))
            {
                withheld[(u, indicator)] = Withheld.Small;
                small = true;
            }
        }

        if (!small)
        {
            return;
        }

        var below = Below();

        // Towns first; a sum that is withheld opens its own units to the sum above it.
        foreach (var upper in below.Keys.OrderByDescending(u => scores.Organisations[u].Level).ThenBy(u => u))
        {
            if (!IsHidden(upper))
            {
                Cover(upper, below);
            }
        }
    }

    // Units of each sum. Pooled: those that reported at the level that was pooled. Reported itself: the units below, where they happen to add up.
    private Dictionary<int, List<int>> Below()
    {
        var below = new Dictionary<int, List<int>>();
        for (var u = 0; u < cells.Length; u++)
        {
            if (cells[u].State != CellState.Scored || cells[u].Pool is not null || !Counts(scores.Organisations[u]))
            {
                continue;
            }

            var level = scores.Organisations[u].Level;
            var parent = scores.Organisations[u].Parent;
            for (var step = 0; parent is not null && step < 4; step++)
            {
                var p = scores.NumberOf(parent);
                if (p < 0)
                {
                    break;
                }

                if (cells[p].State == CellState.Scored && (cells[p].Pool is not { } pool || pool.Level == level))
                {
                    (below.TryGetValue(p, out var units) ? units : below[p] = []).Add(u);
                }

                parent = scores.Organisations[p].Parent;
            }
        }

        foreach (var (upper, units) in below.ToList())
        {
            var adds = cells[upper].Pool is { } pool ? pool.Method is Aggregation.PooledRatio or Aggregation.Sum
                : units.Sum(Amount) == Amount(upper) || units.Sum(Base) == Base(upper);
            if (!adds)
            {
                below.Remove(upper);
            }
        }

        return below;
    }

    private void Cover(int upper, Dictionary<int, List<int>> below)
    {
        var members = below[upper].ToHashSet();

        // Published sums inside this one take their units out of what it leaves open.
        var sums = below.Where(b => scores.Organisations[b.Key].Level > scores.Organisations[upper].Level && !IsHidden(b.Key) && b.Value.TrueForAll(members.Contains)).Select(b => b.Key)
            .OrderBy(Base).ThenBy(u => u).ToList();
        var taken = sums.SelectMany(s => below[s]).ToHashSet();
        var free = below[upper].Where(u => !taken.Contains(u)).OrderBy(Base).ThenBy(u => u).ToList();
        var open = free.FindAll(IsHidden);
        if (!open.Exists(u => withheld.ContainsKey((u, indicator))))
        {
            return;
        }

        while (!IsSafe(open))
        {
            if (free.Exists(u => !IsHidden(u)))
            {
                Withhold(free.Find(u => !IsHidden(u)), open);
            }
            else if (sums.Count > 0)
            {
                // A sum withheld opens its hidden units to this one; where it had none it could be added up again, so one of them goes with it.
                var sum = sums[0];
                sums.RemoveAt(0);
                withheld[(sum, indicator)] = Withheld.Complementary;
                if (!below[sum].Exists(IsHidden))
                {
                    withheld[(below[sum].MinBy(Base), indicator)] = Withheld.Complementary;
                }

                open.AddRange(below[sum].Where(u => IsHidden(u) && !sums.Exists(s => below[s].Contains(u)) && !open.Contains(u)));
            }
            else
            {
                withheld[(upper, indicator)] = Withheld.Complementary;
                return;
            }
        }
    }

    private void Withhold(int unit, List<int> open)
    {
        withheld[(unit, indicator)] = Withheld.Complementary;
        open.Add(unit);
    }

    // Two or more, together not small, and each with more than one figure possible.
    private bool IsSafe(List<int> open) => open.Count > 1
        && open.Sum(Amount) >= threshold && open.Sum(Base) >= threshold
        && IsVague(open, Amount, NumeratorRange) && (!cells[open[0]].Measure.IsRatio || IsVague(open, Base, DenominatorRange));

    private static bool IsVague(List<int> open, Func<int, decimal> figure, Func<int, (decimal Low, decimal High)> range)
    {
        var (sum, low, high) = (open.Sum(figure), open.Sum(u => range(u).Low), open.Sum(u => range(u).High));
        return open.TrueForAll(u => Math.Max(range(u).Low, sum - (high - range(u).High)) < Math.Min(range(u).High, sum - (low - range(u).Low)));
    }

    // What is known of a withheld figure by how it is shown; see ResultComposer.Hidden.
    private (decimal Low, decimal High) NumeratorRange(int u) => Known(u, Amount(u), cells[u].Measure.IsRatio && Base(u) < threshold ? 0m : 1m);

    private (decimal Low, decimal High) DenominatorRange(int u) => Known(u, Base(u), 1m);

    private (decimal Low, decimal High) Known(int u, decimal figure, decimal least) =>
        withheld.GetValueOrDefault((u, indicator)) != Withheld.Small ? (0m, Unbounded)
            : figure < threshold ? (least, threshold - 1m) : (threshold, Unbounded);

    // Large enough for any count, small enough to be added up.
    private const decimal Unbounded = 1_000_000_000_000m;

    private bool IsHidden(int u) => withheld.ContainsKey((u, indicator)) || !scores.Organisations[u].IsPublic;

    private static bool Counts(Organisation organisation) => organisation.Status is not (OrganisationStatus.Merged or OrganisationStatus.Dissolved);

    private bool IsSmall(in Cell cell) => cell.Measure.IsRatio
        ? Small(cell.Measure.Numerator!.Value) || Small(cell.Measure.Denominator!.Value)
        : cell.Row is not { Unit: "%" } && cell.Measure.Value is { } value && Small(value);

    private bool Small(decimal value) => value > 0m && value < threshold;

    private decimal Amount(int u) => cells[u].Measure.Numerator ?? cells[u].Measure.Value ?? 0m;

    private decimal Base(int u) => cells[u].Measure.Denominator ?? cells[u].Measure.Value ?? 0m;
}
