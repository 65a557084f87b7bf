using FuGongJianJia.Tests.Cli;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Tests.Reports;

/// <summary>Names that people keep files by.</summary>
public sealed class FileNamesTests
{
    [Fact]
    public void A_file_is_named_by_what_it_is_of_when_and_of_whom()
    {
        var edition = DemoReportsTests.Demo.Value;
        var period = edition.AllPeriods.First(p => $"{p.Period}" == "2024");
        var (town, union) = (period.Towns[0], period.Unions[0]);
        var brief = edition.Settings.Brief.Name;

        Assert.Equal(
            [
                $"{edition.Settings.Publisher}2024年度报告.pdf",
                $"2024年度报告_{town.Organisation.ShortName}.docx",
                $"成绩单_2024年_{union.Organisation.ShortName}.pdf",
                $"{brief}_2024年_{town.Organisation.ShortName}.pdf",
                $"{brief}_2024年_{period.District.Organisation.ShortName}.docx",
                $"{edition.Settings.Publisher}2024年全部数据.xlsx",
            ],
            (
                (string[])
                    [
                        "reports/2024/annual.pdf",
                        $"reports/2024/towns/{town.Code}.docx",
                        $"reports/2024/unions/{union.Code}.pdf",
                        $"reports/2024/briefs/{town.Code}.pdf",
                        "2024/briefs/district.docx",
                        "data/2024.xlsx",
                    ]
            ).Select(path => FileNames.Of(edition, path))
        );
    }

    [Theory]
    [InlineData("data/2024/scores.csv", "scores.csv")]
    [InlineData("data/dictionary.csv", "dictionary.csv")]
    [InlineData("reports/2024/towns/NONE.pdf", "NONE.pdf")]
    [InlineData("reports/1999/annual.pdf", "annual.pdf")]
    [InlineData("plain", "plain")]
    public void What_is_called_by_its_address_keeps_that_name(string path, string name) =>
        Assert.Equal(name, FileNames.Of(DemoReportsTests.Demo.Value, path));
}
