using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Method;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Screening;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Office;

/// <summary>Makes one period of the edition（一期）.</summary>
internal static class PeriodComposer
{
    /// <summary>Composes it.</summary>
    /// <param name="scores">Scores of the period, small numbers already decided on.</param>
    /// <param name="standings">What became of every unit.</param>
    /// <param name="corrections">Corrections of all periods.</param>
    /// <param name="activities">Activities of all periods.</param>
    /// <param name="needsToldIn">The longer period that tells needs by category and by town in place of this one; null
    /// when this one does.</param>
    public static OfficePeriod Compose(
        PeriodScores scores,
        StandingComposer standings,
        ImmutableArray<CorrectionView> corrections,
        ActivityViews activities,
        Period? needsToldIn
    )
    {
        var (data, settings) = (scores.Data, scores.Settings);
        var composer = new ResultComposer(
            scores,
            standings,
            corrections.Where(c => c.Period == scores.Period).ToLookup(c => c.Organisation, StringComparer.Ordinal)
        );
        var results = scores
            .Unions.Where(u => u.Organisation is { IsPublic: true } or { Level: Level.District })
            .ToImmutableArray()
            .Map(composer.Compose, CancellationToken.None)
            .ToLookup(r => r.Organisation.Level);
        ImmutableArray<UnionResult> hidden =
        [
            .. scores
                .Unions.Where(u => u.Organisation is { IsPublic: false, Level: not Level.District })
                .Select(composer.Compose)
                .OrderBy(r => r.Code, StringComparer.Ordinal),
        ];
        var district = results[Level.District].First();
        var towns = results[Level.Town].ToImmutableArray();
        var unions = results[Level.Grassroots].ToImmutableArray();
        var dataDate = data.Observations.Max(o => o.ReportedOn) ?? data.Period.End;
        var names = new OrganisationNames(scores);
        var distributions = DistributionComposer.OfIndicators(towns, unions, scores.Period, settings);
        ImmutableArray<TaskProgress> tasks =
        [
            .. data.Tasks.Select(t => new TaskProgress(t, dataDate, settings.FailedAppraisals, names.IsWithin)),
        ];
        var matters = Matters(tasks, dataDate, data.Guidance, names);
        var named = Named(data, names);
        var executors = tasks.ToDictionary(t => t.Task.Code, t => t.Named.Count(), StringComparer.Ordinal);
        var threshold = settings.SmallNumberThreshold;
        var held = matters.Where(m => m.Holder == m.Unit).Select(m => (m.Unit, m.Task)).ToHashSet();
        return new OfficePeriod
        {
            Period = scores.Period,
            Base = scores.Base?.Period,
            DataDate = dataDate,
            Indicators = [.. scores.Catalogue.Variants.Select(v => Indicator(scores, v, distributions))],
            District = district,
            Towns = towns,
            Tiles = [.. data.TownTiles.Select(t => new TownTile(t.Town, t.Row, t.Column))],
            Unions = unions,
            HiddenUnions = scores.Unions.Count(u =>
                u.Organisation
                    is {
                        Level: Level.Grassroots,
                        IsPublic: false,
                        Status: OrganisationStatus.Normal or OrganisationStatus.New
                    }
            ),
            Memberships = MembershipCount.Of(scores, names),
            Groups = Groups([.. towns, .. unions]),
            Distributions = DistributionComposer.Of(towns, unions, scores.Period, settings),
            Tasks = TaskComposer.Of(data.Period, tasks, data.Guidance, threshold, names),
            Guidance = GuidanceComposer.Of(
                data,
                (unit, task) => held.Contains((unit, task)),
                task => executors.GetValueOrDefault(task),
                threshold,
                names
            ),
            Needs = NeedComposer.Of(data, settings, needsToldIn),
            TownNeeds = needsToldIn is null ? TownNeedSummaries.Of(data.Needs, settings, names) : [],
            Activities = ActivityComposer.Of(data, names, activities),
            NotPublic = hidden,
            Named = named,
            Matters = matters,
            Ledger = Ledger(tasks, matters, named, names),
            NeedMatters = NeedLedger.Of(data.Needs, district.Code, dataDate, names),
            Registers = RegisterComposer.Of(data, names, activities),
            Missing = Missing(scores, names),
            Tallies = UnionTally.Of(scores, names),
            Unlisted =
            [
                .. scores
                    .Unions.Where(u =>
                        u.Organisation is { Level: Level.Grassroots, IsPublic: false }
                        && Pooling.IsActive(u.Organisation)
                    )
                    .Select(composer.Compose),
            ],
            Screening = ScreeningComposer.Of(scores, standings, names),
            Method = MethodComposer.Of(scores),
        };
    }

    private static IndicatorView Indicator(
        PeriodScores scores,
        ImmutableArray<Indicator> variants,
        ILookup<string, Distribution> distributions
    )
    {
        var first = variants[0];
        var then = scores
            .Base?.Data.Catalogue.Where(r => r.Code == first.Code)
            .Select(r => r.Version)
            .ToHashSet(StringComparer.Ordinal);
        return new IndicatorView
        {
            Code = first.Code,
            Name = first.Name,
            Index = first.Index,
            Unit = first.Unit,
            HigherIsBetter = first.HigherIsBetter,
            Variants = variants,
            SeriesBreak = then is not null && !then.SetEquals(variants.Select(v => v.Version)),
            Distributions = [.. distributions[first.Code]],
        };
    }

