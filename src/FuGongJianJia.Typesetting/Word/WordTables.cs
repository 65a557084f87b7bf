using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// Tables, and what Word has no other form for（表格与版面）: blocks side by side, boxes, blocks at the foot or at a place
/// of the page.
/// </summary>
internal sealed class WordTables(WordBody body, WordStyles styles, WordText text)
{
    private readonly TableLook _sheetLook = styles.Sheet.Table;

    /// <summary>Writes a table with its title, unit and notes.</summary>
    internal void Add(Table table, WordPlace place)
    {
        var look = table.Look ?? _sheetLook;
        var kept = place with { KeepsNext = true };
        var width = Math.Min(place.Width, table.Width ?? place.Width);
        if (table.Title is { } title)
        {
            body.Caption("表", body.NextTable(), title, kept, table.Id);
        }

        if (table.Unit is { } unit)
        {
            var style = styles.Sheet.Note with { Align = TextAlignment.Right, Indent = 0 };
            body.Add(text.Runs(unit, style), styles.Of(style), kept, style);
        }

        body.BeforeTable(place);
        var widths = TableWidths.Of(table, look, width);
        var made = Frame(widths, W.TableRowAlignmentValues.Center);
        var covered = new int[widths.Length];
        ImmutableArray<TableRow> rows = [.. table.Head, .. table.Rows];
        var heads = table.Head.Length;
        for (var i = 0; i < rows.Length; i++)
        {
            var edges = new RowEdges(
                Above: i == 0 ? look.OuterRule
                    : i < heads ? rows[i].RuleAbove ?? 0
                    : i == heads ? rows[i].RuleAbove ?? look.HeadRule
                    : rows[i].RuleAbove ?? look.RowRule,
                Below: i == rows.Length - 1 ? look.OuterRule : 0,
                IsHairline: i > heads && rows[i].RuleAbove is null
            );
            // No head without its first row, no last row alone, no notes without it.
            var keeps =
                place.KeepsNext
                || rows[i].KeepWithNext
                || i <= heads
                || i == rows.Length - 2
                || (i == rows.Length - 1 && !table.Notes.IsEmpty);
            made.Append(Row(table, look, rows[i], i < heads, i - heads, edges, widths, covered, keeps));
        }

        place.Parent.Append(made);
        for (var i = 0; i < table.Notes.Length; i++)
        {
            var style = styles.Sheet.Note;
            body.Add(
                text.Runs(table.Notes[i], style),
                WordStyles.Note,
                i < table.Notes.Length - 1 ? kept : place,
                style
            );
        }

        if (look.Space > 0)
        {
            body.Gap(look.Space, place);
        }
    }

    /// <summary>Writes blocks side by side as a table without rules.</summary>
    internal void Add(Grid grid, WordPlace place)
    {
        body.BeforeTable(place);
        var count = grid.Columns.Length;
        var widths = TableWidths.Of(
            [.. grid.Columns.Select(c => c.Width)],
            [.. grid.Columns.Select(c => place.Width / count)],
            place.Width - (grid.Gap * (count - 1))
        );
        double[] cells = [.. widths.Select((w, i) => i < count - 1 ? w + grid.Gap : w)];
        var row = new W.TableRow();
        for (var i = 0; i < count; i++)
        {
            var cell = Cell(cells[i], grid.Align);
            Fill(cell, grid.Columns[i].Blocks, place, widths[i]);
            row.Append(cell);
        }

        var table = Frame([.. cells], W.TableRowAlignmentValues.Left);
        table.Append(row);
        place.Parent.Append(table);
        body.Gap(grid.Space, place);
    }

    /// <summary>Writes a box: a ground, a rule at the left or all round.</summary>
    internal void Add(Panel panel, WordPlace place)
    {
        body.BeforeTable(place);
        var cell = Cell(place.Width, VerticalAlignment.Top);
        var properties = cell.TableCellProperties!;
        var borders = new W.TableCellBorders();
        if (panel.Border is { } all)
        {
            borders.TopBorder = Line<W.TopBorder>(all.Width, all.Ink);
            borders.LeftBorder = Line<W.LeftBorder>(all.Width, all.Ink);
            borders.BottomBorder = Line<W.BottomBorder>(all.Width, all.Ink);
            borders.RightBorder = Line<W.RightBorder>(all.Width, all.Ink);
        }

        if (panel.LeftRule is { } rule)
        {
            borders.LeftBorder = Line<W.LeftBorder>(rule.Width, rule.Ink);
        }

        properties.TableCellBorders = borders;
        properties.Shading = Ground(panel.Background);
        properties.TableCellMargin = Margins(panel.Padding, panel.VerticalPadding ?? panel.Padding);
        Fill(cell, panel.Blocks, place, place.Width - (2 * panel.Padding));
        var table = Frame([place.Width], W.TableRowAlignmentValues.Left);
        table.Append(new W.TableRow(cell));
        place.Parent.Append(table);
        body.Gap(panel.Space, place);
    }

