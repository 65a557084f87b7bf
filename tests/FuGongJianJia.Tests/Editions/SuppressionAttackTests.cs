using System.Globalization;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// The attacker who knows the method and sees every indicator that is published of all periods: what each union shows,
/// which town and district figures are sums
/// of which unions, which periods make up which, and what a mark such as ＜5 allows.
/// </summary>
public sealed class SuppressionAttackTests
{
    private static readonly string[] Quarters = ["2024Q1", "2024Q2", "2024Q3", "2024Q4"];

    /// <summary>How the figures of a year come about from those of its quarters.</summary>
    public enum Year
    {
        /// <summary>Two years that have nothing to do with one another.</summary>
        Apart,

        /// <summary>The year is the sum of its quarters.</summary>
        Sum,

        /// <summary>The year is its last quarter: counts that go on.</summary>
        Last,

        /// <summary>The sum, but some unions report what does not add up.</summary>
        Nearly,
    }

    [Theory]
    [InlineData(Year.Apart, 300)]
    [InlineData(Year.Sum, 150)]
    [InlineData(Year.Last, 60)]
    [InlineData(Year.Nearly, 60)]
    public void Nobody_can_narrow_a_withheld_count_to_a_single_figure_by_subtracting(Year year, int times)
    {
        var withheld = 0;
        for (var seed = 1; seed <= times; seed++)
        {
            var edition = Small.Compose(Tables(seed, year));
            withheld += Attack(edition, year, i => i.NumeratorText.Length > 0 ? i.NumeratorText : i.ValueText);
            Attack(edition, year, i => i.DenominatorText, least: 1m);
        }

        Assert.True(withheld > times * 3);
    }

    [Fact]
    public void The_attacker_is_able_and_finds_them_where_only_the_small_figures_themselves_are_blacked_out()
    {
        var found = Enumerable
            .Range(1, 60)
            .Count(seed =>
                Record.Exception(() =>
                    Attack(
                        Unprotected(seed, Year.Apart),
                        Year.Apart,
                        i => IsSmall(i.NumeratorText) || IsSmall(i.DenominatorText) ? "＜5" : i.NumeratorText
                    )
                )
                    is not null
            );
        Assert.True(found > 10, $"{found} of 60");
    }

    [Fact]
    public void The_attacker_is_able_and_finds_them_in_the_year_where_each_period_is_protected_for_itself()
    {
        var found = Enumerable
            .Range(1, 60)
            .Count(seed =>
            {
                var data = Tables(seed, Year.Sum);
                var alone = data.Periods.Select(p => Small.Compose(data with { Periods = [p] }).Periods[0]).ToList();
                return Record.Exception(() =>
                    Attack(
                        Small.Compose(data) with
                        {
                            Periods = [.. alone],
                        },
                        Year.Sum,
                        i => i.NumeratorText.Length > 0 ? i.NumeratorText : i.ValueText
                    )
                )
                    is not null;
            });
        Assert.True(found > 5, $"{found} of 60");
    }

    /// <summary>
    /// Whoever adds up the published points of a union's indicators gets its published index: nothing withheld is in
    /// it.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_index_is_made_of_published_scores_alone_where_what_is_withheld_is_set_aside(int seed)
    {
        var (seen, data) = (0, RandomData.Make(seed, new Settings { ScoresWithheld = false }));
        foreach (var period in Small.Compose(data).Periods)
        {
            foreach (
                var union in period
                    .Unions.Concat(period.Towns)
                    .Where(u => u.Indicators.Any(i => i.Withheld != Withheld.No))
            )
            {
                foreach (var index in union.Indexes.Where(i => i.Value is not null))
                {
                    var shown = union
                        .Indicators.Where(i => i.Indicator.Index == index.Key && i.Points is not null)
                        .ToList();
                    var value = shown.Sum(i => i.Points!.Value) * 100m / shown.Sum(i => i.Indicator.Weight);
                    Assert.True(
                        Math.Abs(value - index.Value!.Value)
                            <= 0.005m * (1 + (shown.Count * 100m / shown.Sum(i => i.Indicator.Weight))),
                        $"{union.Code} {index.Key}: {value} and {index.Value}"
                    );
                    seen++;
                }
            }
        }

        Assert.True(seen > 10);
    }

