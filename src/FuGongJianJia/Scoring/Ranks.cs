using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Ranking（排名）: inside groups only, on the published total, competition ranking (1, 2, 2, 4). Ranked are public unions of
/// 状态 正常 whose published coverage reaches the minimum, in groups with enough of them. A union that is not public stays out of the lists
/// altogether, so that places can be recomputed from what is published.
/// </summary>
internal static class Ranks
{
    public static void Fill(PeriodScores scores)
    {
        var settings = scores.Settings;
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var u = 0; u < scores.Organisations.Length; u++)
        {
            scores.Reasons[u] = Reason(scores, u);
            if (scores.Reasons[u] == Unranked.None)
            {
                if (!groups.TryGetValue(scores.Groups[u], out var members))
                {
                    groups[scores.Groups[u]] = members = [];
                }

                members.Add(u);
            }
        }

        foreach (var members in groups.Values)
        {
            if (members.Count < settings.RankMinimumGroup)
            {
                members.ForEach(u => scores.Reasons[u] = Unranked.SmallGroup);
                continue;
            }

            foreach (var (union, place, equal) in Competition(members, u => scores.PublishedTotals[u]!.Value))
            {
                scores.Places[union] = place;
                scores.Equals[union] = equal;
                scores.Tied[union] = equal > 1;
                scores.Ranked[union] = members.Count;
                scores.Below[union] = members.Count - (place - 1) - equal;
            }

            for (var k = 0; k < 5; k++)
            {
                var with = members.FindAll(u => scores.PublishedIndexes[(u * 5) + k] is not null);
                foreach (var (union, place, _) in Competition(with, u => scores.PublishedIndexes[(u * 5) + k]!.Value))
                {
                    scores.IndexPlaces[(union * 5) + k] = place;
                }
            }
        }
    }

    /// <summary>Competition ranking of values, highest first: union, place, how many share it.</summary>
    public static IEnumerable<(int Union, int Place, int Equal)> Competition(List<int> unions, Func<int, decimal> value)
    {
        var ordered = unions.OrderByDescending(value).ThenBy(u => u).ToList();
        for (var start = 0; start < ordered.Count;)
        {
            var end = start + 1;
            while (end < ordered.Count && value(ordered[end]) == value(ordered[start]))
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                yield return (ordered[i], start + 1, end - start);
            }

            start = end;
        }
    }

    private static Unranked Reason(PeriodScores scores, int union)
    {
        var organisation = scores.Organisations[union];
        return organisation.Level == Level.District ? Unranked.District
            : !organisation.IsPublic ? Unranked.NotPublic
            : organisation.Status == OrganisationStatus.New ? Unranked.New
            : organisation.Status == OrganisationStatus.Merged ? Unranked.Merged
            : organisation.Status == OrganisationStatus.Dissolved ? Unranked.Dissolved
            : scores.Totals[union] is null ? Unranked.NoValue
            : scores.PublishedCoverages[union] < scores.Settings.RankMinimumCoverage ? Unranked.Coverage
            : Unranked.None;
    }
}
