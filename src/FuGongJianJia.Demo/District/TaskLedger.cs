using System.Collections.Immutable;

namespace FuGongJianJia.Demo.District;

/// <summary>The tasks of a year（任务台账）, and who works on which.</summary>
internal sealed class TaskLedger
{
    private readonly ILookup<string, DemoTask> _byExecutor;

    public TaskLedger(IEnumerable<DemoTask> tasks)
    {
        Tasks = [.. tasks];
        _byExecutor = Tasks
            .SelectMany(t => t.Executors.Select(unit => (Unit: unit, Task: t)))
            .ToLookup(x => x.Unit, x => x.Task, StringComparer.Ordinal);
    }

    /// <summary>By code.</summary>
    public ImmutableArray<DemoTask> Tasks { get; }

    /// <summary>Those that a unit took on.</summary>
    public IEnumerable<DemoTask> Of(string unit) => _byExecutor[unit];

    /// <summary>True when a unit missed the day of one of its tasks.</summary>
    public bool WasLate(string unit) => Of(unit).Any(t => t.IsLate(unit));
}
