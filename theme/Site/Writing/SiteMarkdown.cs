using System.Globalization;
using FuGongJianJia.Writing;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Writing;

/// <summary>
/// Markdown of cases and written pages（Markdown）: headings with anchors, tables in scroll regions.
/// </summary>
public static class SiteMarkdown
{
    private static readonly string[] Marks = ["[!", ":::", "[^", "[ ]", "[x]", "```", "~~~"];

    /// <summary>HTML of a text and its headings, for “on this page”.</summary>
    /// <param name="markdown">Text.</param>
    /// <param name="link">Turns a link as written into one for the page; null keeps links as they are.</param>
    /// <param name="image">Gives a picture's address on the page and its size; null, or nothing from it, leaves the
    /// picture out.</param>
    /// <param name="frame">Where the text stands; null for a page of its own.</param>
    public static RenderedMarkdown Render(
        string markdown,
        Func<string, string>? link = null,
        Func<string, PageImage?>? image = null,
        TextFrame? frame = null
    )
    {
        frame ??= TextFrame.Alone;
        var document = ArticleMarkdown.Read(markdown).Document;
        var headings = Headings.Set(document);
        Shift(document, frame);
        var first = true;
        foreach (var inline in document.Descendants<LinkInline>().Where(l => l.Url is not null).ToArray())
        {
            if (!inline.IsImage)
            {
                inline.Url = link is null ? inline.Url : link(inline.Url!);
            }
            else if (image?.Invoke(inline.Url!) is { } shown)
            {
                inline.Url = shown.Source;
                shown.Describe(inline.GetAttributes(), first);
                first = false;
            }
            else
            {
                inline.Remove();
            }
        }

        if (frame.IsGlossary)
        {
            GlossaryTerm.Set(document);
        }
        else if (frame.Terms is { } terms)
        {
            terms.Explain(document, frame.Address);
        }

        // Each table gets a scroll region of its own name: landmarks that sound alike cannot be told apart.
        var parts = ToHtml(document, frame).Split("<table>");
        var html = string.Concat(
                parts.Select(
                    (part, n) =>
                        n == 0
                            ? part
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $"<div class=\"scroll\" tabindex=\"0\" "
                                    + $"role=\"region\" aria-label=\"{frame.Name}表{n}\"><table>{part}"
                            )
                )
            )
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal);
        return new RenderedMarkdown((MarkupString)html, headings);
    }

    /// <summary>
    /// False where a text may hold what docs.css and docs.js are for: call-outs, tabs, footnotes, task lists, code.
    /// </summary>
    public static bool IsPlain(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return !Array.Exists(Marks, mark => markdown.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    private static void Shift(MarkdownDocument document, TextFrame frame)
    {
        if (frame.Prefix.Length + frame.Depth == 0)
        {
            return;
        }

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(6, heading.Level + frame.Depth);
            heading.GetAttributes().Id = frame.Prefix + heading.GetAttributes().Id;
        }
    }

    /// <summary>
    /// The text cut at its second- and third-level headings, without marks, for search; what stands before the first
    /// has no heading.
    /// </summary>
    public static IEnumerable<(ArticleHeading? Heading, string Text)> Passages(string markdown)
    {
        var document = ArticleMarkdown.Read(markdown).Document;
        var byId = Headings.Set(document).ToDictionary(h => h.Id, StringComparer.Ordinal);
        var heading = (ArticleHeading?)null;
        var passage = new List<Block>();
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: <= 3 } next)
            {
                yield return (heading, ArticleMarkdown.Plain(passage));
                heading = byId[next.GetAttributes().Id!];
                passage.Clear();
            }
            else
            {
                passage.Add(block);
            }
        }

        yield return (heading, ArticleMarkdown.Plain(passage));
    }

    // What a page made of an address is looked at once more, where it is written.
    private static string ToHtml(MarkdownDocument document, TextFrame frame)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(text) { LinkRewriter = address => SafeAddress.IsSafe(address) ? address : "" };
        ArticleMarkdown.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<QuoteBlockRenderer>(new CalloutRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlCustomContainerRenderer>(new TabsRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTaskListRenderer>(new TaskRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new CodeRenderer());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new NoteMarkRenderer(frame.Prefix));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new NotesRenderer(frame.Prefix));
        renderer.Render(document);
        return text.ToString();
    }
}

/// <summary>Where a text stands（正文的框架）: alone on a page of its own, or as one of several.</summary>
public sealed record TextFrame
{
    /// <summary>On a page of its own, without a glossary.</summary>
    public static TextFrame Alone { get; } = new();

    /// <summary>Stands before every anchor, so that texts on one page have none in common.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>How many levels its headings stand below their own.</summary>
    public int Depth { get; init; }

    /// <summary>Stands before the names of its tables.</summary>
    public string Name { get; init; } = "";

    /// <summary>Terms that are explained; null for none.</summary>
    public GlossaryTerms? Terms { get; init; }

    /// <summary>True for the text that explains them.</summary>
    public bool IsGlossary { get; init; }

    /// <summary>Gives an address below site/ as the page links to it.</summary>
    public Func<string, string> Address { get; init; } = static path => path;
}

/// <summary>Rendered Markdown.</summary>
/// <param name="Html">HTML.</param>
/// <param name="Headings">Headings in order.</param>
public sealed record RenderedMarkdown(MarkupString Html, IReadOnlyList<ArticleHeading> Headings);
