using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables;

/// <summary>Reads 任务 and 任务流转, and checks the eight steps.</summary>
internal static class TaskBinder
{
    /// <summary>Tasks by code, each with its steps in order.</summary>
    public static ImmutableArray<WorkTask> Read(PeriodContext context)
    {
        var tasks = new SortedDictionary<string, WorkTask>(StringComparer.Ordinal);
        var places = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        var broken = new HashSet<string>(StringComparer.Ordinal);
        var keys = new KeyGuard();
        var read = context.Read(
            TaskTable.Spec,
            row =>
            {
                var code = row.Code(TaskTable.Code);
                if (Bind(context, row, code) is not { } task)
                {
                    broken.Add(code);
                }
                else if (keys.IsFirst(row, TaskTable.Code, code))
                {
                    tasks.Add(code, task);
                    places[code] = row.At(TaskTable.CurrentStep);
                }
            }
        );

        if (!context.Has(TaskTable.Spec) && context.Has(TaskStepTable.Spec))
        {
            context.Bag.Add(
                TableCodes.UnknownTask,
                context.PlaceOf(TaskStepTable.Spec),
                "有“任务流转”，却没有“任务”，流转记录对不上是哪些任务。请把任务表也导出来，或者把任务流转删掉。"
            );
        }

        var steps = Steps(context, tasks, broken, read);
        foreach (var (code, flow) in steps)
        {
            var task = tasks[code];
            var sound = TaskFlow.Check(task, flow, context);
            tasks[code] = task with { Steps = [.. flow.Select(s => s.Step)] };
            if (
                sound
                && task.CurrentStep is { } current
                && !flow.Any(s => s.Step.Kind == current && s.Step.Ordinal >= flow[^1].Step.Ordinal - 1)
                && current != flow[^1].Step.Kind
            )
            {
                context.Bag.Add(
                    ProcessCodes.StepMismatch,
                    places[code],
                    $"任务 {code} 的当前步骤是“{current.Word()}”，流转记录的最后一步却是“{flow[^1].Step.Kind.Word()}”，以流转记录为准。"
                );
            }
        }

        if (
            tasks.Count > 0
            && context.Has(TaskStepTable.Spec)
            && tasks.Values.Count(t => t.Steps.IsEmpty) is > 0 and var bare
        )
        {
            context.Bag.Add(
                ProcessCodes.NoSteps,
                context.PlaceOf(TaskTable.Spec),
                $"有 {bare} 项任务没有流转记录，不能统计用时。"
            );
        }

        return [.. tasks.Values];
    }

    private static WorkTask? Bind(PeriodContext context, DataRow row, string code)
    {
        var name = row.Text(TaskTable.Title);
        var indicator = context.Indicators.Read(row, TaskTable.Indicator);
        var issuer = row.Organisation(TaskTable.Issuer, context.Organisations);
        var issued = row.Date(TaskTable.IssuedOn);
        var due = row.Date(TaskTable.DueOn);
        var step = row.Word(TaskTable.CurrentStep, WordLists.Steps);
        var (origin, priority, status) = (
            row.Text(TaskTable.Origin),
            row.Text(TaskTable.Priority),
            row.Text(TaskTable.Status)
        );
        if (due < issued)
        {
            row.Report(
                ProcessCodes.DueBeforeIssue,
                TaskTable.DueOn,
                $"要求完成日期 {due:yyyy-MM-dd} 早于下达日期 {issued:yyyy-MM-dd}。请核对。"
            );
        }

        return row.Failed || issuer is null
            ? null
            : new()
            {
                Code = code,
                Name = name,
                Indicator = indicator,
                Origin = origin,
                Issuer = issuer.Code,
                IssuedOn = issued!.Value,
                DueOn = due!.Value,
                Priority = priority,
                CurrentStep = step,
                Status = status,
            };
    }

    private static SortedDictionary<string, List<PlacedStep>> Steps(
        PeriodContext context,
        SortedDictionary<string, WorkTask> tasks,
        HashSet<string> broken,
        bool tasksRead
    )
    {
        var flows = new SortedDictionary<string, List<PlacedStep>>(StringComparer.Ordinal);
        var keys = new KeyGuard();
        context.Read(
            TaskStepTable.Spec,
            row =>
            {
                var code = row.Code(TaskStepTable.Task);
                var ordinal = row.Whole(TaskStepTable.Ordinal);
                var kind = row.Word(TaskStepTable.Step, WordLists.Steps);
                var unit = row.Organisation(TaskStepTable.Unit, context.Organisations);
                var on = row.Date(TaskStepTable.On);
                var result = row.Text(TaskStepTable.Result);
                var appraisal = row.TextOrNull(TaskStepTable.Appraisal);
                var opinion = row.TextOrNull(TaskStepTable.Opinion);
                if (row.Failed || unit is null)
                {
                    broken.Add(code);
                    return;
                }

                if (!tasks.ContainsKey(code))
                {
                    if (tasksRead && !broken.Contains(code))
                    {
                        row.Report(
                            TableCodes.UnknownTask,
                            TaskStepTable.Task,
                            $"任务表里没有任务{DataRow.Quote(code)}。{Suggest.Phrase(code, tasks.Keys)}"
                        );
                    }

                    return;
                }

                if (!keys.IsFirst(row, TaskStepTable.Ordinal, $"{code}\u001F{ordinal}"))
                {
                    return;
                }

                if (!flows.TryGetValue(code, out var flow))
                {
                    flows.Add(code, flow = []);
                }

                flow.Add(
                    new(
                        new(ordinal!.Value, kind!.Value, unit.Code, on!.Value, result, appraisal, opinion),
                        row.At(TaskStepTable.Step),
                        row.At(TaskStepTable.On),
                        row.At(TaskStepTable.Unit)
                    )
                );
            }
        );

        // A flow with an unreadable step has a hole; judging the rest of it would only confuse.
        foreach (var code in flows.Keys.Where(broken.Contains).ToList())
        {
            flows.Remove(code);
        }

        foreach (var flow in flows.Values)
        {
            flow.Sort((a, b) => a.Step.Ordinal.CompareTo(b.Step.Ordinal));
        }

        return flows;
    }
}

/// <summary>A step with the places of its cells.</summary>
internal sealed record PlacedStep(TaskStep Step, SourcePlace KindPlace, SourcePlace DatePlace, SourcePlace UnitPlace);
