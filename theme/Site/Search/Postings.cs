using System.Collections.Immutable;
using System.Text;

namespace FuGongJianJia.Theme.Site.Search;

/// <summary>
/// Where each pair of characters stands（倒排表）: in the text of which chunks, since a chunk is read whole, and in the title of which
/// entries. Pairs are not stored: their hash is the number of a slot, and pairs that share one only bring what the check of the text
/// drops again. A slot is the chunks, then, after “!”, the entries (whose chunks are not said again); numbers are written as distances,
/// one character below 56, else more.
/// </summary>
internal sealed class Postings
{
    /// <summary>
    /// 56 digits, then 24 that begin a longer number. No numerals and no @, so that no list can look like a telephone number or an
    /// address to the check of the finished files; nothing that a script would escape; no mark of the format.
    /// </summary>
    public const string Digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ#$%&'()*+,-./:;<=>?[]^_`{|}~";

    private const int Base = 56;
    private const int Lead = 24;

    private Postings(ImmutableArray<string> slots, ImmutableArray<string> common) => (Slots, Common) = (slots, common);

    /// <summary>Lists by slot; their number is a power of two.</summary>
    public ImmutableArray<string> Slots { get; }

    /// <summary>Pairs that so many entries hold that they tell little: a query with others leaves them out.</summary>
    public ImmutableArray<string> Common { get; }

    /// <summary>Indexes entries that are cut into chunks.</summary>
    /// <param name="entries">Entries.</param>
    /// <param name="starts">First entry of each chunk.</param>
    public static Postings Of(IReadOnlyList<SearchEntry> entries, ImmutableArray<int> starts)
    {
        var pairs = new Dictionary<string, (SortedSet<int> Chunks, List<int> Titles)>(StringComparer.Ordinal);
        var chunk = -1;
        for (var n = 0; n < entries.Count; n++)
        {
            chunk += chunk + 1 < starts.Length && starts[chunk + 1] == n ? 1 : 0;
            var initials = entries[n].Initials ? Bigrams.Of(Initials.Of(entries[n].Title)) : [];
            foreach (var pair in Bigrams.Of(entries[n].Title).Concat(initials).Distinct(StringComparer.Ordinal))
            {
                Lists(pair).Titles.Add(n);
            }

            foreach (var pair in Bigrams.Of(entries[n].Body))
            {
                Lists(pair).Chunks.Add(chunk);
            }
        }

        // About one pair a slot: fewer slots would bring too many candidates for nothing, more would cost bytes.
        var size = 1u;
        while (size < pairs.Count * 0.6)
        {
            size *= 2;
        }

        var slots = pairs.ToLookup(p => Bigrams.Hash(p.Key) & (size - 1), p => p.Value);
        var common = pairs.Where(p => p.Value.Chunks.Count > Math.Max(8, starts.Length / 2) || p.Value.Titles.Count > Math.Max(24, entries.Count / 16)).Select(p => p.Key);
        return new([.. Enumerable.Range(0, (int)size).Select(n => Pack(slots[(uint)n], starts))], [.. common.Order(StringComparer.Ordinal)]);

        (SortedSet<int> Chunks, List<int> Titles) Lists(string pair)
        {
            if (!pairs.TryGetValue(pair, out var lists))
            {
                pairs.Add(pair, lists = ([], []));
            }

            return lists;
        }
    }

    private static string Pack(IEnumerable<(SortedSet<int> Chunks, List<int> Titles)> lists, ImmutableArray<int> starts)
    {
        var titles = new SortedSet<int>(lists.SelectMany(l => l.Titles));
        var said = titles.Select(n => starts.BinarySearch(n) is >= 0 and var at ? at : ~starts.BinarySearch(n) - 1).ToHashSet();
        var packed = new StringBuilder();
        Append(packed, new SortedSet<int>(lists.SelectMany(l => l.Chunks).Where(c => !said.Contains(c))));
        if (titles.Count > 0)
        {
            packed.Append('!');
            Append(packed, titles);
        }

        return packed.ToString();
    }

    private static void Append(StringBuilder packed, SortedSet<int> numbers)
    {
        var before = -1;
        foreach (var number in numbers)
        {
            var distance = number - before - 1;
            before = number;
            var at = packed.Length;
            packed.Append(Digits[distance % Base]);
            for (distance /= Base; distance > 0; distance /= Lead)
            {
                distance--;
                packed.Insert(at, Digits[Base + (distance % Lead)]);
            }
        }
    }
}
