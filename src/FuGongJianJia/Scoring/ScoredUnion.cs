using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// A union, town or district in one period with all that scoring found（一个单位的评分）. Every figure is rounded once, by
/// the settings; each stage of <see cref="Scorer"/> gives a new value that holds one part more.
/// </summary>
public sealed record ScoredUnion
{
    /// <summary>Position in <see cref="PeriodScores.Unions"/>.</summary>
    public required int Number { get; init; }

    /// <summary>组织.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>Name of the rank group; empty for the district.</summary>
    public required string Group { get; init; }

    /// <summary>Indicators, in the order of <see cref="PeriodScores.Codes"/>.</summary>
    public required ImmutableArray<Cell> Cells { get; init; }

    /// <summary>Index values I_k; null where nothing was scored.</summary>
    public ByIndex<decimal?> Indexes { get; init; }

    /// <summary>Indicators that enter each index.</summary>
    public ByIndex<int> Items { get; init; }

    /// <summary>Total C; null when no index has a value.</summary>
    public decimal? Total { get; init; }

    /// <summary>Indicators that enter the total.</summary>
    public int Counted { get; init; }

    /// <summary>覆盖率, percent.</summary>
    public decimal Coverage { get; init; }

    /// <summary>
    /// The index value where it takes part in places, medians and praise; null where it rests on one indicator alone
    /// and the settings leave such out（单项指数参与比较）.
    /// </summary>
    public decimal? Comparable(IndexKey key, Settings settings) =>
        Items[key] == 1 && !settings.ComparesSingles ? null : Indexes[key];

    /// <summary>Why it is not ranked; null when it is.</summary>
    public Unranked? Reason { get; init; }

    /// <summary>Its place in the group; null when not ranked.</summary>
    public Placing? Rank { get; init; }

    /// <summary>Where it came from since the base period.</summary>
    public Origin Origin { get; init; } = Origin.Unknown;

    /// <summary>
    /// What it is compared with: itself in the base period, or its predecessors put together; null when with nothing.
    /// </summary>
    public ScoredUnion? Past { get; init; }

    /// <summary>Change against the base period; null when there is none.</summary>
    public ChangeScore? Change { get; init; }

    /// <summary>Range of places over the variants of the method; null when not ranked.</summary>
    public PlaceRange? Range { get; init; }
}

/// <summary>Place of a union in its group（名次）.</summary>
/// <param name="Place">Competition rank (1, 2, 2, 4).</param>
/// <param name="Sharing">Units on this place, itself included.</param>
/// <param name="Ranked">Ranked units of the group.</param>
/// <param name="Indexes">Place by each index; null where it has no value.</param>
/// <param name="Moved">
/// Places gained since the base period; null where the same unions were not ranked then.
/// </param>
public sealed record Placing(int Place, int Sharing, int Ranked, ByIndex<int?> Indexes, int? Moved = null)
{
    /// <summary>并列.</summary>
    public bool IsTied => Sharing > 1;

    /// <summary>Units on a later place.</summary>
    public int Below => Ranked - (Place - 1) - Sharing;
}

/// <summary>Why a union is not ranked（不参加排名的原因）.</summary>
public enum Unranked : byte
{
    /// <summary>The district stands alone.</summary>
    District,

    /// <summary>不公开.</summary>
    NotPublic,

    /// <summary>新建.</summary>
    New,

    /// <summary>合并.</summary>
    Merged,

    /// <summary>撤销.</summary>
    Dissolved,

    /// <summary>No index has a value.</summary>
    NoValue,

    /// <summary>覆盖率 below the minimum.</summary>
    Coverage,

    /// <summary>Fewer ranked units in the group than the minimum.</summary>
    SmallGroup,
}

/// <summary>Change of a union against the base period, every figure published; see <see cref="Changes"/>.</summary>
/// <param name="Headline">Total now less total then.</param>
/// <param name="Comparable">Performance on the common set; null when there is none.</param>
/// <param name="Catalogue">Catalogue, targets and weights.</param>
/// <param name="Coverage">What was or was not reported, and what became applicable or not.</param>
/// <param name="Indexes">Comparable change of each index; null where not comparable.</param>
/// <param name="CommonCount">Indicators in the common set.</param>
/// <param name="WithoutEvents">Comparable change of each index without its events; null where nothing remains.</param>
public sealed record ChangeScore(
    decimal Headline,
    decimal? Comparable,
    decimal Catalogue,
    decimal Coverage,
    ByIndex<decimal?> Indexes,
    int CommonCount,
    ByIndex<decimal?> WithoutEvents
);

/// <summary>Range of a union's places over all variants of the method; see <see cref="Robustness"/>.</summary>
/// <param name="Best">Best place.</param>
/// <param name="Worst">Worst place.</param>
/// <param name="MostInfluential">
/// Number of the indicator whose absence moves the total most; null when none can be left out.
/// </param>
public sealed record PlaceRange(int Best, int Worst, int? MostInfluential)
{
    // The range with one place more.
    internal PlaceRange With(int place) =>
        place < Best ? this with { Best = place }
        : place > Worst ? this with { Worst = place }
        : this;
}
