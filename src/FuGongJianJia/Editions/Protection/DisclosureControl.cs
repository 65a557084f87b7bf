using System.Collections.Immutable;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions;

/// <summary>
/// What of a period's places the public sees（名次公开）: the settings' 排名.公开 is applied here and nowhere else. Places, ties,
/// percentiles, moves and ranges of
/// places leave every result before any page, report or file is made from it, lists that told them by their order are
/// put in the order of codes,
/// and the sentences are written anew from what is left.
/// </summary>
internal static class PublicView
{
    public static PeriodEdition Of(PeriodEdition office, Settings settings)
    {
        if (settings.PublicStanding == PublicStanding.Places)
        {
            return office;
        }

        UnionResult Shown(UnionResult result) => Result(result, office.Period, settings.PublicStanding);
        ImmutableArray<UnionResult> All(ImmutableArray<UnionResult> results) =>
            [.. results.AsParallel().AsOrdered().Select(Shown)];
        var shown = office with
        {
            District = Shown(office.District),
            Towns = All(office.Towns),
            Unions = All(office.Unions),
        };
        shown = shown with
        {
            Risers = [.. office.Risers.Select(r => shown.Find(r.Code)!)],
            Fallers = [.. office.Fallers.Select(r => shown.Find(r.Code)!)],
            Groups =
            [
                .. office.Groups.Select(g =>
                    g with
                    {
                        Members =
                        [
                            .. g.Members.Take(g.Ranked).Order(StringComparer.Ordinal),
                            .. g.Members.Skip(g.Ranked),
                        ],
                    }
                ),
            ],
        };
        return shown with
        {
            Finding = PeriodWords.Finding(shown),
            Summary = PeriodWords.Summary(shown),
            IndexFindings = PeriodWords.Indexes(shown),
        };
    }

    private static UnionResult Result(UnionResult result, Period period, PublicStanding standing)
    {
        if (!result.Ranking.IsRanked)
        {
            return result;
        }

        var ranking = new Ranking
        {
            Group = result.Ranking.Group,
            Ranked = result.Ranking.Ranked,
            Band = standing == PublicStanding.Bands ? result.Ranking.Band : "",
        };
        var shown = result with
        {
            Ranking = ranking,
            Indexes = [.. result.Indexes.Select(i => i with { Place = null })],
            Robustness = result.Robustness is { } robustness ? robustness with { Best = null, Worst = null } : null,
        };
        return shown with { Finding = UnionWords.Finding(shown, period) };
    }
}
