using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>A figure or an image（图）.</summary>
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
