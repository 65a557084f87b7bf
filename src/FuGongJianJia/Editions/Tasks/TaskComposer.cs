using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>Process measures of tasks（任务办理）, by task and by executor.</summary>
internal static class TaskComposer
{
    /// <summary>Null when there are none.</summary>
    public static TaskSummary? Of(Period period, ImmutableArray<TaskProgress> tasks, OrganisationNames names)
    {
        if (tasks.IsEmpty)
        {
            return null;
        }

        var due = tasks.Where(t => t is { IsDue: true, HasFlow: true }).ToList();
        return new TaskSummary
        {
            Period = period,
            Issued = tasks.Length,
            Closed = tasks.Count(t => t.IsClosed),
            Due = tasks.Count(t => t.IsDue),
            FirstReports = Punctual(due, t => t.IsReportedInTime, (t, e) => t.IsInTime(e)),
            AcceptedReports = Punctual(due, t => t.IsAcceptedInTime, (t, e) => t.IsAccepted(e)),
            Executors = tasks.Sum(t => t.Named.Count()),
            Stages = Stages(tasks.SelectMany(t => t.Executors)),
            Steps = Steps(tasks),
            Tasks = [.. tasks.OrderBy(t => t.Task.Code, StringComparer.Ordinal).Select(t => View(t, names))],
        };
    }

    private static PunctualReports Punctual(
        List<TaskProgress> due,
        Func<TaskProgress, bool> task,
        Func<TaskProgress, ExecutorProgress, bool> executor
    ) => new(Share.Of(due, task), Share.Of(due.SelectMany(t => t.Named.Select(e => executor(t, e))), inTime => inTime));

    private static ImmutableArray<StageCount> Stages(IEnumerable<ExecutorProgress> executors) =>
        [
            .. executors
                .GroupBy(e => e.State.Stage, e => e.State)
                .OrderBy(g => g.Key)
                .Select(g => new StageCount(g.Key, g.Count(), g.Count(s => s.IsOverdue), g.Max(s => s.Days))),
        ];

    private static TaskView View(TaskProgress task, OrganisationNames names) =>
        new()
        {
            Code = task.Task.Code,
            Name = task.Task.Name,
            Indicator = task.Task.Indicator,
            IssuerName = names.Name(task.Task.Issuer),
            IssuedOn = task.Task.IssuedOn,
            DueOn = task.Task.DueOn,
            IsDue = task.IsDue,
            Reached = task.Reached,
            ReportedOn = task.ReportedOn,
            ClosedOn = task.ClosedOn,
            InTime = Share.Of(task.Named, task.IsInTime),
            Settled = Share.Of(task.Named, e => !e.State.IsOpen),
            Executors =
            [
                .. task
                    .Named.Where(e => names.IsPublic(e.Unit))
                    .Select(e => new TaskExecutor(
                        e.Unit,
                        e.State.Stage switch
                        {
                            ExecutorStage.AwaitingAppraisal => ExecutorProgressKind.Reported,
                            ExecutorStage.Settled => ExecutorProgressKind.Settled,
                            ExecutorStage.Withdrawn => ExecutorProgressKind.Withdrawn,
                            _ => ExecutorProgressKind.Working,
                        }
                    )),
            ],
        };

    private static ImmutableArray<StepSummary> Steps(ImmutableArray<TaskProgress> tasks)
    {
        var steps = tasks
            .SelectMany(t => t.Steps.Select(s => (s.Kind, Task: t, Days: t.DaysBefore(s))))
            .ToLookup(s => s.Kind);
        return
        [
            .. Vocabulary.Steps.Select(kind =>
            {
                var days = steps[kind].Select(s => s.Days).OfType<int>().ToList();
                return new StepSummary(
                    kind,
                    steps[kind].Select(s => s.Task).Distinct().Count(),
                    Quantiles.Days(days, 0.5m),
                    Quantiles.Days(days, 0.9m)
                );
            }),
        ];
    }
}
