using System.Diagnostics;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// The Nu HTML checker over every kind of page, the style sheets and the drawings. test.sh fetches it; without it the
/// test is skipped and says so.
/// </summary>
public sealed class MarkupTests(SiteFixture site)
{
    // What it warns of and we mean: slashes that the renderer of Razor components writes; a policy whose 'self' it
    // cannot know of a file; a property of SVG 2.
    // The checker does not know container queries (CSS Containment Level 3), which every browser of the list has.
    private const string Meant =
        ".*Trailing slash on void elements.*|.*Content Security Policy.*|.*vector-effect.*"
        + "|.*“container-type”.*|.*“@container”.*";

    private static readonly string Checker = Path.Combine(SiteFixture.Root(), "artifacts", "tools", "vnu.jar");

    [Fact]
    public async Task The_nu_html_checker_finds_neither_error_nor_warning()
    {
        Assert.SkipUnless(
            File.Exists(Checker),
            "没有 artifacts/tools/vnu.jar：运行 ./test.sh 会取来（需要 npm 和 java）。"
        );
        var pages = site.Kinds.Select(k => k.Split('?')[0]).Append(Paths.NotFound).Distinct();
        var assets = Directory
            .EnumerateFiles(Path.Combine(site.Folder, "assets"))
            .Where(f => f.EndsWith(".css", StringComparison.Ordinal) || f.EndsWith(".svg", StringComparison.Ordinal));
        var start = new ProcessStartInfo(
            "java",
            [
                "-Xss8m",
                "-jar",
                Checker,
                "--Werror",
                "--also-check-css",
                "--also-check-svg",
                "--filterpattern",
                Meant,
                .. pages.Select(p => Path.Combine(site.Folder, p)),
                .. assets,
            ]
        )
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var checker = Process.Start(start)!;
        var said = await Task.WhenAll(
            checker.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken),
            checker.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)
        );
        await checker.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(checker.ExitCode == 0, string.Concat(said).Replace(site.FileRoot, "", StringComparison.Ordinal));
    }
}
