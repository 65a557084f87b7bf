using System.Collections.Immutable;
using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Writing;

/// <summary>
/// The one way in which Markdown is read（Markdown）, for the check, pages, search and papers alike: what a check sees is
/// what is shown. Tables, footnotes, definition lists, emphasis beside Han characters; HTML and unsafe links are taken
/// out of the tree, so that no renderer can show them.
/// </summary>
public static class ArticleMarkdown
{
    private const int MostDepth = 40;
    private const int MostLinks = 2_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseCjkFriendlyEmphasis()
        .UseFootnotes()
        .UseDefinitionLists()
        .UsePreciseSourceLocation()
        .Build();

    /// <summary>Reads a text.</summary>
    public static ArticleText Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        if (MarkdownBounds.Find(markdown) is { } beyond)
        {
            return new([], [beyond]);
        }

        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what nests too deeply with this exception, and does not say where.
            return new([], [new(ArticleFaultKind.TooDeep, 0, 0)]);
        }

        return TooDeep(document) is { } deep ? new([], [deep]) : new(document, TakeOut(document));
    }

    /// <summary>Makes a renderer know what the pipeline knows.</summary>
    public static void Setup(IMarkdownRenderer renderer) => Pipeline.Setup(renderer);

    /// <summary>Text without marks, in one line.</summary>
    public static string Plain(string markdown) => Plain(Read(markdown).Document);

    /// <summary>Text without marks of some blocks, in one line.</summary>
    public static string Plain(IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var writer = new HtmlRenderer(text)
        {
            EnableHtmlForBlock = false,
            EnableHtmlForInline = false,
            EnableHtmlEscape = false,
        };
        Setup(writer);
        foreach (var block in blocks)
        {
            writer.Render(block);
        }

        return text.ToString().ReplaceLineEndings(" ").Trim();
    }

    /// <summary>Addresses of its pictures as paths below input/, in order.</summary>
    public static IEnumerable<string> Images(string markdown) =>
        Read(markdown)
            .Document.Descendants<LinkInline>()
            .Where(l => l is { IsImage: true, Url: not null })
            .Select(l => PathOf(l.Url!));

    /// <summary>./images/a.png is images/a.png.</summary>
    public static string PathOf(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.StartsWith("./", StringComparison.Ordinal) ? address[2..] : address;
    }

    // Whoever renders goes down as deep as the tree: measured without going down.
    private static ArticleFault? TooDeep(MarkdownDocument document)
    {
        var open = new Stack<(MarkdownObject Node, int Depth)>();
        open.Push((document, 0));
        while (open.TryPop(out var at))
        {
            if (at.Depth > MostDepth)
            {
                return Fault(ArticleFaultKind.TooDeep, at.Node);
            }

            IEnumerable<MarkdownObject> inner = at.Node switch
            {
                ContainerBlock blocks => blocks,
                LeafBlock { Inline: { } inlines } => inlines,
                ContainerInline inlines => inlines,
                _ => [],
            };
            foreach (var node in inner)
            {
                open.Push((node, at.Depth + 1));
            }
        }

        return null;
    }

    private static ImmutableArray<ArticleFault> TakeOut(MarkdownDocument document)
    {
        var faults = ImmutableArray.CreateBuilder<ArticleFault>();
        var links = 0;
        foreach (var node in document.Descendants())
        {
            links += node is LinkInline or AutolinkInline ? 1 : 0;
            if (links == MostLinks + 1)
            {
                faults.Add(Fault(ArticleFaultKind.TooMany, node));
                links++;
            }

            switch (node)
            {
                case HtmlBlock html:
                    faults.Add(Fault(ArticleFaultKind.RawHtml, html));
                    html.Lines = default;
                    break;
                case HtmlInline html:
                    faults.Add(Fault(ArticleFaultKind.RawHtml, html));
                    html.Tag = "";
                    break;
                case LinkInline { IsImage: false } link when !SafeAddress.IsSafe(AddressOf(link)):
                    faults.Add(Fault(ArticleFaultKind.UnsafeLink, link, AddressOf(link)));
                    (link.Url, link.GetDynamicUrl) = ("", null);
                    break;
                case AutolinkInline { IsEmail: false } link when !SafeAddress.IsSafe(link.Url):
                    faults.Add(Fault(ArticleFaultKind.UnsafeLink, link, link.Url));
                    link.Url = "";
                    break;
            }
        }

        return faults.ToImmutable();
    }

    private static string AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";

    private static ArticleFault Fault(ArticleFaultKind kind, MarkdownObject node, string found = "") =>
        new(kind, node.Line + 1, node.Column + 1, found);
}
