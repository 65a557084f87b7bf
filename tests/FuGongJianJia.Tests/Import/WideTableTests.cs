using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Import;

/// <summary>Cells of a wide 指标值, and of the long one, that say a state instead of a number.</summary>
public sealed class WideTableTests
{
    [Fact]
    public void A_tier_word_that_looks_blank_is_a_value()
    {
        var value = Read("组织编码,R02,H02\nJ1,是,无\n", "H02");

        Assert.Equal((ObservationState.Reported, "无"), (value.State, value.Word));
    }

    [Fact]
    public void The_same_word_is_blank_where_the_indicator_has_no_such_tier() =>
        Assert.DoesNotContain(Import("组织编码,R01,R02\nJ1,无,是\n").Dataset!.Periods[0].Observations, o => o.Indicator == "R01");

    [Theory]
    [InlineData("不适用,", ObservationState.NotApplicable)]
    [InlineData(",不适用", ObservationState.NotApplicable)]
    [InlineData("不适用,不适用", ObservationState.NotApplicable)]
    [InlineData("缺报,-", ObservationState.Missing)]
    [InlineData("未报,缺报", ObservationState.Missing)]
    [InlineData("存疑,", ObservationState.Doubtful)]
    public void A_state_in_one_of_the_two_cells_is_the_state_of_the_indicator(string cells, ObservationState state)
    {
        var value = Read($"组织编码,R01分子,R01分母\nJ1,{cells}\n", "R01");

        Assert.Equal(state, value.State);
        Assert.Null(value.Numerator);
        Assert.Null(value.Denominator);
    }

    [Fact]
    public void The_long_table_reads_a_state_in_the_same_places() =>
        Assert.Equal(ObservationState.NotApplicable, Read("组织编码,指标编码,分子,分母,数值,状态\nJ1,R01,不适用,,,\n", "R01").State);

    [Theory]
    [InlineData("不适用,100")]
    [InlineData("90,缺报")]
    public void A_state_beside_a_number_is_refused(string cells)
    {
        var result = Import($"组织编码,R01分子,R01分母\nJ1,{cells}\n");

        Assert.Null(result.Dataset);
        Assert.Contains(result.Diagnostics, d => d.Code == CellCodes.BadNumber.Id);
    }

    [Fact]
    public void Two_states_that_differ_are_refused() =>
        Assert.Contains(Import("组织编码,R01分子,R01分母\nJ1,不适用,缺报\n").Diagnostics, d => d.Code == ValueCodes.ValueDespite.Id);

    [Fact]
    public void A_word_for_reported_is_no_value() =>
        Assert.Contains(Import("组织编码,R01\nJ1,已报\n").Diagnostics, d => d.Code == ValueCodes.NoValue.Id);

    private static Observation Read(string values, string indicator)
    {
        var result = Import(values);
        Assert.True(result.Dataset is not null, string.Join('\n', result.Diagnostics));
        return Assert.Single(result.Dataset.Periods[0].Observations, o => o.Organisation == "J1" && o.Indicator == indicator);
    }

    private static ImportResult Import(string values) => Samples.Import((Samples.Values, Samples.Utf8(values)));
}
