using System.Collections.Immutable;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// Cross-checks（勾稽关系）: relations that hold between tables, levels and periods of sound data. Each is a pure function
/// from scores to what contradicts it; a new one is a line in <see cref="Relations"/>.
/// </summary>
public static class CrossChecker
{
    private static ImmutableArray<Func<PeriodScores, Scores, IEnumerable<Discrepancy>>> Relations =>
        [
            (period, _) => IndexRelation.Find(period),
            CorrectionRelation.Find,
            (period, _) => GuidanceRelation.Find(period),
            (period, _) => TaskRelation.Find(period),
            (period, _) => LevelRelation.Find(period),
            (period, _) => SourceRelation.Find(period),
            (period, _) => HeadcountRelation.Find(period),
            (period, _) => DocumentRelation.Find(period),
            RunningTotalRelation.Find,
        ];

    /// <summary>Everything that does not agree, by period, relation, unit and place.</summary>
    public static ImmutableArray<Discrepancy> Check(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return
        [
            .. scores.Periods.SelectMany(period =>
                Relations
                    .SelectMany(find => find(period, scores))
                    .OrderBy(d => d.Code.Id, StringComparer.Ordinal)
                    .ThenBy(d => d.Unit, StringComparer.Ordinal)
                    .ThenBy(d => d.Here.Key, StringComparer.Ordinal)
                    .ThenBy(d => d.There.Key, StringComparer.Ordinal)
            ),
        ];
    }
}
