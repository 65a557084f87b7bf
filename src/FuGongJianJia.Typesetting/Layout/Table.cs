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

    /// <summary>A cell of one inline.</summary>
    public static implicit operator TableCell(Inline inline) => new() { Content = inline };

    /// <summary>A cell with a drawing in it.</summary>
    public static implicit operator TableCell(Figure figure) => new() { Blocks = [figure] };

    /// <summary>A cell of blocks.</summary>
    public static TableCell Of(params ImmutableArray<DocumentBlock> blocks) => new() { Blocks = blocks };
}
