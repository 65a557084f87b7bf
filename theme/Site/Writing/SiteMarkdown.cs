using System.Globalization;
using FuGongJianJia.Writing;
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
    /// <summary>HTML of a text and its second-level headings, for “on this page”.</summary>
    /// <param name="markdown">Text.</param>
    /// <param name="link">Turns a link as written into one for the page; null keeps links as they are.</param>
    /// <param name="image">Gives a picture's address on the page and its size; null, or nothing from it, leaves the
    /// picture out.</param>
    public static RenderedMarkdown Render(
        string markdown,
        Func<string, string>? link = null,
        Func<string, PageImage?>? image = null
    )
    {
        var (document, headings) = Parse(markdown);
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

        // Each table gets a scroll region of its own name: landmarks that sound alike cannot be told apart.
        var parts = ToHtml(document).Split("<table>");
        var html = string.Concat(
                parts.Select(
                    (part, n) =>
                        n == 0
                            ? part
                            : string.Create(
                                CultureInfo.InvariantCulture,
                                $"<div class=\"scroll\" tabindex=\"0\" "
                                    + $"role=\"region\" aria-label=\"表{n}\"><table>{part}"
                            )
                )
            )
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal);
        return new RenderedMarkdown((MarkupString)html, headings);
    }

    /// <summary>
    /// The text cut at its second- and third-level headings, without marks, for search; what stands before the first
    /// has no heading.
    /// </summary>
    public static IEnumerable<(MarkdownHeading? Heading, string Text)> Passages(string markdown)
    {
        var (document, headings) = Parse(markdown);
        var byId = headings.ToDictionary(h => h.Id, StringComparer.Ordinal);
        var heading = (MarkdownHeading?)null;
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
    private static string ToHtml(MarkdownDocument document)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(text) { LinkRewriter = address => SafeAddress.IsSafe(address) ? address : "" };
        ArticleMarkdown.Setup(renderer);
        renderer.Render(document);
        return text.ToString();
    }

    private static (MarkdownDocument Document, List<MarkdownHeading> Headings) Parse(string markdown)
    {
        var document = ArticleMarkdown.Read(markdown).Document;
        var headings = new List<MarkdownHeading>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // Written pages start at the second level: the first is the page's title.
            heading.Level = Math.Max(2, heading.Level);
            var text = PlainText(heading.Inline);
            var id = Anchor(text);
            var unique = id;
            while (!taken.Add(unique))
            {
                var count = counts[id] = counts.GetValueOrDefault(id, 1) + 1;
                unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
            }

            heading.GetAttributes().Id = unique;
            headings.Add(new MarkdownHeading(heading.Level, unique, text));
        }

        return (document, headings);
    }

    // Chinese anchors stay readable in the address bar; only what breaks an address is left out.
    private static string Anchor(string text)
    {
        var id = string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));
        return id.Length == 0 ? "s" : id;
    }

    private static string PlainText(ContainerInline? inline) =>
        inline is null
            ? ""
            : string.Concat(
                inline
                    .Descendants()
                    .Select(i =>
                        i switch
                        {
                            LiteralInline l => l.Content.ToString(),
                            CodeInline c => c.Content,
                            _ => "",
                        }
                    )
            );
}

/// <summary>A heading of a written page.</summary>
/// <param name="Level">2–6.</param>
/// <param name="Id">Anchor.</param>
/// <param name="Text">Text.</param>
public sealed record MarkdownHeading(int Level, string Id, string Text);

/// <summary>Rendered Markdown.</summary>
/// <param name="Html">HTML.</param>
/// <param name="Headings">Headings in order.</param>
public sealed record RenderedMarkdown(MarkupString Html, IReadOnlyList<MarkdownHeading> Headings);
