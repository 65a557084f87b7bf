namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>Boxes of narrower columns（分栏）, of which the paginator decides how much stands on which page.</summary>
internal sealed class ColumnsBox(int count, double columnWidth, double gap, List<Box> boxes) : Box
{
    private readonly double _stride = columnWidth + gap;

    internal int Count => count;

    internal List<Box> Boxes => boxes;

    /// <summary>The columns that one page takes.</summary>
    internal ColumnSliceBox Slice(List<List<Box>> filled, double height) =>
        BoxList.Enclose(new ColumnSliceBox(filled, _stride) { Height = height }, filled.SelectMany(c => c));

    /// <summary>What is left for the next page.</summary>
    internal ColumnsBox Rest(List<Box> left) => new(count, columnWidth, gap, left) { After = After };

    // Inside a cell, where no page breaks: the columns balanced.
    internal override void Paint(Painter painter, double x, double y) =>
        Slice(ColumnFill.Balance(boxes, count, double.MaxValue, out var height, out _), height).Paint(painter, x, y);
}

/// <summary>Columns of one page.</summary>
internal sealed class ColumnSliceBox(List<List<Box>> columns, double stride) : Box
{
    internal override void Paint(Painter painter, double x, double y)
    {
        for (var i = 0; i < columns.Count; i++)
            BoxList.Paint(columns[i], painter, x + (i * stride), y);
    }
}
