using System.Collections.Immutable;
using FuGongJianJia.Editions.Process;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>Makes one period of the edition（一期）.</summary>
internal static class PeriodComposer
{
    private const int MostMovers = 10;

    /// <param name="scores">Scores of the period, small numbers already decided on.</param>
    /// <param name="needsToldIn">The longer period that tells needs by category and by town in place of this one; null
    /// when this one does.</param>
    public static PeriodEdition Compose(PeriodScores scores, Period? needsToldIn)
    {
        var (data, settings) = (scores.Data, scores.Settings);
        var results = new UnionResult?[scores.Unions.Length];
        var composer = new ResultComposer(scores);
        Parallel.For(
            0,
            results.Length,
            u =>
                results[u] = scores.Unions[u].Organisation is { IsPublic: true } or { Level: Level.District }
                    ? composer.Compose(scores.Unions[u])
                    : null
        );
        var district = results.OfType<UnionResult>().First(r => r.Organisation.Level == Level.District);
        var towns = results.OfType<UnionResult>().Where(r => r.Organisation.Level == Level.Town).ToImmutableArray();
        var unions = results
            .OfType<UnionResult>()
            .Where(r => r.Organisation.Level == Level.Grassroots)
            .ToImmutableArray();
        var dataDate = data.Observations.Max(o => o.ReportedOn) ?? data.Period.End;
        var names = new Names(scores);
        var edition = new PeriodEdition
        {
            Period = scores.Period,
            Base = scores.Base?.Period,
            DataDate = dataDate,
            Indicators = [],
            District = district,
            Towns = towns,
            Unions = unions,
            HiddenUnions = scores.Unions.Count(u => u.Organisation is { Level: Level.Grassroots, IsPublic: false }),
            Groups = Groups([.. towns, .. unions]),
            Distributions = Distributions.Of(towns, unions, settings),
            Tasks = TaskSummaries.Of(data, settings, dataDate, names.Name, names.Level),
            Guidance = Summaries.Guidance(data),
            Needs = Summaries.Needs(data, settings, needsToldIn),
            TownNeeds = needsToldIn is null ? TownNeedSummaries.Of(data.Needs, settings, names) : [],
            Activities = Summaries.Activities(data, names.Name, names.IsPublic),
            Internal = Internal(scores, dataDate, names),
            Finding = "",
            Scope = PeriodWords.Scope(scores.Period),
            Risers = Movers([.. towns, .. unions], up: true),
            Fallers = Movers([.. towns, .. unions], up: false),
            Method = Methodology.For(scores),
        };
        edition = edition with
        {
            Indicators = [.. Enumerable.Range(0, scores.Codes.Length).Select(i => Indicator(scores, i, edition))],
        };
        return edition with
        {
            Finding = PeriodWords.Finding(edition),
            Summary = PeriodWords.Summary(edition),
            IndexFindings = PeriodWords.Indexes(edition),
        };
    }

    private static IndicatorView Indicator(PeriodScores scores, int indicator, PeriodEdition edition)
    {
        var variants = scores.Catalogue.Variants[indicator];
        var first = variants[0];
        var then = scores.Base is { } b
            ? b.Data.Catalogue.Where(r => r.Code == first.Code).Select(r => r.Version).ToHashSet(StringComparer.Ordinal)
            : null;
        var view = new IndicatorView
        {
            Code = first.Code,
            Name = first.Name,
            Index = first.Index,
            Unit = first.Unit,
            HigherIsBetter = first.HigherIsBetter,
            Variants = variants,
            SeriesBreak = then is not null && !then.SetEquals(variants.Select(v => v.Version)),
            Distributions = Distributions.OfIndicator(first.Code, edition.Towns, edition.Unions, scores.Settings),
        };
        return view with { Finding = PeriodWords.Indicator(view, edition.District, edition.Towns, edition.Unions) };
    }

    private static ImmutableArray<RankGroup> Groups(ImmutableArray<UnionResult> results) =>
        [
            .. results
                .GroupBy(r => (r.Organisation.Level, r.Ranking.Group))
                .OrderBy(g => g.Key.Level)
                .ThenBy(g => g.First().Organisation.Category)
                .ThenBy(g => g.Max(r => r.Organisation.Workers ?? -1))
                .ThenBy(g => g.Key.Group, StringComparer.Ordinal)
                .Select(g => new RankGroup(
                    g.Key.Group,
                    g.Key.Level,
                    [
                        .. g.OrderBy(r => r.Ranking.Place ?? int.MaxValue)
                            .ThenBy(r => r.Code, StringComparer.Ordinal)
                            .Select(r => r.Code),
                    ],
                    g.Count(r => r.Ranking.IsRanked)
                )),
        ];

    private static ImmutableArray<UnionResult> Movers(ImmutableArray<UnionResult> results, bool up) =>
        [
            .. results
                .Where(r => r.Ranking.IsRanked && (up ? r.Change?.Comparable > 0m : r.Change?.Comparable < 0m))
                .OrderByDescending(r => Math.Abs(r.Change!.Comparable!.Value))
                .ThenBy(r => r.Code, StringComparer.Ordinal)
                .Take(MostMovers),
        ];

    private static InternalView Internal(PeriodScores scores, DateOnly dataDate, Names names) =>
        new()
        {
            Guidance =
            [
                .. scores
                    .Data.Guidance.OrderByDescending(g => g.Rung)
                    .ThenBy(g => g.IssuedOn)
                    .ThenBy(g => g.Code, StringComparer.Ordinal)
                    .Select(g => new NamedGuidance(g, names.Name(g.Organisation), names.Town(g.Organisation))),
            ],
            Overdue = TaskSummaries.Overdue(scores.Data, scores.Settings, dataDate, names.Name, names.Town),
            Missing =
            [
                .. scores
                    .Unions.Where(u =>
                        u.Organisation.Status is not (OrganisationStatus.Merged or OrganisationStatus.Dissolved)
                    )
                    .Select(u => new MissingValues(
                        u.Organisation.Code,
                        u.Organisation.Name,
                        names.Town(u.Organisation.Code),
                        [
                            .. u
                                .Cells.Where(c => c.State is CellState.Missing or CellState.Doubtful)
                                .Select(c => c.Row!.Code),
                        ]
                    ))
                    .Where(m => m.Indicators.Length > 0),
            ],
        };
}
