using FuGongJianJia.Cli.Files;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Reports.Sheet;

namespace FuGongJianJia.Tests.Cli;

/// <summary>The documents that must not grow, over all of the demo's newest year.</summary>
public sealed class DemoReportsTests
{
    internal static readonly Lazy<Edition> Demo = new(() =>
    {
        var import = Importer.Import(
            SourceFolder.Read(Repository.Root, CancellationToken.None).Files,
            ImportOptions.Default
        );
        Assert.False(import.HasErrors, string.Join('\n', import.Diagnostics));
        return Composer.Compose(
            import.Dataset!,
            Scorer.Score(import.Dataset!, CancellationToken.None),
            new EditionOptions(null, "0", "0")
        );
    });

    [Fact]
    public void Every_result_sheet_of_the_demo_is_one_page_without_notices()
    {
        var period = Demo.Value.Latest;
        foreach (var union in period.Unions)
        {
            var laid = Printing.FirstWithin(
                1,
                UnionSheet.Versions(Demo.Value, period, union, new ReportOptions()),
                TestFonts.Set
            );
            Assert.True(laid.Document.Pages.Length == 1, $"{union.Name}: {laid.Document.Pages.Length} pages");
            Assert.Empty(laid.Notices);
        }
    }

    [Fact]
    public void Every_brief_of_the_demo_has_two_pages_at_most()
    {
        foreach (var period in Demo.Value.Periods)
        {
            foreach (var subject in period.Towns.Prepend(period.District))
            {
                var laid = Printing.FirstWithin(
                    LeaderBrief.MostPages,
                    LeaderBrief.Versions(Demo.Value, period, subject, isPublic: false, new ReportOptions()),
                    TestFonts.Set
                );
                Assert.True(
                    laid.Document.Pages.Length <= 2,
                    $"{period.Period} {subject.Name}: {laid.Document.Pages.Length} pages"
                );
                Assert.Empty(laid.Notices);
            }
        }
    }
}
