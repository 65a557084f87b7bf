using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Activities;
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
internal sealed class ProgrammeComposer
{
    private readonly ImmutableArray<ProgrammePeriod> _newestFirst;
    private readonly ImmutableArray<CaseView> _cases;
    private readonly Dictionary<string, WrittenPage> _about;
    private readonly ActivityViews _activities;

    /// <param name="periods">Periods, earliest first.</param>
    /// <param name="cases">Cases.</param>
    /// <param name="texts">What people wrote of them.</param>
    /// <param name="activities">Activities of all periods.</param>
    public ProgrammeComposer(
        ImmutableArray<PeriodScores> periods,
        ImmutableArray<CaseView> cases,
        ImmutableArray<WrittenPage> texts,
        ActivityViews activities
    )
    {
        _activities = activities;
        _newestFirst = [.. periods.Reverse().Select(p => new ProgrammePeriod(p))];
        _cases = cases;
        _about = texts.ToDictionary(t => t.Title, StringComparer.Ordinal);
    }

    /// <summary>Address part of a 专项.</summary>
    public static string SlugOf(string name) =>
        name == "五提升"
            ? "five-improvements"
            : "special-" + Phrases.Hash(name).ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The programmes of all periods.</summary>
    public ImmutableArray<Programme> All() => Of(_newestFirst);

    /// <summary>The programmes of one year alone; none for a part of one.</summary>
    public ImmutableArray<Programme> OfYear(Period period) =>
        period.Kind == PeriodKind.Year ? Of([.. _newestFirst.Where(p => p.Period == period)]) : [];

    private ImmutableArray<Programme> Of(ImmutableArray<ProgrammePeriod> newestFirst) =>
        [
            .. ProgrammeNames
                .Of(newestFirst.SelectMany(p => p.Scores.Data.Activities))
                .Map(title => One(title, newestFirst), CancellationToken.None)
                .Where(p =>
                    !p.Totals.IsEmpty
                    || !p.Cases.IsEmpty
                    || !p.Pairings.IsEmpty
                    || !p.HomeVisits.IsEmpty
                    || p.About.Length > 0
                ),
        ];

    private Programme One(string title, ImmutableArray<ProgrammePeriod> newestFirst)
    {
        var about = _about.GetValueOrDefault(title);
        var known = ProgrammeNames.Known.FirstOrDefault(k => k.Title == title);
        var slug = known?.Slug ?? SlugOf(title);
        var totals = newestFirst
            .Where(p => p.Has(title))
            .Select(p => (p.Period, ActivityComposer.Total(title, p[title].Select(a => a.Activity))))
            .ToImmutableArray();
        var paired =
            slug == "mentoring" ? newestFirst.Where(p => !p.Scores.Data.Pairings.IsEmpty).ToImmutableArray() : [];
        var visited =
            slug == "home-visits" ? newestFirst.Where(p => !p.Scores.Data.HomeVisits.IsEmpty).ToImmutableArray() : [];
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
            About = about?.Body ?? "",
            File = about?.File["input/".Length..] ?? "",
            Period = told,
            Totals = totals,
            Months = now is null ? [] : Months(now.Period, now[title]),
            Plan = now is null || totals.IsEmpty ? null : Indicator(now.Scores, r => IsPlan(r, title)),
            Measured =
                now is null || visited.IsEmpty
                    ? null
                    : Indicator(now.Scores, r => r.Source.Contains("家访汇总", StringComparison.Ordinal)),
            Parts = Parts(title, newestFirst),
            Activities = Distinct(title, newestFirst),
            Cases =
            [
                .. _cases
                    .Where(c => c.Kind == title || known?.Kinds.Contains(c.Kind, StringComparer.Ordinal) == true)
                    .Select(c => c.Slug),
            ],
            Pairings = [.. paired.Select(p => Pairings(p.Scores))],
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

    private static ImmutableArray<ProgrammeMonth> Months(Period period, IEnumerable<ProgrammeActivity> activities)
    {
        var begun = activities
            .Select(a => a.Activity)
            .Where(a => a.Start >= period.Start && a.Start <= period.End)
            .ToLookup(a => a.Start.Month);
        var (first, last) = (period.Start.Month, period.End.Month);
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

    private static ImmutableArray<PairView> Pairs(ProgrammePeriod period)
    {
        var names = period.Names;
        return
        [
            .. period
                .Scores.Data.Pairings.Where(p => names.IsPublic(p.Organisation))
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
    private static HomeVisitTotal Visits(ProgrammePeriod period)
    {
        var (names, visits) = (period.Names, period.Scores.Data.HomeVisits);
        var lowest = visits.Max(v => names.Level(v.Organisation));
        var rows = visits.Where(v => names.Level(v.Organisation) == lowest).ToList();
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
    private static ImmutableArray<ProgrammePart> Parts(string title, ImmutableArray<ProgrammePeriod> newestFirst)
    {
        var years = newestFirst.Where(p => p.Period.Kind == PeriodKind.Year).ToList();
        var from = years.Count > 0 ? years : [.. newestFirst];
        return
        [
            .. from.SelectMany(p => p[title].Select(a => (p.Period, a.Activity, a.Part)))
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

    private ImmutableArray<ActivityView> Distinct(string title, ImmutableArray<ProgrammePeriod> newestFirst) =>
        [
            .. newestFirst
                .SelectMany(p => p[title].Select(a => (a.Activity, p.Names)))
                .DistinctBy(x => x.Activity.Code, StringComparer.Ordinal)
                .Where(x => x.Names.IsPublic(x.Activity.Organiser))
                .OrderByDescending(x => x.Activity.Start)
                .ThenBy(x => x.Activity.Code, StringComparer.Ordinal)
                .Select(x => _activities[x.Activity]),
        ];
}
