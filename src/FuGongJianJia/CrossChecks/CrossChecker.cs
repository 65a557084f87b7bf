using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

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
            (period, _) => CommendationRelation.Find(period),
            RunningTotalRelation.Find,
        ];

    /// <summary>
    /// The same in short（勾稽小结）, for who wants to know whether, not where: an error or a difference to the exporting
    /// system by itself, of the others one sentence a relation.
    /// </summary>
    public static ImmutableArray<Diagnostic> Summary(ImmutableArray<Discrepancy> discrepancies) =>
        [
            .. discrepancies.Where(IsToldAlone).Select(d => d.ToDiagnostic()),
            .. discrepancies
                .Where(d => !IsToldAlone(d))
                .GroupBy(d => d.Code.Id, StringComparer.Ordinal)
                .Select(same => new Diagnostic(
                    same.Key,
                    same.First().Code.Severity,
                    new SourcePlace("data"),
                    $"{same.First().Code.Title}：{Numerals.Thousands(same.Count())}处，"
                        + $"其中{same.Max(d => d.Period).Title}{Numerals.Thousands(Newest(same))}处。"
                        + "逐条见 fugong check --勾稽。"
                )),
        ];

    /// <summary>Everything that does not agree, by period, relation, unit and place.</summary>
    public static ImmutableArray<Discrepancy> Check(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return
        [
            .. scores
                .Periods.AsParallel()
                .AsOrdered()
                .SelectMany(period =>
                    Relations
                        .SelectMany(find => find(period, scores))
                        .OrderBy(d => d.Code.Id, StringComparer.Ordinal)
                        .ThenBy(d => d.Unit, StringComparer.Ordinal)
                        .ThenBy(d => d.Here.Key, StringComparer.Ordinal)
                        .ThenBy(d => d.There.Key, StringComparer.Ordinal)
                ),
        ];
    }

    private static int Newest(IEnumerable<Discrepancy> same) => same.GroupBy(d => d.Period).MaxBy(g => g.Key)!.Count();

    private static bool IsToldAlone(Discrepancy discrepancy) =>
        discrepancy.Code.Severity == Severity.Error || Codes.Of(typeof(ScoringCodes)).Contains(discrepancy.Code);
}
