namespace FuGongJianJia.Import.Tables.Needs;

/// <summary>Need（需求）: 需求上报 → 分析研判 → 政策调整.</summary>
public sealed record Need
{
    /// <summary>需求编码.</summary>
    public required string Code { get; init; }

    /// <summary>上报组织.</summary>
    public required string Organisation { get; init; }

    /// <summary>上报日期.</summary>
    public required DateOnly ReportedOn { get; init; }

    /// <summary>类别.</summary>
    public required string Category { get; init; }

    /// <summary>内容摘要.</summary>
    public required string Summary { get; init; }

    /// <summary>研判日期.</summary>
    public DateOnly? AnalysedOn { get; init; }

    /// <summary>研判结论.</summary>
    public string? Conclusion { get; init; }

    /// <summary>办理单位.</summary>
    public string? Handler { get; init; }

    /// <summary>答复日期.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>政策调整.</summary>
    public bool PolicyChanged { get; init; }

    /// <summary>调整内容.</summary>
    public string? PolicyChange { get; init; }

    /// <summary>文号.</summary>
    public string? Document { get; init; }
}
