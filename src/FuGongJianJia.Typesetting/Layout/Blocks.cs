using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>Something that stands on a page（块）.</summary>
public abstract record DocumentBlock
{
    private protected DocumentBlock() { }

    /// <summary>Name that references and notices use; null for none. Unique in a document.</summary>
    public string? Id { get; init; }

    /// <summary>A paragraph in the body style.</summary>
    public static implicit operator DocumentBlock(string text) => new Paragraph(text);
}

/// <summary>A heading（标题）, H1–H6 in the structure, an entry of the outline and the table of contents.</summary>
/// <param name="Level">1–6.</param>
/// <param name="Content">Text.</param>
public sealed record SectionHeading(int Level, Phrase Content) : DocumentBlock
{
    /// <summary>Style; null for the sheet's of that level.</summary>
    public ParagraphStyle? Style { get; init; }

    /// <summary>Number printed before the text, such as 一、 or 附录A; empty for none.</summary>
    public string Number { get; init; } = "";

    /// <summary>Listed in the outline and the table of contents.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Number and words in a row.</summary>
    internal Phrase Words => Number.Length > 0 ? (Phrase)Number + Content : Content;
}

/// <summary>Title of a document（文题）: an H1 that is neither numbered nor listed in the contents.</summary>
/// <param name="Content">Text; U+200B where it may break at sense.</param>
public sealed record TitleBlock(Phrase Content) : DocumentBlock
{
    /// <summary>Style; null for the sheet's title.</summary>
    public ParagraphStyle? Style { get; init; }
}

/// <summary>A paragraph（段落）.</summary>
/// <param name="Content">Text.</param>
public sealed record Paragraph(Phrase Content) : DocumentBlock
{
    /// <summary>Style; null for the sheet's body.</summary>
    public ParagraphStyle? Style { get; init; }

    /// <summary>True when it is read as a quotation (BlockQuote).</summary>
    public bool IsQuote { get; init; }

    /// <summary>
    /// A heading that stands at the beginning of its first line（段首标题）: a heading in structure and outline all the
    /// same, with the style of the paragraph where its runs have none. Null for none.
    /// </summary>
    public SectionHeading? RunIn { get; init; }
}

/// <summary>A list（列表）.</summary>
/// <param name="Items">Items, each of one or more blocks.</param>
public sealed record ListBlock(ImmutableArray<ListItem> Items) : DocumentBlock
{
    /// <summary>Marks.</summary>
    public ListMark Mark { get; init; } = ListMark.Disc;

    /// <summary>Number of the first item.</summary>
    public int Start { get; init; } = 1;

    /// <summary>Style of the items' text; null for the sheet's list style.</summary>
    public ParagraphStyle? Style { get; init; }
}

/// <summary>An item of a list（列表项）.</summary>
/// <param name="Blocks">Content.</param>
public sealed record ListItem(ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>An item of one paragraph.</summary>
    public static implicit operator ListItem(string text) => new([new Paragraph(text)]);
}

/// <summary>Marks of a list.</summary>
public enum ListMark
{
    /// <summary>•.</summary>
    Disc,

    /// <summary>1.</summary>
    Decimal,

    /// <summary>（1）.</summary>
    Bracketed,

    /// <summary>①.</summary>
    Circled,

    /// <summary>None.</summary>
    None,
}

/// <summary>A figure（图）: a vector drawing with its number and title below.</summary>
/// <param name="Drawing">Drawing; its Description is the alternative text.</param>
public sealed record Figure(Drawing.Drawing Drawing) : DocumentBlock
{
    /// <summary>Title（图题）; null for a figure without number and title.</summary>
    public Phrase? Title { get; init; }

    /// <summary>Width on the page, points; null for the drawing's own, reduced to the measure.</summary>
    public double? Width { get; init; }

    /// <summary>Where it stands in the measure.</summary>
    public TextAlignment Align { get; init; } = TextAlignment.Centre;

    /// <summary>Note under the title.</summary>
    public Phrase? Note { get; init; }

    /// <summary>White above and below, points.</summary>
    public double Space { get; init; } = 6;