    /// <summary>Writes blocks at the foot of the type area（版记）.</summary>
    internal void AtFoot(ImmutableArray<DocumentBlock> blocks, WordPlace place) =>
        Float(
            blocks,
            place,
            place.Width,
            new W.TablePositionProperties
            {
                VerticalAnchor = W.VerticalAnchorValues.Margin,
                HorizontalAnchor = W.HorizontalAnchorValues.Margin,
                TablePositionXAlignment = W.HorizontalAlignmentValues.Left,
                TablePositionYAlignment = W.VerticalAlignmentValues.Bottom,
            }
        );

    /// <summary>Writes blocks at a place of the page.</summary>
    internal void At(Positioned positioned, WordPlace place) =>
        Float(
            positioned.Blocks,
            place,
            positioned.Area.Width,
            new W.TablePositionProperties
            {
                VerticalAnchor = W.VerticalAnchorValues.Page,
                HorizontalAnchor = W.HorizontalAnchorValues.Page,
                TablePositionX = Math.Max(1, WordUnits.Twips(positioned.Area.X)),
                TablePositionY = Math.Max(1, WordUnits.Twips(positioned.Area.Y)),
            }
        );

    private void Float(
        ImmutableArray<DocumentBlock> blocks,
        WordPlace place,
        double width,
        W.TablePositionProperties position
    )
    {
        body.BeforeTable(place);
        var cell = Cell(width, VerticalAlignment.Top);
        Fill(cell, blocks, place, width);
        var table = Frame([width], W.TableRowAlignmentValues.Left);
        table.GetFirstChild<W.TableProperties>()!.TablePositionProperties = position;
        table.Append(new W.TableRow(cell));
        place.Parent.Append(table);
        body.Gap(1, place);
    }

    private W.TableRow Row(
        Table table,
        TableLook look,
        TableRow row,
        bool isHead,
        int index,
        RowEdges edges,
        ImmutableArray<double> widths,
        int[] covered,
        bool keeps
    )
    {
        var made = new W.TableRow();
        var properties = new W.TableRowProperties(new W.CantSplit());
        if (look.MinRowHeight > 0)
        {
            properties.Append(
                new W.TableRowHeight
                {
                    Val = (uint)WordUnits.Twips(look.MinRowHeight),
                    HeightType = W.HeightRuleValues.AtLeast,
                }
            );
        }

        if (isHead)
        {
            properties.Append(new W.TableHeader());
        }

        made.Append(properties);
        var next = 0;
        for (var column = 0; column < widths.Length; )
        {
            if (covered[column] > 0)
            {
                covered[column]--;
                var below = Cell(widths[column], look.VerticalAlign);
                below.TableCellProperties!.VerticalMerge = new W.VerticalMerge();
                below.TableCellProperties.TableCellBorders = Borders(
                    edges,
                    look,
                    column,
                    widths.Length,
                    1,
                    isTop: false
                );
                below.Append(new W.Paragraph());
                made.Append(below);
                column++;
                continue;
            }

            var cell = next < row.Cells.Length ? row.Cells[next++] : new TableCell();
            var span = Math.Min(cell.ColumnSpan, widths.Length - column);
            var at = new CellPlace(
                row,
                isHead,
                index,
                column,
                span,
                widths.AsSpan(column, span).ToArray().Sum(),
                keeps
            );
            var written = Cell(table, look, cell, at);
            written.TableCellProperties!.TableCellBorders = Borders(
                edges,
                look,
                column,
                widths.Length,
                span,
                isTop: true
            );
            for (var c = column; c < column + span; c++)
            {
                covered[c] = cell.RowSpan - 1;
            }

            made.Append(written);
            column += span;
        }

        return made;
    }

    private W.TableCell Cell(Table table, TableLook look, TableCell cell, CellPlace at)
    {
        var (row, isHead) = (at.Row, at.IsHead);
        var made = Cell(at.Width, cell.VerticalAlign ?? look.VerticalAlign);
        var properties = made.TableCellProperties!;
        if (at.Span > 1)
        {
            properties.GridSpan = new W.GridSpan { Val = at.Span };
        }

        if (cell.RowSpan > 1)
        {
            properties.VerticalMerge = new W.VerticalMerge { Val = W.MergedCellValues.Restart };
        }

        properties.Shading = Ground(
            cell.Background
                ?? row.Background
                ?? (
                    isHead ? look.HeadBackground
                    : at.Index % 2 == 1 ? look.StripeBackground
                    : null
                )
        );
        properties.TableCellMargin = Margins(look.PaddingX, look.PaddingY);
        var column = table.Columns[Math.Min(at.Column, table.Columns.Length - 1)];
        var align = cell.Align ?? (isHead || cell.IsHead ? CellAlignment.Centre : column.Align);
        var style = (isHead ? look.Head : look.Text) with
        {
            Align = align switch
            {
                CellAlignment.Left => TextAlignment.Left,
                CellAlignment.Right => TextAlignment.Right,
                _ => TextAlignment.Centre,
            },
            KeepWithNext = false,
        };
        var shown = style with { Role = cell.Role ?? row.Role ?? style.Role, Ink = cell.Ink ?? row.Ink ?? style.Ink };
        var place = new WordPlace(made, at.Width - (2 * look.PaddingX), shown) { KeepsNext = at.Keeps };
        if (cell.Blocks.IsDefaultOrEmpty)
        {
            body.Add(text.Runs(cell.Content, shown), styles.Of(shown), place, shown);
        }
        else
        {
            body.Add(cell.Blocks, place);
        }

        End(made, place);
        return made;
    }

