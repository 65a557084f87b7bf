using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace FuGongJianJia.Scoring;

/// <summary>Work shared out over the processors whose results keep the order of their sources（保序并行）.</summary>
internal static class Ordered
{
    /// <summary>The result of each, in the order of <paramref name="items"/>.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ImmutableArray<TResult> Map<T, TResult>(
        this ImmutableArray<T> items,
        Func<T, TResult> make,
        CancellationToken cancel
    )
    {
        var results = new TResult[items.Length];
        Parallel.For(
            0,
            items.Length,
            new ParallelOptions { CancellationToken = cancel },
            n => results[n] = make(items[n])
        );
        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }
}
