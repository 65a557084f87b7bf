using System.Collections.Immutable;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>Registers over all periods（名册）: commendations, histories of unions.</summary>
internal static class Registers
{
    /// <summary>
    /// Commendations without doubles: the newest folder's record of a code holds, and of the same honour given to the
    /// same recipient by the same body on
    /// the same day only one; withdrawn ones are gone, with every earlier record of them.
    /// </summary>
    public static ImmutableArray<CommendationView> Commendations(Scores scores)
    {
        var newest = scores
            .Periods.Reverse()
            .SelectMany(p =>
                p.Data.Commendations.OrderBy(c => c.Code, StringComparer.Ordinal)
                    .Select(c => (Commendation: c, Names: new Names(p)))
            )
            .DistinctBy(x => x.Commendation.Code, StringComparer.Ordinal)
            .ToList();
        var withdrawn = newest
            .Where(x => x.Commendation.Status == CommendationStatus.Withdrawn)
            .Select(x => Honour(x.Commendation))
            .ToHashSet();
        return
        [
            .. newest
                .Where(x =>
                    x.Commendation.Status != CommendationStatus.Withdrawn && !withdrawn.Contains(Honour(x.Commendation))
                )
                .DistinctBy(x => Honour(x.Commendation))
                .OrderByDescending(x => x.Commendation.GrantedOn)
                .ThenBy(x => x.Commendation.Level)
                .ThenBy(x => x.Commendation.Code, StringComparer.Ordinal)
                .Select(x => View(x.Commendation, x.Names)),
        ];
    }

    /// <summary>Every public union, town and the district across periods, by code.</summary>
    public static ImmutableArray<UnionHistory> Histories(
        Scores scores,
        ImmutableArray<PeriodEdition> periods,
        ImmutableArray<CorrectionView> corrections
    )
    {
        var results = periods.SelectMany(p =>
            p.Towns.Concat(p.Unions).Prepend(p.District).Select(r => (Period: p, Result: r))
        );
        var scored = scores.Periods.ToDictionary(p => p.Period);
        var lineage = LineageSentences(scores);
        var corrected = corrections.ToLookup(c => c.Correction.Organisation, StringComparer.Ordinal);
        return
        [
            .. results
                .GroupBy(x => x.Result.Code, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g =>
                {
                    var newest = g.Last().Result.Organisation;
                    var breaks = Breaks(g.Select(x => (scored[x.Period.Period], x.Result.Organisation)));
                    return new UnionHistory(
                        g.Key,
                        newest.Name,
                        newest.Level,
                        [
                            .. g.Select(x => new HistoryPoint(
                                x.Period.Period,
                                x.Result.Total,
                                [.. x.Result.Indexes.Select(i => i.Value)],
                                x.Result.Ranking,
                                breaks.Contains(x.Period.Period)
                            )),
                        ],
                        lineage.TryGetValue(g.Key, out var sentences) ? sentences : []
                    )
                    {
                        Corrections = [.. corrected[g.Key]],
                    };
                }),
        ];
    }

    // Periods in which the union's own applicable catalogue (codes and versions) differs from its one before of the
    // same kind: a change that
    // concerns other levels or classes breaks nothing here.
    private static HashSet<Period> Breaks(IEnumerable<(PeriodScores Scores, Organisation Organisation)> periods)
    {
        var breaks = new HashSet<Period>();
        var last = new Dictionary<PeriodKind, List<(string Code, string Version)>>();
        foreach (var (scores, organisation) in periods)
        {
            var catalogue = new List<(string, string)>();
            foreach (var row in scores.Plan.For(organisation))
            {
                if (row >= 0)
                {
                    catalogue.Add((scores.Plan.Rows[row].Code, scores.Plan.Rows[row].Version));
                }
            }

            if (last.TryGetValue(scores.Period.Kind, out var before) && !before.SequenceEqual(catalogue))
            {
                breaks.Add(scores.Period);
            }

            last[scores.Period.Kind] = catalogue;
        }

        return breaks;
    }

    private static Dictionary<string, ImmutableArray<string>> LineageSentences(Scores scores)
    {
        var sentences = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var period in scores.Periods)
        {
            foreach (var organisation in period.Organisations)
            {
                if (
                    names.TryGetValue(organisation.Code, out var before)
                    && before != organisation.Name
                    && organisation.IsPublic
                )
                {
                    Add(organisation.Code, OriginWords.Renamed(period.Period, before, organisation.Name));
                }

                // A union that is not public has a name in none of these sentences.
                names[organisation.Code] = organisation.IsPublic ? organisation.Name : OriginWords.Hidden;
            }

            for (var u = 0; u < period.Organisations.Length; u++)
            {
                var organisation = period.Organisations[u];
                var former = Former(period, u);
                if (
                    OriginWords.History(
                        period.Origin(u).Kind,
                        organisation,
                        [.. organisation.Lineage.Select(c => names.GetValueOrDefault(c, c))],
                        [.. former.Where(c => c != organisation.Code).Select(c => names.GetValueOrDefault(c, c))],
                        former.Contains(organisation.Code, StringComparer.Ordinal)
                    ) is
                    { Length: > 0 } sentence
                )
                {
                    Add(organisation.Code, sentence);
                }
            }
        }

        return sentences.ToDictionary(
            s => s.Key,
            s => s.Value.Distinct(StringComparer.Ordinal).ToImmutableArray(),
            StringComparer.Ordinal
        );

        void Add(string code, string sentence)
        {
            if (!sentences.TryGetValue(code, out var list))
            {
                sentences[code] = list = [];
            }

            list.Add(sentence);
        }

        IReadOnlyList<string> Former(PeriodScores period, int union) =>
            period.BaseScores is not { } then
                ? []
                : [.. period.Origin(union).Unions.Select(n => then.Organisations[n].Code)];
    }

    private static (string, string, string, DateOnly) Honour(Commendation c) =>
        (c.Recipient, c.Honour, c.Grantor, c.GrantedOn);

    private static CommendationView View(Commendation commendation, Names names)
    {
        var organisation = commendation.Organisation is { } code ? names.Find(code) : null;
        var hidden = organisation is { IsPublic: false };
        return new(
            hidden ? commendation with { Organisation = null } : commendation,
            hidden ? "" : organisation?.Name ?? commendation.Organisation ?? "",
            organisation is { IsPublic: true }
        );
    }
}
