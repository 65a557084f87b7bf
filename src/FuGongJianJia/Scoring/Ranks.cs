using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Ranking（排名）: inside groups only, on the published total, competition ranking (1, 2, 2, 4). Ranked are public unions
/// of 状态 正常 whose published coverage reaches the minimum, in groups with enough of them. A union that is not public
/// stays out of the lists altogether, so that places can be recomputed from what is published.
/// </summary>
internal static class Ranks
{
    /// <summary>The period with the places of its unions, or why they have none.</summary>
    public static PeriodScores Fill(PeriodScores period)
    {
        var unions = period.Unions.Select(u => u with { Reason = Reason(u, period.Settings) }).ToArray();
        foreach (var group in Groups(unions))
        {
            var members = group.ToList();
            if (members.Count < period.Settings.RankMinimumGroup)
            {
                members.ForEach(u => unions[u.Number] = u with { Reason = Unranked.SmallGroup });
                continue;
            }

            var totals = new CompetitionRanking<decimal>([.. members.Select(u => u.Total!.Value)]);
            var indexes = new ByIndex<CompetitionRanking<decimal>>(k =>
                new([.. members.Select(u => u.Comparable(k, period.Settings)).OfType<decimal>()])
            );
            members.ForEach(u =>
                unions[u.Number] = u with
                {
                    Rank = new(
                        totals.PlaceOf(u.Total!.Value),
                        totals.Sharing(u.Total!.Value),
                        members.Count,
                        new(k => u.Comparable(k, period.Settings) is { } value ? indexes[k].PlaceOf(value) : null)
                    ),
                }
            );
        }

        return period with
        {
            Unions = [.. unions],
        };
    }

    /// <summary>The ranked unions of each group.</summary>
    public static IEnumerable<IGrouping<string, ScoredUnion>> Groups(IEnumerable<ScoredUnion> unions) =>
        unions.Where(u => u.Reason is null).GroupBy(u => u.Group, StringComparer.Ordinal);

    private static Unranked? Reason(ScoredUnion union, Settings settings) =>
        union.Organisation switch
        {
            { Level: Level.District } => Unranked.District,
            { IsPublic: false } => Unranked.NotPublic,
            { Status: OrganisationStatus.New } => Unranked.New,
            { Status: OrganisationStatus.Merged } => Unranked.Merged,
            { Status: OrganisationStatus.Dissolved } => Unranked.Dissolved,
            _ when union.Total is null => Unranked.NoValue,
            _ when union.Coverage < settings.RankMinimumCoverage => Unranked.Coverage,
            _ => null,
        };
}
