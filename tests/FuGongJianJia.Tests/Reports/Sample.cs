using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Honours;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// A small fictional edition made by hand, so that figures and reports are tested without import and scoring.
/// </summary>
internal static class Sample
{
    private static readonly (
        string Code,
        string Name,
        IndexKey Index,
        string Unit,
        RuleKind Rule,
        decimal Target,
        decimal Weight
    )[] Rows =
    [
        ("R01", "思想引领覆盖率", IndexKey.Red, "%", RuleKind.TargetRatio, 80, 30),
        ("R02", "党建带工建达标率", IndexKey.Red, "%", RuleKind.TargetRatio, 100, 25),
        ("R03", "劳模工匠宣讲场次", IndexKey.Red, "场", RuleKind.Count, 12, 25),
        ("R04", "工会干部党纪与业务培训参训率", IndexKey.Red, "%", RuleKind.TargetRatio, 95, 20),
        ("G01", "建会率", IndexKey.Norm, "%", RuleKind.TargetRatio, 90, 15),
        ("G02", "会员实名制率", IndexKey.Norm, "%", RuleKind.TargetRatio, 95, 15),
        ("G03", "组织健全度", IndexKey.Norm, "项", RuleKind.Checklist, 4, 20),
        ("G04", "工会经费足额上缴率", IndexKey.Norm, "%", RuleKind.Tiers, 100, 20),
        ("G05", "经审问题逾期未整改数", IndexKey.Norm, "个", RuleKind.Deduction, 20, 15),
        ("G06", "任务按期办结率", IndexKey.Norm, "%", RuleKind.TargetRatio, 95, 15),
        ("H01", "劳动和技能竞赛参与率", IndexKey.Vigour, "%", RuleKind.TargetRatio, 60, 30),
        ("H02", "劳模工匠创新工作室", IndexKey.Vigour, "级别分", RuleKind.Tiers, 100, 20),
        ("H03", "职工技能培训完成率", IndexKey.Vigour, "%", RuleKind.TargetRatio, 100, 30),
        ("H04", "新就业形态劳动者入会完成率", IndexKey.Vigour, "%", RuleKind.TargetRatio, 100, 20),
        ("W01", "困难职工帮扶到位率", IndexKey.Warmth, "%", RuleKind.TargetRatio, 100, 25),
        ("W02", "走访慰问覆盖率", IndexKey.Warmth, "%", RuleKind.TargetRatio, 90, 20),
        ("W03", "疗休养与健康体检参加率", IndexKey.Warmth, "%", RuleKind.TargetRatio, 30, 15),
        ("W04", "服务阵地达标率", IndexKey.Warmth, "%", RuleKind.TargetRatio, 100, 15),
        ("W05", "会员评家满意率", IndexKey.Warmth, "%", RuleKind.Tiers, 95, 25),
        ("X01", "职代会（职工大会）按期召开", IndexKey.Harmony, "", RuleKind.YesNo, 0, 25),
        ("X02", "集体合同三项有效签订率", IndexKey.Harmony, "%", RuleKind.Checklist, 3, 35),
        ("X03", "劳动争议调解成功率", IndexKey.Harmony, "%", RuleKind.TargetRatio, 80, 20),
        ("X04", "群体性劳动关系事件", IndexKey.Harmony, "起", RuleKind.Deduction, 50, 20),
    ];

    private static readonly string[] TownNames =
    [
        "云溪街道",
        "东溪镇",
        "松岭镇",
        "石桥镇",
        "南浦镇",
        "白鹤乡",
        "青竹乡",
        "临江街道",
    ];

    private static readonly string[] UnionNames =
    [
        "纺织联合工会",
        "机械有限公司工会",
        "中心小学工会",
        "机关工会",
        "物流园联合工会",
        "精密电子科技股份有限公司工会",
    ];

