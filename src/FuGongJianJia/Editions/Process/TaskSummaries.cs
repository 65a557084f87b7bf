using System.Collections.Immutable;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Process;

/// <summary>
/// Process measures of tasks（任务办理）. One task has many executors: it is on time when every unit that took it on (领办;
/// where nobody
/// did, every unit it was distributed to, else everyone who reported) reported back by the due date and no appraisal
/// failed (settings: 不合格评价); it is closed when 退出 was
/// reached, by the issuer or by every executor.
/// </summary>
internal static class TaskSummaries
{
    public static TaskSummary? Of(
        PeriodData data,
        Settings settings,
        DateOnly dataDate,
        Func<string, string> nameOf,
        Func<string, Level> levelOf
    )
    {
        if (data.Tasks.IsEmpty)
        {
            return null;
        }

        var tasks = data
            .Tasks.OrderBy(t => t.Code, StringComparer.Ordinal)
            .Select(t => new Progress(t, dataDate, settings.FailedAppraisals))
            .ToList();
        var due = tasks.FindAll(t => t.Task.DueOn <= dataDate);
        var onTime = due.Count(t => t.OnTime == true);
        var summary = new TaskSummary
        {
            Issued = tasks.Count,
            TakenOn = tasks.Count(t => t.Steps.Any(s => s.Kind == TaskStepKind.TakeOn)),
            Closed = tasks.Count(t => t.Closed),
            OnTime = onTime,
            Due = due.Count,
            Overdue = tasks.Count(t => t.Overdue),
            Returned = tasks.Count(t => t.Returned),
            OnTimeRate =
                due.Count == 0 ? null : decimal.Round(onTime * 100m / due.Count, 2, MidpointRounding.AwayFromZero),
            Steps = Steps(tasks, _ => true, byTask: true),
            StepsByLevel =
            [
                .. Enum.GetValues<Level>()
                    .Where(l => tasks.Exists(t => t.Steps.Any(s => levelOf(s.Unit) == l)))
                    .Select(l => new LevelSteps(l, Steps(tasks, s => levelOf(s.Unit) == l, byTask: false))),
            ],
            Tasks =
            [
                .. tasks.Select(t => new TaskView(
                    t.Task.Code,
                    t.Task.Name,
                    t.Task.Indicator,
                    nameOf(t.Task.Issuer),
                    t.Task.IssuedOn,
                    t.Task.DueOn,
                    t.Reached,
                    t.ReportedOn,
                    t.ClosedOn,
                    t.OnTime,
                    t.Executors
                )),
            ],
            Finding = "",
        };
        return summary with { Finding = ProcessWords.Tasks(summary, data.Period) };
    }

    public static ImmutableArray<OverdueTask> Overdue(
        PeriodData data,
        Settings settings,
        DateOnly dataDate,
        Func<string, string> nameOf,
        Func<string, string> townOf
    ) =>
        [
            .. data
                .Tasks.Select(t => new Progress(t, dataDate, settings.FailedAppraisals))
                .Where(t => t.Overdue)
                .SelectMany(t =>
                    t.Open.DefaultIfEmpty(t.Task.Issuer)
                        .Select(unit => new OverdueTask(
                            t.Task.Code,
                            t.Task.Name,
                            unit,
                            nameOf(unit),
                            townOf(unit),
                            t.Task.DueOn,
                            dataDate.DayNumber - t.Task.DueOn.DayNumber
                        ))
                )
                .OrderByDescending(o => o.DaysLate)
                .ThenBy(o => o.Task, StringComparer.Ordinal)
                .ThenBy(o => o.Unit, StringComparer.Ordinal),
        ];

    private static ImmutableArray<StepSummary> Steps(List<Progress> tasks, Func<TaskStep, bool> counts, bool byTask) =>
        [
            .. Vocabulary.Steps.Select(kind =>
            {
                var steps = tasks
                    .Select(t => (Task: t, Steps: t.Steps.Where(s => s.Kind == kind && counts(s)).ToList()))
                    .ToList();
                var days = steps.SelectMany(x => x.Steps.Select(s => x.Task.DaysBefore(s))).OfType<int>().ToList();
                return new StepSummary(
                    kind,
                    byTask ? steps.Count(x => x.Steps.Count > 0) : steps.Sum(x => x.Steps.Count),
                    Quantiles.Days(days, 0.5m),
                    Quantiles.Days(days, 0.9m)
                );
            }),
        ];

    /// <summary>What became of one task by the data date.</summary>
    private sealed class Progress
    {
        private readonly ImmutableArray<string> _failed;

        public Progress(WorkTask task, DateOnly dataDate, ImmutableArray<string> failed)
        {
            (Task, this._failed) = (task, failed);
            Steps = [.. task.Steps.Where(s => s.On <= dataDate).OrderBy(s => s.Ordinal)];
            Executors = [.. Units(TaskStepKind.TakeOn, TaskStepKind.Distribute, TaskStepKind.ReportBack)];
            var exits = Steps.Where(s => s.Kind == TaskStepKind.Exit).ToList();
            Closed =
                exits.Count > 0
                    ? exits.Exists(e => !Executors.Contains(e.Unit))
                        || Executors.All(u => exits.Exists(e => e.Unit == u))
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
                .Select(u =>
                    Steps.Where(s => s.Kind == TaskStepKind.ReportBack && s.Unit == u).Min(s => (DateOnly?)s.On)
                )
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
        /// too, since a unit waits for
        /// its own; a second 反馈 counts from the 评价 that sent it back. Null for the first.
        /// </summary>
        public int? DaysBefore(TaskStep step)
        {
            var earlier = Steps
                .Where(s =>
                    s.Ordinal < step.Ordinal
                    && (
                        s.Kind < step.Kind
                        || (
                            s.Kind == TaskStepKind.Appraise
                            && step.Kind == TaskStepKind.ReportBack
                            && s.Unit == step.Unit
                        )
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
}
