using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Files of the search index（检索索引）: entries, the keys that lead to them, and a meta file that tells where a key is.
/// All are scripts that hand their content to a function, because file:// pages may not fetch. None is loaded before it
/// is used.
/// </summary>
public static class SearchFiles
{
    // Bytes of a file, uncompressed. A first query takes the meta file, a few of keys and a few of entries: together
    // less than 25 KB when the host compresses them.
    private const int EntryBytes = 9000;
    private const int KeyBytes = 4500;

    // A script of its own needs no escapes but those of JSON, so that it can be read.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every file, in no particular order.</summary>
    public static IEnumerable<OutputFile> Create(SiteModel site) => Create(SearchEntries.Of(site));

    /// <summary>The files of any entries.</summary>
    internal static IEnumerable<OutputFile> Create(IEnumerable<SearchEntry> all)
    {
        var entries = Cut(all.Select(e => (Entry: e, Line: Line(e))), e => e.Line, EntryBytes);
        var keys = IndexKeys.For(entries.SelectMany(file => file).Select(e => e.Entry.Body));
        var index = InvertedIndex.Of(entries.Select(file => file.Select(e => e.Entry)), keys);
        var shards = Cut(index.Select(k => (k.Key, Places: Places(k.Postings))), k => k.Key + k.Places, KeyBytes);
        return
        [
            File("meta", Meta(keys.Common, shards.Select(file => file[0].Key), entries.Count)),
            .. entries.Select(
                (file, n) => File($"entries-{n}", $"[\n{string.Join(",\n", file.Select(e => e.Line))}\n]")
            ),
            .. shards.Select((file, n) => File($"keys-{n}", $"`\n{string.Join('\n', Lines(file))}\n`")),
        ];
    }

    // The common characters, the first key of every file of keys, and how many files of entries there are.
    private static string Meta(string common, IEnumerable<string> keys, int entries) =>
        JsonSerializer.Serialize(
            new
            {
                common,
                keys,
                entries,
            },
            Json
        );

    private static string Line(SearchEntry entry) =>
        JsonSerializer.Serialize<object[]>(
            [entry.Url, entry.Kind, entry.Title, entry.Text, entry.Initials, entry.Rank],
            Json
        );

    // A character heads the lines of the keys that begin with it: 溪:3*,7 below 东 is what is known of 东溪.
    private static IEnumerable<string> Lines(IEnumerable<(string Key, string Places)> keys) =>
        keys.GroupBy(k => $"{k.Key.EnumerateRunes().First()}", StringComparer.Ordinal)
            .SelectMany(head => head.Select(k => $"{k.Key[head.Key.Length..]}:{k.Places}").Prepend(head.Key));

    // 3*,7 says: a name in file 3, a text in file 7. With commas, numbers in a row look like no telephone number.
    private static string Places(ImmutableArray<Posting> postings) =>
        string.Join(',', postings.Select(p => p.InName ? $"{p.File}*" : $"{p.File}"));

    // As many neighbours as fit a file.
    private static List<List<T>> Cut<T>(IEnumerable<T> items, Func<T, string> line, int bytes)
    {
        var files = new List<List<T>>();
        var left = 0;
        foreach (var item in items)
        {
            var size = Encoding.UTF8.GetByteCount(line(item));
            if (left < size)
            {
                files.Add([]);
                left = bytes;
            }

            files[^1].Add(item);
            left -= size;
        }

        return files;
    }

    // The index is made once and held as bytes.
    private static OutputFile File(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes($"FGS(\"{name}\", {content})\n");
        return new($"site/search/{name}.js", OutputKind.Asset, () => bytes);
    }
}