    /// <summary>The indicators as catalogue rows.</summary>
    public static ImmutableArray<Indicator> Catalogue { get; } =
    [
        .. Rows.Select(r => new Indicator
        {
            Nature = r.Code == "X04" ? IndicatorNature.Event : IndicatorNature.Work,
            Code = r.Code,
            Version = "1",
            Name = r.Name,
            Index = r.Index,
            Unit = r.Unit,
            HigherIsBetter = r.Rule != RuleKind.Deduction,
            Rule = new Rule(
                r.Rule,
                r.Rule is RuleKind.Tiers or RuleKind.YesNo ? null : r.Target,
                r.Rule == RuleKind.Tiers ? [new(95, null, 100), new(85, null, 75), new(0, null, 0)] : []
            ),
            Weight = r.Weight,
            Levels = [Level.Town, Level.Grassroots],
            Aggregation = Aggregation.PooledRatio,
            Source = "台账",
            Definition = $"{r.Name}按年度统计。",
            Responsible = "基层",
        }),
    ];

    /// <summary>The public edition: two years and a quarter.</summary>
    public static PublicEdition Edition(bool demo = true, int unionsPerTown = 6) =>
        DisclosureControl.Protect(Office(demo, unionsPerTown));

    /// <summary>The office's edition.</summary>
    public static OfficeEdition Office(bool demo = true, int unionsPerTown = 6)
    {
        var before = PeriodOf(Period.OfYear(2023), null, 0, unionsPerTown);
        var quarter = PeriodOf(Period.OfQuarter(2024, 4), null, 1, unionsPerTown);
        var year = PeriodOf(Period.OfYear(2024), before, 2, unionsPerTown);
        ImmutableArray<OfficePeriod> periods = [before, quarter, year];
        return new OfficeEdition
        {
            Settings = new Settings
            {
                PublicStanding = PublicStanding.Places,
                District = "示例区",
                Publisher = "示例区总工会",
                Editor = "示例区总工会办公室",
                Demo = demo,
                BaseUrl = "https://nianjian.example/",
                Brief = new BriefSettings
                {
                    Name = "富工建家简报",
                    FirstSerial = 25,
                    ReportTo = ["示例区委", "示例市总工会"],
                    SendTo = ["区级有关部门"],
                    DistributeTo = ["各镇街总工会", "区直属基层工会"],
                    Copies = 30,
                    Notice = "内部资料　注意保存",
                },
            },
            Date = new DateOnly(2025, 1, 10),
            ToolVersion = "0.1.0",
            Fingerprint = "3f5a9c01d2e4",
            Periods = periods,
            Histories = [.. year.Towns.Prepend(year.District).Concat(year.Unions).Select(u => History(u, periods))],
            Commendations = [.. Commendations()],
            Cases = [.. Cases()],
            Corrections =
            [
                new()
                {
                    Period = Period.OfYear(2023),
                    PublishedWith = Period.OfYear(2024),
                    Organisation = "ZT02J01",
                    OrganisationName = "东溪镇纺织联合工会",
                    Indicator = "R01",
                    IndicatorName = "建会率",
                    On = new DateOnly(2024, 3, 8),
                    Values = new("81.20", "79.60", "分母误用年初职工数，现按年末职工数更正。"),
                },
            ],
            Notes =
            [
                new(Period.OfYear(2024), "FG0201", "指标值.csv 第12行", "“参训率”缺报，按口径不计分并公布覆盖率。", 3),
            ],
        };
    }

