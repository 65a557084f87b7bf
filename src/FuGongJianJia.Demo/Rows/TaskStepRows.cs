using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;

namespace FuGongJianJia.Demo.Rows;

/// <summary>任务流转.csv: the steps that tasks had taken by the last day of the period.</summary>
internal static class TaskStepRows
{
    public static IEnumerable<DemoCell[]> Of(DemoWorld world, Period period)
    {
        foreach (var task in DemoTask.Issued(world, period))
        {
            var ordinal = 0;
            foreach (var step in task.StepsBy(period.End))
            {
                yield return
                [
                    new(TaskStepSchema.Task, task.Code),
                    new(TaskStepSchema.Ordinal, ++ordinal),
                    new(TaskStepSchema.Step, step.Kind.Word()),
                    new(TaskStepSchema.Unit, step.Unit),
                    new(TaskStepSchema.On, step.On),
                    new(TaskStepSchema.Result, step.Result),
                    new(TaskStepSchema.Appraisal, step.Appraisal),
                    new(TaskStepSchema.Opinion, step.Opinion),
                ];
            }
        }
    }
}
