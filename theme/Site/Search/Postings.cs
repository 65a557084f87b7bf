using System.Collections.Immutable;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Where each pair of characters stands（倒排表）: in which chunks, since a chunk is read whole, and in the names of which entries. Pairs are
/// not stored: their hash is the number of a slot, and pairs that share one only bring what the check of the text drops again.
/// </summary>
internal sealed class Postings
{
    private Postings(ImmutableArray<Slot> slots) => Slots = slots;

    /// <summary>Lists by hash of the pair, modulo their number.</summary>
    public ImmutableArray<Slot> Slots { get; }

    /// <summary>Indexes entries that are cut into chunks.</summary>
    /// <param name="entries">Entries.</param>
    /// <param name="starts">First entry of each chunk.</param>
    public static Postings Of(IReadOnlyList<SearchEntry> entries, ImmutableArray<int> starts)
    {
        var pairs = new Dictionary<string, (SortedSet<int> Chunks, SortedSet<int> Names)>(StringComparer.Ordinal);
        var chunk = -1;
        for (var n = 0; n < entries.Count; n++)
        {
            chunk += chunk + 1 < starts.Length && starts[chunk + 1] == n ? 1 : 0;
            foreach (var pair in Bigrams.Of(entries[n].Name).Concat(entries[n].Initials ? Bigrams.Of(Initials.Of(entries[n].Name)) : []))
            {
                Lists(pair).Names.Add(n);
            }

            foreach (var pair in Bigrams.Of(entries[n].Body))
            {
                Lists(pair).Chunks.Add(chunk);
            }
        }

        // Two pairs a slot: fewer slots would bring too many candidates for nothing, more would cost bytes.
        var count = Math.Max(1, pairs.Count / 2);
        var slots = pairs.ToLookup(p => (int)(Bigrams.Hash(p.Key) % (uint)count), p => p.Value);
        return new([.. Enumerable.Range(0, count).Select(n => Slot.Of(slots[n], starts))]);

        (SortedSet<int> Chunks, SortedSet<int> Names) Lists(string pair)
        {
            if (!pairs.TryGetValue(pair, out var lists))
            {
                pairs.Add(pair, lists = ([], []));
            }

            return lists;
        }
    }
}

/// <summary>What the pairs of one hash lead to.</summary>
/// <param name="Chunks">Chunks, ascending, without those of the names.</param>
/// <param name="Names">Entries with a pair in the name, ascending.</param>
internal readonly record struct Slot(ImmutableArray<int> Chunks, ImmutableArray<int> Names)
{
    /// <summary>Joins the lists of the pairs that share a slot.</summary>
    public static Slot Of(IEnumerable<(SortedSet<int> Chunks, SortedSet<int> Names)> lists, ImmutableArray<int> starts)
    {
        var names = new SortedSet<int>(lists.SelectMany(l => l.Names));
        var said = names.Select(n => starts.BinarySearch(n) is >= 0 and var at ? at : ~starts.BinarySearch(n) - 1).ToHashSet();
        return new([.. new SortedSet<int>(lists.SelectMany(l => l.Chunks)).Where(c => !said.Contains(c))], [.. names]);
    }

    /// <summary>Writes both lists: distances, each list ended by 0.</summary>
    public void WriteTo(NumberWriter writer)
    {
        Write(writer, Chunks, 0);
        Write(writer, Names, 1);
    }

    // Where the list stands tells how far it goes on: some chunks hold more pairs than others.
    private static void Write(NumberWriter writer, ImmutableArray<int> numbers, int list)
    {
        var at = -1;
        foreach (var number in numbers)
        {
            writer.Write(number - at, list, Context(at, list));
            at = number;
        }

        writer.Write(0, list, Context(at, list));
    }

    private static int Context(int at, int list) => list == 0 ? at + 2 : -2 - ((at + 1) >> 6);
}
