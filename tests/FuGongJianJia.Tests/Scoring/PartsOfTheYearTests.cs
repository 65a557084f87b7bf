using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>What is asked, due and graded before the year ends（期别、序时进度、季度等次）, by figures computed by hand.</summary>
public sealed class PartsOfTheYearTests
{
    [Theory]
    [InlineData("2024Q1", 18, 90.00)] // of 20 due
    [InlineData("2024Q2", 18, 45.00)] // of 40
    [InlineData("2024Q3", 60, 100.00)] // of 60, exactly reached
    [InlineData("2024Q4", 60, 75.00)] // of 80
    [InlineData("2024H1", 30, 75.00)] // of 40
    [InlineData("2024-01", 5, 75.00)] // of 6.666…
    [InlineData("2024-07", 35, 75.00)] // of 46.666…
    [InlineData("2024-12", 40, 50.00)]
    [InlineData("2024", 40, 50.00)]
    public void What_is_counted_through_the_year_is_measured_against_what_is_due(
        string period,
        int percent,
        double score
    )
    {
        var scores = Of(period, Timing.Cumulative, RuleKind.TargetRatio, 80).Ratio("C1", "R01", percent, 100).Score();
        Assert.Equal((decimal)score, Small.Score(scores, "C1", "R01"));
    }

    [Fact]
    public void A_count_and_a_target_of_its_own_are_due_by_twelfths_too()
    {
        var small = Of("2024-05", Timing.Cumulative, RuleKind.Count, 12).Value("C1", "R01", 4);
        Assert.Equal(80.00m, Small.Score(small.Score(), "C1", "R01"));
        small.Targets.Add(new("C1", "R01", 24m, null));
        Assert.Equal(40.00m, Small.Score(small.Score(), "C1", "R01"));
        Assert.Equal(("10个", 10m), (Item(small).TargetText, Item(small).Target));
    }

    [Theory]
    [InlineData(Timing.WithinPeriod)]
    [InlineData(Timing.PointInTime)]
    public void Other_values_are_measured_against_the_whole_target_at_any_time(Timing timing)
    {
        var small = Of("2024Q1", timing, RuleKind.TargetRatio, 80).Ratio("C1", "R01", 40, 100);
        Assert.Equal(50.00m, Small.Score(small.Score(), "C1", "R01"));
    }

    [Fact]
    public void Rules_without_a_target_are_not_scaled()
    {
        var small = Of("2024Q1", Timing.Cumulative, RuleKind.Deduction, 20).Value("C1", "R01", 2);
        Assert.Equal(60.00m, Small.Score(small.Score(), "C1", "R01"));
    }

    [Fact]
    public void The_settings_may_ask_for_the_whole_target()
    {
        var small = Of("2024Q1", Timing.Cumulative, RuleKind.TargetRatio, 80).Ratio("C1", "R01", 18, 100);
        small.Settings = new() { ProRata = false };
        Assert.Equal(22.50m, Small.Score(small.Score(), "C1", "R01"));
    }

    [Theory]
    [InlineData("2024Q1", null, CellState.NotAsked)]
    [InlineData("2024Q1", ObservationState.Missing, CellState.NotAsked)]
    [InlineData("2024Q1", ObservationState.Doubtful, CellState.Doubtful)]
    [InlineData("2024Q1", ObservationState.Reported, CellState.Scored)]
    [InlineData("2024Q4", null, CellState.Missing)]
    [InlineData("2024", null, CellState.Missing)]
    public void A_yearly_indicator_is_asked_at_the_years_end_unless_it_is_reported(
        string period,
        ObservationState? state,
        CellState expected
    )
    {
        var small = Of(period, Timing.Yearly, RuleKind.TargetRatio, 80);
        if (state is { } said)
        {
            _ = said == ObservationState.Reported ? small.Ratio("C1", "R01", 4, 5) : small.State("C1", "R01", said);
        }

        var union = small.Score().Find("C1")!;
        Assert.Equal(expected, union.Cells[0].State);
        Assert.Equal(expected is CellState.Scored ? 100m : 0m, union.Coverage);
    }

    [Fact]
    public void Who_reports_a_yearly_indicator_early_is_pooled_and_nobody_else_is_missing()
    {
        var small = Of("2024Q2", Timing.Yearly, RuleKind.TargetRatio, 80).Union("C2").Ratio("C1", "R01", 4, 5);
        var town = small.Score().Find("B")!.Cells[0];
        Assert.Equal((CellState.Scored, 1, 1), (town.State, town.Pool!.Reporting, town.Pool.Applicable));

        var silent = Of("2024Q2", Timing.Yearly, RuleKind.TargetRatio, 80).Score();
        Assert.All(silent.Unions, u => Assert.Equal(CellState.NotAsked, u.Cells[0].State));
    }

    [Theory]
    [InlineData("2024Q3", false, null)]
    [InlineData("2024Q3", true, Grade.Excellent)]
    [InlineData("2024Q4", false, Grade.Excellent)]
    [InlineData("2024", false, Grade.Excellent)]
    public void No_grade_is_given_before_the_years_end_unless_the_settings_say_so(
        string period,
        bool early,
        Grade? grade
    )
    {
        var small = Of(period, Timing.PointInTime, RuleKind.TargetRatio, 100).Ratio("C1", "R01", 95, 100);
        small.Settings = new() { GradesEarly = early };
        var edition = small.Compose().Latest;
        var union = edition.Find("C1")!;
        Assert.Equal((95.00m, grade, grade), (union.Total, union.Grade, union.Indexes[0].Grade));
        Assert.Equal(grade is null, edition.Distributions.All(d => d.Grades.IsEmpty));
        Assert.Equal(grade is null, !union.Finding.Contains("等次", StringComparison.Ordinal));
    }

    [Fact]
    public void A_quarter_is_compared_with_the_same_quarter_of_last_year_and_with_no_other()
    {
        var (first, second, before) = (Q("2024Q1", 25), Q("2024Q2", 30), Q("2023Q2", 20));
        var scores = Scorer.Score(
            new() { Settings = new(), Periods = [before.Data, first.Data, second.Data] },
            TestContext.Current.CancellationToken
        );
        Assert.Null(scores.Periods[1].Base);
        Assert.Equal(Period.Parse("2023Q2"), scores.Periods[2].Base!.Period);
        Assert.Equal(20.00m, scores.Periods[2].Find("C1")!.Change!.Comparable);
        var alone = Small.Compose(new() { Settings = new(), Periods = [first.Data, second.Data] }).Latest;
        Assert.Contains("上年没有同期数据", alone.Scope, StringComparison.Ordinal);
        Assert.DoesNotContain("上季度", string.Concat(alone.Summary) + alone.Finding, StringComparison.Ordinal);

        static Small Q(string period, int percent) =>
            Of(period, Timing.Cumulative, RuleKind.TargetRatio, 100).Ratio("C1", "R01", percent, 100);
    }

    private static Small Of(string period, Timing timing, RuleKind rule, decimal target)
    {
        var small = new Small { Period = Period.Parse(period) }.Union("C1");
        small.Catalogue.Add(RandomData.Indicator("R01", rule, target, 100) with { Timing = timing });
        return small;
    }

    private static IndicatorResult Item(Small small) => small.Compose().Latest.Find("C1")!.IndicatorOf("R01")!;
}
