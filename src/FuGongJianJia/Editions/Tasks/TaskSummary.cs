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
}

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

    /// <summary>反馈日期: the day its last executor first reported back; null while one has not.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>办结日期: the day it was closed; null while it is not.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Executors whose first report came by the due date, of all（首次反馈按期）.</summary>
    public required Share InTime { get; init; }

    /// <summary>Executors that have nothing left to do, of all（办结）.</summary>
    public required Share Settled { get; init; }

    /// <summary>Executors that are public, by code: how far each is, and not whether it is late.</summary>
    public ImmutableArray<TaskExecutor> Executors { get; init; } = [];
}

/// <summary>An executor as the public sees it（办理单位）.</summary>
/// <param name="Unit">组织编码.</param>
/// <param name="Progress">How far it is.</param>
public sealed record TaskExecutor(string Unit, ExecutorProgressKind Progress);

/// <summary>How far an executor is（办理进度）, without blame: who is late is the office's to know.</summary>
public enum ExecutorProgressKind
{
    /// <summary>办理中.</summary>
    Working,

    /// <summary>已反馈, waiting for the issuer.</summary>
    Reported,

    /// <summary>办结.</summary>
    Settled,

    /// <summary>退出.</summary>
    Withdrawn,
}
