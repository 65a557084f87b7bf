using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>The rows of a table（排表行）: heights, rules, grounds, where pages may break.</summary>
internal sealed class TableRows(Table table, TableLook look, List<PlacedCell> cells, double pageHeight)
{
    // A row without words is half a line high.
    private const double EmptyRow = 0.5;

    // Rows under one cell that take more than this share of a page are not kept together.
    private const double MostOfPage = 0.8;

    // The rule under a head that covers several columns is lighter than that under the whole head.
    private const double SpanRule = 0.6;

    // A page breaks within a table only where this many rows stand on either side, in a short table one less.
    private const int FewestRows = 3;
    private const int ShortTable = 5;

    private readonly double[] _cellHeights = [.. cells.Select(c => BoxList.HeightOf(c.Boxes) + (2 * look.PaddingY))];

    private int HeadCount => table.Head.Length;

    /// <summary>Builds all rows, those of the head first.</summary>
    internal List<RowBox> Build(TableFlow flow)
    {
        var count = HeadCount + table.Rows.Length;
        var heights = Heights(count);
        var covered = Covered(count);
        var byRow = cells.ToLookup(c => c.Row);
        var built = new List<RowBox>(count);
        for (var r = 0; r < count; r++)
        {
            var row = RowAt(r);
            List<SetCell> set = [.. byRow[r].Select(cell => SetCellOf(cell, heights))];
            var box = BoxList.Enclose(RowOf(row, r, count, set, heights[r], flow), set.SelectMany(c => c.Boxes));
            box.Keep = KeepOf(r, count, covered[r]);
            if (row.Id is { } id)
                (box.Anchors ??= []).Add(new(id, -1));
            built.Add(box);
        }

        return built;
    }

    private TableRow RowAt(int r) => r < HeadCount ? table.Head[r] : table.Rows[r - HeadCount];

    private RowBox RowOf(TableRow row, int r, int count, List<SetCell> set, double height, TableFlow flow)
    {
        var inHead = r < HeadCount;
        var isHeavy = r == 0 || r == HeadCount || row.RuleAbove is not null;
        return new()
        {
            Cells = set,
            X = flow.X,
            Width = flow.Width,
            Height = height,
            Background = row.Background ?? (inHead ? look.HeadBackground : StripeOf(r - HeadCount)),
            RuleAbove =
                r == 0 ? look.OuterRule
                : r == HeadCount ? look.HeadRule
                : row.RuleAbove ?? (inHead ? 0 : look.RowRule),
            RuleAboveInk = isHeavy ? look.RuleInk : look.HairlineInk,
            RuleBelow =
                r == count - 1 ? look.OuterRule
                : r == HeadCount - 1 ? look.HeadRule
                : 0,
            RuleBelowInk = look.RuleInk,
            Table = inHead ? null : flow,
        };
    }

    private Ink? StripeOf(int row) => row % 2 == 1 ? look.StripeBackground : null;

    private Keep KeepOf(int r, int count, bool isCovered) =>
        isCovered ? Keep.Together
        : r > HeadCount && table.Rows[r - HeadCount - 1].KeepWithNext ? Keep.Next
        : StaysWithRowAbove(r - HeadCount, count - HeadCount) ? Keep.Widow
        : Keep.Free;

    // At either end of a table the first rows and the last ones stay together; of two or three rows all do.
    private static bool StaysWithRowAbove(int row, int count)
    {
        var together = count > ShortTable ? FewestRows : FewestRows - 1;
        return row > 0 && (row < together || row > count - together);
    }

    // Rows that a cell from above covers.
    private bool[] Covered(int count)
    {
        var covered = new bool[count];
        foreach (var cell in cells)
            covered.AsSpan(cell.Row + 1, cell.RowSpan - 1).Fill(true);
        return covered;
    }

    private double[] Heights(int count)
    {
        var heights = new double[count];
        Array.Fill(heights, Math.Max(look.MinRowHeight, look.Text.Pitch * EmptyRow));
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].RowSpan == 1)
                heights[cells[i].Row] = Math.Max(heights[cells[i].Row], _cellHeights[i]);
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].RowSpan > 1)
                FitSpan(cells[i], _cellHeights[i], heights);
        }

        return heights;
    }

    private void FitSpan(PlacedCell cell, double height, double[] heights)
    {
        var span = heights.AsSpan(cell.Row, cell.RowSpan);
        double sum = 0;
        foreach (var h in span)
            sum += h;
        if (sum > pageHeight * MostOfPage)
        {
            // No page holds these rows together: the words stand in the first of them, and the rows may part.
            heights[cell.Row] = Math.Max(heights[cell.Row], height);
            cell.RowSpan = 1;
        }
        else if (height > sum)
        {
            foreach (ref var h in span)
                h += (height - sum) / cell.RowSpan;
        }
    }

    private SetCell SetCellOf(PlacedCell cell, double[] heights)
    {
        double span = 0;
        for (var r = cell.Row; cell.RowSpan > 1 && r < cell.Row + cell.RowSpan; r++)
            span += heights[r];
        var isSpanningHead = cell.ColumnSpan > 1 && cell.Row + cell.RowSpan < HeadCount;
        return new()
        {
            X = cell.X,
            Width = cell.Width,
            Boxes = cell.Boxes,
            PaddingX = look.PaddingX,
            PaddingTop = look.PaddingY,
            PaddingBottom = look.PaddingY,
            Align = cell.Cell.VerticalAlign ?? look.VerticalAlign,
            Background = cell.Cell.Background,
            SpanHeight = span,
            SpanRule = isSpanningHead && look.HeadRule > 0 ? new Stroke(look.RuleInk, look.HeadRule * SpanRule) : null,
            LeftRule = look.ColumnRule > 0 && cell.Column > 0 ? new Stroke(look.HairlineInk, look.ColumnRule) : null,
        };
    }
}
