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
    private const int EntryBytes = 8000;
    private const int KeyBytes = 4000;

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
        var entries = Cut(all.Select(e => (e, Line(e))), EntryBytes);
        var keys = IndexKeys.For(entries.SelectMany(file => file).Select(e => e.Item.Body));
        var index = InvertedIndex.Of(entries.Select(file => file.Select(e => e.Item)), keys);
        var shards = Cut(index.Select(k => (k.Key, Line(k.Key, k.Postings))), KeyBytes);
        return
        [
            File("meta", Meta(keys.Common, shards.Select(file => file[0].Item), entries.Count)),
            .. entries.Select((file, n) => File($"entries-{n}", $"[\n{Join(",\n", file)}\n]")),
            .. shards.Select((file, n) => File($"keys-{n}", $"`\n{Join("\n", file)}\n`")),
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

    // 东溪:3*,7 says: a name in file 3, a text in file 7. With commas, numbers in a row look like no telephone number.
    private static string Line(string key, ImmutableArray<Posting> postings) =>
        $"{key}:{string.Join(',', postings.Select(p => p.InName ? $"{p.File}*" : $"{p.File}"))}";

    // As many neighbours as fit a file.
    private static List<List<(T Item, string Line)>> Cut<T>(IEnumerable<(T Item, string Line)> items, int bytes)
    {
        var files = new List<List<(T, string)>>();
        var left = 0;
        foreach (var item in items)
        {
            var size = Encoding.UTF8.GetByteCount(item.Line);
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

    private static string Join<T>(string separator, IEnumerable<(T Item, string Line)> items) =>
        string.Join(separator, items.Select(i => i.Line));

    // The index is made once and held as bytes.
    private static OutputFile File(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes($"FGS(\"{name}\", {content})\n");
        return new($"site/search/{name}.js", OutputKind.Asset, () => bytes);
    }
}
