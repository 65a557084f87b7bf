using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// The attacker who sees the needs that pages and town reports of all periods tell, and knows that the quarters' make
/// up the year's.
/// </summary>
public sealed class NeedAttackTests
{
    private static readonly string[] Categories = ["困难帮扶", "劳动争议", "大病救助", "技能培训", "文体活动"];
    private static readonly string[] Quarters = ["2024Q1", "2024Q2", "2024Q3", "2024Q4"];
    private static readonly string[] Towns = ["T0", "T1", "T2", "T3"];

    [Fact]
    public void Nobody_can_narrow_a_small_count_of_a_sensitive_category_to_a_single_figure()
    {
        var hidden = 0;
        for (var seed = 1; seed <= 300; seed++)
        {
            hidden += Attack(Small.Compose(Data(seed)).Periods);
        }

        Assert.True(hidden > 1000);
    }

    [Fact]
    public void The_attacker_is_able_and_finds_them_where_each_period_is_protected_for_itself()
    {
        var found = Enumerable
            .Range(1, 40)
            .Count(seed =>
            {
                var data = Data(seed);
                return Record.Exception(() =>
                    Attack([.. data.Periods.Select(p => Small.Compose(data with { Periods = [p] }).Periods[0])])
                )
                    is not null;
            });
        Assert.True(found > 10, $"{found} of 40");
    }

    [Fact]
    public void Where_nothing_is_withheld_every_period_tells()
    {
        var organisations = Organisations();
        PeriodData Of(string name, int each) =>
            new()
            {
                Period = Period.Parse(name),
                Organisations = organisations,
                Catalogue = [RandomData.Indicator("R01", RuleKind.YesNo, null, 100m)],
                Observations = [],
                Needs = Needs(name, (_, category) => category == "技能培训" ? each : 0),
            };
        var edition = Small.Compose(new() { Settings = new(), Periods = [Of("2024Q1", 2), Of("2024", 3)] });
        Assert.All(
            edition.Periods,
            p =>
                Assert.Equal(
                    ("技能培训", Withheld.No),
                    (Assert.Single(p.Needs!.Categories).Name, p.Needs.Categories[0].Withheld)
                )
        );
        Assert.All(edition.Periods, p => Assert.Null(p.Needs!.ToldIn));
    }

    private static ImmutableArray<Organisation> Organisations() =>
        [
            RandomData.Organisation("A", Level.District, null),
            .. Towns[1..].Select(t => RandomData.Organisation(t, Level.Town, "A")),
            RandomData.Organisation("T0", Level.Grassroots, "A"),
        ];

    // A year and its quarters: the year lists the needs of all of them, as an office's export does.
    private static Dataset Data(int seed)
    {
        var random = new Random(seed);
        var most = Categories.ToDictionary(
            c => c,
            _ =>
                random.Next(4) == 0 ? 1
                : random.Next(2) == 0 ? 3
                : 12
        );
        var counts = Quarters.ToDictionary(
            q => q,
            _ =>
                Towns
                    .SelectMany(t => Categories.Select(c => (t, c)))
                    .ToDictionary(x => x, x => random.Next(3) == 0 ? 0 : random.Next(most[x.c] + 1))
        );
        PeriodData Of(string name, Func<string, string, int> count) =>
            new()
            {
                Period = Period.Parse(name),
                Organisations = Organisations(),
                Catalogue = [RandomData.Indicator("R01", RuleKind.YesNo, null, 100m)],
                Observations = [],
                Needs = Needs(name, count),
            };
        var quarters = random.Next(3) == 0 ? [] : Quarters;
        return new()
        {
            Settings = new(),
            Periods =
            [
                .. quarters.Select(q => Of(q, (t, c) => counts[q][(t, c)])),
                Of("2024", (t, c) => Quarters.Sum(q => counts[q][(t, c)])),
            ],
        };
    }

    private static ImmutableArray<Need> Needs(string period, Func<string, string, int> count) =>
        [
            .. Towns.SelectMany(t =>
                Categories.SelectMany(c =>
                    Enumerable
                        .Range(0, count(t, c))
                        .Select(n => new Need
                        {
                            Code = $"{period}{t}{c}{n}",
                            Organisation = t,
                            Category = c,
                            Summary = "略",
                            ReportedOn = new(2024, 1, 5),
                            AnsweredOn = new(2024, 1, 9),
                        })
                )
            ),
        ];

    // Everything that could be told has a name; what is told is a number, what is not listed where all is listed is 0.
    private static int Attack(ImmutableArray<PeriodEdition> periods)
    {
        var attacker = new Attacker();
        foreach (var period in periods.Where(p => p.Needs is not null))
        {
            var (needs, name) = (period.Needs!, period.Period.ToString());
            var silent = needs.ToldIn is not null || needs.Categories.IsEmpty;
            attacker.AddsUp(needs.Reported, Categories.Select(c => District(c)));
            foreach (var category in Categories)
            {
                attacker.AddsUp(District(category), Towns.Select(t => Cell(t, category)));
            }

            foreach (var town in period.TownNeeds.Where(t => t.Reported is not null))
            {
                attacker.AddsUp(town.Reported!.Value, Categories.Select(c => Cell(town.Town, c)));
            }

            object District(string category) => Shown(needs.Categories, category, silent, $"{category} in {name}");
            object Cell(string town, string category) =>
                town == "T0" || needs.ToldIn is not null
                    ? attacker.Unknown($"{category} of {town} in {name}")
                    : Shown(
                        period.TownNeeds.FirstOrDefault(t => t.Town == town)?.Categories ?? [],
                        category,
                        false,
                        $"{category} of {town} in {name}"
                    );
        }

        object Shown(ImmutableArray<NeedCategory> told, string category, bool silent, string name) =>
            told.FirstOrDefault(c => c.Name == category) switch
            {
                null => silent ? attacker.Unknown(name) : 0,
                { Reported: { } count } => count,
                { Withheld: Withheld.Small } => attacker.Unknown(name, 1m, 4m),
                _ => attacker.Unknown(name, 1m),
            };

        if (periods.Length > 1)
        {
            foreach (var thing in Categories.Concat(Categories.SelectMany(c => Towns.Select(t => $"{c} of {t}"))))
            {
                attacker.AddsUp(In("2024", thing), Quarters.Select(q => In(q, thing)));
            }
        }

        // A figure named before is the same one; one that was told has to be looked up again.
        object In(string name, string thing)
        {
            var (category, town) = thing.Split(" of ") is [var c, var t] ? (c, t) : (thing, null);
            var period = periods.FirstOrDefault(p => p.Period.ToString() == name);
            return period?.Needs is not { } needs ? 0
                : needs.ToldIn is not null || town == "T0" ? attacker.Unknown($"{thing} in {name}")
                : Shown(
                    town is null
                        ? needs.Categories
                        : period.TownNeeds.FirstOrDefault(n => n.Town == town)?.Categories ?? [],
                    category,
                    town is null && needs.Categories.IsEmpty,
                    $"{thing} in {name}"
                );
        }

        foreach (var (name, (low, high)) in attacker.Solve()!)
        {
            Assert.False(
                low == high
                    && low is > 0m and < 5m
                    && Categories[..3].Any(c => name.StartsWith(c, StringComparison.Ordinal)),
                $"{name} is {low}"
            );
        }

        return attacker.Unknowns;
    }
}
