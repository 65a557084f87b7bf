using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// One indicator of one period as a table with sums（可加表）. A pooled town is the sum of the unions that reported below
/// it, the district of those of all towns; a sum less all that is shown of it is known to everyone. Sums lie inside one
/// another, so what can be derived are exactly these remainders.
/// </summary>
/// <param name="period">The period.</param>
/// <param name="indicator">Number of the indicator.</param>
/// <param name="threshold">小数保护阈值; 0 for an indicator that is not sensitive, of which no figure is small.</param>
internal sealed class AdditiveTable(PeriodScores period, int indicator, int threshold)
{
    // 按职工数加权 or 按会员数加权, where sums above are of percentages by heads.
    private readonly Aggregation? _weighing = period
        .Unions.Select(u => u.Cells[indicator].Pool?.Method)
        .FirstOrDefault(m => m?.Weighs() is true);

    private readonly Dictionary<int, Withheld> _withheld = [];
    private readonly HashSet<int> _veiled = [];

    /// <summary>The period.</summary>
    public PeriodScores Period => period;

    /// <summary>How many figures are withheld.</summary>
    public int Count => _withheld.Count;

    /// <summary>Codes of the units whose figure is withheld.</summary>
    public IEnumerable<string> Codes => _withheld.Keys.Select(u => Organisation(u).Code);

    /// <summary>Codes of the units whose value is not shown and whose score is.</summary>
    public IEnumerable<string> Veiled => _veiled.Select(u => Organisation(u).Code);

    // What stands for a figure that is withheld for the sake of others.
    private Withheld Beside => threshold == 0 ? Withheld.Unpublished : Withheld.Complementary;

    /// <summary>Adds what is withheld and veiled to what other indicators withhold and veil.</summary>
    public void CopyTo(
        Dictionary<(int Union, int Indicator), Withheld> withheld,
        HashSet<(int Union, int Indicator)> veiled
    )
    {
        foreach (var (union, how) in _withheld)
        {
            withheld[(union, indicator)] = how;
        }

        veiled.UnionWith(_veiled.Select(union => (union, indicator)));
    }

    /// <summary>
    /// Primary suppression（直接保护）: withholds what 公开方式 does not let be seen, and the small figures.
    /// </summary>
    public void SuppressPrimary()
    {
        for (var u = 0; u < period.Unions.Length; u++)
        {
            ref readonly var cell = ref CellOf(u);
            if (cell.State != CellState.Scored)
            {
                continue;
            }

            var publicity = cell.Row!.PublicityAt(Organisation(u).Level, cell.Pool is not null);
            if (publicity is Publicity.SumsOnly or Publicity.Nothing)
            {
                _withheld[u] = Withheld.Unpublished;
            }
            else if (IsSmall(cell))
            {
                _withheld[u] = Withheld.Small;
            }
            else if (publicity == Publicity.ScoreOnly)
            {
                _veiled.Add(u);
            }
        }
    }

    /// <summary>
    /// Withholds the figures of these units as well; with their mark ＜5 or, where that would tell too much, without.
    /// </summary>
    public void Withhold(IEnumerable<string> codes, bool marked)
    {
        foreach (var u in Scored(codes))
        {
            var how = _withheld.GetValueOrDefault(u, Beside);
            _withheld[u] = marked || how != Withheld.Small ? how : Withheld.Complementary;
        }
    }

    /// <summary>Hides the values of these units as well.</summary>
    public void Veil(IEnumerable<string> codes) => _veiled.UnionWith(Scored(codes));

