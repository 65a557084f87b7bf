using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Screening;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>What the catalogue lets the public see of a unit（公开方式）, and what follows for its index.</summary>
public sealed class PublicityTests
{
    [Fact]
    public void What_is_told_in_sums_only_is_neither_shown_nor_counted_below_and_stands_above()
    {
        var period = Town(Publicity.SumsOnly).Compose().Latest;
        var (union, town) = (period.Find("C1")!, period.Find("B")!);
        var item = union.IndicatorOf("X04")!;
        Assert.Equal(
            (Withheld.Unpublished, "不公布", null, null),
            (item.Withheld, item.ValueText, item.Score, item.Gain)
        );
        Assert.Equal((100.00m, 100.00m), (union.Indexes[(int)IndexKey.Harmony].Value, union.Coverage));
        Assert.Equal("3", town.IndicatorOf("X04")!.ValueText);
        Assert.Equal(40.00m, town.IndicatorOf("X04")!.Score);
    }

    [Fact]
    public void The_settings_may_count_it_again()
    {
        var small = Town(Publicity.SumsOnly);
        small.Settings = new() { ScoresUnpublished = true };
        var union = small.Compose().Latest.Find("C1")!;
        Assert.Equal("不公布", union.IndicatorOf("X04")!.ValueText);

        // (80×100 + 20×40) ÷ 100.
        Assert.Equal(88.00m, union.Indexes[(int)IndexKey.Harmony].Value);
    }

    [Fact]
    public void What_is_not_public_at_all_is_not_in_the_sums_that_are_seen_either()
    {
        var period = Town(Publicity.Nothing).Compose().Latest;
        Assert.All(
            new[] { "C1", "C2", "B", "A" },
            code => Assert.Equal(Withheld.Unpublished, period.Find(code)!.IndicatorOf("X04")!.Withheld)
        );
    }

    [Fact]
    public void A_sum_of_a_single_unit_would_give_it_back_and_is_withheld_too()
    {
        var small = Town(Publicity.SumsOnly, alone: true);
        Assert.Equal(Withheld.Unpublished, small.Compose().Latest.Find("B")!.IndicatorOf("X04")!.Withheld);
    }

    [Fact]
    public void That_nothing_happened_anywhere_is_no_secret()
    {
        var small = Town(Publicity.SumsOnly, events: 0m);
        var town = small.Compose().Latest.Find("B")!.IndicatorOf("X04")!;
        Assert.Equal((Withheld.No, "0"), (town.Withheld, town.ValueText));
    }

    [Fact]
    public void Of_a_score_alone_the_value_is_nowhere_and_the_points_stay()
    {
        var small = new Small().Tiers("G04", 100, (100m, null, 100m), (95m, null, 80m), (0m, null, 0m));
        small.Catalogue[0] = small.Catalogue[0] with { Levels = [Level.Grassroots], Publicity = Publicity.ScoreOnly };
        var edition = small
            .Union("C1")
            .Union("C2")
            .Ratio("C1", "G04", 91234, 95123)
            .Ratio("C2", "G04", 81111, 81111)
            .Compose();
        var item = edition.Latest.Find("C1")!.IndicatorOf("G04")!;
        Assert.True(item.IsVeiled);
        Assert.Equal(
            ("不公布", "不公布/不公布", 80.00m, null),
            (item.ValueText, item.FractionText, item.Score, item.Value)
        );
        Assert.Contains("只公布得分", item.Explanation(edition.Settings), StringComparison.Ordinal);
        Assert.Equal("172,345/176,234", edition.Latest.Find("B")!.IndicatorOf("G04")!.FractionText);

        var all = string.Concat(
            OpenDataFiles.Create(edition).Select(f => System.Text.Encoding.UTF8.GetString([.. f.Content]))
        );
        Assert.Contains("C1,G04,不公布,不公布,不公布,已报,80.00,100", all, StringComparison.Ordinal);
        Assert.DoesNotContain("91234", all, StringComparison.Ordinal);
        Assert.DoesNotContain("95123", all, StringComparison.Ordinal);
        Assert.DoesNotContain(
            edition.Latest.Find("C1")!.Suggestions.Append(edition.Latest.Find("C1")!.Finding),
            s => s.Contains("95.91", StringComparison.Ordinal) || s.Contains("不公布", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(Level.Grassroots, false, Publicity.SumsOnly, Publicity.SumsOnly)]
    [InlineData(Level.Town, true, Publicity.SumsOnly, Publicity.Figures)]
    [InlineData(Level.Town, false, Publicity.SumsOnly, Publicity.Figures)]
    [InlineData(Level.Town, true, Publicity.Nothing, Publicity.Nothing)]
    [InlineData(Level.District, true, Publicity.ScoreOnly, Publicity.Figures)]
    public void A_row_speaks_for_the_levels_that_it_names(
        Level level,
        bool isPooled,
        Publicity said,
        Publicity holds
    ) =>
        Assert.Equal(
            holds,
            (
                RandomData.Indicator("X04", RuleKind.Deduction, 50, 20, Aggregation.Sum, Level.Grassroots) with
                {
                    Publicity = said,
                }
            ).PublicityAt(level, isPooled)
        );

    [Fact]
    public void Nobody_is_flagged_by_name_in_the_public_edition_and_the_office_has_the_list()
    {
        var small = Town(Publicity.SumsOnly);
        var vetoed = Assert.Single(small.Office().Latest.Screening!.Units, u => u.Verdict == ScreeningVerdict.Vetoed);
        Assert.Equal(("C1", "指标X043个"), (vetoed.Code, vetoed.Reasons[0]));
        var method = string.Concat(
            Methodology.Of(small.Compose().Latest, small.Settings).Sections.SelectMany(s => s.Paragraphs)
        );
        Assert.Contains("不对外点名", method, StringComparison.Ordinal);
        Assert.Contains("X04指标X04不逐个公布，只公布上级的汇总数", method, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_that_quotes_a_value_tells_the_public_only_what_was_noted()
    {
        var office = Town(Publicity.SumsOnly).Office();
        var quoting = new QualityNote(
            office.Latest.Period,
            ValueCodes.AboveBound.Id,
            "指标值.csv",
            "有 1 个比率大于 100%（例如C1的G04：101.2345%），得分以 100 封顶，原值照样公布。请核对是否填错。",
            1
        );
        var plain = quoting with { Code = ValueCodes.Unreported.Id, Text = "有3项没有报，按缺报处理。", Count = 3 };
        var shown = DisclosureControl.Protect(office with { Notes = [quoting, plain, quoting] }).Notes;
        Assert.Equal([("有比率大于 100%。", 2), (plain.Text, 3)], shown.Select(n => (n.Text, n.Count)));
    }

    // Two unions, one of them with events; a full-marks indicator beside, so that the index has something to rest on.
    private static Small Town(Publicity publicity, bool alone = false, decimal events = 3m)
    {
        var small = new Small().Indicator("X01", RuleKind.TargetRatio, 100, 80);
        small.Catalogue.Add(
            RandomData.Indicator("X04", RuleKind.Deduction, 20, 20, Aggregation.Sum, Level.Grassroots) with
            {
                Publicity = publicity,
                Nature = IndicatorNature.Event,
                Veto = true,
            }
        );
        small.Union("C1").Union("C2").Ratio("C1", "X01", 50, 50).Ratio("C2", "X01", 40, 40).Value("C1", "X04", events);
        return alone ? small : small.Value("C2", "X04", 0);
    }
}
