using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Screening;

/// <summary>
/// Screening before commendation（评先资格审查表）: a union a row, by town and code, so that nobody reads a place. For the
/// office alone; it proposes nobody.
/// </summary>
/// <param name="Indicators">What is looked at, in the order of the catalogue.</param>
/// <param name="Units">Grass-roots unions that stand, public or not, by town, then code.</param>
/// <param name="LeftOut">Grass-roots unions of the period that stand no more, by code.</param>
/// <param name="MinimumCoverage">排名最低覆盖率, percent: who reported less is 待核.</param>
/// <param name="LeastTotal">评先.最低总指数; 0 when there is no bar.</param>
/// <param name="MendBy">补正期限: three months after the period.</param>
/// <param name="ReportBy">补报期限: fifteen days after the period.</param>
public sealed record ScreeningTable(
    ImmutableArray<ScreenedIndicator> Indicators,
    ImmutableArray<ScreenedUnit> Units,
    ImmutableArray<LeftOutUnit> LeftOut,
    decimal MinimumCoverage,
    decimal LeastTotal,
    DateOnly MendBy,
    DateOnly ReportBy
)
{
    /// <summary>True where the settings have a scheme of stars and the period gives them.</summary>
    public bool HasStars { get; init; }

    /// <summary>How many have a verdict.</summary>
    public int Count(ScreeningVerdict verdict) => Units.Count(u => u.Verdict == verdict);
}

/// <summary>An indicator of the screening（审查指标）.</summary>
/// <param name="Code">指标编码.</param>
/// <param name="Name">指标名称.</param>
/// <param name="Demand">What is asked.</param>
/// <param name="Unit">单位, such as 个.</param>
public sealed record ScreenedIndicator(string Code, string Name, Demand Demand, string Unit);

/// <summary>A union that stands no more（不在表内）.</summary>
/// <param name="Name">组织名称.</param>
/// <param name="Standing">What became of it.</param>
public sealed record LeftOutUnit(string Name, UnitStanding Standing);

/// <summary>A union that was screened（审查表的一行）.</summary>
public sealed record ScreenedUnit
{
    /// <summary>组织编码.</summary>
    public required string Code { get; init; }

    /// <summary>组织名称.</summary>
    public required string Name { get; init; }

    /// <summary>Code of its town, the district's for those right below it.</summary>
    public required string Town { get; init; }

    /// <summary>简称 of its town.</summary>
    public required string TownName { get; init; }

    /// <summary>正常 or 新建.</summary>
    public required UnitStanding Standing { get; init; }

    /// <summary>结论.</summary>
    public required ScreeningVerdict Verdict { get; init; }

    /// <summary>The evidence, in the order of the table's indicators.</summary>
    public required ImmutableArray<ScreenedValue> Values { get; init; }

    /// <summary>覆盖率, percent.</summary>
    public required decimal Coverage { get; init; }

    /// <summary>总指数; null when there is none.</summary>
    public decimal? Total { get; init; }

    /// <summary>True when it reported too little.</summary>
    public bool LacksCoverage { get; init; }

    /// <summary>True when its total is under the bar of the settings.</summary>
    public bool LacksTotal { get; init; }

    /// <summary>How many indicators of all it left out or are in doubt（缺报、存疑）.</summary>
    public int Unanswered { get; init; }

    /// <summary>星级; null when it has none.</summary>
    public string? Star { get; init; }

    /// <summary>表彰 of the period to the union itself（集体）, 公示中 or 已授予, by date, then code.</summary>
    public ImmutableArray<ScreenedAward> Awards { get; init; } = [];
}

/// <summary>A value that was looked at（依据）.</summary>
/// <param name="Row">The row of the catalogue; null when the union is not asked.</param>
/// <param name="Demand">What is asked.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="State">状态.</param>
/// <param name="Value">What was reported, or the marks in its place; null when nothing was.</param>
/// <param name="ReportedOn">上报日期.</param>
public sealed record ScreenedValue(
    Indicator? Row,
    Demand Demand,
    Outcome Outcome,
    ObservationState State,
    Reported? Value,
    DateOnly? ReportedOn
);

/// <summary>A commendation of a union that was screened（表彰）.</summary>
/// <param name="Code">表彰编码.</param>
/// <param name="Honour">荣誉名称.</param>
/// <param name="Document">文号; empty when there is none.</param>
/// <param name="GrantedOn">授予日期.</param>
/// <param name="Status">状态.</param>
public sealed record ScreenedAward(
    string Code,
    string Honour,
    string Document,
    DateOnly GrantedOn,
    CommendationStatus Status
);