    private static PublicEdition Unprotected(int seed, Year year)
    {
        var data = Tables(seed, year);
        return Small.Compose(data with { Settings = data.Settings with { SensitiveWords = ["没有这个词"] } });
    }

    private static bool IsSmall(string text) => text is "1" or "2" or "3" or "4";

    // Unions of four towns and some right below the district; many small figures, some towns that report themselves,
    // some unions nobody sees.
    private static Dataset Tables(int seed, Year year)
    {
        var random = new Random(seed);
        var organisations = new List<Organisation> { RandomData.Organisation("A", Level.District, null) };
        organisations.AddRange(
            Enumerable.Range(0, 1 + random.Next(4)).Select(t => RandomData.Organisation($"B{t}", Level.Town, "A"))
        );
        var towns = organisations.Count - 1;
        organisations.AddRange(
            Enumerable
                .Range(0, 1 + random.Next(12))
                .Select(u =>
                    RandomData.Organisation(
                        string.Create(CultureInfo.InvariantCulture, $"C{u:00}"),
                        Level.Grassroots,
                        random.Next(8) == 0 ? "A" : $"B{random.Next(towns)}"
                    ) with
                    {
                        IsPublic = random.Next(9) != 0,
                        Status = random.Next(12) == 0 ? OrganisationStatus.Merged : OrganisationStatus.Normal,
                    }
                )
        );
        Indicator[] catalogue =
        [
            RandomData.Indicator("W01", RuleKind.TargetRatio, 100m, 60m) with
            {
                Name = "困难职工帮扶到位率",
            },
            RandomData.Indicator("X03", RuleKind.Deduction, 20m, 40m, Aggregation.Sum, Level.Grassroots) with
            {
                Name = "劳动争议数",
            },
        ];
        PeriodData Period(string name, IEnumerable<Observation> observations) =>
            new()
            {
                Period = Model.Period.Parse(name),
                Organisations = [.. organisations],
                Catalogue = [.. catalogue],
                Observations = [.. observations],
            };
        List<Observation> Observed(Func<Organisation, bool> reports) =>
            [
                .. organisations
                    .Where(reports)
                    .SelectMany(o => catalogue.Select(c => Observe(random, o, c)))
                    .OfType<Observation>(),
            ];
        if (year == Year.Apart)
        {
            return new()
            {
                Settings = new(),
                Periods = [Period("2023", Observed(_ => true)), Period("2024", Observed(_ => true))],
            };
        }

        // The same units report themselves in every quarter, else nothing adds up.
        var own = organisations.Where(o => o.Level == Level.Grassroots || random.Next(6) == 0).ToHashSet();
        var quarters = Quarters.Select(q => (Name: q, Rows: Observed(own.Contains))).ToList();
        var sums = quarters
            .SelectMany(q => q.Rows)
            .GroupBy(o => (o.Organisation, o.Indicator))
            .Select(g =>
                g.First() with
                {
                    Numerator = g.Sum(o => o.Numerator) is var n && g.First().Numerator is not null ? n : null,
                    Denominator = g.Sum(o => o.Denominator) is var d && g.First().Denominator is not null ? d : null,
                    Value = g.Sum(o => o.Value) is var v && g.First().Value is not null ? v : null,
                }
            );
        var whole = year switch
        {
            Year.Last => quarters[^1].Rows,
            Year.Nearly => sums.Select(o =>
                random.Next(4) == 0
                    ? Observe(
                        random,
                        organisations.First(x => x.Code == o.Organisation),
                        catalogue.First(c => c.Code == o.Indicator)
                    ) ?? o
                    : o
            ),
            _ => sums,
        };
        return new()
        {
            Settings = new(),
            Periods = [.. quarters.Select(q => Period(q.Name, q.Rows)), Period("2024", whole)],
        };
    }

