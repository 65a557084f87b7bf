using FsCheck;
using FsCheck.Fluent;
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
    public void Numbers_are_read_as_they_were_written()
    {
        var numbers = Gen.Choose(0, 16).SelectMany(bits => Gen.Choose(0, 1 << bits)).ArrayOf().ToArbitrary();
        Prop.ForAll(
                numbers,
                written =>
                {
                    var writer = new NumberWriter(2);
                    for (var n = 0; n < written.Length; n++)
                    {
                        writer.Write(written[n], 0, n % 3);
                    }

                    var reader = new SearchReader(writer.Take(), 2);
                    Assert.Equal(written, written.Select((_, n) => reader.Read(0, n % 3)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void A_writer_begins_anew_after_each_file()
    {
        var writer = new NumberWriter(1);
        string Write()
        {
            for (var n = 0; n < 2000; n++)
            {
                writer.Write(n % 7, 0);
            }

            return writer.Take();
        }

        Assert.Equal(Write(), Write());
    }

    [Fact]
    public void Every_key_of_every_entry_leads_to_its_chunk_and_every_name_and_code_too()
    {
        var (entries, index) = (Entries(), new SearchIndex(site));
        var keys = new IndexKeys(Alphabet.Of(entries.SelectMany(e => EntryWriter.Fields(e, null))));
        var chunks = index.Chunks.SelectMany((c, n) => c.Select(_ => n)).ToArray();
        for (var n = 0; n < entries.Length; n++)
        {
            Assert.All(keys.Of(entries[n].Body), key => Assert.Contains(chunks[n], index.Of(key).Keys));
            Assert.All(
                entries[n].IsLine
                    ? []
                    : keys.Of(entries[n].Name)
                        .Concat(entries[n].Initials ? IndexKeys.OfInitials(Initials.Of(entries[n].Name)) : []),
                key => Assert.True(index.Of(key)[chunks[n]], key)
            );
            Assert.All(entries[n].Wholes, whole => Assert.Contains(chunks[n], index.Leads(whole)));
        }
    }

    [Fact]
    public void Rare_characters_are_keys_and_pairs_of_common_ones()
    {
        var keys = new IndexKeys(
            Alphabet.Of([new string('工', 20) + new string('会', 20) + new string('a', 3), "工樾会"])
        );
        Assert.Equal(["工会", "会工", "樾", "aa"], keys.Of("工会工樾会。aa"));
        Assert.Equal(["dxz", "xzg", "^dx"], IndexKeys.OfInitials("dxzg"));
        Assert.Equal(["^gh"], IndexKeys.OfInitials("gh"));
        Assert.Empty(IndexKeys.OfInitials("g"));
    }

    [Fact]
    public void A_key_of_many_chunks_has_a_list_of_its_own_and_takes_along_what_has_its_mark()
    {
        SortedDictionary<int, bool> few = new() { [3] = true },
            same = new() { [4] = false },
            many = [];
        for (var n = 0; n < 20; n++)
        {
            many.Add(n, false);
        }

        var slot = Slot.Of([(1, few), (2, same), (2, many)], [7, 7]);
        Assert.Equal([0, 2], slot.Lists.Select(l => l.Mark));
        Assert.Equal([(3, true)], slot.Lists[0].Chunks);
        Assert.Equal(Enumerable.Range(0, 20).Select(n => (n, false)), slot.Lists[1].Chunks);
        Assert.Equal([7], slot.Wholes);
    }

    [Fact]
    public void Entries_on_disk_are_the_entries_in_order() =>
        Assert.Equal(
            Entries().Select(e => new SearchIndex.Entry(e.Url, e.Kind, e.Title, e.Text, e.Rank, e.Initials)),
            new SearchIndex(site).Chunks.SelectMany(c => c)
        );

    [Fact]
    public void What_a_code_leads_to_holds_it() =>
        Assert.All(
            Entries().Where(e => e.Code.Length > 0),
            e => Assert.Contains(e.Code, e.Body, StringComparison.Ordinal)
        );

    [Fact]
    public void A_long_text_becomes_several_entries_and_loses_nothing()
    {
        var whole = string.Concat(Enumerable.Range(0, 400).Select(n => $"第{n}场活动，"));
        var parts = SearchEntries.Parts(new SearchEntry("a", "专题", "大家访", whole, 7, Initials: true)).ToArray();
        Assert.Equal(whole, string.Concat(parts.Select(p => p.Text)));
        Assert.All(parts, p => Assert.InRange(p.Text.Length, 1, 800));
        Assert.All(parts, p => Assert.EndsWith("，", p.Text, StringComparison.Ordinal));
        Assert.Equal(["大家访"], parts.SelectMany(p => p.Wholes));
        Assert.Equal([""], SearchEntries.Parts(new SearchEntry("a", "栏目", "案例", "", 7)).Select(p => p.Text));
    }

    [Fact]
    public void What_an_entry_has_of_its_own_may_hold_the_mark_for_it()
    {
        SearchEntry[] entries =
        [
            new("a/SL01", "工会", "一", "编码SL01", 1, "SL01"),
            new("b/SL02", "工会", "二", "5*3 SL02", 1, "SL02"),
            new("c/x#甲乙", "文档", "手册 · 甲（乙）", "", 1, "甲乙"),
        ];
        Assert.Equal(
            [
                ["工会", "a/*", "SL01", "一", "编码*"],
                ["", "b/SL02", "", "二", "5*3 SL02"],
                ["文档", "c/x#*", "*", "手册 · 甲（乙）", ""],
            ],
            entries.Select((e, n) => EntryWriter.Fields(e, n == 0 ? null : entries[n - 1]))
        );
    }

    [Fact]
    public void The_check_of_the_finished_files_sees_the_texts_that_chunks_hold()
    {
        var hidden = string.Join(
            '\n',
            site.Files.Where(f => f.Path.StartsWith("site/search/d", StringComparison.Ordinal))
                .Select(f => f.Render().Hidden)
        );
        Assert.All(Entries(), e => Assert.Contains($"{e.Title} {e.Text}", hidden, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_entry_leads_to_a_page_of_the_site() =>
        Assert.All(Entries(), e => Assert.True(site.Has(e.Url.Split('#')[0]), e.Url));

    [Fact]
    public void Digits_hold_no_numerals_that_could_be_taken_for_personal_data() =>
        Assert.DoesNotContain(NumberWriter.Digits, c => char.IsAsciiDigit(c) || c is '@' or '"' or '\\');

    [Fact]
    public void Nothing_that_a_query_loads_is_large() =>
        Assert.All(
            site.Paths.Where(p =>
                p.StartsWith("search/", StringComparison.Ordinal) && p.EndsWith(".js", StringComparison.Ordinal)
            ),
            p => Assert.InRange(site.Size(p), 1, 6 * 1024)
        );

    private static SearchEntry[] Entries()
    {
        var edition = SampleEdition.Create();
        return [.. SearchEntries.Of(SitePlan.Gather(edition, SampleEdition.Options(edition)).Site)];
    }
}
