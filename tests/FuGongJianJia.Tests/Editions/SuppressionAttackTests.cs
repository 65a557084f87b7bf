using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// An attacker（推算者）who knows the method and sees everything that is published: what each union shows, which town and district figures are sums of which unions,
/// and what a mark such as ＜5 allows. Every equation between withheld figures is solved by elimination, every bound is followed to its end.
/// </summary>
public sealed class SuppressionAttackTests
{
    private const decimal Unbounded = 1_000_000m;

    [Fact]
    public void Nobody_can_narrow_a_withheld_count_to_a_single_figure_by_subtracting()
    {
        var withheld = 0;
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            foreach (var period in Small.Compose(Tables(seed)).Periods)
            {
                withheld += Attack(period, i => i.NumeratorText.Length > 0 ? i.NumeratorText : i.ValueText);
                Attack(period, i => i.DenominatorText, least: 1m);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Assert.True(withheld > 1000);
    }

    [Fact]
    public void The_attacker_is_able_and_finds_them_where_only_the_small_figures_themselves_are_blacked_out()
    {
        var found = Enumerable.Range(1, 60).Count(seed =>
        {
            var data = Tables(seed);
            var edition = Small.Compose(data with { Settings = data.Settings with { SensitiveWords = ["没有这个词"] } });
            return Record.Exception(() => Assert.All(edition.Periods, p => Attack(p, i => IsSmall(i.NumeratorText) || IsSmall(i.DenominatorText) ? "＜5" : i.NumeratorText))) is not null;
        });
        Assert.True(found > 10, $"{found} of 60");
    }

    private static bool IsSmall(string text) => text is "1" or "2" or "3" or "4";

    // Unions of four towns and some right below the district; many small figures, some towns that report themselves, some unions nobody sees.
    private static Dataset Tables(int seed)
    {
        var random = new Random(seed);
        var organisations = new List<Organisation> { RandomData.Organisation("A", Level.District, null) };
        organisations.AddRange(Enumerable.Range(0, 1 + random.Next(4)).Select(t => RandomData.Organisation($"B{t}", Level.Town, "A")));
        var towns = organisations.Count - 1;
        organisations.AddRange(Enumerable.Range(0, 1 + random.Next(12)).Select(u => RandomData.Organisation(
            string.Create(CultureInfo.InvariantCulture, $"C{u:00}"), Level.Grassroots, random.Next(8) == 0 ? "A" : $"B{random.Next(towns)}") with
        {
            IsPublic = random.Next(9) != 0, Status = random.Next(12) == 0 ? OrganisationStatus.Merged : OrganisationStatus.Normal,
        }));
        Indicator[] catalogue =
        [
            RandomData.Indicator("W01", RuleKind.TargetRatio, 100m, 60m) with { Name = "困难职工帮扶到位率" },
            RandomData.Indicator("X03", RuleKind.Deduction, 20m, 40m, Aggregation.Sum, Level.Grassroots) with { Name = "劳动争议数" },
        ];
        PeriodData Period(int year) => new()
        {
            Period = Model.Period.OfYear(year),
            Organisations = [.. organisations],
            Catalogue = [.. catalogue],
            Observations = [.. organisations.SelectMany(o => catalogue.Select(c => Observe(random, o, c))).OfType<Observation>()],
        };
        return new() { Settings = new(), Periods = [Period(2023), Period(2024)] };
    }

    private static Observation? Observe(Random random, Organisation organisation, Indicator indicator)
    {
        if (random.Next(organisation.Level == Level.Grassroots ? 10 : 3) is var chance && (organisation.Level == Level.Grassroots ? chance == 0 : chance > 0 || indicator.Code == "X03"))
        {
            return null;
        }

        var denominator = 1 + random.Next(random.Next(2) == 0 ? 6 : 40);
        var blank = new Observation { Organisation = organisation.Code, Indicator = indicator.Code, State = ObservationState.Reported };
        return indicator.Code == "W01" ? blank with { Numerator = random.Next(denominator + 1), Denominator = denominator } : blank with { Value = random.Next(random.Next(2) == 0 ? 6 : 30) };
    }

    // Gives how many figures were withheld; throws where one is found.
    private static int Attack(PeriodEdition period, Func<IndicatorResult, string> figure, decimal? least = null)
    {
        var all = period.Towns.Prepend(period.District).Concat(period.Unions).ToList();
        var withheld = 0;
        foreach (var code in period.Indicators.Select(i => i.Code))
        {
            var texts = all.Select(u => (Union: u, Item: u.Indicators.FirstOrDefault(i => i.Code == code)))
                .Where(x => x.Item is { State: ObservationState.Reported } && figure(x.Item).Length > 0).ToDictionary(x => x.Union.Code, x => (x.Union, Item: x.Item!));

            // What was reported by the units themselves is unknown where it is not shown; each hidden union below an upper unit may be there as well.
            var unknowns = texts.Values.Where(x => !x.Item.Pooled && !IsNumber(figure(x.Item))).ToDictionary(x => x.Union.Code, x => Bounds(figure(x.Item), x.Item, least));
            withheld += unknowns.Count;
            var equations = new List<(HashSet<string> Sum, decimal Value)>();
            foreach (var (union, item) in texts.Values.Where(x => x.Item.Pooled && IsNumber(figure(x.Item))))
            {
                var parts = texts.Values.Where(x => !x.Item.Pooled && x.Union.Organisation.Level == Level.Grassroots && IsBelow(x.Union, union, all)
                    && x.Union.Organisation.Status == OrganisationStatus.Normal).ToList();
                var open = parts.Where(x => unknowns.ContainsKey(x.Union.Code)).Select(x => x.Union.Code).ToHashSet();
                if (item.PooledFrom!.Value.Reporting > parts.Count)
                {
                    // Unions that are not public: by town, since that much is known of where they belong.
                    open.UnionWith(Hidden(union, all, texts));
                }

                equations.Add((open, decimal.Parse(figure(item), CultureInfo.InvariantCulture)
                    - parts.Where(x => !unknowns.ContainsKey(x.Union.Code)).Sum(x => decimal.Parse(figure(x.Item), CultureInfo.InvariantCulture))));
            }

            foreach (var hidden in equations.SelectMany(e => e.Sum).Where(c => !unknowns.ContainsKey(c)).Distinct().ToList())
            {
                unknowns[hidden] = (0m, Unbounded);
            }

            Solve(unknowns, equations, code);
        }

        return withheld;
    }

    // One unknown for the unions nobody sees of each town, and of those right below the district.
    private static IEnumerable<string> Hidden(UnionResult upper, List<UnionResult> all, Dictionary<string, (UnionResult Union, IndicatorResult Item)> texts)
    {
        var towns = upper.Organisation.Level == Level.Town ? [upper] : all.Where(u => u.Organisation.Level == Level.Town).ToList();
        foreach (var town in towns)
        {
            var seen = texts.Values.Count(x => !x.Item.Pooled && x.Union.Organisation.Level == Level.Grassroots && x.Union.Organisation.Parent == town.Code && x.Union.Organisation.Status == OrganisationStatus.Normal);
            if (town.Indicators.FirstOrDefault(i => texts.TryGetValue(town.Code, out var own) && ReferenceEquals(i, own.Item)) is not { PooledFrom: { } from } || from.Reporting > seen)
            {
                yield return "hidden in " + town.Code;
            }
        }

        if (upper.Organisation.Level == Level.District)
        {
            yield return "hidden in the district";
        }
    }

    private static void Solve(Dictionary<string, (decimal Low, decimal High)> unknowns, List<(HashSet<string> Sum, decimal Value)> equations, string code)
    {
        // Sums inside one another: every difference of two is an equation as well.
        foreach (var (outer, inner) in equations.SelectMany(o => equations.Select(i => (o, i))).Where(p => p.i.Sum.IsProperSubsetOf(p.o.Sum)).ToList())
        {
            equations.Add(([.. outer.Sum.Except(inner.Sum)], outer.Value - inner.Value));
        }

        var towns = equations.Where(e => e.Sum.Count > 0).ToList();
        foreach (var outer in towns.ToList())
        {
            var rest = outer;
            foreach (var inner in towns.Where(t => t.Sum.IsProperSubsetOf(outer.Sum)).OrderBy(t => t.Sum.Count))
            {
                if (inner.Sum.IsSubsetOf(rest.Sum))
                {
                    rest = ([.. rest.Sum.Except(inner.Sum)], rest.Value - inner.Value);
                }
            }

            equations.Add(rest);
        }

        var bounds = unknowns.ToDictionary();
        for (var round = 0; round < 30; round++)
        {
            foreach (var (sum, value) in equations)
            {
                foreach (var one in sum)
                {
                    var (low, high) = bounds[one];
                    bounds[one] = (Math.Max(low, value - sum.Where(o => o != one).Sum(o => bounds[o].High)), Math.Min(high, value - sum.Where(o => o != one).Sum(o => bounds[o].Low)));
                }
            }
        }

        foreach (var (union, (low, high)) in bounds.Where(b => !b.Key.StartsWith("hidden", StringComparison.Ordinal)))
        {
            Assert.True(low < high, $"{code} of {union} is {low}");
        }
    }

    // A numerator ＜5 above a denominator that is not small cannot be 0: a zero would have been shown. Nor can a plain count or a denominator.
    private static (decimal Low, decimal High) Bounds(string text, IndicatorResult item, decimal? least) => text == "＜5" ? (least ?? (item.DenominatorText == "＜5" ? 0m : 1m), 4m)
        : item.Withheld == Withheld.Small ? (5m, Unbounded) : (0m, Unbounded);

    private static bool IsNumber(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static bool IsBelow(UnionResult union, UnionResult upper, List<UnionResult> all)
    {
        for (var at = union.Organisation.Parent; at is not null; at = all.FirstOrDefault(u => u.Code == at)?.Organisation.Parent)
        {
            if (at == upper.Code)
            {
                return true;
            }
        }

        return false;
    }
}
