using System.Diagnostics;
using AngleSharp.Html.Parser;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Site.Docs;
using FuGongJianJia.Theme.Site.Writing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Tests.Writing;

/// <summary>One way of reading Markdown: what is found there is what pages and papers show.</summary>
public sealed class ArticleMarkdownTests
{
    /// <summary>Every form in which Markdown can hold a link that runs something.</summary>
    public static TheoryData<string> Unsafe =>
        [
            "[点我](javascript:alert(1))",
            "[点我](<java\tscript:alert(1)>)",
            "[点我](javascript&colon;alert(1))",
            "[点我](javascript&#58;alert(1))",
            "[点我](&#1;javascript:alert(1))",
            "[点我][1]\n\n[1]: javascript:alert(1)",
            "[点我]\n\n[点我]: data:text/html,x",
            "<javascript:alert(1)>",
            "词\n: 见[点我](javascript:alert(1))",
            "注[^1]\n\n[^1]: 见[点我](javascript:alert(1))",
            "| 甲 |\n|---|\n| [点我](javascript:alert(1)) |",
            "> - **[点我](vbscript:x)**",
            "# [点我](data:text/html,x)",
            "[点我](//example.cn)",
            "[![图](a.png)](javascript:alert(1))",
        ];

    public static TheoryData<string> Html =>
        [
            "<script>alert(1)</script>",
            "字<b onclick=x>粗</b>",
            "<!-- 注 -->",
            "词\n: <i>斜</i>",
            "注[^1]\n\n[^1]: <u>下</u>",
        ];