    /// <summary>A result with chosen scores, for single figures.</summary>
    public static UnionResult Result(
        string code,
        string name,
        Level level,
        int seed,
        Period? changedSince = null,
        string parent = "示例区总工会",
        UnionResult? before = null,
        Period? of = null
    )
    {
        var (random, period) = (new Wobble(seed), of ?? Period.OfYear(2024));
        var indicators = Catalogue.Select((indicator, i) => Indicator(indicator, i, random, level)).ToImmutableArray();
        indicators =
        [
            .. indicators.Select(i =>
                i with
                {
                    Gain =
                        i.Lost is { } lost && !i.IsEvent
                            ? Round(lost * 0.2m * 100m / Base(indicators, i.Indicator.Index))
                            : null,
                }
            ),
        ];
        ImmutableArray<IndexResult> indexes =
        [
            .. Vocabulary.Indexes.Select(key =>
            {
                var of = indicators.Where(i => i.Indicator.Index == key && i.Score is not null).ToArray();
                decimal? value =
                    of.Length == 0 ? null : Round(of.Sum(i => i.Points!.Value) * 100m / of.Sum(i => i.Weight));
                return new IndexResult(
                    key,
                    value,
                    Grade(value),
                    before is null ? null : Round((value - before.Indexes[(int)key].Value) ?? 0),
                    random.Next(1, 8),
                    value is null ? null : Round(84 + random.Next(0, 40) / 10m)
                );
            }),
        ];
        var total = Round(indexes.Where(i => i.Value is not null).Average(i => i.Value!.Value));
        var headline = before is null ? 0 : total - before.Total!.Value;
        return new UnionResult
        {
            Period = period,
            Organisation = new OrganisationView
            {
                Code = code,
                Name = name,
                ShortName = name.Replace("总工会", "", StringComparison.Ordinal),
                Level = level,
                Kind = level == Level.Grassroots ? OrganisationKind.Grassroots : OrganisationKind.TownFederation,
                Category = UnitCategory.Enterprise,
                Workers = 120 + seed,
                Members = 110 + seed,
                Parent =
                    level == Level.District ? null
                    : level == Level.Town ? "Q01"
                    : code[..4],
            },
            ParentName = level == Level.District ? "" : parent,
            Indexes = indexes,
            Total = total,
            Grade = Grade(total),
            Coverage = 96.5m,
            Ranking =
                level == Level.District
                    ? new Ranking { Group = "" }
                    : new Ranking
                    {
                        Group = level == Level.Town ? "镇街" : "企业·25～199人",
                        Place = 1 + (seed % 7),
                        Ranked = 8,
                        Percentile = 62.5m,
                        Band = new Band(BandKind.FirstThird),
                        Moved = 1,
                    },
            Change = before is null ? null : new Change(changedSince!.Value, headline, headline, 0, 0),
            Indicators = indicators,
        };
    }

    private static decimal Base(ImmutableArray<IndicatorResult> all, IndexKey key) =>
        all.Where(i => i.Indicator.Index == key && i.Score is not null).Sum(i => i.Weight);

    private static IndicatorResult Indicator(Indicator indicator, int i, Wobble random, Level level)
    {
        var state =
            level == Level.Grassroots && indicator.Code is "G01" or "H04" && level == Level.Grassroots
                ? ObservationState.NotApplicable
            : random.Next(0, 30) == 0 ? ObservationState.Missing
            : ObservationState.Reported;
        if (state != ObservationState.Reported)
        {
            return new IndicatorResult { Indicator = indicator, State = state };
        }

        var score = Math.Min(100m, 58 + (random.Next(0, 620) / 10m));
        var count = Math.Round(score * 0.14m, 0, MidpointRounding.AwayFromZero);
        (Reported, decimal) Ratio(decimal percent, decimal points) =>
            (new Reported.Ratio(Math.Round(percent * 2.4m, 0, MidpointRounding.AwayFromZero), 240m, false), points);
        (Reported, decimal) Number(decimal value, decimal points) => (new Reported.Number(value, false), points);
        var (reported, score2) = indicator.Rule.Kind switch
        {
            RuleKind.YesNo => (new Reported.YesNo(score > 65), score > 65 ? 100m : 0m),
            RuleKind.Deduction => score > 75 ? Number(0m, 100m) : Number(1m, 100m - indicator.Rule.Target!.Value),
            RuleKind.Count => Number(count, Math.Min(100m, Round(count / 12m * 100m))),
            RuleKind.Tiers when indicator.Code == "H02" => score > 85
                ? (new Reported.NamedTier("省级及以上"), 100m)
                : (new Reported.NamedTier("市级"), 85m),
            RuleKind.Tiers => score > 80 ? Ratio(98.2m, 100m) : Ratio(88.4m, 75m),
            RuleKind.Checklist => score > 80 ? Number(100m, 100m) : Number(75m, 75m),
            _ => Ratio(Round(score * indicator.Rule.Target!.Value / 100m * (score >= 100 ? 1.05m : 1m)), score),
        };
        var points = Round(score2 * indicator.Weight / 100m);
        return new IndicatorResult
        {
            Indicator = indicator,
            State = state,
            Reported = reported,
            Pool = level == Level.Grassroots ? null : new(indicator.Aggregation, Level.Grassroots, 6, 6),
            Score = score2,
            Points = points,
            Change = random.Next(-50, 60) / 10m,
            ReportedOn = new DateOnly(2024, 12, 28),
        };
    }

