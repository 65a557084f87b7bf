using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Demo;
using FuGongJianJia.Editions;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// The search of a district of two thousand unions: names alike by the dozen, and still the one that was asked for
/// comes first.
/// </summary>
public sealed class LargeSearchTests(SiteFixture site, ITestOutputHelper output) : IDisposable
{
    private const int Unions = 2000;
    private const int OfEachKind = 6;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "fugong-large-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Whole_names_and_codes_come_first_and_take_a_few_kilobytes()
    {
        var entries = Build();
        var random = new Random(5);
        var names = entries
            .GroupBy(e => e.Kind.Split(" · ")[0], StringComparer.Ordinal)
            .SelectMany(g => random.GetItems(g.ToArray(), OfEachKind))
            .Select(e => (Query: e.Title, e.Title));
        var codes = random
            .GetItems(entries.Where(e => e.Code.Length > 2).ToArray(), 8 * OfEachKind)
            .Select(e => (Query: e.Code, e.Title));
        var sizes = Directory
            .EnumerateFiles(Path.Combine(_folder, "site", "search"), "*.js")
            .ToDictionary(f => Path.GetFileName(f), SearchTests.Compressed, StringComparer.Ordinal);
        var (page, troubles) = await site.OpenAsync();
        var (wrong, most) = (new List<string>(), (Query: "", Bytes: 0));
        foreach (var (query, title) in names.Concat(codes).Distinct())
        {
            await page.GotoAsync(new Uri(Path.Combine(_folder, "site", Paths.Search)).AbsoluteUri);
            var found = await page.EvaluateAsync<string[]>(
                "async q => { const r = await FGS.find(q, 10); return r.near ? [] : r.hits.map(h => h.title); }",
                query
            );
            var bytes = (await page.EvaluateAsync<string[]>(SearchTests.Loaded)).Sum(name =>
                sizes.GetValueOrDefault(name)
            );
            most = bytes > most.Bytes ? (query, bytes) : most;
            if (found.FirstOrDefault() != title)
            {
                wrong.Add($"{query}: {string.Join(", ", found.Take(3))}");
            }
        }

        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entries.Length} entries, {sizes.Values.Sum()} bytes compressed; most {most.Bytes} ({most.Query})"
            )
        );
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(most.Bytes, 1, 25_000);
        // It lies outside the folder that the fixture watches.
        Assert.DoesNotContain(troubles, t => !t.StartsWith("outside", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Only what a search needs: its page, the index, styles and scripts.
    private SearchEntry[] Build()
    {
        var files = DemoGenerator
            .Generate(new DemoOptions { Unions = Unions, Periods = [Period.OfYear(2024)] })
            .Append(DemoGenerator.Settings())
            .Select(f => f.ToSourceFile())
            .Where(f => f.Content.Length > 0)
            .ToImmutableArray();
        var dataset = Importer.Import(files, ImportOptions.Default).Dataset!;
        var edition = Composer.Compose(
            dataset,
            Scorer.Score(dataset),
            new EditionOptions(null, "0.1.0", "0123456789ab")
        );
        foreach (
            var file in SitePlan
                .Create(edition, new SiteOptions())
                .Where(f =>
                    f.Path.StartsWith("site/search/", StringComparison.Ordinal)
                    || f.Path.StartsWith("site/assets/", StringComparison.Ordinal)
                )
        )
        {
            var path = Path.Combine(_folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Render().Content.Span);
        }

        return [.. SearchEntries.Of(SitePlan.Gather(edition, new SiteOptions()).Site).Where(e => e.Name.Length > 0)];
    }
}