    /// <summary>
    /// When the page has no room for it, text that follows may fill the page first（图随文走）; only figures with a title,
    /// which the text can name.
    /// It is read where it stands in the tree.
    /// </summary>
    public bool Floats { get; init; } = true;

    /// <summary>Purely ornamental: no Figure element, no Alt.</summary>
    public bool Decorative { get; init; }
}

/// <summary>A raster image（图片）: JPEG, or a PNG of 8 bits, opaque and without interlacing.</summary>
/// <param name="Content">The file's bytes.</param>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Alt">Alternative text.</param>
public sealed record ImageBlock(ImmutableArray<byte> Content, double Width, double Height, string Alt) : DocumentBlock
{
    /// <summary>Title（图题）; null for an image without number and title.</summary>
    public Phrase? Title { get; init; }

    /// <summary>Where it stands in the measure.</summary>
    public TextAlignment Align { get; init; } = TextAlignment.Centre;

    /// <summary>White above and below, points.</summary>
    public double Space { get; init; } = 6;
}

/// <summary>Blocks side by side（并排）; kept on one page unless taller than a page.</summary>
/// <param name="Columns">Columns, left to right.</param>
public sealed record Grid(ImmutableArray<GridColumn> Columns) : DocumentBlock
{
    /// <summary>White between columns, points.</summary>
    public double Gap { get; init; } = 12;

    /// <summary>How columns of different height stand.</summary>
    public VerticalAlignment Align { get; init; } = VerticalAlignment.Top;

    /// <summary>White above and below, points.</summary>
    public double Space { get; init; }
}

/// <summary>A column of a grid.</summary>
/// <param name="Width">Width.</param>
/// <param name="Blocks">Content.</param>
public sealed record GridColumn(ColumnWidth Width, ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>A column of one share.</summary>
    public GridColumn(ImmutableArray<DocumentBlock> blocks)
        : this(ColumnWidth.Fraction(1), blocks) { }
}

/// <summary>Vertical place.</summary>
public enum VerticalAlignment
{
    /// <summary>Top.</summary>
    Top,

    /// <summary>Middle.</summary>
    Middle,

    /// <summary>Bottom.</summary>
    Bottom,
}

/// <summary>Blocks on a ground or beside a rule（提示框）.</summary>
/// <param name="Blocks">Content.</param>
public sealed record Panel(ImmutableArray<DocumentBlock> Blocks) : DocumentBlock
{
    /// <summary>Ground; null for none.</summary>
    public Ink? Background { get; init; }

    /// <summary>Rule at the left; null for none.</summary>
    public Stroke? LeftRule { get; init; }

    /// <summary>Rule all round; null for none.</summary>
    public Stroke? Border { get; init; }

    /// <summary>White inside, points.</summary>
    public double Padding { get; init; } = 9;

    /// <summary>White inside above and below; null for Padding.</summary>
    public double? VerticalPadding { get; init; }

    /// <summary>White outside above and below, points.</summary>
    public double Space { get; init; } = 6;
}

/// <summary>White（空白）, points; lost at the top of a page unless Fixed.</summary>
/// <param name="Height">Points.</param>
public sealed record Spacer(double Height) : DocumentBlock
{
    /// <summary>Stays at the top of a page (covers).</summary>
    public bool Fixed { get; init; }
}

/// <summary>White that takes a share of what the page has left（竖向撑开）: covers and chapter openers.</summary>
/// <param name="Weight">Share.</param>
public sealed record VerticalSpring(double Weight = 1) : DocumentBlock;

/// <summary>
/// A place kept free for an electronic seal（电子印章预留位置）: a square over what stands before it, of no height in the
/// flow. Nothing is printed; a PDF has an empty signature field there, OFD a place of that name, Word nothing.
/// </summary>
/// <param name="Name">Name of the place, such as 印章; unique in a document.</param>
public sealed record SealBlock(string Name) : DocumentBlock
{
    /// <summary>Side of the square, points: 42 mm, the seal of an office of a district or county.</summary>
    public double Size { get; init; } = Units.Mm(42);

