using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Scores（评分结果）: every period scored.</summary>
/// <param name="Periods">Earliest first, as in the dataset.</param>
public sealed record Scores(ImmutableArray<PeriodScores> Periods)
{
    /// <summary>The scores of a period; null when there is none such.</summary>
    public PeriodScores? Find(Period period) => Periods.FirstOrDefault(p => p.Period == period);
}
