using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Editions;

/// <summary>What a town's report says about needs, and what nobody can find out from it.</summary>
public sealed class TownNeedTests
{
    private const int Threshold = 5;
    private static readonly string[] Categories = ["困难帮扶", "劳动争议", "技能培训", "文体活动"];

    [Fact]
    public void A_town_has_its_counts_answers_and_days()
    {
        var town = Assert.Single(Of(Needs(("T1", "技能培训", 3))));
        Assert.Equal((3, 3, 10m), (town.Reported, town.Answered, town.MedianDays));
        Assert.Equal(new NeedCategory("技能培训", 3, 3, null), Assert.Single(town.Categories));
        Assert.Equal("本镇街及所属工会上报职工需求3件，均已答复，答复用时中位数10天。", town.Finding);
    }

    [Fact]
    public void A_small_count_of_hardship_is_withheld_with_the_next_smallest_beside_it_and_both_totals()
    {
        var towns = Of(
            Needs(("T1", "困难帮扶", 1), ("T1", "技能培训", 4), ("T2", "困难帮扶", 6), ("T3", "困难帮扶", 9))
        );
        Assert.Equal(
            [Withheld.Small, Withheld.Complementary, Withheld.No],
            towns.Select(t => t.Categories.Single(c => c.Name == "困难帮扶").Withheld)
        );
        Assert.Equal([null, null, 9], towns.Select(t => t.Reported));
        Assert.Equal(4, towns[0].Categories.Single(c => c.Name == "技能培训").Reported);
        Assert.Contains("不公布总件数", towns[0].Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void A_town_without_needs_has_no_entry() => Assert.Empty(Of([]));

    /// <summary>
    /// Whoever subtracts what towns show from the district's figures gets a sum over at least two units that reaches
    /// the threshold,
    /// or nothing at all was shown; in a sensitive category no count from 1 to 4 is ever shown.
    /// </summary>
    [Fact]
    public void Subtraction_never_gives_a_small_number_back() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Zip(Gen.Choose(0, 5), Gen.Zip(Gen.Choose(0, 3), Gen.Choose(1, 12))).ListOf().ToArbitrary(),
                parts =>
                {
                    var needs = Needs([
                        .. parts.Select(p => ($"T{p.Item1}", Categories[p.Item2.Item1], p.Item2.Item2)),
                    ]);
                    var towns = Of(needs);
                    foreach (var category in Categories[..2])
                    {
                        var shown = towns.SelectMany(t => t.Categories.Where(c => c.Name == category)).ToList();
                        Assert.DoesNotContain(shown, c => c.Reported is > 0 and < Threshold);
                        Rest(
                            needs.Where(n => n.Category == category).ToList(),
                            town =>
                                towns
                                    .FirstOrDefault(t => t.Town == town)
                                    ?.Categories.FirstOrDefault(c => c.Name == category)
                                    ?.Reported
                        );
                    }

                    Rest([.. needs], town => towns.FirstOrDefault(t => t.Town == town)?.Reported);
                }
            )
        );

    [Fact]
    public void The_district_withholds_a_small_category_with_the_next_smallest_and_towns_do_not_give_either_back()
    {
        var needs = Needs(
            ("T1", "困难帮扶", 2),
            ("T1", "技能培训", 7),
            ("T2", "技能培训", 2),
            ("T2", "文体活动", 30),
            ("T3", "文体活动", 30)
        );
        var district = NeedCategories.Of(needs, new Settings { SmallNumberThreshold = Threshold });
        Assert.Equal(
            [("文体活动", 60), ("困难帮扶", null), ("技能培训", null)],
            district.Select(c => (c.Name, c.Reported))
        );
        var towns = Of(needs);
        Assert.DoesNotContain(towns.SelectMany(t => t.Categories), c => c.Name == "技能培训" && c.Reported is not null);
        Assert.Equal([null, null, 30], towns.Select(t => t.Reported));
    }

    [Fact]
    public void One_small_category_alone_has_no_table_for_the_total_would_be_its_count()
    {
        var data = new PeriodData
        {
            Period = Period.OfYear(2024),
            Organisations = [],
            Catalogue = [],
            Observations = [],
            Needs = Needs(("T1", "劳动争议", 3)),
        };
        Assert.Empty(NeedComposer.Of(data, new Settings(), null)!.Categories);
    }

    [Theory]
    [InlineData(1, "反映较多的是“类别0”（7件）")]
    [InlineData(4, "反映较多的是“类别0”“类别1”“类别2”“类别3”（各7件）")]
    [InlineData(5, null)]
    public void Categories_that_tie_are_named_together_and_none_where_too_many_do(int tied, string? said)
    {
        var needs = Needs([.. Enumerable.Range(0, tied).Select(n => ("T1", $"类别{n}", 7)), ("T2", "疗休养", 6)]);
        var finding = NeedComposer
            .Of(
                new()
                {
                    Period = Period.OfYear(2024),
                    Organisations = [],
                    Catalogue = [],
                    Observations = [],
                    Needs = needs,
                },
                new Settings(),
                null
            )!
            .Finding;
        Assert.EndsWith(said is null ? "中位数10天。" : $"，{said}。", finding, StringComparison.Ordinal);
    }

    private static void Rest(List<Need> needs, Func<string, int?> shown)
    {
        var hidden = needs.GroupBy(n => n.Organisation).Where(g => shown(g.Key) is null).ToList();
        var anyTown = hidden.Exists(g => g.Key != "T0");
        var anyShown = needs.Select(n => n.Organisation).Distinct().Any(o => shown(o) is not null);
        if (anyTown && anyShown)
        {
            Assert.True(hidden.Count > 1 && hidden.Sum(g => g.Count()) >= Threshold);
        }
    }

    // T0 stands for the district itself, which has no town report.
    private static ImmutableArray<TownNeeds> Of(ImmutableArray<Need> needs) =>
        TownNeedSummaries.Of(
            needs,
            new Settings { SmallNumberThreshold = Threshold },
            code => code,
            code => code != "T0"
        );

    private static ImmutableArray<Need> Needs(params (string Town, string Category, int Count)[] parts) =>
        [
            .. parts.SelectMany(
                (p, i) =>
                    Enumerable
                        .Range(0, p.Count)
                        .Select(n => new Need
                        {
                            Code = $"N{i}-{n}",
                            Organisation = p.Town,
                            Category = p.Category,
                            Summary = "略",
                            ReportedOn = new DateOnly(2024, 5, 1),
                            AnsweredOn = new DateOnly(2024, 5, 11),
                        })
            ),
        ];
}
