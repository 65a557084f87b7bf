using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Robustness（稳健性）: every ranked union's place under the variants of the method that the settings name: equal
/// indicator weights inside each index, each index weight moved up and down, the geometric mean of the indexes, each
/// indicator left out, 缺报计零. Variants give a range of places and no figure, and there are some forty for each union,
/// so they are computed in double, by the same <see cref="Totals{T}"/> from the exact scores, and rounded to the
/// published decimals after a snap of 10^-11; the arithmetic error stays below 10^-12, so equal totals stay equal.
/// </summary>
internal static class Robustness
{
    private const double Snap = 1e-11;
    private const double Alike = 1e-9;

    /// <summary>How many variants the settings ask for.</summary>
    public static int Count(PeriodScores period) =>
        period.Settings.Robustness.Variants.Sum(v =>
            v switch
            {
                Variant.IndexWeights => 2 * Vocabulary.Indexes.Length,
                Variant.LeaveOneOut => period.Codes.Length,
                _ => 1,
            }
        );

    /// <summary>The period with the range of places of its ranked unions.</summary>
    public static PeriodScores Fill(PeriodScores period, CancellationToken cancel)
    {
        var (unions, variants) = (period.Unions.ToBuilder(), Count(period));
        foreach (var group in Ranks.Groups(period.Unions))
        {
            var members = group.ToImmutableArray();
            var tried = members.Map(u => Try(u, period.Settings), cancel);
            var (best, worst) = (
                members.Select(u => u.Rank!.Place).ToArray(),
                members.Select(u => u.Rank!.Place).ToArray()
            );
            for (var v = 0; v < variants; v++)
            {
                var ranking = new CompetitionRanking<int>(tried.Select(t => t.Totals[v]));
                for (var m = 0; m < members.Length; m++)
                {
                    var place = ranking.PlaceOf(tried[m].Totals[v]);
                    (best[m], worst[m]) = (Math.Min(best[m], place), Math.Max(worst[m], place));
                }
            }

            for (var m = 0; m < members.Length; m++)
            {
                unions[members[m].Number] = members[m] with
                {
                    Range = new(best[m], worst[m], tried[m].MostInfluential),
                };
            }
        }

        return period with
        {
            Unions = unions.DrainToImmutable(),
        };
    }

    /// <summary>Geometric mean of the indexes（几何平均）, published; null where no index has a value.</summary>
    public static decimal? Geometric(ScoredUnion union, Settings settings)
    {
        var totals = Figures.Counted(union, settings);
        return Geometric(k => (double?)totals[k], settings) is { } mean
            ? new decimal(Rounded(mean, settings), 0, 0, false, (byte)settings.ScoreDecimals)
            : null;
    }

    private static double? Geometric(Func<IndexKey, double?> indexes, Settings settings)
    {
        var (sum, all) = (0d, 0d);
        foreach (var key in Vocabulary.Indexes)
        {
            if (indexes(key) is { } index)
            {
                var weight = (double)settings.IndexWeights[(int)key];
                sum += weight * Math.Log(Math.Max((double)settings.Robustness.GeometricFloor, index));
                all += weight;
            }
        }

        return all > 0d ? Math.Exp(sum / all) : null;
    }

    // In units of the last published decimal. A total that has no value in its variant counts as 0.
    private static int Rounded(double? total, Settings settings)
    {
        var unit = Math.Pow(10, settings.ScoreDecimals);
        return total is { } value && !double.IsNaN(value) ? (int)Math.Floor((value * unit) + 0.5 + (Snap * unit)) : 0;
    }

    private static (ImmutableArray<int> Totals, int? MostInfluential) Try(ScoredUnion union, Settings settings)
    {
        var (weights, terms) = (settings.IndexWeights.Select(w => (double)w).ToImmutableArray(), new List<Term>());
        for (var i = 0; i < union.Cells.Length; i++)
        {
            if (union.Cells[i] is { IsInBase: true, Row: { } row } cell)
            {
                var score = (double)(cell.Counted ?? Fraction.Zero);
                terms.Add(
                    new(i, row.Index, (double)row.Weight, score, cell.Counted is not null, cell.Score is not null)
                );
            }
        }

        var shift = (double)settings.Robustness.WeightShift / 100d;
        double[] shifts = [1d + shift, 1d - shift];
        var published = Sum(t => t.IsCounted, weights);
        var total = published.Total ?? 0d;

        // What is not scored cannot be left out.
        var without = new double[union.Cells.Length];
        Array.Fill(without, total);
        foreach (var left in terms.Where(t => t.IsScored))
        {
            without[left.Indicator] = Sum(t => t.IsCounted && t.Indicator != left.Indicator, weights).Total ?? 0d;
        }

        return (
            [.. settings.Robustness.Variants.SelectMany(Variants).Select(v => Rounded(v ?? 0d, settings))],
            MostInfluential(terms.Where(t => t.IsScored).Select(t => t.Indicator), total, without)
        );

        IEnumerable<double?> Variants(Variant variant) =>
            variant switch
            {
                Variant.EqualWeights => [Sum(t => t.IsCounted, weights, areEqual: true).Total],
                Variant.IndexWeights => Vocabulary.Indexes.SelectMany(k =>
                    shifts.Select(by => Sum(t => t.IsCounted, weights.SetItem((int)k, weights[(int)k] * by)).Total)
                ),
                Variant.Geometric => [Geometric(k => published[k], settings)],
                Variant.LeaveOneOut => without.Select(value => (double?)value),
                _ => [Sum(_ => true, weights).Total],
            };

        Totals<double> Sum(Predicate<Term> isIncluded, ImmutableArray<double> by, bool areEqual = false)
        {
            var totals = new Totals<double>(by);
            foreach (var term in terms)
            {
                if (isIncluded(term))
                {
                    totals.Add(term.Index, areEqual ? 1d : term.Weight, term.Score);
                }
            }

            return totals;
        }
    }

    // Of equals the first in order.
    private static int? MostInfluential(IEnumerable<int> scored, double total, double[] without)
    {
        var (influential, most) = ((int?)null, 0d);
        foreach (var indicator in scored)
        {
            var moved = Math.Abs(without[indicator] - total);
            if (influential is null || moved > most + Alike)
            {
                (influential, most) = (indicator, moved);
            }
        }

        return influential;
    }

    private readonly record struct Term(
        int Indicator,
        IndexKey Index,
        double Weight,
        double Score,
        bool IsCounted,
        bool IsScored
    );
}