    private void Fill(W.TableCell cell, ImmutableArray<DocumentBlock> blocks, WordPlace place, double width)
    {
        var inner = place with { Parent = cell, Width = width };
        body.Add(blocks, inner);
        End(cell, inner);
    }

    // A cell ends with a paragraph (ISO/IEC 29500-1, 17.4.65).
    private void End(W.TableCell cell, WordPlace place)
    {
        if (cell.LastChild is not W.Paragraph)
        {
            body.Gap(1, place);
        }
    }

    private static W.Table Frame(ImmutableArray<double> widths, W.TableRowAlignmentValues align)
    {
        var table = new W.Table(
            new W.TableProperties
            {
                TableWidth = new() { Width = WordUnits.TwipsText(widths.Sum()), Type = W.TableWidthUnitValues.Dxa },
                TableJustification = new() { Val = align },
                TableLayout = new() { Type = W.TableLayoutValues.Fixed },
            }
        );
        table.Append(new W.TableGrid(widths.Select(w => new W.GridColumn { Width = WordUnits.TwipsText(w) })));
        return table;
    }

    private static W.TableCell Cell(double width, VerticalAlignment align) =>
        new(
            new W.TableCellProperties
            {
                TableCellWidth = new() { Width = WordUnits.TwipsText(width), Type = W.TableWidthUnitValues.Dxa },
                TableCellVerticalAlignment = new()
                {
                    Val = align switch
                    {
                        VerticalAlignment.Middle => W.TableVerticalAlignmentValues.Center,
                        VerticalAlignment.Bottom => W.TableVerticalAlignmentValues.Bottom,
                        _ => W.TableVerticalAlignmentValues.Top,
                    },
                },
            }
        );

    private static W.TableCellMargin Margins(double x, double y) =>
        new()
        {
            TopMargin = new() { Width = WordUnits.TwipsText(y), Type = W.TableWidthUnitValues.Dxa },
            LeftMargin = new() { Width = WordUnits.TwipsText(x), Type = W.TableWidthUnitValues.Dxa },
            BottomMargin = new() { Width = WordUnits.TwipsText(y), Type = W.TableWidthUnitValues.Dxa },
            RightMargin = new() { Width = WordUnits.TwipsText(x), Type = W.TableWidthUnitValues.Dxa },
        };

    private static W.TableCellBorders Borders(
        RowEdges edges,
        TableLook look,
        int column,
        int columns,
        int span,
        bool isTop
    )
    {
        var borders = new W.TableCellBorders();
        if (isTop && edges.Above > 0)
        {
            borders.TopBorder = Line<W.TopBorder>(edges.Above, edges.IsHairline ? look.HairlineInk : look.RuleInk);
        }

        if (edges.Below > 0)
        {
            borders.BottomBorder = Line<W.BottomBorder>(edges.Below, look.RuleInk);
        }

        if (look.ColumnRule > 0 && column + span < columns)
        {
            borders.RightBorder = Line<W.RightBorder>(look.ColumnRule, look.HairlineInk);
        }

        return borders;
    }

    private static T Line<T>(double width, Ink ink)
        where T : W.BorderType, new() =>
        new()
        {
            Val = W.BorderValues.Single,
            Size = WordUnits.Eighths(width),
            Space = 0,
            Color = WordUnits.Hex(ink.Color),
        };

    private static W.Shading? Ground(Ink? ink) =>
        ink is { } color
            ? new()
            {
                Val = W.ShadingPatternValues.Clear,
                Color = "auto",
                Fill = WordUnits.Hex(color.Color),
            }
            : null;

    /// <summary>Rules of a row, points; 0 for none.</summary>
    private readonly record struct RowEdges(double Above, double Below, bool IsHairline);

    /// <summary>Where a cell stands.</summary>
    private sealed record CellPlace(
        TableRow Row,
        bool IsHead,
        int Index,
        int Column,
        int Span,
        double Width,
        bool Keeps
    );
}
