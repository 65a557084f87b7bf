using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>Organisation（组织）.</summary>
public sealed record Organisation
{
    /// <summary>组织编码: the key, path-safe (letters, digits, hyphen; 1–40 characters).</summary>
    public required string Code { get; init; }

    /// <summary>组织名称.</summary>
    public required string Name { get; init; }

    /// <summary>简称; the name when none was given.</summary>
    public required string ShortName { get; init; }

    /// <summary>层级.</summary>
    public required Level Level { get; init; }

    /// <summary>上级编码; null for the district.</summary>
    public string? Parent { get; init; }

    /// <summary>组织类型.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>单位类别.</summary>
    public required UnitCategory Category { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public string? CreditCode { get; init; }

    /// <summary>行政区划代码.</summary>
    public string? DivisionCode { get; init; }

    /// <summary>职工数.</summary>
    public int? Workers { get; init; }

    /// <summary>会员数.</summary>
    public int? Members { get; init; }

    /// <summary>女会员数.</summary>
    public int? FemaleMembers { get; init; }

    /// <summary>成立日期.</summary>
    public DateOnly? Founded { get; init; }

    /// <summary>状态.</summary>
    public OrganisationStatus Status { get; init; } = OrganisationStatus.Normal;

    /// <summary>沿革编码: codes this union came from, or (合并) the one it went into.</summary>
    public ImmutableArray<string> Lineage { get; init; } = [];

    /// <summary>公开: false keeps the union off the public site and reports; it still counts in its town.</summary>
    public bool IsPublic { get; init; } = true;
}
