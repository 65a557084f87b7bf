using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// An organisation as readers see it（组织）: what pages, reports and open data show of it, and nothing that the export
/// holds beside, such as its credit code.
/// </summary>
public sealed record OrganisationView
{
    /// <summary>组织编码.</summary>
    public required string Code { get; init; }

    /// <summary>组织名称.</summary>
    public required string Name { get; init; }

    /// <summary>简称.</summary>
    public required string ShortName { get; init; }

    /// <summary>层级.</summary>
    public required Level Level { get; init; }

    /// <summary>上级编码; null for the district.</summary>
    public string? Parent { get; init; }

    /// <summary>组织类型.</summary>
    public required OrganisationKind Kind { get; init; }

    /// <summary>单位类别.</summary>
    public required UnitCategory Category { get; init; }

    /// <summary>职工数.</summary>
    public int? Workers { get; init; }

    /// <summary>会员数.</summary>
    public int? Members { get; init; }

    /// <summary>成立日期.</summary>
    public DateOnly? Founded { get; init; }

    internal static OrganisationView Of(Organisation organisation) =>
        new()
        {
            Code = organisation.Code,
            Name = organisation.Name,
            ShortName = organisation.ShortName,
            Level = organisation.Level,
            Parent = organisation.Parent,
            Kind = organisation.Kind,
            Category = organisation.Category,
            Workers = organisation.Workers,
            Members = organisation.Members,
            Founded = organisation.Founded,
        };
}
