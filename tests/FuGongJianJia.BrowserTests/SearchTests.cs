using System.Globalization;
using System.IO.Compression;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.BrowserTests;

/// <summary>
/// The search of the site in a real browser, from file://: what people ask for, that nothing is missed, what it costs.
/// </summary>
public sealed class SearchTests(SiteFixture site, ITestOutputHelper output)
{
    private const string Ask =
        "async queries => { const all = []; "
        + "for (const q of queries) all.push((await FGS.find(q, 10)).hits.map(h => h.url)); return all; }";

    /// <summary>Names of the scripts that a page has asked for.</summary>
    internal const string Loaded =
        "() => [...document.head.querySelectorAll('script')].map(s => s.src.split('/').pop().split('?')[0])";

    private static readonly string Queries = Path.Combine(
        SiteFixture.Root(),
        "tests",
        "FuGongJianJia.BrowserTests",
        "queries.txt"
    );

    [Fact]
    public async Task Real_queries_find_their_page_among_the_first_three()
    {
        var wanted = await RealAsync();
        Assert.InRange(wanted.Length, 60, 200);
        var (page, troubles) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Search);
        var found = await page.EvaluateAsync<string[][]>(Ask, wanted.Select(w => w.Query).ToArray());
        var missed = wanted
            .Zip(found)
            .Where(x => !x.Second.Take(3).Any(url => url == x.First.Path || url.Split('#')[0] == x.First.Path))
            .Select(x => $"{x.First.Query}: {x.First.Path} is not among {string.Join(", ", x.Second.Take(3))}");
        Assert.True(!missed.Any(), string.Join('\n', missed));
        Assert.Empty(troubles);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Whatever_stands_in_a_text_is_found_and_nothing_else()
    {
        var entries = Entries();
        var parts = Parts(entries, 7, 250);
        var folded = entries
            .Select(e => (e.Url, Text: string.Join('\n', Tokenizer.Words(e.Body)), e.Initials))
            .ToArray();
        var (page, _) = await site.OpenAsync();
        await page.GotoAsync(site.FileRoot + Paths.Search);
        var found = await page.EvaluateAsync<string[][]>(
            Ask.Replace("10)).hits", "100000)).hits.filter(h => !h.near)", StringComparison.Ordinal),
            parts
        );
        var wrong = parts
            .Zip(found)
            .Select(x =>
            {
                var expected = folded
                    .Where(e => e.Text.Contains(x.First, StringComparison.Ordinal) || IsInitials(e.Initials, x.First))
                    .Select(e => e.Url)
                    .ToArray();
                return (
                    Part: x.First,
                    Missed: expected.Except(x.Second, StringComparer.Ordinal).ToArray(),
                    Added: x.Second.Except(expected, StringComparer.Ordinal).ToArray()
                );
            })
            .Where(x => x.Missed.Length + x.Added.Length > 0)
            .Select(x =>
                $"{x.Part}: missed {string.Join(", ", x.Missed.Take(3))}; added {string.Join(", ", x.Added.Take(3))}"
            );
        Assert.True(!wrong.Any(), string.Join('\n', wrong));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_index_is_small_and_a_query_takes_a_few_kilobytes()
    {
        var folder = Path.Combine(new Uri(site.FileRoot).LocalPath, "search");
        var sizes = Directory
            .EnumerateFiles(folder, "*.js")
            .Where(f => !Path.GetFileName(f).StartsWith("compare", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetFileName(f), Compressed, StringComparer.Ordinal);
        var pages = Directory
            .EnumerateFiles(new Uri(site.FileRoot).LocalPath, "*.html", SearchOption.AllDirectories)
            .Count();
        var queries = (await RealAsync()).Select(q => q.Query).Concat(Parts(Entries(), 11, 150)).ToArray();
        var costs = new List<(string Query, int Bytes)>();
        var (page, _) = await site.OpenAsync();
        foreach (var query in queries)
        {
            // Each on a page of its own: nothing is there already, as for somebody who asks once.
            await page.GotoAsync(site.FileRoot + Paths.Search);
            await page.EvaluateAsync(Ask, new[] { query });
            var loaded = await page.EvaluateAsync<string[]>(Loaded);
            costs.Add((query, loaded.Sum(name => sizes.GetValueOrDefault(name))));
        }

        var sorted = costs.OrderBy(c => c.Bytes).ToArray();
        var total = sizes.Values.Sum();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{pages} pages, {sizes.Count} files, {total} bytes compressed; "
                    + $"{sorted.Length} queries alone: median {sorted[sorted.Length / 2].Bytes}, "
                    + $"nine in ten {sorted[sorted.Length * 9 / 10].Bytes}, "
                    + $"most {sorted[^1].Bytes} ({sorted[^1].Query})"
            )
        );
        Assert.InRange(sorted[^1].Bytes, 1, 25_000);
        // What the fixture leaves of the demo, which has two thousand pages, is nearly all there is to find in it.
        Assert.InRange(total, 1, 200 * 1024);
        await page.Context.CloseAsync();
    }

    // What people ask for, and the page that each should find.
    private async Task<(string Query, string Path)[]> RealAsync()
    {
        var period = site.Edition.Latest.Period.ToString();
        return
        [
            .. (await File.ReadAllLinesAsync(Queries, TestContext.Current.CancellationToken))
                .Where(l => l.Length > 0 && l[0] != '#')
                .Select(l => l.Split('\t'))
                .Select(p => (p[0], p[1].Replace("*", period, StringComparison.Ordinal))),
        ];
    }

    // Two letters are those that a name begins with.
    private static bool IsInitials(string initials, string part) =>
        part.Any(char.IsAsciiLetter)
        && (
            part.Length == 2
                ? initials.StartsWith(part, StringComparison.Ordinal)
                : initials.Contains(part, StringComparison.Ordinal)
        );

    // Parts of 2 to 8 characters from anywhere in the texts, chosen by a fixed seed.
    private static string[] Parts(SearchEntry[] entries, int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                {
                    var entry = entries[random.Next(entries.Length)];
                    var words = Tokenizer.Words(entry.Body).Where(w => w.Length >= 2).ToArray();
                    var word = words[random.Next(words.Length)];
                    var length = Math.Min(word.Length, random.Next(2, 9));
                    return word.Substring(random.Next(word.Length - length + 1), length);
                })
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private SearchEntry[] Entries() => [.. SearchEntries.Of(SitePlan.Gather(site.Edition, new SiteOptions()).Site)];

    internal static int Compressed(string path)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.SmallestSize))
        {
            gzip.Write(File.ReadAllBytes(path));
        }

        return bytes.ToArray().Length;
    }
}
