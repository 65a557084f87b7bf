using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>One indicator of one union（指标结果）: how the points came about.</summary>
public sealed record IndicatorResult
{
    // Two dozen a union: what is held of each is what a large district's memory holds.
    private readonly RoundedFigure _score;
    private readonly RoundedFigure _points;
    private readonly RoundedFigure _gain;
    private readonly RoundedFigure _change;

    /// <summary>The catalogue row that applied.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The row's rule, with the target that is due.</summary>
    public Rule Rule
    {
        get => field ?? Indicator.Rule;
        init;
    }

    /// <summary>指标编码.</summary>
    public string Code => Indicator.Code;

    /// <summary>状态; an applicable indicator without a row is 缺报.</summary>
    public required ObservationState State { get; init; }

    /// <summary>What was reported, or the marks in its place; null when nothing that counts was.</summary>
    public Reported? Reported { get; init; }

    /// <summary>How it was pooled from the units below; null when the unit reported it itself.</summary>
    public PooledFrom? Pool { get; init; }

    /// <summary>True when pooled from units below（汇总）, false when the unit reported it itself.</summary>
    public bool Pooled => Pool is not null;

    /// <summary>
    /// Value for charts: percent, count or 1 and 0, four decimals; null when missing, withheld or not a number.
    /// </summary>
    public decimal? Value =>
        Reported?.Figure is { } figure ? decimal.Round(figure, 4, MidpointRounding.AwayFromZero) : null;

    /// <summary>Target that is due, in the value's unit; null for rules without one.</summary>
    public decimal? Target => Rule.Due;

    /// <summary>Score 0–100, rounded; null when not scored.</summary>
    public decimal? Score
    {
        get => _score;
        init => _score = value;
    }

    /// <summary>分值 inside the index.</summary>
    public decimal Weight => Indicator.Weight;

    /// <summary>得分 = s × 分值 / 100, rounded; null when not scored.</summary>
    public decimal? Points
    {
        get => _points;
        init => _points = value;
    }

    /// <summary>失分 = 分值 − 得分; null when not scored.</summary>
    public decimal? Lost => Weight - Points;

    /// <summary>
    /// What full marks here would add to the total（可增总指数）, rounded; null when not scored, and of an event, which
    /// cannot be undone.
    /// </summary>
    public decimal? Gain
    {
        get => _gain;
        init => _gain = value;
    }

    /// <summary>Change of the score against the base period; null when not comparable, and of an event.</summary>
    public decimal? Change
    {
        get => _change;
        init => _change = value;
    }

    /// <summary>True when the indicator's version differs from the base period's（断点）.</summary>
    public bool SeriesBreak { get; init; }

    /// <summary>上报日期.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>不公布: whether value and score are withheld; then Score, Points, Gain and Change are null.</summary>
    public Withheld Withheld { get; init; }

    /// <summary>True where the score is shown and the value is not（公开方式 得分）.</summary>
    public bool IsVeiled { get; init; }

    /// <summary>True for what happened and cannot be undone（性质 事件）.</summary>
    public bool IsEvent => Indicator.Nature == IndicatorNature.Event;

    /// <summary>
    /// The tier that comes next above what was reached（下一档）; null when nothing is above, or the score is not shown by a
    /// value.
    /// </summary>
    public Tier? NextTier =>
        Rule.Kind == RuleKind.Tiers && Score is { } score && Reported is not null && !IsVeiled
            ? Rule.Tiers.Where(t => t.Points > score).MinBy(t => t.Points)
            : null;

    /// <summary>True when it was scored and full marks were not reached, and that can be mended（还没有做到）.</summary>
    public bool FallsShort => Score < 100m && !IsEvent;

    /// <summary>
    /// True where a list of others may say by name that this unit falls short: only what its own page shows as a value
    /// （公开方式 数值, nothing withheld）.
    /// </summary>
    public bool MayBeListed =>
        FallsShort
        && Indicator.Publicity == Publicity.Figures
        && Withheld == Withheld.No
        && !IsVeiled
        && Reported is not null;

    /// <summary>True when it counts in the index, shown or withheld.</summary>
    public bool IsScored => State == ObservationState.Reported && (Score is not null || Withheld != Withheld.No);
}

/// <summary>How a value was pooled from the units below（汇总）.</summary>
/// <param name="Method">汇总方式.</param>
/// <param name="Level">Level of those units.</param>
/// <param name="Reporting">Units that reported.</param>
/// <param name="Applicable">Units it applies to.</param>
public sealed record PooledFrom(Aggregation Method, Level Level, int Reporting, int Applicable);
