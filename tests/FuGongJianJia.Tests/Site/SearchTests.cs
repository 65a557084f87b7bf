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
    public void Any_part_of_any_entry_leads_to_it()
    {
        var entries = Entries();
        var postings = Postings();
        foreach (var (entry, document) in entries.Select((e, i) => (e, i)))
        {
            foreach (var word in Bigrams.Words($"{entry.Title} {entry.Text}").Where(w => w.Length >= 2))
            {
                for (var i = 0; i + 1 < word.Length; i++)
                {
                    Assert.Contains(document, postings[word.Substring(i, 2)]);
                }
            }
        }
    }

    [Fact]
    public void Texts_on_disk_are_the_entries_in_order()
    {
        var stored = Numbered('d').SelectMany(c => c.EnumerateArray()).Select(e => e[2].GetString());
        Assert.Equal(Entries().Select(e => e.Title), stored);
    }

    [Fact]
    public void Nothing_but_meta_shards_and_chunks_of_a_few_kilobytes_is_loaded_for_a_query() =>
        Assert.All(site.Paths.Where(p => p.StartsWith("search/p", StringComparison.Ordinal)), p => Assert.InRange(site.Size(p), 1, 24 * 1024));

    private static SearchEntry[] Entries()
    {
        var edition = SampleEdition.Create();
        var model = new SiteModel(edition, new SiteOptions());
        model.Docs = DocPage.Collect(edition.Pages, Theme.Site.Docs.Reference.All());
        return [.. SearchEntries.Of(model)];
    }

    private IEnumerable<JsonElement> Numbered(char kind)
    {
        for (var n = 0; site.Has($"search/{kind}{n}.js"); n++)
        {
            var text = site.Text($"search/{kind}{n}.js");
            yield return JsonDocument.Parse(text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..^1]).RootElement;
        }
    }

    private Dictionary<string, HashSet<int>> Postings()
    {
        var all = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (var shard in Numbered('p'))
        {
            foreach (var gram in shard.EnumerateObject())
            {
                var at = 0;
                all.Add(gram.Name, [.. gram.Value.GetString()!.Split('.').Select(v => at += Base36(v) >> 1)]);
            }
        }

        return all;
    }

    private static int Base36(string text) => text.Aggregate(0, (v, c) => (v * 36) + (c <= '9' ? c - '0' : c - 'a' + 10));
}
