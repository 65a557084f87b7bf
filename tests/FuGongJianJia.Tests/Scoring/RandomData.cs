using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>Small random datasets that hold every rule, pooling method, state and kind of union, from a seed.</summary>
internal static class RandomData
{
    public static Dataset Make(
        int seed,
        Settings? settings = null,
        int towns = 6,
        int unions = 60,
        params string[] periods
    )
    {
        var random = new Random(seed);
        var names = periods.Length > 0 ? periods : ["2023", "2024"];
        var organisations = Organisations(random, towns, unions);
        var catalogue = Catalogue(random);
        var list = new List<PeriodData>();
        foreach (var name in names)
        {
            list.Add(Period(random, Model.Period.Parse(name), organisations, catalogue));
            organisations = Age(random, organisations);
            catalogue = Revise(random, catalogue);
        }

        return new() { Settings = settings ?? new(), Periods = [.. list.OrderBy(p => p.Period)] };
    }

    public static Organisation Organisation(
        string code,
        Level level,
        string? parent,
        UnitCategory category = UnitCategory.Enterprise,
        int? workers = 100
    ) =>
        new()
        {
            Code = code,
            Name = code + "工会",
            ShortName = code,
            Level = level,
            Parent = parent,
            Kind = level switch
            {
                Level.District => OrganisationKind.Federation,
                Level.Town => OrganisationKind.TownFederation,
                _ => OrganisationKind.Grassroots,
            },
            Category = category,
            Workers = workers,
        };

    public static Indicator Indicator(
        string code,
        RuleKind rule,
        decimal? target,
        decimal weight,
        Aggregation aggregation = Aggregation.PooledRatio,
        params Level[] levels
    ) =>
        new()
        {
            Code = code,
            Version = "1",
            Name = "指标" + code,
            Index = code[0] switch
            {
                'R' => IndexKey.Red,
                'G' => IndexKey.Norm,
                'H' => IndexKey.Vigour,
                'W' => IndexKey.Warmth,
                _ => IndexKey.Harmony,
            },
            Unit =
                rule is RuleKind.TargetRatio or RuleKind.Checklist ? "%"
                : rule == RuleKind.YesNo ? "是/否"
                : "个",
            HigherIsBetter = rule != RuleKind.Deduction,
            Rule = new(rule, target, []),
            Weight = weight,
            Levels = levels.Length > 0 ? [.. levels] : [Level.District, Level.Town, Level.Grassroots],
            Aggregation = aggregation,
        };

    private static ImmutableArray<Organisation> Organisations(Random random, int towns, int unions)
    {
        var list = new List<Organisation> { Organisation("A0", Level.District, null, UnitCategory.Agency) };
        for (var t = 0; t < towns; t++)
        {
            list.Add(
                Organisation(
                    string.Create(CultureInfo.InvariantCulture, $"B{t:00}"),
                    Level.Town,
                    "A0",
                    UnitCategory.Agency
                )
            );
        }

        for (var u = 0; u < unions; u++)
        {
            // The first town has no unions at all, some unions hang under the district.
            var parent =
                random.Next(12) == 0 || towns < 2
                    ? "A0"
                    : string.Create(CultureInfo.InvariantCulture, $"B{1 + random.Next(towns - 1):00}");
            list.Add(
                Organisation(
                    string.Create(CultureInfo.InvariantCulture, $"C{u:0000}"),
                    Level.Grassroots,
                    parent,
                    (UnitCategory)random.Next(3),
                    random.Next(10) == 0 ? 30 : 60 + random.Next(80)
                ) with
                {
                    Kind = random.Next(4) == 0 ? OrganisationKind.Joint : OrganisationKind.Grassroots,
                    IsPublic = random.Next(12) != 0,
                    Status = random.Next(15) switch
                    {
                        0 => OrganisationStatus.New,
                        1 => OrganisationStatus.Merged,
                        2 => OrganisationStatus.Dissolved,
                        _ => OrganisationStatus.Normal,
                    },
                }
            );
        }

        return [.. list];
    }

