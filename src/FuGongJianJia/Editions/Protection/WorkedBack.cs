using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Protection;

/// <summary>A withheld figure that somebody can work back from what is published（可推算的格）.</summary>
/// <param name="Period">Period.</param>
/// <param name="Unit">Whose.</param>
/// <param name="Item">The withheld result.</param>
/// <param name="How">From what.</param>
public sealed record WorkedBack(Period Period, UnionResult Unit, IndicatorResult Item, Route How);

/// <summary>From what a withheld figure is worked back（推算途径）.</summary>
public enum Route
{
    /// <summary>本单位的指数、总指数、可增分和变化.</summary>
    OwnFigures,

    /// <summary>上级的合计减去公布的各项.</summary>
    Sums,

    /// <summary>同一时段的其他期间.</summary>
    OtherPeriods,
}
