using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>The method by example: every figure here was computed by hand.</summary>
public sealed class WorkedExamples
{
    [Theory]
    [InlineData(912, 960, 95, 100)] // 95 % is the target itself
    [InlineData(820, 1000, 95, 86.32)] // 82 ÷ 95
    [InlineData(1, 3, 80, 41.67)] // 33.333… ÷ 80
    [InlineData(110, 100, 100, 100)] // more than all earns no more than all
    [InlineData(0, 40, 80, 0)]
    public void A_target_ratio_is_the_share_of_its_target(int numerator, int denominator, int target, double expected)
    {
        var scores = new Small()
            .Indicator("R01", RuleKind.TargetRatio, target, 100)
            .Union("C1")
            .Ratio("C1", "R01", numerator, denominator)
            .Score();
        Assert.Equal((decimal)expected, Small.Score(scores, "C1", "R01"));
    }

    [Theory]
    [InlineData(9, 12, 75)]
    [InlineData(12, 12, 100)]
    [InlineData(15, 12, 100)]
    public void A_count_is_the_share_of_its_target(int count, int target, int expected)
    {
        var scores = new Small()
            .Indicator("R03", RuleKind.Count, target, 100)
            .Union("C1")
            .Value("C1", "R03", count)
            .Score();
        Assert.Equal(expected, Small.Score(scores, "C1", "R03"));
    }

    [Theory]
    [InlineData(19, 20, 100)] // exactly 95 %
    [InlineData(9499, 10000, 90)] // just below
    [InlineData(80, 100, 60)]
    [InlineData(79, 100, 0)]
    public void Tiers_give_the_points_of_the_first_threshold_reached(int numerator, int denominator, int expected)
    {
        var scores = new Small()
            .Tiers("W05", 100, (95, null, 100), (90, null, 90), (85, null, 75), (80, null, 60), (0, null, 0))
            .Union("C1")
            .Ratio("C1", "W05", numerator, denominator)
            .Score();
        Assert.Equal(expected, Small.Score(scores, "C1", "W05"));
    }

    [Fact]
    public void Tiers_may_be_words_and_the_town_shows_the_highest()
    {
        var scores = new Small()
            .Tiers("H02", 100, (null, "省级及以上", 100), (null, "市级", 85), (null, "区级", 70), (null, "无", 0))
            .Union("C1")
            .Union("C2")
            .Word("C1", "H02", "区级")
            .Word("C2", "H02", "市级")
            .Score();
        Assert.Equal(70m, Small.Score(scores, "C1", "H02"));
        Assert.Equal(85m, Small.Score(scores, "B", "H02"));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(2, 60)]
    [InlineData(7, 0)] // the floor
    public void A_deduction_takes_points_for_each_down_to_nothing(int count, int expected)
    {
        var scores = new Small()
            .Indicator("G05", RuleKind.Deduction, 20, 100, Aggregation.None)
            .Union("C1")
            .Value("C1", "G05", count)
            .Score();
        Assert.Equal(expected, Small.Score(scores, "C1", "G05"));
    }

    [Fact]
    public void A_checklist_counts_only_items_that_apply()
    {
        var scores = new Small()
            .Indicator("G03", RuleKind.Checklist, 4, 100)
            .Union("C1")
            .Union("C2")
            .Ratio("C1", "G03", 3, 4)
            .Ratio("C2", "G03", 3, 3)
            .Score();
        Assert.Equal((75m, 100m), (Small.Score(scores, "C1", "G03"), Small.Score(scores, "C2", "G03")));
    }

    [Fact]
    public void What_does_not_apply_leaves_the_base_and_the_rest_is_weighted_anew()
    {
        // 30 points at 100 and 45 at 60, 25 not applicable: (3000 + 2700) ÷ 75 = 76.
        var scores = new Small()
            .Indicator("R01", RuleKind.Count, 10, 30)
            .Indicator("R02", RuleKind.YesNo, null, 25)
            .Indicator("R03", RuleKind.Count, 10, 45)
            .Union("C1")
            .Value("C1", "R01", 10)
            .State("C1", "R02", ObservationState.NotApplicable)
            .Value("C1", "R03", 6)
            .Score();
        Assert.Equal(76.00m, scores.Find("C1")!.Total);
        Assert.Equal(100.00m, scores.Find("C1")!.Coverage);
    }

