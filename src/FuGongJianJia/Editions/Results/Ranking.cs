using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// Standing of a union in its group（名次）: for the office with its place, for the public as much of it as the settings'
/// 排名.公开 lets stand.
/// </summary>
public sealed record Ranking
{
    /// <summary>Name of the group（排名组）; empty for the district.</summary>
    public required string Group { get; init; }

    /// <summary>True when it is ranked, whether its place is shown or not.</summary>
    public bool IsRanked => Ranked > 0;

    /// <summary>Competition rank (1, 2, 2, 4); null when not ranked or not shown.</summary>
    public int? Place { get; init; }

    /// <summary>True when another has the same rounded total（并列）.</summary>
    public bool Tied { get; init; }

    /// <summary>How many are ranked in the group; 0 when not ranked.</summary>
    public int Ranked { get; init; }

    /// <summary>
    /// Percentile, (count below + 0.5 × count equal) / n × 100; null when not ranked or not shown.
    /// </summary>
    public decimal? Percentile { get; init; }

    /// <summary>Band（档次; settings: 排名.档次）; null when not ranked or not shown.</summary>
    public Band? Band { get; init; }

    /// <summary>
    /// Change of place, positive is up; null when the groups do not coincide or places are not shown.
    /// </summary>
    public int? Moved { get; init; }

    /// <summary>Why not ranked; null when ranked.</summary>
    public NotRanked? Reason { get; init; }
}

/// <summary>How firm a place is（稳健性）.</summary>
/// <param name="Best">Best place over all variants of the method; null when places are not shown.</param>
/// <param name="Worst">Worst place; null when places are not shown.</param>
/// <param name="MostInfluential">Indicator whose absence moves the total most; null when none can be left out.</param>
/// <param name="Firm">False when the range exceeds a third of the group（名次不稳健; settings: 稳健性.不稳健线）.</param>
public sealed record PlaceRobustness(int? Best, int? Worst, string? MostInfluential, bool Firm);

/// <summary>A rank group（排名组）.</summary>
/// <param name="Name">Such as 企业·25～199人.</param>
/// <param name="Level">Level.</param>
/// <param name="Members">All in the group, by place (where places are shown) then code; those not ranked after.</param>
/// <param name="Ranked">How many are ranked; 0 when the group is too small.</param>
public sealed record RankGroup(string Name, Level Level, ImmutableArray<string> Members, int Ranked);
