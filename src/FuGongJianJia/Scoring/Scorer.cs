using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Scores a dataset（评分）: rules, pooling, totals, ranks, change and robustness of every period, by design 4.1.</summary>
public static class Scorer
{
    /// <summary>Scores every period. Pure and deterministic: work is shared out by union, every union writes its own cells only.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Scores Score(Dataset dataset, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var scored = new List<PeriodScores>();
        foreach (var data in dataset.Periods)
        {
            var scores = new PeriodScores(data, dataset.Settings);
            Filler.Fill(scores, cancel);
            Ranks.Fill(scores);
            scored.Add(scores);
        }

        foreach (var scores in scored)
        {
            scores.BaseScores = Base(scored, scores.Period);
            Changes.Fill(scores, cancel);
            Sensitivity.Fill(scores, cancel);
        }

        return new([.. scored]);
    }

    // 上年同期 first; else the period of the same length just before.
    private static PeriodScores? Base(List<PeriodScores> scored, Period period) =>
        scored.Find(s => s.Period == period.YearBefore) ?? scored.Find(s => s.Period == period.Preceding);
}
