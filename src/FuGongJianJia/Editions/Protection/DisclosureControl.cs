using System.Collections.Immutable;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Protection;

/// <summary>
/// The stage Protection（公开审查）: from the office's edition to the public's. Whatever the public may not see is decided
/// here and nowhere after. Guidance by name, overdue work and missing values of units have no place in what it makes;
/// of places as much is left as 排名.公开 lets stand, and lists that told them by their order are put in the order of
/// codes. What small-number protection withholds is in neither edition: the office prints what the public could add up.
/// </summary>
public static class DisclosureControl
{
    /// <summary>The public edition.</summary>
    public static PublicEdition Protect(OfficeEdition office)
    {
        ArgumentNullException.ThrowIfNull(office);
        var standing = office.Settings.PublicStanding;
        return new PublicEdition(
            office with
            {
                Histories =
                    standing == PublicStanding.Places
                        ? office.Histories
                        : [.. office.Histories.Select(h => h with { Points = [.. h.Points.Select(Point)] })],
                Notes = Notes(office.Notes),
            },
            [.. office.Periods.Select(p => Period(Starred(p, office.Settings), standing))]
        );

        HistoryPoint Point(HistoryPoint point) => point with { Ranking = Shown(point.Ranking, standing) };
    }

    // A note that quotes a value, for whoever prepares the data, tells the public what kind of thing was noted: the
    // value may be one that is not published.
    private static ImmutableArray<QualityNote> Notes(ImmutableArray<QualityNote> notes) =>
        [
            .. notes
                .Select(n =>
                    ValueCodes.QuotingValues.Contains(n.Code) ? n with { Text = Codes.Find(n.Code)!.Title + "。" } : n
                )
                .GroupBy(n => n with { Count = 0 })
                .Select(same => same.Key with { Count = same.Sum(n => n.Count) }),
        ];

    // A star says that its conditions are met, and its absence that one is not: it is for the public where the settings
    // say so, and nothing that is 必备 for the unit is withheld.
    private static OfficePeriod Starred(OfficePeriod office, Settings settings) =>
        settings.Stars.Levels.IsEmpty
            ? office
            : office with
            {
                Unions =
                [
                    .. office.Unions.Select(u =>
                        settings.Stars.ArePublic
                        && !u.Indicators.Any(i => i.Indicator.Mandatory && i.Withheld != Withheld.No)
                            ? u
                            : u with
                            {
                                Star = null,
                            }
                    ),
                ],
            };

    private static PublicPeriod Period(OfficePeriod office, PublicStanding standing)
    {
        if (standing == PublicStanding.Places)
        {
            return new(office);
        }

        var shown = new PublicPeriod(office)
        {
            District = Shown(office.District, standing),
            Towns = All(office.Towns, standing),
            Unions = All(office.Unions, standing),
        };
        return shown with { Groups = [.. office.Groups.Select(Unordered)] };
    }

    private static ImmutableArray<UnionResult> All(ImmutableArray<UnionResult> results, PublicStanding standing) =>
        [.. results.Select(r => Shown(r, standing))];

    private static UnionResult Shown(UnionResult result, PublicStanding standing) =>
        !result.Ranking.IsRanked
            ? result
            : result with
            {
                Ranking = Shown(result.Ranking, standing),
                Indexes = [.. result.Indexes.Select(i => i with { Place = null })],
                Robustness = result.Robustness is { } firmness ? firmness with { Best = null, Worst = null } : null,
            };

    private static Ranking Shown(Ranking ranking, PublicStanding standing) =>
        !ranking.IsRanked
            ? ranking
            : new()
            {
                Group = ranking.Group,
                Ranked = ranking.Ranked,
                Band = standing == PublicStanding.Bands ? ranking.Band : null,
            };

    private static RankGroup Unordered(RankGroup group) =>
        group with
        {
            Members =
            [
                .. group.Members.Take(group.Ranked).Order(StringComparer.Ordinal),
                .. group.Members.Skip(group.Ranked),
            ],
        };
}
