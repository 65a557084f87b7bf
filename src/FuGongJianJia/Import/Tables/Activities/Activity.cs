using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Activities;

/// <summary>Activity（活动）.</summary>
public sealed record Activity
{
    /// <summary>活动编码.</summary>
    public required string Code { get; init; }

    /// <summary>活动名称.</summary>
    public required string Name { get; init; }

    /// <summary>类型（劳模助企、大讲堂、培训、家访、疗休养、文体、慰问、会议 …）.</summary>
    public required string Kind { get; init; }

    /// <summary>专项, such as 五提升·关爱服务.</summary>
    public string? Programme { get; init; }

    /// <summary>主办组织.</summary>
    public required string Organiser { get; init; }

    /// <summary>协办.</summary>
    public string? CoOrganiser { get; init; }

    /// <summary>开始日期.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>结束日期.</summary>
    public required DateOnly End { get; init; }

    /// <summary>地点.</summary>
    public string? Place { get; init; }

    /// <summary>参与人数.</summary>
    public int? Headcount { get; init; }

    /// <summary>约数.</summary>
    public bool Approximate { get; init; }

    /// <summary>人次或人数.</summary>
    public HeadcountKind HeadcountKind { get; init; }

    /// <summary>场次.</summary>
    public int Sessions { get; init; } = 1;

    /// <summary>经费(元).</summary>
    public decimal? Funds { get; init; }

    /// <summary>摘要.</summary>
    public string? Summary { get; init; }
}
