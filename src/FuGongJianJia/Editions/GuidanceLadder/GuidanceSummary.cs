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
);
