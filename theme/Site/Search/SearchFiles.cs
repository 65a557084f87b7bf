using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FuGongJianJia.Editions;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Files of the search index（检索索引）: meta, shards of bigram postings, chunks of texts; and the figures of the compare page.
/// All are scripts that hand their content to a function, because file:// pages may not fetch. None is loaded before it is used.
/// </summary>
public static class SearchFiles
{
    // Bytes; a query of two or three bigrams then takes a few kilobytes.
    private const int ShardBytes = 6000;
    private const int ChunkBytes = 5000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Meta, shards, chunks, and the compare tables.</summary>
    public static IEnumerable<OutputFile> Create(SiteModel site)
    {
        var entries = SearchEntries.Of(site).ToArray();
        var postings = Postings(entries);
        var shardCount = Math.Max(1, postings.Sum(p => p.Key.Length + p.Value.Length + 8) / ShardBytes);
        var shards = postings.GroupBy(p => (int)(Bigrams.Hash(p.Key) % (uint)shardCount)).ToDictionary(g => g.Key, g => g.OrderBy(p => p.Key, StringComparer.Ordinal).ToArray());
        var chunks = Chunks(entries);
        var starts = chunks.Select(c => c.Start).ToArray();

        yield return File("meta", () => "FGS.m(" + JsonSerializer.Serialize(new
        {
            shards = shardCount,
            starts,
            // A character each: title length and rank, so that ordering needs no titles.
            lengths = string.Concat(entries.Select(e => (char)(32 + Math.Min(90, string.Concat(Bigrams.Words(e.Title)).Length)))),
            ranks = string.Concat(entries.Select(e => (char)(48 + e.Rank))),
        }, Json) + ")");
        for (var n = 0; n < shardCount; n++)
        {
            var number = n;
            var shard = shards.TryGetValue(n, out var found) ? found : [];
            yield return File($"p{Text(n)}", () =>
                $"FGS.p({Text(number)},{JsonSerializer.Serialize(shard.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), Json)})");
        }

        for (var n = 0; n < chunks.Count; n++)
        {
            var number = n;
            yield return File($"d{Text(n)}", () =>
                $"FGS.d({Text(number)},{JsonSerializer.Serialize(chunks[number].Entries.Select(e => new[] { e.Url, e.Kind, e.Title, e.Text, e.Alias }), Json)})");
        }

        foreach (var p in site.Edition.Periods)
        {
            yield return File($"compare-{p.Period}", () =>
                $"FGC(\"{p.Period}\",{JsonSerializer.Serialize(p.Towns.Concat(p.Unions).Select(u => Row(site, p, u)), Json)})");
        }
    }

    private static object?[] Row(SiteModel site, PeriodEdition p, UnionResult u) =>
        [u.Code, u.Name, site.PathOf(p.Period, u), u.Total, .. u.Indexes.Select(i => (object?)i.Value), u.Ranking.Place is null ? (u.Ranking.Band.Length > 0 ? $"{u.Ranking.Group} {u.Ranking.Band}" : "") : $"{u.Ranking.Group} {Figures.Place(u.Ranking)}/{Text(u.Ranking.Ranked)}"];

    // Bigram → documents as base-36 differences, doubled, plus one where the bigram stands in the title.
    private static List<KeyValuePair<string, string>> Postings(SearchEntry[] entries)
    {
        var hits = new SortedDictionary<string, List<(int Document, bool Title)>>(StringComparer.Ordinal);
        for (var d = 0; d < entries.Length; d++)
        {
            var titles = Bigrams.Of(entries[d].Title + " " + entries[d].Alias).ToHashSet(StringComparer.Ordinal);
            foreach (var gram in titles.Union(Bigrams.Of(entries[d].Text), StringComparer.Ordinal))
            {
                if (!hits.TryGetValue(gram, out var list))
                {
                    hits.Add(gram, list = []);
                }

                list.Add((d, titles.Contains(gram)));
            }
        }

        return [.. hits.Select(h => KeyValuePair.Create(h.Key, Pack(h.Value)))];
    }

    private static string Pack(List<(int Document, bool Title)> hits)
    {
        var packed = new StringBuilder();
        var before = 0;
        foreach (var (document, title) in hits)
        {
            if (packed.Length > 0)
            {
                packed.Append('.');
            }

            packed.Append(Base36(((document - before) * 2) + (title ? 1 : 0)));
            before = document;
        }

        return packed.ToString();
    }

    private static string Base36(int value)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
        Span<char> buffer = stackalloc char[8];
        var at = buffer.Length;
        do
        {
            buffer[--at] = Digits[value % 36];
            value /= 36;
        }
        while (value > 0);
        return new string(buffer[at..]);
    }

    private static List<(int Start, List<SearchEntry> Entries)> Chunks(SearchEntry[] entries)
    {
        var chunks = new List<(int Start, List<SearchEntry> Entries)> { (0, []) };
        var size = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var bytes = 40 + Encoding.UTF8.GetByteCount(entries[i].Title) + Encoding.UTF8.GetByteCount(entries[i].Text) + entries[i].Url.Length;
            if (size > 0 && size + bytes > ChunkBytes)
            {
                chunks.Add((i, []));
                size = 0;
            }

            chunks[^1].Entries.Add(entries[i]);
            size += bytes;
        }

        return chunks;
    }

    private static OutputFile File(string name, Func<string> content) => new($"site/search/{name}.js", OutputKind.Asset, () => SitePlan.Utf8(content()));

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
