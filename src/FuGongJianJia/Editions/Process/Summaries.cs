using FuGongJianJia.Editions.Words;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Process;

/// <summary>Process measures of guidance, needs and activities（指导、需求、活动）.</summary>
internal static class Summaries
{
    /// <summary>
    /// Counts of the ladder. A matter is one organisation's task, or where no task is named its 事由; it ended at the
    /// highest rung it reached.
    /// </summary>
    public static GuidanceSummary? Guidance(PeriodData data)
    {
        if (data.Guidance.IsEmpty)
        {
            return null;
        }

        var last = data
            .Guidance.GroupBy(g => (g.Organisation, g.Task ?? g.Matter))
            .Select(g => g.OrderBy(x => x.Rung).ThenBy(x => x.IssuedOn).Last())
            .ToList();
        var summary = new GuidanceSummary(
            [.. Vocabulary.Rungs.Select(r => data.Guidance.Count(g => g.Rung == r))],
            [.. Vocabulary.Rungs.Select(r => last.Count(g => g.Rung == r))],
            [.. Vocabulary.Rungs.Select(r => data.Guidance.Count(g => g.Rung == r && g.RectifiedOn is not null))],
            ""
        );
        return summary with
        {
            Finding = ProcessWords.Guidance(summary, data.Period, last.Count(g => g.RectifiedOn is not null)),
        };
    }

    public static NeedSummary? Needs(PeriodData data, Settings settings, Period? toldIn)
    {
        if (data.Needs.IsEmpty)
        {
            return null;
        }

        var needs = data.Needs;
        var summary = new NeedSummary(
            needs.Length,
            needs.Count(n => n.AnalysedOn is not null),
            needs.Count(n => n.AnsweredOn is not null),
            needs.Count(n => n.PolicyChanged),
            Quantiles.Days(
                needs
                    .Where(n => n.AnsweredOn is not null)
                    .Select(n => n.AnsweredOn!.Value.DayNumber - n.ReportedOn.DayNumber),
                0.5m
            ),
            // With every category withheld a table would say nothing, and with one the total would be its count.
            toldIn is null
            && NeedCategories.Of(needs, settings) is var categories
            && categories.Any(c => c.Withheld == Withheld.No)
                ? categories
                : [],
            [
                .. needs
                    .Where(n => n.PolicyChanged && n.PolicyChange is { Length: > 0 })
                    .OrderByDescending(n => n.AnsweredOn)
                    .ThenBy(n => n.Code, StringComparer.Ordinal)
                    .Select(n => new PolicyChangeView(n.Category, n.PolicyChange!, n.Document, n.AnsweredOn)),
            ],
            toldIn,
            ""
        );
        return summary with { Finding = ProcessWords.Needs(summary, data.Period) };
    }

    public static ActivitySummary? Activities(PeriodData data, Func<string, string> nameOf, Func<string, bool> isPublic)
    {
        if (data.Activities.IsEmpty)
        {
            return null;
        }

        var summary = new ActivitySummary(
            [
                .. data
                    .Activities.GroupBy(a => a.Kind, StringComparer.Ordinal)
                    .Select(g => Total(g.Key, g))
                    .OrderByDescending(t => t.Activities)
                    .ThenBy(t => t.Kind, StringComparer.Ordinal),
            ],
            [
                .. data
                    .Activities.Where(a => isPublic(a.Organiser))
                    .OrderByDescending(a => a.Start)
                    .ThenBy(a => a.Code, StringComparer.Ordinal)
                    .Select(a => new ActivityView(a, nameOf(a.Organiser), Numerals.Headcount(a))),
            ],
            ""
        );
        return summary with { Finding = ProcessWords.Activities(summary, data.Period) };
    }

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
