using System.Text;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Import;

/// <summary>
/// What becomes of the cases whose data are valid and whose trouble lies further on: long names, rare characters, many
/// rows, twice the same.
/// </summary>
public sealed class CaseOutcomeTests
{
    [Fact]
    public void Case_37_a_very_long_name_stands_whole_on_its_page_and_on_one_page_of_paper()
    {
        var office = CaseFacts.Office("37-very-long-name");
        var edition = DisclosureControl.Protect(office);
        var union = edition.Latest.Unions.Single(u => u.Name.Length > 60);
        Assert.Contains(
            union.Name,
            Text(SitePlan.Create(edition, new SiteOptions()), $"site/{Paths.Union(edition.Latest.Period, union.Code)}"),
            StringComparison.Ordinal
        );
        var (sheet, notices) = ReportPlan
            .Create(office, edition, TestFonts.Set, new ReportOptions())
            .Single(f => f.Path == $"site/{Paths.UnionSheet(edition.Latest.Period, union.Code)}")
            .Render();
        Assert.Empty(notices);
        Assert.Contains(
            union.Name,
            string.Concat(PdfTools.Text(sheet.ToArray()).Where(c => !char.IsWhiteSpace(c))),
            StringComparison.Ordinal
        );
        Assert.Equal(1, PdfTools.Text(sheet.ToArray()).Count(c => c == '\f'));
    }

    [Fact]
    public void Case_42_ten_thousand_rows_of_three_hundred_unions_are_read_and_each_gets_its_page_and_sheet()
    {
        var organisations = new StringBuilder(Samples.Text(Samples.Organisations).TrimEnd()).Append('\n');
        var values = new StringBuilder(Samples.Text(Samples.Values).TrimEnd()).Append('\n');
        var rows = values
            .ToString()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(r => r.StartsWith("J1,", StringComparison.Ordinal))
            .ToList();
        for (var u = 0; u < 440; u++)
        {
            organisations
                .Append('K')
                .Append(u)
                .Append(",示例第")
                .Append(u)
                .Append("工会,,基层,Z")
                .Append((u % 2) + 1)
                .Append(",基层工会,企业,,,120,110,40,2011-06-18,正常,,是\n");
            rows.ForEach(r => values.Append('K').Append(u).Append(r.AsSpan(2)).Append('\n'));
        }

        Assert.True(values.ToString().Count(c => c == '\n') > 10_000);
        var result = Samples.Import(
            (Samples.Organisations, Samples.Utf8(organisations.ToString())),
            (Samples.Values, Samples.Utf8(values.ToString()))
        );
        Assert.False(result.HasErrors);
        var office = CaseFacts.Office(result.Dataset!);
        var edition = DisclosureControl.Protect(office);
        Assert.Equal(443, edition.Latest.Unions.Length);
        var paths = SitePlan
            .Create(edition, new SiteOptions())
            .Concat(ReportPlan.Create(office, edition, TestFonts.Set, new ReportOptions()))
            .Select(f => f.Path)
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(
            edition.Latest.Unions,
            u =>
                Assert.True(
                    paths.Contains($"site/{Paths.Union(edition.Latest.Period, u.Code)}")
                        && paths.Contains($"site/{Paths.UnionSheet(edition.Latest.Period, u.Code)}"),
                    u.Code
                )
        );
    }

    [Fact]
    public void Case_44_a_character_that_no_font_has_is_reported_by_the_sheet_that_needs_it()
    {
        // U+10FFFD is for private use: no font of this machine has it.
        var name = "\U0010FFFD野机械有限公司工会";
        var organisations = Samples
            .Text(Samples.Organisations)
            .Replace("示例机械有限公司工会", name, StringComparison.Ordinal);
        var office = CaseFacts.Office(Samples.Import((Samples.Organisations, Samples.Utf8(organisations))).Dataset!);
        var edition = DisclosureControl.Protect(office);
        var files = ReportPlan.Create(office, edition, TestFonts.Set, new ReportOptions());
        var notices = files
            .Single(f => f.Path == $"site/{Paths.UnionSheet(edition.Latest.Period, "J1")}")
            .Render()
            .Notices;
        Assert.Contains(notices, n => n.Message.Contains("10FFFD", StringComparison.Ordinal));
        Assert.Empty(
            files.Single(f => f.Path == $"site/{Paths.UnionSheet(edition.Latest.Period, "J2")}").Render().Notices
        );
    }

    [Fact]
    public void Case_46_the_same_input_gives_the_same_bytes_whatever_the_order_of_its_files()
    {
        var files = GoldenCases.Files("46-built-twice");
        Assert.Equal(Output([.. files]), Output([.. files.Reverse()]));
    }

    private static List<string> Output(IReadOnlyList<SourceFile> files)
    {
        var office = CaseFacts.Office(
            Importer.Import([.. files], ImportOptions.Default, TestContext.Current.CancellationToken).Dataset!
        );
        var edition = DisclosureControl.Protect(office);
        var rendered = SitePlan
            .Create(edition, new SiteOptions())
            .Concat(
                ReportPlan
                    .Create(office, edition, TestFonts.Set, new ReportOptions())
                    .Where(f => f.Path.Contains("/unions/", StringComparison.Ordinal))
            )
            .Select(f => (f.Path, f.Render().Content.ToArray()))
            .Concat(OpenDataFiles.Create(edition).Select(f => (f.Path, f.Content)));
        return
        [
            .. rendered
                .Select(f => $"{f.Item1} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(f.Item2))}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Text(IEnumerable<OutputFile> files, string path) =>
        Encoding.UTF8.GetString(files.Single(f => f.Path == path).Render().Content.Span);
}
