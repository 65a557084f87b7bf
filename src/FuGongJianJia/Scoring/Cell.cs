using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Where an indicator of a union stands（口径状态）.</summary>
public enum CellState : byte
{
    /// <summary>The union's level does not know the indicator: it is not listed.</summary>
    Outside,

    /// <summary>不适用: leaves the base.</summary>
    NotApplicable,

    /// <summary>不适用 since it is asked at the year's end only（年度）: leaves the base unless units below report.</summary>
    NotAsked,

    /// <summary>缺报: applicable, nothing reported.</summary>
    Missing,

    /// <summary>存疑: reported, in doubt; counts as missing.</summary>
    Doubtful,

    /// <summary>已报 and scored.</summary>
    Scored,

    /// <summary>已报, withheld from the public and so not scored: leaves the base.</summary>
    Protected,
}

/// <summary>One indicator of one union（单项结果）.</summary>
public readonly record struct Cell
{
    /// <summary>状态.</summary>
    public CellState State { get; init; }

    /// <summary>Whether the public sees it.</summary>
    public Withheld Withheld { get; init; }

    /// <summary>True where the public sees the score and not the value（公开方式 得分）.</summary>
    public bool IsVeiled { get; init; }

    /// <summary>The catalogue row that holds, with its weight; null when outside.</summary>
    public Indicator? Row { get; init; }

    /// <summary>The row's rule, with the target of 目标.csv where there is one; null when outside.</summary>
    public Rule? Rule { get; init; }

    /// <summary>What the unit reported itself; null where it was pooled or nothing can be read.</summary>
    public Observation? Observation { get; init; }

    /// <summary>How it was pooled; null when the unit reported it itself.</summary>
    public Pool? Pool { get; init; }

    /// <summary>
    /// Score by the rule whether it counts or not; of a missing value 0 under 缺报计零, null otherwise.
    /// </summary>
    internal Fraction? Points { get; init; }

    /// <summary>Score s, 0–100, exact; null when not scored. Under 缺报计零 a missing value still has none here.</summary>
    public Fraction? Score => State == CellState.Scored ? Points : null;

    /// <summary>The score with which it enters index and total; null when it does not.</summary>
    public Fraction? Counted => IsInBase ? Points : null;

    /// <summary>True where it belongs to the base of coverage: it applies and is not set aside.</summary>
    public bool IsInBase => State is CellState.Missing or CellState.Doubtful or CellState.Scored;

    /// <summary>What was reported or pooled; empty when nothing was.</summary>
    public Measure Measure =>
        Pool is not null ? Pool.Measure
        : Observation is not null ? Measure.Of(Observation)
        : default;

    /// <summary>Target that is due, from 目标.csv or the catalogue; see <see cref="Catalogue.Rule.Due"/>.</summary>
    public decimal? Target => Rule?.Due;

    /// <summary>上报日期, of a pooled value the newest.</summary>
    public DateOnly? ReportedOn => Pool is not null ? Pool.ReportedOn : Observation?.ReportedOn;

    /// <summary>The cell scored from this measure by its rule; unchanged where the rule cannot read it.</summary>
    internal Cell ScoredFrom(in Measure measure) =>
        Rules.Score(Rule!, measure) is { } score ? this with { State = CellState.Scored, Points = score } : this;
}

/// <summary>How a value was pooled（汇总）.</summary>
/// <param name="Method">汇总方式.</param>
/// <param name="Level">Level of the units below.</param>
/// <param name="Reporting">Units that reported.</param>
/// <param name="Applicable">Units it applies to.</param>
/// <param name="Measure">The pooled value.</param>
/// <param name="ReportedOn">Newest 上报日期.</param>
public sealed record Pool(
    Aggregation Method,
    Level Level,
    int Reporting,
    int Applicable,
    Measure Measure,
    DateOnly? ReportedOn
);
