using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.GuidanceLadder;

/// <summary>Guidance（指导）; named only in internal documents.</summary>
public sealed record Guidance
{
    /// <summary>指导编码.</summary>
    public required string Code { get; init; }

    /// <summary>对象组织.</summary>
    public required string Organisation { get; init; }

    /// <summary>类型.</summary>
    public required GuidanceRung Rung { get; init; }

    /// <summary>关联任务.</summary>
    public string? Task { get; init; }

    /// <summary>指标编码: what it is about where no task says so.</summary>
    public string? Indicator { get; init; }

    /// <summary>事由 (internal).</summary>
    public required string Matter { get; init; }

    /// <summary>发出日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>要求整改日期.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>整改完成日期.</summary>
    public DateOnly? RectifiedOn { get; init; }

    /// <summary>结果.</summary>
    public string Result { get; init; } = "";

    /// <summary>文号 of the letter; empty when not given.</summary>
    public string Document { get; init; } = "";

    /// <summary>备注 (internal).</summary>
    public string? Remark { get; init; }
}
