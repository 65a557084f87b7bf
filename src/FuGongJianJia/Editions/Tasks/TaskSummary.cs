using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Tasks;

/// <summary>Tasks of a period（任务办理）.</summary>
public sealed record TaskSummary
{
    /// <summary>Period.</summary>
    public required Period Period { get; init; }

    /// <summary>Issued（下达）.</summary>
    public required int Issued { get; init; }

    /// <summary>Closed（办结: 退出 reached）.</summary>
    public required int Closed { get; init; }

    /// <summary>Of those due, reported back on time and not failed in appraisal（按期反馈）.</summary>
    public required int OnTime { get; init; }

    /// <summary>Due by the data date（到期）.</summary>
    public required int Due { get; init; }

    /// <summary>Overdue at the data date（逾期未办结）.</summary>
    public required int Overdue { get; init; }

    /// <summary>Sent back for redoing（退回重办）.</summary>
    public required int Returned { get; init; }

    /// <summary>按期反馈率, percent, rounded; null when nothing was due.</summary>
    public decimal? OnTimeRate { get; init; }

    /// <summary>The eight steps in order.</summary>
    public required ImmutableArray<StepSummary> Steps { get; init; }

    /// <summary>The tasks themselves, by code.</summary>
    public required ImmutableArray<TaskView> Tasks { get; init; }
}

/// <summary>One of the eight steps（一步）.</summary>
/// <param name="Kind">Step.</param>
/// <param name="Reached">Tasks that reached it.</param>
/// <param name="MedianDays">Median days from the step before; null where none.</param>
/// <param name="NinetiethDays">90th percentile of the same.</param>
public sealed record StepSummary(TaskStepKind Kind, int Reached, decimal? MedianDays, decimal? NinetiethDays);

/// <summary>A task as the public sees it（任务）: the flow without opinions.</summary>
/// <param name="Code">任务编码.</param>
/// <param name="Name">任务名称.</param>
/// <param name="Indicator">指标编码.</param>
/// <param name="IssuerName">下达单位.</param>
/// <param name="IssuedOn">下达日期.</param>
/// <param name="DueOn">要求完成日期.</param>
/// <param name="Reached">Furthest step.</param>
/// <param name="ReportedOn">反馈日期: the day its last unit first reported back; null while one has not.</param>
/// <param name="ClosedOn">办结日期.</param>
/// <param name="OnTime">按期反馈, by every unit and none failed in appraisal; null when not yet due nor closed.</param>
/// <param name="Units">Codes of the units that took it on.</param>
public sealed record TaskView(
    string Code,
    string Name,
    string? Indicator,
    string IssuerName,
    DateOnly IssuedOn,
    DateOnly DueOn,
    TaskStepKind Reached,
    DateOnly? ReportedOn,
    DateOnly? ClosedOn,
    bool? OnTime,
    ImmutableArray<string> Units
);
