using System.Collections.Immutable;
using FuGongJianJia.Cli.Files;
using FuGongJianJia.Cli.Stages;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Import.Files;
using FuGongJianJia.OpenData;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>
/// Everything that a build does between reading and swapping: what the check lets pass must come out at the other end.
/// </summary>
internal static class WholeBuild
{
    /// <summary>Imports, and renders what was imported.</summary>
    /// <param name="files">What was read.</param>
    /// <param name="reports">Whether papers are set too, which takes longest.</param>
    /// <param name="cancellation">Ends it between stages.</param>
    public static void Of(ImmutableArray<SourceFile> files, bool reports, CancellationToken cancellation)
    {
        var import = Inputs.Import(new SourceFiles(files, []), cancellation);
        if (import.Dataset is not { } dataset)
        {
            Assert.True(import.HasErrors, "No data and no reason why.");
            return;
        }

        var scores = Scorer.Score(dataset, cancellation);
        Assert.All(CrossChecker.Check(scores), found => found.ToDiagnostic());
        var office = OfficeComposer.Compose(dataset, scores, new EditionOptions(null, "test", "0123456789ab"));
        var edition = DisclosureControl.Protect(office);
        DisclosureAttack.Check(edition);
        var images = SiteInputs.Images(dataset.Pictures, edition);
        var open = OpenDataFiles.Create(edition);
        var plan = SitePlan.Create(edition, new SiteOptions { Digests = OpenDataFiles.Digests(open), Images = images });
        if (reports)
        {
            plan = plan.AddRange(
                ReportPlan.Create(office, edition, TestFonts.Set, new ReportOptions { Images = images })
            );
        }

        foreach (var file in plan)
        {
            cancellation.ThrowIfCancellationRequested();
            file.Render();
        }
    }
}
