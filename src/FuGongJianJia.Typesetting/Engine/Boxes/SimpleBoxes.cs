using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>White that a page top swallows unless fixed.</summary>
internal sealed class SpaceBox : Box
{
    internal SpaceBox(double height, bool isFixed) => (Height, IsFixed) = (height, isFixed);

    internal bool IsFixed { get; }

    internal override void Paint(Painter painter, double x, double y) { }
}

/// <summary>White that takes a share of what a page has left.</summary>
internal sealed class SpringBox(double weight) : Box
{
    internal double Weight { get; } = weight;

    internal override void Paint(Painter painter, double x, double y) { }
}

/// <summary>Ends the page.</summary>
internal sealed class PageBreakBox(bool toOddPage) : Box
{
    internal bool ToOddPage { get; } = toOddPage;

    internal override void Paint(Painter painter, double x, double y) { }
}

/// <summary>A horizontal rule; its height is its thickness.</summary>
internal sealed class RuleBox(Ink ink, double x, double width) : Box
{
    internal override void Paint(Painter painter, double px, double py) =>
        painter.PaintRule(px + x, py, width, Height, ink.Color);
}

/// <summary>A figure or an image.</summary>
internal sealed class PictureBox : Box
{
    internal Drawing.Drawing? Drawing { get; init; }

    internal ImmutableArray<byte> Image { get; init; }

    internal required double X { get; init; }

    internal required double Width { get; init; }

    internal TagNode? Tag { get; init; }

    internal required FontSet Fonts { get; init; }

    /// <summary>Boxes, this and its title's, that text may pass when they do not fit; 0 when it may not.</summary>
    internal int FloatLength { get; init; }

    internal override string Where => Drawing?.Title ?? "";

    internal override void Paint(Painter painter, double x, double y)
    {
        var node = painter.NodeOf(Tag);
        if (Drawing is not null)
            painter.Add(new DrawingItem(Drawing, x + X, y, Width / Drawing.Width, Fonts) { Structure = node });
        else
            painter.Add(new ImageItem(Image, new(x + X, y, Width, Height)) { Structure = node });
    }
}

/// <summary>Boxes at a fixed place of the page; takes no height in the flow.</summary>
internal sealed class PositionedBox(Rectangle area, VerticalAlignment align, List<Box> boxes) : Box
{
    internal override void Paint(Painter painter, double x, double y)
    {
        var free = area.Height > 0 ? area.Height - BoxList.HeightOf(boxes) : 0;
        var top =
            area.Y
            + (
                align switch
                {
                    VerticalAlignment.Middle => free / 2,
                    VerticalAlignment.Bottom => free,
                    _ => 0,
                }
            );
        BoxList.Paint(boxes, painter, area.X, top);
    }
}

/// <summary>Boxes of narrower columns, of which the paginator decides how much stands on which page.</summary>
internal sealed class ColumnsBox(int count, double columnWidth, double gap, List<Box> boxes) : Box
{
    internal int Count { get; } = count;

    internal double Stride { get; } = columnWidth + gap;

    internal List<Box> Boxes { get; } = boxes;

    internal double Gap { get; } = gap;

    internal double ColumnWidth { get; } = columnWidth;

    internal override void Paint(Painter painter, double x, double y)
    {
        // Inside a cell, where no page breaks: the columns balanced.
        var columns = ColumnFill.Balance(this, double.MaxValue, out _, out _);
        for (var i = 0; i < columns.Count; i++)
            BoxList.Paint(columns[i], painter, x + (i * Stride), y);
    }
}
