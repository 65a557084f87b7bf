using System.Collections.Immutable;
using System.Globalization;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Files of the search index（检索索引）: meta, shards of postings, chunks of entries, pinyin initials.
/// All are scripts that hand their content to a function, because file:// pages may not fetch. None is loaded before it is used.
/// </summary>
public static class SearchFiles
{
    // A query takes the meta file, a few shards and two or three chunks: together under 10 KB.
    private const int ShardNumbers = 1000;
    private const int ChunkDigits = 2500;
    private const int LongestName = 40;
    private const int Hundred = 100;

    /// <summary>Meta, shards, chunks and initials.</summary>
    public static IEnumerable<OutputFile> Create(SiteModel site)
    {
        var entries = SearchEntries.Of(site).ToArray();
        var alphabet = Alphabet.Of(entries.SelectMany(e => EntryWriter.Fields(e, null)));
        var chunks = EntryWriter.Chunks(entries, alphabet, ChunkDigits).ToArray();
        ImmutableArray<int> starts = [.. chunks.Select(c => c.First)];
        for (var n = 0; n < chunks.Length; n++)
        {
            var end = n + 1 < starts.Length ? starts[n + 1] : entries.Length;
            yield return File($"d{Text(n)}", chunks[n].Digits, string.Join('\n', entries[starts[n]..end].Select(e => $"{e.Url} {e.Body}")));
        }

        var slots = Postings.Of(entries, starts).Slots;
        var size = (slots.Length * ShardNumbers / slots.Sum(s => s.Chunks.Length + s.Names.Length + s.Wholes.Length + 3)) + 1;
        yield return File("meta", Meta(entries, alphabet, chunks, slots.Length, size));
        var writer = new NumberWriter(2);
        foreach (var (shard, n) in slots.Chunk(size).Select((shard, n) => (shard, n)))
        {
            foreach (var slot in shard)
            {
                slot.WriteTo(writer);
            }

            yield return File($"p{Text(n)}", writer.Take());
        }

        // Of every character the letter its pinyin begins with, 1–26; 0 for those that have none or stand in no name.
        var named = entries.Where(e => e.Initials).SelectMany(e => e.Name).ToHashSet();
        foreach (var c in alphabet.Characters)
        {
            writer.Write(named.Contains(c) && !char.IsAscii(c) && Initials.Of(c.ToString()) is [var letter] ? letter - 'a' + 1 : 0, 0, 0);
        }

        yield return File("initials", writer.Take());
    }

    // Slots, alphabet, how many entries and digits the chunks have, and of every entry its rank, whether initials find it, and how long
    // its name is, so that ordering needs no names.
    private static string Meta(SearchEntry[] entries, Alphabet alphabet, (int First, string Digits)[] chunks, int slots, int size)
    {
        var writer = new NumberWriter(2);
        writer.Write(slots, 0, 0);
        writer.Write(size, 0, 0);
        alphabet.WriteTo(writer);
        writer.Write(chunks.Length, 0, 0);
        for (var n = 0; n < chunks.Length; n++)
        {
            writer.Write((n + 1 < chunks.Length ? chunks[n + 1].First : entries.Length) - chunks[n].First, 2, 0);
            writer.Write(chunks[n].Digits.Length / Hundred, 5, 0);
        }

        var before = 0;
        foreach (var entry in entries)
        {
            var rank = (entry.Rank * 2) + (entry.Initials ? 1 : 0);
            writer.Write(rank, 3, before);
            writer.Write(Math.Min(LongestName, Bigrams.Words(entry.Name).Sum(w => w.Length)), 4, rank);
            before = rank;
        }

        return writer.Take();
    }

    // The index is made once and held as bytes: as closures over the entries it would hold their texts twice.
    private static OutputFile File(string name, string digits, string? hidden = null)
    {
        var rendered = new Theme.Rendered(SitePlan.Utf8($"FGS(\"{digits}\")"), []) { Hidden = hidden };
        return new($"site/search/{name}.js", OutputKind.Asset, () => rendered);
    }

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
