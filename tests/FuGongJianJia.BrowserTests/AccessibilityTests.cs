using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// axe over every kind of page; apart from the other tests of pages, so that the two run beside each other.
/// </summary>
public sealed class AccessibilityTests(SiteFixture site)
{
    [Fact]
    public async Task Axe_finds_no_violation_on_any_kind_of_page_light_dark_or_in_large_type()
    {
        var (page, _) = await site.OpenAsync();
        var found = new List<string>();
        foreach (var path in site.Kinds)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.GotoAsync(site.FileRoot + path);
            await CheckAsync("light", "tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
            // Colours and sizes are all that the other modes change.
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await CheckAsync("dark", "rule", "color-contrast");
            await page.EvaluateAsync(PageTests.LargeType);
            await CheckAsync("large type", "rule", "color-contrast", "target-size");

            async Task CheckAsync(string mode, string type, params string[] values)
            {
                var result = await page.RunAxe(
                    new AxeRunOptions
                    {
                        RunOnly = new RunOnlyOptions { Type = type, Values = [.. values] },
                    }
                );
                found.AddRange(
                    result.Violations.Select(v =>
                        $"{path}, {mode}: {v.Id} {v.Help} {v.Nodes.First().Html} ({v.Nodes.Length})"
                    )
                );
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        await page.Context.CloseAsync();
    }
}
