namespace FuGongJianJia.Editions.Common;

/// <summary>A part of a whole（占比）: both numbers stand, so that no rate is printed without its base.</summary>
/// <param name="Part">分子.</param>
/// <param name="Whole">分母.</param>
public readonly record struct Share(int Part, int Whole)
{
    /// <summary>Percent, not rounded: that is done once, where it is written. Null of nothing.</summary>
    public decimal? Percent => Whole == 0 ? null : Part * 100m / Whole;

    /// <summary>How many of those that a condition concerns meet another one.</summary>
    internal static Share Of<T>(IEnumerable<T> all, Func<T, bool> meets)
    {
        var (part, whole) = (0, 0);
        foreach (var one in all)
        {
            whole++;
            part += meets(one) ? 1 : 0;
        }

        return new(part, whole);
    }
}
