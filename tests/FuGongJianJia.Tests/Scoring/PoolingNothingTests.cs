using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>Where all below say 不适用, so is the unit above; where somebody is silent, it is missing.</summary>
public sealed class PoolingNothingTests
{
    [Fact]
    public void All_below_not_applicable_is_not_applicable_above_at_every_level()
    {
        var scores = Units(ObservationState.NotApplicable, ObservationState.NotApplicable).Score();
        Assert.Equal((CellState.NotApplicable, CellState.NotApplicable), States(scores));
        Assert.Equal((0m, null), (scores.Find("B")!.Coverage, scores.Find("B")!.Total));
    }

    [Theory]
    [InlineData(ObservationState.Missing)]
    [InlineData(ObservationState.Doubtful)]
    [InlineData(null)]
    public void One_below_that_has_not_answered_leaves_it_missing_above(ObservationState? other) =>
        Assert.Equal(
            (CellState.Missing, CellState.Missing),
            States(Units(ObservationState.NotApplicable, other).Score())
        );

    [Fact]
    public void One_below_that_reports_is_pooled_whatever_the_others_say()
    {
        var scores = Units(ObservationState.NotApplicable, null).Ratio("C2", "W01", 3, 4).Score();
        Assert.Equal((CellState.Scored, CellState.Scored), States(scores));
        Assert.Equal((1, 1), (Town(scores).Pool!.Reporting, Town(scores).Pool!.Applicable));
    }

    [Fact]
    public void What_the_upper_unit_says_itself_wins()
    {
        var both = ObservationState.NotApplicable;
        Assert.Equal(
            CellState.Doubtful,
            Town(Units(both, both).State("B", "W01", ObservationState.Doubtful).Score()).State
        );
        var own = Units(both, both).Ratio("B", "W01", 1, 2).Score();
        Assert.Equal((CellState.Scored, CellState.Scored), States(own));
    }

    [Fact]
    public void Unions_gone_and_unions_it_does_not_apply_to_have_no_say()
    {
        var small = Units(ObservationState.NotApplicable, null, o => o with { Status = OrganisationStatus.Dissolved });
        Assert.Equal(CellState.NotApplicable, Town(small.Score()).State);

        var classed = Units(ObservationState.NotApplicable, null, o => o with { Category = UnitCategory.Agency });
        classed.Catalogue[0] = classed.Catalogue[0] with { Categories = [UnitCategory.Enterprise] };
        Assert.Equal(CellState.NotApplicable, Town(classed.Score()).State);
    }

    [Theory]
    [InlineData("SL13")]
    [InlineData("SL23")]
    public void Two_towns_of_the_demo_without_families_in_need_have_nothing_to_report(string code)
    {
        var year = DemoData.Scores.Find(Period.OfYear(2024))!;
        var town = year.Find(code)!;
        Assert.Equal(CellState.NotApplicable, town.Cells[year.Codes.IndexOf("W01")].State);
        Assert.Equal(100m, town.Coverage);
    }

    [Theory]
    [InlineData("2024Q1")]
    [InlineData("2024Q2")]
    [InlineData("2024Q3")]
    public void The_yearly_ballot_of_the_demo_is_missed_by_nobody_in_a_quarter(string quarter)
    {
        var period = DemoData.Scores.Find(Period.Parse(quarter))!;
        var ballot = period.Codes.IndexOf("W05");
        Assert.All(
            period.Unions.Where(u => u.Organisation.Level != Level.Grassroots),
            u => Assert.Contains(u.Cells[ballot].State, (CellState[])[CellState.NotAsked, CellState.NotApplicable])
        );
    }

    private static Small Units(
        ObservationState first,
        ObservationState? second,
        Func<Organisation, Organisation>? change = null
    )
    {
        var small = new Small()
            .Indicator("W01", RuleKind.TargetRatio, 100, 100)
            .Union("C1")
            .Union("C2", change)
            .State("C1", "W01", first);
        return second is { } state ? small.State("C2", "W01", state) : small;
    }

    private static Cell Town(PeriodScores scores) => scores.Find("B")!.Cells[0];

    private static (CellState Town, CellState District) States(PeriodScores scores) =>
        (Town(scores).State, scores.Find("A")!.Cells[0].State);
}
