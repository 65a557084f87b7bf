using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>
/// A table（表）: three-line style by default, number and title above, unit at the right, notes below.
/// Over pages the head is repeated under 续表; a row stays whole unless it is taller than a page.
/// </summary>
public sealed record Table : DocumentBlock
{
    /// <summary>Columns.</summary>
    public required ImmutableArray<TableColumn> Columns { get; init; }

    /// <summary>Head rows（表头）, repeated on every page.</summary>
    public ImmutableArray<TableRow> Head { get; init; } = [];

    /// <summary>Rows.</summary>
    public required ImmutableArray<TableRow> Rows { get; init; }

    /// <summary>Title（表题）; null for a table without number and title.</summary>
    public Phrase? Title { get; init; }

    /// <summary>Shared unit（单位）at the top right, such as 单位：分.</summary>
    public Phrase? Unit { get; init; }

    /// <summary>Notes（注）under the table.</summary>
    public ImmutableArray<Phrase> Notes { get; init; } = [];

    /// <summary>How many leading columns are row heads (TH, Scope Row).</summary>
    public int HeadColumns { get; init; } = 1;

    /// <summary>Look; null for the sheet's.</summary>
    public TableLook? Look { get; init; }

    /// <summary>What the table shows, for readers who cannot see it; empty for none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Width in points; null for the measure.</summary>
    public double? Width { get; init; }

    /// <summary>Reads a table of plain texts: a head row and rows.</summary>
    public static Table Of(
        ImmutableArray<TableColumn> columns,
        IEnumerable<string> head,
        IEnumerable<IEnumerable<string>> rows
    ) =>
        new()
        {
            Columns = columns,
            Head = [new TableRow(head.Select(h => (TableCell)h).ToImmutableArray())],
            Rows = [.. rows.Select(r => new TableRow(r.Select(c => (TableCell)c).ToImmutableArray()))],
        };
}

/// <summary>Width of a column（列宽）.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Value">Points or share.</param>
public readonly record struct ColumnWidth(ColumnWidthKind Kind, double Value)
{
    /// <summary>As wide as its content（按内容）.</summary>
    public static ColumnWidth Content => new(ColumnWidthKind.Content, 0);

    /// <summary>Points.</summary>
    public static ColumnWidth Fixed(double points) => new(ColumnWidthKind.Fixed, points);

    /// <summary>A share of what fixed and content columns leave.</summary>
    public static ColumnWidth Fraction(double share) => new(ColumnWidthKind.Fraction, share);
}

/// <summary>Kind of a column width.</summary>
public enum ColumnWidthKind
{
    /// <summary>As wide as its content.</summary>
    Content,

    /// <summary>Points.</summary>
    Fixed,

    /// <summary>A share of the rest.</summary>
    Fraction,
}

/// <summary>A column（列）.</summary>
/// <param name="Width">Width.</param>
/// <param name="Align">Alignment of its body cells; heads are centred.</param>
public sealed record TableColumn(ColumnWidth Width, CellAlignment Align = CellAlignment.Left)
{
    /// <summary>As wide as its content.</summary>
    public static TableColumn Content(CellAlignment align = CellAlignment.Left) => new(ColumnWidth.Content, align);

    /// <summary>A share of the rest.</summary>
    public static TableColumn Share(double share, CellAlignment align = CellAlignment.Left) =>
        new(ColumnWidth.Fraction(share), align);

    /// <summary>Points.</summary>
    public static TableColumn Fixed(double points, CellAlignment align = CellAlignment.Left) =>
        new(ColumnWidth.Fixed(points), align);
}

/// <summary>Alignment in a cell.</summary>
public enum CellAlignment
{
    /// <summary>Left.</summary>
    Left,

    /// <summary>Centred.</summary>
    Centre,

    /// <summary>Right.</summary>
    Right,

    /// <summary>
    /// Numbers with their decimal points in one vertical（小数点对齐）, the widest centred in the column; what is no number is
    /// centred.
    /// </summary>
    Decimal,
}

/// <summary>A row（行）. Built from a collection expression of strings, phrases and cells.</summary>
/// <param name="Cells">Cells, left to right; a cell covered by a span from above is left out.</param>
[CollectionBuilder(typeof(TableRow), nameof(Create))]
public sealed record TableRow(ImmutableArray<TableCell> Cells) : IEnumerable<TableCell>
{
    /// <summary>Ground; null for none.</summary>
    public Ink? Background { get; init; }

    /// <summary>Colour of its text; null for the style's.</summary>
    public Ink? Ink { get; init; }

