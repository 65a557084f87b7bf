using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// Registers of the office（内部台账）: what an export holds beyond what pages show, so that nothing is asked for in vain.
/// </summary>
/// <param name="Units">单位名册, by code.</param>
/// <param name="Events">活动台账, by date, then code.</param>
/// <param name="Pairs">结对台账, by code; names are masked where publication was not agreed to.</param>
/// <param name="Visits">家访台账, by unit.</param>
/// <param name="Awards">表彰台账, by date, then code.</param>
public sealed record Registers(
    ImmutableArray<RegisteredUnit> Units,
    ImmutableArray<OfficeEvent> Events,
    ImmutableArray<RegisteredPair> Pairs,
    ImmutableArray<RegisteredVisits> Visits,
    ImmutableArray<RegisteredAward> Awards
)
{
    /// <summary>None of them.</summary>
    public static Registers None { get; } = new([], [], [], [], []);
}

/// <summary>An activity as the office has it（活动台账的一行）.</summary>
/// <param name="Shown">What pages show of it.</param>
/// <param name="Kind">类型.</param>
/// <param name="Programme">专项; empty when it belongs to none.</param>
/// <param name="CoOrganiser">协办; empty when there is none.</param>
/// <param name="Funds">经费, 元; null when not given.</param>
public sealed record OfficeEvent(ActivityView Shown, string Kind, string Programme, string CoOrganiser, decimal? Funds);

/// <summary>A unit（单位名册的一行）.</summary>
/// <param name="Code">组织编码.</param>
/// <param name="Name">组织名称.</param>
/// <param name="UpperName">Name of the unit above; empty for the district.</param>
/// <param name="Level">层级.</param>
/// <param name="Kind">组织类型.</param>
/// <param name="Category">单位类别.</param>
/// <param name="CreditCode">统一社会信用代码; empty when not given.</param>
/// <param name="DivisionCode">行政区划代码; empty when not given.</param>
/// <param name="Workers">职工数.</param>
/// <param name="Members">会员数.</param>
/// <param name="FemaleMembers">女会员数.</param>
/// <param name="Status">状态.</param>
/// <param name="IsPublic">公开.</param>
public sealed record RegisteredUnit(
    string Code,
    string Name,
    string UpperName,
    Level Level,
    OrganisationKind Kind,
    UnitCategory Category,
    string CreditCode,
    string DivisionCode,
    int? Workers,
    int? Members,
    int? FemaleMembers,
    OrganisationStatus Status,
    bool IsPublic
);

/// <summary>A pair of mentor and apprentice（结对台账的一行）.</summary>
/// <param name="Code">结对编码.</param>
/// <param name="UnitName">组织.</param>
/// <param name="Mentor">师傅.</param>
/// <param name="Apprentice">徒弟.</param>
/// <param name="Skill">技能方向; empty when not given.</param>
/// <param name="Start">开始日期.</param>
/// <param name="End">结束日期.</param>
/// <param name="Goal">目标; empty when not given.</param>
/// <param name="Completed">完成.</param>
public sealed record RegisteredPair(
    string Code,
    string UnitName,
    string Mentor,
    string Apprentice,
    string Skill,
    DateOnly Start,
    DateOnly? End,
    string Goal,
    bool Completed
);

/// <summary>Home visits of a unit（家访台账的一行）.</summary>
/// <param name="UnitName">组织.</param>
/// <param name="Due">应访人数.</param>
/// <param name="Made">实访人数.</param>
/// <param name="Priority">重点对象数.</param>
/// <param name="Problems">反映问题数.</param>
/// <param name="Solved">已解决数.</param>
/// <param name="AccidentChange">事故同比, percent.</param>
public sealed record RegisteredVisits(
    string UnitName,
    int Due,
    int Made,
    int? Priority,
    int? Problems,
    int? Solved,
    decimal? AccidentChange
);

/// <summary>A commendation（表彰台账的一行）.</summary>
/// <param name="Code">表彰编码.</param>
/// <param name="Recipient">对象名称, masked where publication is not allowed.</param>
/// <param name="Honour">荣誉名称.</param>
/// <param name="Level">级别.</param>
/// <param name="Grantor">授予单位.</param>
/// <param name="Document">文号; empty when there is none.</param>
/// <param name="GrantedOn">授予日期.</param>
/// <param name="Status">状态.</param>
/// <param name="Basis">公开依据; empty when not given.</param>
public sealed record RegisteredAward(
    string Code,
    string Recipient,
    string Honour,
    HonourLevel Level,
    string Grantor,
    string Document,
    DateOnly GrantedOn,
    CommendationStatus Status,
    string Basis
);
