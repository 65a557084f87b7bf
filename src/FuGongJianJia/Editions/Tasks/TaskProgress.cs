using System.Collections.Immutable;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>What became of one task by the data date（任务进展）.</summary>
internal sealed class TaskProgress
{
    private readonly ImmutableArray<string> _failed;

    public TaskProgress(WorkTask task, DateOnly dataDate, ImmutableArray<string> failed)
    {
        (Task, _failed) = (task, failed);
        Steps = [.. task.Steps.Where(s => s.On <= dataDate).OrderBy(s => s.Ordinal)];
        Executors = [.. Units(TaskStepKind.TakeOn, TaskStepKind.Distribute, TaskStepKind.ReportBack)];
        var exits = Steps.Where(s => s.Kind == TaskStepKind.Exit).ToList();
        Closed =
            exits.Count > 0
                ? exits.Exists(e => !Executors.Contains(e.Unit)) || Executors.All(u => exits.Exists(e => e.Unit == u))
                : task.Steps.IsEmpty && task.CurrentStep == TaskStepKind.Exit;
        ClosedOn = Closed && exits.Count > 0 ? exits.Max(e => e.On) : null;
        Reached = Steps.IsEmpty ? task.CurrentStep ?? TaskStepKind.Issue : Steps.Max(s => s.Kind);
        Returned =
            Steps.Any(s => s.Result.Contains("退回", StringComparison.Ordinal))
            || Steps
                .Where(
                    (s, n) =>
                        s.Kind == TaskStepKind.ReportBack
                        && Steps.Take(n).Any(e => e.Kind == TaskStepKind.Appraise)
                        && Steps.Take(n).Any(e => e.Kind == TaskStepKind.ReportBack && e.Unit == s.Unit)
                )
                .Any();
        Open = [.. Executors.Where(u => !exits.Exists(e => e.Unit == u || !Executors.Contains(e.Unit)))];
        Overdue = !Closed && task.DueOn < dataDate;
        var reports = Executors
            .Select(u => Steps.Where(s => s.Kind == TaskStepKind.ReportBack && s.Unit == u).Min(s => (DateOnly?)s.On))
            .ToList();
        ReportedOn = reports.Contains(null) ? null : reports.Max();
        OnTime = !Closed && task.DueOn > dataDate ? null : Executors.Length > 0 && Executors.All(Punctual);
    }

    public WorkTask Task { get; }

    public ImmutableArray<TaskStep> Steps { get; }

    public ImmutableArray<string> Executors { get; }

    public ImmutableArray<string> Open { get; }

    public bool Closed { get; }

    public DateOnly? ReportedOn { get; }

    public DateOnly? ClosedOn { get; }

    public TaskStepKind Reached { get; }

    public bool Returned { get; }

    public bool Overdue { get; }

    public bool? OnTime { get; }

    /// <summary>
    /// Days since the step before: the furthest earlier step of the flow, the same unit's where it took that one
    /// too, since a unit waits for its own; a second 反馈 counts from the 评价 that sent it back. Null for the first.
    /// </summary>
    public int? DaysBefore(TaskStep step)
    {
        var earlier = Steps
            .Where(s =>
                s.Ordinal < step.Ordinal
                && (
                    s.Kind < step.Kind
                    || (s.Kind == TaskStepKind.Appraise && step.Kind == TaskStepKind.ReportBack && s.Unit == step.Unit)
                )
            )
            .ToList();
        var furthest = earlier.Count == 0 ? step.Kind : earlier.Max(s => s.Kind);
        var before =
            earlier.LastOrDefault(s => s.Kind == furthest && s.Unit == step.Unit)
            ?? earlier.LastOrDefault(s => s.Kind == furthest);
        return before is null ? null : Math.Max(0, step.On.DayNumber - before.On.DayNumber);
    }

    private bool Punctual(string unit) =>
        Steps.Any(s => s.Kind == TaskStepKind.ReportBack && s.Unit == unit && s.On <= Task.DueOn)
        && !(
            Steps.LastOrDefault(s => s.Kind == TaskStepKind.Appraise && s.Unit == unit) is { } last
            && _failed.Any(f =>
                (last.Appraisal ?? "").Contains(f, StringComparison.Ordinal)
                || last.Result.Contains(f, StringComparison.Ordinal)
            )
        );

    private List<string> Units(params TaskStepKind[] kinds) =>
        kinds
            .Select(k =>
                Steps
                    .Where(s => s.Kind == k)
                    .Select(s => s.Unit)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
                    .ToList()
            )
            .FirstOrDefault(units => units.Count > 0)
        ?? [];
}
