using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// A task as the office follows it（任务全程）: every step by name, who holds what, the guidance that followed.
/// </summary>
public sealed record OfficeTask
{
    /// <summary>任务编码.</summary>
    public required string Code { get; init; }

    /// <summary>任务名称.</summary>
    public required string Name { get; init; }

    /// <summary>指标编码.</summary>
    public string? Indicator { get; init; }

    /// <summary>来源; empty when not given.</summary>
    public string Origin { get; init; } = "";

    /// <summary>优先级; empty when not given.</summary>
    public string Priority { get; init; } = "";

    /// <summary>状态 as the ledger has it; empty when not given. Who holds what is told by the steps.</summary>
    public string LedgerStatus { get; init; } = "";

    /// <summary>下达单位.</summary>
    public required string IssuerName { get; init; }

    /// <summary>下达日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>要求完成日期.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>任务流转, in order.</summary>
    public ImmutableArray<OfficeStep> Steps { get; init; } = [];

    /// <summary>Executor by executor, by code.</summary>
    public ImmutableArray<TaskMatter> Matters { get; init; } = [];

    /// <summary>指导 that followed, by date, then code.</summary>
    public ImmutableArray<NamedGuidance> Guided { get; init; } = [];

    /// <summary>True while somebody has to act.</summary>
    public bool IsOpen => Matters.Any(m => m.State.IsOpen);
}

/// <summary>A step of a task's flow（任务流转的一步）.</summary>
/// <param name="Kind">步骤.</param>
/// <param name="Unit">办理单位.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="On">日期.</param>
/// <param name="Days">Days since the step before; null for the first.</param>
/// <param name="Result">结果; empty when not given.</param>
/// <param name="Appraisal">评价等次; empty when not given.</param>
/// <param name="Opinion">意见; empty when not given.</param>
public sealed record OfficeStep(
    TaskStepKind Kind,
    string Unit,
    string UnitName,
    DateOnly On,
    int? Days,
    string Result,
    string Appraisal,
    string Opinion
);
