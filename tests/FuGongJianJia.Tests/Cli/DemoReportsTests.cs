using FuGongJianJia.Cli.Files;
using FuGongJianJia.Demo;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Brief;
using FuGongJianJia.Theme.Reports.Common;

namespace FuGongJianJia.Tests.Cli;

/// <summary>The documents that must not grow, over all of the demo's newest year.</summary>
public sealed class DemoReportsTests
{
    internal static readonly Lazy<OfficeEdition> Demo = new(() =>
    {
        var import = Importer.Import(
            SourceFolder.Read(Repository.Root, CancellationToken.None).Files,
            ImportOptions.Default
        );
        Assert.False(import.HasErrors, string.Join('\n', import.Diagnostics));
        return OfficeComposer.Compose(
            import.Dataset!,
            Scorer.Score(import.Dataset!, CancellationToken.None),
            new EditionOptions(null, "0", "0")
        );
    });

    [Fact]
    public void Every_result_sheet_of_the_demo_is_one_page_without_notices()
    {
        var edition = DisclosureControl.Protect(Demo.Value);
        var period = edition.Latest;
        foreach (var union in period.Unions)
        {
            var laid = Printing.FirstWithin(
                1,
                ReportPlan.Sheet(edition, period, union, new ReportOptions()),
                TestFonts.Set
            );
            Assert.True(laid.Document.Pages.Length == 1, $"{union.Name}: {laid.Document.Pages.Length} pages");
            Assert.Empty(laid.Notices);
        }
    }

    [Theory]
    [InlineData(OfficialForm.Standard, 2)]
    [InlineData(OfficialForm.Compact, 1)]
    public void Every_brief_of_the_demo_fits_its_form(OfficialForm form, int pages)
    {
        Fits(Demo.Value, Demo.Value.Periods, form, pages);
    }

    [Theory]
    [InlineData(OfficialForm.Standard)]
    [InlineData(OfficialForm.Compact)]
    public void The_district_s_brief_of_a_year_gives_up_no_part(OfficialForm form)
    {
        var edition = Demo.Value with { Settings = Demo.Value.Settings with { OfficialForm = form } };
        var laid = Printing.FirstWithin(
            LeaderBrief.MostPages(edition),
            ReportPlan.Brief(edition, edition.Latest, edition.Latest.District, new ReportOptions()),
            TestFonts.Set
        );
        Assert.Equal(["一、进展", "二、问题", "三、责任", "四、建议"], laid.Document.Outline.Select(e => e.Title));
    }

    [Theory]
    [InlineData(3, 24, 7UL)]
    [InlineData(24, 1500, 11UL)]
    public void Every_brief_of_a_small_and_of_a_large_district_fits_its_form(int towns, int unions, ulong seed)
    {
        var import = Importer.Import(
            [
                .. DemoGenerator
                    .Generate(
                        new DemoOptions
                        {
                            Towns = towns,
                            Unions = unions,
                            Seed = seed,
                            WidePeriod = null,
                        }
                    )
                    .Append(DemoGenerator.Settings())
                    .Select(f => f.ToSourceFile())
                    .Where(f => !f.Content.IsEmpty),
            ],
            ImportOptions.Default,
            TestContext.Current.CancellationToken
        );
        Assert.False(import.HasErrors, string.Join('\n', import.Diagnostics.Take(5)));
        var edition = OfficeComposer.Compose(
            import.Dataset!,
            Scorer.Score(import.Dataset!, TestContext.Current.CancellationToken),
            new EditionOptions(null, "0", "0")
        );
        Fits(edition, edition.Periods.TakeLast(3), OfficialForm.Standard, 2);
        Fits(edition, edition.Periods.TakeLast(3), OfficialForm.Compact, 1);
    }

    private static void Fits(OfficeEdition office, IEnumerable<OfficePeriod> periods, OfficialForm form, int pages)
    {
        var edition = office with { Settings = office.Settings with { OfficialForm = form } };
        Assert.Equal(pages, LeaderBrief.MostPages(edition));
        foreach (var period in periods)
        {
            foreach (var subject in period.Towns.Prepend(period.District))
            {
                var laid = Printing.FirstWithin(
                    pages,
                    ReportPlan.Brief(edition, period, subject, new ReportOptions()),
                    TestFonts.Set
                );
                Assert.True(
                    laid.Document.Pages.Length <= pages,
                    $"{period.Period} {subject.Name}: {laid.Document.Pages.Length} pages"
                );
                Assert.Empty(laid.Notices);
            }
        }
    }
}
