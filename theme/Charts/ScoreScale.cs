namespace FuGongJianJia.Theme.Charts;

/// <summary>The scale of scores（分数的标尺）: it ends at 100 and is read by position, so it need not start at zero.</summary>
internal static class ScoreScale
{
    /// <summary>
    /// Where it starts and how far its marks are apart: from 50, or from the round mark below the least; a long scale
    /// has a mark every twenty and begins at one, so that it ends at 100.
    /// </summary>
    public static (double Low, double Step) Of(IEnumerable<decimal> values)
    {
        var least = (double)values.DefaultIfEmpty(100m).Min();
        return least >= 50 ? (50, 10) : (Math.Max(0, Math.Floor(least / 20) * 20), 20);
    }
}
