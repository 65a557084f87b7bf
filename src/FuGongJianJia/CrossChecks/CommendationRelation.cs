using FuGongJianJia.Diagnostics;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// 表彰 of a union itself（集体）against the screening of the same export: whoever is 公示中 or 已授予 has passed it. Teams and
/// persons are not judged by their union; what is not reported yet may still be before the year ends.
/// </summary>
internal static class CommendationRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period)
    {
        var indicators = Screener.Indicators(period);
        return from commendation in period.Data.Commendations
            where
                !indicators.IsEmpty
                && commendation is { Kind: CommendationKind.Collective, Status: not CommendationStatus.Withdrawn }
            let unit = commendation.Organisation is { } code ? period.Find(code) : null
            where unit is not null && Screener.Concerns(unit.Organisation)
            let screened = Screener.Screen(period, unit, indicators)
            where
                screened.Verdict != ScreeningVerdict.Passes
                && !(screened.Verdict == ScreeningVerdict.Unclear && period.Period.EndsEarly)
            select new Discrepancy(
                CrossCheckCodes.CommendedUnscreened,
                period.Period,
                unit.Organisation.Code,
                unit.Organisation.Name,
                new DataPlace(period.Period, "表彰", commendation.Code, Says(commendation)),
                Against(period, screened)
            );
    }

    private static string Says(Commendation commendation) =>
        $"{Numerals.TableDate(commendation.GrantedOn)}{commendation.Status.Word()}{commendation.Honour}"
        + (commendation.Document is { Length: > 0 } document ? $"（{document}）" : "");

    // The gravest reason has the place; all of them are told.
    private static DataPlace Against(PeriodScores period, Screened screened)
    {
        var against = screened
            .Tests.Where(t => t.Outcome is Outcome.Unmet or Outcome.Unanswered)
            .OrderByDescending(t => t.Outcome == Outcome.Unmet)
            .ThenBy(t => t.Demand)
            .ToList();
        var reasons = against
            .Select(t => $"{t.Demand!.Value.Word()}“{t.Cell.Row!.Name}”{Words.Of(t.Cell, t.Cell.Measure)}")
            .Concat(screened.Union.Organisation.Status == OrganisationStatus.New ? ["当期新建"] : [])
            .Concat(screened.LacksTotal ? [$"总指数{Numerals.Score(screened.Union.Total)}"] : [])
            .Concat(screened.LacksCoverage ? [$"覆盖率{Numerals.Percent(screened.Union.Coverage)}"] : []);
        var says = $"评先资格审查{screened.Verdict.Word()}：{string.Join('；', reasons)}";
        return against is [var first, ..]
            ? new(period.Period, "指标值", first.Cell.Row!.Code, says)
            : new(period.Period, "组织", screened.Union.Organisation.Code, says);
    }
}
