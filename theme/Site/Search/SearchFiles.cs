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
    private const int NameBytes = 7000;

    // A script of its own needs no escapes but those of JSON, so that it can be read.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Every file, in no particular order.</summary>
    public static IEnumerable<OutputFile> Create(SiteModel site)
    {
        var all = SearchEntries.Of(site).ToArray();
        return
        [
            .. Create(all),
            .. Names(all),
            .. site.Books.SelectMany(b => Create(SearchEntries.OfBook(b).ToArray(), b.Index)),
        ];
    }

    /// <summary>
    /// What suggestions are made from while one types: names-0, names-1 … list what has a name, group by group, and
    /// pinyin the readings of their hanzi.
    /// </summary>
    internal static IEnumerable<OutputFile> Names(IEnumerable<SearchEntry> all)
    {
        var named = all.Where(e => e.ByInitials && e.Name.Length > 0).Select(e => new Suggestion(e)).ToArray();
        var files = Cut(
            named
                .GroupBy(s => (s.Kind, s.Pattern))
                .OrderBy(g => Array.IndexOf(Suggestion.Order, g.First().Group) is >= 0 and var at ? at : int.MaxValue)
                .SelectMany(g => g),
            s => s.Line(Json),
            NameBytes
        );
        return
        [
            File("pinyin", JsonSerializer.Serialize(new { files = files.Count, readings = Readings(named) }, Json)),
            .. files.Select((file, n) => File($"names-{n}", $"[\n{string.Join(",\n", Groups(file))}\n]")),
        ];
    }

    private static IEnumerable<string> Groups(IEnumerable<Suggestion> file) =>
        file.GroupBy(s => (s.Kind, s.Pattern))
            .Select(g =>
                $"[{JsonSerializer.Serialize(g.Key.Kind, Json)},{JsonSerializer.Serialize(g.Key.Pattern, Json)},[\n"
                + $"{string.Join(",\n", g.Select(s => s.Line(Json)))}]]"
            );

    // dong东冬;xi溪西: the hanzi of the names by syllable.
    private static string Readings(IEnumerable<Suggestion> named) =>
        string.Join(
            ';',
            named
                .SelectMany(s => s.Name)
                .Distinct()
                .Order()
                .SelectMany(c => Pinyin.Of(c).ToArray(), (c, syllable) => (Hanzi: c, Syllable: syllable))
                .GroupBy(r => r.Syllable, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key + string.Concat(g.Select(r => r.Hanzi)))
        );

    /// <summary>The files of any entries.</summary>
    /// <param name="all">Entries.</param>
    /// <param name="folder">Folder of the files below site/, with a slash at its end.</param>
    internal static IEnumerable<OutputFile> Create(IEnumerable<SearchEntry> all, string folder = "search/")
    {
        var entries = Cut(all.Select(e => (Entry: e, Line: Line(e))), e => e.Line, EntryBytes);
        var keys = IndexKeys.For(entries.SelectMany(file => file).Select(e => e.Entry.Body));
        var index = InvertedIndex.Of(entries.Select(file => file.Select(e => e.Entry)), keys);
        var shards = Cut(index.Select(k => (k.Key, Places: Places(k.Postings))), k => k.Key + k.Places, KeyBytes);
        return
        [
            File("meta", Meta(keys.Common, shards.Select(file => file[0].Key), entries.Count), folder),
            .. entries.Select(
                (file, n) => File($"entries-{n}", $"[\n{string.Join(",\n", file.Select(e => e.Line))}\n]", folder)
            ),
            .. shards.Select((file, n) => File($"keys-{n}", $"`\n{string.Join('\n', Lines(file))}\n`", folder)),
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
            [
                entry.Url,
                entry.Kind,
                entry.Title,
                entry.Text,
                entry.Initials,
                entry.Rank,
                .. entry.Also.Length > 0 ? [entry.Also] : Array.Empty<object>(),
            ],
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
    private static OutputFile File(string name, string content, string folder = "search/")
    {
        var bytes = Encoding.UTF8.GetBytes($"FGS(\"{name}\", {content})\n");
        return new($"site/{folder}{name}.js", OutputKind.Asset, () => bytes);
    }
}
