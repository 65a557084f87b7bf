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
    public void A_column_of_a_broken_catalogue_row_is_not_called_unknown_as_well()
    {
        var catalogue = Samples
            .Text("data/2024/指标.csv")
            .Replace(
                "R01,1,思想引领覆盖率,红色,%,↑,达标比例",
                "R01,1,思想引领覆盖率,红色,%,↑,达标率",
                StringComparison.Ordinal
            );
        var result = Samples.Import(
            ("data/2024/指标.csv", Samples.Utf8(catalogue)),
            (
                Samples.Values,
                Samples.Utf8("组织编码,R01分子,R01分母,思想引领覆盖率,R02,不认识的列\nJ1,90,100,90%,是,1\n")
            )
        );
        Assert.Contains(result.Diagnostics, d => d.Code == "FG0108");
        Assert.Equal(6, Assert.Single(result.Diagnostics, d => d.Code == "FG0013").Place.Column);
    }

    [Fact]
    public void A_long_table_without_any_number_says_so_once()
    {
        var result = Import("组织编码,指标编码,完成数,应完成数,状态\nJ1,R01,90,100,已报\nJ2,R01,90,100,已报\n");
        Assert.Equal("FG0012", Assert.Single(result.Diagnostics, d => d.Severity == Severity.Error).Code);
    }

    [Fact]
    public void The_same_word_is_blank_where_the_indicator_has_no_such_tier() =>
        Assert.DoesNotContain(
            Import("组织编码,R01,R02\nJ1,无,是\n").Dataset!.Periods[0].Observations,
            o => o.Indicator == "R01"
        );

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
        Assert.Equal(
            ObservationState.NotApplicable,
            Read("组织编码,指标编码,分子,分母,数值,状态\nJ1,R01,不适用,,,\n", "R01").State
        );

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
        Assert.Contains(
            Import("组织编码,R01分子,R01分母\nJ1,不适用,缺报\n").Diagnostics,
            d => d.Code == ValueCodes.ValueDespite.Id
        );

    [Fact]
    public void A_word_for_reported_is_no_value() =>
        Assert.Contains(Import("组织编码,R01\nJ1,已报\n").Diagnostics, d => d.Code == ValueCodes.NoValue.Id);

    [Fact]
    public void Two_headers_for_one_number_of_an_indicator_are_refused()
    {
        var result = Import("组织编码,R01,R01数值\nJ1,90%,80%\n");

        Assert.Null(result.Dataset);
        Assert.Contains(result.Diagnostics, d => d.Code == FileCodes.ColumnTwice.Id && d.Place.Column == 3);
    }

    [Fact]
    public void Two_names_of_one_indicator_are_refused_with_their_place() =>
        Assert.Equal(
            (1, 3),
            Assert
                .Single(
                    Import("组织编码,R01,思想引领覆盖率\nJ1,90%,80%\n").Diagnostics,
                    d => d.Code == FileCodes.ColumnTwice.Id
                )
                .Place
                is var at
                ? (at.Line, at.Column)
                : default
        );

    [Fact]
    public void A_column_of_the_long_table_that_names_no_indicator_is_not_dropped_in_silence() =>
        Assert.Equal(
            [(1, 3), (1, 4)],
            Import("组织编码,R02,分子,分母\nJ1,是,90,100\n")
                .Diagnostics.Where(d => d.Code == FileCodes.UnknownColumn.Id)
                .Select(d => (d.Place.Line, d.Place.Column))
        );

    [Fact]
    public void A_text_that_needs_a_remark_is_remarked_on_in_every_row()
    {
        var result = Import(
            "组织编码,指标编码,分子,分母,上报日期\nJ1,R01,9,10,5月1日\nJ2,R01,9,10,5月1日\nJ1,R09,9,10,\nJ2,R09,9,10,\n"
        );

        Assert.Equal([2, 3], result.Diagnostics.Where(d => d.Code == CellCodes.MonthDay.Id).Select(d => d.Place.Line));
        Assert.Equal(
            [4, 5],
            result.Diagnostics.Where(d => d.Code == TableCodes.UnknownIndicator.Id).Select(d => d.Place.Line)
        );
    }

    [Fact]
    public void A_text_that_was_read_before_gives_the_same_value_again()
    {
        var rows = string.Concat(
            Enumerable
                .Range(0, 4)
                .Select(i => $"J{(i % 2) + 1},{(i < 2 ? "R01" : "G01")},{i + 1},10,2024-05-0{(i % 3) + 1}\n")
        );
        var values = Import("组织编码,指标编码,分子,分母,上报日期\n" + rows).Dataset!.Periods[0].Observations;

        Assert.Equal(
            ["J1 G01 3 3", "J1 R01 1 1", "J2 G01 4 1", "J2 R01 2 2"],
            values.Select(o => $"{o.Organisation} {o.Indicator} {o.Numerator} {o.ReportedOn!.Value.Day}")
        );
    }

    private static Observation Read(string values, string indicator)
    {
        var result = Import(values);
        Assert.True(result.Dataset is not null, string.Join('\n', result.Diagnostics));
        return Assert.Single(
            result.Dataset.Periods[0].Observations,
            o => o.Organisation == "J1" && o.Indicator == indicator
        );
    }

    private static ImportResult Import(string values) => Samples.Import((Samples.Values, Samples.Utf8(values)));
}
