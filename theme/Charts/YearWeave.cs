using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// The pattern of a cover（封面条纹）: a column a town, a row an index, each bar as high as its result. It is the year's own
/// and tells nothing that is not inside, so that it is ornament.
/// </summary>
public static class YearWeave
{
    private const double FullFrom = 40;

    /// <summary>Draws it; of more towns than it has room for, none: then the rows are whole.</summary>
    public static Drawing Of(IReadOnlyList<UnionResult> towns, double width, double height, ChartStyle style)
    {
        var sketch = new Sketch(style);
        var (rows, columns) = (Vocabulary.Indexes.Length, Math.Max(1, towns.Count));
        var (pitch, column) = (height / rows, width / columns);
        var bar = Math.Max(0.5, column * 0.68);
        for (var r = 0; r < rows; r++)
        {
            var foot = pitch * (r + 1);
            for (var c = 0; c < towns.Count; c++)
            {
                if (towns[c].Indexes[r].Value is { } value)
                {
                    var share = Math.Clamp(((double)value - FullFrom) / (100 - FullFrom), 0.04, 1);
                    sketch.Rect(
                        c * column,
                        foot - (pitch * 0.86 * share),
                        bar,
                        pitch * 0.86 * share,
                        new Fill(Palette.Cinnabar)
                    );
                }
            }
        }

        return sketch.ToDrawing(
            width,
            height,
            "封面图案",
            "一列一个镇街，一行一项指数，自上而下为红色、规范、活力、温暖、和谐。"
        );
    }
}
