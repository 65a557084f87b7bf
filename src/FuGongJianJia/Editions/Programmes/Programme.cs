using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Programmes;

/// <summary>A programme（专题）over all periods.</summary>
public sealed record Programme
{
    /// <summary>ASCII address part.</summary>
    public required string Slug { get; init; }

    /// <summary>Title, such as 劳模助企 or 五提升.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The period its finding speaks of: the newest year with activities, else the newest period with any, else the
    /// newest year; null when there is none of these.
    /// </summary>
    public Period? Period { get; init; }

    /// <summary>Totals by period, newest first.</summary>
    public required ImmutableArray<(Period Period, ActivityTotal Total)> Totals { get; init; }

    /// <summary>Parts of a 专项（五提升·关爱服务 …）over all year periods; empty for a kind.</summary>
    public ImmutableArray<ActivityTotal> Parts { get; init; } = [];

    /// <summary>Its activities, newest first.</summary>
    public ImmutableArray<ActivityView> Activities { get; init; } = [];

    /// <summary>Slugs of its cases.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>Pairings by period, newest first（拜师结对 only）.</summary>
    public ImmutableArray<PairingTotal> Pairings { get; init; } = [];

    /// <summary>Home visits by period, newest first（大家访 only）.</summary>
    public ImmutableArray<HomeVisitTotal> HomeVisits { get; init; } = [];
}

/// <summary>Pairings of a period（结对）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Made">Pairs made.</param>
/// <param name="Completed">Pairs that completed their term.</param>
public sealed record PairingTotal(Period Period, int Made, int Completed);

/// <summary>Home visits of a period（家访）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Due">应访, people.</param>
/// <param name="Made">实访, people.</param>
/// <param name="Problems">反映问题.</param>
/// <param name="Solved">已解决.</param>
public sealed record HomeVisitTotal(Period Period, int Due, int Made, int Problems, int Solved);
