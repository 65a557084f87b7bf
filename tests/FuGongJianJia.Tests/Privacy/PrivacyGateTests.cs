using System.Text;
using FuGongJianJia.Import;
using FuGongJianJia.Tests.Import;

namespace FuGongJianJia.Tests.Privacy;

/// <summary>
/// The gate on the way in: every place that may hold a person's number refuses it, and no message repeats it. The
/// number is made up.
/// </summary>
public sealed class PrivacyGateTests
{
    private const string Number = "13812345678";
    private const string Case =
        "---\n标题: 案例\n类别: 劳模助企\n日期: 2024-05-01\n组织: J1\n摘要: 好\n来源: 测试\n---\n";

    [Theory]
    [InlineData("data/13812345678.csv")]
    [InlineData("data/2024/13812345678.csv")]
    [InlineData("data/2024/张三１３８１２３４５６７８.xlsx")]
    [InlineData("data/2024/13812345678/组织.csv")]
    [InlineData("data/13812345678/组织.csv")]
    [InlineData("input/13812345678.txt")]
    [InlineData("input/cases/13812345678/a.md")]
    [InlineData("input/docs/13812345678/a.md")]
    [InlineData("input/images/138 1234 5678.png")]
    public void A_name_of_a_file_or_folder_is_refused_and_masked(string path) =>
        Refuses(Samples.Import((path, Samples.Utf8("x"))));

    [Fact]
    public void A_workbook_named_after_a_person_is_masked_in_messages_about_its_sheets_too() =>
        Refuses(
            Samples.Import(
                ($"data/2024/导出{Number}.csv", Samples.Utf8("x")),
                ($"data/2024/组织{Number}.csv", Samples.Utf8("x"))
            )
        );

    [Theory]
    [InlineData("138**1234**5678")]
    [InlineData("138\n1234\n5678")]
    [InlineData("请打 138*1234*5678。")]
    [InlineData("> 138\n> 12345678")]
    [InlineData("# 138`1234`5678")]
    [InlineData("&#49;3812345678")]
    [InlineData("[13812345678](https://example.com)")]
    [InlineData("[电话](https://example.com \"13812345678\")")]
    public void A_number_that_only_the_reader_of_a_text_sees_whole_is_found(string body) =>
        Refuses(Samples.Import(("input/cases/a.md", Samples.Utf8(Case + body + "\n"))));

    [Theory]
    [InlineData("\"\\u003113812345678\"", false)]
    [InlineData("\"\\u00313812345678\"", true)]
    [InlineData(">\n  138\n  12345678", true)]
    public void A_value_of_the_front_matter_counts_as_it_is_read(string value, bool refused)
    {
        var result = Samples.Import(
            (
                "input/cases/a.md",
                Samples.Utf8(Case.Replace("摘要: 好", "摘要: " + value, StringComparison.Ordinal) + "正文\n")
            )
        );
        Assert.Equal(refused, result.Diagnostics.Any(d => d.Code == "FG0902"));
    }

    [Fact]
    public void A_footer_below_a_column_of_codes_is_no_code() =>
        Refuses(
            Samples.Import(
                (
                    Samples.Organisations,
                    Samples.Utf8(Samples.Text(Samples.Organisations) + $"填表人：某某 电话：{Number},,,,,,,,,,,,,,,\n")
                )
            )
        );

    [Theory]
    [InlineData("上报人姓名")]
    [InlineData("联系人")]
    public void A_column_of_names_that_nothing_reads_is_refused(string header) =>
        Assert.Contains(
            Samples
                .Import(
                    (
                        Samples.Organisations,
                        Samples.Utf8(
                            Samples.Text(Samples.Organisations).Replace("简称", header, StringComparison.Ordinal)
                        )
                    )
                )
                .Diagnostics,
            d => d.Code == "FG0909"
        );

    [Fact]
    public void One_line_is_named_once()
    {
        var result = Samples.Import(("input/cases/a.md", Samples.Utf8(Case + $"联系 {Number}，**{Number}**。\n")));
        Assert.Equal(9, Assert.Single(result.Diagnostics, d => d.Code == "FG0902").Place.Line);
    }

    private static void Refuses(ImportResult result)
    {
        Assert.Null(result.Dataset);
        Assert.Contains(result.Diagnostics, d => d.Code == "FG0902");
        var shown = new StringBuilder()
            .AppendJoin('\n', result.Diagnostics)
            .ToString()
            .Replace(" ", "", StringComparison.Ordinal);
        Assert.DoesNotContain(Number, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("１３８１２３４５６７８", shown, StringComparison.Ordinal);
    }
}
