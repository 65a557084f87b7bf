using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Commendations;

/// <summary>Commendation（表彰）; only what an award document published.</summary>
public sealed record Commendation
{
    /// <summary>表彰编码.</summary>
    public required string Code { get; init; }

    /// <summary>类别.</summary>
    public required CommendationKind Kind { get; init; }

    /// <summary>对象名称, already masked by the privacy rules where publication is not allowed.</summary>
    public required string Recipient { get; init; }

    /// <summary>所在组织.</summary>
    public string? Organisation { get; init; }

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

    /// <summary>状态.</summary>
    public CommendationStatus Status { get; init; } = CommendationStatus.Granted;

    /// <summary>公开依据.</summary>
    public string Basis { get; init; } = "";
}