    [Theory]
    [MemberData(nameof(Unsafe))]
    public void An_unsafe_link_is_found_and_shown_nowhere(string markdown)
    {
        var fault = Assert.Single(ArticleMarkdown.Read(markdown).Faults);
        Assert.Equal(ArticleFaultKind.UnsafeLink, fault.Kind);
        Assert.True(fault.Line > 0 && fault.Column > 0);
        var page = new HtmlParser().ParseDocument(SiteMarkdown.Render(markdown).Html.Value);
        Assert.All(
            page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!),
            address => Assert.True(address.Length == 0 || address[0] == '#', address)
        );
        Assert.DoesNotContain("script:", string.Concat(MarkdownBlocks.Read(markdown, new ParagraphStyle())));
    }

    [Theory]
    [MemberData(nameof(Html))]
    public void Html_is_found_and_shown_nowhere(string markdown)
    {
        Assert.All(
            ArticleMarkdown.Read(markdown).Faults,
            f => Assert.Equal((ArticleFaultKind.RawHtml, true), (f.Kind, f.Line > 0))
        );
        Assert.NotEmpty(ArticleMarkdown.Read(markdown).Faults);
        Assert.DoesNotMatch("<(script|b|i|u|!--)[ >]", SiteMarkdown.Render(markdown).Html.Value);
    }

    [Fact]
    public void A_place_is_the_writers_own() =>
        Assert.Equal(
            new ArticleFault(ArticleFaultKind.UnsafeLink, 3, 4, "javascript:x"),
            Assert.Single(ArticleMarkdown.Read("一\n\n见一下[点](javascript:x)").Faults)
        );

    /// <summary>What takes a parser long, or deep, in a few kilobytes.</summary>
    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "links in links", Times("[", 10_000) + "字" + Times("](x)", 10_000) },
            { "pictures in pictures", Times("![", 10_000) + "字" + Times("](x)", 10_000) },
            { "brackets", Times("[", 10_000) + Times("]", 10_000) },
            { "links", string.Join("\n\n", Enumerable.Repeat("[甲](b)", 9_000)) },
            { "quotations", Times("> ", 10_000) + "字" },
            { "tight quotations", Times(">", 400) + "字" },
            { "lists in a line", Times("- ", 10_000) + "字" },
            { "lists in lines", string.Concat(Enumerable.Range(0, 300).Select(i => Times(" ", 2 * i) + "* 字\n")) },
            { "numbers in lines", string.Concat(Enumerable.Range(0, 200).Select(i => Times(" ", 3 * i) + "1. 字\n")) },
            { "quoted lists", Times("> 1. ", 300) + "字" },
            { "emphasis", Times("*甲 **甲 ", 9_000) + "字" + Times(" 甲** 甲*", 9_000) },
            { "stars", Times("*", 50_000) + "字" + Times("*", 50_000) },
            { "openers", Times("_甲 ", 20_000) },
            { "columns", Times("|甲", 3_000) + "\n" + Times("|-", 3_000) + "\n" + Times("|乙\n", 300) },
            { "rows", "|甲|乙|\n|-|-|\n" + Times("|丙|丁|\n", 20_000) },
            { "tables in tables", Times("|甲|乙|\n|-|-|\n|", 10_000) },
            { "tables", Times("|甲|乙|\n|-|-|\n|丙|丁|\n\n", 5_000) },
            { "ticks", string.Concat(Enumerable.Range(1, 800).Select(i => "甲" + Times("`", i))) },
            { "definitions", string.Concat(Enumerable.Range(0, 100).Select(i => Times(" ", 4 * i) + "甲\n\n:   ")) },
            { "emphasis within", Times("*[**", 60) + "字" + Times("**](a)*", 60) },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_too_deep_or_too_much_has_a_place_and_takes_no_time(string name, string markdown)
    {
        var watch = Stopwatch.StartNew();
        var text = ArticleMarkdown.Read("开头。\n\n" + markdown);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(9), $"{name}: {watch.Elapsed}");
        Assert.All(
            text.Faults.Where(f => f.Kind is ArticleFaultKind.TooDeep or ArticleFaultKind.TooMany),
            f => Assert.True(f is { Line: > 2, Column: > 0 }, $"{name}: {f}")
        );
        Assert.True(text.Faults.Length > 0 || name is "definitions" or "emphasis within" or "ticks", name);
        SiteMarkdown.Render(markdown);
        MarkdownBlocks.Read(markdown, new ParagraphStyle());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(9), $"{name}: {watch.Elapsed}");
    }

    [Fact]
    public void An_ordinary_manual_is_far_from_every_bound()
    {
        var rules = string.Concat(
            Enumerable.Repeat("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n\n", 3)
        );
        var code = "```\n" + Times(" ", 80) + "缩进很深的代码\n```\n";
        var table = "| 甲 | 乙 |\n|---|---|\n" + string.Concat(Enumerable.Repeat("| `a` | [乙](b) |\n", 300));
        Assert.Empty(ArticleMarkdown.Read(rules + code + "\n" + table).Faults);
        Assert.All(DerivedDocuments.All(), d => Assert.Empty(ArticleMarkdown.Read(d.Body).Faults));
    }

    [Fact]
    public void Footnotes_and_definitions_stand_on_paper_as_on_pages()
    {
        const string Text = "应访尽访[^1]。\n\n[^1]: 指全部应访职工。\n\n大家访\n: 干部走访职工家庭。\n";
        Assert.Contains("指全部应访职工", SiteMarkdown.Render(Text).Html.Value, StringComparison.Ordinal);
        var blocks = MarkdownBlocks.Read(Text, new ParagraphStyle());
        var note = Assert.Single(blocks.OfType<Paragraph>().SelectMany(p => p.Content.Inlines).OfType<Footnote>());
        Assert.Equal("指全部应访职工。", string.Concat(note.Content.Inlines.OfType<Run>().Select(r => r.Content)));
        Assert.Equal(
            ["应访尽访。", "大家访", "干部走访职工家庭。"],
            blocks
                .OfType<Paragraph>()
                .Select(p => string.Concat(p.Content.Inlines.OfType<Run>().Select(r => r.Content)))
        );
    }

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
