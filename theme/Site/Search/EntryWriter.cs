using FuGongJianJia.Theme.Site.Writing;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Entries as chunks（条目分片）: of each entry its rank, kind, address, key, title and text, where the next may be the same
/// or follow from what
/// was said: kind and address are left out when they are those of the entry before, the key is * where title or heading
/// give it.
/// </summary>
internal static class EntryWriter
{
    /// <summary>
    /// What one of several alike has of its own, in address and text; and a key that is the anchor of the heading.
    /// </summary>
    public const char Own = '*';

    private const int RankField = 5;

    /// <summary>Cuts entries into chunks.</summary>
    /// <param name="entries">Entries.</param>
    /// <param name="alphabet">Characters of their fields.</param>
    /// <param name="digits">How many a chunk should have at most; one long text may take more.</param>
    /// <returns>First entry and digits of each chunk.</returns>
    public static IEnumerable<(int First, string Digits)> Chunks(
        IReadOnlyList<SearchEntry> entries,
        Alphabet alphabet,
        int digits
    )
    {
        var writer = new NumberWriter(4);
        var (first, rank) = (0, 0);
        for (var n = 0; n < entries.Count; n++)
        {
            // Running text takes about a digit a character.
            if (n > first && writer.Length + (entries[n].Text.Length * 8 / 10) > digits)
            {
                Write(writer, 0, rank);
                yield return (first, writer.Take());
                (first, rank) = (n, 0);
            }

            var next = Rank(entries[n]);
            Write(writer, next, rank);
            rank = next;
            var fields = Fields(entries[n], n == first ? null : entries[n - 1]);
            for (var field = 0; field < fields.Length; field++)
            {
                Write(writer, fields[field], field, alphabet);
            }
        }

        Write(writer, 0, rank);
        yield return (first, writer.Take());
    }

    // Never 0, which ends the chunk.
    private static int Rank(SearchEntry entry) => ((entry.Rank + 1) * 2) + (entry.Initials ? 1 : 0);

    private static void Write(NumberWriter writer, int rank, int before) =>
        writer.Write(rank, RankField, before, before, before);

    /// <summary>Fields of an entry as they are written.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="before">The entry before it in the chunk, null for the first.</param>
    public static string[] Fields(SearchEntry entry, SearchEntry? before)
    {
        var (kind, url) = (entry.Kind, Pattern(entry));
        return
        [
            before is not null && kind == before.Kind ? "" : kind,
            before is not null && url == Pattern(before) ? "" : url,
            Key(entry) is { Length: > 0 } key && key == Anchor(entry.Title) ? Own.ToString() : Key(entry),
            entry.Title,
            Patterned(entry.Text, Key(entry)),
        ];
    }

    private static string Pattern(SearchEntry entry) => Patterned(entry.Url, Key(entry));

    private static string Patterned(string text, string key) =>
        key.Length == 0 ? text : text.Replace(key, Own.ToString(), StringComparison.Ordinal);

    // A text that has the mark itself keeps its key in full.
    private static string Key(SearchEntry entry) =>
        entry.Url.Contains(Own, StringComparison.Ordinal) || entry.Text.Contains(Own, StringComparison.Ordinal)
            ? ""
            : entry.Key;

    // As SiteMarkdown makes the anchor of a heading; what follows the last mark of the title.
    private static string Anchor(string title) =>
        string.Concat(title[(title.LastIndexOf('·') + 1)..].Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));

    private static void Write(NumberWriter writer, string text, int field, Alphabet alphabet)
    {
        var (a, b, c) = (0, 0, 0);
        for (var n = 0; n <= text.Length; n++)
        {
            var number = n < text.Length ? alphabet[text[n]] : 0;
            var two = unchecked((a * 4099) + b);
            writer.Write(number, field, a, two, unchecked((two * 4099) + c));
            (a, b, c) = (number, a, b);
        }
    }
}
