using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

public sealed class SuppressionTests
{
    private static readonly Settings Counted = new() { ScoresWithheld = true };

    [Fact]
    public void A_small_count_is_shown_as_less_than_five_and_nothing_is_said_of_its_score()
    {
        var item = Item(Case((3, 8), (20, 40), (30, 40)), "C1");
        Assert.Equal(("＜5", "不公布", "不公布"), (item.NumeratorText, item.DenominatorText, item.ValueText));
        Assert.Null(item.Score);
        Assert.Null(item.Points);
        Assert.Null(item.Value);
    }

    [Fact]
    public void A_zero_may_be_shown_when_what_it_is_out_of_is_not_small()
    {
        var item = Item(Case((0, 9), (20, 40), (30, 40)), "C1");
        Assert.Equal(
            (Withheld.No, "0", "9", "0.00"),
            (item.Withheld, item.NumeratorText, item.DenominatorText, item.ValueText)
        );
    }

    [Fact]
    public void A_second_union_is_withheld_so_that_the_town_gives_nothing_back()
    {
        var edition = Case((3, 8), (20, 40), (30, 60));
        Assert.Equal(
            (Withheld.Small, Withheld.Complementary, Withheld.No),
            (Item(edition, "C1").Withheld, Item(edition, "C2").Withheld, Item(edition, "C3").Withheld)
        );
        Assert.Equal("不公布", Item(edition, "C2").NumeratorText);
        Assert.Equal(Withheld.No, Item(edition, "B").Withheld);
    }

    [Fact]
    public void Two_small_ones_whose_sum_stays_small_need_a_third()
    {
        var edition = Case((1, 30), (2, 30), (20, 40), (30, 60));
        Assert.Equal(
            [Withheld.Small, Withheld.Small, Withheld.Complementary, Withheld.No],
            new[] { "C1", "C2", "C3", "C4" }.Select(c => Item(edition, c).Withheld)
        );
    }

    [Fact]
    public void A_town_with_nobody_to_hide_behind_is_withheld_itself_and_so_is_the_district()
    {
        var edition = Case((3, 8));
        Assert.Equal((Withheld.Small, Withheld.Small), (Item(edition, "C1").Withheld, Item(edition, "B").Withheld));
        Assert.NotEqual(Withheld.No, Item(edition, "A").Withheld);
    }

