using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Reconciliation（对账）with 指数.csv: results of the exporting system against ours. A difference over the tolerance
/// (settings: 对账容差, 0.01) is a warning that names both;
/// so is a figure on one side only. What small-number protection sets aside here counts there, so it counts in the
/// comparison.
/// </summary>
public static class Reconciliation
{
    /// <summary>Warnings, by period, then union.</summary>
    public static ImmutableArray<Diagnostic> Check(Scores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        return [.. Compare(scores).Select(f => f.Diagnostic)];
    }

    /// <summary>
    /// The same as notes that may be published: of public unions of which nothing is set aside, for the exported index
    /// would give that back.
    /// </summary>
    internal static IEnumerable<DataNote> Notes(Scores scores) =>
        Compare(scores)
            .Where(f => f.Organisation.IsPublic && !f.IsProtected)
            .Select(f => new DataNote(f.Period, f.Diagnostic.Code, "指数.csv", f.Diagnostic.Message, 1));

    private static List<(Period Period, Organisation Organisation, bool IsProtected, Diagnostic Diagnostic)> Compare(
        Scores scores
    )
    {
        var found = new List<(Period, Organisation, bool, Diagnostic)>();
        foreach (var period in scores.Periods)
        {
            foreach (var reported in period.Data.ReportedIndexes.OrderBy(r => r.Organisation, StringComparer.Ordinal))
            {
                var union = period.NumberOf(reported.Organisation);
                if (union < 0)
                {
                    continue;
                }

                var isProtected = period
                    .States.AsSpan(union * period.Codes.Length, period.Codes.Length)
                    .Contains(CellState.Protected);
                var (total, indexes) = Filler.WithProtected(period, union);
                foreach (var key in Vocabulary.Indexes)
                {
                    Compare(
                        period,
                        union,
                        isProtected,
                        key.Title(),
                        reported.Indexes[(int)key],
                        indexes[(int)key],
                        found
                    );
                }

                Compare(period, union, isProtected, "总指数", reported.Total, total, found);
            }
        }

        return found;
    }

    private static void Compare(
        PeriodScores period,
        int union,
        bool isProtected,
        string what,
        decimal? theirs,
        decimal? ours,
        List<(Period, Organisation, bool, Diagnostic)> found
    )
    {
        var organisation = period.Organisations[union];
        var place = new SourcePlace($"data/{period.Period}/指数.csv");
        var who = $"{organisation.Name}（{organisation.Code}）的{what}";
        if (theirs is { } a && ours is { } b)
        {
            if (Math.Abs(a - b) > period.Settings.ReconciliationTolerance)
            {
                found.Add(
                    (
                        period.Period,
                        organisation,
                        isProtected,
                        new(
                            ScoringCodes.IndexDiffers.Id,
                            ScoringCodes.IndexDiffers.Severity,
                            place,
                            $"{who}：导出为{Numerals.Score(a)}，按本系统方法计算为{Numerals.Score(b)}，相差{Numerals.Score(Math.Abs(a - b))}。公布以计算结果为准，请核对双方的指标值、目标和权重。"
                        )
                    )
                );
            }
        }
        else if (theirs is { } alone)
        {
            found.Add(
                (
                    period.Period,
                    organisation,
                    isProtected,
                    new(
                        ScoringCodes.IndexWithoutValues.Id,
                        ScoringCodes.IndexWithoutValues.Severity,
                        place,
                        $"{who}：导出为{Numerals.Score(alone)}，本系统没有可计分的指标。请检查指标值是否导出完整。"
                    )
                )
            );
        }
    }
}
