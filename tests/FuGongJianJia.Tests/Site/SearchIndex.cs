using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FuGongJianJia.Theme;

namespace FuGongJianJia.Tests.Site;

/// <summary>The files of a search index, read as search.js reads them.</summary>
internal sealed class SearchIndex
{
    private readonly Dictionary<string, string> _contents;
    private readonly string[] _firstKeys;

    // Folders below it are those of the books.
    private static readonly string Folder = Path.Combine("site", "search");

    internal SearchIndex(IEnumerable<OutputFile> files)
    {
        _contents = files
            .Where(f => Path.GetDirectoryName(f.Path) == Folder && f.Kind == OutputKind.Asset)
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f.Path), Content, StringComparer.Ordinal);
        using var meta = JsonDocument.Parse(_contents["meta"]);
        _firstKeys = [.. meta.RootElement.GetProperty("keys").EnumerateArray().Select(k => k.GetString()!)];
        Files =
        [
            .. Enumerable
                .Range(0, meta.RootElement.GetProperty("entries").GetInt32())
                .Select(n => Entries(_contents[$"entries-{n}"])),
        ];
    }

    /// <summary>Entries, file by file.</summary>
    internal ImmutableArray<ImmutableArray<Entry>> Files { get; }

    /// <summary>Files of entries that a key leads to, and whether there a name has it.</summary>
    internal Dictionary<int, bool> Of(string key)
    {
        var shard = Math.Max(0, _firstKeys.Count(first => string.CompareOrdinal(first, key) <= 0) - 1);
        var head = $"{key.EnumerateRunes().First()}";
        var line = _contents[$"keys-{shard}"]
            .Split('\n')
            .SkipWhile(l => l != head)
            .Skip(1)
            .TakeWhile(l => l.Contains(':', StringComparison.Ordinal))
            .SingleOrDefault(l => l.StartsWith(key[head.Length..] + ":", StringComparison.Ordinal));
        return (line?.Split(':')[1].Split(',') ?? []).ToDictionary(
            place => int.Parse(place.TrimEnd('*'), CultureInfo.InvariantCulture),
            place => place.EndsWith('*')
        );
    }

    // What stands between the brackets of FGS("name", …).
    private static string Content(OutputFile file)
    {
        var text = System.Text.Encoding.UTF8.GetString(file.Render().Content.Span);
        return text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..text.LastIndexOf(')')];
    }

    private static ImmutableArray<Entry> Entries(string content)
    {
        using var lines = JsonDocument.Parse(content);
        return
        [
            .. lines
                .RootElement.EnumerateArray()
                .Select(e => new Entry(
                    e[0].GetString()!,
                    e[1].GetString()!,
                    e[2].GetString()!,
                    e[3].GetString()!,
                    e[4].GetString()!,
                    e[5].GetInt32()
                )),
        ];
    }

    internal sealed record Entry(string Url, string Kind, string Title, string Text, string Initials, int Rank);
}
