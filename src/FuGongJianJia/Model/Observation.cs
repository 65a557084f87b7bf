namespace FuGongJianJia.Model;

/// <summary>Observation（指标值）: what one union reported for one indicator.</summary>
public sealed record Observation
{
    /// <summary>组织编码.</summary>
    public required string Organisation { get; init; }

    /// <summary>指标编码.</summary>
    public required string Indicator { get; init; }

    /// <summary>状态.</summary>
    public required ObservationState State { get; init; }

    /// <summary>分子.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>分母, never 0 when reported.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>数值: a count, or a percent when no 分子/分母 was given; 1 or 0 for 是 or 否.</summary>
    public decimal? Value { get; init; }

    /// <summary>The word of a 分档 named by words.</summary>
    public string? Word { get; init; }

    /// <summary>约数.</summary>
    public bool Approximate { get; init; }

    /// <summary>上报日期.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>备注 (internal; never published).</summary>
    public string? Remark { get; init; }
}
