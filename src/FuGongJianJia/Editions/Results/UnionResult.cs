using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>Result of a union, a town or the district in one period（一个工会一期的结果）.</summary>
public sealed record UnionResult
{
    /// <summary>Period.</summary>
    public required Period Period { get; init; }

    /// <summary>Organisation（组织）.</summary>
    public required OrganisationView Organisation { get; init; }

    /// <summary>组织编码.</summary>
    public string Code => Organisation.Code;

    /// <summary>组织名称.</summary>
    public string Name => Organisation.Name;

    /// <summary>上级名称; empty for the district.</summary>
    public string ParentName { get; init; } = "";

    /// <summary>What became of it（状态）.</summary>
    public UnitStanding Standing { get; init; } = UnitStanding.Normal;

    /// <summary>
    /// True when it stands no more and reported nothing in this period: nothing but its status can be said of it.
    /// </summary>
    public bool IsOnlyStatus => !Standing.Counts && Total is null;

    /// <summary>五指数, in index order.</summary>
    public required ImmutableArray<IndexResult> Indexes { get; init; }

    /// <summary>总指数, rounded; null when no index has a value.</summary>
    public decimal? Total { get; init; }

    /// <summary>等次 of the rounded total.</summary>
    public Grade? Grade { get; init; }

    /// <summary>星级 by the scheme of the settings; null when it has none, or the reader is not to see it.</summary>
    public string? Star { get; init; }

    /// <summary>覆盖率, percent, rounded.</summary>
    public required decimal Coverage { get; init; }

    /// <summary>Place in the group（名次）.</summary>
    public required Ranking Ranking { get; init; }

    /// <summary>来历 since the base period: merged, split, recoded or renamed; null when nothing changed.</summary>
    public Ancestry? Ancestry { get; init; }

    /// <summary>Change against the base period（变化）; null when there is none.</summary>
    public Change? Change { get; init; }

    /// <summary>
    /// Indicators of the catalogue that concern this level, in order, 不适用 included; of a unit that stands no more only
    /// what it reported, since nothing is missing.
    /// </summary>
    public required ImmutableArray<IndicatorResult> Indicators { get; init; }

    /// <summary>Robustness of the place（稳健性）; null when not ranked.</summary>
    public PlaceRobustness? Robustness { get; init; }

    /// <summary>
    /// Corrections of this unit's figures of this period（更正）, newest first; the figures above stay as they were
    /// published.
    /// </summary>
    public ImmutableArray<CorrectionView> Corrections { get; init; } = [];

    /// <summary>
    /// The index with the lowest value, of equals the first in order; null when fewer than two have one, for then it is
    /// not worth naming.
    /// </summary>
    public IndexKey? Lowest =>
        Indexes.Count(i => i.Value is not null) < 2
            ? null
            : Indexes.Where(i => i.Value is not null).MinBy(i => i.Value)!.Key;

    /// <summary>
    /// Lost points（失分）: indicators where something was lost, by what full marks would add to the total, largest first,
    /// since a point of one index weighs more than one of another.
    /// </summary>
    public IEnumerable<IndicatorResult> Losses =>
        Indicators
            .Where(i => i.Lost is > 0m)
            .OrderByDescending(i => i.Gain)
            .ThenByDescending(i => i.Lost)
            .ThenBy(i => i.Code, StringComparer.Ordinal);

    /// <summary>Its result of an indicator; null when that does not concern this level.</summary>
    public IndicatorResult? IndicatorOf(string code)
    {
        foreach (var result in Indicators)
        {
            if (string.Equals(result.Code, code, StringComparison.Ordinal))
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>True when a figure of the indicator was corrected later.</summary>
    public bool IsCorrected(string indicator) =>
        !Corrections.IsEmpty && Corrections.Any(c => string.Equals(c.Indicator, indicator, StringComparison.Ordinal));
}

/// <summary>One index of a union（指数结果）.</summary>
/// <param name="Key">Which.</param>
/// <param name="Value">0–100, rounded; null when nothing was scored.</param>
/// <param name="Grade">Grade of the rounded value.</param>
/// <param name="Change">Change on the common set, points, rounded; null when not comparable.</param>
/// <param name="Place">Place in the group by this index; null when not ranked or not shown.</param>
/// <param name="GroupMedian">Median of those ranked in the group; null when the group is too small.</param>
public sealed record IndexResult(
    IndexKey Key,
    decimal? Value,
    Grade? Grade,
    decimal? Change,
    int? Place,
    decimal? GroupMedian
)
{
    private readonly RoundedFigure _value = Value;
    private readonly RoundedFigure _change = Change;
    private readonly RoundedFigure _groupMedian = GroupMedian;
    private readonly RoundedFigure _eventChange;

    /// <summary>0–100, rounded; null when nothing was scored.</summary>
    public decimal? Value
    {
        get => _value;
        init => _value = value;
    }

    /// <summary>Change on the common set, points, rounded; null when not comparable.</summary>
    public decimal? Change
    {
        get => _change;
        init => _change = value;
    }

    /// <summary>Median of those ranked in the group; null when the group is too small.</summary>
    public decimal? GroupMedian
    {
        get => _groupMedian;
        init => _groupMedian = value;
    }

    /// <summary>Indicators it is made of.</summary>
    public int Items { get; init; }

    /// <summary>仅由1项构成.</summary>
    public bool IsSingle => Items == 1;

    /// <summary>True when it takes part in places, medians and praise（单项指数参与比较）.</summary>
    public bool IsCompared { get; init; } = true;

    /// <summary>The value as far as it takes part in places and medians; null where it does not.</summary>
    public decimal? Compared => IsCompared ? Value : null;

    /// <summary>How much of the change is due to events, which are no achievement, points.</summary>
    public decimal EventChange
    {
        get => (decimal?)_eventChange ?? 0m;
        init => _eventChange = value;
    }

    /// <summary>What may be praised of the change, points; null when there is nothing.</summary>
    public decimal? Rise => IsCompared && Change - Math.Max(0m, EventChange) is { } own and > 0m ? own : null;
}

/// <summary>Change of the total（变化）; the three parts add up to the headline exactly.</summary>
/// <param name="Base">Compared with.</param>
/// <param name="Headline">Total now less total then, both as published.</param>
/// <param name="Comparable">可比变化: performance on the common set, points.</param>
/// <param name="Catalogue">Part due to a changed catalogue.</param>
/// <param name="Coverage">Part due to what was or was not reported.</param>
public sealed record Change(Period Base, decimal Headline, decimal? Comparable, decimal Catalogue, decimal Coverage);
