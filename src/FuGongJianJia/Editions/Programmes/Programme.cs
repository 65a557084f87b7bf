using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Programmes;

/// <summary>A programme（专题）over all periods.</summary>
public sealed record Programme
{
    /// <summary>ASCII address part.</summary>
    public required string Slug { get; init; }

    /// <summary>Title, such as 劳模助企 or 五提升.</summary>
    public required string Title { get; init; }

    /// <summary>What it is（专题说明）, Markdown of input/programmes; empty when nobody wrote it.</summary>
    public string About { get; init; } = "";

    /// <summary>File of that text below input/; empty when there is none.</summary>
    public string File { get; init; } = "";

    /// <summary>
    /// The period its finding speaks of: the newest year with activities, else the newest period with any, else the
    /// newest year; null when there is none of these.
    /// </summary>
    public Period? Period { get; init; }

    /// <summary>Totals by period, newest first.</summary>
    public required ImmutableArray<(Period Period, ActivityTotal Total)> Totals { get; init; }

    /// <summary>
    /// Months of <see cref="Period"/> from its first to its last, by the day an activity begins; empty without
    /// activities.
    /// </summary>
    public ImmutableArray<ProgrammeMonth> Months { get; init; } = [];

    /// <summary>
    /// The district's indicator that counts sessions of this programme（计划）: its target is the plan. Null when the
    /// catalogue has none.
    /// </summary>
    public ProgrammeIndicator? Plan { get; init; }

    /// <summary>
    /// The district's indicator that is worked out from the same visits（走访指标）; null when the catalogue has none.
    /// </summary>
    public ProgrammeIndicator? Measured { get; init; }

    /// <summary>Parts of a 专项（五提升·关爱服务 …）by year; empty for a kind.</summary>
    public ImmutableArray<ProgrammePart> Parts { get; init; } = [];

    /// <summary>Its activities, newest first.</summary>
    public ImmutableArray<ActivityView> Activities { get; init; } = [];

    /// <summary>Slugs of its cases.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>Pairings by period, newest first（拜师结对 only）.</summary>
    public ImmutableArray<PairingTotal> Pairings { get; init; } = [];

    /// <summary>
    /// Pairs of the first of <see cref="Pairings"/> whose union is public, by skill, then union, then start.
    /// </summary>
    public ImmutableArray<PairView> Pairs { get; init; } = [];

    /// <summary>Home visits by period, newest first（大家访 only）.</summary>
    public ImmutableArray<HomeVisitTotal> HomeVisits { get; init; } = [];
}

/// <summary>A month of a programme（一个月的开展情况）.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Activities">Activities that began in it.</param>
/// <param name="Sessions">Their 场次.</param>
public sealed record ProgrammeMonth(int Month, int Activities, int Sessions);

/// <summary>An indicator that tells of a programme, of the district in the programme's period（专题的指标）.</summary>
/// <param name="Code">指标编码.</param>
/// <param name="Name">指标名称.</param>
/// <param name="Target">Target of the whole year; null for rules without one.</param>
/// <param name="Value">What was reported or pooled; null when nothing was, or the public does not see it.</param>
public sealed record ProgrammeIndicator(string Code, string Name, decimal? Target, Reported? Value);

/// <summary>A part of a 专项（组成部分）.</summary>
/// <param name="Name">Such as 关爱服务.</param>
/// <param name="Years">By year, newest first; years without it are not here. Of data without a year, by period.</param>
public sealed record ProgrammePart(string Name, ImmutableArray<(Period Period, ActivityTotal Total)> Years);

/// <summary>Pairings of a period（结对）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Made">Pairs made.</param>
/// <param name="Due">Of these, whose term ended by the last day of the period, or that completed it before.</param>
/// <param name="Completed">Of these, that completed their term.</param>
public sealed record PairingTotal(Period Period, int Made, int Due, int Completed);

/// <summary>
/// A pair as pages show it（师徒）: nobody is named who did not agree, or whose term ended without completion.
/// </summary>
/// <param name="Skill">技能方向; empty when not given.</param>
/// <param name="Organisation">组织编码 of the union.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="Start">开始日期.</param>
/// <param name="End">结束日期.</param>
/// <param name="Names">师傅 and 徒弟; null when they are not for the public.</param>
public sealed record PairView(
    string Skill,
    string Organisation,
    string OrganisationName,
    DateOnly Start,
    DateOnly? End,
    (string Mentor, string Apprentice)? Names
);

/// <summary>Home visits of a period（家访）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Due">应访, people.</param>
/// <param name="Made">实访, people.</param>
/// <param name="Priority">重点对象 among those visited, people; null when nobody told.</param>
/// <param name="Problems">反映问题.</param>
/// <param name="Solved">已解决.</param>
public sealed record HomeVisitTotal(Period Period, int Due, int Made, int? Priority, int Problems, int Solved);
