using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Pairings;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Programmes;

/// <summary>
/// Programmes（专题）: the known kinds of activity, and every 专项 (the text before “·”) with its parts. Slugs of known ones
/// are fixed; another 专项 gets special- and a hash of its name, so that its address is the same in every edition.
/// </summary>
internal static class ProgrammeComposer
{
    /// <summary>Address part of a 专项.</summary>
    public static string SlugOf(string name) =>
        name == "五提升"
            ? "five-improvements"
            : "special-" + Phrases.Hash(name).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The programmes of an edition.</summary>
    /// <param name="periods">Periods, earliest first.</param>
    /// <param name="cases">Cases.</param>
    /// <param name="texts">What people wrote of them.</param>
    public static ImmutableArray<Programme> Of(
        ImmutableArray<PeriodScores> periods,
        ImmutableArray<CaseView> cases,
        ImmutableArray<WrittenPage> texts
    )
    {
        var newestFirst = periods.Reverse().ToImmutableArray();
        var about = texts.ToDictionary(t => t.Title, t => (t.Body, t.File), StringComparer.Ordinal);
        return
        [
            .. ProgrammeNames
                .Of(periods.SelectMany(p => p.Data.Activities))
                .Select(title =>
                    about.TryGetValue(title, out var text)
                        ? One(title, newestFirst, cases) with
                        {
                            About = text.Body,
                            File = text.File["input/".Length..],
                        }
                        : One(title, newestFirst, cases)
                )
                .Where(p =>
                    !p.Totals.IsEmpty
                    || !p.Cases.IsEmpty
                    || !p.Pairings.IsEmpty
                    || !p.HomeVisits.IsEmpty
                    || p.About.Length > 0
                ),
        ];
    }

    /// <summary>The programmes of one year alone; none for a part of one.</summary>
    public static ImmutableArray<Programme> AsOf(
        Period period,
        ImmutableArray<PeriodScores> periods,
        ImmutableArray<CaseView> cases,
        ImmutableArray<WrittenPage> texts
    ) => period.Kind == PeriodKind.Year ? Of([.. periods.Where(p => p.Period == period)], cases, texts) : [];

    private static Programme One(string title, ImmutableArray<PeriodScores> newestFirst, ImmutableArray<CaseView> cases)
    {
        var known = ProgrammeNames.Known.FirstOrDefault(k => k.Title == title);
        Func<Activity, bool> belongs = known is null
            ? a => ProgrammeNames.Split(a.Programme).Name == title
            : a =>
                known.Kinds.Contains(a.Kind, StringComparer.Ordinal) || ProgrammeNames.Split(a.Programme).Name == title;
        var slug = known?.Slug ?? SlugOf(title);
        var totals = newestFirst
            .Where(p => p.Data.Activities.Any(belongs))
            .Select(p => (p.Period, ActivityComposer.Total(title, p.Data.Activities.Where(belongs))))
            .ToImmutableArray();
        var paired = slug == "mentoring" ? newestFirst.Where(p => !p.Data.Pairings.IsEmpty).ToImmutableArray() : [];
        var visited =
            slug == "home-visits" ? newestFirst.Where(p => !p.Data.HomeVisits.IsEmpty).ToImmutableArray() : [];
        var told =
            totals
                .Select(t => (Period?)t.Period)
                .OrderByDescending(p => p!.Value.Kind == PeriodKind.Year)
                .FirstOrDefault()
            ?? newestFirst.Select(p => (Period?)p.Period).FirstOrDefault(p => p!.Value.Kind == PeriodKind.Year);
        var now = newestFirst.FirstOrDefault(p => p.Period == told);
        return new()
        {
            Slug = slug,
            Title = title,
            Period = told,
            Totals = totals,
            Months = now is null ? [] : Months(now, belongs),
            Plan = now is null || totals.IsEmpty ? null : Indicator(now, r => IsPlan(r, title)),
            Measured =
                now is null || visited.IsEmpty
                    ? null
                    : Indicator(now, r => r.Source.Contains("家访汇总", StringComparison.Ordinal)),
            Parts = Parts(newestFirst, belongs),
            Activities = Distinct(newestFirst, belongs),
            Cases =
            [
                .. cases
                    .Where(c => c.Kind == title || known?.Kinds.Contains(c.Kind, StringComparer.Ordinal) == true)
                    .Select(c => c.Slug),
            ],
            Pairings = [.. paired.Select(Pairings)],
            Pairs = paired.IsEmpty ? [] : Pairs(paired[0]),
            HomeVisits = [.. visited.Select(Visits)],
        };
    }

    // Counted from the ledger of activities, and the 口径 names the programme.
    private static bool IsPlan(Indicator row, string title) =>
        row is { Rule.Kind: RuleKind.Count, Timing: Timing.Cumulative }
        && row.Source.Contains("活动", StringComparison.Ordinal)
        && row.Definition.Contains(title, StringComparison.Ordinal);

