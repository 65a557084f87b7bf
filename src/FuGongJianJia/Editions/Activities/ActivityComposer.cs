using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Activities;

/// <summary>Activities of a period（活动）.</summary>
internal static class ActivityComposer
{
    /// <summary>Null when the period has none.</summary>
    public static ActivitySummary? Of(PeriodData data, OrganisationNames names, ActivityViews views) =>
        data.Activities.IsEmpty
            ? null
            : new ActivitySummary(
                data.Period,
                [
                    .. data
                        .Activities.GroupBy(a => a.Kind, StringComparer.Ordinal)
                        .Select(g => Total(g.Key, g))
                        .OrderByDescending(t => t.Activities)
                        .ThenBy(t => t.Kind, StringComparer.Ordinal),
                ],
                [
                    .. data
                        .Activities.Where(a => names.IsPublic(a.Organiser))
                        .OrderByDescending(a => a.Start)
                        .ThenBy(a => a.Code, StringComparer.Ordinal)
                        .Select(a => views[a]),
                ]
            );

    /// <summary>Totals of some activities; 人 and 人次 apart, approximate when any part is.</summary>
    public static ActivityTotal Total(string kind, IEnumerable<Activity> activities)
    {
        var list = activities.ToList();
        return new(
            kind,
            list.Count,
            list.Sum(a => a.Sessions),
            list.Where(a => a.HeadcountKind == HeadcountKind.People).Sum(a => a.Headcount ?? 0),
            list.Where(a => a.HeadcountKind == HeadcountKind.Attendances).Sum(a => a.Headcount ?? 0),
            list.Exists(a => a.Approximate)
        );
    }
}
