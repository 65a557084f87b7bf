using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Indexes;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// 指数 of the exporting system against ours（对账）: a difference over the tolerance (settings: 对账容差, 0.01) names both; so
/// does a figure without values to compute it from. What small-number protection sets aside here counts there, so it
/// counts in the comparison.
/// </summary>
internal static class IndexRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period) =>
        from reported in period.Data.ReportedIndexes
        let unit = period.Find(reported.Organisation)
        where unit is not null
        from discrepancy in Compare(period, unit, reported)
        select discrepancy;

    /// <summary>
    /// The same as notes that may be published: of public unions of which nothing is set aside, for the exported index
    /// would give that back.
    /// </summary>
    public static IEnumerable<DataNote> Notes(Scores scores) =>
        from period in scores.Periods
        from d in Find(period).OrderBy(d => d.Unit, StringComparer.Ordinal)
        let unit = period.Find(d.Unit)!
        where unit.Organisation.IsPublic && !unit.Cells.Any(c => c.State == CellState.Protected)
        select new DataNote(d.Period, d.Code.Id, "指数.csv", d.ToDiagnostic().Message, 1);

    private static IEnumerable<Discrepancy> Compare(PeriodScores period, ScoredUnion unit, ReportedIndexes reported)
    {
        var (rounder, ours) = (Rounder.For(period.Settings), Figures.WithProtected(unit, period.Settings));
        return Vocabulary
            .Indexes.Select(k => (What: k.Title(), Theirs: reported.Indexes[(int)k], Ours: rounder.Round(ours[k])))
            .Append((What: "总指数", Theirs: reported.Total, Ours: rounder.Round(ours.Total)))
            .Select(x => Compare(period, unit.Organisation, x.What, x.Theirs, x.Ours))
            .OfType<Discrepancy>();
    }

    private static Discrepancy? Compare(
        PeriodScores period,
        Organisation unit,
        string what,
        decimal? theirs,
        decimal? ours
    )
    {
        return (theirs, ours) switch
        {
            ({ } a, { } b) when Math.Abs(a - b) > period.Settings.ReconciliationTolerance => Say(
                ScoringCodes.IndexDiffers,
                $"导出为{Numerals.Score(a)}",
                $"按本系统方法计算为{Numerals.Score(b)}，相差{Numerals.Score(Math.Abs(a - b))}"
            ),
            ({ } alone, null) => Say(
                ScoringCodes.IndexWithoutValues,
                $"导出为{Numerals.Score(alone)}",
                "没有可计分的指标"
            ),
            _ => null,
        };

        Discrepancy Say(DiagnosticCode code, string here, string there) =>
            new(
                code,
                period.Period,
                unit.Code,
                unit.Name,
                new DataPlace(period.Period, "指数", what, here),
                new DataPlace(period.Period, "指标值", what, there)
            );
    }
}
