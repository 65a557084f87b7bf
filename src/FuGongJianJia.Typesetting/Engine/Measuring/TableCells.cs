using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>
/// The cells of a table（排单元格）: places them under spans, finds column widths, breaks words, aligns decimals.
/// </summary>
internal sealed class TableCells(
    MeasuringContext context,
    ParagraphSetter paragraphs,
    BlockMeasurer blocks,
    Table table,
    TableLook look,
    double width,
    TagNode tag
)
{
    // A width found by measuring is opened by this much, points, so that the same words do not wrap within it.
    private const double Hair = 0.01;

    private readonly int _columns = table.Columns.Length;
    private readonly List<PlacedCell> _cells = [];
    private readonly Dictionary<(FontRole, Ink, bool), ParagraphStyle> _styles = [];
    private double[] _widths = [];
    private double[] _lefts = [];

    private int HeadCount => table.Head.Length;

    /// <summary>Sets all cells; the table has a column and a row at least.</summary>
    internal List<PlacedCell> Set()
    {
        Place([.. table.Head, .. table.Rows]);
        ResolveWidths();
        BreakWords();
        AlignDecimals();
        return _cells;
    }

    // Cells take the first free column of their row; spans cover what stands right and below, never beyond the table or
    // its head.
    private void Place(ImmutableArray<TableRow> rows)
    {
        var taken = new int[_columns];
        for (var r = 0; r < rows.Length; r++)
        {
            var row = rows[r];
            var rowTag = tag.Add("TR");
            var lastRow = r < HeadCount ? HeadCount : rows.Length;
            if (row.Cells.Length > 0 && taken.All(t => t > r))
                Uncover(taken, r);
            var column = 0;
            foreach (var cell in Fitting(row, taken, r))
            {
                while (taken[column] > r)
                    column++;
                var columnSpan = 1;
                while (
                    columnSpan < Math.Max(1, cell.ColumnSpan)
                    && column + columnSpan < _columns
                    && taken[column + columnSpan] <= r
                )
                    columnSpan++;
                var rowSpan = Math.Clamp(cell.RowSpan, 1, lastRow - r);
                for (var c = column; c < column + columnSpan; c++)
                    taken[c] = r + rowSpan;
                _cells.Add(Shape(cell, row, r, column, columnSpan, rowSpan, rowTag));
                column += columnSpan;
            }
        }
    }

    // A row whose every column is covered from above although it has cells: the spans end before it, so that nothing is
    // lost.
    private void Uncover(int[] taken, int r)
    {
        foreach (var cell in _cells)
        {
            if (cell.Row + cell.RowSpan > r)
                cell.RowSpan = r - cell.Row;
        }

        Array.Fill(taken, r);
    }

    // More cells than columns: what is left over is set in the last cell that has a column, and told.
    private ImmutableArray<TableCell> Fitting(TableRow row, int[] taken, int r)
    {
        var free = taken.Count(t => t <= r);
        var count = 0;
        for (var used = 0; count < row.Cells.Length && used < free; count++)
            used += Math.Max(1, row.Cells[count].ColumnSpan);
        if (count == row.Cells.Length)
            return row.Cells;
        TellExtraCells(row.Cells[count].Content.PlainText, row.Cells.Length - count);
        ImmutableArray<DocumentBlock> rest =
        [
            .. row.Cells[(count - 1)..]
                .SelectMany(c =>
                    c.Blocks.IsDefaultOrEmpty ? [new Paragraph(c.Content) { Style = look.Text }] : c.Blocks
                ),
        ];
        return [.. row.Cells[..(count - 1)], row.Cells[count - 1] with { Blocks = rest }];
    }

    private PlacedCell Shape(
        TableCell cell,
        TableRow row,
        int r,
        int column,
        int columnSpan,
        int rowSpan,
        TagNode rowTag
    )
    {
        var inHead = r < HeadCount;
        var isRowHead = !inHead && column < table.HeadColumns;
        var isHead = inHead || isRowHead || cell.IsHead;
        var cellTag = rowTag.Add(
            new TagNode(isHead ? "TH" : "TD")
            {
                Scope = isHead
                    ? inHead
                        ? "Column"
                        : "Row"
                    : null,
                ColumnSpan = columnSpan,
                RowSpan = rowSpan,
            }
        );
        var align = cell.Align ?? (inHead ? HeadAlign(columnSpan) : table.Columns[column].Align);
        var style = StyleOf(inHead, cell.Role ?? row.Role, cell.Ink ?? row.Ink);
        var text = cell.Blocks.IsDefaultOrEmpty
            ? paragraphs.ShapeCell(cell.Content, style, cellTag, align is CellAlignment.Decimal or CellAlignment.Right)
            : null;
        return new()
        {
            Cell = cell,
            Row = r,
            Column = column,
            ColumnSpan = columnSpan,
            RowSpan = rowSpan,
            Tag = cellTag,
            Align = align,
            Style = style,
            Text = text,
        };
    }

    private CellAlignment HeadAlign(int span) =>
        span > 1
            ? CellAlignment.Centre
            : look.Head.Align switch
            {
                TextAlignment.Left => CellAlignment.Left,
                TextAlignment.Right => CellAlignment.Right,
                _ => CellAlignment.Centre,
            };

    private ParagraphStyle StyleOf(bool inHead, FontRole? role, Ink? ink)
    {
        var basis = inHead ? look.Head : look.Text;
        if (role is null && ink is null)
            return basis;
        var key = (role ?? basis.Role, ink ?? basis.Ink, inHead);
        if (!_styles.TryGetValue(key, out var style))
            _styles.Add(key, style = basis with { Role = key.Item1, Ink = key.Item2 });
        return style;
    }

    private void ResolveWidths()
    {
        var least = new double[_columns];
        var natural = new double[_columns];
        var padding = 2 * look.PaddingX;
        foreach (var cell in _cells)
        {
            if (cell.ColumnSpan > 1)
                continue;
            var kind = table.Columns[cell.Column].Width.Kind;
            if (kind == ColumnWidthKind.Fixed)
                continue;
            if (cell.Text is { } text)
            {
                least[cell.Column] = Math.Max(least[cell.Column], text.Text.WidestWord() + padding);
                if (kind == ColumnWidthKind.Content)
                    natural[cell.Column] = Math.Max(natural[cell.Column], text.Text.WidestLine() + padding + Hair);
            }
            else if (kind == ColumnWidthKind.Content)
            {
                natural[cell.Column] = Math.Max(
                    natural[cell.Column],
                    blocks.NaturalWidth(cell.Cell.Blocks, width) + padding
                );
            }
        }

        var needs = new ColumnNeed[_columns];
        for (var c = 0; c < _columns; c++)
            needs[c] = new(table.Columns[c].Width, least[c], natural[c]);
        WidenForSpans(needs, padding);
        _widths = ColumnWidths.Resolve(needs, width);

        // A table of content columns that is narrower than the measure is spread over it, so that its rules fill the
        // 版心.
        var sum = _widths.Sum();
        if (
            table.Width is null
            && sum < width - Hair
            && table.Columns.All(c => c.Width.Kind != ColumnWidthKind.Fraction)
        )
        {
            var flexible = table.Columns.Count(c => c.Width.Kind == ColumnWidthKind.Content);
            for (var c = 0; c < _columns; c++)
            {
                if (flexible == 0)
                    _widths[c] *= width / sum;
                else if (table.Columns[c].Width.Kind == ColumnWidthKind.Content)
                    _widths[c] += (width - sum) / flexible;
            }
        }

        _lefts = new double[_columns + 1];
        for (var c = 0; c < _columns; c++)
            _lefts[c + 1] = _lefts[c] + _widths[c];
    }

    // A spanning cell that its content columns cannot hold widens them evenly.
    private void WidenForSpans(ColumnNeed[] needs, double padding)
    {
        foreach (var cell in _cells)
        {
            if (cell.ColumnSpan == 1 || cell.Text is not { } text)
                continue;
            var content = Enumerable
                .Range(cell.Column, cell.ColumnSpan)
                .Where(c => needs[c].Width.Kind == ColumnWidthKind.Content)
                .ToArray();
            if (content.Length < cell.ColumnSpan)
                continue;
            var missing = text.Text.WidestLine() + padding - content.Sum(c => needs[c].Natural);
            if (missing <= 0)
                continue;
            foreach (var c in content)
                needs[c] = needs[c] with { Natural = needs[c].Natural + (missing / content.Length) };
        }
    }

    private void BreakWords()
    {
        foreach (var cell in _cells)
        {
            cell.X = _lefts[cell.Column];
            cell.Width = _lefts[cell.Column + cell.ColumnSpan] - cell.X;
            var inner = cell.Width - (2 * look.PaddingX);
            if (cell.Text is { } text)
            {
                var align = cell.Align switch
                {
                    CellAlignment.Left => TextAlignment.Left,
                    CellAlignment.Right => TextAlignment.Right,
                    _ => TextAlignment.Centre,
                };
                cell.Set = paragraphs.BreakCell(text, cell.Style, inner, align, cell.Tag);
                cell.Boxes = ParagraphSetter.LinesOf(cell.Set);
            }
            else
            {
                cell.Boxes = BlocksOf(cell, inner);
            }
        }
    }

    private void AlignDecimals()
    {
        for (var column = 0; column < _columns; column++)
        {
            List<(PlacedCell Cell, double Left, double Right)>? numbers = null;
            foreach (var cell in _cells)
            {
                if (
                    cell.Align != CellAlignment.Decimal
                    || cell.Column != column
                    || cell.ColumnSpan > 1
                    || cell.Row < HeadCount
                )
                    continue;
                if (cell.Set is { Lines.Length: 1 } set && DecimalPoint.TryFind(set.Text, out var left))
                    (numbers ??= []).Add((cell, left, set.Lines[0].Width - left));
            }

            if (numbers is null)
                continue;
            var inner = _widths[column] - (2 * look.PaddingX);
            var (widestLeft, widestRight) = (numbers.Max(n => n.Left), numbers.Max(n => n.Right));
            var free = inner - widestLeft - widestRight;
            foreach (var (cell, left, right) in numbers)
            {
                cell.Set!.Lines[0].X = free >= 0 ? (free / 2) + widestLeft - left : inner - left - right;
            }
        }
    }

    private List<Box> BlocksOf(PlacedCell cell, double inner)
    {
        var outer = context.Body;
        context.Body = cell.Style;
        var boxes = blocks.Inside(cell.Cell.Blocks, inner, cell.Tag);
        context.Body = outer;
        return boxes;
    }

    private void TellExtraCells(string where, int count) =>
        context.Notices.Add(
            new(
                NoticeKind.ExtraCells,
                0,
                table.Id ?? where,
                $"一行多出 {count} 个单元格（从“{where}”起），没有列可放，已并入最后一列。请检查列数。"
            )
        );
}
