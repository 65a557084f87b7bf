using System.Collections.Immutable;

namespace FuGongJianJia.Scoring;

/// <summary>A scored indicator as it enters the totals: its index, its 分值 and its score as an exact quotient.</summary>
internal readonly record struct Term(int Index, decimal Weight, Quotient Score, decimal Value)
{
    public Term(int index, decimal weight, Quotient score)
        : this(index, weight, score, score.Value) { }
}

/// <summary>
/// I_k = Σ w·s / Σ w and C = Σ W·I / Σ W over the indexes that have one (design 4.1), from unrounded values. One
/// formula, in
/// decimals for speed and in fractions where a rounding boundary is near.
/// </summary>
internal static class Totals
{
    /// <summary>The total; null when no index has a value. Index values go to <paramref name="indexes"/>.</summary>
    public static decimal? Of(ReadOnlySpan<Term> terms, ImmutableArray<decimal> weights, Span<decimal?> indexes)
    {
        Span<decimal> sums = stackalloc decimal[5];
        Span<decimal> bases = stackalloc decimal[5];
        sums.Clear();
        bases.Clear();
        foreach (ref readonly var term in terms)
        {
            sums[term.Index] += term.Weight * term.Value;
            bases[term.Index] += term.Weight;
        }

        var (sum, weight) = (0m, 0m);
        for (var k = 0; k < 5; k++)
        {
            indexes[k] = bases[k] > 0m ? sums[k] / bases[k] : null;
            if (indexes[k] is { } value)
            {
                sum += weights[k] * value;
                weight += weights[k];
            }
        }

        return weight > 0m ? sum / weight : null;
    }

    /// <summary>The total, rounded once and exactly; unrounded index values go to <paramref name="indexes"/>.</summary>
    public static decimal? Published(
        ReadOnlySpan<Term> terms,
        ImmutableArray<decimal> weights,
        Rounder rounder,
        Span<decimal?> indexes
    ) => Publish(Of(terms, weights, indexes), terms, weights, rounder);

    /// <summary>Rounds a total that was computed from these terms.</summary>
    public static decimal? Publish(
        decimal? total,
        ReadOnlySpan<Term> terms,
        ImmutableArray<decimal> weights,
        Rounder rounder
    ) =>
        total is not { } value ? null
        : rounder.Unsure(value) ? rounder.Round(Exact(terms, weights))
        : rounder.Round(value);

    /// <summary>Rounds the value of one index that was computed from these terms.</summary>
    public static decimal? PublishIndex(decimal? index, int key, ReadOnlySpan<Term> terms, Rounder rounder) =>
        index is not { } value ? null
        : rounder.Unsure(value) ? rounder.Round(ExactIndex(terms, key)!.Value)
        : rounder.Round(value);

    private static Fraction Exact(ReadOnlySpan<Term> terms, ImmutableArray<decimal> weights)
    {
        var (sum, weight) = (Fraction.Zero, 0m);
        for (var k = 0; k < 5; k++)
        {
            if (ExactIndex(terms, k) is { } index)
            {
                sum += index * weights[k];
                weight += weights[k];
            }
        }

        return sum / weight;
    }

    private static Fraction? ExactIndex(ReadOnlySpan<Term> terms, int key)
    {
        var (sum, weight) = (Fraction.Zero, 0m);
        foreach (ref readonly var term in terms)
        {
            if (term.Index == key)
            {
                sum += term.Score.Exact * term.Weight;
                weight += term.Weight;
            }
        }

        return weight > 0m ? sum / weight : null;
    }
}