    // Unions go, and some of those that went live on: in another union, under another code, together under a new one,
    // or split in two.
    private static ImmutableArray<Organisation> Age(Random random, ImmutableArray<Organisation> organisations)
    {
        var gone = organisations.Where(o => o.Level == Level.Grassroots && random.Next(10) == 0).ToList();
        var list = organisations
            .Except(gone)
            .Select(o =>
                o.Level == Level.Grassroots
                    ? o with
                    {
                        Lineage = [],
                        Status = random.Next(15) switch
                        {
                            0 => OrganisationStatus.New,
                            1 => OrganisationStatus.Merged,
                            _ => OrganisationStatus.Normal,
                        },
                    }
                    : o
            )
            .ToList();
        for (var n = 0; n < gone.Count; n++)
        {
            var heir = list.FindIndex(o => o.Level == Level.Grassroots && random.Next(4) == 0);
            switch (random.Next(5))
            {
                case 0 when heir >= 0:
                    list[heir] = list[heir] with { Lineage = [.. list[heir].Lineage, gone[n].Code] };
                    break;
                case 1 when heir >= 0:
                    list.Add(gone[n] with { Status = OrganisationStatus.Merged, Lineage = [list[heir].Code] });
                    break;
                case 2:
                    list.Add(New(n, "a", [gone[n].Code]));
                    break;
                case 3 when n + 1 < gone.Count:
                    list.Add(New(n, "a", [gone[n].Code, gone[++n].Code]));
                    break;
                case 4:
                    list.Add(New(n, "a", [gone[n].Code]));
                    list.Add(New(n, "b", [gone[n].Code]));
                    break;
                default:
                    break;
            }
        }

        return [.. list.OrderBy(o => o.Code, StringComparer.Ordinal)];

        Organisation New(int n, string part, ImmutableArray<string> lineage) =>
            Organisation($"D{n:00}{part}", Level.Grassroots, gone[n].Parent, gone[n].Category, gone[n].Workers) with
            {
                Lineage = lineage,
            };
    }

    private static ImmutableArray<Indicator> Catalogue(Random random)
    {
        Tier[] numeric = [new(95m, null, 100m), new(90m, null, 90m), new(85m, null, 75m), new(0m, null, 0m)];
        Tier[] words =
        [
            new(null, "省级及以上", 100m),
            new(null, "市级", 85m),
            new(null, "区级", 70m),
            new(null, "无", 0m),
        ];
        return
        [
            Indicator("R01", RuleKind.TargetRatio, 80m, 30m, Aggregation.PooledRatio, Level.Grassroots),
            Indicator("R02", RuleKind.YesNo, null, 25m, Aggregation.ShareOfUnitsAtTarget, Level.Grassroots),
            Indicator(
                "R02",
                RuleKind.TargetRatio,
                100m,
                25m,
                Aggregation.ShareOfUnitsAtTarget,
                Level.Town,
                Level.District
            ),
            Indicator("R03", RuleKind.Count, 1.5m, 45m, Aggregation.Sum, Level.Grassroots),
            Indicator("R03", RuleKind.Count, 12m, 45m, Aggregation.Sum, Level.Town),
            Indicator("G01", RuleKind.TargetRatio, 90m, 40m, Aggregation.PooledRatio, Level.Town),
            Indicator("G02", RuleKind.Checklist, 4m, 35m, Aggregation.PooledRatio, Level.Grassroots, Level.Town),
            Indicator("G03", RuleKind.Deduction, 20m, 25m, Aggregation.None),
            Indicator("H01", RuleKind.TargetRatio, 60m + random.Next(3), 70m),
            Indicator("H02", RuleKind.Tiers, null, 30m, Aggregation.HighestTier, Level.Grassroots) with
            {
                Rule = new(RuleKind.Tiers, null, [.. words]),
                Categories = [UnitCategory.Enterprise],
                Kinds = [OrganisationKind.Joint],
            },
            Indicator("H02", RuleKind.Count, 3m, 30m, Aggregation.HighestTier, Level.Town),
            Indicator("W01", RuleKind.TargetRatio, 97m, 55m) with
            {
                Name = "困难职工帮扶到位率",
            },
            Indicator("W02", RuleKind.Tiers, null, 45m, Aggregation.PooledRatio, Level.Grassroots) with
            {
                Unit = "%",
                Rule = new(RuleKind.Tiers, null, [.. numeric]),
            },
            Indicator("X01", RuleKind.Deduction, 50m, 33.3m, Aggregation.Sum) with
            {
                Veto = true,
            },
            Indicator("X02", RuleKind.TargetRatio, 73m, 66.7m, Aggregation.PooledRatio, Level.Grassroots),
        ];
    }