    /// <summary>
    /// True when for some unit the figures of two or more of these parts make up the one of this period.
    /// </summary>
    public bool IsSumOf(IReadOnlyList<AdditiveTable> parts)
    {
        for (var u = 0; u < period.Unions.Length; u++)
        {
            if (CellOf(u).State != CellState.Scored || Base(u) == 0m)
            {
                continue;
            }

            var (counted, amount, total) = (0, 0m, 0m);
            foreach (var part in parts)
            {
                if (
                    part.Period.Find(Organisation(u).Code) is { Number: var p }
                    && part.CellOf(p).State == CellState.Scored
                )
                {
                    counted += part.Base(p) > 0m ? 1 : 0;
                    amount += part.Amount(p);
                    total += part.Base(p);
                }
            }

            if (counted > 1 && amount == Amount(u) && total == Base(u))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Complementary suppression（补充保护）: withholds whatever would give one of the withheld figures back. May be called
    /// again when more are withheld.
    /// </summary>
    public void SuppressComplementary()
    {
        if (_withheld.Count + _veiled.Count == 0)
        {
            return;
        }

        var below = Below();

        // The mark ＜5 of a sum would bound its units together: four of them with the mark would be 1 each. It is shown
        // without.
        foreach (
            var sum in below.Keys.Where(s => below[s].Count > 1 && _withheld.GetValueOrDefault(s) == Withheld.Small)
        )
        {
            _withheld[sum] = Withheld.Complementary;
        }

        // Towns first; a sum that is withheld opens its own units to the sum above it.
        foreach (var upper in below.Keys.OrderByDescending(u => Organisation(u).Level).ThenBy(u => u))
        {
            if (!IsHidden(upper))
            {
                Cover(upper, below);
            }
        }
    }

    // Units of each sum. Pooled: those that reported at the level that was pooled. Reported itself: the units below,
    // where they happen to add up.
    private Dictionary<int, List<int>> Below()
    {
        var below = new Dictionary<int, List<int>>();
        for (var u = 0; u < period.Unions.Length; u++)
        {
            if (CellOf(u).State != CellState.Scored || CellOf(u).Pool is not null || !Pooling.IsActive(Organisation(u)))
            {
                continue;
            }

            foreach (var p in Pooling.Above(period, Organisation(u)).Select(above => above.Number))
            {
                if (
                    CellOf(p).State == CellState.Scored
                    && (CellOf(p).Pool is not { } pool || (pool.Level == Organisation(u).Level && Enters(u, pool)))
                )
                {
                    (below.TryGetValue(p, out var units) ? units : below[p] = []).Add(u);
                }
            }
        }

        foreach (var (upper, units) in below.ToList())
        {
            var adds = CellOf(upper).Pool is { } pool
                ? pool.Method is Aggregation.PooledRatio or Aggregation.Sum || pool.Method.Weighs()
                : units.Sum(Amount) == Amount(upper) || units.Sum(Base) == Base(upper);
            if (!adds)
            {
                below.Remove(upper);
            }
        }

        return below;
    }

    // A bare percentage is in no sum of parts, and in one by heads only where the heads are known.
    private bool Enters(int u, Pool pool) =>
        pool.Method == Aggregation.PooledRatio
            ? CellOf(u).Measure.IsRatio
            : !pool.Method.Weighs()
                || (CellOf(u).Measure is { Numerator: null, Value: not null } && HeadsOf(u, pool.Method) > 0);

    private void Cover(int upper, Dictionary<int, List<int>> below)
    {
        var members = below[upper].ToHashSet();

        // Published sums inside this one take their units out of what it leaves open.
        var sums = below
            .Where(b =>
                Organisation(b.Key).Level > Organisation(upper).Level
                && !IsHidden(b.Key)
                && b.Value.TrueForAll(members.Contains)
            )
            .Select(b => b.Key)
            .OrderBy(Base)
            .ThenBy(u => u)
            .ToList();

        var taken = sums.SelectMany(s => below[s]).ToHashSet();
        var free = below[upper].Where(u => !taken.Contains(u)).OrderBy(Base).ThenBy(u => u).ToList();
        var open = free.FindAll(IsHidden);
        if (!open.Exists(IsKept))
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
                // A sum withheld opens its hidden units to this one; where it had none it could be added up again, so
                // one of them goes with it.
                var sum = sums[0];
                sums.RemoveAt(0);
                _withheld[sum] = Beside;
                if (!below[sum].Exists(IsHidden))
                {
                    _withheld[below[sum].MinBy(Base)] = Beside;
                }

                open.AddRange(
                    below[sum].Where(u => IsHidden(u) && !sums.Exists(s => below[s].Contains(u)) && !open.Contains(u))
                );
            }
            else
            {
                _withheld[upper] = Beside;
                return;
            }
        }
    }

