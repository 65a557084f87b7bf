using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>Why a unit is not ranked（不参加排名的原因）.</summary>
public abstract record NotRanked
{
    private NotRanked() { }

    /// <summary>The district stands alone（全区）.</summary>
    public sealed record District : NotRanked;

    /// <summary>It is not public（不公开）.</summary>
    public sealed record NotPublic : NotRanked;

    /// <summary>Its status: 新建, 合并, 撤销.</summary>
    /// <param name="Status">状态.</param>
    public sealed record ByStatus(OrganisationStatus Status) : NotRanked;

    /// <summary>No index has a value（无可计分数据）.</summary>
    public sealed record NoValue : NotRanked;

    /// <summary>It reported too little（覆盖率）.</summary>
    /// <param name="Coverage">Its coverage, percent, rounded.</param>
    /// <param name="Minimum">What is required, percent（排名最低覆盖率）.</param>
    public sealed record LowCoverage(decimal Coverage, decimal Minimum) : NotRanked;

    /// <summary>Too few of its group can be ranked（排名最小组规模）.</summary>
    /// <param name="Minimum">How many are required.</param>
    public sealed record SmallGroup(int Minimum) : NotRanked;
}
