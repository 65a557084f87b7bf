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
        ISubtractionOperators<T, T, T>,
        IMultiplyOperators<T, T, T>,
        IDivisionOperators<T, T, T>
{
    private readonly Sum[] _sums = new Sum[Vocabulary.Indexes.Length];

    /// <summary>Indicators added.</summary>
    public int Count { get; private set; }

    /// <summary>C; null when no index has a value.</summary>
    public T? Total => TotalBy(weights);

    /// <summary>I_k; null when nothing was added.</summary>
    public T? this[IndexKey key] => _sums[(int)key].Mean;

    /// <summary>Indicators added to an index.</summary>
    public int CountOf(IndexKey key) => _sums[(int)key].Count;

    /// <summary>Adds an indicator with its 分值 and score.</summary>
    public void Add(IndexKey key, T weight, T score)
    {
        ref var sum = ref _sums[(int)key];
        sum = new(sum.Points + (weight * score), sum.Weight + weight, sum.Count + 1);
        Count++;
    }

    /// <summary>C by other index weights.</summary>
    public T? TotalBy(ImmutableArray<T> others) => TotalOf(_sums, others);

    /// <summary>C as it would be without one of the indicators added.</summary>
    public T? TotalWithout(IndexKey key, T weight, T score)
    {
        var sum = _sums[(int)key];
        Span<Sum> rest = [.. _sums];
        rest[(int)key] = new(sum.Points - (weight * score), sum.Weight - weight, sum.Count - 1);
        return TotalOf(rest, weights);
    }

    /// <summary>What a point of score of an indicator adds to C for each of its 分值: W/ΣW ÷ Σ w.</summary>
    public T ShareOf(IndexKey key)
    {
        var all = T.AdditiveIdentity;
        foreach (var other in Vocabulary.Indexes)
        {
            all += _sums[(int)other].Count > 0 ? weights[(int)other] : T.AdditiveIdentity;
        }

        return weights[(int)key] / (all * _sums[(int)key].Weight);
    }

    private static T? TotalOf(ReadOnlySpan<Sum> sums, ImmutableArray<T> weights)
    {
        var (points, all, found) = (T.AdditiveIdentity, T.AdditiveIdentity, false);
        for (var k = 0; k < sums.Length; k++)
        {
            if (sums[k].Mean is { } index)
            {
                (points, all, found) = (points + (weights[k] * index), all + weights[k], true);
            }
        }

        return found ? points / all : null;
    }

    // Σ w·s and Σ w of an index.
    private readonly record struct Sum(T Points, T Weight, int Count)
    {
        public T? Mean => Count > 0 ? Points / Weight : null;
    }
}
