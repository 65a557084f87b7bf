using System.Globalization;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.Playwright;

namespace FuGongJianJia.BrowserTests;

public sealed class PageTests(SiteFixture site)
{
    // What a reader sees sticking out of the page; scroll regions and text for screen readers only are meant to.
    private const string Overflow = """
        () => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide) return "";
          const out = [...document.body.querySelectorAll("*")]
            .find(e => e.getBoundingClientRect().right > wide + 1 && !e.closest(".scroll,.vh,pre,.magnifier"));
          return document.documentElement.scrollWidth + " > " + wide + " " + (out ? out.outerHTML.slice(0, 160) : "");
        }
        """;

    private const string Sideways = """
        () => [...document.querySelectorAll(".scroll")]
          .filter(e => e.scrollWidth > e.clientWidth + 1 && e.getClientRects().length)
          .map(e => `${e.getAttribute("aria-label")}: ${e.scrollWidth} > ${e.clientWidth}`)
        """;

    internal const string LargeType = "() => document.documentElement.classList.add('elder')";

    private static readonly int[] Widths = [320, 375, 768, 1280];

    /// <summary>A4 less the margins of the print style is 174 mm, 658 CSS pixels.</summary>
    private const int Paper = 658;

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task Every_kind_of_page_fits_screens_and_paper_and_reports_no_trouble(bool hosted, bool scripts)
    {
        var (page, troubles) = await site.OpenAsync(320, scripts);
        var found = new List<string>();
        // 404.html is shown by a host only: it alone goes by the base path.
        foreach (var path in hosted ? site.Kinds.Add(Paths.NotFound) : site.Kinds)
        {
            await page.GotoAsync((hosted ? site.HttpRoot : site.FileRoot) + path);
            foreach (var width in Widths)
            {
                await FitsAsync(width, width.ToString(CultureInfo.InvariantCulture));
            }

            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await FitsAsync(Paper, "paper");
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.WaitForFunctionAsync("() => matchMedia('screen').matches");
            if (scripts)
            {
                await page.EvaluateAsync(LargeType);
                await FitsAsync(320, "large type at 320");
                await FitsAsync(1280, "large type at 1280");
            }

            found.AddRange(troubles.Select(t => $"{path}: {t}"));
            troubles.Clear();

            async Task FitsAsync(int width, string where)
            {
                await page.SetViewportSizeAsync(width, 800);
                if (await page.EvaluateAsync<string>(Overflow) is { Length: > 0 } overflow)
                {
                    found.Add($"{path}, {where}: {overflow}");
                }
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task No_table_of_figures_has_to_be_pushed_sideways_on_a_phone()
    {
        var (page, _) = await site.OpenAsync(320);
        var found = new List<string>();
        // A writer's own tables, and what puts units beside each other, are as wide as they were made.
        foreach (var path in site.Kinds.Where(p => !IsWritten(p)))
        {
            await page.GotoAsync(site.FileRoot + path);
            found.AddRange((await page.EvaluateAsync<string[]>(Sideways)).Select(table => $"{path}: {table}"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        await page.Context.CloseAsync();

        static bool IsWritten(string path) =>
            path.StartsWith("docs/", StringComparison.Ordinal)
            || path.StartsWith(Paths.Compare, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_read_complete_without_scripts()
    {
        var (page, troubles) = await site.OpenAsync(scripts: false);
        var p = site.Edition.Latest;
        await page.GotoAsync(site.FileRoot + Paths.Union(p.Period, p.Unions[0].Code));
        Assert.Equal(p.Unions[0].Indicators.Length, await page.Locator("table.indicators tbody tr").CountAsync());
        await page.Locator(".periods summary").ClickAsync();
        await page.Locator(".periods li a").Last.ClickAsync();
        Assert.Contains(site.Edition.Periods[0].Period.Title, await page.TitleAsync(), StringComparison.Ordinal);
        await page.GotoAsync(site.FileRoot + Paths.Search);
        Assert.True(await page.GetByText(p.Unions[0].Name, new() { Exact = true }).First.IsVisibleAsync());
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Large_type_is_to_be_had_without_scripts_and_stays_while_browsing()
    {
        var (page, _) = await site.OpenAsync(scripts: false);
        await page.GotoAsync(site.FileRoot + Paths.Elder);
        var frame = page.FrameLocator("iframe");
        await frame.Locator("nav.main a").Nth(1).ClickAsync();
        await frame.Locator("h1").WaitForAsync();
        // The frame's pages are drawn 1.4 times as large.
        var scale = await page.Locator("iframe")
            .EvaluateAsync<double>("e => e.getBoundingClientRect().width / e.offsetWidth");
        Assert.Equal(1.4, scale, 2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_home_page_fits_one_screen_of_1280_by_800()
    {
        var (page, _) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Home);
        Assert.InRange(
            await page.Locator(".spread").EvaluateAsync<double>("e => e.getBoundingClientRect().bottom"),
            400,
            800
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_screen_of_the_home_page_is_light()
    {
        var (page, _) = await site.OpenAsync();
        var bytes = 0L;
        page.Response += async (_, response) =>
        {
            try
            {
                Interlocked.Add(ref bytes, (await response.BodyAsync()).Length);
            }
            catch (PlaywrightException)
            {
                // A response whose body is gone when the page closes was already counted or is none of the page's.
            }
        };
        await page.GotoAsync(site.HttpRoot, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.InRange(Interlocked.Read(ref bytes), 10_000, 150_000);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_prints_on_a4_without_navigation()
    {
        var (page, _) = await site.OpenAsync();
        var p = site.Edition.Latest;
        await page.GotoAsync(site.FileRoot + Paths.Union(p.Period, p.Unions[0].Code));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.Locator("nav.main").IsVisibleAsync());
        Assert.False(await page.Locator(".tools").IsVisibleAsync());
        Assert.True(await page.Locator("footer.colophon").IsVisibleAsync());
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Contains("/MediaBox [0 0 594.9", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