    private static OfficePeriod PeriodOf(Period period, OfficePeriod? before, int seed, int unionsPerTown)
    {
        ImmutableArray<UnionResult> towns =
        [
            .. TownNames.Select(
                (name, i) =>
                    Result(
                        $"ZT{i + 1:00}",
                        name + "总工会",
                        Level.Town,
                        (seed * 31) + i,
                        before?.Period,
                        before: before?.Towns[i],
                        of: period
                    )
            ),
        ];
        ImmutableArray<UnionResult> unions =
        [
            .. TownNames.SelectMany(
                (town, i) =>
                    Enumerable
                        .Range(0, unionsPerTown)
                        .Select(j =>
                            Result(
                                $"ZT{i + 1:00}J{j + 1:00}",
                                town + UnionNames[j % UnionNames.Length] + (j >= UnionNames.Length ? F0(j) : ""),
                                Level.Grassroots,
                                (seed * 57) + (i * 13) + j,
                                before?.Period,
                                town + "总工会",
                                before?.Unions.ElementAtOrDefault((i * unionsPerTown) + j),
                                period
                            )
                        )
            ),
        ];
        var district = Result(
            "Q01",
            "示例区总工会",
            Level.District,
            400 + seed,
            before?.Period,
            before: before?.District,
            of: period
        );
        return new OfficePeriod
        {
            Period = period,
            Base = before?.Period,
            DataDate = period.End,
            District = district,
            Towns = towns,
            Unions = unions,
            HiddenUnions = 2,
            Indicators =
            [
                .. Catalogue.Select(c => new IndicatorView
                {
                    Code = c.Code,
                    Name = c.Name,
                    Index = c.Index,
                    Unit = c.Unit,
                    HigherIsBetter = c.HigherIsBetter,
                    Variants = [c],
                }),
            ],
            Groups =
            [
                new RankGroup("镇街", Level.Town, [.. towns.Select(t => t.Code)], towns.Length),
                new RankGroup("企业·25～199人", Level.Grassroots, [.. unions.Select(u => u.Code)], unions.Length),
            ],
            Distributions =
            [
                Distribution(null, Level.Town, towns),
                Distribution(null, Level.Grassroots, unions),
                .. Vocabulary.Indexes.SelectMany(k =>
                    (Distribution[])[Distribution(k, Level.Town, towns), Distribution(k, Level.Grassroots, unions)]
                ),
            ],
            Tasks = new TaskSummary
            {
                Period = period,
                Issued = 48,
                Closed = 37,
                Due = 41,
                Executors = 142,
                FirstReports = new(new(36, 41), new(131, 138)),
                AcceptedReports = new(new(31, 41), new(120, 138)),
                Stages =
                [
                    new(ExecutorStage.AwaitingReport, 5, 1, 31),
                    new(ExecutorStage.AwaitingAppraisal, 4, 0, 12),
                    new(ExecutorStage.Returned, 2, 0, 20),
                    new(ExecutorStage.Settled, 131, 0, 0),
                ],
                Steps =
                [
                    .. Vocabulary.Steps.Select(
                        (k, i) =>
                            new StepSummary(
                                k,
                                new[] { 50, 48, 46, 45, 42, 40, 6, 39 }[i],
                                i == 0 ? null : new[] { 0m, 2m, 1.5m, 3m, 21m, 4m, 12m, 2m }[i],
                                i == 0 ? null : 30m
                            )
                    ),
                ],
                Tasks =
                [
                    new()
                    {
                        Code = "T001",
                        Name = "开展夏季送清凉专项行动",
                        Indicator = "W02",
                        IssuerName = "示例区总工会",
                        IssuedOn = new(2024, 6, 3),
                        DueOn = new(2024, 8, 31),
                        IsDue = true,
                        Reached = TaskStepKind.Exit,
                        ReportedOn = new(2024, 8, 20),
                        ClosedOn = new(2024, 9, 5),
                        InTime = new(2, 2),
                        Settled = new(2, 2),
                        Executors =
                        [
                            new("ZT01", ExecutorProgressKind.Settled),
                            new("ZT02", ExecutorProgressKind.Settled),
                        ],
                    },
                    new()
                    {
                        Code = "T002",
                        Name = "完成25人以上单位建会摸排",
                        Indicator = "G01",
                        IssuerName = "示例区总工会",
                        IssuedOn = new(2024, 9, 2),
                        DueOn = new(2024, 11, 30),
                        IsDue = true,
                        Reached = TaskStepKind.ReportBack,
                        InTime = new(1, 2),
                        Settled = new(0, 2),
                        Executors =
                        [
                            new("ZT02", ExecutorProgressKind.Working),
                            new("ZT03", ExecutorProgressKind.Reported),
                        ],
                    },
                ],
            },
            Guidance = new GuidanceSummary(period, [18, 7, 3, 1], [11, 4, 2, 1], [17, 6, 2, 1], 16, 0),
            Needs = new NeedSummary(
                period,
                64,
                60,
                57,
                5,
                9m,
                [
                    new NeedCategory("技能培训", 22, 21, null),
                    new NeedCategory("疗休养", 18, 15, null),
                    new NeedCategory("停车就餐", 14, 13, null),
                    new NeedCategory("子女托管", 10, 8, null),
                ],
                [new("子女托管", "新增暑期爱心托管班4个，面向双职工家庭。", "示工〔2024〕12号", new(2024, 6, 18))],
                null
            ),
            Activities = new ActivitySummary(
                period,
                [new("大讲堂", 26, 40, 0, 2310, true), new("培训", 31, 58, 1820, 0, false)],
                []
            ),
            Named =
            [
                new()
                {
                    Code = "D001",
                    Organisation = "ZT02",
                    OrganisationName = "东溪镇总工会",
                    Town = "ZT02",
                    Rung = GuidanceRung.Summons,
                    Matter = "建会摸排任务连续两次逾期",
                    IssuedOn = new(2024, 12, 12),
                    DueOn = new(2025, 1, 15),
                },
                new()
                {
                    Code = "D002",
                    Organisation = "ZT03J02",
                    OrganisationName = "松岭镇机械有限公司工会",
                    Town = "ZT03",
                    Rung = GuidanceRung.Supervision,
                    Matter = "经审整改超过规定期限",
                    IssuedOn = new(2024, 11, 20),
                    DueOn = new(2024, 12, 20),
                    RectifiedOn = new(2024, 12, 18),
                    Result = "已整改",
                },
            ],
            Matters =
            [
                Matter("ZT02", "东溪镇总工会", null, new(ExecutorStage.AwaitingReport, 31, true), "ZT02"),
                Matter(
                    "ZT03",
                    "松岭镇总工会",
                    new(2024, 11, 20),
                    new(ExecutorStage.AwaitingAppraisal, 41, false),
                    "Q01"
                ),
            ],
            Missing = [new("ZT04J03", "石桥镇中心小学工会", "ZT04", ["R04", "W03"])],
        };
    }

