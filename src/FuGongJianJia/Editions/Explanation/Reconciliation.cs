using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Indexes;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Explanation;

/// <summary>
/// Reconciliation（对账）with 指数.csv: results of the exporting system against ours. A difference over the tolerance
/// (settings: 对账容差, 0.01) is a warning that names both; so is a figure on one side only. What small-number protection
/// sets aside here counts there, so it counts in the comparison.
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
            .Where(f => f.Union.Organisation.IsPublic && !f.Union.Cells.Any(c => c.State == CellState.Protected))
            .Select(f => new DataNote(f.Period, f.Diagnostic.Code, "指数.csv", f.Diagnostic.Message, 1));

    private static IEnumerable<Finding> Compare(Scores scores) =>
        scores.Periods.SelectMany(period =>
            period
                .Data.ReportedIndexes.OrderBy(r => r.Organisation, StringComparer.Ordinal)
                .SelectMany(reported =>
                    period.Find(reported.Organisation) is { } union ? Compare(period, union, reported) : []
                )
        );

    private static IEnumerable<Finding> Compare(PeriodScores period, ScoredUnion union, ReportedIndexes reported)
    {
        var (rounder, ours) = (Rounder.For(period.Settings), Figures.WithProtected(union, period.Settings));
        return Vocabulary
            .Indexes.Select(k => (What: k.Title(), Theirs: reported.Indexes[(int)k], Ours: rounder.Round(ours[k])))
            .Append((What: "总指数", Theirs: reported.Total, Ours: rounder.Round(ours.Total)))
            .Select(x => Compare(period, union, x.What, x.Theirs, x.Ours))
            .OfType<Diagnostic>()
            .Select(d => new Finding(period.Period, union, d));
    }

    private static Diagnostic? Compare(
        PeriodScores period,
        ScoredUnion union,
        string what,
        decimal? theirs,
        decimal? ours
    )
    {
        var place = new SourcePlace($"data/{period.Period}/指数.csv");
        var who = $"{union.Organisation.Name}（{union.Organisation.Code}）的{what}";
        return (theirs, ours) switch
        {
            ({ } a, { } b) when Math.Abs(a - b) > period.Settings.ReconciliationTolerance => new(
                ScoringCodes.IndexDiffers.Id,
                ScoringCodes.IndexDiffers.Severity,
                place,
                $"{who}：导出为{Numerals.Score(a)}，按本系统方法计算为{Numerals.Score(b)}，"
                    + $"相差{Numerals.Score(Math.Abs(a - b))}。公布以计算结果为准，请核对双方的指标值、目标和权重。"
            ),
            ({ } alone, null) => new(
                ScoringCodes.IndexWithoutValues.Id,
                ScoringCodes.IndexWithoutValues.Severity,
                place,
                $"{who}：导出为{Numerals.Score(alone)}，本系统没有可计分的指标。请检查指标值是否导出完整。"
            ),
            _ => null,
        };
    }

    private sealed record Finding(Period Period, ScoredUnion Union, Diagnostic Diagnostic);
}
