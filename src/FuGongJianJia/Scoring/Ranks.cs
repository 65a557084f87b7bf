using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Ranking（排名）: inside groups only, on the published total, competition ranking (1, 2, 2, 4). Ranked are public unions
/// of
/// 状态 正常 whose published coverage reaches the minimum, in groups with enough of them. A union that is not public stays
/// out of the lists
/// altogether, so that places can be recomputed from what is published. Places are counted, not sorted: published
/// totals are few.
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

        foreach (var (name, members) in groups)
        {
            if (members.Count < settings.RankMinimumGroup)
            {
                members.ForEach(u => scores.Reasons[u] = Unranked.SmallGroup);
                continue;
            }

            scores.RankedGroups.Add(name, [.. members]);
            var above = new Standing(members.ConvertAll(u => scores.TotalUnits[u]));
            foreach (var union in members)
            {
                var units = scores.TotalUnits[union];
                var (place, equal) = (above.PlaceOf(units), above.Sharing(units));
                scores.Places[union] = place;
                scores.Equals[union] = equal;
                scores.Tied[union] = equal > 1;
                scores.Ranked[union] = members.Count;
                scores.Below[union] = members.Count - (place - 1) - equal;
            }

            for (var k = 0; k < 5; k++)
            {
                var with = members.FindAll(u => scores.IndexUnits[(u * 5) + k] != Rounder.None);
                var index = new Standing(with.ConvertAll(u => scores.IndexUnits[(u * 5) + k]));
                with.ForEach(u => scores.IndexPlaces[(u * 5) + k] = index.PlaceOf(scores.IndexUnits[(u * 5) + k]));
            }
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
            : scores.TotalUnits[union] == Rounder.None ? Unranked.NoValue
            : scores.PublishedCoverage(union) < scores.Settings.RankMinimumCoverage ? Unranked.Coverage
            : Unranked.None;
    }
}
