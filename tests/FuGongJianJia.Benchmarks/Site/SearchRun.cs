using System.Globalization;
using FuGongJianJia.Theme.Site.Map;
using Microsoft.Playwright;

namespace FuGongJianJia.Benchmarks.Site;

/// <summary>
/// What a first query takes of a slow processor（检索用时）: a finished site is opened from file:// in Chromium at a quarter
/// of the processor's speed, each query on a page of its own.
/// </summary>
internal static class SearchRun
{
    private const int Slower = 4;

    /// <summary>Prints milliseconds of script: median, nine in ten, most.</summary>
    /// <param name="site">The folder of a finished site.</param>
    /// <param name="queries">A query a line, before the first tab; lines with # are left out.</param>
    public static async Task RunAsync(string site, string queries)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] }
        );
        var page = await browser.NewPageAsync();
        var devTools = await page.Context.NewCDPSessionAsync(page);
        // Ticks of the thread: what else the machine does is not counted.
        await devTools.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        await devTools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slower });
        var address = new Uri(Path.Combine(Path.GetFullPath(site), Paths.Search)).AbsoluteUri;
        var times = new List<(string Query, double Milliseconds)>();
        foreach (var line in (await File.ReadAllLinesAsync(queries)).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var query = line.Split('\t')[0];
            await page.GotoAsync(address);
            var before = await WorkAsync(devTools);
            await page.EvaluateAsync("async query => { await FGS.find(query, 10); }", query);
            times.Add((query, await WorkAsync(devTools) - before));
        }

        var sorted = times.OrderBy(t => t.Milliseconds).ToArray();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sorted.Length} queries, {Slower} times slower: "
                    + $"median {sorted[sorted.Length / 2].Milliseconds:0.0} ms, "
                    + $"nine in ten {sorted[sorted.Length * 9 / 10].Milliseconds:0.0} ms, "
                    + $"most {sorted[^1].Milliseconds:0.0} ms ({sorted[^1].Query})"
            )
        );
    }

    // Time in scripts since the page was opened: what is read is parsed in it, but nothing waits.
    private static async Task<double> WorkAsync(ICDPSession devTools) =>
        (await devTools.SendAsync("Performance.getMetrics"))!
            .Value.GetProperty("metrics")
            .EnumerateArray()
            .Single(m => m.GetProperty("name").GetString() == "ScriptDuration")
            .GetProperty("value")
            .GetDouble() * 1000;
}
