using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Docs;

namespace FuGongJianJia.Tests.Site;

/// <summary>
/// Books beside the yearbook: order, kinds, folders, versions, links, terms, what is printed together.
/// </summary>
public sealed class DocBookTests
{
    private static readonly ImmutableArray<PageView> Pages =
    [
        Page("index", "工作手册", 0, null, "到任先看这里。"),
        Page("rules", "制度", 1, DocKind.Reference, "会籍管理。"),
        Page(
            "start",
            "第一周",
            2,
            DocKind.Tutorial,
            "先看[带什么](visits/index.md#带什么)，再走职工之家[^1]。\n\n[^1]: 三处。\n"
        ),
        Page("visits/after", "家访以后", 2, null, "见[家访](index.md)、[第一周](../start.md)。"),
        Page("visits", "家访", 1, DocKind.HowTo, "## 带什么\n\n带职工之家的名册。") with
        {
            File = "handbook/visits/index.md",
        },
        Page("glossary", "术语", 9, DocKind.Reference, "| 术语 | 意思 |\n|---|---|\n| 职工之家 | 职工活动的地方 |\n"),
        Page("2023/start", "第一周", 1, null, "旧的。"),
    ];

    [Fact]
    public void Pages_are_read_kind_by_kind_and_a_folder_before_what_it_holds()
    {
        var (book, old) = Books();
        Assert.Equal(["第一周", "家访", "家访以后", "制度", "术语"], book.Pages.Select(p => p.Title));
        Assert.Equal(["教程", "怎么做", "参考"], book.Groups.Select(g => g.Title));
        Assert.Equal(("工作手册", "2023年版"), (book.Title, old.VersionTitle));
        Assert.Equal(["handbook/2023/start/index.html"], old.Pages.Select(p => p.Path));
    }

    [Fact]
    public void A_page_leads_to_its_neighbours_to_other_files_and_to_its_other_version()
    {
        var site = Site();
        var page = Parse(site, "handbook/visits/after/index.html");
        Assert.Equal(["家访", "制度"], page.QuerySelectorAll(".turn a").Select(a => a.LastChild!.TextContent));
        Assert.Equal(
            ["../index.html", "../../start/index.html"],
            page.QuerySelectorAll(".prose a").Select(a => a.GetAttribute("href"))
        );
        var start = Parse(site, "handbook/start/index.html");
        Assert.Equal("../visits/index.html#带什么", Address(start.QuerySelector(".prose a")));
        Assert.Contains(
            start.QuerySelectorAll(".periods a"),
            a => a.GetAttribute("href")!.EndsWith("2023/start/index.html", StringComparison.Ordinal)
        );
        Assert.NotNull(Parse(site, "handbook/2023/start/index.html").QuerySelector(".old-version a"));
    }

    [Fact]
    public void A_term_is_explained_once_a_page_and_nowhere_on_the_page_that_explains_it()
    {
        var site = Site();
        var term = Assert.Single(Parse(site, "handbook/visits/index.html").QuerySelectorAll("a.term"));
        Assert.Equal("职工活动的地方", term.GetAttribute("data-meaning"));
        Assert.Equal("../glossary/index.html#术语-职工之家", Address(term));
        var glossary = Parse(site, "handbook/glossary/index.html");
        Assert.Empty(glossary.QuerySelectorAll("a.term"));
        Assert.Equal("TR", glossary.GetElementById("术语-职工之家")!.TagName);
    }

    [Fact]
    public void What_is_printed_together_has_no_anchor_twice_and_links_within_itself()
    {
        var page = Parse(Site(), "handbook/all/index.html");
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        var within = page.QuerySelectorAll(".prose a[href^='#']").Select(a => Address(a)[1..]).ToArray();
        Assert.Contains("visits--带什么", within);
        Assert.All(within, id => Assert.Contains(id, ids));
        Assert.Equal("H3", page.GetElementById("visits--带什么")!.TagName);
    }