    private void Withhold(int unit, List<int> open)
    {
        _withheld[unit] = Beside;
        open.Add(unit);
    }

    // Two or more, together not small, and each with more than one figure possible; or none of what nobody wants, which
    // blames no one.
    private bool IsSafe(List<int> open) =>
        (threshold == 0 && !CellOf(open[0]).Row!.HigherIsBetter && open.Sum(Amount) == 0m)
        || open.Count > 1
            && open.Sum(Amount) >= threshold
            && open.Sum(Base) >= threshold
            && FeasibilityInterval.AllStayOpen(open.ConvertAll(NumeratorInterval), open.Sum(Amount))
            && (
                !CellOf(open[0]).Measure.IsRatio
                || FeasibilityInterval.AllStayOpen(open.ConvertAll(DenominatorInterval), open.Sum(Base))
            );

    // What is known of a withheld figure by how it is shown.
    private FeasibilityInterval NumeratorInterval(int u) =>
        _withheld.GetValueOrDefault(u) == Withheld.Small
            ? Known(Amount(u), CellOf(u).Measure.IsRatio && Base(u) < threshold ? 0m : 1m)
            : FeasibilityInterval.From(0m);

    // A ratio above nothing is never scored, so a denominator is at least 1 whatever its mark.
    private FeasibilityInterval DenominatorInterval(int u) =>
        _withheld.GetValueOrDefault(u) == Withheld.Small ? Known(Base(u), 1m) : FeasibilityInterval.From(1m);

    private FeasibilityInterval Known(decimal figure, decimal least) =>
        figure < threshold ? new(least, threshold - 1m) : FeasibilityInterval.From(threshold);

    private ref readonly Cell CellOf(int u) => ref period.Unions.ItemRef(u).Cells.ItemRef(indicator);

    private Organisation Organisation(int u) => period.Unions[u].Organisation;

    private IEnumerable<int> Scored(IEnumerable<string> codes) =>
        codes
            .Select(period.Find)
            .OfType<ScoredUnion>()
            .Select(u => u.Number)
            .Where(u => CellOf(u).State == CellState.Scored);

    private bool IsKept(int u) => _withheld.ContainsKey(u) || _veiled.Contains(u);

    private bool IsHidden(int u) => IsKept(u) || !Organisation(u).IsPublic;

    private bool IsSmall(in Cell cell) =>
        cell.Measure.IsRatio
            ? Small(cell.Measure.Numerator!.Value) || Small(cell.Measure.Denominator!.Value)
            : cell.Row is not { Unit: "%" } && cell.Measure.Value is { } value && Small(value);

    private bool Small(decimal value) => value > 0m && value < threshold;

    private int HeadsOf(int u, Aggregation method) => Weighing.HeadsOf(Organisation(u), method) ?? 0;

    private decimal Amount(int u) =>
        CellOf(u).Measure is { Numerator: null, Value: { } percent } && _weighing is { } method
            ? Weighing.Part(percent, HeadsOf(u, method))
            : CellOf(u).Measure.Numerator ?? CellOf(u).Measure.Value ?? 0m;

    private decimal Base(int u) =>
        CellOf(u).Measure is { Numerator: null, Value: not null } && _weighing is { } method
            ? HeadsOf(u, method)
            : CellOf(u).Measure.Denominator ?? CellOf(u).Measure.Value ?? 0m;
}
