using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>Process measures of tasks（任务办理）, by task and by executor.</summary>
internal static class TaskComposer
{
    // Of so many kinds there are.
    private static readonly int Kinds = Enum.GetValues<ExecutorProgressKind>().Length;

    /// <summary>Null when there are none.</summary>
    /// <param name="period">Period.</param>
    /// <param name="tasks">What became of each task.</param>
    /// <param name="guidance">指导 of the period.</param>
    /// <param name="threshold">小数保护阈值: of a task that fewer units have, nothing tells who of them was late.</param>
    /// <param name="names">Who belongs to which town, and who is public.</param>
    public static TaskSummary? Of(
        Period period,
        ImmutableArray<TaskProgress> tasks,
        ImmutableArray<Guidance> guidance,
        int threshold,
        OrganisationNames names
    )
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
            Tasks =
            [
                .. tasks
                    .OrderBy(t => t.Task.Code, StringComparer.Ordinal)
                    .Select(t => View(t, guidance, threshold, names)),
            ],
            Towns = Towns(tasks, names),
            Held = Held(tasks, names),
        };
    }

    // Of a task that is due, whose turn it is would say who is late: it is told only of many together.
    private static ExecutorProgressKind KindOf(TaskProgress task, ExecutorProgress executor, bool many = false) =>
        executor.State.Stage switch
        {
            ExecutorStage.Settled => ExecutorProgressKind.Settled,
            ExecutorStage.Withdrawn => ExecutorProgressKind.Withdrawn,
            _ when task.IsDue && !many => ExecutorProgressKind.Open,
            ExecutorStage.AwaitingAppraisal => ExecutorProgressKind.Reported,
            _ => ExecutorProgressKind.Working,
        };

    private static ImmutableArray<int> Counts(IEnumerable<ExecutorProgressKind> executors)
    {
        var counts = new int[Kinds];
        foreach (var kind in executors)
        {
            counts[(int)kind]++;
        }

        return [.. counts];
    }

    private static ImmutableArray<TownTaskCounts> Towns(ImmutableArray<TaskProgress> tasks, OrganisationNames names) =>
        [
            .. tasks
                .SelectMany(t => t.Named, (t, e) => (Task: t.Task.Code, Executor: e, Kind: KindOf(t, e)))
                .GroupBy(x => names.Town(x.Executor.Unit), StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new TownTaskCounts(
                    g.Key,
                    Counts(g.Select(x => x.Kind)),
                    [
                        .. g.Where(x => x.Executor.State.IsOpen)
                            .Select(x => x.Task)
                            .Distinct(StringComparer.Ordinal)
                            .Order(StringComparer.Ordinal),
                    ]
                )),
        ];

    private static ImmutableArray<HeldTasks> Held(ImmutableArray<TaskProgress> tasks, OrganisationNames names) =>
        [
            .. tasks
                .SelectMany(t => t.Executors, (t, e) => (Holder: e.State.Holder(t.Task.Issuer, e.Unit), e.State.Days))
                .Where(x => x.Holder is not null)
                .GroupBy(x => names.Level(x.Holder!), x => x.Days)
                .OrderBy(g => g.Key)
                .Select(g => new HeldTasks(g.Key, g.Count(), Quantiles.Days(g, 0.5m), g.Max())),
        ];

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

    private static TaskView View(
        TaskProgress task,
        ImmutableArray<Guidance> guidance,
        int threshold,
        OrganisationNames names
    )
    {
        var tells = task.Named.Count() >= threshold;
        // Where all that are open are alike, their number would say of each what its own page does not.
        var mixed = task
            .Named.Where(e => e.State.IsOpen)
            .Select(e => e.State.Stage == ExecutorStage.AwaitingAppraisal)
            .Distinct()
            .Skip(1)
            .Any();
        return new()
        {
            Code = task.Task.Code,
            Name = task.Task.Name,
            Indicator = task.Task.Indicator,
            Issuer = names.IsPublic(task.Task.Issuer) ? task.Task.Issuer : "",
            IssuerName = names.Name(task.Task.Issuer),
            IssuedOn = task.Task.IssuedOn,
            DueOn = task.Task.DueOn,
            IsDue = task.IsDue,
            Reached = task.Reached,
            ReportedOn = tells ? task.ReportedOn : null,
            ClosedOn = task.ClosedOn,
            InTime = tells ? Share.Of(task.Named, task.IsInTime) : null,
            Settled = Share.Of(task.Named, e => !e.State.IsOpen),
            Executors =
            [
                .. task.Named.Where(e => names.IsPublic(e.Unit)).Select(e => new TaskExecutor(e.Unit, KindOf(task, e))),
            ],
            Progress = Counts(task.Named.Select(e => KindOf(task, e, tells && mixed))),
            Steps = StepsOf(task, tells),
            Guidance = tells ? GuidanceComposer.Issued(guidance.Where(g => g.Task == task.Task.Code)) : null,
        };
    }

    // Until the task is given out it lies with who gives it out: the days of that are nobody else's.
    private static ImmutableArray<TaskStepView> StepsOf(TaskProgress task, bool tells) =>
        [
            .. task
                .Steps.GroupBy(s => s.Kind)
                .OrderBy(g => g.Key)
                .Select(g =>
                {
                    var shown = tells || g.Key < TaskStepKind.TakeOn;
                    return new TaskStepView(
                        g.Key,
                        g.DistinctBy(s => s.Unit).Count(),
                        shown ? g.Min(s => s.On) : null,
                        shown ? g.Max(s => s.On) : null,
                        shown ? Quantiles.Days(g.Select(task.DaysBefore).OfType<int>(), 0.5m) : null
                    );
                }),
        ];

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
