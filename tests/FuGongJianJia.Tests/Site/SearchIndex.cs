using System.Text;
using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.Tests.Site;

/// <summary>The files of a built search index, read as search.js reads them.</summary>
internal sealed class SearchIndex
{
    private readonly BuiltSite site;
    private readonly StringBuilder alphabet = new("\0");
    private readonly List<int> starts = [];
    private readonly List<(int Rank, bool Initials)> heads = [];
    private readonly List<(HashSet<int> Chunks, HashSet<int> Names)> slots = [];

    internal SearchIndex(BuiltSite site)
    {
        this.site = site;
        var meta = Reader("meta", 2);
        var (count, size) = (meta.Read(0, 0), meta.Read(0, 0));
        var characters = meta.Read(0, 0);
        for (var n = 0; n < characters; n++)
        {
            var bits = int.Log2(n + 2);
            alphabet.Append((char)(meta.Read(1, bits) + (int.IsPow2(n + 2) ? 0 : alphabet[n] + 1)));
        }

        var entries = 0;
        for (var n = meta.Read(0, 0); n > 0; n--)
        {
            starts.Add(entries);
            entries += meta.Read(2, 0);
            meta.Read(5, 0);
        }

        for (var rank = 0; heads.Count < entries;)
        {
            rank = meta.Read(3, rank);
            heads.Add((rank / 2, rank % 2 == 1));
            meta.Read(4, rank);
        }

        for (var n = 0; n * size < count; n++)
        {
            var shard = Reader($"p{n}", 2);
            for (var slot = n * size; slot < Math.Min(count, (n + 1) * size); slot++)
            {
                slots.Add((List(shard, 0), List(shard, 1)));
            }
        }
    }

    internal (HashSet<int> Chunks, HashSet<int> Names) Slot(string pair) => slots[(int)(Bigrams.Hash(pair) % (uint)slots.Count)];

    internal int ChunkOf(int entry) => starts.FindLastIndex(s => s <= entry);

    internal IEnumerable<(string Url, string Kind, string Title, string Text, int Rank, bool Initials)> Entries()
    {
        for (var n = 0; n < starts.Count; n++)
        {
            var (chunk, kind, pattern) = (Reader($"d{n}", 4), "", "");
            for (var entry = starts[n]; entry < (n + 1 < starts.Count ? starts[n + 1] : heads.Count); entry++)
            {
                kind = Field(chunk, 0) is { Length: > 0 } k ? k : kind;
                pattern = Field(chunk, 1) is { Length: > 0 } p ? p : pattern;
                var (key, title, text) = (Field(chunk, 2), Field(chunk, 3), Field(chunk, 4));
                key = key == "*" ? string.Concat(title[(title.LastIndexOf('·') + 1)..].Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')) : key;
                string Own(string s) => key.Length == 0 ? s : s.Replace("*", key, StringComparison.Ordinal);
                yield return (Own(pattern), kind, title, Own(text), heads[entry].Rank, heads[entry].Initials);
            }
        }
    }

    private SearchReader Reader(string name, int orders) => new(site.Text($"search/{name}.js")["FGS(\"".Length..^2], orders);

    private string Field(SearchReader chunk, int field)
    {
        var (text, a, b, c) = (new StringBuilder(), 0, 0, 0);
        while (true)
        {
            var two = unchecked((a * 4099) + b);
            var number = chunk.Read(field, a, two, unchecked((two * 4099) + c));
            if (number == 0)
            {
                return text.ToString();
            }

            text.Append(alphabet[number]);
            (a, b, c) = (number, a, b);
        }
    }

    private static HashSet<int> List(SearchReader shard, int list)
    {
        var (numbers, at) = (new HashSet<int>(), -1);
        while (shard.Read(list, list == 0 ? at + 2 : -2 - ((at + 1) >> 6)) is > 0 and var step)
        {
            numbers.Add(at += step);
        }

        return numbers;
    }
}
