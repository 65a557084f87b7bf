using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>任务.csv: what had been issued by the last day of the period.</summary>
internal static class TaskRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        foreach (var task in DemoTask.Issued(world, period))
        {
            var last = task.StepsBy(period.End)[^1].Kind;
            yield return
            [
                new(TaskTable.Code, task.Code),
                new(TaskTable.Title, task.Name),
                new(TaskTable.Indicator, task.Indicator),
                new(TaskTable.Origin, task.Origin),
                new(TaskTable.Issuer, task.Issuer),
                new(TaskTable.IssuedOn, task.IssuedOn),
                new(TaskTable.DueOn, task.DueOn),
                new(TaskTable.Priority, task.Priority),
                new(TaskTable.CurrentStep, last.Word()),
                new(
                    TaskTable.Status,
                    last == TaskStepKind.Exit ? "已办结"
                        : task.DueOn < period.End && last < TaskStepKind.Appraise ? "逾期"
                        : "办理中"
                ),
            ];
        }
    }
}
