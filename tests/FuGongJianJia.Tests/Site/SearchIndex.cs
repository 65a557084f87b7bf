using System.Text;
using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.Tests.Site;

/// <summary>The files of a built search index, read as search.js reads them.</summary>
internal sealed class SearchIndex
{
    private readonly BuiltSite _site;
    private readonly StringBuilder _alphabet = new("\0");
    private readonly List<SlotLists> _slots = [];

    internal SearchIndex(BuiltSite site)
    {
        this._site = site;
        var meta = Reader("meta", 2);
        var (count, size) = (meta.Read(0, 0), meta.Read(0, 0));
        var (characters, commons) = (meta.Read(0, 0), meta.Read(0, 0));
        for (var n = 0; n < characters; n++)
        {
            var first = n == 0 || n == commons || int.IsPow2(n + 2);
            _alphabet.Append((char)(meta.Read(1, int.Log2(n + 2)) + (first ? 0 : _alphabet[n] + 1)));
        }

        for (var (n, chunks) = (0, meta.Read(0, 0)); n < chunks; n++)
        {
            meta.Read(2, 0);
            Chunks.Add([.. Entries(Reader($"d{n}", 4))]);
        }

        for (var n = 0; n * size < count; n++)
        {
            var shard = Reader($"p{n}", 2);
            for (var slot = n * size; slot < Math.Min(count, (n + 1) * size); slot++)
            {
                _slots.Add(new(shard));
            }
        }
    }

    internal List<Entry[]> Chunks { get; } = [];

    /// <summary>Chunks that a key leads to, and whether there in a name.</summary>
    internal Dictionary<int, bool> Of(string key) => Slot(key).Of((int)(Bigrams.Hash(key) >> 26) + 1);

    /// <summary>Chunks that a whole leads to.</summary>
    internal HashSet<int> Leads(string whole) => Slot(whole).Wholes;

    private SlotLists Slot(string text) => _slots[(int)(Bigrams.Hash(text) % (uint)_slots.Count)];

    private IEnumerable<Entry> Entries(SearchReader chunk)
    {
        var (rank, kind, pattern) = (0, "", "");
        while ((rank = chunk.Read(5, rank, rank, rank)) > 0)
        {
            kind = Field(chunk, 0) is { Length: > 0 } k ? k : kind;
            pattern = Field(chunk, 1) is { Length: > 0 } p ? p : pattern;
            var (key, title, text) = (Field(chunk, 2), Field(chunk, 3), Field(chunk, 4));
            key =
                key == "*"
                    ? string.Concat(
                        title[(title.LastIndexOf('·') + 1)..].Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')
                    )
                    : key;
            string Own(string s) => key.Length == 0 ? s : s.Replace("*", key, StringComparison.Ordinal);
            yield return new(Own(pattern), kind, title, Own(text), (rank / 2) - 1, rank % 2 == 1);
        }
    }

    private SearchReader Reader(string name, int orders) =>
        new(_site.Text($"search/{name}.js")["FGS(\"".Length..^2], orders);

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

            text.Append(_alphabet[number]);
            (a, b, c) = (number, a, b);
        }
    }

    internal sealed record Entry(string Url, string Kind, string Title, string Text, int Rank, bool Initials);

    private sealed class SlotLists
    {
        private readonly Dictionary<int, Dictionary<int, bool>> _lists = [];

        internal SlotLists(SearchReader shard)
        {
            for (var mark = 0; mark == 0 || (mark = shard.Read(3, 3)) > 0; mark = -1)
            {
                _lists.Add(mark, []);
                for (var at = -1; shard.Read(0, Context(at, 0, mark)) is > 0 and var step; )
                {
                    at += step;
                    _lists[mark].Add(at, shard.Read(1, Context(at, 1, mark)) == 1);
                }
            }

            for (var at = -1; shard.Read(2, Context(at, 2, 0)) is > 0 and var step; )
            {
                Wholes.Add(at += step);
            }
        }

        internal HashSet<int> Wholes { get; } = [];

        internal Dictionary<int, bool> Of(int mark) => _lists.GetValueOrDefault(mark, _lists[0]);

        private static int Context(int at, int list, int mark) => ((at + 2) * 8) + list + (mark > 0 ? 4 : 0);
    }
}
