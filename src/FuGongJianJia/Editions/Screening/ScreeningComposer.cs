using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Screening;

/// <summary>Makes the screening of one period（编制评先资格审查表）.</summary>
internal static class ScreeningComposer
{
    private const int DaysToReport = 15;

    /// <summary>The table; null where catalogue and settings ask for nothing.</summary>
    public static ScreeningTable? Of(PeriodScores scores, StandingComposer standings, OrganisationNames names)
    {
        var indicators = Screener.Indicators(scores);
        if (indicators.IsEmpty)
        {
            return null;
        }

        var awards = scores
            .Data.Commendations.Where(c =>
                c
                    is {
                        Kind: CommendationKind.Collective,
                        Status: not CommendationStatus.Withdrawn,
                        Organisation: not null
                    }
            )
            .ToLookup(c => c.Organisation!, StringComparer.Ordinal);
        var grassroots = scores.Unions.Where(u => u.Organisation.Level == Level.Grassroots).ToList();
        return new(
            [.. indicators.Select(i => Indicator(scores, i))],
            [
                .. grassroots
                    .Where(u => Screener.Concerns(u.Organisation))
                    .Select(u =>
                        Unit(
                            scores,
                            Screener.Screen(scores, u, indicators),
                            awards[u.Organisation.Code],
                            standings,
                            names
                        )
                    )
                    .OrderBy(u => u.Town, StringComparer.Ordinal)
                    .ThenBy(u => u.Code, StringComparer.Ordinal),
            ],
            [
                .. grassroots
                    .Where(u => !Screener.Concerns(u.Organisation))
                    .Select(u => new LeftOutUnit(u.Organisation.Name, standings.Of(scores, u.Organisation))),
            ],
            scores.Settings.RankMinimumCoverage,
            scores.Settings.Commending.LeastTotal,
            ChecklistWords.DeadlineAfter(scores.Period),
            scores.Period.End.AddDays(DaysToReport)
        )
        {
            HasStars = !scores.Settings.Stars.Levels.IsEmpty && scores.Period.Kind == PeriodKind.Year,
        };
    }

    private static ScreenedIndicator Indicator(PeriodScores scores, int number)
    {
        var row = scores.Data.Catalogue.First(r =>
            r.Code == scores.Codes[number]
            && r.Levels.Contains(Level.Grassroots)
            && Screener.DemandOf(r, scores.Settings) is not null
        );
        return new(row.Code, row.Name, Screener.DemandOf(row, scores.Settings)!.Value, row.Unit);
    }

    private static ScreenedUnit Unit(
        PeriodScores scores,
        Screened screened,
        IEnumerable<Commendation> awards,
        StandingComposer standings,
        OrganisationNames names
    )
    {
        var union = screened.Union;
        var town = names.Town(union.Organisation.Code);
        return new()
        {
            Code = union.Organisation.Code,
            Name = union.Organisation.Name,
            Town = town,
            TownName = names.Find(town)?.ShortName ?? town,
            Standing = standings.Of(scores, union.Organisation),
            Verdict = screened.Verdict,
            Values = [.. screened.Tests.Select(t => Value(t, scores.Settings.SmallNumberThreshold))],
            Coverage = union.Coverage,
            Total = union.Total,
            LacksCoverage = screened.LacksCoverage,
            LacksTotal = screened.LacksTotal,
            Unanswered = union.Cells.Count(c => c.State is CellState.Missing or CellState.Doubtful),
            Star = Stars.Of(scores, screened)?.Name,
            Awards =
            [
                .. awards
                    .OrderBy(c => c.GrantedOn)
                    .ThenBy(c => c.Code, StringComparer.Ordinal)
                    .Select(c => new ScreenedAward(c.Code, c.Honour, c.Document ?? "", c.GrantedOn, c.Status)),
            ],
        };
    }

    // Of a small number the office too is told that it is small, and no more.
    private static ScreenedValue Value(in Tested test, int threshold)
    {
        var cell = test.Cell;
        return new(
            test.Demand is null ? null : cell.Row,
            test.Demand ?? Demand.Named,
            test.Outcome,
            cell.State switch
            {
                CellState.Missing => ObservationState.Missing,
                CellState.Doubtful => ObservationState.Doubtful,
                CellState.Scored or CellState.Protected => ObservationState.Reported,
                _ => ObservationState.NotApplicable,
            },
            cell.State is not (CellState.Scored or CellState.Protected) ? null
                : cell.Withheld is Withheld.Small or Withheld.Complementary ? ReportedValues.Withheld(cell, threshold)
                : ReportedValues.Of(cell),
            cell.ReportedOn
        );
    }
}