    private static Observation? Observe(Random random, Organisation organisation, Indicator indicator)
    {
        if (
            random.Next(organisation.Level == Level.Grassroots ? 10 : 3) is var chance
            && (organisation.Level == Level.Grassroots ? chance == 0 : chance > 0 || indicator.Code == "X03")
        )
        {
            return null;
        }

        var denominator = 1 + random.Next(random.Next(2) == 0 ? 6 : 40);
        var blank = new Observation
        {
            Organisation = organisation.Code,
            Indicator = indicator.Code,
            State = ObservationState.Reported,
        };
        return indicator.Code == "W01"
            ? blank with
            {
                Numerator = random.Next(denominator + 1),
                Denominator = denominator,
            }
            : blank with
            {
                Value = random.Next(random.Next(2) == 0 ? 6 : 30),
            };
    }

    // Gives how many figures were withheld; throws where one is found.
    private static int Attack(
        PublicEdition edition,
        Year year,
        Func<IndicatorResult, string> figure,
        decimal? least = null
    )
    {
        var withheld = 0;
        foreach (var code in edition.Latest.Indicators.Select(i => i.Code))
        {
            // An upper unit that reports itself in one period and is pooled in another does not add up: whoever assumes
            // it finds a contradiction, and tries without.
            var (counted, bounds) = Known(edition, year, code, figure, least, Level.District);
            bounds ??= Known(edition, year, code, figure, least, Level.Grassroots).Bounds;
            Assert.NotNull(bounds);
            withheld += counted;
            foreach (var (name, (low, high)) in bounds.Where(b => !b.Key.Contains("hidden", StringComparison.Ordinal)))
            {
                // A figure that is not small may be found again: it was withheld for the sake of the small ones.
                Assert.False(low == high && low is > 0m and < 5m, $"{code} of {name} is {low}");
            }
        }

        return withheld;
    }

    private static (int Withheld, IReadOnlyDictionary<string, (decimal Low, decimal High)>? Bounds) Known(
        PublicEdition edition,
        Year year,
        string code,
        Func<IndicatorResult, string> figure,
        decimal? least,
        Level adding
    )
    {
        var attacker = new Attacker();
        var cells = new Dictionary<(string Period, string Unit), object>();
        var withheld = edition.Periods.Sum(period => Sums(attacker, period, code, figure, least, cells));
        if (year != Year.Apart)
        {
            foreach (
                var unit in cells
                    .Keys.Select(k => k.Unit)
                    .Distinct()
                    .Where(u => (edition.Latest.Find(u)?.Organisation.Level ?? Level.Town) >= adding)
                    .ToList()
            )
            {
                Years(attacker, year, unit, cells);
            }
        }

        return (withheld, attacker.Solve());
    }

    private static void Years(
        Attacker attacker,
        Year year,
        string unit,
        Dictionary<(string Period, string Unit), object> cells
    )
    {
        if (!cells.TryGetValue(("2024", unit), out var whole))
        {
            return;
        }

        var parts = Quarters.Where(q => cells.ContainsKey((q, unit))).Select(q => cells[(q, unit)]).ToList();
        if (year == Year.Last)
        {
            parts = cells.TryGetValue((Quarters[^1], unit), out var last) ? [last] : [];
        }

        // Of what does not add up the attacker sees that it does not, where all of it is shown; of the rest he cannot
        // know.
        if (
            parts.Count > 0
            && (
                parts.Append(whole).Any(p => p is string)
                    ? year != Year.Nearly
                    : parts.Cast<decimal>().Sum() == (decimal)whole
            )
        )
        {
            attacker.AddsUp(whole, parts);
        }
    }