    private static TaskMatter Matter(string unit, string name, DateOnly? reported, ExecutorState state, string town) =>
        new()
        {
            Task = "T002",
            Name = "完成25人以上单位建会摸排",
            Issuer = "Q01",
            IssuerName = "示例区总工会",
            IssuedOn = new(2024, 9, 2),
            DueOn = new(2024, 11, 30),
            Unit = unit,
            UnitName = name,
            FirstReportOn = reported,
            State = state,
            Town = town,
        };

    private static Distribution Distribution(IndexKey? key, Level level, ImmutableArray<UnionResult> of)
    {
        var values = of.Select(u => key is { } k ? u.Indexes[(int)k].Value : u.Total)
            .OfType<decimal>()
            .Order()
            .ToArray();
        decimal At(double q) => values[(int)(q * (values.Length - 1))];
        return new Distribution(
            key,
            level,
            values.Length,
            values[0],
            At(0.25),
            At(0.5),
            At(0.75),
            values[^1],
            [.. Enum.GetValues<Grade>().Select(g => values.Count(v => Grade(v) == g))]
        );
    }

    private static UnionHistory History(UnionResult unit, ImmutableArray<OfficePeriod> periods) =>
        new(
            unit.Code,
            unit.Name,
            unit.Organisation.Level,
            [
                .. periods
                    .Select(p => (p.Period, Unit: p.Find(unit.Code)))
                    .Where(p => p.Unit is not null)
                    .Select(p => new HistoryPoint(
                        p.Period,
                        p.Unit!.Total,
                        [.. p.Unit.Indexes.Select(i => i.Value)],
                        p.Unit.Ranking,
                        false
                    )),
            ],
            []
        );

