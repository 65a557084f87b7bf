using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Editions.Process;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>
/// Programmes（专题）: the known kinds of activity, and every 专项 (the text before “·”) with its parts. Slugs of known ones
/// are fixed;
/// another 专项 gets special- and a hash of its name, so that its address is the same in every edition.
/// </summary>
internal static class Programmes
{
    private static readonly ImmutableArray<(string Slug, string Title, ImmutableArray<string> Kinds)> Known =
    [
        ("model-workers-help", "劳模助企", ["劳模助企"]),
        ("home-visits", "大家访", ["家访", "大家访"]),
        ("lecture-hall", "大讲堂", ["大讲堂"]),
        ("mentoring", "拜师结对", ["拜师结对", "结对"]),
        ("training", "技能培训", ["培训", "技能培训"]),
        ("culture-and-sport", "文体活动", ["文体", "文体活动", "文化活动"]),
    ];

    /// <summary>Address part of a 专项.</summary>
    public static string SlugOf(string name) =>
        name == "五提升"
            ? "five-improvements"
            : "special-" + Phrases.Hash(name).ToString("x8", CultureInfo.InvariantCulture);

    public static ImmutableArray<Programme> Of(Scores scores, ImmutableArray<CaseStory> cases)
    {
        var newestFirst = scores.Periods.Reverse().ToImmutableArray();
        var programmes = Known
            .Select(k =>
                One(k.Slug, k.Title, newestFirst, a => k.Kinds.Contains(a.Kind, StringComparer.Ordinal), k.Kinds, cases)
            )
            .ToList();
        programmes.AddRange(
            scores
                .Periods.SelectMany(p => p.Data.Activities)
                .Select(a => Split(a.Programme).Name)
                .Where(n => n.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(name =>
                    One(SlugOf(name), name, newestFirst, a => Split(a.Programme).Name == name, [name], cases)
                )
        );
        return
        [
            .. programmes.Where(p =>
                !p.Totals.IsEmpty || !p.Cases.IsEmpty || !p.Pairings.IsEmpty || !p.HomeVisits.IsEmpty
            ),
        ];
    }

    private static Programme One(
        string slug,
        string title,
        ImmutableArray<PeriodScores> newestFirst,
        Func<Activity, bool> belongs,
        ImmutableArray<string> kinds,
        ImmutableArray<CaseStory> cases
    )
    {
        var totals = newestFirst
            .Where(p => p.Data.Activities.Any(belongs))
            .Select(p => (p.Period, Summaries.Total(title, p.Data.Activities.Where(belongs))))
            .ToImmutableArray();
        var newestYear = newestFirst.FirstOrDefault(p => p.Period.Kind == PeriodKind.Year);
        ImmutableArray<PairingTotal> pairings =
            slug != "mentoring"
                ? []
                :
                [
                    .. newestFirst
                        .Where(p => !p.Data.Pairings.IsEmpty)
                        .Select(p => new PairingTotal(
                            p.Period,
                            p.Data.Pairings.Length,
                            p.Data.Pairings.Count(x => x.Completed)
                        )),
                ];
        ImmutableArray<HomeVisitTotal> visits =
            slug != "home-visits" ? [] : [.. newestFirst.Where(p => !p.Data.HomeVisits.IsEmpty).Select(Visits)];
        var shownCases = cases
            .Where(c => kinds.Contains(c.Kind, StringComparer.Ordinal) || c.Kind == title)
            .Select(c => c.Slug)
            .ToImmutableArray();
        var period =
            totals.Select(t => (Period?)t.Period).FirstOrDefault(p => p!.Value.Kind == PeriodKind.Year)
            ?? totals.Select(t => (Period?)t.Period).FirstOrDefault();
        return new()
        {
            Slug = slug,
            Title = title,
            Totals = totals,
            Parts = Parts(newestFirst, belongs),
            Activities = Distinct(newestFirst, belongs),
            Cases = shownCases,
            Pairings = pairings,
            HomeVisits = visits,
            Finding = ProcessWords.Programme(
                title,
                period ?? newestYear?.Period,
                totals.FirstOrDefault(t => t.Period == period).Item2,
                pairings.FirstOrDefault(p => p.Period.Kind == PeriodKind.Year),
                visits.FirstOrDefault(v => v.Period.Kind == PeriodKind.Year),
                shownCases.Length
            ),
        };
    }

    // Home visits of the reporting units themselves: a town's own row would count its unions twice.
    private static HomeVisitTotal Visits(PeriodScores period)
    {
        var names = new Names(period);
        var lowest = period.Data.HomeVisits.Max(v => names.Level(v.Organisation));
        var rows = period.Data.HomeVisits.Where(v => names.Level(v.Organisation) == lowest).ToList();
        return new(
            period.Period,
            rows.Sum(v => v.Due),
            rows.Sum(v => v.Made),
            rows.Sum(v => v.Problems ?? 0),
            rows.Sum(v => v.Solved ?? 0)
        );
    }

    // A year holds the activities of its quarters again: the year's are counted, each code once.
    private static ImmutableArray<ActivityTotal> Parts(
        ImmutableArray<PeriodScores> newestFirst,
        Func<Activity, bool> belongs
    )
    {
        var years = newestFirst.Where(p => p.Period.Kind == PeriodKind.Year).ToList();
        var from = years.Count > 0 ? years : [.. newestFirst];
        return
        [
            .. from.SelectMany(p => p.Data.Activities)
                .Where(belongs)
                .DistinctBy(a => a.Code, StringComparer.Ordinal)
                .Where(a => Split(a.Programme).Part.Length > 0)
                .GroupBy(a => Split(a.Programme).Part, StringComparer.Ordinal)
                .Where(g => g.All(a => a.Programme is not null))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Summaries.Total(g.Key, g)),
        ];
    }

    private static ImmutableArray<ActivityView> Distinct(
        ImmutableArray<PeriodScores> newestFirst,
        Func<Activity, bool> belongs
    ) =>
        [
            .. newestFirst
                .SelectMany(p => p.Data.Activities.Where(belongs).Select(a => (Activity: a, Names: new Names(p))))
                .DistinctBy(x => x.Activity.Code, StringComparer.Ordinal)
                .Where(x => x.Names.IsPublic(x.Activity.Organiser))
                .OrderByDescending(x => x.Activity.Start)
                .ThenBy(x => x.Activity.Code, StringComparer.Ordinal)
                .Select(x => new ActivityView(
                    x.Activity,
                    x.Names.Name(x.Activity.Organiser),
                    Numerals.Headcount(x.Activity)
                )),
        ];

    private static (string Name, string Part) Split(string? programme)
    {
        var text = programme?.Trim() ?? "";
        var at = text.IndexOfAny(['·', '•', '・']);
        return at < 0 ? (text, "") : (text[..at].Trim(), text[(at + 1)..].Trim());
    }
}
