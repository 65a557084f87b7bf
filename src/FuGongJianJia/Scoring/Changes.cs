using System.Collections.Immutable;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Change against the base period（变化）. The common set holds the indicators with the same code and version that were
/// scored in
/// both periods. Six totals, each published (rounded) like any other, stand in a chain from the base period's total to
/// this one's:
/// <code>
/// then, all scored → then, comparable definitions → then, common set → then, common set by today's rules → now, common
/// set → now, comparable definitions → now, all scored
///        catalogue                         coverage               catalogue                   performance
/// coverage                    catalogue
/// </code>
/// Every part is the difference of neighbours, so the parts add up to the headline exactly, and a part whose figures
/// coincide is exactly 0.
/// </summary>
internal static class Changes
{
    public static void Fill(PeriodScores now, CancellationToken cancel)
    {
        Array.Fill(now.Predecessors, -1);
        Array.Fill(now.ChangeUnits, Rounder.None);
        if (now.BaseScores is not { } then)
        {
            return;
        }

        now.BaseColumns = [.. now.Codes.Select(c => then.Codes.IndexOf(c, StringComparer.Ordinal))];
        var lineage = new Lineage(now, then);
        for (var union = 0; union < now.Organisations.Length; union++)
        {
            var origin = lineage.Of(union);
            now.Predecessors[union] = origin.Kind is OriginKind.Same or OriginKind.Recoded ? origin.Unions[0] : -1;
            if (origin.Kind is not (OriginKind.Same or OriginKind.None))
            {
                now.Origins[union] = origin;
            }
        }

        now.Ancestors = Ancestors.Of(now, then, cancel);
        var matches = new RowMatches(now, then);
        var rounder = Rounder.For(now.Settings);
        Parallel.For(
            0,
            now.Organisations.Length,
            new ParallelOptions { CancellationToken = cancel },
            union =>
            {
                if (
                    now.Past(union) is var (past, before)
                    && now.TotalUnits[union] != Rounder.None
                    && past.TotalUnits[before] != Rounder.None
                )
                {
                    var units = now.ChangeUnits.AsSpan(union * PeriodScores.ChangeWidth, PeriodScores.ChangeWidth);
                    if (!ChangeEstimate.TryFill(now, union, past, before, matches, units))
                    {
                        Store(One(now, union, past, before), rounder, units);
                    }
                }
            }
        );
        Move(now, then);
    }

    /// <summary>
    /// The base period's score of a common indicator by today's rule and target, or null when the two cannot be
    /// compared:
    /// not scored in both, another version, or a rule that cannot read the old value.
    /// </summary>
    public static Quotient? ByTodaysRule(PeriodScores now, int union, int indicator, PeriodScores then, int before)
    {
        var j = Comparable(now, union, indicator, then, before);
        return j < 0 || now.States[(union * now.Codes.Length) + indicator] != CellState.Scored
            ? null
            : Rescored(now, union, indicator, then, before, j);
    }

    /// <summary>
    /// Number of the same indicator in the base period; -1 when code or version differ or either side does not apply.
    /// </summary>
    public static int Comparable(PeriodScores now, int union, int indicator, PeriodScores then, int before)
    {
        var j = now.BaseColumns[indicator];
        if (j < 0)
        {
            return -1;
        }

        var (a, b) = ((union * now.Codes.Length) + indicator, (before * then.Codes.Length) + j);
        return
            now.Rows[a] >= 0
            && then.Rows[b] >= 0
            && string.Equals(
                now.Plan.Rows[now.Rows[a]].Version,
                then.Plan.Rows[then.Rows[b]].Version,
                StringComparison.Ordinal
            )
            ? j
            : -1;
    }

    public static Quotient? Rescored(PeriodScores now, int union, int indicator, PeriodScores then, int before, int j)
    {
        var at = (before * then.Codes.Length) + j;
        var row = now.Plan.Rows[now.Rows[(union * now.Codes.Length) + indicator]];
        return then.States[at] == CellState.Scored
            ? Rules.Score(
                row.Rule,
                now.Targets.Of(now.Organisations[union], now.Groups[union], row),
                then.MeasureAt(at)
            )
            : null;
    }

    private static void Store(ChangeScore change, Rounder rounder, Span<int> units)
    {
        units[0] = rounder.Units(change.Headline);
        units[1] = rounder.Units(change.Comparable);
        units[2] = rounder.Units(change.Catalogue);
        units[3] = rounder.Units(change.Coverage);
        for (var k = 0; k < 5; k++)
        {
            units[4 + k] = rounder.Units(change.Indexes[k]);
        }

        units[9] = change.CommonCount;
    }