    private static ImmutableArray<RankGroup> Groups(ImmutableArray<UnionResult> results) =>
        [
            .. results
                .Where(r => r.Standing.Counts)
                .GroupBy(r => (r.Organisation.Level, r.Ranking.Group))
                .OrderBy(g => g.Key.Level)
                .ThenBy(g => g.First().Organisation.Category)
                .ThenBy(g => g.Max(r => r.Organisation.Workers ?? -1))
                .ThenBy(g => g.Key.Group, StringComparer.Ordinal)
                .Select(g => new RankGroup(
                    g.Key.Group,
                    g.Key.Level,
                    [
                        .. g.OrderBy(r => r.Ranking.Place ?? int.MaxValue)
                            .ThenBy(r => r.Code, StringComparer.Ordinal)
                            .Select(r => r.Code),
                    ],
                    g.Count(r => r.Ranking.IsRanked)
                )),
        ];

    private static ImmutableArray<NamedGuidance> Named(PeriodData data, OrganisationNames names) =>
        [
            .. data
                .Guidance.OrderByDescending(g => g.Rung)
                .ThenBy(g => g.IssuedOn)
                .ThenBy(g => g.Code, StringComparer.Ordinal)
                .Select(g => new NamedGuidance
                {
                    Code = g.Code,
                    Rung = g.Rung,
                    Organisation = g.Organisation,
                    OrganisationName = names.Name(g.Organisation),
                    Town = names.Town(g.Organisation),
                    Task = g.Task,
                    Indicator = g.Indicator,
                    Matter = g.Matter,
                    IssuedOn = g.IssuedOn,
                    DueOn = g.DueOn,
                    RectifiedOn = g.RectifiedOn,
                    Result = g.Result,
                    Document = g.Document,
                    Remark = g.Remark ?? "",
                }),
        ];

    private static ImmutableArray<OfficeTask> Ledger(
        ImmutableArray<TaskProgress> tasks,
        ImmutableArray<TaskMatter> matters,
        ImmutableArray<NamedGuidance> named,
        OrganisationNames names
    )
    {
        var (byTask, guided) = (
            matters.ToLookup(m => m.Task, StringComparer.Ordinal),
            named.ToLookup(g => g.Task ?? "", StringComparer.Ordinal)
        );
        return
        [
            .. tasks
                .OrderBy(t => t.Task.Code, StringComparer.Ordinal)
                .Select(t => new OfficeTask
                {
                    Code = t.Task.Code,
                    Name = t.Task.Name,
                    Indicator = t.Task.Indicator,
                    Origin = t.Task.Origin,
                    Priority = t.Task.Priority,
                    LedgerStatus = t.Task.Status,
                    IssuerName = names.Name(t.Task.Issuer),
                    IssuedOn = t.Task.IssuedOn,
                    DueOn = t.Task.DueOn,
                    Steps =
                    [
                        .. t.Steps.Select(s => new OfficeStep(
                            s.Kind,
                            s.Unit,
                            names.Name(s.Unit),
                            s.On,
                            t.DaysBefore(s),
                            s.Result,
                            s.Appraisal ?? "",
                            s.Opinion ?? ""
                        )),
                    ],
                    Matters = [.. byTask[t.Task.Code]],
                    Guided =
                    [
                        .. guided[t.Task.Code].OrderBy(g => g.IssuedOn).ThenBy(g => g.Code, StringComparer.Ordinal),
                    ],
                }),
        ];
    }

    private static ImmutableArray<TaskMatter> Matters(
        ImmutableArray<TaskProgress> tasks,
        DateOnly dataDate,
        ImmutableArray<Guidance> guidance,
        OrganisationNames names
    ) =>
        [
            .. tasks
                .OrderBy(t => t.Task.Code, StringComparer.Ordinal)
                .SelectMany(t =>
                    t.Executors.Select(e => new TaskMatter
                    {
                        Task = t.Task.Code,
                        Name = t.Task.Name,
                        Issuer = t.Task.Issuer,
                        IssuerName = names.Name(t.Task.Issuer),
                        IssuedOn = t.Task.IssuedOn,
                        DueOn = t.Task.DueOn,
                        Unit = e.Unit,
                        UnitName = names.Name(e.Unit),
                        FirstReportOn = e.FirstReportOn,
                        AcceptedReportOn = e.AcceptedReportOn,
                        State = e.State,
                        Town = names.Town(e.State.Holder(t.Task.Issuer, e.Unit) ?? e.Unit),
                        UnitTown = names.Town(e.Unit),
                        Indicator = t.Task.Indicator,
                        DaysLeft = t.Task.DueOn.DayNumber - dataDate.DayNumber,
                        Rung = guidance
                            .Where(g => g.Task == t.Task.Code && g.Organisation == e.Unit && g.IssuedOn <= dataDate)
                            .Max(g => (GuidanceRung?)g.Rung),
                    })
                ),
        ];

    private static ImmutableArray<MissingValues> Missing(PeriodScores scores, OrganisationNames names)
    {
        var remarks = scores
            .Data.Observations.Where(o =>
                o is { State: ObservationState.Missing or ObservationState.Doubtful, Remark.Length: > 0 }
            )
            .ToLookup(o => o.Organisation, o => o.Remark!, StringComparer.Ordinal);
        return
        [
            .. scores
                .Unions.Where(u =>
                    u.Organisation.Status is not (OrganisationStatus.Merged or OrganisationStatus.Dissolved)
                )
                .Select(u => new MissingValues(
                    u.Organisation.Code,
                    u.Organisation.Name,
                    names.Town(u.Organisation.Code),
                    [.. u.Cells.Where(c => c.State is CellState.Missing or CellState.Doubtful).Select(c => c.Row!.Code)]
                )
                {
                    Remarks = [.. remarks[u.Organisation.Code].Distinct(StringComparer.Ordinal)],
                })
                .Where(m => m.Indicators.Length > 0),
        ];
    }
}
