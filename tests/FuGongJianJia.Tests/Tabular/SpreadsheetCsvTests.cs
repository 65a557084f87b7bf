using System.Text;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.Tests.Tabular;

public sealed class SpreadsheetCsvTests
{
    [Fact]
    public void A_file_begins_with_a_mark_and_a_header_and_its_lines_end_as_on_windows() =>
        Assert.Equal(
            [0xEF, 0xBB, 0xBF, .. "名称,数\r\n甲,1\r\n"u8],
            SpreadsheetCsv.ToBytes(
                ["名称", "数"],
                [
                    ["甲", 1],
                ]
            )
        );

    [Fact]
    public void A_formula_is_defused_and_a_negative_number_stays_a_number() =>
        Assert.Equal(
            "名称,数\r\n\"'=HYPERLINK(\"\"x\"\")\",-0.35\r\n'-1+2,-3\r\n\"a,\"\"b\"\"\n\",\r\n",
            Text(["名称", "数"], ["=HYPERLINK(\"x\")", -0.35m], ["-1+2", -3], ["a,\"b\"\n", null])
        );

    [Fact]
    public void Numbers_keep_their_scale_dates_are_iso_and_truth_is_yes_or_no() =>
        Assert.Equal(
            "数,日期,是否\r\n1.50,2024-05-01,是\r\n1500,,否\r\n",
            Text(["数", "日期", "是否"], [1.50m, new DateOnly(2024, 5, 1), true], [1500L, null, false])
        );

    [Theory]
    [InlineData("=HYPERLINK(\"a\")", "\"'=HYPERLINK(\"\"a\"\")\"")]
    [InlineData("-30.5", "'-30.5")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@x", "'@x")]
    [InlineData("＝x", "'＝x")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData(null, "")]
    public void A_cell_that_a_spreadsheet_would_run_is_guarded(string? cell, string written) =>
        Assert.Equal($"a,b\r\n,{written}\r\n", Text(["a", "b"], ["", cell]));

    [Fact]
    public void A_row_that_is_not_as_wide_as_the_header_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Text(["a", "b"], ["x"]));

    private static string Text(string[] header, params object?[][] rows) =>
        Encoding.UTF8.GetString(SpreadsheetCsv.ToBytes(header, rows)[3..]);
}
