using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>A place kept free for an electronic seal（电子印章预留位置）; takes no height and paints nothing.</summary>
/// <param name="name">Name.</param>
/// <param name="x">Middle, from the left of the measure.</param>
/// <param name="rise">Middle, above the box's own place.</param>
/// <param name="size">Side of the square.</param>
/// <param name="tag">Its element.</param>
internal sealed class SealBox(string name, double x, double rise, double size, TagNode tag) : Box
{
    internal override void Paint(Painter painter, double px, double py) =>
        painter.AddSeal(
            new SealPlace(
                new Rectangle(px + x - (size / 2), py - rise - (size / 2), size, size),
                name,
                painter.NodeOf(tag)
            )
        );
}
