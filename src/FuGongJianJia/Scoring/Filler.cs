using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Fills the cells of a period（逐项评分）: states, rules, scores; then index values, totals and coverage.</summary>
internal static class Filler
{
    public static void Fill(PeriodScores scores, CancellationToken cancel)
    {
        var own = OwnObservations(scores);
        var options = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(0, scores.Organisations.Length, options, union => OwnCells(scores, union, own));
        Pooling.Fill(scores, cancel);
        Parallel.For(0, scores.Organisations.Length, options, union => Figures(scores, union));
    }

    // Observation number by union and indicator, -1 for none. Rows of one union usually stand together.
    private static int[] OwnObservations(PeriodScores scores)
    {
        var width = scores.Codes.Length;
        var own = new int[scores.Organisations.Length * width];
        Array.Fill(own, -1);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < width; i++)
        {
            columns[scores.Codes[i]] = i;
        }

        var (last, union) = ((string?)null, -1);
        var observations = scores.Data.Observations;
        for (var o = 0; o < observations.Length; o++)
        {
            var observation = observations[o];
            if (!string.Equals(last, observation.Organisation, StringComparison.Ordinal))
            {
                (last, union) = (observation.Organisation, scores.NumberOf(observation.Organisation));
            }

            if (union >= 0 && columns.TryGetValue(observation.Indicator, out var column))
            {
                own[(union * width) + column] = o;
            }
        }

        return own;
    }

    private static void OwnCells(PeriodScores scores, int union, int[] own)
    {
        var organisation = scores.Organisations[union];
        var rows = scores.Plan.For(organisation);
        for (var i = 0; i < rows.Length; i++)
        {
            var at = (union * rows.Length) + i;
            scores.Sources[at] = -1;
            scores.Rows[at] = (short)rows[i];
            if (rows[i] == Plan.Outside)
            {
                continue;
            }

            if (rows[i] == Plan.NotApplicable)
            {
                scores.States[at] = CellState.NotApplicable;
                scores.Rows[at] = (short)scores.Plan.RowsOf[i].First(r => scores.Plan.Rows[r].Levels.Contains(organisation.Level));
                continue;
            }

            scores.States[at] = CellState.Missing;
            if (own[at] < 0)
            {
                continue;
            }

            var observation = scores.Data.Observations[own[at]];
            switch (observation.State)
            {
                case ObservationState.Reported:
                    scores.Sources[at] = own[at];
                    Score(scores, union, at, Measure.Of(observation));
                    break;
                case ObservationState.NotApplicable:
                    scores.States[at] = CellState.NotApplicable;
                    break;
                case ObservationState.Doubtful:
                    scores.Sources[at] = own[at];
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
            scores.CellScores[at] = score.Value;
        }
    }

    private static void Figures(PeriodScores scores, int union)
    {
        var (settings, width) = (scores.Settings, scores.Codes.Length);
        Span<decimal> applicable = stackalloc decimal[5];
        Span<decimal> reported = stackalloc decimal[5];
        applicable.Clear();
        reported.Clear();
        Span<Term> terms = stackalloc Term[width];
        var count = 0;
        for (var i = 0; i < width; i++)
        {
            var at = (union * width) + i;
            if (scores.States[at] is CellState.Outside or CellState.NotApplicable)
            {
                continue;
            }

            var row = scores.Plan.Rows[scores.Rows[at]];
            applicable[(int)row.Index] += row.Weight;
            if (scores.States[at] == CellState.Scored)
            {
                reported[(int)row.Index] += row.Weight;
                terms[count++] = TermOf(scores, union, i);
            }
            else if (settings.MissingScoresZero)
            {
                terms[count++] = new Term((int)row.Index, row.Weight, Quotient.Zero);
            }
        }

        var rounder = Rounder.For(settings);
        ReadOnlySpan<Term> used = terms[..count];
        var indexes = scores.IndexValues.AsSpan(union * 5, 5);
        scores.Totals[union] = Totals.Of(used, settings.IndexWeights, indexes);
        scores.PublishedTotals[union] = Totals.Publish(scores.Totals[union], used, settings.IndexWeights, rounder);
        for (var k = 0; k < 5; k++)
        {
            scores.PublishedIndexes[(union * 5) + k] = Totals.PublishIndex(indexes[k], k, used, rounder);
        }

        Cover(scores, union, applicable, reported, rounder);
    }

    /// <summary>The term of a scored cell.</summary>
    public static Term TermOf(PeriodScores scores, int union, int indicator)
    {
        var at = (union * scores.Codes.Length) + indicator;
        var row = scores.Plan.Rows[scores.Rows[at]];
        var target = scores.Targets.Of(scores.Organisations[union], scores.Groups[union], row);
        return new Term((int)row.Index, row.Weight, Rules.Score(row.Rule, target, scores.MeasureAt(at))!.Value, scores.CellScores[at]);
    }

    // Coverage = Σ W·(Σ_R w / Σ_A w) / Σ W over the indexes that have anything applicable, percent.
    private static void Cover(PeriodScores scores, int union, ReadOnlySpan<decimal> applicable, ReadOnlySpan<decimal> reported, Rounder rounder)
    {
        var weights = scores.Settings.IndexWeights;
        var (sum, weight) = (0m, 0m);
        for (var k = 0; k < 5; k++)
        {
            if (applicable[k] > 0m)
            {
                sum += weights[k] * reported[k] / applicable[k];
                weight += weights[k];
            }
        }

        var coverage = weight > 0m ? sum * 100m / weight : 0m;
        scores.Coverages[union] = coverage;
        scores.PublishedCoverages[union] = rounder.Round(coverage);
        if (weight > 0m && rounder.Unsure(coverage))
        {
            var exact = Fraction.Zero;
            for (var k = 0; k < 5; k++)
            {
                exact += applicable[k] > 0m ? (Fraction)(weights[k] * reported[k]) / applicable[k] : Fraction.Zero;
            }

            scores.PublishedCoverages[union] = rounder.Round(exact * 100m / weight);
        }
    }
}
