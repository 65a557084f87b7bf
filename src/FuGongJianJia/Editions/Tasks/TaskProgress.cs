using System.Collections.Immutable;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>
/// What became of one task by the data date（任务进展）, executor by executor. An executor is every unit that took it on
/// (领办), and every unit it was distributed to (分办) of which neither itself nor one below it has; where nobody is named,
/// the issuer holds it. A step of a unit above, the issuer among them, concerns all executors below it.
/// </summary>
internal sealed class TaskProgress
{
    /// <summary>Follows a task.</summary>
    /// <param name="task">任务 with its steps.</param>
    /// <param name="dataDate">数据截止日期: later steps are not known yet.</param>
    /// <param name="failed">Words of an appraisal that sends the work back（不合格评价）.</param>
    /// <param name="isWithin">True when the first unit is the second or stands below it.</param>
    public TaskProgress(
        WorkTask task,
        DateOnly dataDate,
        ImmutableArray<string> failed,
        Func<string, string, bool> isWithin
    )
    {
        Task = task;
        Steps = [.. task.Steps.Where(s => s.On <= dataDate).OrderBy(s => s.Ordinal)];
        Reached = Steps.IsEmpty ? task.CurrentStep ?? TaskStepKind.Issue : Steps.Max(s => s.Kind);
        IsDue = task.DueOn <= dataDate;

        var takers = Units(TaskStepKind.TakeOn);
        if (takers.Count == 0 && Units(TaskStepKind.Distribute).Count == 0)
        {
            // Without a record of who took it on, who reported did.
            takers = Units(TaskStepKind.ReportBack);
        }

        var waiting = Units(TaskStepKind.Distribute).Where(d => !takers.Exists(t => isWithin(t, d))).ToList();
        var executors = takers.Concat(waiting).ToHashSet(StringComparer.Ordinal);
        if (executors.Count == 0 && HasFlow)
        {
            executors.Add(task.Issuer);
        }

        Executors =
        [
            .. executors
                .Order(StringComparer.Ordinal)
                .Select(u =>
                    ExecutorProgress.Of(
                        task,
                        u,
                        takers.Contains(u, StringComparer.Ordinal),
                        Steps.Where(s =>
                            s.Kind is TaskStepKind.ReportBack or TaskStepKind.Appraise or TaskStepKind.Exit
                            && (
                                s.Unit == u
                                || (!executors.Contains(s.Unit) && (s.Unit == task.Issuer || isWithin(u, s.Unit)))
                            )
                        ),
                        dataDate,
                        step => failed.Any(f => Says(step.Appraisal, f) || Says(step.Result, f))
                    )
                ),
        ];
        IsClosed = HasFlow ? Executors.All(e => !e.State.IsOpen) : task.CurrentStep == TaskStepKind.Exit;
        ClosedOn =
            IsClosed && HasFlow ? Steps.Where(s => s.Kind >= TaskStepKind.Appraise).Max(s => (DateOnly?)s.On) : null;
        ReportedOn = Executors.Any(e => e.FirstReportOn is null) ? null : Executors.Max(e => e.FirstReportOn);
    }

    public WorkTask Task { get; }

    public ImmutableArray<TaskStep> Steps { get; }

    public ImmutableArray<ExecutorProgress> Executors { get; }

    /// <summary>The executors without the issuer that has named nobody.</summary>
    public IEnumerable<ExecutorProgress> Named => Executors.Where(e => e.Unit != Task.Issuer);

    /// <summary>False where only the task's current step is known: then nothing can be said of executors.</summary>
    public bool HasFlow => !Task.Steps.IsEmpty;

    /// <summary>到期.</summary>
    public bool IsDue { get; }

    /// <summary>办结: nobody has anything left to do with it.</summary>
    public bool IsClosed { get; }

    public DateOnly? ReportedOn { get; }

    public DateOnly? ClosedOn { get; }

    public TaskStepKind Reached { get; }

    /// <summary>True when every executor first reported back by the due date.</summary>
    public bool IsReportedInTime => !Executors.IsEmpty && Executors.All(IsInTime);

    /// <summary>True when of every executor a report made by the due date was accepted.</summary>
    public bool IsAcceptedInTime => !Executors.IsEmpty && Executors.All(IsAccepted);

    /// <summary>True when it first reported back by the due date.</summary>
    public bool IsInTime(ExecutorProgress executor) => executor.FirstReportOn <= Task.DueOn;

    /// <summary>True when a report made by the due date was accepted.</summary>
    public bool IsAccepted(ExecutorProgress executor) => executor.AcceptedReportOn <= Task.DueOn;

    /// <summary>
    /// Days since the step before: the furthest earlier step of the flow, the same unit's where it took that one
    /// too, since a unit waits for its own; a second 反馈 counts from the 评价 that sent it back. Null for the first.
    /// </summary>
    public int? DaysBefore(TaskStep step)
    {
        TaskStep? before = null;
        foreach (var earlier in Steps)
        {
            if (IsBefore(earlier, step) && (before is null || IsNearer(earlier, before, step)))
            {
                before = earlier;
            }
        }

        return before is null ? null : Math.Max(0, step.On.DayNumber - before.On.DayNumber);
    }

    private static bool IsBefore(TaskStep earlier, TaskStep step) =>
        earlier.Ordinal < step.Ordinal
        && (
            earlier.Kind < step.Kind
            || (
                earlier.Kind == TaskStepKind.Appraise
                && step.Kind == TaskStepKind.ReportBack
                && earlier.Unit == step.Unit
            )
        );

    // Further along the flow, or as far and not another unit's where the one before is the unit's own.
    private static bool IsNearer(TaskStep candidate, TaskStep before, TaskStep step) =>
        candidate.Kind > before.Kind
        || (candidate.Kind == before.Kind && (candidate.Unit == step.Unit || before.Unit != step.Unit));

    private static bool Says(string? text, string word) =>
        text is not null && text.Contains(word, StringComparison.Ordinal);

    private List<string> Units(TaskStepKind kind) =>
        [.. Steps.Where(s => s.Kind == kind).Select(s => s.Unit).Distinct(StringComparer.Ordinal)];
}
