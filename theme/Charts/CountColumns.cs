using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>A column of counts through time（一柱）.</summary>
/// <param name="Label">The year or month.</param>
/// <param name="Count">How many; none leaves its place empty.</param>
/// <param name="Tip">All of it in words.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
public sealed record CountColumn(string Label, int Count, string Tip, string? Href = null);

/// <summary>Counts through time（柱形图）: a column a year or month from zero, each with its number.</summary>
public static class CountColumns
{
    /// <summary>Columns from left to right.</summary>
    /// <param name="title">What is counted.</param>
    /// <param name="description">The finding in words.</param>
    /// <param name="columns">Every year or month from first to last.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    public static Drawing Of(
        string title,
        string description,
        IReadOnlyList<CountColumn> columns,
        double width,
        ChartStyle style
    )
    {
        var sketch = new Sketch(style);
        // A few columns need not fill the width.
        var column = Math.Min(width / columns.Count, style.Text * 6);
        var most = Math.Max(1, columns.Max(c => c.Count));
        var (top, height) = (style.Pitch * 1.2, style.Pitch * 5);
        var foot = top + height;
        var widest = columns.Max(c => LabelWidth.Of(c.Label, style.Small));
        // Where columns are thin every second or third is named, the newest always.
        var named = (int)Math.Ceiling(widest * 1.2 / column);
        for (var i = 0; i < columns.Count; i++)
        {
            var (label, count, tip, href) = columns[i];
            var (x, h) = (i * column, height * count / most);
            if (count > 0)
            {
                sketch.Rect(x + (column * 0.18), foot - h, column * 0.64, h, new Fill(Palette.Second), null, tip, href);
                sketch.Text(
                    x + (column / 2),
                    foot - h - (style.Small * 0.4),
                    Numerals.Count(count),
                    Palette.Ink,
                    TextAnchor.Middle,
                    style.Small
                );
            }

            if ((columns.Count - 1 - i) % named == 0)
            {
                var middle = Math.Clamp(x + (column / 2), widest / 2, Math.Max(widest / 2, width - (widest / 2)));
                sketch.Text(middle, foot + (style.Pitch * 0.9), label, Palette.Second, TextAnchor.Middle, style.Small);
            }
        }

        sketch.Line(0, foot, columns.Count * column, foot, Palette.Second, style.Hair);
        return sketch.ToDrawing(width, foot + (style.Pitch * 1.3), title, description);
    }
}