    /// <summary>From the middle of the square to the right edge of the measure, points.</summary>
    public double Right { get; init; }

    /// <summary>How far its middle stands above the end of the block before, points.</summary>
    public double Rise { get; init; }
}

/// <summary>A rule（线）, as wide as the measure unless told otherwise.</summary>
/// <param name="Thickness">Points.</param>
public sealed record HorizontalRule(double Thickness) : DocumentBlock
{
    /// <summary>Colour.</summary>
    public Ink Ink { get; init; } = new(Rgb.Black, "ink");

    /// <summary>Width in points; null for the measure.</summary>
    public double? Width { get; init; }

    /// <summary>Where a narrower rule stands.</summary>
    public TextAlignment Align { get; init; } = TextAlignment.Centre;

    /// <summary>White above, points.</summary>
    public double Before { get; init; }

    /// <summary>White below, points.</summary>
    public double After { get; init; }
}

/// <summary>A new page（另页）.</summary>
public sealed record PageBreak : DocumentBlock
{
    /// <summary>Go on to an odd page.</summary>
    public bool ToOddPage { get; init; }
}

/// <summary>Blocks on one page（不拆页）, unless they are taller than a page: then a notice, and they flow.</summary>
/// <param name="Blocks">Content.</param>
public sealed record KeepTogether(ImmutableArray<DocumentBlock> Blocks) : DocumentBlock;

/// <summary>Blocks in narrower columns（分栏）, filled one after the other and balanced at the end.</summary>
/// <param name="Count">Columns, at least 1.</param>
/// <param name="Blocks">Content.</param>
public sealed record MultiColumn(int Count, ImmutableArray<DocumentBlock> Blocks) : DocumentBlock
{
    /// <summary>White between columns, points.</summary>
    public double Gap { get; init; } = 18;
}

/// <summary>
/// Blocks at a fixed place of the page（定位）, outside the flow: covers, QR codes, seals of approval.
/// They are read where they stand in the tree.
/// </summary>
/// <param name="Area">Left, top and width from the page's corner, points; a height of 0 takes what is needed.</param>
/// <param name="Blocks">Content.</param>
public sealed record Positioned(Rectangle Area, ImmutableArray<DocumentBlock> Blocks) : DocumentBlock
{
    /// <summary>How the content stands in an area with a height.</summary>
    public VerticalAlignment Align { get; init; } = VerticalAlignment.Top;
}

/// <summary>
/// Blocks at the bottom of the type area of the page on which the flow has arrived（版记、报尾）; a new page when they do not
/// fit.
/// </summary>
/// <param name="Blocks">Content.</param>
public sealed record BottomBlock(ImmutableArray<DocumentBlock> Blocks) : DocumentBlock;

/// <summary>Contents（目录）: headings with leaders and page numbers.</summary>
public sealed record TableOfContents : DocumentBlock
{
    /// <summary>Deepest level listed.</summary>
    public int Levels { get; init; } = 2;

    /// <summary>Leader between words and number.</summary>
    public string Leader { get; init; } = "…";

    /// <summary>Styles by level; empty for the sheet's.</summary>
    public ImmutableArray<ParagraphStyle> Styles { get; init; } = [];
}

/// <summary>An index（索引）: words with the pages of the blocks they name, in columns.</summary>
/// <param name="Entries">Entries in the order to print.</param>
public sealed record IndexBlock(ImmutableArray<IndexEntry> Entries) : DocumentBlock
{
    /// <summary>Columns.</summary>
    public int Columns { get; init; } = 2;

    /// <summary>Leader between words and numbers.</summary>
    public string Leader { get; init; } = "…";

    /// <summary>Style; null for the sheet's.</summary>
    public ParagraphStyle? Style { get; init; }
}

/// <summary>An entry of an index.</summary>
/// <param name="Text">Word.</param>
/// <param name="Targets">Ids of the blocks whose pages are printed.</param>
public sealed record IndexEntry(Phrase Text, ImmutableArray<string> Targets);
