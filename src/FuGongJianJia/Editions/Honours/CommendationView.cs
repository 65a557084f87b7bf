using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Honours;

/// <summary>A commendation as pages show it（表彰）.</summary>
public sealed record CommendationView
{
    /// <summary>表彰编码.</summary>
    public required string Code { get; init; }

    /// <summary>类别.</summary>
    public required CommendationKind Kind { get; init; }

    /// <summary>对象名称, masked where publication is not allowed.</summary>
    public required string Recipient { get; init; }

    /// <summary>所在组织, its code or a free name; null when not given or not public.</summary>
    public string? Organisation { get; init; }

    /// <summary>Name of 所在组织; empty when not given or not public.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>True when that organisation has a page.</summary>
    public bool OrganisationPublic { get; init; }

    /// <summary>荣誉名称.</summary>
    public required string Honour { get; init; }

    /// <summary>级别.</summary>
    public required HonourLevel Level { get; init; }

    /// <summary>授予单位.</summary>
    public required string Grantor { get; init; }

    /// <summary>文号.</summary>
    public string? Document { get; init; }

    /// <summary>授予日期.</summary>
    public required DateOnly GrantedOn { get; init; }

    /// <summary>状态: 公示中 or 已授予.</summary>
    public required CommendationStatus Status { get; init; }
}
