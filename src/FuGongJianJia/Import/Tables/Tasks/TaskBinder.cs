using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Tasks;

/// <summary>Reads 任务 and 任务流转, and checks the eight steps.</summary>
internal sealed class TaskBinder
{
    private readonly PeriodTables _tables;
    private readonly OrganisationIndex _organisations;
    private readonly IndicatorIndex _indicators;
    private readonly SortedDictionary<string, WorkTask> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePlace> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    private TaskBinder(PeriodTables tables, OrganisationIndex organisations, IndicatorIndex indicators) =>
        (_tables, _organisations, _indicators) = (tables, organisations, indicators);

    /// <summary>Tasks by code, each with its steps in order.</summary>
    public static ImmutableArray<WorkTask> Read(
        PeriodTables tables,
        OrganisationIndex organisations,
        IndicatorIndex indicators
    )
    {
        var binder = new TaskBinder(tables, organisations, indicators);
        var read = binder.ReadTasks();
        if (!tables.Has(TaskSchema.Table) && tables.Has(TaskStepSchema.Table))
        {
            tables.Bag.Add(
                TableCodes.UnknownTask,
                tables.PlaceOf(TaskStepSchema.Table),
                "有“任务流转”，却没有“任务”，流转记录对不上是哪些任务。" + "请把任务表也导出来，或者把任务流转删掉。"
            );
        }

        foreach (var (code, flow) in binder.ReadFlows(read))
        {
            binder.Follow(code, flow);
        }

        if (
            binder._tasks.Count > 0
            && tables.Has(TaskStepSchema.Table)
            && binder._tasks.Values.Count(t => t.Steps.IsEmpty) is > 0 and var bare
        )
        {
            tables.Bag.Add(
                ProcessCodes.NoSteps,
                tables.PlaceOf(TaskSchema.Table),
                $"有 {bare} 项任务没有流转记录，不能统计用时。"
            );
        }

        return [.. binder._tasks.Values];
    }

    private bool ReadTasks()
    {
        var keys = new KeyGuard();
        return _tables.Read(
            TaskSchema.Table,
            row =>
            {
                var code = row.Code(TaskSchema.Code);
                if (Bind(row, code) is not { } task)
                {
                    _broken.Add(code);
                    _tables.AddUnreadable(TaskSchema.Table, code);
                }
                else if (keys.IsFirst(row, TaskSchema.Code, code))
                {
                    _tasks.Add(code, task);
                    _places[code] = row.At(TaskSchema.CurrentStep);
                }
            }
        );
    }

    private WorkTask? Bind(DataRow row, string code)
    {
        var name = row.Text(TaskSchema.Title);
        var indicator = _indicators.Read(row, TaskSchema.Indicator);
        var issuer = row.Organisation(TaskSchema.Issuer, _organisations);
        var issued = row.Date(TaskSchema.IssuedOn);
        var due = row.Date(TaskSchema.DueOn);
        var step = row.Word(TaskSchema.CurrentStep, TaskVocabulary.Steps);
        var origin = row.Text(TaskSchema.Origin);
        var priority = row.Text(TaskSchema.Priority);
        var status = row.Text(TaskSchema.Status);
        if (due < issued)
        {
            row.Report(
                ProcessCodes.DueBeforeIssue,
                TaskSchema.DueOn,
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

    /// <summary>The steps of each task in order.</summary>
    private SortedDictionary<string, List<PlacedStep>> ReadFlows(bool tasksRead)
    {
        var flows = new SortedDictionary<string, List<PlacedStep>>(StringComparer.Ordinal);
        var keys = new KeyGuard();
        _tables.Read(
            TaskStepSchema.Table,
            row =>
            {
                var code = row.Code(TaskStepSchema.Task);
                if (BindStep(row) is not { } step)
                {
                    _broken.Add(code);
                }
                else if (!_tasks.ContainsKey(code))
                {
                    if (tasksRead && !_broken.Contains(code))
                    {
                        row.Report(
                            TableCodes.UnknownTask,
                            TaskStepSchema.Task,
                            $"任务表里没有任务{Diagnostic.Quote(code)}。{Suggest.Phrase(code, _tasks.Keys)}"
                        );
                    }
                }
                else if (keys.IsFirst(row, TaskStepSchema.Ordinal, $"{code}\u001F{step.Step.Ordinal}"))
                {
                    if (!flows.TryGetValue(code, out var flow))
                    {
                        flows.Add(code, flow = []);
                    }

                    flow.Add(step);
                }
            }
        );

        // A flow with an unreadable step has a hole; judging the rest of it would only confuse.
        foreach (var code in flows.Keys.Where(_broken.Contains).ToList())
        {
            flows.Remove(code);
        }

        foreach (var flow in flows.Values)
        {
            flow.Sort((a, b) => a.Step.Ordinal.CompareTo(b.Step.Ordinal));
        }

        return flows;
    }

    private PlacedStep? BindStep(DataRow row)
    {
        var ordinal = row.Whole(TaskStepSchema.Ordinal);
        var kind = row.Word(TaskStepSchema.Step, TaskVocabulary.Steps);
        var unit = row.Organisation(TaskStepSchema.Unit, _organisations);
        var on = row.Date(TaskStepSchema.On);
        var result = row.Text(TaskStepSchema.Result);
        var appraisal = row.TextOrNull(TaskStepSchema.Appraisal);
        var opinion = row.TextOrNull(TaskStepSchema.Opinion);
        return row.Failed || unit is null
            ? null
            : new(
                new(ordinal!.Value, kind!.Value, unit.Code, on!.Value, result, appraisal, opinion),
                row.At(TaskStepSchema.Step),
                row.At(TaskStepSchema.On),
                row.At(TaskStepSchema.Unit)
            );
    }

    /// <summary>Gives the task its steps and compares them with what the task says of itself.</summary>
    private void Follow(string code, List<PlacedStep> flow)
    {
        var task = _tasks[code];
        var sound = TaskFlow.Check(task, flow, _organisations, _tables.Bag);
        _tasks[code] = task with { Steps = [.. flow.Select(s => s.Step)] };
        var last = flow[^1].Step;
        if (
            sound
            && task.CurrentStep is { } current
            && !flow.Any(s => s.Step.Kind == current && s.Step.Ordinal >= last.Ordinal - 1)
            && current != last.Kind
        )
        {
            _tables.Bag.Add(
                ProcessCodes.StepMismatch,
                _places[code],
                $"任务 {code} 的当前步骤是“{current.Word()}”，流转记录的最后一步却是“{last.Kind.Word()}”，以流转记录为准。"
            );
        }
    }
}
