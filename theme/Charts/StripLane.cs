using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Charts;

/// <summary>One of those a lane is about（分布中的一个单位）.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="Value">Points.</param>
/// <param name="Href">Its page; null for none.</param>
public readonly record struct StripPeer(string Name, decimal Value, string? Href);

/// <summary>One lane of a distribution（一行分布）.</summary>
/// <param name="Label">What is distributed, such as 红色指数 or 总指数.</param>
/// <param name="Index">Its index, for the seal; null for the total or an indicator.</param>
/// <param name="Peers">Values of all in the group, one's own among them, ascending.</param>
/// <param name="Own">One's own value; null when the lane has no subject.</param>
/// <param name="Median">Median of the group as it is published; null prints no tick.</param>
public sealed record StripLane(
    string Label,
    IndexKey? Index,
    ImmutableArray<decimal> Peers,
    decimal? Own,
    decimal? Median
)
{
    /// <summary>The same with names, in the same order; empty where nobody is named.</summary>
    public ImmutableArray<StripPeer> Units { get; init; } = [];

    /// <summary>What the values are, in words of their own, where the label is a group of units: 红色指数.</summary>
    public string What { get; init; } = Label;

    /// <summary>One's own place where it is published, such as 第3名; empty where it is not.</summary>
    public string Place { get; init; } = "";

    /// <summary>The middle half（中间一半）: from the lower to the upper quartile; null below four peers.</summary>
    public (decimal Lower, decimal Upper)? MiddleHalf { get; } =
        Peers.Length < 4 ? null : (Quantiles.Of(Peers, 0.25m), Quantiles.Of(Peers, 0.75m));

    /// <summary>How many peers have less than a value.</summary>
    public int Below(decimal value)
    {
        var (low, high) = (0, Peers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Peers[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>A lane over any peers that have a value; the median is rounded as it is published, once.</summary>
    /// <param name="label">What is distributed.</param>
    /// <param name="key">Its index; null for the total or an indicator.</param>
    /// <param name="peers">Who, and their values.</param>
    /// <param name="settings">How scores are rounded.</param>
    public static StripLane Of(string label, IndexKey? key, IEnumerable<StripPeer> peers, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ImmutableArray<StripPeer> units =
        [
            .. peers.OrderBy(p => p.Value).ThenBy(p => p.Href ?? p.Name, StringComparer.Ordinal),
        ];
        ImmutableArray<decimal> values = [.. units.Select(u => u.Value)];
        return new StripLane(
            label,
            key,
            values,
            null,
            values.IsEmpty ? null : decimal.Round(Quantiles.Of(values, 0.5m), settings.ScoreDecimals, settings.Rounding)
        )
        {
            Units = units,
        };
    }
}
