using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Robustness（稳健性）: every ranked union's place under the variants of the method that the settings name: equal indicator
/// weights inside each index, each
/// index weight moved up and down, the geometric mean of the indexes, each indicator left out, 缺报计零. Variants are
/// computed in
/// double and rounded to the published decimals after a snap of 10^-11, since they give a range and no figure; the
/// arithmetic error stays below 10^-12.
/// </summary>
internal static class Sensitivity
{
    /// <summary>How many variants the settings ask for.</summary>
    public static int Count(PeriodScores scores) =>
        scores.Settings.Robustness.Variants.Sum(v =>
            v switch
            {
                Variant.IndexWeights => 10,
                Variant.LeaveOneOut => scores.Codes.Length,
                _ => 1,
            }
        );

    public static void Fill(PeriodScores scores, CancellationToken cancel)
    {
        var variants = Count(scores);
        foreach (var members in scores.RankedGroups.Values)
        {
            var values = new int[members.Length * variants];
            var influences = new int[members.Length];
            Parallel.For(
                0,
                members.Length,
                new ParallelOptions { CancellationToken = cancel },
                m => influences[m] = Variants(scores, members[m], new(values, m, members.Length))
            );
            var (best, worst) = (
                Array.ConvertAll(members, u => scores.Places[u]),
                Array.ConvertAll(members, u => scores.Places[u])
            );
            for (var v = 0; v < variants; v++)
            {
                cancel.ThrowIfCancellationRequested();
                Widen(values.AsSpan(v * members.Length, members.Length), best, worst);
            }

            for (var m = 0; m < members.Length; m++)
            {
                scores.Ranges[members[m]] = new(best[m], worst[m], influences[m]);
            }
        }
    }

    // Variants stand one after another, so that each is ranked in one sweep.
    private readonly struct Column(int[] values, int member, int members)
    {
        public int this[int variant]
        {
            set => values[(variant * members) + member] = value;
        }
    }

    private static void Widen(ReadOnlySpan<int> column, int[] best, int[] worst)
    {
        var standing = new Standing(column);
        for (var m = 0; m < column.Length; m++)
        {
            var place = standing.PlaceOf(column[m]);
            best[m] = Math.Min(best[m], place);
            worst[m] = Math.Max(worst[m], place);
        }
    }

    // Fills the rounded total of each variant (in units of the last published decimal); gives the most influential
    // indicator.
    private static int Variants(PeriodScores scores, int union, Column totals)
    {
        var (plan, width) = (scores.Plan, scores.Codes.Length);
        var unit = Unit(scores);
        var (used, plain, zeroed) = (default(Estimate), default(Estimate), default(Estimate));
        for (var i = 0; i < width; i++)
        {
            var at = (union * width) + i;
            var state = scores.States[at];
            if (!Filler.IsInBase(state))
            {
                continue;
            }

            var (k, weight) = (plan.Indexes[scores.Rows[at]], plan.Weights[scores.Rows[at]]);
            var score = state == CellState.Scored ? scores.Estimates[at] : 0d;
            zeroed.Add(k, weight, score);
            if (state == CellState.Scored || scores.Settings.MissingScoresZero)
            {
                used.Add(k, weight, score);
                plain.Add(k, 1d, score);
            }
        }

        ReadOnlySpan<double> weights = scores.IndexWeights;
        Span<double> values = stackalloc double[5];
        var (sum, all) = (0d, 0d);
        for (var k = 0; k < 5; k++)
        {
            values[k] = used.Index(k);
            if (!double.IsNaN(values[k]))
            {
                sum += weights[k] * values[k];
                all += weights[k];
            }
        }

        var total = all > 0d ? sum / all : 0d;
        var (next, robustness) = (0, scores.Settings.Robustness);
        var shift = (double)robustness.WeightShift / 100d;
        foreach (var variant in robustness.Variants)
        {
            switch (variant)
            {
                case Variant.EqualWeights:
                    totals[next++] = Snap(plain.Total(weights), unit);
                    break;
                case Variant.IndexWeights:
                    for (var k = 0; k < 5; k++)
                    {
                        var (more, part) = double.IsNaN(values[k])
                            ? (0d, 0d)
                            : (shift * weights[k], shift * weights[k] * values[k]);
                        totals[next++] = Snap((sum + part) / (all + more), unit);
                        totals[next++] = Snap((sum - part) / (all - more), unit);
                    }

                    break;
                case Variant.Geometric:
                    totals[next++] = Snap(Geometric(values, weights, (double)robustness.GeometricFloor), unit);
                    break;
                case Variant.MissingAsZero:
                    totals[next++] = Snap(zeroed.Total(weights), unit);
                    break;
                default:
                    break;
            }
        }

        var leaveOut = robustness.Variants.Contains(Variant.LeaveOneOut);
        var (influential, most, unchanged) = (-1, 0d, Snap(total, unit));
        for (var i = 0; i < width; i++)
        {
            var at = (union * width) + i;
            if (scores.States[at] != CellState.Scored)
            {
                Leave(i, unchanged);
                continue;
            }

            var row = scores.Rows[at];
            var k = plan.Indexes[row];
            var rest = used.IndexWithout(k, plan.Weights[row], scores.Estimates[at]);
            var without = double.IsNaN(rest)
                ? (all - weights[k] > 1e-9 ? (sum - (weights[k] * values[k])) / (all - weights[k]) : 0d)
                : (sum + (weights[k] * (rest - values[k]))) / all;
            Leave(i, Snap(without, unit));
            var moved = Math.Abs(without - total);
            if (influential < 0 || moved > most + 1e-9)
            {
                (influential, most) = (i, moved);
            }
        }

        return influential;

        void Leave(int indicator, int figure)
        {
            if (leaveOut)
            {
                totals[next + indicator] = figure;
            }
        }
    }

    /// <summary>Geometric mean of the indexes（几何平均）, published; null where no index has a value.</summary>
    public static decimal? Geometric(PeriodScores scores, int union)
    {
        Span<decimal?> exact = new decimal?[5];
        _ = Filler.Unrounded(scores, union, exact);
        Span<double> values = stackalloc double[5];
        for (var k = 0; k < 5; k++)
        {
            values[k] = exact[k] is { } index ? (double)index : double.NaN;
        }

        return scores.TotalUnits[union] == Rounder.None
            ? null
            : Rounder
                .For(scores.Settings)
                .Figure(
                    Snap(
                        Geometric(values, scores.IndexWeights, (double)scores.Settings.Robustness.GeometricFloor),
                        Unit(scores)
                    )
                );
    }

    private static double Unit(PeriodScores scores) => Math.Pow(10, scores.Settings.ScoreDecimals);

    private static double Geometric(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double floor)
    {
        var (sum, weight) = (0d, 0d);
        for (var k = 0; k < 5; k++)
        {
            if (!double.IsNaN(values[k]))
            {
                sum += weights[k] * Math.Log(Math.Max(floor, values[k]));
                weight += weights[k];
            }
        }

        return weight > 0d ? Math.Exp(sum / weight) : 0d;
    }

    // An index or a total without a value counts as 0 in its variant.
    private static int Snap(double value, double unit) =>
        double.IsNaN(value) ? 0 : (int)Math.Floor((value * unit) + 0.5 + (1e-11 * unit));
}
