using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FuGongJianJia.Editions;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Files of the search index（检索索引）: meta, shards of postings, chunks of entries, pinyin initials; and the figures of the compare
/// page. All are scripts that hand their content to a function, because file:// pages may not fetch. None is loaded before it is used.
/// </summary>
public static class SearchFiles
{
    // A query of two or three pairs takes as many shards and one or two chunks: a few kilobytes, compressed. How far texts compress
    // depends on how much in them is new, so a chunk is full when it holds so many different pairs, about 2 KB.
    private const int ShardBytes = 1000;
    private const int ChunkPairs = 520;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Meta, shards, chunks, initials, and the compare tables.</summary>
    public static IEnumerable<OutputFile> Create(SiteModel site)
    {
        var entries = SearchEntries.Of(site).ToArray();
        var kinds = new Dictionary<(string Kind, string Pattern, bool Initials), int>();
        var rows = Array.ConvertAll(entries, e => Row(e, kinds));
        var starts = Chunks(entries);
        var postings = Postings.Of(entries, starts);
        var slots = postings.Slots;
        var shards = 1;
        while (slots.Sum(s => s.Length + 1) / shards > ShardBytes && shards < slots.Length)
        {
            shards *= 2;
        }

        yield return File("meta", "FGS.m(" + JsonSerializer.Serialize(new
        {
            slots = slots.Length,
            shards,
            starts,
            kinds = kinds.OrderBy(k => k.Value).Select(k => new object[] { k.Key.Kind, k.Key.Pattern, k.Key.Initials ? 1 : 0 }),
            common = string.Concat(postings.Common),
            // A letter each: title length and rank, so that ordering needs no titles.
            lengths = string.Concat(entries.Select(e => Postings.Digits[Math.Min(51, Bigrams.Words(e.Title).Sum(w => w.Length))])),
            ranks = string.Concat(entries.Select(e => Postings.Digits[e.Rank])),
        }, Json) + ")");
        for (var n = 0; n < shards; n++)
        {
            var size = slots.Length / shards;
            yield return File($"p{Text(n)}", $"FGS.p({Text(n)},\"{string.Join(' ', slots.AsSpan().Slice(n * size, size).ToArray())}\")");
        }

        for (var n = 0; n < starts.Length; n++)
        {
            var end = n + 1 < starts.Length ? starts[n + 1] : rows.Length;
            yield return File($"d{Text(n)}", $"FGS.d({Text(n)},{JsonSerializer.Serialize(rows[starts[n]..end], Json)})");
        }

        yield return File("initials", $"FGS.i({JsonSerializer.Serialize(Letters(entries), Json)})");
        foreach (var p in site.Edition.Periods)
        {
            yield return File($"compare-{p.Period}", () =>
                $"FGC(\"{p.Period}\",{JsonSerializer.Serialize(p.Towns.Concat(p.Unions).Select(u => Row(site, p, u)), Json)})");
        }
    }

    // Kind and address are alike for many: they are stored once, with * where an entry has something of its own.
    private static object[] Row(SearchEntry entry, Dictionary<(string Kind, string Pattern, bool Initials), int> kinds)
    {
        var key = entry.Url.Contains('*', StringComparison.Ordinal) || entry.Text.Contains('*', StringComparison.Ordinal) ? "" : entry.Key;
        string Own(string text) => key.Length == 0 ? text : text.Replace(key, "*", StringComparison.Ordinal);
        var kind = (entry.Kind, Own(entry.Url), entry.Initials);
        if (!kinds.TryGetValue(kind, out var number))
        {
            kinds.Add(kind, number = kinds.Count);
        }

        return [number, key, entry.Title, Own(entry.Text)];
    }

    // Letter → the hanzi of the titles whose pinyin begins with it.
    private static SortedDictionary<string, string> Letters(SearchEntry[] entries) => new(
        entries.Where(e => e.Initials).SelectMany(e => e.Title).Where(c => !char.IsAscii(c)).Distinct().Order()
            .GroupBy(c => Initials.Of(c.ToString()), StringComparer.Ordinal).Where(g => g.Key.Length == 1)
            .ToDictionary(g => g.Key, g => string.Concat(g), StringComparer.Ordinal), StringComparer.Ordinal);

    private static object?[] Row(SiteModel site, PeriodEdition p, UnionResult u) =>
        [u.Code, u.Name, site.PathOf(p.Period, u), u.Total, .. u.Indexes.Select(i => (object?)i.Value), u.Ranking.Place is null ? (u.Ranking.Band.Length > 0 ? $"{u.Ranking.Group} {u.Ranking.Band}" : "") : $"{u.Ranking.Group} {Numerals.Place(u.Ranking)}/{Text(u.Ranking.Ranked)}"];

    // The first entry of each chunk.
    private static ImmutableArray<int> Chunks(SearchEntry[] entries)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        for (var n = 0; n < entries.Length; n++)
        {
            if (n == 0 || pairs.Count > ChunkPairs)
            {
                starts.Add(n);
                pairs.Clear();
            }

            pairs.UnionWith(Bigrams.Of(entries[n].Title + " " + entries[n].Text));
        }

        return starts.ToImmutable();
    }

    // The index is made once and held as bytes: as closures over the entries it would hold their texts twice.
    private static OutputFile File(string name, string content)
    {
        var bytes = SitePlan.Utf8(content);
        return new($"site/search/{name}.js", OutputKind.Asset, () => bytes);
    }

    private static OutputFile File(string name, Func<string> content) => new($"site/search/{name}.js", OutputKind.Asset, () => SitePlan.Utf8(content()));

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
