using System.Text;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.Playwright;

namespace FuGongJianJia.BrowserTests;

public sealed class ToolTests(SiteFixture site)
{
    [Fact]
    public async Task Search_finds_exact_names_first()
    {
        var (page, troubles) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Search);
        var p = site.Edition.Latest;
        var missed = new List<string>();
        foreach (var (query, path, within) in Queries(p.Period))
        {
            var urls = await page.EvaluateAsync<string[]>(
                "async q => (await FGS.find(q, 10)).hits.map(h => h.url)",
                query
            );
            var at = Array.IndexOf(urls, path);
            if (at < 0 || at >= within)
            {
                missed.Add($"{query}: {path} at {at}, before it {string.Join(", ", urls.Take(3))}");
            }
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_phrase_is_found_only_where_it_stands()
    {
        var (page, _) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Search);
        var bodies = await page.EvaluateAsync<string[]>(
            "async () => (await FGS.find('集体合同', 200)).hits.map(h => `${h.title} ${h.text}`)"
        );
        Assert.NotEmpty(bodies);
        Assert.All(bodies, b => Assert.Contains("集体合同", b, StringComparison.Ordinal));
        Assert.Empty(
            await page.EvaluateAsync<string[]>("async () => (await FGS.find('同合体集', 200)).hits.map(h => h.url)")
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_search_is_typed_marked_shared_and_walked_by_keyboard()
    {
        var (page, _) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Search + "?q=工会");
        await page.Locator(".results li").First.WaitForAsync();
        Assert.Equal("工会", await page.Locator(".results mark").First.TextContentAsync());
        await page.Locator("#search input").PressAsync("ArrowDown");
        Assert.Equal("A", await page.EvaluateAsync<string>("document.activeElement.tagName"));
        await page.Locator("#search input").FillAsync("这是一个不存在的词语");
        await page.GetByText("没有找到").First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Tables_sort_filter_and_download_what_is_shown()
    {
        var (page, _) = await site.OpenAsync();
        var p = site.Edition.Latest;
        await page.GotoAsync(site.FileRoot + Paths.Unions(p.Period));
        var table = page.Locator("table.unions");
        await table.GetByRole(AriaRole.Button, new() { Name = "总指数" }).ClickAsync();
        var best = p.Unions.Max(u => u.Total)!.Value;
        Assert.Equal(Numerals.Score(best), await table.Locator("tbody tr").First.Locator("td.t").TextContentAsync());
        var town = p.Towns[0].Name;
        await page.GetByLabel("镇街").SelectOptionAsync(town);
        var rows = await table.Locator("tbody tr:not([hidden])").CountAsync();
        Assert.Equal(p.Unions.Count(u => u.ParentName == town), rows);
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "下载当前表格（CSV）" }).First.ClickAsync()
        );
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd().Split("\r\n");
        Assert.Equal(rows + 1, lines.Length);
        Assert.StartsWith("工会,镇街,类别,总指数", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Only_a_table_that_scrolls_takes_a_stop_of_the_tab_key()
    {
        var (page, _) = await site.OpenAsync(1280);
        await page.GotoAsync(site.FileRoot + Paths.Data);
        var stops = page.Locator(".scroll[tabindex]");
        await Assertions.Expect(stops).ToHaveCountAsync(0);
        // No table of ours is wider than a phone: one that a site brings may be.
        await page.EvaluateAsync("document.querySelector('.scroll .files').style.minWidth = '40rem'");
        await page.SetViewportSizeAsync(375, 800);
        await Assertions.Expect(page.Locator(".scroll[tabindex]:has(.files)")).ToHaveAttributeAsync("role", "region");
        await page.SetViewportSizeAsync(1280, 800);
        await Assertions.Expect(stops).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Elder_mode_is_remembered_on_the_next_page()
    {
        var (page, _) = await site.OpenAsync();
        await page.GotoAsync(site.HttpRoot);
        await page.GetByRole(AriaRole.Button, new() { Name = "长辈模式" }).ClickAsync();
        await page.GotoAsync(site.HttpRoot + Paths.Commendations);
        Assert.Equal("22px", await page.EvaluateAsync<string>("getComputedStyle(document.documentElement).fontSize"));
        Assert.Equal(
            "true",
            await page.GetByRole(AriaRole.Button, new() { Name = "长辈模式" }).GetAttributeAsync("aria-pressed")
        );
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Figures_tell_their_marks_to_the_keyboard()
    {
        var (page, _) = await site.OpenAsync();
        var p = site.Edition.Latest;
        await page.GotoAsync(site.FileRoot + Paths.Union(p.Period, p.Unions[0].Code));
        var figure = page.Locator("figure.chart > svg[tabindex]:visible").First;
        await figure.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.NotEmpty((await page.Locator(".tip").TextContentAsync())!);
        await page.Context.CloseAsync();
    }

    // Whole names of all kinds; what else people ask for stands in queries.txt.
    private IEnumerable<(string Query, string Path, int Within)> Queries(Period period)
    {
        var p = site.Edition.Latest;
        foreach (var u in p.Unions.Where((_, i) => i % 10 == 0))
        {
            yield return (u.Name, Paths.Union(period, u.Code), 1);
        }

        foreach (var t in p.Towns.Where((_, i) => i % 3 == 0))
        {
            yield return (t.Name, Paths.Town(period, t.Code), 1);
            yield return (t.Organisation.ShortName + "总工会", Paths.Town(period, t.Code), 3);
        }

        foreach (var i in p.Indicators)
        {
            yield return (i.Name, Paths.Indicator(period, i.Code), 1);
            yield return (i.Code, Paths.Indicator(period, i.Code), 3);
        }

        foreach (var c in site.Edition.Cases)
        {
            yield return (c.Title, Paths.Case(c.Slug), 1);
        }

        foreach (var g in site.Edition.Programmes)
        {
            yield return (g.Title, Paths.Programme(g.Slug), 3);
        }
    }
}
