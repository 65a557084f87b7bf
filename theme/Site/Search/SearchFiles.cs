using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Files of the search index（检索索引）: meta, shards of postings, chunks of entries, pinyin initials.
/// All are scripts that hand their content to a function, because file:// pages may not fetch. None is loaded before it
/// is used.
/// </summary>
public static class SearchFiles
{
    // A query takes the meta file, a few shards and two or three chunks: together under 10 KB.
    private const int ShardNumbers = 1050;
    private const int ChunkDigits = 2700;
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
            yield return File(
                $"d{Text(n)}",
                chunks[n].Digits,
                string.Join('\n', entries[starts[n]..end].Select(e => $"{e.Url} {e.Body}"))
            );
        }

        var slots = Postings.Of(entries, starts, new IndexKeys(alphabet)).Slots;
        var size = (slots.Length * ShardNumbers / slots.Sum(s => s.Length)) + 1;
        yield return File("meta", Meta(alphabet, chunks, slots.Length, size));
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
            writer.Write(
                named.Contains(c) && !char.IsAscii(c) && Initials.Of(c.ToString()) is [var letter]
                    ? letter - 'a' + 1
                    : 0,
                0,
                0
            );
        }

        yield return File("initials", writer.Take());
    }

    // How many slots there are and how many a shard has, the alphabet, and how many digits each chunk takes.
    private static string Meta(Alphabet alphabet, (int First, string Digits)[] chunks, int slots, int size)
    {
        var writer = new NumberWriter(2);
        writer.Write(slots, 0, 0);
        writer.Write(size, 0, 0);
        alphabet.WriteTo(writer);
        writer.Write(chunks.Length, 0, 0);
        foreach (var (_, digits) in chunks)
        {
            writer.Write(digits.Length / Hundred, 2, 0);
        }

        return writer.Take();
    }

    // The index is made once and held as bytes: as closures over the entries it would hold their texts twice.
    private static OutputFile File(string name, string digits, string? hidden = null)
    {
        var rendered = new Theme.Rendered(Encoding.UTF8.GetBytes($"FGS(\"{digits}\")"), []) { Hidden = hidden };
        return new($"site/search/{name}.js", OutputKind.Asset, () => rendered);
    }

    private static string Text(int n) => n.ToString(CultureInfo.InvariantCulture);
}