    [Fact]
    public void Missing_zero_and_not_applicable_are_three_things()
    {
        Small Case() =>
            new Small()
                .Indicator("R01", RuleKind.Count, 10, 60)
                .Indicator("R02", RuleKind.Count, 10, 40)
                .Union("C1")
                .Value("C1", "R01", 10);
        var (missing, zero, none) = (
            Case().Score(),
            Case().Value("C1", "R02", 0).Score(),
            Case().State("C1", "R02", ObservationState.NotApplicable).Score()
        );
        Assert.Equal((100.00m, 60.00m), Figures(missing));
        Assert.Equal((60.00m, 100.00m), Figures(zero));
        Assert.Equal((100.00m, 100.00m), Figures(none));

        static (decimal?, decimal) Figures(PeriodScores scores) =>
            (scores.Find("C1")!.Total, scores.Find("C1")!.Coverage);
    }

    [Fact]
    public void A_doubtful_value_counts_as_missing_until_settled()
    {
        var scores = new Small()
            .Indicator("R01", RuleKind.Count, 10, 60)
            .Indicator("R02", RuleKind.Count, 10, 40)
            .Union("C1")
            .Value("C1", "R01", 5)
            .State("C1", "R02", ObservationState.Doubtful)
            .Score();
        Assert.Equal((50.00m, 60.00m), (scores.Find("C1")!.Total, scores.Find("C1")!.Coverage));
    }

    [Fact]
    public void Missing_scores_nothing_when_the_settings_say_so()
    {
        var small = new Small { Settings = new() { MissingScoresZero = true } }
            .Indicator("R01", RuleKind.Count, 10, 60)
            .Indicator("R02", RuleKind.Count, 10, 40)
            .Union("C1")
            .Value("C1", "R01", 10);
        var scores = small.Score();
        Assert.Equal((60.00m, 60.00m), (scores.Find("C1")!.Total, scores.Find("C1")!.Coverage));
    }

    [Fact]
    public void The_total_weighs_only_indexes_that_have_a_value()
    {
        // Red 90 by weight 30, harmony 60 by weight 20, nothing else: (2700 + 1200) ÷ 50 = 78.
        var scores = new Small { Settings = new() { IndexWeights = [30m, 20m, 15m, 15m, 20m] } }
            .Indicator("R01", RuleKind.Count, 10, 100)
            .Indicator("X01", RuleKind.Count, 10, 100)
            .Union("C1")
            .Value("C1", "R01", 9)
            .Value("C1", "X01", 6)
            .Score();
        Assert.Equal(78.00m, scores.Find("C1")!.Total);
    }

    [Theory]
    [InlineData(89995, "90.00", Grade.Excellent)]
    [InlineData(89994, "89.99", Grade.Good)]
    [InlineData(90004, "90.00", Grade.Excellent)]
    [InlineData(79995, "80.00", Grade.Good)]
    [InlineData(69994, "69.99", Grade.ToImprove)]
    public void Totals_are_rounded_once_half_away_from_zero_and_the_grade_follows_the_rounded_figure(
        int thousandths,
        string published,
        Grade grade
    )
    {
        var edition = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Ratio("C1", "R01", thousandths, 100000)
            .Compose();
        var union = edition.Latest.Unions[0];
        Assert.Equal((published, grade), (Numerals.Score(union.Total), union.Grade!.Value));
    }

