using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Fills a period（逐项评分）: its cells (states, rules, scores), and from them index values, totals and coverage.
/// </summary>
internal static class Filler
{
    /// <summary>Cells, reported and pooled.</summary>
    public static void Cells(PeriodScores scores, CancellationToken cancel)
    {
        Find(scores);
        Parallel.For(
            0,
            scores.Organisations.Length,
            new ParallelOptions { CancellationToken = cancel },
            union => OwnCells(scores, union)
        );
        Pooling.Fill(scores, cancel);
    }

    /// <summary>Indexes, totals and coverage of the cells.</summary>
    public static void Figures(PeriodScores scores, CancellationToken cancel) =>
        Parallel.For(
            0,
            scores.Organisations.Length,
            new ParallelOptions { CancellationToken = cancel },
            union => Figures(scores, union)
        );

    // Observation number by union and indicator, -1 for none. Rows of one union usually stand together, their
    // indicators mostly in one order.
    private static void Find(PeriodScores scores)
    {
        var width = scores.Codes.Length;
        Array.Fill(scores.Sources, -1);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < width; i++)
        {
            columns[scores.Codes[i]] = i;
        }

        var (last, union, column) = ((string?)null, -1, 0);
        Span<int> followers = new int[width];
        var observations = scores.Data.Observations;
        for (var o = 0; o < observations.Length; o++)
        {
            var observation = observations[o];
            if (!string.Equals(last, observation.Organisation, StringComparison.Ordinal))
            {
                (last, union) = (observation.Organisation, scores.NumberOf(observation.Organisation));
            }

            if (union < 0 || width == 0)
            {
                continue;
            }

            var next = followers[column];
            if (!string.Equals(scores.Codes[next], observation.Indicator, StringComparison.Ordinal))
            {
                if (!columns.TryGetValue(observation.Indicator, out next))
                {
                    continue;
                }

                followers[column] = next;
            }

            column = next;
            scores.Sources[(union * width) + column] = o;
        }
    }

    private static void OwnCells(PeriodScores scores, int union)
    {
        var organisation = scores.Organisations[union];
        var rows = scores.Plan.For(organisation);
        for (var i = 0; i < rows.Length; i++)
        {
            var at = (union * rows.Length) + i;
            var own = scores.Sources[at];
            scores.Sources[at] = -1;
            scores.Rows[at] = (short)rows[i];
            if (rows[i] == Plan.Outside)
            {
                continue;
            }

            if (rows[i] == Plan.NotApplicable)
            {
                scores.States[at] = CellState.NotApplicable;
                scores.Rows[at] = (short)
                    scores.Plan.RowsOf[i].First(r => scores.Plan.Rows[r].Levels.Contains(organisation.Level));
                continue;
            }

            scores.States[at] = CellState.Missing;
            if (own < 0)
            {
                continue;
            }

            var observation = scores.Data.Observations[own];
            switch (observation.State)
            {
                case ObservationState.Reported:
                    scores.Sources[at] = own;
                    Score(scores, union, at, Measure.Of(observation));
                    break;
                case ObservationState.NotApplicable:
                    scores.States[at] = CellState.NotApplicable;
                    break;
                case ObservationState.Doubtful:
                    scores.Sources[at] = own;
                    scores.States[at] = CellState.Doubtful;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Scores a measure by the row of its cell; a measure the rule cannot read stays missing.</summary>
    public static void Score(PeriodScores scores, int union, int at, in Measure measure)
    {
        var row = scores.Plan.Rows[scores.Rows[at]];
        var target = scores.Targets.Of(scores.Organisations[union], scores.Groups[union], row);
        if (Rules.Score(row.Rule, target, measure) is { } score)
        {
            scores.States[at] = CellState.Scored;
            scores.Estimates[at] = score.Estimate;
        }
    }

    /// <summary>True where the indicator belongs to the base of coverage: it applies and is not set aside.</summary>
    public static bool IsInBase(CellState state) =>
        state is CellState.Missing or CellState.Doubtful or CellState.Scored;

    /// <summary>The total without rounding; index values go to <paramref name="indexes"/>.</summary>
    public static decimal? Unrounded(PeriodScores scores, int union, Span<decimal?> indexes) =>
        Totals.Of(Terms(scores, union), scores.Settings.IndexWeights, indexes);

    /// <summary>
    /// Coverage = Σ W·(Σ_R w / Σ_A w) / Σ W over the indexes that have anything applicable, percent: unrounded and
    /// published.
    /// </summary>
    public static (decimal Value, decimal Published) Coverage(PeriodScores scores, int union)
    {
        Span<decimal> applicable = stackalloc decimal[5];
        Span<decimal> reported = stackalloc decimal[5];
        applicable.Clear();
        reported.Clear();
        for (var i = 0; i < scores.Codes.Length; i++)
        {
            var at = (union * scores.Codes.Length) + i;
            if (!IsInBase(scores.States[at]))
            {
                continue;
            }

            var row = scores.Plan.Rows[scores.Rows[at]];
            applicable[(int)row.Index] += row.Weight;
            reported[(int)row.Index] += scores.States[at] == CellState.Scored ? row.Weight : 0m;
        }

        var (weights, rounder) = (scores.Settings.IndexWeights, Rounder.For(scores.Settings));
        var (sum, weight, exact) = (0m, 0m, Fraction.Zero);
        for (var k = 0; k < 5; k++)
        {
            if (applicable[k] > 0m)
            {
                sum += weights[k] * reported[k] / applicable[k];
                exact += (Fraction)(weights[k] * reported[k]) / applicable[k];
                weight += weights[k];
            }
        }

        return weight > 0m ? (sum * 100m / weight, rounder.Round(exact * 100m / weight)) : (0m, rounder.Round(0m));
    }

    // Estimates first; where one lies near a rounding boundary, the union is computed again with exact arithmetic.
    private static void Figures(PeriodScores scores, int union)
    {
        var (plan, width) = (scores.Plan, scores.Codes.Length);
        var zero = scores.Settings.MissingScoresZero;
        var (figures, covered) = (default(Estimate), default(Estimate));
        for (var i = 0; i < width; i++)
        {
            var at = (union * width) + i;
            var state = scores.States[at];
            if (!IsInBase(state))
            {
                continue;
            }

            var row = scores.Rows[at];
            covered.Add(plan.Indexes[row], plan.Weights[row], state == CellState.Scored ? 100d : 0d);
            if (state == CellState.Scored || zero)
            {
                figures.Add(
                    plan.Indexes[row],
                    plan.Weights[row],
                    state == CellState.Scored ? scores.Estimates[at] : 0d
                );
            }
        }

        var rounder = Rounder.For(scores.Settings);
        var indexes = scores.IndexUnits.AsSpan(union * 5, 5);
        var sure = rounder.TryUnits(figures.Total(scores.IndexWeights), out scores.TotalUnits[union]);
        for (var k = 0; k < 5; k++)
        {
            sure &= rounder.TryUnits(figures.Index(k), out indexes[k]);
        }

        if (!sure)
        {
            ReadOnlySpan<Term> terms = Terms(scores, union);
            Span<decimal?> values = new decimal?[5];
            scores.TotalUnits[union] = rounder.Units(
                Totals.Published(terms, scores.Settings.IndexWeights, rounder, values)
            );
            for (var k = 0; k < 5; k++)
            {
                indexes[k] = rounder.Units(Totals.PublishIndex(values[k], k, terms, rounder));
            }
        }

        if (!rounder.TryUnits(covered.Total(scores.IndexWeights), out var coverage) || coverage == Rounder.None)
        {
            coverage = rounder.Units(Coverage(scores, union).Published);
        }

        scores.CoverageUnits[union] = coverage;
    }

    /// <summary>
    /// Published total and indexes as if nothing were set aside: what the exporting system, which sets nothing aside,
    /// would find.
    /// </summary>
    public static (decimal? Total, ImmutableArray<decimal?> Indexes) WithProtected(PeriodScores scores, int union)
    {
        var (rounder, values) = (Rounder.For(scores.Settings), new decimal?[5]);
        ReadOnlySpan<Term> terms = Terms(scores, union, withProtected: true);
        var total = Totals.Published(terms, scores.Settings.IndexWeights, rounder, values);
        for (var k = 0; k < 5; k++)
        {
            values[k] = Totals.PublishIndex(values[k], k, terms, rounder);
        }

        return (total, [.. values]);
    }

    private static Term[] Terms(PeriodScores scores, int union, bool withProtected = false)
    {
        var terms = new List<Term>(scores.Codes.Length);
        for (var i = 0; i < scores.Codes.Length; i++)
        {
            var at = (union * scores.Codes.Length) + i;
            if (scores.States[at] == CellState.Scored || (withProtected && scores.States[at] == CellState.Protected))
            {
                terms.Add(TermOf(scores, union, i));
            }
            else if (scores.Settings.MissingScoresZero && scores.States[at] is CellState.Missing or CellState.Doubtful)
            {
                var row = scores.Plan.Rows[scores.Rows[at]];
                terms.Add(new Term((int)row.Index, row.Weight, Quotient.Zero));
            }
        }

        return [.. terms];
    }

    /// <summary>The term of a scored cell.</summary>
    public static Term TermOf(PeriodScores scores, int union, int indicator)
    {
        var at = (union * scores.Codes.Length) + indicator;
        var row = scores.Plan.Rows[scores.Rows[at]];
        return new Term((int)row.Index, row.Weight, scores.ExactAt(at, union)!.Value);
    }
}
