using System.Text.Json;
using FuGongJianJia.Model;
using FuGongJianJia.Privacy;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.Tests.Site;

public sealed class SearchTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    [Theory]
    [InlineData("东溪镇", "dxz")]
    [InlineData("工会经费足额上缴率", "ghjfzesjl")]
    [InlineData("G04 建会率", "g04jhl")]
    [InlineData("清樾乡", "qyx")]
    public void Initials_follow_pinyin(string name, string initials) => Assert.Equal(initials, Pinyin.Initials(name));

    [Fact]
    public void Hanzi_of_several_readings_have_the_usual_one_first()
    {
        Assert.Equal(["zhang", "chang"], Pinyin.Of('长').ToArray());
        Assert.Equal(["lu", "shuai"], Pinyin.Of('率').ToArray());
        Assert.Empty(Pinyin.Of('a').ToArray());
    }

    [Fact]
    public void What_has_a_name_is_suggested_once_and_leads_to_its_page()
    {
        var named = Entries().Where(e => e.ByInitials && e.Name.Length > 0).Select(e => (e.Title, e.Kind, e.Url));
        var suggested = new List<(string Title, string Kind, string Url)>();
        foreach (var path in site.Paths.Where(p => p.StartsWith("search/names-", StringComparison.Ordinal)))
        {
            var text = site.Text(path);
            using var groups = JsonDocument.Parse(
                text[(text.IndexOf(',', StringComparison.Ordinal) + 1)..text.LastIndexOf(')')]
            );
            foreach (var group in groups.RootElement.EnumerateArray())
            {
                suggested.AddRange(
                    group[2]
                        .EnumerateArray()
                        .Select(row => (Name: row[0].GetString()!, Code: row.GetArrayLength() > 1 ? $"{row[1]}" : ""))
                        .Select(row =>
                            (
                                group[0].GetString() is { } kind && kind.StartsWith("指标", StringComparison.Ordinal)
                                    ? $"{row.Code} {row.Name}"
                                    : row.Name,
                                group[0].GetString()!,
                                group[1].GetString()!.Replace("*", row.Code, StringComparison.Ordinal)
                            )
                        )
                );
            }
        }

        Assert.Equal(named.Order(), suggested.Order());
    }

    [Fact]
    public void An_answer_of_the_office_stands_before_those_built_in_and_in_place_of_its_like()
    {
        var edition = SampleEdition.Create();
        var own = new Answer("分数怎么算", ["算分"], "问办公室。", "方法说明");
        var lost = new Answer("去哪里", [], "没有这一栏。", "没有这一栏");
        var told = SitePlan
            .Gather(
                edition with
                {
                    Settings = edition.Settings with { Answers = [own, lost] },
                },
                SampleEdition.Options(edition)
            )
            .Site;
        Assert.Equal("问办公室。", told.Answers[0].Text);
        Assert.Single(told.Answers, a => a.Question == own.Question);
        Assert.Equal(
            $"{edition.Latest.Period}/unions/index.html",
            told.Answers.Single(a => a.Question == lost.Question).Path
        );
        Assert.Equal(Answer.Places.Order(), told.Columns.Select(c => c.Name).Intersect(Answer.Places).Order());
    }

    [Fact]
    public void Words_are_folded_and_cut_at_marks() =>
        Assert.Equal(["r01", "思想引领覆盖率", "80", "abc"], Tokenizer.Words("Ｒ01 思想引领覆盖率（≥80%）ＡＢＣ"));

    [Fact]
    public void Every_key_of_every_entry_leads_to_its_file_and_every_name_and_code_too()
    {
        var (entries, index) = (Entries(), new SearchIndex(site.Files));
        var keys = IndexKeys.For(entries.Select(e => e.Body));
        var files = index.Files.SelectMany((entries, n) => entries.Select(_ => n)).ToArray();
        for (var n = 0; n < entries.Length; n++)
        {
            Assert.All(keys.OfText(entries[n].Body).Distinct(), key => Assert.Contains(files[n], index.Of(key).Keys));
            Assert.All(keys.OfName(entries[n]).Distinct(), key => Assert.True(index.Of(key)[files[n]], key));
            Assert.All(entries[n].Wholes, whole => Assert.Contains(files[n], index.Of("=" + whole).Keys));
        }
    }

    [Fact]
    public void Rare_characters_are_keys_and_pairs_of_common_ones()
    {
        var keys = IndexKeys.For([new string('工', 30) + new string('会', 20) + new string('a', 3), "工樾会𬭚"]);
        Assert.Equal("工会", keys.Common);
        Assert.Equal(["工会", "会工", "樾", "𬭚", "aa"], keys.OfText("工会工樾会𬭚。aa"));
    }

    [Fact]
    public void Names_are_found_by_their_parts_their_initials_and_whole_lines_of_registers_whole_only()
    {
        var keys = IndexKeys.For([]);
        Assert.Equal(["dxz", "xzg", "^dx"], IndexKeys.OfInitials("dxzg"));
        Assert.Equal(["^gh"], IndexKeys.OfInitials("gh"));
        Assert.Empty(IndexKeys.OfInitials("g"));
        var entry = new SearchEntry("a", "任务", "R1 东溪", "", 2, ByInitials: true) { Code = "R1" };
        Assert.Equal(["=r1东溪", "=r1", "=东溪", "r1", "东", "溪", "r1d", "1dx", "^r1"], keys.OfName(entry));
        Assert.Equal(["=r1东溪", "=r1", "=东溪"], keys.OfName(entry with { IsLine = true }));
    }

    [Fact]
    public void Entries_on_disk_are_the_entries_in_order() =>
        Assert.Equal(
            Entries().Select(e => new SearchIndex.Entry(e.Url, e.Kind, e.Title, e.Text, e.Initials, e.Rank)),
            new SearchIndex(site.Files).Files.SelectMany(f => f)
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
        var parts = SearchEntries.Parts(new SearchEntry("a", "专题", "大家访", whole, 7, ByInitials: true)).ToArray();
        Assert.Equal(whole, string.Concat(parts.Select(p => p.Text)));
        Assert.All(parts, p => Assert.InRange(p.Text.Length, 1, 800));
        Assert.All(parts, p => Assert.EndsWith("，", p.Text, StringComparison.Ordinal));
        Assert.Equal(["大家访"], parts.SelectMany(p => p.Wholes));
        Assert.Equal([""], SearchEntries.Parts(new SearchEntry("a", "栏目", "案例", "", 7)).Select(p => p.Text));
    }

    // A synthetic number with a right check digit; it belongs to nobody: no such county exists.
    [Theory]
    [InlineData("证件110199199001010010", "", PersonalKind.IdNumber, "entries-0", "keys-0")]
    [InlineData("慰问名单", "电话“13900001234”", PersonalKind.Mobile, "entries-0")]
    public void The_check_of_the_finished_files_reads_the_index_as_it_is(
        string title,
        string text,
        PersonalKind kind,
        params string[] found
    )
    {
        var files = SearchFiles.Create([new SearchEntry("a", "案例", title, text, 6)]);
        Assert.Equal(
            found.Select(name => ($"site/search/{name}.js", kind)),
            files
                .SelectMany(f => new OutputScanner([]).Scan(f.Path, f.Render().Content.Span))
                .Select(f => (f.Path, f.Kind))
        );
    }

    [Fact]
    public void Numbers_of_files_in_a_row_are_taken_for_no_telephone_number()
    {
        // Each entry fills a file. 甲乙 stands in files 13, 151, 152 and 153.
        var entries = Enumerable
            .Range(0, 154)
            .Select(n => new SearchEntry("a", "", n is 13 or > 150 ? "甲乙" : "丙丁", new string('文', 2600), 1));
        var files = SearchFiles.Create(entries).ToArray();
        Assert.Equal([13, 151, 152, 153], new SearchIndex(files).Of("=甲乙").Keys);
        Assert.Empty(files.SelectMany(f => new OutputScanner([]).Scan(f.Path, f.Render().Content.Span)));
    }

    [Fact]
    public void Every_entry_leads_to_a_page_of_the_site() =>
        Assert.All(Entries(), e => Assert.True(site.Has(e.Url.Split('#')[0]), e.Url));

    [Fact]
    public void Nothing_that_a_query_loads_is_large() =>
        Assert.All(
            site.Paths.Where(p =>
                p.StartsWith("search/", StringComparison.Ordinal) && p.EndsWith(".js", StringComparison.Ordinal)
            ),
            p => Assert.InRange(site.Size(p), 1, 10 * 1024)
        );

    private static SearchEntry[] Entries()
    {
        var edition = SampleEdition.Create();
        return [.. SearchEntries.Of(SitePlan.Gather(edition, SampleEdition.Options(edition)).Site)];
    }
}