    private static int Sums(
        Attacker attacker,
        PublicPeriod period,
        string code,
        Func<IndicatorResult, string> figure,
        decimal? least,
        Dictionary<(string Period, string Unit), object> cells
    )
    {
        var all = period.Towns.Prepend(period.District).Concat(period.Unions).ToList();
        var texts = all.Select(u => (Union: u, Item: u.Indicators.FirstOrDefault(i => i.Code == code)))
            .Where(x => x.Item is { State: ObservationState.Reported } && figure(x.Item).Length > 0)
            .ToDictionary(x => x.Union.Code, x => (x.Union, Item: x.Item!));
        foreach (var (unit, (_, item)) in texts)
        {
            var text = figure(item);
            var (low, high) = Bounds(text, item, least);
            cells[(period.Period.ToString(), unit)] = IsNumber(text)
                ? decimal.Parse(text, CultureInfo.InvariantCulture)
                : attacker.Unknown($"{unit} in {period.Period}", low, high);
        }

        // What units report themselves is unknown where it is not shown; each hidden union below an upper unit may be
        // there as well.
        foreach (var (union, item) in texts.Values.Where(x => x.Item.Pooled))
        {
            var parts = texts
                .Values.Where(x =>
                    !x.Item.Pooled
                    && x.Union.Organisation.Level == Level.Grassroots
                    && IsBelow(x.Union, union, all)
                    && x.Union.Standing is UnitStanding.Standing
                )
                .Select(x => cells[(period.Period.ToString(), x.Union.Code)])
                .ToList();
            if (item.Pool!.Reporting > parts.Count)
            {
                foreach (var hidden in Hidden(union, all, texts))
                {
                    var name = attacker.Unknown($"{hidden} in {period.Period}");
                    cells[(period.Period.ToString(), hidden)] = name;
                    parts.Add(name);
                }
            }

            attacker.AddsUp(cells[(period.Period.ToString(), union.Code)], parts);
        }

        return texts.Values.Count(x => !IsNumber(figure(x.Item)));
    }

    // One unknown for the unions nobody sees of each town, and of those right below the district.
    private static IEnumerable<string> Hidden(
        UnionResult upper,
        List<UnionResult> all,
        Dictionary<string, (UnionResult Union, IndicatorResult Item)> texts
    )
    {
        var towns =
            upper.Organisation.Level == Level.Town
                ? [upper]
                : all.Where(u => u.Organisation.Level == Level.Town).ToList();
        foreach (var town in towns)
        {
            var seen = texts.Values.Count(x =>
                !x.Item.Pooled
                && x.Union.Organisation.Level == Level.Grassroots
                && x.Union.Organisation.Parent == town.Code
                && x.Union.Standing is UnitStanding.Standing
            );
            if (
                town.Indicators.FirstOrDefault(i =>
                    texts.TryGetValue(town.Code, out var own) && ReferenceEquals(i, own.Item)
                )
                    is not { Pool: { } from }
                || from.Reporting > seen
            )
            {
                yield return "hidden in " + town.Code;
            }
        }

        if (upper.Organisation.Level == Level.District)
        {
            yield return "hidden in the district";
        }
    }

    // A numerator ＜5 above a denominator that is not small cannot be 0: a zero would have been shown. Nor can a plain
    // count or a denominator.
    private static (decimal Low, decimal High) Bounds(string text, IndicatorResult item, decimal? least) =>
        text == "＜5" ? (least ?? (item.DenominatorText == "＜5" ? 0m : 1m), 4m)
        : item.Withheld == Withheld.Small ? (5m, Attacker.Unbounded)
        : (least ?? 0m, Attacker.Unbounded);

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool IsBelow(UnionResult union, UnionResult upper, List<UnionResult> all)
    {
        for (
            var at = union.Organisation.Parent;
            at is not null;
            at = all.FirstOrDefault(u => u.Code == at)?.Organisation.Parent
        )
        {
            if (at == upper.Code)
            {
                return true;
            }
        }

        return false;
    }
}
