
namespace FuGongJianJia.Scoring;

/// <summary>
/// Robustness（稳健性）: every ranked union's place under variants of the method: equal indicator weights inside each index, each
/// index weight ±20 %, the geometric mean of the indexes (floor 1), each indicator left out, 缺报计零. Variants are computed in
/// double and rounded to the published decimals after a snap of 10^-11, since they give a range and no figure; the arithmetic error stays below 10^-12.
/// </summary>
internal static class Sensitivity
{
    private const int Fixed = 13;

    /// <summary>Names of the variants besides leaving one out, in order; the methodology names them too.</summary>
    public static readonly string[] Names =
    [
        "等权（指数内各指标同权）",
        "红色指数权重+20%", "红色指数权重-20%", "规范指数权重+20%", "规范指数权重-20%", "活力指数权重+20%", "活力指数权重-20%",
        "温暖指数权重+20%", "温暖指数权重-20%", "和谐指数权重+20%", "和谐指数权重-20%",
        "几何平均（下限1分）", "缺报计零",
    ];

    public static void Fill(PeriodScores scores, CancellationToken cancel)
    {
        var groups = Enumerable.Range(0, scores.Organisations.Length).Where(u => scores.Reasons[u] == Unranked.None)
            .GroupBy(u => scores.Groups[u], StringComparer.Ordinal).Select(g => g.ToArray()).ToList();
        var variants = Fixed + scores.Codes.Length;
        var weights = scores.Settings.IndexWeights.Select(w => (double)w).ToArray();
        foreach (var members in groups)
        {
            var values = new int[members.Length * variants];
            var influences = new int[members.Length];
            Parallel.For(0, members.Length, new ParallelOptions { CancellationToken = cancel }, m =>
                influences[m] = Variants(scores, members[m], weights, values.AsSpan(m * variants, variants)));
            var (best, worst) = (members.Select(u => scores.Places[u]).ToArray(), members.Select(u => scores.Places[u]).ToArray());
            var column = new int[members.Length];
            for (var v = 0; v < variants; v++)
            {
                for (var m = 0; m < members.Length; m++)
                {
                    column[m] = values[(m * variants) + v];
                }

                Widen(column, best, worst);
            }

            for (var m = 0; m < members.Length; m++)
            {
                scores.Ranges[members[m]] = new(best[m], worst[m], influences[m]);
            }
        }
    }

    // Places of one variant, counted rather than sorted: how many stand above each rounded total.
    private static void Widen(int[] column, int[] best, int[] worst)
    {
        var above = new int[column.Max() + 2];
        foreach (var value in column)
        {
            above[value]++;
        }

        for (var value = above.Length - 2; value >= 0; value--)
        {
            above[value] += above[value + 1];
        }

        for (var m = 0; m < column.Length; m++)
        {
            var place = above[column[m] + 1] + 1;
            best[m] = Math.Min(best[m], place);
            worst[m] = Math.Max(worst[m], place);
        }
    }

    // Fills the rounded total of each variant (in units of the last published decimal); gives the most influential indicator.
    private static int Variants(PeriodScores scores, int union, double[] weights, Span<int> totals)
    {
        var width = scores.Codes.Length;
        var unit = Math.Pow(10, scores.Settings.ScoreDecimals);
        Span<double> sums = stackalloc double[5], bases = stackalloc double[5], plain = stackalloc double[5], counts = stackalloc double[5], zeroed = stackalloc double[5];
        Span<double> values = stackalloc double[5];
        Span<double> own = stackalloc double[width];
        Span<double> ownWeights = stackalloc double[width];
        sums.Clear();
        bases.Clear();
        plain.Clear();
        counts.Clear();
        zeroed.Clear();
        for (var i = 0; i < width; i++)
        {
            var at = (union * width) + i;
            if (scores.States[at] is CellState.Outside or CellState.NotApplicable)
            {
                continue;
            }

            var row = scores.Plan.Rows[scores.Rows[at]];
            var (k, weight) = ((int)row.Index, (double)row.Weight);
            zeroed[k] += weight;
            if (scores.States[at] == CellState.Scored || scores.Settings.MissingScoresZero)
            {
                var score = scores.States[at] == CellState.Scored ? (double)scores.CellScores[at] : 0d;
                (own[i], ownWeights[i]) = (score, weight);
                sums[k] += weight * score;
                bases[k] += weight;
                plain[k] += score;
                counts[k]++;
            }
        }

        var next = 0;
        Divide(plain, counts, values);
        totals[next++] = Snap(Mean(values, weights, -1, 1d), unit);
        Divide(sums, bases, values);
        var total = Mean(values, weights, -1, 1d);
        for (var k = 0; k < 5; k++)
        {
            totals[next++] = Snap(Mean(values, weights, k, 1.2), unit);
            totals[next++] = Snap(Mean(values, weights, k, 0.8), unit);
        }

        totals[next++] = Snap(Geometric(values, weights), unit);
        Divide(sums, zeroed, values);
        totals[next++] = Snap(Mean(values, weights, -1, 1d), unit);

        Divide(sums, bases, values);
        var (influential, most) = (-1, 0d);
        for (var i = 0; i < width; i++)
        {
            var at = (union * width) + i;
            totals[next + i] = Snap(total, unit);
            if (scores.States[at] != CellState.Scored)
            {
                continue;
            }

            var k = (int)scores.Plan.Rows[scores.Rows[at]].Index;
            var kept = values[k];
            var rest = bases[k] - ownWeights[i];
            values[k] = rest > 1e-9 ? (sums[k] - (ownWeights[i] * own[i])) / rest : double.NaN;
            var without = Mean(values, weights, -1, 1d);
            values[k] = kept;
            totals[next + i] = Snap(without, unit);
            var moved = Math.Abs(without - total);
            if (influential < 0 || moved > most + 1e-9)
            {
                (influential, most) = (i, moved);
            }
        }

        return influential;
    }

    private static void Divide(ReadOnlySpan<double> sums, ReadOnlySpan<double> bases, Span<double> values)
    {
        for (var k = 0; k < 5; k++)
        {
            values[k] = bases[k] > 0d ? sums[k] / bases[k] : double.NaN;
        }
    }

    private static double Mean(ReadOnlySpan<double> values, double[] weights, int changed, double factor)
    {
        var (sum, weight) = (0d, 0d);
        for (var k = 0; k < 5; k++)
        {
            if (!double.IsNaN(values[k]))
            {
                var w = k == changed ? weights[k] * factor : weights[k];
                sum += w * values[k];
                weight += w;
            }
        }

        return weight > 0d ? sum / weight : 0d;
    }

    private static double Geometric(ReadOnlySpan<double> values, double[] weights)
    {
        var (sum, weight) = (0d, 0d);
        for (var k = 0; k < 5; k++)
        {
            if (!double.IsNaN(values[k]))
            {
                sum += weights[k] * Math.Log(Math.Max(1d, values[k]));
                weight += weights[k];
            }
        }

        return weight > 0d ? Math.Exp(sum / weight) : 0d;
    }

    private static int Snap(double value, double unit) => (int)Math.Floor((value * unit) + 0.5 + (1e-11 * unit));
}
