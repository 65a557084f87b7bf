using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.CrossChecks;

/// <summary>
/// An indicator against the table that its 数据来源 names: 家访汇总 has the same two figures; 任务 has no more tasks that were
/// due, and no more that were late, than the indicator counts (it may count tasks given by other ways).
/// </summary>
internal static class SourceRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period) =>
        Enumerable
            .Range(0, period.Codes.Length)
            .SelectMany(i =>
            {
                var source = period.Data.Catalogue.First(r => r.Code == period.Codes[i]).Source;
                return source.Contains("家访汇总", StringComparison.Ordinal) ? Visits(period, i)
                    : source.Contains("任务", StringComparison.Ordinal) ? Tasks(period, i)
                    : [];
            });

    private static IEnumerable<Discrepancy> Visits(PeriodScores period, int indicator) =>
        from visits in period.Data.HomeVisits
        let unit = period.Find(visits.Organisation)
        where unit is not null
        let cell = unit.Cells[indicator]
        where cell.State != CellState.Outside && cell.Pool is null
        let measure = cell.Measure
        where (measure.Numerator, measure.Denominator) != (visits.Made, visits.Due)
        select new Discrepancy(
            CrossCheckCodes.IndicatorAgainstVisits,
            period.Period,
            unit.Organisation.Code,
            unit.Organisation.Name,
            new DataPlace(period.Period, "指标值", period.Codes[indicator], Words.Of(cell, measure)),
            new DataPlace(period.Period, "家访汇总", unit.Organisation.Code, $"实访{visits.Made}人、应访{visits.Due}人")
        );

    private static IEnumerable<Discrepancy> Tasks(PeriodScores period, int indicator) =>
        from taken in period
            .Data.Tasks.Where(t => t.DueOn <= period.Period.End)
            .SelectMany(t => Executors(t).Select(unit => (Unit: unit, Late: IsLate(t, unit))))
            .GroupBy(x => x.Unit, StringComparer.Ordinal)
        let unit = period.Find(taken.Key)
        where unit is not null
        let cell = unit.Cells[indicator]
        let measure = cell.Measure
        where cell.Pool is null && measure.IsRatio
        let late = taken.Count(x => x.Late)
        where measure.Denominator < taken.Count() || measure.Denominator - measure.Numerator < late
        select new Discrepancy(
            CrossCheckCodes.IndicatorAgainstTasks,
            period.Period,
            unit.Organisation.Code,
            unit.Organisation.Name,
            new DataPlace(period.Period, "指标值", period.Codes[indicator], Words.Of(cell, measure)),
            new DataPlace(
                period.Period,
                "任务流转",
                unit.Organisation.Code,
                $"到期{taken.Count()}项，其中迟报、未报{late}项"
            )
        );

    private static IEnumerable<string> Executors(WorkTask task) =>
        task.Steps.Where(s => s.Kind == TaskStepKind.TakeOn).Select(s => s.Unit).Distinct(StringComparer.Ordinal);

    private static bool IsLate(WorkTask task, string unit) =>
        !task.Steps.Any(s => s.Kind == TaskStepKind.ReportBack && s.Unit == unit && s.On <= task.DueOn);
}