    private static IEnumerable<CommendationView> Commendations()
    {
        yield return new()
        {
            Code = "B001",
            Kind = CommendationKind.Collective,
            Recipient = "东溪镇纺织联合工会",
            Organisation = "ZT02J01",
            Honour = "模范职工小家",
            Level = HonourLevel.City,
            Grantor = "示例市总工会",
            Document = "示市工〔2024〕31号",
            GrantedOn = new(2024, 11, 5),
            OrganisationName = "东溪镇纺织联合工会",
            OrganisationPublic = true,
            Status = CommendationStatus.Granted,
        };
        yield return new()
        {
            Code = "B002",
            Kind = CommendationKind.Individual,
            Recipient = "陈**",
            Organisation = "ZT03J02",
            Honour = "五一劳动奖章",
            Level = HonourLevel.Provincial,
            Grantor = "示例省总工会",
            Document = "示省工〔2024〕8号",
            GrantedOn = new(2024, 4, 28),
            OrganisationName = "松岭镇机械有限公司工会",
            OrganisationPublic = true,
            Status = CommendationStatus.Granted,
        };
    }

    private static IEnumerable<CaseView> Cases()
    {
        yield return new CaseView
        {
            Slug = "home-visits",
            Title = "一人一档走访，安全压力早知道",
            Kind = "大家访",
            DateText = "2024年9月",
            Date = new(2024, 9, 30),
            Organisation = "ZT02J01",
            Source = "示例区总工会",
            Summary = "东溪镇纺织联合工会由班组长与工会小组长结伴走访，把困难与安全隐患写进一人一档，逐项交办。",
            Figures =
            [
                new("走访职工", "80", "人", true, false),
                new("解决问题", "23", "个", false, false),
                new("计划走访", "120", "人", false, true),
            ],
            Body = "走访从夜班职工开始，先听后记。\n\n每月碰头一次，逐项销号。",
        };
        yield return new CaseView
        {
            Slug = "lecture",
            Title = "劳模工匠大讲堂月月有主题",
            Kind = "大讲堂",
            DateText = "2024年5月",
            Date = new(2024, 5, 31),
            Organisation = "外地某镇总工会",
            Elsewhere = true,
            Source = "公开报道",
            Summary = "每月一课、每课一题，由劳模和工匠到车间授课。",
            Figures = [new("首场听课", "40", "人", true, false)],
            Body = "课程由企业点单。",
        };
    }

    private static Grade? Grade(decimal? value) =>
        value switch
        {
            null => null,
            >= 90 => Model.Grade.Excellent,
            >= 80 => Model.Grade.Good,
            >= 70 => Model.Grade.Qualified,
            _ => Model.Grade.ToImprove,
        };

    private static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static string F0(decimal value) => value.ToString("0", CultureInfo.InvariantCulture);

    // A fixed sequence: the tests must see the same figures on every run.
    private sealed class Wobble(int seed)
    {
        private uint _state = (uint)((seed * 2654435761L) + 12345);

        public int Next(int from, int below)
        {
            _state = (_state * 1664525) + 1013904223;
            return from + (int)((_state >> 8) % (uint)(below - from));
        }
    }
}
