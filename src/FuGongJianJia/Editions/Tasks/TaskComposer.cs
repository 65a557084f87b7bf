using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>
/// Process measures of tasks（任务办理）. One task has many executors: it is on time when every unit that took it on (领办;
/// where nobody did, every unit it was distributed to, else everyone who reported) reported back by the due date and no
/// appraisal failed (settings: 不合格评价); it is closed when 退出 was reached, by the issuer or by every executor.
/// </summary>
internal static class TaskComposer
{
    /// <summary>Null when there are none.</summary>
    public static TaskSummary? Of(
        Period period,
        ImmutableArray<TaskProgress> tasks,
        DateOnly dataDate,
        OrganisationNames names
    )
    {
        if (tasks.IsEmpty)
        {
            return null;
        }

        var due = tasks.Where(t => t.Task.DueOn <= dataDate).ToList();
        var onTime = due.Count(t => t.OnTime == true);
        return new TaskSummary
        {
            Period = period,
            Issued = tasks.Length,
            Closed = tasks.Count(t => t.Closed),
            OnTime = onTime,
            Due = due.Count,
            Overdue = tasks.Count(t => t.Overdue),
            Returned = tasks.Count(t => t.Returned),
            OnTimeRate =
                due.Count == 0 ? null : decimal.Round(onTime * 100m / due.Count, 2, MidpointRounding.AwayFromZero),
            Steps = Steps(tasks),
            Tasks =
            [
                .. tasks
                    .OrderBy(t => t.Task.Code, StringComparer.Ordinal)
                    .Select(t => new TaskView(
                        t.Task.Code,
                        t.Task.Name,
                        t.Task.Indicator,
                        names.Name(t.Task.Issuer),
                        t.Task.IssuedOn,
                        t.Task.DueOn,
                        t.Reached,
                        t.ReportedOn,
                        t.ClosedOn,
                        t.OnTime,
                        t.Executors
                    )),
            ],
        };
    }

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
