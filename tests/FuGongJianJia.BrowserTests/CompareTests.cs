using Deque.AxeCore.Playwright;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.Playwright;

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// The compare page: what it shows is what the units' pages show, and it says where a comparison does not hold.
/// </summary>
public sealed class CompareTests(SiteFixture site)
{
    private PublicPeriod Latest => site.Edition.Latest;

    private PublicPeriod Before => site.Edition.Periods.Single(p => p.Period == Latest.Base);

    [Fact]
    public async Task An_address_shows_indexes_and_all_indicators_and_follows_what_is_taken_away()
    {
        var p = Latest;
        var (page, troubles) = await OpenAsync($"?u={p.Towns[0].Code},{p.Towns[1].Code}&p={p.Period}");
        Assert.Equal(
            [Numerals.Score(p.Towns[0].Total), Numerals.Score(p.Towns[1].Total)],
            await page.Locator(".comparison tbody tr").First.Locator("td").AllTextContentsAsync()
        );
        foreach (var indicator in p.Indicators)
        {
            var cells = await Row(page, indicator.Code).Locator("td").AllTextContentsAsync();
            Assert.Equal(2, cells.Count);
            Assert.All(p.Towns.Take(2).Zip(cells), x => AssertShows(x.First.IndicatorOf(indicator.Code), x.Second));
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "移除" + p.Towns[1].Name }).ClickAsync();
        await Assertions.Expect(page.Locator(".comparison thead th")).ToHaveCountAsync(2);
        Assert.DoesNotContain(p.Towns[1].Code, page.Url, StringComparison.Ordinal);
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_unit_is_found_by_part_of_its_name_and_it_is_said_when_there_is_none()
    {
        var p = Latest;
        var (page, _) = await OpenAsync($"?p={p.Period}", wait: false);
        var box = page.GetByLabel("添加单位");
        var status = page.Locator("#compare [role=status]");
        await box.FillAsync("并无此名");
        await box.PressAsync("Enter");
        await Assertions.Expect(status).ToHaveTextAsync("没有叫“并无此名”的单位。");
        var union = p.Unions.First(u =>
            p.Unions.Count(x => x.Name.Contains(u.Name[..^1], StringComparison.Ordinal)) == 1
        );
        await box.FillAsync(union.Name[..^1]);
        await box.PressAsync("Enter");
        await page.Locator(".comparison").WaitForAsync();
        Assert.Contains($"u={union.Code}&", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Towns_are_compared_by_pressing_them_and_the_highest_is_marked_only_among_equals()
    {
        var p = Latest;
        var (page, _) = await OpenAsync($"?p={p.Period}", wait: false);
        var three = p.Towns.Where(t => t.Ranking.IsRanked).Take(3).ToArray();
        foreach (var town in three)
        {
            var button = page.GetByRole(AriaRole.Button, new() { Name = town.Name, Exact = true });
            await button.ClickAsync();
            await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
            await Assertions
                .Expect(page.Locator(".comparison thead a").Filter(new() { HasText = town.Name }))
                .ToHaveCountAsync(1);
        }

        var best = page.Locator(".comparison tbody tr").First.Locator("td.t");
        await Assertions.Expect(best).ToHaveTextAsync(Numerals.Score(three.Max(t => t.Total)));
        Assert.Contains(
            $"{three.MaxBy(t => t.Total)!.Organisation.ShortName}的总指数",
            await page.Locator(".opener .finding").TextContentAsync(),
            StringComparison.Ordinal
        );
        Assert.Equal(18, await page.Locator(".bars-figure li").CountAsync());

        var axe = await page.RunAxe();
        Assert.True(
            axe.Violations.Length == 0,
            string.Join('\n', axe.Violations.Select(v => $"{v.Id} {v.Help} {v.Nodes.First().Html}"))
        );

        // The district stands beside its towns without competing, and its own targets keep no town from being marked.
        var marked = await page.Locator(".comparison .t").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = p.District.Name, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".comparison thead a")).ToHaveCountAsync(4);
        await Assertions.Expect(page.Locator(".comparison .t")).ToHaveCountAsync(marked);
        Assert.Equal(
            "n",
            await page.Locator(".comparison tbody tr").First.Locator("td").Last.GetAttributeAsync("class")
        );

        await page.GetByRole(AriaRole.Button, new() { Name = Before.Period.Title, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".comparison thead a")).ToHaveCountAsync(8);
        await Assertions.Expect(page.Locator(".comparison .t")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByText("列入了几个期间，不标最高。")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_union_beside_last_year_shows_comparable_changes_and_where_a_definition_changed()
    {
        var p = Latest;
        var union = p.Unions.First(u => u.Change?.Comparable is not null && Before.Find(u.Code) is not null);
        var renewed = union.Indicators.First(i => i.Indicator.Version == "2023版");
        var (page, _) = await site.OpenAsync();
        // The exports of both years agree in their definitions: the earlier one gets another.
        await page.RouteAsync(
            $"**/compare/{Before.Period}.*.js*",
            async route =>
            {
                var file = Path.Combine(
                    site.Folder,
                    "compare",
                    Path.GetFileName(new Uri(route.Request.Url).AbsolutePath)
                );
                await route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/javascript; charset=utf-8",
                        Body = (await File.ReadAllTextAsync(file)).Replace(
                            "\"2023版\"",
                            "\"2022版\"",
                            StringComparison.Ordinal
                        ),
                    }
                );
            }
        );
        await page.GotoAsync(site.HttpRoot + $"compare/?u={union.Code}&p={p.Period},{Before.Period}");
        await page.Locator(".comparison").WaitForAsync();
        Assert.Contains(
            "≠ 口径不同",
            await Row(page, renewed.Code).Locator("th").TextContentAsync(),
            StringComparison.Ordinal
        );
        var signs = page.Locator(".comparison .sum th").Filter(new() { HasText = "≠ 指标目录不同" });
        Assert.Equal(
            [
                "总指数≠ 指标目录不同",
                renewed.Indicator.Index.Seal() + renewed.Indicator.Index.Title() + "≠ 指标目录不同",
            ],
            await signs.AllTextContentsAsync()
        );
        Assert.Equal(
            Numerals.Score(union.Total) + Numerals.Change(union.Change!.Comparable),
            await page.Locator(".comparison tbody tr").First.Locator("td").First.TextContentAsync()
        );
        foreach (var indicator in union.Indicators.Where(i => i.Change is not null))
        {
            Assert.Contains(
                Numerals.Change(indicator.Change),
                await Row(page, indicator.Code).Locator("td").First.TextContentAsync(),
                StringComparison.Ordinal
            );
        }

        var all = await page.Locator(".comparison tbody tr").CountAsync();
        await page.GetByLabel("只看有差别的指标").CheckAsync();
        Assert.InRange(await page.Locator(".comparison tbody tr:visible").CountAsync(), 6, all - 1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_pages_withhold_is_withheld_here()
    {
        var p = Latest;
        var (unit, code) = p
            .Towns.Concat(p.Unions)
            .SelectMany(u => u.Indicators.Where(i => i.Withheld != Withheld.No).Select(i => (u, i.Code)))
            .First();
        var (page, _) = await OpenAsync($"?u={unit.Code}&p={p.Period}");
        var text = await Row(page, code).Locator("td").TextContentAsync();
        Assert.Contains("小数保护", text, StringComparison.Ordinal);
        Assert.DoesNotContain("得", text, StringComparison.Ordinal);
        Assert.Equal(0, await Row(page, code).Locator("svg").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_unit_without_figures_in_the_chosen_periods_is_not_added_and_it_is_said_when_it_has_some()
    {
        var union = site.Edition.Periods.SelectMany(p => p.Unions).First(u => Latest.Find(u.Code) is null);
        var (page, _) = await OpenAsync($"?u={union.Code},{Latest.Towns[0].Code}&p={Latest.Period}");
        await Assertions
            .Expect(page.Locator("#compare [role=status]"))
            .ToContainTextAsync($"“{union.Code}”在所选期间没有数据");
        Assert.DoesNotContain(union.Code, page.Url, StringComparison.Ordinal);
        var box = page.GetByLabel("添加单位");
        await box.FillAsync(union.Name);
        await box.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#compare [role=status]")).ToContainTextAsync("有数据的是");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_shared_address_loads_no_more_than_it_shows()
    {
        var p = Latest;
        var (page, _) = await site.OpenAsync();
        var scripts = new List<string>();
        page.Request += (_, request) => scripts.Add(request.Url);
        await page.GotoAsync(
            site.HttpRoot + $"compare/?u={p.Towns[0].Code},{p.Towns[1].Code}&p={p.Period},{Before.Period}"
        );
        await page.Locator(".comparison").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(
            new[] { "units", $"{p.Period}", $"{p.Period}.0", $"{Before.Period}", $"{Before.Period}.0" }.Order(
                StringComparer.Ordinal
            ),
            scripts
                .Select(u => new Uri(u).AbsolutePath)
                .Where(u =>
                    u.Contains("/compare/", StringComparison.Ordinal) && u.EndsWith(".js", StringComparison.Ordinal)
                )
                .Select(u => Path.GetFileNameWithoutExtension(u))
                .Order(StringComparer.Ordinal)
        );
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(375)]
    public async Task A_phone_scrolls_the_table_and_not_the_page(int width)
    {
        var p = Latest;
        var (page, _) = await OpenAsync(
            $"?u={string.Join(',', p.Towns.Take(4).Select(t => t.Code))}&p={p.Period},{Before.Period}",
            width: width
        );
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Assertions.Expect(page.Locator("#compare .scroll")).ToHaveAttributeAsync("tabindex", "0");
        await page.Context.CloseAsync();
    }

    private static void AssertShows(IndicatorResult? result, string text)
    {
        if (result is null)
        {
            Assert.Equal("不设", text);
            return;
        }

        Assert.StartsWith(result.ValueWithUnit, text, StringComparison.Ordinal);
        Assert.Equal(
            result.Score is not null,
            text.Contains("得" + Numerals.Score(result.Score), StringComparison.Ordinal)
        );
    }

    private static ILocator Row(IPage page, string code) =>
        page.Locator(".comparison tbody tr").Filter(new() { Has = page.Locator($".code:text-is('{code}')") });

    private async Task<(IPage Page, List<string> Troubles)> OpenAsync(string query, bool wait = true, int width = 1280)
    {
        var (page, troubles) = await site.OpenAsync(width);
        await page.GotoAsync(site.FileRoot + Paths.Compare + query);
        await page.Locator(wait ? ".comparison" : "#compare .units button").First.WaitForAsync();
        return (page, troubles);
    }
}
