using FuGongJianJia.Editions.Office;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Scoring;

public sealed class SecondComputationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_plain_second_computation_agrees_to_the_last_digit_on_random_data(int seed)
    {
        var data = RandomData.Make(
            seed,
            new Settings { IndexWeights = seed % 2 == 0 ? [20m, 20m, 20m, 20m, 20m] : [15m, 25m, 20m, 22.5m, 17.5m] }
        );
        Agree(data);
    }

    [Fact]
    public void It_agrees_when_missing_values_count_as_zero() =>
        Agree(RandomData.Make(77, new Settings { MissingScoresZero = true }));

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void It_agrees_when_what_is_withheld_is_set_aside(int seed) =>
        Agree(RandomData.Make(seed, new Settings { ScoresWithheld = false, MissingScoresZero = seed == 33 }));

    [Theory]
    [InlineData(51, "2023Q1", "2024Q1", true)]
    [InlineData(52, "2023Q3", "2024Q3", true)]
    [InlineData(53, "2023-07", "2024-07", false)]
    [InlineData(54, "2023H2", "2024H2", true)]
    public void It_agrees_on_parts_of_a_year(int seed, string before, string now, bool proRata)
    {
        var data = RandomData.Make(seed, new Settings { ProRata = proRata }, 6, 60, before, now);
        var timings = Enum.GetValues<Timing>();
        Agree(
            data with
            {
                Periods =
                [
                    .. data.Periods.Select(p =>
                        p with
                        {
                            Catalogue =
                            [
                                .. p.Catalogue.Select(r =>
                                    r with
                                    {
                                        Timing = timings[r.Code.Sum(c => c) % timings.Length],
                                    }
                                ),
                            ],
                        }
                    ),
                ],
            }
        );
    }

    [Theory]
    [InlineData(61, false)]
    [InlineData(62, true)]
    public void It_agrees_when_the_catalogue_withholds(int seed, bool counts)
    {
        var data = RandomData.Make(seed, new Settings { ScoresUnpublished = counts });
        var publicities = Enum.GetValues<Publicity>();
        Agree(
            data with
            {
                Periods =
                [
                    .. data.Periods.Select(p =>
                        p with
                        {
                            Catalogue =
                            [
                                .. p.Catalogue.Select(r =>
                                    r with
                                    {
                                        Publicity = publicities[r.Code.Sum(c => c) % publicities.Length],
                                    }
                                ),
                            ],
                        }
                    ),
                ],
            }
        );
    }

    [Fact]
    public void It_agrees_on_the_demo_data()
    {
        var years = DemoData.Data.Periods.Where(p => p.Period.Kind == PeriodKind.Year).ToList();
        Agree(DemoData.Data with { Periods = [.. years.TakeLast(2)] });
    }

    [Fact]
    public void It_agrees_on_merged_unions_of_many_random_data()
    {
        Merged = 0;
        for (var seed = 100; seed < 112; seed++)
        {
            Agree(RandomData.Make(seed));
        }

        Assert.True(Merged > 3, $"{Merged} unions came from several");
    }

    private static int Merged { get; set; }

    internal static void Agree(Dataset data)
    {
        var scores = Scorer.Score(data, TestContext.Current.CancellationToken);
        var naive = new NaiveMethod(
            data,
            (period, union, code) =>
                scores.Find(period) is { } p
                && p.Find(union) is { } found
                && IsAside(found.Cells[p.Codes.IndexOf(code)].Withheld, data.Settings)
        );
        var edition = OfficeComposer.Compose(data, scores, new(null, "test", "0123456789ab"));
        for (var p = 0; p < data.Periods.Length; p++)
        {
            var (period, scored) = (data.Periods[p], scores.Periods[p]);
            var items = period.Organisations.ToDictionary(o => o.Code, o => naive.Items(period, o));
            var figures = items.ToDictionary(i => i.Key, i => naive.Of(i.Value));
            var places = NaiveMethod.Places(period, figures, data.Settings);
            var percentiles = edition
                .Periods[p]
                .Towns.Concat(edition.Periods[p].Unions)
                .ToDictionary(r => r.Code, r => r.Ranking.Percentile);
            foreach (var union in period.Organisations.Where(o => places.ContainsKey(o.Code)))
            {
                Assert.Equal(
                    (union.Code, NaiveMethod.Percentile(period, figures, places, union)),
                    (union.Code, percentiles[union.Code])
                );
            }

            foreach (var union in period.Organisations)
            {
                var found = scored.Find(union.Code)!;
                var expected = figures[union.Code];
                foreach (var item in items[union.Code])
                {
                    var cell = found.Cells[scored.Codes.IndexOf(item.Code)];
                    var state = cell.State switch
                    {
                        CellState.Scored => "已报",
                        CellState.NotApplicable or CellState.NotAsked => "不适用",
                        CellState.Outside => "无",
                        CellState.Protected => "保护",
                        _ => "缺报",
                    };
                    Assert.Equal(
                        $"{union.Code} {item.Code} {item.State} {item.Score?.Round():0.00}",
                        $"{union.Code} {item.Code} {state} {cell.Score?.Round(2, MidpointRounding.AwayFromZero):0.00}"
                    );
                }

                Assert.Equal((union.Code, expected.Total), (union.Code, found.Total));
                Assert.Equal((union.Code, expected.Coverage), (union.Code, found.Coverage));
                foreach (var key in Vocabulary.Indexes)
                {
                    Assert.Equal((union.Code, key, expected.Indexes[(int)key]), (union.Code, key, found.Indexes[key]));
                }

                Assert.Equal(
                    (union.Code, places.TryGetValue(union.Code, out var place) ? place : null),
                    (union.Code, found.Rank?.Place)
                );
            }
        }

        CompareChange(data, scores, naive);
        CompareRobustness(data, scores, naive);
    }

    private static bool IsAside(Withheld how, Settings settings) =>
        how switch
        {
            Withheld.No => false,
            Withheld.Unpublished => !settings.ScoresUnpublished,
            _ => !settings.ScoresWithheld,
        };

    private static void CompareChange(Dataset data, Scores scores, NaiveMethod naive)
    {
        var (then, now, scored) = (data.Periods[0], data.Periods[1], scores.Periods[1]);
        var (compared, merged) = (0, 0);
        foreach (var union in now.Organisations)
        {
            var origin = naive.Past(now, union, then);
            var today = naive.Items(now, union);
            var comparable =
                origin is { } o && naive.Of(today).Total is not null && naive.Of(o.Items).Total is not null;
            var scoredChange = scored.Find(union.Code)!.Change;
            Assert.Equal((union.Code, comparable), (union.Code, scoredChange is not null));
            if (scoredChange is { } change)
            {
                var past = origin!.Value.Items;
                merged += origin.Value.Before == union && then.Organisations.All(t => t.Code != union.Code) ? 1 : 0;
                Assert.Equal((union.Code, naive.Comparable(now, union, today, past)), (union.Code, change.Comparable));
                Assert.Equal(
                    (union.Code, naive.Split(now, union, today, past)),
                    (union.Code, (change.Catalogue, change.Coverage))
                );
                Assert.Equal((union.Code, naive.Of(today).Total - naive.Of(past).Total), (union.Code, change.Headline));
                compared++;
            }
        }

        Assert.True(compared > 20);
        Merged += merged;
    }

    private static void CompareRobustness(Dataset data, Scores scores, NaiveMethod naive)
    {
        var (period, scored) = (data.Periods[^1], scores.Periods[^1]);
        var ranked = period.Organisations.Where(o => scored.Find(o.Code)!.Rank?.Place is not null).ToList();
        var items = ranked.ToDictionary(o => o.Code, o => naive.Items(period, o));
        List<Func<string, decimal>> variants =
        [
            c => Total(naive.Scored(items[c])),
            c => Total(naive.Scored(items[c]).Select(s => (s.Index, (Exact)1, s.Score))),
            c =>
                Total(
                    items[c]
                        .Where(i => i.State is "已报" or "缺报")
                        .Select(i => (i.Row.Index, Exact.Of(i.Row.Weight), i.Score ?? 0))
                ),
            c => Geometric(naive.Totals(naive.Scored(items[c])).Indexes, data.Settings),
        ];
        foreach (var key in Vocabulary.Indexes)
        {
            foreach (var factor in new[] { 0.8m, 1.2m })
            {
                variants.Add(c =>
                    naive
                        .Totals(
                            naive.Scored(items[c]),
                            k => Exact.Of(data.Settings.IndexWeights[(int)k] * (k == key ? factor : 1m))
                        )
                        .Total!.Value.Round()
                );
            }
        }

        foreach (var code in period.Catalogue.Select(i => i.Code).Distinct())
        {
            variants.Add(c =>
                Total(
                    items[c]
                        .Where(i => i.Code != code || i.State == "缺报")
                        .Where(i => i.State == "已报" || (data.Settings.MissingScoresZero && i.State == "缺报"))
                        .Select(i => (i.Row.Index, Exact.Of(i.Row.Weight), i.Score ?? 0))
                )
            );
        }

        Assert.NotEmpty(ranked);
        var totals = variants.Select(v => ranked.ToDictionary(o => o.Code, o => v(o.Code))).ToList();
        foreach (var union in ranked)
        {
            var group = ranked.Where(o => NaiveMethod.Group(o) == NaiveMethod.Group(union)).ToList();
            var places = totals.Select(t => 1 + group.Count(o => t[o.Code] > t[union.Code])).ToList();
            var range = scored.Find(union.Code)!.Range!;
            Assert.Equal((union.Code, places.Min(), places.Max()), (union.Code, range.Best, range.Worst));
        }

        decimal Total(IEnumerable<(IndexKey, Exact, Exact)> scoredItems) =>
            naive.Totals(scoredItems).Total?.Round() ?? 0m;
    }

    private static decimal Geometric(Exact?[] indexes, Settings settings)
    {
        var have = indexes
            .Select((value, k) => (value, w: (double)settings.IndexWeights[k]))
            .Where(x => x.value is not null)
            .ToList();
        var product = 1d;
        foreach (var (value, w) in have)
        {
            product *= Math.Pow(value!.Value < 1 ? 1d : value.Value.ToDouble(), w / have.Sum(x => x.w));
        }

        return decimal.Round((decimal)product, 2, MidpointRounding.AwayFromZero);
    }
}
