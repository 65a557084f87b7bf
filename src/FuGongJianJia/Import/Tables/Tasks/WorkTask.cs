using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Tasks;

/// <summary>Task（任务）with its flow（任务流转）in order.</summary>
public sealed record WorkTask
{
    /// <summary>任务编码.</summary>
    public required string Code { get; init; }

    /// <summary>任务名称.</summary>
    public required string Name { get; init; }

    /// <summary>指标编码.</summary>
    public string? Indicator { get; init; }

    /// <summary>来源.</summary>
    public string Origin { get; init; } = "";

    /// <summary>下达单位.</summary>
    public required string Issuer { get; init; }

    /// <summary>下达日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>要求完成日期.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>优先级.</summary>
    public string Priority { get; init; } = "";

    /// <summary>当前步骤.</summary>
    public TaskStepKind? CurrentStep { get; init; }

    /// <summary>状态.</summary>
    public string Status { get; init; } = "";

    /// <summary>任务流转, by 序号.</summary>
    public ImmutableArray<TaskStep> Steps { get; init; } = [];
}

/// <summary>A step in a task's flow（任务流转）.</summary>
/// <param name="Ordinal">序号.</param>
/// <param name="Kind">步骤.</param>
/// <param name="Unit">办理单位.</param>
/// <param name="On">日期.</param>
/// <param name="Result">结果.</param>
/// <param name="Appraisal">评价等次.</param>
/// <param name="Opinion">意见 (internal).</param>
public sealed record TaskStep(
    int Ordinal,
    TaskStepKind Kind,
    string Unit,
    DateOnly On,
    string Result,
    string? Appraisal,
    string? Opinion
);
