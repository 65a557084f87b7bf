using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Typesetting.Engine.Boxes;

/// <summary>Boxes at a fixed place of the page（定位）; takes no height in the flow.</summary>
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
