using System.Text.Json;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.Tests.Site;

public sealed class SearchTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    [Theory]
    [InlineData("东溪镇", "dxz")]
    [InlineData("工会经费足额上缴率", "ghjfzesjl")]
    [InlineData("G04 建会率", "g04jhl")]
    public void Initials_follow_pinyin(string name, string initials) => Assert.Equal(initials, Initials.Of(name));

    [Fact]
    public void Words_are_folded_and_cut_at_marks() =>
        Assert.Equal(["r01", "思想引领覆盖率", "80", "abc"], Bigrams.Words("Ｒ01 思想引领覆盖率（≥80%）ＡＢＣ"));

    [Fact]
    public void The_hash_is_fnv_1a_as_in_the_script() => Assert.Equal(0xe40c292cu, Bigrams.Hash("a"));

    [Fact]
    public void Every_pair_of_every_entry_leads_to_its_chunk_and_of_a_title_to_the_entry()
    {
        var entries = Entries();
        var starts = Meta().GetProperty("starts").EnumerateArray().Select(s => s.GetInt32()).ToArray();
        var slots = Slots();
        for (var n = 0; n < entries.Length; n++)
        {
            var chunk = Array.FindLastIndex(starts, s => s <= n);
            foreach (var pair in Bigrams.Of(entries[n].Title))
            {
                Assert.Contains(n, slots[Bigrams.Hash(pair) % slots.Length].Titles);
            }

            foreach (var pair in Bigrams.Of(entries[n].Body))
            {
                var (chunks, titles) = slots[Bigrams.Hash(pair) % slots.Length];
                Assert.True(chunks.Contains(chunk) || titles.Any(t => Array.FindLastIndex(starts, s => s <= t) == chunk), pair);
            }
        }
    }

    [Fact]
    public void Entries_on_disk_are_the_entries_in_order()
    {
        var kinds = Meta().GetProperty("kinds").EnumerateArray().Select(k => (Kind: k[0].GetString()!, Pattern: k[1].GetString()!)).ToArray();
        var stored = Numbered('d').Select(c => JsonDocument.Parse(c).RootElement).SelectMany(c => c.EnumerateArray()).Select(e =>
        {
            var (kind, key) = (kinds[e[0].GetInt32()], e[1].GetString()!);
            string Own(string text) => key.Length == 0 ? text : text.Replace("*", key, StringComparison.Ordinal);
            return (Own(kind.Pattern), kind.Kind, e[2].GetString()!, Own(e[3].GetString()!));
        });
        Assert.Equal(Entries().Select(e => (e.Url, e.Kind, e.Title, e.Text)), stored);
    }

    [Fact]
    public void Every_entry_leads_to_a_page_of_the_site() =>
        Assert.All(Entries(), e => Assert.True(site.Has(e.Url.Split('#')[0]), e.Url));

    [Fact]
    public void Lists_hold_no_numerals_that_could_be_taken_for_personal_data() =>
        Assert.All(Numbered('p'), list => Assert.DoesNotContain(list, c => char.IsAsciiDigit(c) || c == '@'));

    [Fact]
    public void Nothing_that_a_query_loads_is_large() =>
        Assert.All(site.Paths.Where(p => p.StartsWith("search/p", StringComparison.Ordinal) || p.StartsWith("search/d", StringComparison.Ordinal)), p => Assert.InRange(site.Size(p), 1, 24 * 1024));

    private static SearchEntry[] Entries()
    {
        var edition = SampleEdition.Create();
        return [.. SearchEntries.Of(SitePlan.Gather(edition, SampleEdition.Options(edition)).Site)];
    }

    private JsonElement Meta() => JsonDocument.Parse(site.Text("search/meta.js")["FGS.m(".Length..^1]).RootElement;

    private IEnumerable<string> Numbered(char kind)
    {
        for (var n = 0; site.Has($"search/{kind}{n}.js"); n++)
        {
            var text = site.Text($"search/{kind}{n}.js");
            yield return text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..^1];
        }
    }

    private (HashSet<int> Chunks, HashSet<int> Titles)[] Slots() =>
    [
        .. Numbered('p').SelectMany(shard => shard[1..^1].Split(' ')).Select(slot => slot.Split('!')).Select(s => (Decode(s[0]), Decode(s.ElementAtOrDefault(1) ?? ""))),
    ];

    // As search.js reads it.
    private static HashSet<int> Decode(string packed)
    {
        var (numbers, at, high) = (new HashSet<int>(), -1, 0);
        foreach (var digit in packed.Select(c => Theme.Site.Search.Postings.Digits.IndexOf(c, StringComparison.Ordinal)))
        {
            if (digit >= 56)
            {
                high = (high * 24) + digit - 55;
            }
            else
            {
                at += (high * 56) + digit + 1;
                high = 0;
                numbers.Add(at);
            }
        }

        return numbers;
    }
}
