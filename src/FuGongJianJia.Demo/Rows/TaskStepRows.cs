using FuGongJianJia.Demo.District;
using FuGongJianJia.Import.Schema;
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
                    new(TaskStepTable.Task, task.Code),
                    new(TaskStepTable.Ordinal, ++ordinal),
                    new(TaskStepTable.Step, step.Kind.Word()),
                    new(TaskStepTable.Unit, step.Unit),
                    new(TaskStepTable.On, step.On),
                    new(TaskStepTable.Result, step.Result),
                    new(TaskStepTable.Appraisal, step.Appraisal),
                    new(TaskStepTable.Opinion, step.Opinion),
                ];
            }
        }
    }
}
