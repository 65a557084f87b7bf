using System.Collections.Immutable;
using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Writing;

/// <summary>A heading of a written page（标题）.</summary>
/// <param name="Level">2–6.</param>
/// <param name="Id">Anchor（锚点）.</param>
/// <param name="Text">Text.</param>
public sealed record ArticleHeading(int Level, string Id, string Text);

/// <summary>
/// Headings and their anchors（标题与锚点）: what a page has and what a check knows come from here alone.
/// </summary>
public static class Headings
{
    /// <summary>Gives every heading its level and anchor, and lists them in order.</summary>
    public static ImmutableArray<ArticleHeading> Set(MarkdownDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var headings = ImmutableArray.CreateBuilder<ArticleHeading>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // Written pages start at the second level: the first is the page's title.
            heading.Level = Math.Max(2, heading.Level);
            var text = TextOf(heading.Inline);
            var id = Anchor(text);
            var unique = id;
            while (!taken.Add(unique))
            {
                var count = counts[id] = counts.GetValueOrDefault(id, 1) + 1;
                unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
            }

            heading.GetAttributes().Id = unique;
            headings.Add(new ArticleHeading(heading.Level, unique, text));
        }

        return headings.ToImmutable();
    }

    /// <summary>
    /// The anchor of a text: Chinese stays readable in the address bar, only what breaks an address is left out.
    /// </summary>
    public static string Anchor(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var id = string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_'));
        return id.Length == 0 ? "s" : id;
    }

    /// <summary>Words without marks.</summary>
    public static string TextOf(ContainerInline? inline) =>
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