    /// <summary>Face of its text, for totals; null for the style's.</summary>
    public FontRole? Role { get; init; }

    /// <summary>Thickness of a rule above, points; null for the look's.</summary>
    public double? RuleAbove { get; init; }

    /// <summary>Stays on the page of the row that follows (group heads).</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Name that references use; null for none.</summary>
    public string? Id { get; init; }

    /// <summary>Builds a row from a collection expression.</summary>
    public static TableRow Create(ReadOnlySpan<TableCell> cells) => new(ImmutableArray.Create(cells));

    /// <inheritdoc/>
    public IEnumerator<TableCell> GetEnumerator() => ((IEnumerable<TableCell>)Cells).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A cell（单元格）of words or of blocks.</summary>
public sealed record TableCell
{
    /// <summary>Words; used when there are no blocks.</summary>
    public Phrase Content { get; init; }

    /// <summary>Blocks (drawings, lists); empty for a cell of words.</summary>
    public ImmutableArray<DocumentBlock> Blocks { get; init; } = [];

    /// <summary>Columns covered.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Rows covered.</summary>
    public int RowSpan { get; init; } = 1;

    /// <summary>Alignment; null for the column's.</summary>
    public CellAlignment? Align { get; init; }

    /// <summary>Vertical place; null for the look's.</summary>
    public VerticalAlignment? VerticalAlign { get; init; }

    /// <summary>Ground; null for the row's.</summary>
    public Ink? Background { get; init; }

    /// <summary>Colour of the text; null for the row's.</summary>
    public Ink? Ink { get; init; }

    /// <summary>Face of the text; null for the row's.</summary>
    public FontRole? Role { get; init; }

    /// <summary>A head of its row or column although it stands among body cells.</summary>
    public bool IsHead { get; init; }

    /// <summary>A cell of words.</summary>
    public static implicit operator TableCell(string text) => new() { Content = text };

    /// <summary>A cell of words.</summary>
    public static implicit operator TableCell(Phrase text) => new() { Content = text };

    /// <summary>A cell of one inline.</summary>
    public static implicit operator TableCell(Inline inline) => new() { Content = inline };

    /// <summary>A cell with a drawing in it.</summary>
    public static implicit operator TableCell(Figure figure) => new() { Blocks = [figure] };

    /// <summary>A cell of blocks.</summary>
    public static TableCell Of(params ImmutableArray<DocumentBlock> blocks) => new() { Blocks = blocks };
}

/// <summary>Look of a table（表格样式）; thicknesses and paddings in points.</summary>
public sealed record TableLook
{
    /// <summary>Style of body cells.</summary>
    public ParagraphStyle Text { get; init; } =
        new()
        {
            Role = FontRole.Song,
            Size = TypeSize.Five,
            Leading = 15,
            Align = TextAlignment.Left,
        };

    /// <summary>Style of head cells.</summary>
    public ParagraphStyle Head { get; init; } =
        new()
        {
            Role = FontRole.Hei,
            Size = TypeSize.Five,
            Leading = 15,
            Align = TextAlignment.Centre,
        };

    /// <summary>First and last rule（顶线、底线）.</summary>
    public double OuterRule { get; init; } = 1.2;

    /// <summary>Rule under the head（栏目线）.</summary>
    public double HeadRule { get; init; } = 0.6;

    /// <summary>Rule between rows; 0 for none.</summary>
    public double RowRule { get; init; }

    /// <summary>Rule between columns; 0 for none.</summary>
    public double ColumnRule { get; init; }

    /// <summary>Colour of outer and head rules.</summary>
    public Ink RuleInk { get; init; } = new(Rgb.Black, "ink");

    /// <summary>Colour of rules between rows and columns.</summary>
    public Ink HairlineInk { get; init; } = new(Rgb.FromHex(0xB8B0A6), "hairline");

    /// <summary>Ground of the head; null for none.</summary>
    public Ink? HeadBackground { get; init; }

    /// <summary>Ground of every second row; null for none.</summary>
    public Ink? StripeBackground { get; init; }

    /// <summary>White at the left and right of a cell.</summary>
    public double PaddingX { get; init; } = 4;

    /// <summary>White above and below the lines of a cell.</summary>
    public double PaddingY { get; init; } = 2.5;

    /// <summary>Least height of a row.</summary>
    public double MinRowHeight { get; init; }

    /// <summary>Vertical place in cells.</summary>
    public VerticalAlignment VerticalAlign { get; init; } = VerticalAlignment.Middle;

    /// <summary>White above and below the table with its title and notes.</summary>
    public double Space { get; init; } = 6;
}
