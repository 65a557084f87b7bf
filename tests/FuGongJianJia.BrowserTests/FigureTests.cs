using System.Text;
using System.Xml.Linq;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.Playwright;

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// Figures in a browser: their letters, their tips by every way of pointing, what they light up, what is saved.
/// </summary>
public sealed class FigureTests(SiteFixture site)
{
    private const string ShownSvg =
        "[...document.querySelectorAll('figure.chart > svg')].filter(s => s.getClientRects().length)";

    private Period Latest => site.Edition.Latest.Period;

    private string[] WithFigures =>
        [
            Paths.Of(Latest),
            Paths.Index(Latest, IndexKey.Warmth),
            Paths.Union(Latest, site.Edition.Latest.Unions[0].Code),
            Paths.History(site.Edition.Latest.Towns[0].Code),
            Paths.Tasks(Latest),
            Paths.Needs(Latest),
            Paths.Commendations,
            Paths.Programmes,
            Paths.Archive,
            Paths.DataQuality(Latest),
        ];

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task Letters_of_a_figure_are_twelve_pixels_or_more_and_none_is_cut_off(int width)
    {
        var (page, _) = await site.OpenAsync(width);
        foreach (var path in WithFigures)
        {
            await page.GotoAsync(site.FileRoot + path);
            // As it is on the screen: a figure that is drawn smaller or larger changes its letters with it.
            var small = await page.EvaluateAsync<string[]>(
                ShownSvg
                    + """
                    .flatMap(s => [...s.querySelectorAll('text:not(.t-kai)')].filter(t =>
                        parseFloat(getComputedStyle(t).fontSize)
                            * s.getBoundingClientRect().width / s.viewBox.baseVal.width < 11.9
                    ).map(t => t.textContent))
                    """
            );
            Assert.True(small.Length == 0, $"{path} at {width}: {string.Join('、', small)}");
            Assert.True(
                await page.EvaluateAsync<bool>(
                    $"{ShownSvg}.length > 0 && document.documentElement.scrollWidth <= {width}"
                ),
                $"{path} at {width}"
            );
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_mark_tells_its_name_to_mouse_and_keys_and_its_row_lights_up()
    {
        var (page, _) = await site.OpenAsync(1280);
        await page.GotoAsync(site.FileRoot + Paths.Of(Latest));
        var mark = page.Locator("figure.strip > svg:visible a circle").First;
        await mark.HoverAsync();
        var said = (await page.Locator(".tip").TextContentAsync())!;
        Assert.Contains("：总指数", said, StringComparison.Ordinal);
        var town = said.Split('：')[0];
        var row = (await page.Locator("tr.lit th").First.TextContentAsync())!;
        Assert.Contains(town[..2], row, StringComparison.Ordinal);

        await page.Locator("figure.strip > svg:visible").FocusAsync();
        await page.Keyboard.PressAsync("End");
        Assert.Contains("和谐指数", (await page.Locator(".tip").TextContentAsync())!, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/towns/**");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_row_that_is_pointed_at_lights_up_its_marks()
    {
        var (page, _) = await site.OpenAsync(1280);
        await page.GotoAsync(site.FileRoot + Paths.Of(Latest));
        await page.Locator("table.heat tbody th a").First.HoverAsync();
        Assert.NotEqual(0, await page.Locator("figure.strip > svg:visible .at").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_finger_is_told_and_led_on_by_a_second_tap()
    {
        var context = await site.Browser.NewContextAsync(
            new()
            {
                HasTouch = true,
                IsMobile = true,
                ViewportSize = new() { Width = 375, Height = 800 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.FileRoot + Paths.Of(Latest));
        var mark = page.Locator("figure.strip > svg:visible a circle").First;
        await mark.ScrollIntoViewIfNeededAsync();
        var at = (await mark.BoundingBoxAsync())!;
        // Beside the mark, as fingers do.
        await page.Touchscreen.TapAsync((float)(at.X - 6), (float)(at.Y + 4));
        Assert.Contains("总指数", (await page.Locator(".tip").TextContentAsync())!, StringComparison.Ordinal);
        await page.Locator(".tip a").TapAsync();
        await page.WaitForURLAsync("**/towns/**");
        await context.CloseAsync();
    }

    [Fact]
    public async Task Figures_take_one_stop_of_the_tab_key_each()
    {
        var (page, _) = await site.OpenAsync(1280);
        await page.GotoAsync(site.FileRoot + Paths.Of(Latest));
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "document.querySelectorAll('figure.chart svg a:not([tabindex=\"-1\"])').length"
            )
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_saved_has_title_source_and_drawing()
    {
        var (page, _) = await site.OpenAsync(1280);
        await page.GotoAsync(site.FileRoot + Paths.Of(Latest));
        var figure = page.Locator("figure.strip");
        var title = (await figure.Locator("figcaption").TextContentAsync())!.Trim();

        var svg = await Saved("存为 SVG");
        var root = XElement.Parse(Encoding.UTF8.GetString(svg));
        var texts = root.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToArray();
        Assert.Contains(title, texts);
        Assert.Contains(texts, t => t.StartsWith("来源：", StringComparison.Ordinal));
        Assert.Contains("红色指数", texts);
        Assert.DoesNotContain("class=", Encoding.UTF8.GetString(svg), StringComparison.Ordinal);

        var png = await Saved("存为 PNG");
        Assert.Equal("PNG", Encoding.ASCII.GetString(png, 1, 3));
        Assert.True(png.Length > 20_000, $"{png.Length} bytes");
        await page.Context.CloseAsync();

        async Task<byte[]> Saved(string button)
        {
            var waiting = page.WaitForDownloadAsync();
            await figure.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            var path = (await (await waiting).PathAsync())!;
            return await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        }
    }
}