    // Some definitions change, some weights and targets move, an indicator may go.
    private static ImmutableArray<Indicator> Revise(Random random, ImmutableArray<Indicator> catalogue)
    {
        var (broken, moved, gone) = (
            catalogue[random.Next(catalogue.Length)].Code,
            catalogue[random.Next(catalogue.Length)].Code,
            catalogue[random.Next(catalogue.Length)].Code
        );
        return
        [
            .. catalogue
                .Where(i => i.Code != gone || random.Next(2) == 0)
                .Select(i =>
                    i with
                    {
                        Version = i.Code == broken ? i.Version + "b" : i.Version,
                        Weight = i.Code == moved ? i.Weight + 7m : i.Weight,
                        Rule =
                            i.Rule.Kind == RuleKind.TargetRatio && i.Code == moved
                                ? i.Rule with
                                {
                                    Target = i.Rule.Target + 3m,
                                }
                                : i.Rule,
                    }
                ),
        ];
    }

    private static PeriodData Period(
        Random random,
        Period period,
        ImmutableArray<Organisation> organisations,
        ImmutableArray<Indicator> catalogue
    )
    {
        var observations = new List<Observation>();
        foreach (var organisation in organisations)
        {
            foreach (var group in catalogue.GroupBy(i => i.Code))
            {
                var row = group.FirstOrDefault(i => i.Levels.Contains(organisation.Level));
                var chance =
                    organisation.Level == Level.Grassroots ? 0.93
                    : row is null ? 0.03
                    : 0.3;
                if (
                    random.NextDouble() < chance
                    && Observe(random, organisation, row ?? group.First(), group.Key) is { } observation
                )
                {
                    observations.Add(observation);
                }
            }
        }

        return new()
        {
            Period = period,
            Organisations = organisations,
            Catalogue = catalogue,
            Observations = [.. observations],
            Targets =
            [
                new("C0003", "R01", 60m, null),
                new("企业·25～199人", "R01", 77m, null),
                new("机关", "X02", 50m, null),
                new("B01", "R03", 6m, null),
                new("镇街", "H01", 55m, null),
            ],
        };
    }

    private static Observation? Observe(Random random, Organisation organisation, Indicator row, string code)
    {
        var state = random.Next(20) switch
        {
            0 => ObservationState.Missing,
            1 => ObservationState.NotApplicable,
            2 => ObservationState.Doubtful,
            _ => ObservationState.Reported,
        };
        var observation = new Observation
        {
            Organisation = organisation.Code,
            Indicator = code,
            State = state,
            ReportedOn = new(2024, 12, 1 + random.Next(28)),
            Approximate = random.Next(30) == 0,
        };
        if (state is ObservationState.Missing or ObservationState.NotApplicable)
        {
            return observation;
        }

        var denominator = code == "W01" ? 1 + random.Next(20) : 1 + random.Next(300);
        return row.Rule.Kind switch
        {
            RuleKind.TargetRatio or RuleKind.Checklist => observation with
            {
                Numerator =
                    row.Rule.Kind == RuleKind.Checklist ? random.Next(5) : random.Next((denominator * 11 / 10) + 1),
                Denominator = row.Rule.Kind == RuleKind.Checklist ? 4 : denominator,
            },
            RuleKind.Count => observation with { Value = random.Next(4) },
            RuleKind.Deduction => observation with { Value = random.Next(3) == 0 ? random.Next(7) : 0 },
            RuleKind.YesNo => observation with { Value = random.Next(2) },
            _ when row.Rule.Tiers[0].Word is not null => observation with
            {
                Word = row.Rule.Tiers[random.Next(4)].Word,
            },
            _ => random.Next(2) == 0
                ? observation with
                {
                    Numerator = random.Next(denominator + 1),
                    Denominator = denominator,
                }
                : observation with
                {
                    Value = random.Next(101),
                },
        };
    }
}