    [Fact]
    public void The_index_does_not_count_it_and_cannot_give_it_back()
    {
        var union = Case((2, 4), (20, 40), (30, 60)).Latest.Find("C1")!;
        Assert.Null(union.Indexes[(int)IndexKey.Warmth].Value);
        Assert.Contains("不计分", union.Indicators[0].Explanation(new Settings()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_counts_what_is_withheld_where_the_settings_say_so()
    {
        var union = Case(Counted, (2, 4), (20, 40), (30, 60)).Latest.Find("C1")!;
        Assert.Equal(50.00m, union.Indexes[(int)IndexKey.Warmth].Value);
        Assert.Contains("照常计入指数", union.Indicators[0].Explanation(Counted), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_set_aside_of_a_union_lowers_neither_its_coverage_nor_the_sums_above_it()
    {
        var edition = Case((2, 4), (20, 40), (30, 60));
        Assert.Equal("52", Item(edition, "B").NumeratorText);
        Assert.Equal(0m, edition.Latest.Find("C1")!.Coverage);
        var small = new Small()
            .Indicator("W01", RuleKind.TargetRatio, 100, 60)
            .Indicator("W02", RuleKind.TargetRatio, 100, 40)
            .Union("C1")
            .Union("C2");
        small.Catalogue[0] = small.Catalogue[0] with { Name = "困难职工帮扶到位率" };
        var union = small
            .Ratio("C1", "W01", 1, 2)
            .Ratio("C1", "W02", 80, 100)
            .Ratio("C2", "W01", 60, 60)
            .Compose()
            .Latest.Find("C1")!;
        Assert.Equal((80.00m, 100.00m), (union.Indexes[(int)IndexKey.Warmth].Value, union.Coverage));
    }

    [Fact]
    public void What_one_quarter_withholds_the_year_and_the_other_quarters_withhold_as_well()
    {
        Small Quarter(string period, decimal n, decimal d)
        {
            var small = new Small { Period = Period.Parse(period) }.Indicator("X03", RuleKind.TargetRatio, 100, 100);
            small.Catalogue[0] = small.Catalogue[0] with { Name = "劳动争议调解成功率" };
            return small
                .Union("C1")
                .Union("C2")
                .Union("C3")
                .Ratio("C1", "X03", n, d)
                .Ratio("C2", "X03", 20, 40)
                .Ratio("C3", "X03", 30, 60);
        }

        var (q1, q2, year) = (Quarter("2024Q1", 3, 6), Quarter("2024Q2", 9, 12), Quarter("2024", 12, 18));
        var edition = Small.Compose(new() { Settings = new(), Periods = [q1.Data, q2.Data, year.Data] });
        Assert.All(
            edition.Periods,
            p =>
                Assert.Equal(
                    ["不公布", "不公布", "不公布"],
                    [Item(p, "C1").NumeratorText, Item(p, "C2").NumeratorText, Item(p, "C1").ValueText]
                )
        );
        Assert.All(edition.Periods, p => Assert.Equal(Withheld.No, Item(p, "C3").Withheld));
        Assert.All(edition.Periods, p => Assert.Equal(Withheld.No, Item(p, "B").Withheld));
    }

    [Fact]
    public void A_small_town_shows_no_mark_for_that_would_bound_its_unions_together()
    {
        var small = new Small().Indicator("X03", RuleKind.Deduction, 1, 100, Aggregation.Sum, Level.Grassroots);
        small.Catalogue[0] = small.Catalogue[0] with { Name = "劳动争议数", Unit = "件" };
        foreach (var (code, parent, value) in new[] { ("C1", "B", 1), ("C2", "B", 3), ("C3", "A", 4), ("C4", "A", 20) })
        {
            small.Union(code, u => u with { Parent = parent }).Value(code, "X03", value);
        }

        var edition = small.Compose();
        Assert.Equal(("28", "不公布", "＜5", "＜5", "＜5"), (Text("A"), Text("B"), Text("C1"), Text("C2"), Text("C3")));
        string Text(string code) => Item(edition, code).ValueText;
    }

    [Fact]
    public void A_town_that_reports_its_own_figure_gives_nothing_back_but_the_district_that_adds_up_the_unions_does()
    {
        var small = new Small()
            .Indicator("X03", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Union("C2")
            .Ratio("C1", "X03", 2, 6)
            .Ratio("C2", "X03", 20, 40)
            .Ratio("B", "X03", 60, 80);
        small.Catalogue[0] = small.Catalogue[0] with { Name = "劳动争议调解成功率" };
        var edition = small.Compose();
        Assert.Equal(
            (Withheld.Small, Withheld.Complementary, "60", "22"),
            (
                Item(edition, "C1").Withheld,
                Item(edition, "C2").Withheld,
                Item(edition, "B").NumeratorText,
                Item(edition, "A").NumeratorText
            )
        );
    }

    [Fact]
    public void A_survey_of_fewer_than_ten_ballots_is_not_published()
    {
        var small = new Small()
            .Indicator("W05", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Union("C2")
            .Ratio("C1", "W05", 8, 9)
            .Ratio("C2", "W05", 8, 10);
        small.Catalogue[0] = small.Catalogue[0] with { Definition = "满意和基本满意票÷有效票" };
        var edition = small.Compose();
        Assert.Equal(
            (Withheld.Small, "不公布", Withheld.No),
            (Item(edition, "C1").Withheld, Item(edition, "C1").ValueText, Item(edition, "C2").Withheld)
        );
    }

    [Fact]
    public void Other_indicators_keep_their_small_counts()
    {
        var edition = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Ratio("C1", "R01", 1, 3)
            .Compose();
        Assert.Equal("33.33", Item(edition, "C1").ValueText);
    }

    [Fact]
    public void Open_data_withholds_what_the_pages_withhold_on_random_data()
    {
        var edition = Small.Compose(RandomData.Make(11));
        var withheld = 0;
        foreach (var period in edition.Periods)
        {
            var file = OpenDataFiles.Create(edition).Single(f => f.Path == $"site/data/{period.Period}/indicators.csv");
            var rows = System
                .Text.Encoding.UTF8.GetString(file.Content)
                .Split("\r\n")
                .Select(r => r.Split(','))
                .Where(r => r.Length == 8)
                .ToDictionary(r => (r[0].TrimStart('\uFEFF'), r[1]));
            foreach (var union in period.Towns.Concat(period.Unions))
            {
                foreach (var item in union.Indicators.Where(i => i.Withheld != Withheld.No))
                {
                    var row = rows[(union.Code, item.Code)];
                    Assert.All(
                        row[2..4],
                        cell => Assert.DoesNotContain(cell, c => char.IsAsciiDigit(c) && cell != "＜5")
                    );
                    Assert.Equal("", row[6]);
                    withheld++;
                }
            }
        }

        Assert.True(withheld > 0);
    }

    private static IndicatorResult Item(PublicEdition edition, string code) => edition.Latest.Find(code)!.Indicators[0];

    private static IndicatorResult Item(PublicPeriod period, string code) => period.Find(code)!.Indicators[0];

    private static PublicEdition Case(params (int Helped, int Listed)[] unions) => Case(new Settings(), unions);

    private static PublicEdition Case(Settings settings, params (int Helped, int Listed)[] unions)
    {
        var small = new Small { Settings = settings }.Indicator("W01", RuleKind.TargetRatio, 100, 100);
        small.Catalogue[0] = small.Catalogue[0] with { Name = "困难职工帮扶到位率" };
        for (var n = 0; n < unions.Length; n++)
        {
            small.Union($"C{n + 1}").Ratio($"C{n + 1}", "W01", unions[n].Helped, unions[n].Listed);
        }

        return small.Compose();
    }
}
