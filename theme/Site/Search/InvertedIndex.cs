using System.Collections.Immutable;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Where each key stands（倒排索引）: in which files of entries, since a file is read whole, and whether there in a name.
/// </summary>
internal static class InvertedIndex
{
    /// <summary>Every key in ordinal order, with its postings, ascending.</summary>
    /// <param name="files">Entries, file by file.</param>
    /// <param name="keys">What they are found by.</param>
    public static IEnumerable<(string Key, ImmutableArray<Posting> Postings)> Of(
        IEnumerable<IEnumerable<SearchEntry>> files,
        IndexKeys keys
    ) =>
        files
            .SelectMany(
                (entries, file) =>
                    entries
                        .SelectMany(e => OfEntry(e, keys))
                        .GroupBy(k => k.Key, k => k.InName, StringComparer.Ordinal)
                        .Select(k => (k.Key, Posting: new Posting(file, k.Any(inName => inName))))
            )
            .GroupBy(k => k.Key, k => k.Posting, StringComparer.Ordinal)
            .OrderBy(k => k.Key, StringComparer.Ordinal)
            .Select(k => (k.Key, k.ToImmutableArray()));

    private static IEnumerable<(string Key, bool InName)> OfEntry(SearchEntry entry, IndexKeys keys) =>
        keys.OfName(entry).Select(key => (key, true)).Concat(keys.OfText(entry.Body).Select(key => (key, false)));
}

/// <summary>One place of a key（倒排项）.</summary>
/// <param name="File">Number of the file of entries.</param>
/// <param name="InName">True when a name there has the key; otherwise a text has it.</param>
internal readonly record struct Posting(int File, bool InName);
