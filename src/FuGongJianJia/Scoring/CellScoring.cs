using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Scores what each union reports itself（逐项评分）: state, rule and score of its cells.</summary>
internal static class CellScoring
{
    /// <summary>The period with the cells of its unions, none pooled yet.</summary>
    public static PeriodScores Of(PeriodData data, Settings settings, CancellationToken cancel)
    {
        var (catalogue, targets) = (new CompiledCatalogue(data.Catalogue), new Targets(data, settings));
        var organisations = data.Organisations.Sort((a, b) => string.CompareOrdinal(a.Code, b.Code));
        var reported = Reported(organisations, catalogue.Codes, data.Observations);
        var groups = Groups(organisations, settings);
        return new(
            data,
            settings,
            catalogue,
            targets,
            Enumerable
                .Range(0, organisations.Length)
                .ToImmutableArray()
                .Map(
                    u => new ScoredUnion
                    {
                        Number = u,
                        Organisation = organisations[u],
                        Group = groups[u],
                        Cells = Cells(organisations[u], groups[u], reported[u]),
                    },
                    cancel
                )
        );

        ImmutableArray<Cell> Cells(Organisation organisation, string group, Observation?[]? own)
        {
            var blanks = catalogue.BlanksFor(organisation);
            var cells = new Cell[blanks.Length];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = blanks[i].Row is not { } row
                    ? blanks[i]
                    : Cell(
                        blanks[i] with
                        {
                            Rule = targets.RuleOf(row, organisation, group),
                            Points = settings.MissingScoresZero ? Fraction.Zero : null,
                        },
                        own?[i],
                        data.Period
                    );
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(cells);
        }
    }

    private static Cell Cell(Cell blank, Observation? own, Period period) =>
        (blank.State, own?.State) switch
        {
            (CellState.Missing, null or ObservationState.Missing) when IsEarly(blank, period) => blank with
            {
                State = CellState.NotAsked,
            },
            (CellState.Missing, ObservationState.Reported) => (blank with { Observation = own }).ScoredFrom(
                Measure.Of(own!)
            ),
            (CellState.Missing, ObservationState.NotApplicable) => blank with { State = CellState.NotApplicable },
            (CellState.Missing, ObservationState.Doubtful) => blank with
            {
                State = CellState.Doubtful,
                Observation = own,
            },
            _ => blank,
        };

    // A yearly indicator is asked at the year's end; who reports it before is scored.
    private static bool IsEarly(in Cell cell, Period period) =>
        period.EndsEarly && cell.Row is { Timing: Timing.Yearly };

    // What each union reports, by indicator; null for a union that reports nothing.
    private static Observation?[]?[] Reported(
        ImmutableArray<Organisation> organisations,
        ImmutableArray<string> codes,
        ImmutableArray<Observation> observations
    )
    {
        var rows = Positions(organisations.Select(o => o.Code));
        var columns = Positions(codes);
        var reported = new Observation?[]?[organisations.Length];
        foreach (var observation in observations)
        {
            if (
                rows.TryGetValue(observation.Organisation, out var u)
                && columns.TryGetValue(observation.Indicator, out var i)
            )
            {
                (reported[u] ??= new Observation?[codes.Length])[i] = observation;
            }
        }

        return reported;
    }

    private static Dictionary<string, int> Positions(IEnumerable<string> codes) =>
        codes.Select((code, n) => (code, n)).ToDictionary(x => x.code, x => x.n, StringComparer.Ordinal);

    // One string for a group, not one for a union: names are compared and hashed all the time.
    private static string[] Groups(ImmutableArray<Organisation> organisations, Settings settings)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. organisations.Select(o =>
            {
                var name = RankGroups.NameOf(o, settings);
                known.Add(name);
                return known.TryGetValue(name, out var shared) ? shared : name;
            }),
        ];
    }
}
