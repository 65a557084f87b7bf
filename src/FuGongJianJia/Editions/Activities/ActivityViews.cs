using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Activities;

/// <summary>
/// The activities of all periods as pages show them（活动）, each made once: a period, its registers and its programmes
/// tell of the same ones.
/// </summary>
/// <param name="periods">Scores of the periods.</param>
internal sealed class ActivityViews(IEnumerable<PeriodScores> periods)
{
    private readonly Dictionary<Activity, ActivityView> _views = periods
        .Select(p => (p.Data.Activities, Names: new OrganisationNames(p)))
        .SelectMany(p => p.Activities.Select(a => KeyValuePair.Create(a, View(a, p.Names))))
        .ToDictionary(ReferenceEqualityComparer.Instance);

    /// <summary>An activity as pages show it.</summary>
    public ActivityView this[Activity activity] => _views[activity];

    private static ActivityView View(Activity activity, OrganisationNames names) =>
        new(
            activity.Code,
            activity.Name,
            names.Name(activity.Organiser),
            activity.Start,
            activity.Place,
            activity.Headcount is { } count ? new(count, activity.HeadcountKind, activity.Approximate) : null,
            activity.Sessions,
            activity.Summary
        )
        {
            Organiser = names.IsPublic(activity.Organiser) ? activity.Organiser : "",
            End = activity.End,
        };
}
