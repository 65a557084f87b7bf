using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Programmes;

/// <summary>A period as its programmes see it（专题的一期）: its activities by the programmes that they belong to.</summary>
internal sealed class ProgrammePeriod
{
    private readonly ILookup<string, ProgrammeActivity> _activities;

    /// <param name="scores">The period.</param>
    public ProgrammePeriod(PeriodScores scores)
    {
        Scores = scores;
        Names = new OrganisationNames(scores);
        _activities = scores
            .Data.Activities.GroupBy(a => (a.Kind, a.Programme))
            .SelectMany(alike =>
            {
                var (name, part) = ProgrammeNames.Split(alike.Key.Programme);
                return ProgrammeNames
                    .TitlesOf(alike.Key.Kind, name)
                    .SelectMany(title => alike.Select(a => (Title: title, Activity: new ProgrammeActivity(a, part))));
            })
            .ToLookup(x => x.Title, x => x.Activity, StringComparer.Ordinal);
    }

    /// <summary>The scores and data of the period.</summary>
    public PeriodScores Scores { get; }

    /// <summary>The period.</summary>
    public Period Period => Scores.Period;

    /// <summary>Names of its organisations.</summary>
    public OrganisationNames Names { get; }

    /// <summary>Activities of a programme, by its title.</summary>
    public IEnumerable<ProgrammeActivity> this[string title] => _activities[title];

    /// <summary>Whether a programme has any.</summary>
    public bool Has(string title) => _activities.Contains(title);
}

/// <summary>An activity of a programme（专题的活动）.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Part">What stands behind “·” of its 专项; empty for none.</param>
internal sealed record ProgrammeActivity(Activity Activity, string Part);
