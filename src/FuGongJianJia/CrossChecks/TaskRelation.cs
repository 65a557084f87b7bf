using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.CrossChecks;

/// <summary>任务 against 指标: who takes a task on is asked for the indicator that the task is of.</summary>
internal static class TaskRelation
{
    public static IEnumerable<Discrepancy> Find(PeriodScores period) =>
        from task in period.Data.Tasks
        let name = task.Indicator ?? ""
        let indicator = period.Codes.IndexOf(name)
        where indicator >= 0
        from code in task.Steps.Where(s => s.Kind == TaskStepKind.TakeOn).Select(s => s.Unit).Distinct()
        let unit = period.Find(code)
        where unit is not null
        let cell = unit.Cells[indicator]
        where cell.State is CellState.Outside or CellState.NotApplicable
        select new Discrepancy(
            CrossCheckCodes.TaskOutsideIndicator,
            period.Period,
            code,
            unit.Organisation.Name,
            new DataPlace(period.Period, "任务流转", task.Code, $"领办“{task.Name}”"),
            new DataPlace(period.Period, "指标值", name, Words.Of(cell, cell.Measure))
        );
}
