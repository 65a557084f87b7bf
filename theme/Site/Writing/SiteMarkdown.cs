using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site.Writing;

/// <summary>
/// Markdown of cases and written pages（Markdown）: raw HTML off, headings with anchors, tables in scroll regions.
/// </summary>
public static class SiteMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseCjkFriendlyEmphasis()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.None)
        .Build();

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
        foreach (var inline in document.Descendants<LinkInline>().Where(l => l.Url is not null).ToArray())
        {
            if (!inline.IsImage)
            {
                inline.Url = link is null ? inline.Url : link(inline.Url!);
            }
            else if (image?.Invoke(inline.Url!) is { } shown)
            {
                inline.Url = shown.Address;
                shown.Describe(inline.GetAttributes());
            }
            else
            {
                inline.Remove();
            }
        }

        // Each table gets a scroll region of its own name: landmarks that sound alike cannot be told apart.
        var parts = document.ToHtml(Pipeline).Split("<table>");
        var html = string.Concat(
                parts.Select(
                    (part, n) =>
                        n == 0
                            ? part
                            : string.Create(
                                System.Globalization.CultureInfo.InvariantCulture,
                                $"<div class=\"scroll\" tabindex=\"0\" "
                                    + $"role=\"region\" aria-label=\"表{n}\"><table>{part}"
                            )
                )
            )
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal);
        return new RenderedMarkdown((MarkupString)html, headings);
    }

    /// <summary>Pictures of a text, as written: paths below input/.</summary>
    public static IEnumerable<string> Images(string markdown) =>
        Markdown
            .Parse(markdown, Pipeline)
            .Descendants<LinkInline>()
            .Where(l => l is { IsImage: true, Url: not null })
            .Select(l => PageImage.Clean(l.Url!));

    /// <summary>Text without marks, for search and descriptions.</summary>
    public static string Plain(string markdown) =>
        Markdown.ToPlainText(markdown, Pipeline).ReplaceLineEndings(" ").Trim();

    /// <summary>
    /// The text cut at its second- and third-level headings, without marks, for search; what stands before the first
    /// has no heading.
    /// </summary>
    public static IEnumerable<(MarkdownHeading? Heading, string Text)> Passages(string markdown)
    {
        var (document, headings) = Parse(markdown);
        var byId = headings.ToDictionary(h => h.Id, StringComparer.Ordinal);
        var heading = (MarkdownHeading?)null;
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        var writer = new Markdig.Renderers.HtmlRenderer(text)
        {
            EnableHtmlForBlock = false,
            EnableHtmlForInline = false,
            EnableHtmlEscape = false,
        };
        Pipeline.Setup(writer);
        foreach (var block in document)
        {
            if (block is HeadingBlock { Level: <= 3 } next)
            {
                yield return (heading, Taken());
                heading = byId[next.GetAttributes().Id!];
            }
            else
            {
                writer.Render(block);
            }
        }

        yield return (heading, Taken());

        string Taken()
        {
            var taken = text.ToString().ReplaceLineEndings(" ").Trim();
            text.GetStringBuilder().Clear();
            return taken;
        }
    }

    private static (MarkdownDocument Document, List<MarkdownHeading> Headings) Parse(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var headings = new List<MarkdownHeading>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // Written pages start at the second level: the first is the page's title.
            heading.Level = Math.Max(2, heading.Level);
            var text = PlainText(heading.Inline);
            var id = Anchor(text, headings);
            heading.GetAttributes().Id = id;
            headings.Add(new MarkdownHeading(heading.Level, id, text));
        }

        return (document, headings);
    }

    // Chinese anchors stay readable in the address bar; only what breaks an address is left out.
    private static string Anchor(string text, List<MarkdownHeading> before)
    {
        var id = string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));
        id = id.Length == 0 ? "s" : id;
        var unique = id;
        for (var n = 2; before.Exists(h => string.Equals(h.Id, unique, StringComparison.Ordinal)); n++)
        {
            unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{n}");
        }

        return unique;
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
