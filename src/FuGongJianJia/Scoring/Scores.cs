using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Scores（评分结果）: every period scored, figures unrounded inside and rounded once beside.</summary>
/// <param name="Periods">Earliest first, as in the dataset.</param>
public sealed record Scores(ImmutableArray<PeriodScores> Periods)
{
    /// <summary>The scores of a period; null when there is none such.</summary>
    public PeriodScores? Find(Period period) => Periods.FirstOrDefault(p => p.Period == period);
}

/// <summary>Where an indicator of a union stands（口径状态）.</summary>
public enum CellState : byte
{
    /// <summary>The union's level does not know the indicator: it is not listed.</summary>
    Outside,

    /// <summary>不适用: leaves the base.</summary>
    NotApplicable,

    /// <summary>缺报: applicable, nothing reported.</summary>
    Missing,

    /// <summary>存疑: reported, in doubt; counts as missing.</summary>
    Doubtful,

    /// <summary>已报 and scored.</summary>
    Scored,

    /// <summary>已报, withheld by small-number protection（小数保护）and so not scored: leaves the base.</summary>
    Protected,
}

/// <summary>One indicator of one union（单项结果）, unrounded.</summary>
/// <param name="State">状态.</param>
/// <param name="Row">The catalogue row whose rule and weight hold; null when outside.</param>
/// <param name="Measure">What was reported or pooled.</param>
/// <param name="Target">Target that holds, from 目标.csv or the catalogue; null for rules without one.</param>
/// <param name="Score">0–100; null when not scored. Under 缺报计零 a missing value still has none here.</param>
/// <param name="Pool">How it was pooled; null when the unit reported it itself.</param>
/// <param name="ReportedOn">上报日期, of a pooled value the newest.</param>
public readonly record struct Cell(
    CellState State,
    Indicator? Row,
    Measure Measure,
    decimal? Target,
    decimal? Score,
    Pool? Pool,
    DateOnly? ReportedOn
)
{
    internal Quotient? Exact =>
        State == CellState.Scored && Row is not null ? Rules.Score(Row.Rule, Target, Measure) : null;
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

/// <summary>Why a union is not ranked（不参加排名的原因）.</summary>
public enum Unranked : byte
{
    /// <summary>It is ranked.</summary>
    None,

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
public sealed record ChangeScore(
    decimal Headline,
    decimal? Comparable,
    decimal Catalogue,
    decimal Coverage,
    ImmutableArray<decimal?> Indexes,
    int CommonCount
);

/// <summary>Range of a union's places over all variants of the method; see <see cref="Sensitivity"/>.</summary>
/// <param name="Best">Best place.</param>
/// <param name="Worst">Worst place.</param>
/// <param name="MostInfluential">Indicator number whose absence moves the total most; -1 when none can be left
/// out.</param>
public readonly record struct PlaceRange(int Best, int Worst, int MostInfluential);