    // The district's own row; what the public does not see of it is not told.
    private static ProgrammeIndicator? Indicator(PeriodScores period, Func<Indicator, bool> isMeant)
    {
        var district = period.Unions.First(u => u.Organisation.Level == Level.District);
        var cell = district.Cells.FirstOrDefault(c => c.Row is { } row && isMeant(row));
        return cell.Row is { } found
            ? new(
                found.Code,
                found.Name,
                cell.Rule!.Target,
                cell is { State: CellState.Scored, Withheld: Withheld.No, IsVeiled: false }
                    ? ReportedValues.Of(cell)
                    : null
            )
            : null;
    }

    private static ImmutableArray<ProgrammeMonth> Months(PeriodScores period, Func<Activity, bool> belongs)
    {
        var begun = period
            .Data.Activities.Where(a => belongs(a) && a.Start >= period.Period.Start && a.Start <= period.Period.End)
            .ToLookup(a => a.Start.Month);
        var (first, last) = (period.Period.Start.Month, period.Period.End.Month);
        return begun.Count == 0
            ? []
            :
            [
                .. Enumerable
                    .Range(first, last - first + 1)
                    .Select(m => new ProgrammeMonth(m, begun[m].Count(), begun[m].Sum(a => a.Sessions))),
            ];
    }

    private static PairingTotal Pairings(PeriodScores period) =>
        new(
            period.Period,
            period.Data.Pairings.Length,
            period.Data.Pairings.Count(p => IsDue(p, period.Period)),
            period.Data.Pairings.Count(p => p.Completed)
        );

    private static bool IsDue(Pairing pairing, Period period) => pairing.Completed || pairing.End <= period.End;

    private static ImmutableArray<PairView> Pairs(PeriodScores period)
    {
        var names = new OrganisationNames(period);
        return
        [
            .. period
                .Data.Pairings.Where(p => names.IsPublic(p.Organisation))
                .OrderBy(p => p.Skill, StringComparer.Ordinal)
                .ThenBy(p => p.Organisation, StringComparer.Ordinal)
                .ThenBy(p => p.Start)
                .ThenBy(p => p.Code, StringComparer.Ordinal)
                .Select(p => new PairView(
                    p.Skill,
                    p.Organisation,
                    names.Name(p.Organisation),
                    p.Start,
                    p.End,
                    p.IsNamed && (p.Completed || !IsDue(p, period.Period)) ? (p.Mentor, p.Apprentice) : null
                )),
        ];
    }

    // Home visits of the reporting units themselves: a town's own row would count its unions twice.
    private static HomeVisitTotal Visits(PeriodScores period)
    {
        var names = new OrganisationNames(period);
        var lowest = period.Data.HomeVisits.Max(v => names.Level(v.Organisation));
        var rows = period.Data.HomeVisits.Where(v => names.Level(v.Organisation) == lowest).ToList();
        return new(
            period.Period,
            rows.Sum(v => v.Due),
            rows.Sum(v => v.Made),
            rows.Exists(v => v.Priority is not null) ? rows.Sum(v => v.Priority ?? 0) : null,
            rows.Sum(v => v.Problems ?? 0),
            rows.Sum(v => v.Solved ?? 0)
        );
    }

    // A year holds the activities of its quarters again, so that years are told where there are any.
    private static ImmutableArray<ProgrammePart> Parts(
        ImmutableArray<PeriodScores> newestFirst,
        Func<Activity, bool> belongs
    )
    {
        var years = newestFirst.Where(p => p.Period.Kind == PeriodKind.Year).ToList();
        var from = years.Count > 0 ? years : [.. newestFirst];
        return
        [
            .. from.SelectMany(p =>
                    p.Data.Activities.Where(belongs)
                        .Select(a => (p.Period, Activity: a, ProgrammeNames.Split(a.Programme).Part))
                )
                .Where(x => x.Part.Length > 0)
                .GroupBy(x => x.Part, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ProgrammePart(
                    g.Key,
                    [
                        .. g.GroupBy(x => x.Period)
                            .OrderByDescending(y => y.Key)
                            .Select(y => (y.Key, ActivityComposer.Total(g.Key, y.Select(x => x.Activity)))),
                    ]
                )),
        ];
    }

    private static ImmutableArray<ActivityView> Distinct(
        ImmutableArray<PeriodScores> newestFirst,
        Func<Activity, bool> belongs
    ) =>
        [
            .. newestFirst
                .SelectMany(p =>
                    p.Data.Activities.Where(belongs).Select(a => (Activity: a, Names: new OrganisationNames(p)))
                )
                .DistinctBy(x => x.Activity.Code, StringComparer.Ordinal)
                .Where(x => x.Names.IsPublic(x.Activity.Organiser))
                .OrderByDescending(x => x.Activity.Start)
                .ThenBy(x => x.Activity.Code, StringComparer.Ordinal)
                .Select(x => ActivityComposer.View(x.Activity, x.Names)),
        ];
}
