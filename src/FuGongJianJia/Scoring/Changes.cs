using System.Collections.Immutable;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Change against the base period（变化）. The common set holds the indicators with the same code and version that were scored in
/// both periods. Six totals, each published (rounded) like any other, stand in a chain from the base period's total to this one's:
/// <code>
/// then, all scored → then, comparable definitions → then, common set → then, common set by today's rules → now, common set → now, comparable definitions → now, all scored
///        catalogue                         coverage               catalogue                   performance          coverage                    catalogue
/// </code>
/// Every part is the difference of neighbours, so the parts add up to the headline exactly, and a part whose figures coincide is exactly 0.
/// </summary>
internal static class Changes
{
    public static void Fill(PeriodScores now, CancellationToken cancel)
    {
        Array.Fill(now.Predecessors, -1);
        if (now.BaseScores is not { } then)
        {
            return;
        }

        var lineage = new Lineage(now, then);
        Parallel.For(0, now.Organisations.Length, new ParallelOptions { CancellationToken = cancel }, union =>
        {
            now.Predecessors[union] = lineage.PredecessorOf(union);
            if (now.Predecessors[union] >= 0 && now.PublishedTotals[union] is not null && then.PublishedTotals[now.Predecessors[union]] is not null)
            {
                now.ChangeScores[union] = One(now, union, then, now.Predecessors[union]);
            }
        });
        Move(now, then);
    }

    /// <summary>
    /// The base period's score of a common indicator by today's rule and target, or null when the two cannot be compared:
    /// not scored in both, another version, or a rule that cannot read the old value.
    /// </summary>
    public static Quotient? ByTodaysRule(PeriodScores now, int union, int indicator, PeriodScores then, int before)
    {
        var j = Comparable(now, union, indicator, then, before);
        return j < 0 || now.States[(union * now.Codes.Length) + indicator] != CellState.Scored ? null : Rescored(now, union, indicator, then, before, j);
    }

    /// <summary>Number of the same indicator in the base period; -1 when code or version differ or either side does not apply.</summary>
    public static int Comparable(PeriodScores now, int union, int indicator, PeriodScores then, int before)
    {
        var j = then.Codes.IndexOf(now.Codes[indicator], StringComparer.Ordinal);
        if (j < 0)
        {
            return -1;
        }

        var (a, b) = ((union * now.Codes.Length) + indicator, (before * then.Codes.Length) + j);
        return now.Rows[a] >= 0 && then.Rows[b] >= 0
            && string.Equals(now.Plan.Rows[now.Rows[a]].Version, then.Plan.Rows[then.Rows[b]].Version, StringComparison.Ordinal) ? j : -1;
    }

    private static Quotient? Rescored(PeriodScores now, int union, int indicator, PeriodScores then, int before, int j)
    {
        var cell = then.At(before, j);
        var row = now.Plan.Rows[now.Rows[(union * now.Codes.Length) + indicator]];
        return cell.State == CellState.Scored
            ? Rules.Score(row.Rule, now.Targets.Of(now.Organisations[union], now.Groups[union], row), cell.Measure) : null;
    }

    private static ChangeScore One(PeriodScores now, int union, PeriodScores then, int before)
    {
        var (settings, rounder) = (now.Settings, Rounder.For(now.Settings));
        List<Term> nowComparable = [], nowCommon = [], thenByToday = [], thenCommon = [], thenComparable = [];
        var used = new HashSet<int>();
        for (var i = 0; i < now.Codes.Length; i++)
        {
            var j = Comparable(now, union, i, then, before);
            if (j < 0)
            {
                continue;
            }

            used.Add(j);
            Term? today = Scored(now, union, i);
            Term? past = Scored(then, before, j);
            var rescored = today is not null && past is not null && !IsZeroed(now, union, i) && !IsZeroed(then, before, j)
                ? Rescored(now, union, i, then, before, j) : null;
            if (today is { } a)
            {
                nowComparable.Add(a);
            }

            if (past is { } b)
            {
                thenComparable.Add(b);
            }

            if (rescored is { } score)
            {
                nowCommon.Add(today!.Value);
                thenCommon.Add(past!.Value);
                thenByToday.Add(new Term(today.Value.Index, today.Value.Weight, score));
            }
        }

        var (headNow, headThen) = (now.PublishedTotals[union]!.Value, then.PublishedTotals[before]!.Value);
        var headline = headNow - headThen;
        if (nowCommon.Count == 0)
        {
            // Nothing in common: all of it is the catalogue's when no definition is shared, else it is what was reported.
            return used.Count == 0
                ? new(headline, null, headline, 0m, [null, null, null, null, null], 0)
                : new(headline, null, 0m, headline, [null, null, null, null, null], 0);
        }

        var c = Published(nowCommon);
        var cThen = Published(thenByToday);
        var cThenOld = Published(thenCommon);
        var vNow = Published(nowComparable);
        var vThen = Published(thenComparable);
        var indexes = new decimal?[5];
        for (var k = 0; k < 5; k++)
        {
            indexes[k] = IndexOf(nowCommon, k) - IndexOf(thenByToday, k);
        }

        return new(
            headline, c - cThen, headNow - vNow + (cThen - cThenOld) + (vThen - headThen), vNow - c - (vThen - cThenOld), [.. indexes], nowCommon.Count);

        decimal Published(List<Term> terms) =>
            Totals.Published(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(terms), settings.IndexWeights, rounder)!.Value;

        decimal? IndexOf(List<Term> terms, int key)
        {
            var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(terms);
            Span<decimal?> values = new decimal?[5];
            Totals.Of(span, settings.IndexWeights, values);
            return Totals.PublishIndex(values[key], key, span, rounder);
        }
    }

    // Under 缺报计零 a missing value stands in the totals with 0, so it stands in the chain too, but never in the common set.
    private static Term? Scored(PeriodScores scores, int union, int indicator)
    {
        var at = (union * scores.Codes.Length) + indicator;
        return scores.States[at] == CellState.Scored ? Filler.TermOf(scores, union, indicator)
            : IsZeroed(scores, union, indicator) ? new Term((int)scores.Plan.Rows[scores.Rows[at]].Index, scores.Plan.Rows[scores.Rows[at]].Weight, Quotient.Zero)
            : null;
    }

    private static bool IsZeroed(PeriodScores scores, int union, int indicator) =>
        scores.Settings.MissingScoresZero && scores.States[(union * scores.Codes.Length) + indicator] is CellState.Missing or CellState.Doubtful;

    // A move of place means something only where the same unions were ranked in both periods.
    private static void Move(PeriodScores now, PeriodScores then)
    {
        var before = Members(then);
        foreach (var (group, members) in Members(now))
        {
            if (!before.TryGetValue(group, out var earlier) || earlier.Count != members.Count)
            {
                continue;
            }

            var past = members.ConvertAll(u => now.Predecessors[u]);
            if (past.TrueForAll(p => p >= 0) && past.ToHashSet().SetEquals(earlier))
            {
                for (var m = 0; m < members.Count; m++)
                {
                    now.Moves[members[m]] = then.Places[past[m]] - now.Places[members[m]];
                }
            }
        }
    }

    private static Dictionary<string, List<int>> Members(PeriodScores scores) => Enumerable.Range(0, scores.Organisations.Length)
        .Where(u => scores.Reasons[u] == Unranked.None).GroupBy(u => scores.Groups[u], StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
}
