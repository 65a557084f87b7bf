using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>A cell with its place in a row; points.</summary>
internal sealed class SetCell
{
    internal required double X { get; init; }

    internal required double Width { get; init; }

    internal required List<Box> Boxes { get; init; }

    internal double PaddingX { get; init; }

    internal double PaddingTop { get; init; }

    internal double PaddingBottom { get; init; }

    internal VerticalAlignment Align { get; init; }

    internal Ink? Background { get; init; }

    /// <summary>Rule at the left edge.</summary>
    internal Stroke? LeftRule { get; init; }

    /// <summary>Rule under a head that covers several columns, short of both edges.</summary>
    internal Stroke? SpanRule { get; init; }

    /// <summary>Rule all round.</summary>
    internal Stroke? Border { get; init; }

    /// <summary>Height when it covers several rows; 0 for that of its row.</summary>
    internal double SpanHeight { get; set; }

    internal double ContentHeight => BoxList.HeightOf(Boxes);

    internal SetCell With(List<Box> boxes, bool top, bool bottom) =>
        new()
        {
            X = X,
            Width = Width,
            Boxes = boxes,
            PaddingX = PaddingX,
            PaddingTop = top ? PaddingTop : 0,
            PaddingBottom = bottom ? PaddingBottom : 0,
            Align = VerticalAlignment.Top,
            Background = Background,
            LeftRule = LeftRule,
            Border = Border,
        };
}

/// <summary>Cells side by side（行）: a table row, a grid, a panel.</summary>
internal sealed class RowBox : Box
{
    internal required List<SetCell> Cells { get; init; }

    internal double X { get; init; }

    internal double Width { get; init; }

    internal Ink? Background { get; init; }

    internal double RuleAbove { get; init; }

    internal Ink RuleAboveInk { get; init; }

    internal double RuleBelow { get; init; }

    internal Ink RuleBelowInk { get; init; }

    /// <summary>What was left of a row when a page took its first part.</summary>
    internal bool IsRest { get; init; }

    internal override string Where =>
        Cells.SelectMany(c => c.Boxes).Select(b => b.Where).FirstOrDefault(w => w.Length > 0) ?? "";

    internal override void Paint(Painter painter, double x, double y)
    {
        x += X;
        if (Background is { } ground)
            painter.PaintRule(x, y, Width, Height, ground.Color);
        foreach (var cell in Cells)
        {
            var height = cell.SpanHeight > 0 ? cell.SpanHeight : Height;
            if (cell.Background is { } own)
                painter.PaintRule(x + cell.X, y, cell.Width, height, own.Color);
            if (cell.LeftRule is { } left)
                painter.PaintRule(x + cell.X, y, left.Width, height, left.Ink.Color);
            if (cell.SpanRule is { } under)
                painter.PaintRule(
                    x + cell.X + cell.PaddingX,
                    y + height - (under.Width / 2),
                    cell.Width - (2 * cell.PaddingX),
                    under.Width,
                    under.Ink.Color
                );
            if (cell.Border is { } border)
                painter.PaintFrame(x + cell.X, y, cell.Width, height, border);
        }

        if (RuleAbove > 0)
            painter.PaintRule(x, y - (RuleAbove / 2), Width, RuleAbove, RuleAboveInk.Color);
        if (RuleBelow > 0)
            painter.PaintRule(x, y + Height - (RuleBelow / 2), Width, RuleBelow, RuleBelowInk.Color);
        foreach (var cell in Cells)
        {
            var height = cell.SpanHeight > 0 ? cell.SpanHeight : Height;
            var free = height - cell.PaddingTop - cell.PaddingBottom - cell.ContentHeight;
            var top =
                y
                + cell.PaddingTop
                + Math.Max(
                    0,
                    cell.Align switch
                    {
                        VerticalAlignment.Middle => free / 2,
                        VerticalAlignment.Bottom => free,
                        _ => 0,
                    }
                );
            BoxList.Paint(cell.Boxes, painter, x + cell.X + cell.PaddingX, top);
        }
    }

    internal override bool TrySplit(double room, out Box first, out Box rest)
    {
        (first, rest) = (this, this);
        List<SetCell> above = [];
        List<SetCell> below = [];
        var moved = false;
        foreach (var cell in Cells)
        {
            var (fits, left) = BoxList.Split(cell.Boxes, room - cell.PaddingTop - cell.PaddingBottom);
            moved |= fits.Count > 0;
            above.Add(cell.With(fits, top: true, bottom: left.Count == 0));
            below.Add(cell.With(left, top: fits.Count == 0, bottom: true));
        }

        if (!moved || below.All(c => c.Boxes.Count == 0))
            return false;
        first = new RowBox
        {
            Cells = above,
            X = X,
            Width = Width,
            Background = Background,
            RuleAbove = RuleAbove,
            RuleAboveInk = RuleAboveInk,
            Table = Table,
            Height = above.Max(HeightOf),
            Before = Before,
            Keep = Keep,
            Anchors = Anchors,
            Footnotes = Footnotes,
        };
        rest = new RowBox
        {
            Cells = below,
            X = X,
            Width = Width,
            Background = Background,
            RuleBelow = RuleBelow,
            RuleBelowInk = RuleBelowInk,
            Table = Table,
            Height = below.Max(HeightOf),
            After = After,
            IsRest = true,
        };
        return true;
    }

    internal static double HeightOf(SetCell cell) => cell.PaddingTop + cell.PaddingBottom + cell.ContentHeight;
}
