using System.Text;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Handbook;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Diff;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.SiteSettings;
using FuGongJianJia.Model;

namespace FuGongJianJia.Tests.Import;

/// <summary>Reading, templates and documentation come from one list.</summary>
public sealed class RegistryTests
{
    [Fact]
    public void Codes_are_literal_unique_and_explained()
    {
        Assert.Equal(Codes.All.Length, Codes.All.Select(c => c.Id).Distinct().Count());
        Assert.All(
            Codes.All,
            c =>
            {
                Assert.Matches("^FG[0-9]{4}$", c.Id);
                Assert.NotEmpty(c.Title);
                Assert.NotEmpty(c.Explanation);
                Assert.EndsWith("。", c.Remedy, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Every_column_and_setting_is_described()
    {
        Assert.All(TableRegistry.All.SelectMany(t => t.Columns), c => Assert.NotEmpty(c.Description));
        Assert.All(SettingsSchema.All, s => Assert.NotEmpty(s.Description));
    }

    [Fact]
    public void Every_header_means_one_column_of_its_table()
    {
        foreach (var table in TableRegistry.All)
        {
            Assert.All(table.Columns, c => Assert.Same(c, table.Find(c.Name)));
        }
    }

    [Theory]
    [InlineData("指标值", "指标值")]
    [InlineData("02_指标值", "指标值")]
    [InlineData("指标值（2024）", "指标值")]
    [InlineData("组织信息", "组织")]
    [InlineData("任务流转", "任务流转")]
    [InlineData("别的", null)]
    public void Files_and_sheets_are_known_by_name(string name, string? table) =>
        Assert.Equal(table, TableRegistry.Find(name)?.Name);

    [Fact]
    public void Templates_are_header_only_tables_that_are_read_without_an_error_of_form()
    {
        var files = TemplateWriter.Create(Period.Parse("2025Q1"));
        Assert.Equal(TableRegistry.All.Length + 1, files.Length);
        var result = Importer.Import(
            [.. Samples.Base, .. files.Select(f => new SourceFile("data/2025Q1/" + f.Name, f.Bytes))],
            ImportOptions.Default,
            TestContext.Current.CancellationToken
        );
        Assert.All(
            result.Diagnostics.Where(d => d.Place.Path.StartsWith("data/2025Q1/", StringComparison.Ordinal)),
            d => Assert.Contains(d.Code, (string[])["FG0010", "FG0206", "FG0316", "FG0213"])
        );
        Assert.Contains("必填", Encoding.UTF8.GetString(files[^1].Bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_periods_are_compared_by_code()
    {
        var before = Samples.Import().Dataset!.Periods[0];
        var organisations = before
            .Organisations.RemoveAll(o => o.Code == "J2")
            .Replace(before.Organisations[0], before.Organisations[0] with { Workers = 999 });
        var after = before with
        {
            Organisations = organisations,
            Observations = before
                .Observations.RemoveAll(o => o.Organisation == "J2")
                .Add(
                    new()
                    {
                        Organisation = "J9",
                        Indicator = "R01",
                        State = ObservationState.Missing,
                    }
                ),
        };
        var diff = DatasetDiff.Compare(before, after);
        Assert.Contains(diff.Organisations, c => c is { Kind: ChangeKind.Went, Code: "J2" });
        Assert.Contains(diff.Organisations, c => c is { Kind: ChangeKind.Changed, Field: "职工数", After: "999" });
        Assert.Equal(23, diff.Values.Count(v => v.Kind == ChangeKind.Went));
        Assert.Equal(
            new(ChangeKind.Came, "J9", "R01", "", "缺报"),
            Assert.Single(diff.Values, v => v.Kind == ChangeKind.Came)
        );
        Assert.Empty(DatasetDiff.Compare(before, before).Values);
    }

    [Fact]
    public void Dates_of_a_1904_workbook_are_the_days_a_person_sees()
    {
        var files = GoldenCases
            .Files("18-date-forms")
            .Where(f => f.Path.EndsWith("任务.xlsx", StringComparison.Ordinal))
            .Select(f => (f.Path, f.Content.ToArray()))
            .ToArray();
        var task = Assert.Single(Samples.Import(files).Dataset!.Periods[0].Tasks);
        Assert.Equal(new DateOnly(2024, 5, 1), task.IssuedOn);
    }

    [Fact]
    public void Settings_are_read_and_defaults_stay_where_nothing_is_said()
    {
        var settings = Samples
            .Import(
                (
                    "input/site.yml",
                    Samples.Utf8(
                        "标题: 甲\n指数权重: {红色: 15, 活力: 25}\n舍入: 四舍六入五成双\n"
                            + "简报:\n  报: [乙, 丙]\n字体:\n  小标宋: 方正小标宋简体\n联系: {电话: 0571-63321234}\n"
                    )
                )
            )
            .Dataset!.Settings;
        Assert.Equal([15m, 20m, 25m, 20m, 20m], settings.IndexWeights);
        Assert.Equal(MidpointRounding.ToEven, settings.Rounding);
        Assert.Equal(["乙", "丙"], settings.Brief.ReportTo);
        Assert.Equal(["方正小标宋简体"], settings.Fonts["小标宋"]);
        Assert.Equal("0571-63321234", settings.OfficePhone);
        Assert.Equal([90m, 80m, 70m], settings.GradeBands);
    }

    [Fact]
    public void Writing_the_documented_default_of_every_setting_changes_nothing()
    {
        var written = SettingsSchema
            .All.Where(s => s.Default is not ("空" or "三等分" or "系统字体"))
            .Select(s => $"{s.Path}: {s.Default}\n");
        var settings = Samples.Import(("input/site.yml", Samples.Utf8(string.Concat(written)))).Dataset!.Settings;
        Assert.Equivalent(new Settings(), settings, strict: true);
    }

    [Fact]
    public void Names_without_consent_are_masked_where_they_enter()
    {
        var pairings = Samples.Utf8(
            "结对编码,师傅,徒弟,组织,起止日期,公开同意\nP1,欧阳小明,李四,J1,2024-03-01至2025-02-28,否\nP2,王五六,赵七,示例机械,2024-03-01,是\n"
        );
        var read = Samples.Import(("data/2024/结对.csv", pairings)).Dataset!.Periods[0].Pairings;
        Assert.Equal(("欧阳**", "李*"), (read[0].Mentor, read[0].Apprentice));
        Assert.Equal(("王五六", new DateOnly(2024, 3, 1)), (read[1].Mentor, read[1].Start));
    }
}
