namespace FuGongJianJia.Scoring;

/// <summary>
/// Feasibility interval（可能范围）: the least and the most that a withheld figure can be, by all that is shown of it.
/// </summary>
/// <param name="Low">Least.</param>
/// <param name="High">Most.</param>
internal readonly record struct FeasibilityInterval(decimal Low, decimal High)
{
    // Larger than any count, small enough to be added up.
    private const decimal Unbounded = 1_000_000_000_000m;

    /// <summary>At least so much.</summary>
    public static FeasibilityInterval From(decimal low) => new(low, Unbounded);

    /// <summary>
    /// True when every figure could still be more than one number, its interval and the sum of all being known.
    /// </summary>
    public static bool AllStayOpen(IReadOnlyCollection<FeasibilityInterval> figures, decimal sum)
    {
        var (low, high) = (figures.Sum(f => f.Low), figures.Sum(f => f.High));
        return figures.All(f => Math.Max(f.Low, sum - (high - f.High)) < Math.Min(f.High, sum - (low - f.Low)));
    }
}