    [Fact]
    public void A_boundary_reached_through_thirds_is_still_reached()
    {
        // (5×66.666… + 5×33.333… + 90×94.43888…) ÷ 100 is 89.995 exactly, though no term of it is a finite decimal.
        var scores = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 100, 5)
            .Indicator("R02", RuleKind.TargetRatio, 100, 5)
            .Indicator("R03", RuleKind.TargetRatio, 100, 90)
            .Union("C1")
            .Ratio("C1", "R01", 2, 3)
            .Ratio("C1", "R02", 1, 3)
            .Ratio("C1", "R03", 16999, 18000)
            .Score();
        Assert.Equal(90.00m, scores.Find("C1")!.Total);
    }

    [Fact]
    public void A_town_pools_numerators_and_denominators_and_not_percentages()
    {
        // 90 of 100 and 1 of 2 are 91 of 102, 89.22 %, not the mean of 90 % and 50 %.
        var scores = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Union("C2")
            .Ratio("C1", "R01", 90, 100)
            .Ratio("C2", "R01", 1, 2)
            .Score();
        Assert.Equal((89.22m, 89.22m), (Small.Score(scores, "B", "R01"), Small.Score(scores, "A", "R01")));
    }

    [Fact]
    public void What_a_town_reports_itself_wins_and_the_district_still_pools_the_lowest_level()
    {
        var scores = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Ratio("C1", "R01", 90, 100)
            .Ratio("B", "R01", 50, 100)
            .Score();
        Assert.Equal((50m, 90m), (Small.Score(scores, "B", "R01"), Small.Score(scores, "A", "R01")));
    }

    [Fact]
    public void Units_at_target_are_counted_and_scored_by_the_towns_own_rule()
    {
        // Two of three hold their assembly: 66.67 % of a target of 80 % is 83.33.
        var scores = new Small()
            .Indicator("X01", RuleKind.YesNo, null, 100, Aggregation.ShareOfUnitsAtTarget, Level.Grassroots)
            .Indicator("X01", RuleKind.TargetRatio, 80, 100, Aggregation.ShareOfUnitsAtTarget, Level.Town)
            .Union("C1")
            .Union("C2")
            .Union("C3")
            .Union("C4")
            .Value("C1", "X01", 1)
            .Value("C2", "X01", 1)
            .Value("C3", "X01", 0)
            .State("C4", "X01", ObservationState.NotApplicable)
            .Score();
        Assert.Equal(83.33m, Small.Score(scores, "B", "X01"));
    }

    [Fact]
    public void Percentages_without_numerators_are_weighed_by_heads_and_rounded_once()
    {
        // (90 × 100 + 60 × 50 + 33.3 × 200) ÷ 350 = 53.314…; of 80 that is 66.642857… C4 has no heads to weigh by.
        var small = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 80, 100, Aggregation.ByWorkers)
            .Union("C1", o => o with { Workers = 100 })
            .Union("C2", o => o with { Workers = 50 })
            .Union("C3", o => o with { Workers = 200 })
            .Union("C4", o => o with { Workers = null })
            .Value("C1", "R01", 90)
            .Value("C2", "R01", 60)
            .Value("C3", "R01", 33.3m)
            .Value("C4", "R01", 100);
        var scores = small.Score();
        Assert.Equal(66.64m, Small.Score(scores, "B", "R01"));
        Assert.Equal(66.64m, Small.Score(scores, "A", "R01"));
    }

    [Fact]
    public void Merged_and_dissolved_unions_are_not_pooled_and_hidden_ones_are()
    {
        var scores = new Small()
            .Indicator("R03", RuleKind.Count, 10, 100, Aggregation.Sum)
            .Union("C1", o => o with { IsPublic = false })
            .Union("C2", o => o with { Status = OrganisationStatus.Merged })
            .Union("C3", o => o with { Status = OrganisationStatus.New })
            .Value("C1", "R03", 2)
            .Value("C2", "R03", 5)
            .Value("C3", "R03", 1)
            .Score();
        Assert.Equal(30m, Small.Score(scores, "B", "R03"));
    }

    [Fact]
    public void A_target_for_the_union_goes_before_one_for_its_group()
    {
        var small = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 90, 100)
            .Union("C1")
            .Union("C2")
            .Union("C3", o => o with { Category = UnitCategory.Agency });
        small.Targets.AddRange([new("企业·25～199人", "R01", 80m, null), new("C1", "R01", 60m, null)]);
        foreach (var union in new[] { "C1", "C2", "C3" })
        {
            small.Ratio(union, "R01", 48, 100);
        }

        var scores = small.Score();
        Assert.Equal([80m, 60m, 53.33m], new[] { "C1", "C2", "C3" }.Select(u => Small.Score(scores, u, "R01")!.Value));
    }

    [Fact]
    public void Equal_published_totals_share_a_place_and_the_next_places_are_skipped()
    {
        var scores = Ranked(95, 90, 90, 80, 70).Score();
        Assert.Equal([1, 2, 2, 4, 5], Enumerable.Range(1, 5).Select(n => scores.Find($"C{n}")!.Rank!.Place));
    }

    [Fact]
    public void Totals_that_print_alike_are_tied_even_if_they_differ_inside()
    {
        var scores = Ranked(90.001m, 90.004m, 80, 70, 60).Score();
        Assert.Equal((1, 1), (scores.Find("C1")!.Rank?.Place, scores.Find("C2")!.Rank?.Place));
    }

    [Fact]
    public void Percentile_and_band_of_a_tie_follow_the_formula()
    {
        // Of five, second with one beside: two below, two equal: (2 + 0.5×2) ÷ 5 = 60 %.
        var office = Ranked(95, 90, 90, 80, 70).Office();
        var ranking = office.Latest.Find("C2")!.Ranking;
        Assert.Equal(("并列第2名", 60.0m, "中间三分之一"), (ranking.Text, ranking.Percentile, ranking.BandText));
    }

    [Fact]
    public void A_group_of_four_has_no_places()
    {
        var scores = Ranked(95, 90, 85, 80).Score();
        Assert.Equal((null, Unranked.SmallGroup), (scores.Find("C1")!.Rank?.Place, scores.Find("C1")!.Reason));
    }

    [Fact]
    public void A_coverage_below_eighty_percent_takes_the_place_and_exactly_eighty_keeps_it()
    {
        var small = Ranked(95, 90, 85, 80, 75);
        small.Indicator("R02", RuleKind.Count, 10, 25); // 100 of 125 points: 80 %
        foreach (var n in Enumerable.Range(1, 5))
        {
            small.Union($"D{n}").Value($"D{n}", "R02", 10);
        }

        var scores = small.Score();
        Assert.Equal((null, 80.00m), (scores.Find("C1")!.Reason, scores.Find("C1")!.Coverage));
        Assert.Equal((Unranked.Coverage, 20.00m), (scores.Find("D1")!.Reason, scores.Find("D1")!.Coverage));
    }

    [Fact]
    public void New_and_hidden_unions_stand_outside_the_ranking()
    {
        var small = Ranked(95, 90, 85, 80, 75)
            .Union("N", o => o with { Status = OrganisationStatus.New })
            .Union("H", o => o with { IsPublic = false });
        var scores = small.Ratio("N", "R01", 99, 100).Ratio("H", "R01", 98, 100).Score();
        Assert.Equal(1, scores.Find("C1")!.Rank?.Place);
        Assert.Equal((Unranked.New, Unranked.NotPublic), (scores.Find("N")!.Reason, scores.Find("H")!.Reason));
    }

    [Fact]
    public void A_series_break_stays_out_of_the_comparison_and_the_parts_add_up()
    {
        var before = new Small { Period = Period.OfYear(2023) }
            .Indicator("R01", RuleKind.Count, 10, 50)
            .Indicator("R02", RuleKind.Count, 10, 50)
            .Union("C1")
            .Value("C1", "R01", 6)
            .Value("C1", "R02", 8);
        var after = new Small()
            .Indicator("R01", RuleKind.Count, 10, 50)
            .Indicator("R02", RuleKind.Count, 10, 50)
            .Union("C1")
            .Value("C1", "R01", 7)
            .Value("C1", "R02", 4);
        after.Catalogue[1] = after.Catalogue[1] with { Version = "2" };
        var change = after.ScoreAfter(before).Unions[2].Change!;

        // 70 → 55 in all; on R01 alone 60 → 70; the rest is the new definition of R02.
        Assert.Equal(
            (-15.00m, 10.00m, -25.00m, 0.00m),
            (change.Headline, change.Comparable, change.Catalogue, change.Coverage)
        );
    }

    [Fact]
    public void What_was_not_reported_before_is_coverage_and_a_moved_target_is_catalogue()
    {
        var before = new Small { Period = Period.OfYear(2023) }
            .Indicator("R01", RuleKind.Count, 10, 50)
            .Indicator("R02", RuleKind.Count, 10, 50)
            .Union("C1")
            .Value("C1", "R01", 6);
        var after = new Small()
            .Indicator("R01", RuleKind.Count, 12, 50)
            .Indicator("R02", RuleKind.Count, 10, 50)
            .Union("C1")
            .Value("C1", "R01", 6)
            .Value("C1", "R02", 9);
        var change = after.ScoreAfter(before).Unions[2].Change!;

        // 60 → 70. R01: 6 of 12 is 50 now and 50 then by today's target: performance 0, catalogue −10; R02 lifts 50 to
        // 70: coverage +20.
        Assert.Equal(
            (10.00m, 0.00m, -10.00m, 20.00m),
            (change.Headline, change.Comparable, change.Catalogue, change.Coverage)
        );
    }

    [Fact]
    public void A_union_made_of_two_is_compared_with_both_together()
    {
        // 2023: 9 of 10 and 3 of 30 are 12 of 40, 30 % of a target of 60 %: 50 points, not the mean of 100 and 16.67.
        // 2024: 18 of 40 are 75 points.
        var before = Lineage(2023).Union("C1").Union("C2").Ratio("C1", "R01", 9, 10).Ratio("C2", "R01", 3, 30);
        var after = Lineage(2024).Union("D1", o => o with { Lineage = ["C1", "C2"] }).Ratio("D1", "R01", 18, 40);
        var scores = after.ScoreAfter(before);
        var change = scores.Find("D1")!.Change!;
        Assert.Equal(
            (OriginKind.Merged, 25.00m, 25.00m),
            (scores.Find("D1")!.Origin.Kind, change.Headline, change.Comparable)
        );
        Assert.Equal(
            "由“C1工会”“C2工会”合并而来；与2023年的变化按前身合并计算（前身合并后总指数50.00分）。",
            after.ComposeAfter(before).Latest.Find("D1")!.Origin
        );
    }

    [Fact]
    public void A_union_that_took_another_in_is_compared_with_both_together()
    {
        var before = Lineage(2023).Union("C1").Union("C2").Ratio("C1", "R01", 9, 10).Ratio("C2", "R01", 3, 30);
        var after = Lineage(2024)
            .Union("C1")
            .Union("C2", o => o with { Status = OrganisationStatus.Merged, Lineage = ["C1"] })
            .Ratio("C1", "R01", 18, 40);
        var scores = after.ScoreAfter(before);
        Assert.Equal(25.00m, scores.Find("C1")!.Change!.Comparable);
        Assert.Null(scores.Find("C2")!.Change);
        Assert.Equal(
            "“C2工会”并入本单位；与2023年的变化按前身合并计算（前身合并后总指数50.00分）。",
            after.ComposeAfter(before).Latest.Find("C1")!.Origin
        );
    }

    [Fact]
    public void What_one_predecessor_did_not_report_is_not_put_together()
    {
        // R01: 12 of 40 as above, 50 points. R02: C2 had not reported it, so only R01 is common: 50 → 75; R02 now
        // scores 0 and pulls the total to 37.5: coverage −37.5.
        var before = Lineage(2023)
            .Indicator("R02", RuleKind.Count, 10, 100, Aggregation.Sum)
            .Union("C1")
            .Union("C2")
            .Ratio("C1", "R01", 9, 10)
            .Ratio("C2", "R01", 3, 30)
            .Value("C1", "R02", 10);
        var after = Lineage(2024)
            .Indicator("R02", RuleKind.Count, 10, 100, Aggregation.Sum)
            .Union("D1", o => o with { Lineage = ["C1", "C2"] })
            .Ratio("D1", "R01", 18, 40)
            .Value("D1", "R02", 0);
        var scores = after.ScoreAfter(before);
        var change = scores.Find("D1")!.Change!;
        Assert.Equal(
            (-12.50m, 25.00m, 0.00m, -37.50m, 1),
            (change.Headline, change.Comparable, change.Catalogue, change.Coverage, change.CommonCount)
        );
    }

    [Fact]
    public void Predecessors_without_anything_in_common_give_no_comparison()
    {
        var before = Lineage(2023).Union("C1").Union("C2").Ratio("C1", "R01", 9, 10);
        var after = Lineage(2024).Union("D1", o => o with { Lineage = ["C1", "C2"] }).Ratio("D1", "R01", 18, 40);
        Assert.Null(after.ScoreAfter(before).Unions[2].Change);
        Assert.Equal(
            "由“C1工会”“C2工会”合并而来；前身没有能够合并的数据，与2023年不作比较。",
            after.ComposeAfter(before).Latest.Find("D1")!.Origin
        );
    }

    [Fact]
    public void A_union_that_was_split_is_compared_with_nobody_and_neither_are_its_parts()
    {
        var before = Lineage(2023).Union("C1").Union("C2").Ratio("C1", "R01", 9, 10).Ratio("C2", "R01", 3, 30);
        var after = Lineage(2024)
            .Union("C1")
            .Union("D1", o => o with { Lineage = ["C1"] })
            .Union("D2", o => o with { Lineage = ["C2"] })
            .Union("D3", o => o with { Lineage = ["C2"] });
        foreach (var union in new[] { "C1", "D1", "D2", "D3" })
        {
            after.Ratio(union, "R01", 18, 40);
        }

        var edition = after.ComposeAfter(before);
        Assert.All(new[] { "C1", "D1", "D2", "D3" }, u => Assert.Null(edition.Latest.Find(u)!.Change));
        Assert.Equal(
            [
                "有单位从本单位分出，与2023年不作比较。",
                "由“C1工会”分设而来，与2023年不作比较。",
                "由“C2工会”分设而来，与2023年不作比较。",
            ],
            new[] { "C1", "D1", "D2" }.Select(u => edition.Latest.Find(u)!.Origin)
        );
        Assert.Equal(["由“C2工会”分设而来，分设当期不作比较。"], edition.Histories.Single(h => h.Code == "D3").Lineage);
    }

    [Fact]
    public void A_renamed_or_recoded_union_is_the_same_union()
    {
        var before = Lineage(2023).Union("C1").Union("C2").Ratio("C1", "R01", 3, 10).Ratio("C2", "R01", 3, 30);
        var after = Lineage(2024)
            .Union("C1", o => o with { Name = "新名工会" })
            .Union("D2", o => o with { Lineage = ["C2"] })
            .Ratio("C1", "R01", 18, 40)
            .Ratio("D2", "R01", 18, 40);
        var edition = after.ComposeAfter(before);
        Assert.Equal(
            (25.00m, 58.33m),
            (edition.Latest.Find("C1")!.Change!.Comparable, edition.Latest.Find("D2")!.Change!.Comparable)
        );
        Assert.Equal(
            ["原名“C1工会”，视为同一单位，与2023年连续比较。", "由“C2工会”变更而来，视为同一单位，与2023年连续比较。"],
            new[] { "C1", "D2" }.Select(u => edition.Latest.Find(u)!.Origin)
        );
    }

    [Fact]
    public void A_union_that_is_not_public_has_no_name_in_what_became_of_it()
    {
        var before = Lineage(2023)
            .Union("C1", o => o with { IsPublic = false })
            .Union("C2")
            .Ratio("C1", "R01", 9, 10)
            .Ratio("C2", "R01", 3, 30);
        var after = Lineage(2024).Union("D1", o => o with { Lineage = ["C1", "C2"] }).Ratio("D1", "R01", 18, 40);
        var edition = after.ComposeAfter(before);
        Assert.StartsWith(
            "由“C2工会”和1个不公开的单位合并而来；",
            edition.Latest.Find("D1")!.Origin,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "C1",
            string.Concat(edition.Histories.SelectMany(h => h.Lineage)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_small_figure_is_not_shown_and_not_found_by_subtracting()
    {
        // Helped of listed: 2 of 3, 20 of 40, 30 of 50; together 52 of 93. C1 is small; with C2 and C3 shown 52 − 50
        // would give it back, so C2, the smaller, goes too.
        var small = new Small()
            .Indicator("W01", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Union("C2")
            .Union("C3")
            .Ratio("C1", "W01", 2, 3)
            .Ratio("C2", "W01", 20, 40)
            .Ratio("C3", "W01", 30, 50);
        small.Catalogue[0] = small.Catalogue[0] with { Name = "困难职工帮扶到位率" };
        var latest = small.Compose().Latest;
        Assert.Equal(
            ["＜5/＜5", "不公布/不公布", "30/50", "52/93"],
            new[] { "C1", "C2", "C3", "B" }
                .Select(u => latest.Find(u)!.Indicators[0])
                .Select(i => $"{i.NumeratorText}/{i.DenominatorText}")
        );
    }

    private static Small Lineage(int year) =>
        new Small { Period = Period.OfYear(year) }.Indicator("R01", RuleKind.TargetRatio, 60, 100);

    [Fact]
    public void Places_move_only_where_the_same_unions_are_ranked()
    {
        var before = Ranked(95, 90, 85, 80, 75);
        before.Period = Period.OfYear(2023);
        var same = Ranked(80, 90, 85, 95, 75).ScoreAfter(before);
        Assert.Equal([-3, 0, 0, 3, 0], Enumerable.Range(1, 5).Select(n => same.Find($"C{n}")!.Rank!.Moved!.Value));
        var more = Ranked(80, 90, 85, 95, 75, 60).ScoreAfter(before);
        Assert.Null(more.Find("C1")!.Rank!.Moved);
    }

    [Fact]
    public void The_range_of_places_shows_who_leans_on_one_indicator()
    {
        // C1 is first by R01 alone; without it, or by equal weights, it falls.
        var small = new Small().Indicator("R01", RuleKind.Count, 100, 90).Indicator("R02", RuleKind.Count, 100, 10);
        foreach (
            var (union, first, second) in new[]
            {
                ("C1", 100, 0),
                ("C2", 80, 80),
                ("C3", 70, 90),
                ("C4", 60, 70),
                ("C5", 50, 60),
            }
        )
        {
            small.Union(union).Value(union, "R01", first).Value(union, "R02", second);
        }

        var scores = small.Score();
        var range = scores.Find("C1")!.Range!;
        Assert.Equal((1, 1, 5), (scores.Find("C1")!.Rank?.Place, range.Best, range.Worst));
        Assert.Equal("R01", scores.Codes[range.MostInfluential!.Value]);
        Assert.False(small.Compose().Latest.Find("C1")!.Robustness!.Firm);
    }

    private static Small Ranked(params decimal[] percents)
    {
        var small = new Small().Indicator("R01", RuleKind.TargetRatio, 100, 100);
        for (var n = 0; n < percents.Length; n++)
        {
            small.Union($"C{n + 1}").Ratio($"C{n + 1}", "R01", percents[n] * 1000m, 100000);
        }

        return small;
    }
}
