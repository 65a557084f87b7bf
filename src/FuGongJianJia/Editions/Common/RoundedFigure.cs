namespace FuGongJianJia.Editions.Common;

/// <summary>
/// A rounded figure as a result holds it（舍入后的数）, or none: a score, a change or points, of at most nine decimals. It
/// takes a third of the room of a <c>decimal?</c>, and a large district has tens of millions of them; what is told and
/// computed with is the decimal, with all its decimals.
/// </summary>
internal readonly record struct RoundedFigure
{
    private static readonly decimal[] PowersOfTen =
    [
        1m,
        10m,
        100m,
        1_000m,
        10_000m,
        100_000m,
        1_000_000m,
        10_000_000m,
        100_000_000m,
        1_000_000_000m,
    ];

    // The figure is so many of its last decimal place.
    private readonly int _steps;
    private readonly byte _decimals;
    private readonly bool _stands;

    private RoundedFigure(decimal value)
    {
        var scale = value.Scale < PowersOfTen.Length ? PowersOfTen[value.Scale] : throw new OverflowException();
        (_steps, _decimals, _stands) = (decimal.ToInt32(value * scale), value.Scale, true);
    }

    /// <summary>Holds a figure.</summary>
    /// <exception cref="OverflowException">It has more digits than any that is published.</exception>
    public static implicit operator RoundedFigure(decimal? value) => value is { } figure ? new(figure) : default;

    /// <summary>The figure.</summary>
    public static implicit operator decimal?(RoundedFigure figure) =>
        figure._stands ? new decimal(Math.Abs(figure._steps), 0, 0, figure._steps < 0, figure._decimals) : null;
}
