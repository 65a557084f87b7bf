using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FuGongJianJia.Writing;

/// <summary>
/// The one way in which Markdown is read（Markdown）, for the check, pages, search and papers alike: what a check sees is
/// what is shown. Tables, footnotes, definition lists, task lists, call-outs, tabs, emphasis beside Han
/// characters; HTML
/// and unsafe links are taken out of the tree, so that no renderer can show them.
/// </summary>
public static partial class ArticleMarkdown
{
    private const int MostDepth = 40;
    private const int MostLinks = 2_000;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseCjkFriendlyEmphasis()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseTaskLists()
        .Use<Containers>()
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

        return TooDeep(document) is { } deep
            ? new([], [deep])
            : new(
                document,
                [.. TakeOut(document), .. Footnotes(document), .. References(document), .. Boxes(document)]
            );
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

    /// <summary>Addresses of its links, in order.</summary>
    public static IEnumerable<string> Links(MarkdownDocument document) =>
        document.Descendants<LinkInline>().Where(l => l is { IsImage: false, Url: not null }).Select(l => l.Url!);

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

    // A mark that leads nowhere stays text, and what no mark leads to is left out: a reader would lose the one or the
    // other without a word.
    private static IEnumerable<ArticleFault> Footnotes(MarkdownDocument document)
    {
        foreach (var (literal, text) in Literals(document))
        {
            if (literal.PreviousSibling is LiteralInline { Content: var open } && open.ToString().EndsWith('['))
            {
                if (NoteMark().Match(text) is { Success: true } match)
                {
                    yield return AtBracket(ArticleFaultKind.NoFootnote, literal, match.Groups[1].Value);
                }
            }
        }

        var written = document.Descendants<LinkReferenceDefinitionGroup>().SelectMany(g => g);
        foreach (
            var unused in written.OfType<FootnoteLinkReferenceDefinition>().Where(d => d.Footnote.Links.Count == 0)
        )
        {
            yield return Fault(ArticleFaultKind.UnusedFootnote, unused, (unused.Footnote.Label ?? "").TrimStart('^'));
        }
    }

    private static IEnumerable<ArticleFault> References(MarkdownDocument document) =>
        Literals(document)
            .Where(l => l.Literal.PreviousSibling is LiteralInline { Content: var open } && open.ToString() == "[")
            .Where(l => BehindBracket(l.Literal.PreviousSibling!) && !l.Text.StartsWith('^'))
            .Select(l => (l.Literal, Match: ReferenceMark().Match(l.Text)))
            .Where(l => l.Match.Success)
            .Select(l => AtBracket(ArticleFaultKind.NoReference, l.Literal, l.Match.Groups[1].Value));

    // The text begins behind the bracket that opens it.
    private static ArticleFault AtBracket(ArticleFaultKind kind, LiteralInline text, string found) =>
        new(kind, text.Line + 1, text.Column, found);

    private static bool BehindBracket(Inline open) =>
        open.PreviousSibling is LiteralInline { Content: var before } && before.ToString().EndsWith(']');

    private static IEnumerable<(LiteralInline Literal, string Text)> Literals(MarkdownDocument document) =>
        document.Descendants<LiteralInline>().Select(l => (l, l.Content.ToString()));

    private static List<ArticleFault> Boxes(MarkdownDocument document)
    {
        var faults = new List<ArticleFault>();
        foreach (var quote in document.Descendants<QuoteBlock>().ToArray())
        {
            if (Callout.Mark(quote) is { } unknown)
            {
                faults.Add(Fault(ArticleFaultKind.UnknownBox, quote, unknown));
            }
        }

        foreach (var box in document.Descendants<CustomContainer>())
        {
            if (box.Parent is not CustomContainer outer || !Tabs.Are(outer))
            {
                var astray = Tabs.Are(box) ? box.FirstOrDefault(b => b is not CustomContainer) : box;
                if (astray is not null)
                {
                    faults.Add(Fault(ArticleFaultKind.UnknownBox, astray, Tabs.TitleOf(box)));
                }
            }
            else if (Tabs.TitleOf(box).Length == 0)
            {
                faults.Add(Fault(ArticleFaultKind.UnknownBox, box));
            }

            if (box.ClosingFencedCharCount == 0)
            {
                faults.Add(Fault(ArticleFaultKind.OpenBox, box, Tabs.TitleOf(box)));
            }
        }

        return faults;
    }

    [GeneratedRegex(@"^\^([^\[\]\s]{1,40})\]")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"^([^\[\]]{1,80})\]")]
    private static partial Regex ReferenceMark();

    // Blocks alone: two colons within a line are text.
    private sealed class Containers : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline) =>
            pipeline.BlockParsers.InsertBefore<FencedCodeBlockParser>(new CustomContainerParser());

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
            if (renderer is HtmlRenderer html)
            {
                html.ObjectRenderers.InsertBefore<Markdig.Renderers.Html.CodeBlockRenderer>(
                    new HtmlCustomContainerRenderer()
                );
            }
        }
    }

    private static string AddressOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";

    private static ArticleFault Fault(ArticleFaultKind kind, MarkdownObject node, string found = "") =>
        new(kind, node.Line + 1, node.Column + 1, found);
}
