using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.GuidanceLadder;

/// <summary>Guidance of a period, counts only（指导）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Issued">Issued at each rung, mildest first.</param>
/// <param name="EndedAt">Matters whose highest rung was this one.</param>
/// <param name="Rectified">整改完成 at each rung.</param>
/// <param name="Settled">Matters that the ledger has as rectified at the last rung they reached.</param>
/// <param name="StillHeld">Of those, matters whose unit still holds the task they are about.</param>
public sealed record GuidanceSummary(
    Period Period,
    ImmutableArray<int> Issued,
    ImmutableArray<int> EndedAt,
    ImmutableArray<int> Rectified,
    int Settled,
    int StillHeld
)
{
    /// <summary>
    /// By the indicator of the task that they are about（因哪项工作发出）, in order of codes, last those of no indicator or
    /// of one whose tasks so few units have that a count would name one.
    /// </summary>
    public ImmutableArray<GuidanceSubject> Subjects { get; init; } = [];

    /// <summary>
    /// By the town of the unions that got it（镇街）, by code, without what the town itself got; a town with so few unions
    /// that a count would name one is not here.
    /// </summary>
    public ImmutableArray<TownGuidance> Towns { get; init; } = [];
}

/// <summary>Guidance about the tasks of one indicator（某项工作的指导）.</summary>
/// <param name="Indicator">指标编码; null for everything else together.</param>
/// <param name="Issued">Issued at each rung, mildest first.</param>
public sealed record GuidanceSubject(string? Indicator, ImmutableArray<int> Issued);

/// <summary>Guidance to the unions below a town, counts only（镇街所属工会收到的指导）.</summary>
/// <param name="Town">Code of the town.</param>
/// <param name="Issued">Issued at each rung, mildest first.</param>
public sealed record TownGuidance(string Town, ImmutableArray<int> Issued);
