using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>The seal of an index alone（一字印）, for tables and headings.</summary>
public static class SealMark
{
    /// <summary>Draws it.</summary>
    public static Drawing Of(IndexKey key, double side)
    {
        var sketch = new Sketch(ChartStyle.Paper);
        sketch.Seal(0, 0, side, key);
        return sketch.ToDrawing(side, side, key.Title(), key.Title());
    }
}