    private static ChangeScore One(PeriodScores now, int union, PeriodScores then, int before)
    {
        var width = now.Codes.Length;
        Span<Term> terms = stackalloc Term[width * 5];
        var chain = new Chain(terms, width);
        var shared = 0;
        for (var i = 0; i < width; i++)
        {
            var j = Comparable(now, union, i, then, before);
            if (j < 0)
            {
                continue;
            }

            shared++;
            var (today, past) = (Scored(now, union, i), Scored(then, before, j));
            Quotient? rescored =
                today is not null && past is not null && !IsZeroed(now, union, i) && !IsZeroed(then, before, j)
                    ? Rescored(now, union, i, then, before, j)
                    : null;
            chain.Add(today, past, rescored);
        }

        var (headNow, headThen) = (now.PublishedTotal(union)!.Value, then.PublishedTotal(before)!.Value);
        var headline = headNow - headThen;
        if (chain.Common == 0)
        {
            // Nothing in common: all of it is the catalogue's when no definition is shared, else it is what was
            // reported.
            ImmutableArray<decimal?> none = [null, null, null, null, null];
            return shared == 0
                ? new(headline, null, headline, 0m, none, 0)
                : new(headline, null, 0m, headline, none, 0);
        }

        var (settings, rounder) = (now.Settings, Rounder.For(now.Settings));
        Span<decimal?> indexesNow = new decimal?[5];
        Span<decimal?> indexesThen = new decimal?[5];
        Span<decimal?> unused = new decimal?[5];
        var common = Totals.Published(chain.NowCommon, settings.IndexWeights, rounder, indexesNow)!.Value;
        var byToday = Totals.Published(chain.ThenByToday, settings.IndexWeights, rounder, indexesThen)!.Value;
        var thenCommon = chain.SameRules
            ? byToday
            : Totals.Published(chain.ThenCommon, settings.IndexWeights, rounder, unused)!.Value;
        var comparableNow =
            chain.NowComparable.Length == chain.Common
                ? common
                : Totals.Published(chain.NowComparable, settings.IndexWeights, rounder, unused)!.Value;
        var comparableThen =
            chain.ThenComparable.Length == chain.Common
                ? thenCommon
                : Totals.Published(chain.ThenComparable, settings.IndexWeights, rounder, unused)!.Value;
        var indexes = ImmutableArray.CreateBuilder<decimal?>(5);
        for (var k = 0; k < 5; k++)
        {
            indexes.Add(
                Totals.PublishIndex(indexesNow[k], k, chain.NowCommon, rounder)
                    - Totals.PublishIndex(indexesThen[k], k, chain.ThenByToday, rounder)
            );
        }

        return new(
            headline,
            common - byToday,
            headNow - comparableNow + (byToday - thenCommon) + (comparableThen - headThen),
            comparableNow - common - (comparableThen - thenCommon),
            indexes.MoveToImmutable(),
            chain.Common
        );
    }

    // The five sets of terms between the two totals, in memory of the caller.
    private ref struct Chain(Span<Term> memory, int width)
    {
        private readonly Span<Term> _memory = memory;
        private readonly int _width = width;
        private int _now;
        private int _then;

        public int Common { get; private set; }

        public bool SameRules { get; private set; } = true;

        public readonly ReadOnlySpan<Term> NowComparable => _memory[.._now];

        public readonly ReadOnlySpan<Term> ThenComparable => _memory.Slice(_width, _then);

        public readonly ReadOnlySpan<Term> NowCommon => _memory.Slice(_width * 2, Common);

        public readonly ReadOnlySpan<Term> ThenCommon => _memory.Slice(_width * 3, Common);

        public readonly ReadOnlySpan<Term> ThenByToday => _memory.Slice(_width * 4, Common);

        public void Add(Term? today, Term? past, Quotient? rescored)
        {
            if (today is { } a)
            {
                _memory[_now++] = a;
            }

            if (past is { } b)
            {
                _memory[_width + _then++] = b;
            }

            if (rescored is { } score)
            {
                var again = new Term(today!.Value.Index, today.Value.Weight, score);
                _memory[(_width * 2) + Common] = today.Value;
                _memory[(_width * 3) + Common] = past!.Value;
                _memory[(_width * 4) + Common] = again;
                SameRules &= again == past.Value;
                Common++;
            }
        }
    }

    // Under 缺报计零 a missing value stands in the totals with 0, so it stands in the chain too, but never in the common
    // set.
    private static Term? Scored(PeriodScores scores, int union, int indicator)
    {
        var at = (union * scores.Codes.Length) + indicator;
        return scores.States[at] == CellState.Scored ? Filler.TermOf(scores, union, indicator)
            : IsZeroed(scores, union, indicator)
                ? new Term(
                    (int)scores.Plan.Rows[scores.Rows[at]].Index,
                    scores.Plan.Rows[scores.Rows[at]].Weight,
                    Quotient.Zero
                )
            : null;
    }

    private static bool IsZeroed(PeriodScores scores, int union, int indicator) =>
        scores.Settings.MissingScoresZero
        && scores.States[(union * scores.Codes.Length) + indicator] is CellState.Missing or CellState.Doubtful;

    // A move of place means something only where the same unions were ranked in both periods.
    private static void Move(PeriodScores now, PeriodScores then)
    {
        var seen = new bool[then.Organisations.Length];
        foreach (var (group, members) in now.RankedGroups)
        {
            if (!then.RankedGroups.TryGetValue(group, out var earlier) || earlier.Length != members.Length)
            {
                continue;
            }

            Array.Clear(seen);
            Array.ForEach(earlier, u => seen[u] = true);

            // As many as then, each of them ranked there then, none twice: the same ones.
            var same = Array.TrueForAll(
                members,
                u =>
                {
                    var past = now.Predecessors[u];
                    var first = past >= 0 && seen[past];
                    if (first)
                    {
                        seen[past] = false;
                    }

                    return first;
                }
            );
            if (same)
            {
                Array.ForEach(members, u => now.Moves[u] = then.Places[now.Predecessors[u]] - now.Places[u]);
            }
        }
    }
}
