using System.Collections.Immutable;
using FuGongJianJia.Import;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Scores a dataset（评分）: rules, pooling, small-number protection, totals, ranks, change and robustness of every period.
/// </summary>
public static class Scorer
{
    /// <summary>
    /// Scores every period. Pure and deterministic: each stage makes new values from those of the stage before, shared
    /// out by period or union.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Scores Score(Dataset dataset, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var settings = dataset.Settings;
        var filled = dataset.Periods.Map(data => Pooling.Fill(CellScoring.Of(data, settings, cancel), cancel), cancel);
        var ranked = CellSuppression
            .Apply(filled, cancel)
            .Map(period => Ranks.Fill(Figures.Fill(period, cancel)), cancel);

        // Earliest first, so that what a period is compared with is complete before it.
        var scored = ImmutableArray.CreateBuilder<PeriodScores>(ranked.Length);
        foreach (var period in ranked)
        {
            // 上年同期 or none: what goes on through a year rises from part to part by itself.
            var then = scored.FirstOrDefault(s => s.Period == period.Period.YearBefore);
            scored.Add(Robustness.Fill(Changes.Fill(period, then, cancel), cancel));
        }

        return new(scored.MoveToImmutable());
    }
}
