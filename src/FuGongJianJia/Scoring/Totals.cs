using System.Collections.Immutable;
using System.Numerics;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Totals by the index weights of the settings.</summary>
internal static class Totals
{
    public static Totals<Fraction> By(Settings settings) => new([.. settings.IndexWeights.Select(w => (Fraction)w)]);
}

/// <summary>
/// Index values and total（指数与总指数）: I_k = Σ w·s / Σ w over the indicators added, and C = Σ W·I / Σ W over the indexes
/// that have one, from unrounded values. The one formula of every total: published, of coverage, of change, and of the
/// variants that test how firm a place is.
/// </summary>
/// <typeparam name="T"><see cref="Fraction"/>, or double for the variants.</typeparam>
/// <param name="weights">Index weights W, in index order.</param>
internal sealed class Totals<T>(ImmutableArray<T> weights)
    where T : struct,
        IAdditiveIdentity<T, T>,
        IAdditionOperators<T, T, T>,
        IMultiplyOperators<T, T, T>,
        IDivisionOperators<T, T, T>
{
    private readonly (T Points, T Weight, int Count)[] _sums = new (T, T, int)[Vocabulary.Indexes.Length];

    /// <summary>Indicators added.</summary>
    public int Count => _sums.Sum(s => s.Count);

    /// <summary>I_k; null when nothing was added.</summary>
    public T? this[IndexKey key] => _sums[(int)key] is { Count: > 0 } sum ? sum.Points / sum.Weight : null;

    /// <summary>Adds an indicator with its 分值 and score.</summary>
    public void Add(IndexKey key, T weight, T score)
    {
        ref var sum = ref _sums[(int)key];
        sum = (sum.Points + (weight * score), sum.Weight + weight, sum.Count + 1);
    }

    /// <summary>C; null when no index has a value.</summary>
    public T? Total
    {
        get
        {
            var (points, all, found) = (T.AdditiveIdentity, T.AdditiveIdentity, false);
            foreach (var key in Vocabulary.Indexes)
            {
                if (this[key] is { } index)
                {
                    (points, all, found) = (points + (weights[(int)key] * index), all + weights[(int)key], true);
                }
            }

            return found ? points / all : null;
        }
    }

    /// <summary>Share of a point of 分值 of an index that has a value in the total: W/ΣW ÷ Σ w.</summary>
    public T ShareOf(IndexKey key)
    {
        var all = T.AdditiveIdentity;
        foreach (var other in Vocabulary.Indexes)
        {
            all += _sums[(int)other].Count > 0 ? weights[(int)other] : T.AdditiveIdentity;
        }

        return weights[(int)key] / (all * _sums[(int)key].Weight);
    }
}
