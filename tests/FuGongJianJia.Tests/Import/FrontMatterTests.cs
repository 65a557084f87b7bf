using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Tests.Import;

/// <summary>What people write by hand: blanks that nobody sees, a file that was emptied by accident.</summary>
public sealed class FrontMatterTests
{
    [Fact]
    public void Blanks_behind_the_dashes_are_no_error() =>
        Assert.NotNull(
            Samples
                .Import(
                    (
                        "input/cases/a.md",
                        Samples.Utf8(
                            "--- \t\n标题: 案例\n类别: 劳模助企\n日期: 2024-05-01\n组织: J1\n摘要: 好\n来源: 测试\n--- \n正文\n"
                        )
                    )
                )
                .Dataset
        );

    [Theory]
    [InlineData("数据编码: UTF-16", true)]
    [InlineData("数据编码: 自动", false)]
    [InlineData("数据编码: GB18030", false)]
    [InlineData("数据编码: 别的", false)]
    public void The_encoding_of_the_data_can_be_named(string setting, bool reads)
    {
        var bare = System.Text.Encoding.Unicode.GetBytes(Samples.Text(Samples.Organisations));
        var others = Samples.Base.Where(f =>
            f.Path.StartsWith("data/", StringComparison.Ordinal) && f.Path != Samples.Organisations
        );
        Assert.All(others, f => Assert.Equal(0xEF, f.Content.Span[0]));
        Assert.Equal(
            reads,
            Samples.Import(("input/site.yml", Samples.Utf8(setting + "\n")), (Samples.Organisations, bare)).Dataset
                is not null
        );
    }

    [Fact]
    public void A_date_below_the_table_is_a_footer()
    {
        var result = Samples.Import(
            (
                Samples.Organisations,
                Samples.Utf8(Samples.Text(Samples.Organisations) + "2024年12月31日,,,,,,,,,,,,,,,\n")
            )
        );
        Assert.NotNull(result.Dataset);
        Assert.Contains(result.Diagnostics, d => d.Code == FileCodes.FooterRows.Id);
    }

    [Fact]
    public void Empty_settings_are_told_like_missing_ones() =>
        Assert.Contains(
            Samples.Import(("input/site.yml", Samples.Utf8(" \n"))).Diagnostics,
            d => d.Code == SettingCodes.NoSettings.Id && d.Message.Contains("是空的", StringComparison.Ordinal)
        );
}
