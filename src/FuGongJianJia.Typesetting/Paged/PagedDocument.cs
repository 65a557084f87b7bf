using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Typesetting.Paged;

/// <summary>
/// A document after layout（排好的文档）: pages of placed items and the logical structure over them.
/// Layout makes it, the PDF writer turns it into bytes. Lengths are points, the origin of a page is its top left
/// corner.
/// </summary>
public sealed record PagedDocument
{
    /// <summary>Pages in order; never empty.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>Root of the structure tree (Document).</summary>
    public required StructureNode Structure { get; init; }

    /// <summary>Outline（书签）.</summary>
    public ImmutableArray<OutlineEntry> Outline { get; init; } = [];

    /// <summary>Metadata.</summary>
    public required DocumentInfo Info { get; init; }

    /// <summary>Attached files（附件）.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];
}

/// <summary>Metadata of a document（文档信息）; nothing of a clock or a machine.</summary>
public sealed record DocumentInfo
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Author: an organisation.</summary>
    public string Author { get; init; } = "";

    /// <summary>Subject.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Keywords.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>Language tag.</summary>
    public string Language { get; init; } = "zh-CN";

    /// <summary>Date of the document, given from outside; midnight at +08:00 is written.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Producer name and version.</summary>
    public string Producer { get; init; } = "FuGongJianJia.Typesetting";
}

/// <summary>A file carried inside the PDF（附件）.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">Such as text/csv.</param>
/// <param name="Description">What it is.</param>
/// <param name="Content">Bytes.</param>
public sealed record Attachment(string Name, string MediaType, string Description, ImmutableArray<byte> Content);

/// <summary>A page（页）.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Label">Page label as printed, such as 1 or iii.</param>
/// <param name="Items">Items in painting order.</param>
public sealed record Page(double Width, double Height, string Label, ImmutableArray<PageItem> Items)
{
    /// <summary>Links of the page.</summary>
    public ImmutableArray<PageLink> Links { get; init; } = [];
}

/// <summary>Something placed on a page（页面元素）.</summary>
public abstract record PageItem
{
    private protected PageItem() { }

    /// <summary>
    /// The leaf of the structure tree that it belongs to; null for an artifact (rules, running heads, page numbers).
    /// </summary>
    public StructureNode? Structure { get; init; }

    /// <summary>
    /// What an item without structure is; by default text in the top or bottom eighth of the page is a running head or
    /// foot.
    /// </summary>
    public ArtifactKind Artifact { get; init; }
}

/// <summary>Kind of page content that is not read（装饰内容; ISO 32000-1, 14.8.2.2.2）.</summary>
public enum ArtifactKind
{
    /// <summary>
    /// By position: text in the top eighth of the page is a Header, in the bottom eighth a Footer, all else is Other.
    /// </summary>
    ByPlace,

    /// <summary>页眉.</summary>
    Header,

    /// <summary>页脚, page numbers.</summary>
    Footer,

    /// <summary>Rules, backgrounds, repeated heads of tables.</summary>
    Other,
}

/// <summary>Glyphs of one face and size on one baseline（字形串）.</summary>
/// <param name="Face">Face.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Origin of the first glyph.</param>
/// <param name="Y">Baseline.</param>
/// <param name="Glyphs">Glyphs.</param>
public sealed record GlyphRun(
    FontFace Face,
    double Size,
    Rgb Color,
    double X,
    double Y,
    ImmutableArray<PlacedGlyph> Glyphs
) : PageItem;

/// <summary>A glyph in a run.</summary>
/// <param name="Glyph">Glyph id in the face.</param>
/// <param name="Text">The characters it stands for (usually one); what copying and searching give back.</param>
/// <param name="Offset">Origin relative to the run's X, points.</param>
public readonly record struct PlacedGlyph(ushort Glyph, string Text, double Offset);

/// <summary>A filled or stroked path on a page.</summary>
/// <param name="Segments">Page coordinates, y down.</param>
/// <param name="Fill">Fill.</param>
/// <param name="Stroke">Stroke.</param>
public sealed record PathItem(ImmutableArray<Segment> Segments, Fill? Fill, Stroke? Stroke) : PageItem;

/// <summary>
/// A figure: a drawing whose top left corner stands at (X, Y), scaled. Its texts are set with the given faces.
/// </summary>
/// <param name="Drawing">Drawing.</param>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Scale">Scale, 1 for its own size.</param>
/// <param name="Faces">Faces for its texts.</param>
public sealed record DrawingItem(Drawing.Drawing Drawing, double X, double Y, double Scale, FontSet Faces) : PageItem;

/// <summary>A raster image in a box: PNG without interlacing (an alpha channel is set on white), or JPEG.</summary>
/// <param name="Content">The file's bytes.</param>
/// <param name="Area">Where.</param>
public sealed record ImageItem(ImmutableArray<byte> Content, Rectangle Area) : PageItem;

/// <summary>A link area（链接）.</summary>
/// <param name="Area">Area on the page.</param>
/// <param name="Uri">Outside address; null for an inside link.</param>
/// <param name="Target">Inside target; null for an outside link.</param>
/// <param name="Description">What it leads to（Contents）.</param>
/// <param name="Structure">The Link element it belongs to.</param>
public sealed record PageLink(
    Rectangle Area,
    string? Uri,
    Destination? Target,
    string Description,
    StructureNode? Structure
);

/// <summary>A place in the document（目标）.</summary>
/// <param name="Page">0-based page index.</param>
/// <param name="Top">Distance from the top of that page, points.</param>
public sealed record Destination(int Page, double Top);

/// <summary>An entry of the outline（书签）.</summary>
/// <param name="Title">Text.</param>
/// <param name="Target">Where.</param>
/// <param name="Children">Entries below.</param>
public sealed record OutlineEntry(string Title, Destination Target, ImmutableArray<OutlineEntry> Children);

/// <summary>
/// An element of the structure tree（结构元素）. Built top down while layout runs, then not changed.
/// Identity matters: page items point to their node.
/// </summary>
public sealed class StructureNode
{
    private readonly List<StructureNode> _children = [];

    /// <summary>Makes an element below a parent (null for the root).</summary>
    public StructureNode(string tag, StructureNode? parent)
    {
        Tag = tag;
        Parent = parent;
        parent?._children.Add(this);
    }

    /// <summary>
    /// Standard structure type of PDF 1.7: Document, H1–H6, P, L, LI, Lbl, LBody, Table, TR, TH, TD, Figure, Caption,
    /// TOC, TOCI, Link, Note …
    /// </summary>
    public string Tag { get; }

    /// <summary>Parent.</summary>
    public StructureNode? Parent { get; }

    /// <summary>Children in reading order.</summary>
    public IReadOnlyList<StructureNode> Children => _children;

    /// <summary>Alternative text of a figure.</summary>
    public string? Alt { get; init; }

    /// <summary>Replacement text.</summary>
    public string? ActualText { get; init; }

    /// <summary>Scope of a TH: Column, Row or Both.</summary>
    public string? Scope { get; init; }

    /// <summary>Columns spanned by a TH or TD.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows spanned by a TH or TD.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Numbering of an L: Decimal, Disc, None.</summary>
    public string? ListNumbering { get; init; }
}
