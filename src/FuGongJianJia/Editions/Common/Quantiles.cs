namespace FuGongJianJia.Editions.Common;

/// <summary>
/// Quantiles（分位数）by linear interpolation between order statistics (Hyndman and Fan's type 7, as spreadsheets compute
/// them).
/// </summary>
public static class Quantiles
{
    /// <summary>The quantile of values sorted ascending; <paramref name="share"/> from 0 to 1.</summary>
    /// <exception cref="ArgumentException">No values.</exception>
    public static decimal Of(IReadOnlyList<decimal> sorted, decimal share)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        if (sorted.Count == 0)
        {
            throw new ArgumentException("No values.", nameof(sorted));
        }

        var at = (sorted.Count - 1) * share;
        var low = (int)decimal.Floor(at);
        var high = Math.Min(low + 1, sorted.Count - 1);
        return sorted[low] + ((sorted[high] - sorted[low]) * (at - low));
    }

    /// <summary>Median of days, one decimal; null when there are none.</summary>
    public static decimal? Days(IEnumerable<int> days, decimal share)
    {
        var sorted = days.Select(d => (decimal)d).Order().ToList();
        return sorted.Count == 0 ? null : decimal.Round(Of(sorted, share), 1, MidpointRounding.AwayFromZero);
    }
}
