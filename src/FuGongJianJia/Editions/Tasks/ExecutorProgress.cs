using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>What one executor did with a task by the data date（一个单位的办理情况）.</summary>
/// <param name="Unit">办理单位; the issuer itself where it has named nobody.</param>
/// <param name="State">Where it stands.</param>
/// <param name="FirstReportOn">首次反馈; null when there is none.</param>
/// <param name="AcceptedReportOn">通过的反馈: the last before the appraisal that passed; null when none has.</param>
internal sealed record ExecutorProgress(
    string Unit,
    ExecutorState State,
    DateOnly? FirstReportOn,
    DateOnly? AcceptedReportOn
)
{
    /// <summary>Folds the steps that concern the executor into its state. Pure.</summary>
    /// <param name="task">The task; of its steps nothing is read.</param>
    /// <param name="unit">The executor.</param>
    /// <param name="taken">True when it took the task on（领办）.</param>
    /// <param name="own">反馈, 评价 and 退出 that concern it, in order, up to the data date.</param>
    /// <param name="dataDate">数据截止日期.</param>
    /// <param name="fails">True of an appraisal that sends the work back.</param>
    public static ExecutorProgress Of(
        WorkTask task,
        string unit,
        bool taken,
        IEnumerable<TaskStep> own,
        DateOnly dataDate,
        Func<TaskStep, bool> fails
    )
    {
        var stage = taken ? ExecutorStage.AwaitingReport : ExecutorStage.AwaitingUptake;
        var since = taken ? task.DueOn : task.IssuedOn;
        DateOnly? first = null;
        DateOnly? last = null;
        DateOnly? accepted = null;
        foreach (var step in own)
        {
            // Where the steps end: what comes after is said of others.
            if (stage == ExecutorStage.Withdrawn)
            {
                break;
            }

            switch (step.Kind)
            {
                case TaskStepKind.ReportBack:
                    first ??= step.On;
                    last = step.On;
                    if (stage is not (ExecutorStage.Settled or ExecutorStage.AwaitingAppraisal))
                    {
                        (stage, since) = (ExecutorStage.AwaitingAppraisal, step.On);
                    }

                    break;
                // An appraisal of all is none of who has not reported.
                case TaskStepKind.Appraise when last is not null || step.Unit == unit:
                    (stage, since, accepted) = fails(step)
                        ? (ExecutorStage.Returned, step.On, null)
                        : (ExecutorStage.Settled, step.On, last);
                    break;
                // The task's own end does not do the work again that was sent back.
                case TaskStepKind.Exit
                    when stage != ExecutorStage.Settled && (stage != ExecutorStage.Returned || step.Unit == unit):
                    (stage, since) = (ExecutorStage.Withdrawn, step.On);
                    break;
            }
        }

        var late = stage is ExecutorStage.AwaitingUptake or ExecutorStage.AwaitingReport && task.DueOn < dataDate;
        var days = stage is ExecutorStage.Settled or ExecutorStage.Withdrawn
            ? 0
            : Math.Max(0, dataDate.DayNumber - since.DayNumber);
        return new(unit, new(stage, days, late), first, accepted);
    }
}
