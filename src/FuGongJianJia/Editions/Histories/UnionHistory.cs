using System.Collections.Immutable;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Histories;

/// <summary>A union across periods（历年）.</summary>
/// <param name="Code">组织编码.</param>
/// <param name="Name">Newest name.</param>
/// <param name="Level">Level.</param>
/// <param name="Points">One entry a period in which it appears, earliest first.</param>
/// <param name="Lineage">沿革 as sentences.</param>
public sealed record UnionHistory(
    string Code,
    string Name,
    Level Level,
    ImmutableArray<HistoryPoint> Points,
    ImmutableArray<string> Lineage
)
{
    /// <summary>What became of it, as the newest period leaves it（状态）.</summary>
    public UnitStanding Standing { get; init; } = UnitStanding.Normal;

    /// <summary>
    /// The points there is something to tell of: a period in which it stood no more has none, what became of it is said
    /// once.
    /// </summary>
    public ImmutableArray<HistoryPoint> Told => [.. Points.Where(p => p.Stood || p.Total is not null)];

    /// <summary>
    /// As a document of a period tells it: up to that period, so that it stays what it was when another is added.
    /// </summary>
    public UnionHistory Until(Period period) =>
        this with
        {
            Points = [.. Points.Where(p => p.Period.End <= period.End)],
        };

    /// <summary>更正 of all its periods, newest first.</summary>
    public ImmutableArray<CorrectionView> Corrections { get; init; } = [];
}

/// <summary>One point of a history.</summary>
/// <param name="Period">Period.</param>
/// <param name="Total">总指数.</param>
/// <param name="Indexes">Five, in index order.</param>
/// <param name="Ranking">Standing in the group.</param>
/// <param name="BreakBefore">True when the catalogue that applies to this union changed since its point before of the
/// same kind（断点 ≠）.</param>
public sealed record HistoryPoint(
    Period Period,
    decimal? Total,
    ImmutableArray<decimal?> Indexes,
    Ranking Ranking,
    bool BreakBefore
)
{
    /// <summary>True when it stood in that period（正常、新建）.</summary>
    public bool Stood { get; init; } = true;
}
