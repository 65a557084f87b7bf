using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Histories;

/// <summary>Histories of unions over all periods（历年）.</summary>
internal static class HistoryComposer
{
    /// <summary>Every public union, town and the district across periods, by code.</summary>
    public static ImmutableArray<UnionHistory> Of(
        Scores scores,
        StandingComposer standings,
        IEnumerable<(PeriodScores Scores, IEnumerable<UnionResult> Results)> periods,
        ImmutableArray<CorrectionView> corrections
    )
    {
        var results = periods.SelectMany(p => p.Results.Select(r => (p.Scores, Result: r)));
        var lineage = LineageSentences(scores);
        var corrected = corrections.ToLookup(c => c.Organisation, StringComparer.Ordinal);
        return
        [
            .. results
                .GroupBy(x => x.Result.Code, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .AsParallel()
                .AsOrdered()
                .Select(g =>
                {
                    var newest = g.Last().Result.Organisation;
                    var breaks = Breaks(g.Key, g.Select(x => x.Scores));
                    return new UnionHistory(
                        g.Key,
                        newest.Name,
                        newest.Level,
                        [
                            .. g.Select(x => new HistoryPoint(
                                x.Result.Period,
                                x.Result.Total,
                                [.. x.Result.Indexes.Select(i => i.Value)],
                                x.Result.Ranking,
                                breaks.Contains(x.Result.Period)
                            )
                            {
                                Stood = x.Result.Standing.Counts,
                            }),
                        ],
                        lineage.TryGetValue(g.Key, out var sentences) ? sentences : []
                    )
                    {
                        Standing = standings.Newest(g.Key),
                        Corrections = [.. corrected[g.Key]],
                    };
                }),
        ];
    }

    // Periods in which the union's own applicable catalogue (codes and versions) differs from its one before of the
    // same kind: a change that concerns other levels or classes breaks nothing here.
    private static HashSet<Period> Breaks(string code, IEnumerable<PeriodScores> periods)
    {
        var breaks = new HashSet<Period>();
        var last = new Dictionary<PeriodKind, ImmutableArray<Cell>>();
        foreach (var scores in periods)
        {
            var blanks = scores.Catalogue.BlanksFor(scores.Find(code)!.Organisation);
            if (
                last.TryGetValue(scores.Period.Kind, out var before)
                && before != blanks
                && !Applicable(before).SequenceEqual(Applicable(blanks))
            )
            {
                breaks.Add(scores.Period);
            }

            last[scores.Period.Kind] = blanks;
        }

        return breaks;
    }

    private static IEnumerable<(string Code, string Version)> Applicable(ImmutableArray<Cell> blanks) =>
        blanks
            .Where(c => c.State == CellState.Missing)
            .Select(c => c.Row)
            .OfType<Indicator>()
            .Select(r => (r.Code, r.Version));

    private static Dictionary<string, ImmutableArray<string>> LineageSentences(Scores scores)
    {
        var sentences = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var names = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var period in scores.Periods)
        {
            foreach (var organisation in period.Unions.Select(u => u.Organisation))
            {
                if (
                    names.TryGetValue(organisation.Code, out var before)
                    && before != organisation.Name
                    && organisation.IsPublic
                )
                {
                    Add(organisation.Code, LineageWords.Renamed(period.Period, before, organisation.Name));
                }

                // A union that is not public has a name in none of these sentences.
                names[organisation.Code] = organisation.IsPublic ? organisation.Name : null;
            }

            foreach (var union in period.Unions)
            {
                var organisation = union.Organisation;
                var former = union.Origin.Unions.Select(u => u.Organisation.Code).ToList();
                if (
                    LineageWords.Sentence(
                        union.Origin.Kind,
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
    }
}
