using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Activities;

/// <summary>Activities of a period（活动）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Totals">One entry a kind.</param>
/// <param name="Activities">The activities, newest first, of public organisers.</param>
public sealed record ActivitySummary(
    Period Period,
    ImmutableArray<ActivityTotal> Totals,
    ImmutableArray<ActivityView> Activities
);

/// <summary>Totals of a kind of activity; 人 and 人次 are never added together.</summary>
/// <param name="Kind">类型.</param>
/// <param name="Activities">项数.</param>
/// <param name="Sessions">场次.</param>
/// <param name="People">人.</param>
/// <param name="Attendances">人次.</param>
/// <param name="Approximate">True when any part was a 约数: shown with 约.</param>
public sealed record ActivityTotal(
    string Kind,
    int Activities,
    int Sessions,
    int People,
    int Attendances,
    bool Approximate
);

/// <summary>An activity as pages show it（活动）.</summary>
/// <param name="Code">活动编码.</param>
/// <param name="Name">活动名称.</param>
/// <param name="OrganiserName">主办组织.</param>
/// <param name="Start">开始日期.</param>
/// <param name="Place">地点; null when not given.</param>
/// <param name="Heads">参与人数; null when not given.</param>
/// <param name="Sessions">场次.</param>
/// <param name="Summary">摘要; null when not given.</param>
public sealed record ActivityView(
    string Code,
    string Name,
    string OrganiserName,
    DateOnly Start,
    string? Place,
    Headcount? Heads,
    int Sessions,
    string? Summary
)
{
    /// <summary>Code of the 主办组织; empty where it is not public.</summary>
    public string Organiser { get; init; } = "";

    /// <summary>结束日期: the day it ended, that it began on where none is given.</summary>
    public DateOnly End { get; init; } = Start;
}

/// <summary>Heads of one activity（参与人数）.</summary>
/// <param name="Count">How many.</param>
/// <param name="Kind">人 or 人次.</param>
/// <param name="Approximate">约数.</param>
public readonly record struct Headcount(int Count, HeadcountKind Kind, bool Approximate);
