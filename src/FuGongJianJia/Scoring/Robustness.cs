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
        var unions = period.Unions.ToBuilder();
        foreach (var group in Ranks.Groups(period.Unions))
        {
            var members = group.ToImmutableArray();
            var trials = members.Map(u => new Trial(u, period.Settings), cancel);
            var ranges = members
                .Select((u, m) => new PlaceRange(u.Rank!.Place, u.Rank.Place, trials[m].Influential))
                .ToArray();
            for (var v = 0; v < Count(period); v++)
            {
                var totals = trials.Select(t => t.Totals[v]).ToArray();
                var ranking = new CompetitionRanking<int>(totals);
                for (var m = 0; m < totals.Length; m++)
                {
                    ranges[m] = ranges[m].With(ranking.PlaceOf(totals[m]));
                }
            }

            for (var m = 0; m < ranges.Length; m++)
            {
                unions[members[m].Number] = members[m] with { Range = ranges[m] };
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

    // One union under every variant.
    private readonly struct Trial
    {
        public Trial(ScoredUnion union, Settings settings)
        {
            ImmutableArray<double> weights = [.. settings.IndexWeights.Select(w => (double)w)];
            var (counted, equal, all) = (
                new Totals<double>(weights),
                new Totals<double>(weights),
                new Totals<double>(weights)
            );
            foreach (ref readonly var cell in union.Cells.AsSpan())
            {
                if (!cell.IsInBase)
                {
                    continue;
                }

                var (key, weight, score) = (
                    cell.Row!.Index,
                    (double)cell.Row.Weight,
                    (double)(cell.Counted ?? Fraction.Zero)
                );
                all.Add(key, weight, score);
                if (cell.Counted is not null)
                {
                    counted.Add(key, weight, score);
                    equal.Add(key, 1d, score);
                }
            }

            var (total, most) = (counted.Total ?? 0d, 0d);
            var without = new double[union.Cells.Length];
            for (var i = 0; i < without.Length; i++)
            {
                // What is not scored cannot be left out.
                without[i] = total;
                if (union.Cells[i] is { Score: { } score, Row: { } row })
                {
                    without[i] = counted.TotalWithout(row.Index, (double)row.Weight, (double)score) ?? 0d;
                    var moved = Math.Abs(without[i] - total);

                    // Of equals the first in order.
                    if (Influential is null || moved > most + Alike)
                    {
                        (Influential, most) = (i, moved);
                    }
                }
            }

            var shift = (double)settings.Robustness.WeightShift / 100d;
            var figures = ImmutableArray.CreateBuilder<int>();
            foreach (var variant in settings.Robustness.Variants)
            {
                switch (variant)
                {
                    case Variant.EqualWeights:
                        Add(equal.Total);
                        break;
                    case Variant.IndexWeights:
                        foreach (var key in Vocabulary.Indexes)
                        {
                            Add(counted.TotalBy(weights.SetItem((int)key, weights[(int)key] * (1d + shift))));
                            Add(counted.TotalBy(weights.SetItem((int)key, weights[(int)key] * (1d - shift))));
                        }

                        break;
                    case Variant.Geometric:
                        Add(Geometric(key => counted[key], settings));
                        break;
                    case Variant.LeaveOneOut:
                        Array.ForEach(without, left => Add(left));
                        break;
                    default:
                        Add(all.Total);
                        break;
                }
            }

            Totals = figures.DrainToImmutable();

            void Add(double? figure) => figures.Add(Rounded(figure, settings));
        }

        /// <summary>Totals in units of the last published decimal.</summary>
        public ImmutableArray<int> Totals { get; }

        /// <summary>The indicator whose absence moves the total most; null when none can be left out.</summary>
        public int? Influential { get; }
    }
}