    [Fact]
    public void Editing_and_answering_are_offered_where_the_office_says_how()
    {
        var docs = new DocsSettings
        {
            EditAddress = "https://git.example.cn/input/",
            FeedbackAddress = "https://example.cn/yj",
        };
        var tools = Parse(Site(docs), "handbook/start/index.html").QuerySelectorAll(".page-tools a");
        Assert.Contains(tools, a => a.GetAttribute("href") == "https://git.example.cn/input/handbook/start.md");
        Assert.Contains(tools, a => a.GetAttribute("href") == "https://example.cn/yj");
        Assert.Single(Parse(Site(), "handbook/start/index.html").QuerySelectorAll(".page-tools a"));
    }

    [Fact]
    public void Documentation_that_is_left_out_leaves_nothing_and_the_handbook_stays()
    {
        var site = Site(new DocsSettings { ArePublished = false });
        Assert.DoesNotContain(site, f => f.Path.StartsWith("site/docs/", StringComparison.Ordinal));
        Assert.DoesNotContain(site, f => f.Path.StartsWith("site/search/docs", StringComparison.Ordinal));
        Assert.Contains(site, f => f.Path == "site/handbook/index.html");
        var footer = Parse(site, "index.html").QuerySelectorAll(".colophon a").Select(a => a.TextContent).ToArray();
        Assert.Contains("工作手册", footer);
        Assert.DoesNotContain("编印文档", footer);
    }

    [Fact]
    public void Every_book_has_its_own_search_and_the_yearbook_does_not_hold_the_documentation()
    {
        var site = Site();
        Assert.Contains("会籍管理", Text(site, "search/handbook/entries-0.js"), StringComparison.Ordinal);
        Assert.Contains("FG0001", Concat(site, "search/docs/entries-"), StringComparison.Ordinal);
        var yearbook = Concat(site, "search/entries-");
        Assert.Contains("会籍管理", yearbook, StringComparison.Ordinal);
        Assert.DoesNotContain("FG0001", yearbook, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024", true)]
    [InlineData("v2", true)]
    [InlineData("v2-1", true)]
    [InlineData("visits", false)]
    [InlineData("20245", false)]
    [InlineData("v", false)]
    public void A_version_is_a_year_or_a_number(string folder, bool expected) =>
        Assert.Equal(expected, DocBook.IsVersion(folder));

    // Anchors in Chinese stand there as browsers send them.
    private static string Address(IElement? link) => Uri.UnescapeDataString(link?.GetAttribute("href") ?? "");

    private static PageView Page(string slug, string title, int order, DocKind? kind, string body) =>
        new("handbook/" + slug, title, order, body) { Kind = kind };

    private static (DocBook Book, DocBook Old) Books() =>
        DocBook.Collect(Pages, [], new DocsSettings { ArePublished = false }) is [var book, var old]
            ? (book, old)
            : throw new InvalidOperationException("There are two books.");

    private static ImmutableArray<OutputFile> Site(DocsSettings? docs = null)
    {
        var edition = SampleEdition.Create();
        edition = edition with
        {
            Pages = edition.Pages.AddRange(Pages),
            Settings = edition.Settings with { Docs = docs ?? new() },
        };
        return SitePlan.Create(edition, SampleEdition.Options(edition));
    }

    private static string Concat(ImmutableArray<OutputFile> site, string beginning) =>
        string.Concat(
            site.Select(f => f.Path["site/".Length..])
                .Where(p => p.StartsWith(beginning, StringComparison.Ordinal))
                .Select(p => Text(site, p))
        );

    private static string Text(ImmutableArray<OutputFile> site, string path) =>
        Encoding.UTF8.GetString(site.Single(f => f.Path == "site/" + path).Render().Content.Span);

    private static IHtmlDocument Parse(ImmutableArray<OutputFile> site, string path) =>
        new HtmlParser().ParseDocument(Text(site, path));
}
