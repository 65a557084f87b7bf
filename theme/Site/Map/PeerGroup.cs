using System.Collections.Concurrent;
using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Theme.Charts;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>A rank group（排名组）, how its members are spread, and whom of it a member can learn from（可以学的）.</summary>
/// <param name="Group">The group.</param>
/// <param name="Ranked">Its ranked members.</param>
/// <param name="Lanes">The total and the five indexes of those ranked.</param>
public sealed record PeerGroup(RankGroup Group, ImmutableArray<UnionResult> Ranked, ImmutableArray<StripLane> Lanes)
{
    // A list shows no more than so many.
    private const int MostPeers = 3;

    private readonly Lazy<UnitsBySize> _all = new(() => new UnitsBySize(Ranked));
    private readonly ConcurrentDictionary<string, ImmutableArray<(decimal Score, UnitsBySize Units)>> _leaders = new(
        StringComparer.Ordinal
    );

    /// <summary>
    /// At most three members that do better in an indicator: the best, of equals those most like the unit in size, then
    /// by code.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="result">Its result of the indicator.</param>
    public IEnumerable<UnionResult> Better(UnionResult unit, IndicatorResult result) =>
        _leaders
            .GetOrAdd(result.Code, Leaders)
            .TakeWhile(l => l.Score > result.Score)
            .SelectMany(l => l.Units.NearestTo(unit))
            .Take(MostPeers);

    /// <summary>
    /// At most three members that do better in what the unit is to do first, those in most of it first; of equals those
    /// most like it in size, then by code.
    /// </summary>
    /// <param name="unit">The unit.</param>
    public IEnumerable<(UnionResult Unit, ImmutableArray<IndicatorResult> Better)> ToLearnFrom(UnionResult unit)
    {
        // Nobody comes before three that do better in all in which anybody does: they are mostly among the nearest.
        ImmutableArray<IndicatorResult> pressing = [.. unit.Pressing.Where(i => Better(unit, i).Any())];
        var found = pressing.Select(_ => new List<(UnionResult, ImmutableArray<IndicatorResult>)>()).ToList();
        foreach (var peer in pressing.IsEmpty ? [] : _all.Value.NearestTo(unit))
        {
            ImmutableArray<IndicatorResult> better =
            [
                .. pressing.Where(i => peer.IndicatorOf(i.Code)?.Score > i.Score),
            ];
            if (!better.IsEmpty && found[better.Length - 1] is { Count: < MostPeers } equals)
            {
                equals.Add((peer, better));
                if (found[^1].Count == MostPeers)
                {
                    break;
                }
            }
        }

        return found.AsEnumerable().Reverse().SelectMany(equals => equals).Take(MostPeers);
    }

    // The best scores of an indicator that are shown, as many as make a list full, with everybody who has them.
    private ImmutableArray<(decimal Score, UnitsBySize Units)> Leaders(string indicator)
    {
        var leaders = ImmutableArray.CreateBuilder<(decimal, UnitsBySize)>();
        var count = 0;
        foreach (
            var equals in SiteModel
                .ResultsOf(Ranked, indicator)
                .Where(r => r.Result.Score is not null)
                .GroupBy(r => r.Result.Score!.Value, r => r.Unit)
                .OrderByDescending(g => g.Key)
        )
        {
            if (count >= MostPeers)
            {
                break;
            }

            leaders.Add((equals.Key, new UnitsBySize(equals)));
            count += equals.Count();
        }

        return leaders.ToImmutable();
    }
}
