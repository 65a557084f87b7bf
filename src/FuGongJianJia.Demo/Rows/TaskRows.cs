using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Tasks;
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
                new(TaskSchema.Code, task.Code),
                new(TaskSchema.Title, task.Name),
                new(TaskSchema.Indicator, task.Indicator),
                new(TaskSchema.Origin, task.Origin),
                new(TaskSchema.Issuer, task.Issuer),
                new(TaskSchema.IssuedOn, task.IssuedOn),
                new(TaskSchema.DueOn, task.DueOn),
                new(TaskSchema.Priority, task.Priority),
                new(TaskSchema.CurrentStep, last.Word()),
                new(
                    TaskSchema.Status,
                    last == TaskStepKind.Exit ? "已办结"
                        : task.DueOn < period.End && last < TaskStepKind.Appraise ? "逾期"
                        : "办理中"
                ),
            ];
        }
    }
}
