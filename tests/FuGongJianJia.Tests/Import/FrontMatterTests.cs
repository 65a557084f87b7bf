using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Tests.Import;

/// <summary>What people write by hand: blanks that nobody sees, a file that was emptied by accident.</summary>
public sealed class FrontMatterTests
{
    [Fact]
    public void Blanks_behind_the_dashes_are_no_error() =>
        Assert.NotNull(Samples.Import(("input/cases/a.md", Samples.Utf8("--- \t\n标题: 案例\n类别: 劳模助企\n日期: 2024-05-01\n组织: J1\n摘要: 好\n来源: 测试\n--- \n正文\n"))).Dataset);

    [Fact]
    public void Empty_settings_are_told_like_missing_ones() =>
        Assert.Contains(Samples.Import(("input/site.yml", Samples.Utf8(" \n"))).Diagnostics, d => d.Code == SettingCodes.NoSettings.Id && d.Message.Contains("是空的", StringComparison.Ordinal));
}
