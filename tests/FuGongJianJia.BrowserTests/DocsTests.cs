using FuGongJianJia.Theme.Site.Map;
using Microsoft.Playwright;

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// The documentation in a real browser: what its script adds, by keyboard, and that it works without.
/// </summary>
public sealed class DocsTests(SiteFixture site)
{
    private static string Handbook => Paths.Doc("handbook");

    [Fact]
    public async Task The_part_that_is_read_is_lit()
    {
        var (page, troubles) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Doc("manual"));
        var lit = page.Locator(".onpage [aria-current=location]");
        await page.EvaluateAsync("scrollTo(0, document.querySelectorAll('.prose h2')[3].offsetTop - 20)");
        var fourth = (await page.Locator(".prose h2").Nth(3).TextContentAsync())!;
        await Assertions.Expect(lit).ToHaveTextAsync(fourth);
        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await Assertions.Expect(lit).Not.ToHaveTextAsync(fourth);
        await Assertions.Expect(lit).ToHaveCountAsync(1);
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Tabs_are_walked_by_arrows_and_a_choice_is_remembered()
    {
        var (page, troubles) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Handbook);
        var tabs = page.GetByRole(AriaRole.Tab);
        await Assertions.Expect(tabs.First).ToHaveAttributeAsync("aria-selected", "true");
        await tabs.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(tabs.Nth(1)).ToBeFocusedAsync();
        await Assertions.Expect(tabs.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(page.GetByRole(AriaRole.Tabpanel)).ToContainTextAsync("./fugong");
        await page.Keyboard.PressAsync("Home");
        await Assertions.Expect(tabs.First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("End");
        await page.ReloadAsync();
        await Assertions.Expect(tabs.Last).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_term_says_what_it_means_by_keyboard_and_escape_puts_it_away()
    {
        var (page, _) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Doc("overview"));
        var term = page.Locator("a.term").First;
        var tip = page.GetByRole(AriaRole.Tooltip);
        await term.FocusAsync();
        await Assertions.Expect(tip).ToHaveTextAsync((await term.GetAttributeAsync("data-meaning"))!);
        await Assertions.Expect(term).ToHaveAttributeAsync("aria-describedby", "term-tip");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tip).ToBeHiddenAsync();
        await Assertions.Expect(term).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Diagnostics_are_found_by_code_word_and_severity()
    {
        var (page, _) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Doc("diagnostics"));
        var shown = page.Locator(".prose h3:not([hidden])");
        var all = await shown.CountAsync();
        var box = page.GetByLabel("筛选诊断代码");
        await box.FillAsync("fg0012");
        await Assertions.Expect(shown).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".prose h2:not([hidden])")).ToHaveCountAsync(1);
        await box.FillAsync("");
        await page.GetByLabel("轻重").SelectOptionAsync("警告");
        Assert.InRange(await shown.CountAsync(), 10, all - 10);
        await box.FillAsync("没有这样的词");
        await Assertions.Expect(shown).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".tools-row [role=status]")).ToContainTextAsync("没有符合的");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_own_search_finds_a_code_and_a_setting_and_nothing_of_the_yearbook()
    {
        var (page, troubles) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Handbook);
        await page.Locator("form.find input").FillAsync("FG0012");
        await page.Locator("form.find input").PressAsync("Enter");
        var first = page.Locator(".results a").First;
        await first.WaitForAsync();
        Assert.EndsWith(
            "docs/diagnostics/index.html#FG0012",
            await first.GetAttributeAsync("href"),
            StringComparison.Ordinal
        );
        await page.Locator("#search input").FillAsync("东溪镇总工会");
        await page.GetByText("没有").First.WaitForAsync();
        var urls = await page.EvaluateAsync<string[]>(
            "async () => (await FGS.find('长辈模式', 20)).hits.map(h => h.url)"
        );
        Assert.NotEmpty(urls);
        Assert.All(urls, u => Assert.StartsWith("docs/", u, StringComparison.Ordinal));
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_script_everything_is_there()
    {
        var (page, _) = await site.OpenAsync(375, scripts: false);
        await page.GotoAsync(site.FileRoot + Handbook);
        await Assertions.Expect(page.Locator(".tab")).ToHaveCountAsync(2);
        Assert.All(await page.Locator(".tab").AllAsync(), tab => Assert.True(tab.IsVisibleAsync().Result));
        await Assertions.Expect(page.Locator(".tab-title").First).ToBeVisibleAsync();
        Assert.Equal(375, await page.Locator("html").EvaluateAsync<int>("html => Math.max(html.scrollWidth, 375)"));
        await page.GotoAsync(site.FileRoot + Paths.Doc("overview"));
        await page.Locator("a.term").First.ClickAsync();
        Assert.Contains("docs/glossary/index.html#", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
