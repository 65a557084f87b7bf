using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// A letter to a unit about one rung of guidance（指导函）: 提示函、预警函、督办函、约谈通知. It holds what was known on the day
/// it was issued, and beside it what followed, which only pages of the office tell.
/// </summary>
public sealed record GuidanceLetter
{
    /// <summary>The rung: whom, about what, since when, by when.</summary>
    public required NamedGuidance Guidance { get; init; }

    /// <summary>The newest period whose export holds it.</summary>
    public required Period Period { get; init; }

    /// <summary>Year of the 发文字号.</summary>
    public int Year => Guidance.IssuedOn.Year;

    /// <summary>Name of the town above the unit; empty for a town and for a unit right below the district.</summary>
    public string UpperName { get; init; } = "";

    /// <summary>The rungs of the same matter before this one, mildest first（先前的函）.</summary>
    public ImmutableArray<NamedGuidance> Earlier { get; init; } = [];

    /// <summary>The rungs of the same matter after this one; never told in the letter.</summary>
    public ImmutableArray<NamedGuidance> Later { get; init; } = [];

    /// <summary>关联任务; null when it is about none.</summary>
    public OfficeTask? Task { get; init; }

    /// <summary>首次反馈 of the unit by the day of the letter; null when there was none.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Row of the catalogue that it is about; null when neither task nor export names one.</summary>
    public Indicator? Indicator { get; init; }

    /// <summary>The unit's figure known on the day of the letter; null when none was, or none falls short.</summary>
    public KnownFigure? Figure { get; init; }

    /// <summary>Place among the letters of its rung and year by date（序号）; null where it is not counted.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Why no letter is made.</summary>
    public LetterHindrance Hindrance { get; init; }
}

/// <summary>A figure and when it was known（已知数）.</summary>
/// <param name="Period">Period it is of.</param>
/// <param name="Result">The figure.</param>
public sealed record KnownFigure(Period Period, IndicatorResult Result);

/// <summary>Why a rung of guidance gets no letter（不出函的原因）.</summary>
public enum LetterHindrance
{
    /// <summary>None: there is a letter.</summary>
    None,

    /// <summary>跨级: the rung below is not there, and no 备注 says why.</summary>
    RungMissing,

    /// <summary>期限未到: the rung below still ran, and no 备注 says why.</summary>
    NotDue,
}
