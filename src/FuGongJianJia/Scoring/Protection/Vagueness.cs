namespace FuGongJianJia.Scoring.Protection;

/// <summary>What the sum of some withheld figures tells of each of them（可能范围）.</summary>
internal static class Vagueness
{
    /// <summary>An upper bound that says nothing: larger than any count, small enough to be added up.</summary>
    public const decimal Unbounded = 1_000_000_000_000m;

    /// <summary>
    /// True when every figure could still be more than one number, its range and the sum of all being known.
    /// </summary>
    public static bool Leaves(IReadOnlyCollection<(decimal Low, decimal High)> ranges, decimal sum)
    {
        var (low, high) = (ranges.Sum(r => r.Low), ranges.Sum(r => r.High));
        return ranges.All(r => Math.Max(r.Low, sum - (high - r.High)) < Math.Min(r.High, sum - (low - r.Low)));
    }
}
