using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine.Boxes;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Measuring;

/// <summary>Rows of a table: heights, rules, grounds, where pages may break.</summary>
internal sealed partial class TableSetter
{
    private (List<RowBox> Head, List<RowBox> Body) Build(ImmutableArray<TableRow> rows, TableFlow flow, double x)
    {
        var heights = Heights(rows.Length);
        var byRow = _cells.ToLookup(c => c.Row);
        var covered = new bool[rows.Length];
        foreach (var cell in _cells)
        {
            for (var r = cell.Row + 1; r < cell.Row + cell.RowSpan; r++)
                covered[r] = true;
        }

        var built = new List<RowBox>(rows.Length);
        for (var r = 0; r < rows.Length; r++)
        {
            var row = rows[r];
            var inHead = r < HeadCount;
            var cells = new List<SetCell>();
            foreach (var cell in byRow[r])
                cells.Add(SetCellOf(cell, heights));
            var last = r == rows.Length - 1;
            var above =
                r == 0 ? look.OuterRule
                : r == HeadCount ? look.HeadRule
                : row.RuleAbove ?? (inHead ? 0 : look.RowRule);
            var heavy = r == 0 || r == HeadCount || row.RuleAbove is not null;
            var box = Measurer.Lift(
                new RowBox
                {
                    Cells = cells,
                    X = x,
                    Width = width,
                    Height = heights[r],
                    Background =
                        row.Background
                        ?? (
                            inHead ? look.HeadBackground
                            : (r - HeadCount) % 2 == 1 ? look.StripeBackground
                            : null
                        ),
                    RuleAbove = above,
                    RuleAboveInk = heavy ? look.RuleInk : look.HairlineInk,
                    RuleBelow =
                        last ? look.OuterRule
                        : inHead && r == HeadCount - 1 ? look.HeadRule
                        : 0,
                    RuleBelowInk = look.RuleInk,
                    Table = inHead ? null : flow,
                },
                cells.SelectMany(c => c.Boxes)
            );
            if (covered[r])
                box.Keep = Keep.Together;
            else if (r > HeadCount && rows[r - 1].KeepWithNext)
                box.Keep = Keep.Next;
            else if (StaysWithRowAbove(r - HeadCount, rows.Length - HeadCount))
                box.Keep = Keep.Widow;
            if (row.Id is { } id)
                (box.Anchors ??= []).Add(new(id, -1));
            built.Add(box);
        }

        return (built[..HeadCount], built[HeadCount..]);
    }

    // A table parts with three rows at least on either side, a short one with two.
    private static bool StaysWithRowAbove(int row, int count) =>
        count > 2 && (row == 1 || row == count - 1 || (count > 5 && (row == 2 || row == count - 2)));

    private double[] Heights(int count)
    {
        var heights = new double[count];
        Array.Fill(heights, Math.Max(look.MinRowHeight, look.Text.Pitch * 0.5));
        foreach (var cell in _cells)
        {
            cell.Height = BoxList.HeightOf(cell.Boxes) + (2 * look.PaddingY);
            if (cell.RowSpan == 1)
                heights[cell.Row] = Math.Max(heights[cell.Row], cell.Height);
        }

        foreach (var cell in _cells)
        {
            if (cell.RowSpan == 1)
                continue;
            var span = heights.AsSpan(cell.Row, cell.RowSpan);
            double sum = 0;
            foreach (var h in span)
                sum += h;
            if (sum > measurer.PageHeight * 0.8)
            {
                // No page holds these rows together: the words stand in the first of them, and the rows may part.
                heights[cell.Row] = Math.Max(heights[cell.Row], cell.Height);
                cell.RowSpan = 1;
            }
            else if (cell.Height > sum)
            {
                foreach (ref var h in span)
                    h += (cell.Height - sum) / cell.RowSpan;
            }
        }

        return heights;
    }

    private SetCell SetCellOf(Placed cell, double[] heights)
    {
        double span = 0;
        for (var r = cell.Row; cell.RowSpan > 1 && r < cell.Row + cell.RowSpan; r++)
            span += heights[r];
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
            SpanRule =
                cell.ColumnSpan > 1 && cell.Row + cell.RowSpan < HeadCount && look.HeadRule > 0
                    ? new Stroke(look.RuleInk, look.HeadRule * 0.6)
                    : null,
            LeftRule = look.ColumnRule > 0 && cell.Column > 0 ? new Stroke(look.HairlineInk, look.ColumnRule) : null,
        };
    }
}
