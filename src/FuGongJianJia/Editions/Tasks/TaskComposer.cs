using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>
/// Process measures of tasks（任务办理）. One task has many executors: it is on time when every unit that took it on (领办;
/// where nobody did, every unit it was distributed to, else everyone who reported) reported back by the due date and no
/// appraisal failed (settings: 不合格评价); it is closed when 退出 was reached, by the issuer or by every executor.
/// </summary>
internal static class TaskComposer
{
    /// <summary>Null when the period has none.</summary>
    public static TaskSummary? Of(PeriodData data, Settings settings, DateOnly dataDate, Func<string, string> nameOf)
    {
        if (data.Tasks.IsEmpty)
        {
            return null;
        }

        var tasks = data
            .Tasks.OrderBy(t => t.Code, StringComparer.Ordinal)
            .Select(t => new TaskProgress(t, dataDate, settings.FailedAppraisals))
            .ToList();
        var due = tasks.FindAll(t => t.Task.DueOn <= dataDate);
        var onTime = due.Count(t => t.OnTime == true);
        return new TaskSummary
        {
            Period = data.Period,
            Issued = tasks.Count,
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
        };
    }

    private static ImmutableArray<StepSummary> Steps(List<TaskProgress> tasks) =>
        [
            .. Vocabulary.Steps.Select(kind =>
            {
                var steps = tasks.Select(t => (Task: t, Steps: t.Steps.Where(s => s.Kind == kind).ToList())).ToList();
                var days = steps.SelectMany(x => x.Steps.Select(s => x.Task.DaysBefore(s))).OfType<int>().ToList();
                return new StepSummary(
                    kind,
                    steps.Count(x => x.Steps.Count > 0),
                    Quantiles.Days(days, 0.5m),
                    Quantiles.Days(days, 0.9m)
                );
            }),
        ];
}
