using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring.Protection;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Scores a dataset（评分）: rules, pooling, small-number protection, totals, ranks, change and robustness of every period,
/// by design 4.1.
/// </summary>
public static class Scorer
{
    /// <summary>
    /// Scores every period. Pure and deterministic: work is shared out by period and union, each writes its own cells
    /// only.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Scores Score(Dataset dataset, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var scored = new PeriodScores[dataset.Periods.Length];
        var options = new ParallelOptions { CancellationToken = cancel };
        Parallel.For(
            0,
            scored.Length,
            options,
            p =>
            {
                scored[p] = new PeriodScores(dataset.Periods[p], dataset.Settings);
                Filler.Cells(scored[p], cancel);
            }
        );
        Protector.Protect([.. scored], cancel);
        Parallel.ForEach(
            scored,
            options,
            scores =>
            {
                Filler.Figures(scores, cancel);
                Ranks.Fill(scores);
            }
        );
        foreach (var scores in scored)
        {
            scores.BaseScores = Base(scored, scores.Period);
        }

        Parallel.ForEach(
            scored,
            options,
            scores =>
            {
                Changes.Fill(scores, cancel);
                Sensitivity.Fill(scores, cancel);
            }
        );
        return new([.. scored]);
    }

    // 上年同期 first; else the period of the same length just before.
    private static PeriodScores? Base(PeriodScores[] scored, Period period) =>
        Array.Find(scored, s => s.Period == period.YearBefore) ?? Array.Find(scored, s => s.Period == period.Preceding);
}
