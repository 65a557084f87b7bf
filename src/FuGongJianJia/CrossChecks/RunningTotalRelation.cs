using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// What counts from 1 January（期别：累计）against the export before it of the same year: neither 分子, 分母 nor 数值 falls.
/// </summary>
internal static class RunningTotalRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period, Scores scores) =>
        scores
            .Periods.Where(p => p.Period.Year == period.Period.Year && p.Period.End < period.Period.End)
            .OrderBy(p => p.Period.End)
            .ThenBy(p => p.Period)
            .LastOrDefault()
            is { } before
            ? Find(period, before)
            : [];

    private static IEnumerable<Discrepancy> Find(PeriodScores period, PeriodScores before) =>
        from unit in period.Unions
        let then = before.Find(unit.Organisation.Code)
        where then is not null
        from indicator in Enumerable.Range(0, period.Codes.Length)
        let cell = unit.Cells[indicator]
        where cell is { Observation: not null, Row.Timing: Timing.Cumulative }
        let past = before.Codes.IndexOf(period.Codes[indicator])
        where past >= 0 && then.Cells[past].Observation is not null
        let earlier = then.Cells[past]
        where Falls(earlier.Measure, cell.Measure)
        select new Discrepancy(
            CrossCheckCodes.RunningTotalFalls,
            period.Period,
            unit.Organisation.Code,
            unit.Organisation.Name,
            new DataPlace(period.Period, "指标值", period.Codes[indicator], Words.Of(cell, cell.Measure)),
            new DataPlace(before.Period, "指标值", period.Codes[indicator], Words.Of(earlier, earlier.Measure))
        );

    private static bool Falls(Measure earlier, Measure later) =>
        later.Numerator < earlier.Numerator || later.Denominator < earlier.Denominator || later.Value < earlier.Value;
}
