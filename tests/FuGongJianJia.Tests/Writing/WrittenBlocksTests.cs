using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using FuGongJianJia.Theme.Site.Writing;
using FuGongJianJia.Writing;
using Markdig.Syntax;

namespace FuGongJianJia.Tests.Writing;

/// <summary>
/// What writers may use beyond plain text, as pages show it: call-outs, tabs, tasks, footnotes, code.
/// </summary>
public sealed class WrittenBlocksTests
{
    [Theory]
    [InlineData("> [!注意]\n> 先核对。", "of-warning", "注意")]
    [InlineData("> [!WARNING] 别急\n> 先核对。", "of-warning", "别急")]
    [InlineData("> [!提示]\n>\n> 先核对。", "of-note", "提示")]
    public void A_call_out_says_its_kind_in_words(string markdown, string kind, string title)
    {
        var box = new HtmlParser().ParseDocument(Html(markdown)).QuerySelector(".callout")!;
        Assert.Contains(kind, box.ClassName!, StringComparison.Ordinal);
        Assert.Equal(("note", title), (box.GetAttribute("role"), box.GetAttribute("aria-label")));
        Assert.Equal([title, "先核对。"], box.QuerySelectorAll("p").Select(p => p.TextContent));
    }

    [Fact]
    public void A_quotation_without_a_mark_stays_one() =>
        Assert.Contains("<blockquote>", Html("> 古人说过[一]。"), StringComparison.Ordinal);

    [Fact]
    public void Tabs_stand_one_below_another_under_their_titles()
    {
        var page = new HtmlParser().ParseDocument(
            Html(":::: 分页\n::: 用 Excel\n甲\n:::\n::: 用 WPS\n乙\n:::\n::::\n")
        );
        Assert.Equal(
            ["用 Excel", "用 WPS"],
            page.QuerySelectorAll(".tabs > .tab > .tab-title").Select(t => t.TextContent)
        );
        Assert.Equal(["甲", "乙"], page.QuerySelectorAll(".tab > p:not(.tab-title)").Select(t => t.TextContent));
    }

    [Fact]
    public void A_task_is_a_mark_that_says_whether_it_is_done()
    {
        var page = new HtmlParser().ParseDocument(Html("- [x] 甲\n- [ ] 乙\n"));
        Assert.Equal(
            ["已完成", "未完成"],
            page.QuerySelectorAll("[role=img]").Select(c => c.GetAttribute("aria-label"))
        );
        Assert.Empty(page.QuerySelectorAll("input"));
    }

    [Fact]
    public void A_footnote_leads_there_and_back()
    {
        var page = new HtmlParser().ParseDocument(Html("一[^a]二[^a]\n\n[^a]: 注。\n"));
        var marks = page.QuerySelectorAll("a.footnote");
        Assert.Equal(2, marks.Length);
        Assert.All(marks, m => Assert.NotNull(page.GetElementById(m.GetAttribute("href")![1..])));
        Assert.All(
            page.QuerySelectorAll("a.footnote-back"),
            b => Assert.NotNull(page.GetElementById(b.GetAttribute("href")![1..]))
        );
    }

    [Theory]
    [InlineData("yaml", "标题: \"年鉴\" # 说明", "na", "标题")]
    [InlineData("yaml", "a: 1 # 说明", "co", "# 说明")]
    [InlineData("bash", "fugong build --no-pdf", "kw", "fugong")]
    [InlineData("nginx", "  listen 80;", "kw", "listen")]
    [InlineData("csharp", "public int A;", "kw", "public")]
    [InlineData("json", "{\"a\": \"b\"}", "st", "\"b\"")]
    public void A_part_of_code_has_the_class_of_its_kind(string language, string code, string kind, string part)
    {
        var page = new HtmlParser().ParseDocument(Html($"```{language}\n{code}\n```\n"));
        Assert.Contains(part, page.QuerySelectorAll($"pre .{kind}").Select(s => s.TextContent.Trim()));
        Assert.Equal(code + "\n", page.QuerySelector("pre")!.TextContent);
    }

    /// <summary>Colour may never change a letter of what is copied.</summary>
    [Fact]
    public void Every_code_of_the_documentation_stays_as_it_was_written()
    {
        var files = Directory.GetFiles(Repository.PathOf("input", "docs"), "*.md");
        var codes = files
            .SelectMany(f => ArticleMarkdown.Read(File.ReadAllText(f)).Document.Descendants<FencedCodeBlock>())
            .Select(c => c.Lines.ToString())
            .ToArray();
        Assert.NotEmpty(codes);
        string[] languages = ["", "yaml", "bash", "nginx", "csharp", "json", "xml", "css", "sql", "powershell", "js"];
        Assert.All(
            codes,
            code =>
                Assert.All(
                    languages,
                    language =>
                        Assert.Equal(
                            code,
                            WebUtility.HtmlDecode(Regex.Replace(Highlighter.Html(code, language), "</?span[^>]*>", ""))
                        )
                )
        );
    }

    private static string Html(string markdown) => SiteMarkdown.Render(markdown).Html.Value;
}
