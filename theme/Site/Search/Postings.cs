using System.Collections.Immutable;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Where each key stands（倒排表）: in which chunks, since a chunk is read whole, and whether there in a name; and in which
/// chunks a whole code or name
/// leads to its entry. Keys are not stored: their hash is the number of a slot, and keys that share one only bring what
/// the check of the text
/// drops again. Those that stand in many chunks would bring too much: they have lists of their own, told by a second
/// hash.
/// </summary>
internal sealed class Postings
{
    private Postings(ImmutableArray<Slot> slots) => Slots = slots;

    /// <summary>Lists by hash of the key, modulo their number.</summary>
    public ImmutableArray<Slot> Slots { get; }

    /// <summary>Indexes entries that are cut into chunks.</summary>
    /// <param name="entries">Entries.</param>
    /// <param name="starts">First entry of each chunk.</param>
    /// <param name="keys">What texts are found by.</param>
    public static Postings Of(IReadOnlyList<SearchEntry> entries, ImmutableArray<int> starts, IndexKeys keys)
    {
        var lists = new Dictionary<string, SortedDictionary<int, bool>>(StringComparer.Ordinal);
        var wholes = new HashSet<(string Whole, int Chunk)>();
        var chunk = -1;
        for (var n = 0; n < entries.Count; n++)
        {
            chunk += chunk + 1 < starts.Length && starts[chunk + 1] == n ? 1 : 0;
            foreach (
                var key in entries[n].IsLine
                    ? []
                    : keys.Of(entries[n].Name)
                        .Concat(entries[n].Initials ? IndexKeys.OfInitials(Initials.Of(entries[n].Name)) : [])
            )
            {
                Add(key, inName: true);
            }

            foreach (var key in keys.Of(entries[n].Body))
            {
                Add(key, inName: false);
            }

            foreach (var whole in entries[n].Wholes)
            {
                wholes.Add((whole, chunk));
            }
        }

        // As many slots as keys and wholes: fewer would bring too many chunks for nothing, more would cost bytes.
        var count = Math.Max(1, lists.Count + wholes.Count);
        var slots = lists.ToLookup(l => SlotOf(l.Key), l => (Slot.MarkOf(l.Key), l.Value));
        var leads = wholes.ToLookup(w => SlotOf(w.Whole), w => w.Chunk);
        return new([.. Enumerable.Range(0, count).Select(n => Slot.Of(slots[n], leads[n]))]);

        int SlotOf(string text) => (int)(Bigrams.Hash(text) % (uint)count);

        void Add(string key, bool inName)
        {
            if (!lists.TryGetValue(key, out var list))
            {
                lists.Add(key, list = []);
            }

            list[chunk] = inName || (list.TryGetValue(chunk, out var before) && before);
        }
    }
}

/// <summary>What the keys and wholes of one hash lead to.</summary>
/// <param name="Lists">Chunks, ascending, and whether a name there has the key; by mark, the first for all keys of few
/// chunks.</param>
/// <param name="Wholes">Chunks that a whole leads to, ascending.</param>
internal readonly record struct Slot(
    ImmutableArray<(int Mark, ImmutableArray<(int Chunk, bool InName)> Chunks)> Lists,
    ImmutableArray<int> Wholes
)
{
    // A list of more would lead keys that share its slot astray.
    private const int Few = 12;

    /// <summary>
    /// Gives keys of many chunks lists by their marks, and with them those of few that have the same mark; joins the
    /// others.
    /// </summary>
    public static Slot Of(IEnumerable<(int Mark, SortedDictionary<int, bool> Chunks)> lists, IEnumerable<int> wholes)
    {
        var all = lists.ToArray();
        var many = all.Where(l => l.Chunks.Count > Few).Select(l => l.Mark).ToHashSet();
        return new(
            [
                .. all.Append((Mark: 0, Chunks: []))
                    .GroupBy(l => many.Contains(l.Mark) ? l.Mark : 0)
                    .OrderBy(g => g.Key)
                    .Select(g => (g.Key, Join(g.Select(l => l.Chunks)))),
            ],
            [.. new SortedSet<int>(wholes)]
        );
    }

    /// <summary>1–64 from the hash of a key.</summary>
    public static int MarkOf(string key) => (int)(Bigrams.Hash(key) >> 26) + 1;

    /// <summary>How many numbers are written.</summary>
    public int Length => Lists.Sum(l => l.Chunks.Length + 1) + Wholes.Length + 1;

    /// <summary>
    /// Writes the lists: distances, each list ended by 0; after each distance whether it is a name that has the key;
    /// before each list but the first its mark.
    /// </summary>
    public void WriteTo(NumberWriter writer)
    {
        foreach (var (mark, chunks) in Lists)
        {
            if (mark > 0)
            {
                writer.Write(mark, 3, 3);
            }

            var at = -1;
            foreach (var (chunk, inName) in chunks)
            {
                Write(writer, chunk - at, 0, at, mark);
                at = chunk;
                Write(writer, inName ? 1 : 0, 1, at, mark);
            }

            Write(writer, 0, 0, at, mark);
        }

        writer.Write(0, 3, 3);
        var last = -1;
        foreach (var chunk in Wholes)
        {
            Write(writer, chunk - last, 2, last, 0);
            last = chunk;
        }

        Write(writer, 0, 2, last, 0);
    }

    private static ImmutableArray<(int Chunk, bool InName)> Join(IEnumerable<SortedDictionary<int, bool>> lists) =>
        [.. lists.SelectMany(l => l).GroupBy(x => x.Key).OrderBy(g => g.Key).Select(g => (g.Key, g.Any(x => x.Value)))];

    // Where the list stands tells how it goes on: some chunks hold more keys, and more names, than others; and keys of
    // many chunks go on longer.
    private static void Write(NumberWriter writer, int number, int list, int at, int mark) =>
        writer.Write(number, list, ((at + 2) * 8) + list + (mark > 0 ? 4 : 0));
}
