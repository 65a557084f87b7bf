using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Eligibility;

/// <summary>
/// Screening before commendation（评先资格审查）: reads what catalogue and settings ask for against what a union reported. An
/// order of rules and nothing else; no score enters but where the settings set a bar（评先.最低总指数）.
/// </summary>
public static class Screener
{
    /// <summary>The indicators that are looked at in a period, by their number there.</summary>
    public static ImmutableArray<int> Indicators(PeriodScores period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var rows = period.Data.Catalogue.ToLookup(r => r.Code, StringComparer.Ordinal);
        return
        [
            .. Enumerable
                .Range(0, period.Codes.Length)
                .Where(i =>
                    rows[period.Codes[i]]
                        .Any(r => r.Levels.Contains(Level.Grassroots) && DemandOf(r, period.Settings) is not null)
                ),
        ];
    }

    /// <summary>
    /// What is asked of a row of the catalogue; null when nothing is. The gravest mark holds.
    /// </summary>
    public static Demand? DemandOf(Indicator row, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(settings);
        return row.Veto ? Demand.NoOccurrence
            : row.Mandatory ? Demand.Mandatory
            : settings.Commending.Indicators.Contains(row.Code, StringComparer.Ordinal) ? Demand.Named
            : null;
    }

    /// <summary>True for who is looked at: grass-roots unions that stand, public or not.</summary>
    public static bool Concerns(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        return organisation is { Level: Level.Grassroots, Status: OrganisationStatus.Normal or OrganisationStatus.New };
    }

    /// <summary>Screens a union.</summary>
    /// <param name="period">The period.</param>
    /// <param name="union">A grass-roots union of it that stands.</param>
    /// <param name="indicators">What <see cref="Indicators"/> gave.</param>
    public static Screened Screen(PeriodScores period, ScoredUnion union, ImmutableArray<int> indicators)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(union);
        var settings = period.Settings;
        return new(
            union,
            [.. indicators.Select(i => Test(union.Cells[i], settings))],
            union.Coverage < settings.RankMinimumCoverage,
            union.Total < settings.Commending.LeastTotal
        );
    }

    // Points stand whether a value is withheld or not: the office judges by what was reported.
    private static Tested Test(in Cell cell, Settings settings) =>
        cell.Row is { } row && DemandOf(row, settings) is { } demand
            ? new(
                cell,
                demand,
                cell.State switch
                {
                    CellState.Scored or CellState.Protected => cell.Points < Fraction.Hundred
                        ? Outcome.Unmet
                        : Outcome.Met,
                    CellState.Missing or CellState.Doubtful => Outcome.Unanswered,
                    _ => Outcome.NotAsked,
                }
            )
            : new(cell, null, Outcome.NotAsked);
}

/// <summary>One indicator of the screening of a union（审查的一项）.</summary>
/// <param name="Cell">What the union reported.</param>
/// <param name="Demand">What is asked; null when nothing is asked of this union.</param>
/// <param name="Outcome">How it came out.</param>
public readonly record struct Tested(Cell Cell, Demand? Demand, Outcome Outcome);

/// <summary>A union that was screened（一家工会的审查）.</summary>
/// <param name="Union">The union.</param>
/// <param name="Tests">In the order of the indicators.</param>
/// <param name="LacksCoverage">覆盖率 below the setting 排名.最低覆盖率.</param>
/// <param name="LacksTotal">总指数 below the setting 评先.最低总指数.</param>
public sealed record Screened(ScoredUnion Union, ImmutableArray<Tested> Tests, bool LacksCoverage, bool LacksTotal)
{
    /// <summary>结论: of the rules that apply the first.</summary>
    public ScreeningVerdict Verdict =>
        Any(Outcome.Unmet, Demand.NoOccurrence) ? ScreeningVerdict.Vetoed
        : Union.Organisation.Status == OrganisationStatus.New ? ScreeningVerdict.NotEntered
        : Tests.Any(t => t.Outcome == Outcome.Unmet) || LacksTotal ? ScreeningVerdict.Fails
        : Tests.Any(t => t.Outcome == Outcome.Unanswered) || LacksCoverage ? ScreeningVerdict.Unclear
        : ScreeningVerdict.Passes;

    /// <summary>True when every 必备 indicator that applies was reported and reached.</summary>
    public bool IsMandatoryMet =>
        Tests.All(t => t.Demand != Demand.Mandatory || t.Outcome is Outcome.Met or Outcome.NotAsked);

    private bool Any(Outcome outcome, Demand demand) => Tests.Any(t => t.Outcome == outcome && t.Demand == demand);
}
