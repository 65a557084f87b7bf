using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>Tasks of a period（任务办理）.</summary>
public sealed record TaskSummary
{
    /// <summary>Period.</summary>
    public required Period Period { get; init; }

    /// <summary>Issued（下达）.</summary>
    public required int Issued { get; init; }

    /// <summary>Closed（办结）: nobody has anything left to do with it.</summary>
    public required int Closed { get; init; }

    /// <summary>Due by the data date（到期）.</summary>
    public required int Due { get; init; }

    /// <summary>首次反馈按期, of what was due: the executor's first report came by the due date.</summary>
    public required PunctualReports FirstReports { get; init; }

    /// <summary>通过的反馈按期, of what was due: the report that was accepted came by the due date.</summary>
    public required PunctualReports AcceptedReports { get; init; }

    /// <summary>Executors by where they stand, in the order of the stages; none that nobody stands at.</summary>
    public required ImmutableArray<StageCount> Stages { get; init; }

    /// <summary>The eight steps in order.</summary>
    public required ImmutableArray<StepSummary> Steps { get; init; }

    /// <summary>The tasks themselves, by code.</summary>
    public required ImmutableArray<TaskView> Tasks { get; init; }

    /// <summary>单位次: executors of all tasks together; a unit counts once for each of its tasks.</summary>
    public required int Executors { get; init; }

    /// <summary>
    /// 单位 × 进度: executors by the town they belong to, by its code; the district's own are under the district's.
    /// </summary>
    public ImmutableArray<TownTaskCounts> Towns { get; init; } = [];

    /// <summary>在谁手里: what is not settled, by the level of who must act next, from the district down.</summary>
    public ImmutableArray<HeldTasks> Held { get; init; } = [];
}

/// <summary>Executors of a town（镇街的办理进度）: how many are how far, never which of them is late.</summary>
/// <param name="Town">Code of the town, or of the district.</param>
/// <param name="Counts">单位次 by <see cref="ExecutorProgressKind"/>.</param>
/// <param name="Open">编码 of the tasks that one of them has still to do with, in order.</param>
public sealed record TownTaskCounts(string Town, ImmutableArray<int> Counts, ImmutableArray<string> Open);

/// <summary>What lies with the units of one level（某一级手里的事）.</summary>
/// <param name="Level">Their level.</param>
/// <param name="Count">单位次.</param>
/// <param name="MedianDays">Median of the days that it has lain there; 0 of what is not due yet.</param>
/// <param name="LongestDays">The longest of them.</param>
public sealed record HeldTasks(Level Level, int Count, decimal? MedianDays, int LongestDays);

/// <summary>按期反馈率, told twice because the two answer different questions.</summary>
/// <param name="Tasks">By task（项）: all its executors were in time.</param>
/// <param name="Executors">By executor（单位次）.</param>
public sealed record PunctualReports(Share Tasks, Share Executors);

/// <summary>Executors at one stage（某一状态的单位次）.</summary>
/// <param name="Stage">Stage.</param>
/// <param name="Count">How many.</param>
/// <param name="Overdue">How many of them are overdue.</param>
/// <param name="LongestDays">The longest that one of them has waited, days; 0 for what is settled.</param>
public sealed record StageCount(ExecutorStage Stage, int Count, int Overdue, int LongestDays);

/// <summary>One of the eight steps（一步）.</summary>
/// <param name="Kind">Step.</param>
/// <param name="Reached">Tasks that reached it.</param>
/// <param name="MedianDays">Median days from the step before; null where none.</param>
/// <param name="NinetiethDays">90th percentile of the same.</param>
public sealed record StepSummary(TaskStepKind Kind, int Reached, decimal? MedianDays, decimal? NinetiethDays);

/// <summary>A task as the public sees it（任务）: the flow without opinions, executors in numbers.</summary>
public sealed record TaskView
{
    /// <summary>任务编码.</summary>
    public required string Code { get; init; }

    /// <summary>任务名称.</summary>
    public required string Name { get; init; }

    /// <summary>指标编码.</summary>
    public string? Indicator { get; init; }

    /// <summary>Code of the 下达单位; empty where it is not public.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>下达单位.</summary>
    public required string IssuerName { get; init; }

    /// <summary>下达日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>要求完成日期.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>True when it was due by the data date（到期）.</summary>
    public required bool IsDue { get; init; }

    /// <summary>Furthest step.</summary>
    public required TaskStepKind Reached { get; init; }

    /// <summary>
    /// 反馈日期: the day its last executor first reported back; null while one has not, and where so few have the task
    /// that it would tell who was late.
    /// </summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>办结日期: the day it was closed; null while it is not.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>
    /// Executors whose first report came by the due date, of all（首次反馈按期）; null where so few have the task that it
    /// would tell who was late（小数保护阈值）.
    /// </summary>
    public Share? InTime { get; init; }

    /// <summary>Executors that have nothing left to do, of all（办结）.</summary>
    public required Share Settled { get; init; }

    /// <summary>Executors that are public, by code: how far each is, and not whether it is late.</summary>
    public ImmutableArray<TaskExecutor> Executors { get; init; } = [];

    /// <summary>All its executors, public or not, by <see cref="ExecutorProgressKind"/>（各进度的单位数）.</summary>
    public ImmutableArray<int> Progress { get; init; } = [0, 0, 0, 0, 0];

    /// <summary>The steps it has taken, in order of the eight（走过的步骤）.</summary>
    public ImmutableArray<TaskStepView> Steps { get; init; } = [];

    /// <summary>
    /// 指导 that followed, by rung, mildest first; null where so few have the task that a count would name one.
    /// </summary>
    public ImmutableArray<int>? Guidance { get; init; }
}

/// <summary>One of the eight steps of a task（任务的一步）, all units that took it together.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Units">How many units took it.</param>
/// <param name="First">First day; null where so few have the task that it would tell who was late.</param>
/// <param name="Last">Last day, likewise.</param>
/// <param name="MedianDays">Median days from the step before, likewise.</param>
public sealed record TaskStepView(TaskStepKind Kind, int Units, DateOnly? First, DateOnly? Last, decimal? MedianDays);

/// <summary>An executor as the public sees it（办理单位）.</summary>
/// <param name="Unit">组织编码.</param>
/// <param name="Progress">How far it is.</param>
public sealed record TaskExecutor(string Unit, ExecutorProgressKind Progress);

/// <summary>
/// How far an executor is（办理进度）, without blame: who is late is the office's to know, so of a task that is due it is
/// not told of a single unit, or of few, whose turn it is.
/// </summary>
public enum ExecutorProgressKind
{
    /// <summary>办理中.</summary>
    Working,

    /// <summary>待评价: reported back, waiting for the issuer.</summary>
    Reported,

    /// <summary>未办结: one of the two before, of a task that is due.</summary>
    Open,

    /// <summary>办结.</summary>
    Settled,

    /// <summary>退出.</summary>
    Withdrawn,
}
