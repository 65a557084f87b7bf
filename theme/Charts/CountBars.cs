using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>A bar of a comparison（一条）.</summary>
/// <param name="Label">What is counted.</param>
/// <param name="Value">How many; null where that is withheld.</param>
/// <param name="Text">The number as it is written at the bar's end, with what else belongs there.</param>
/// <param name="Tip">All of it in words.</param>
public sealed record CountBar(string Label, decimal? Value, string Text, string Tip)
{
    /// <summary>Its page; null for none.</summary>
    public string? Href { get; init; }

    /// <summary>How many of it are dark, such as those that were answered; null where all are of one kind.</summary>
    public decimal? Part { get; init; }
}

/// <summary>
/// Counts compared（条形图）: bars from zero, each with its name and its number; a dark part is what was done of it. What
/// is withheld is hollow and dashed, of no length that tells anything.
/// </summary>
public static class CountBars
{
    /// <summary>Bars one below another.</summary>
    /// <param name="title">What is compared.</param>
    /// <param name="description">The finding in words.</param>
    /// <param name="bars">Bars in the order to be shown.</param>
    /// <param name="width">Width in points; below 36 letters the names stand above their bars.</param>
    /// <param name="style">Sizes.</param>
    public static Drawing Of(
        string title,
        string description,
        IReadOnlyList<CountBar> bars,
        double width,
        ChartStyle style
    )
    {
        var sketch = new Sketch(style);
        var isNarrow = width < style.Text * 36;
        var names = bars.Max(b => LabelWidth.Of(b.Label, style.Text)) + style.Text;
        var left = isNarrow ? 0 : Math.Min(names, width * 0.4);
        var right = width - bars.Max(b => LabelWidth.Of(b.Text, style.Text)) - (style.Text * 0.8);
        var most = (double)bars.Max(b => b.Value ?? 0m);
        var (thick, pitch) = (style.Text * 0.9, isNarrow ? style.Pitch * 2.1 : style.Pitch * 1.25);
        var y = 0.0;
        foreach (var bar in bars)
        {
            var top = y + (isNarrow ? style.Pitch * 0.95 : (pitch - thick) / 2);
            var baseline = isNarrow ? y + style.Text : top + (thick * 0.5) + (style.Text * 0.36);
            var room = isNarrow ? width : left - (style.Text * 0.6);
            sketch.Text(0, baseline, LabelWidth.Fit(bar.Label, style.Text, room), href: bar.Href);
            var length = most == 0 ? 0 : (double)(bar.Value ?? 0m) / most * (right - left);
            if (bar.Value is null)
            {
                sketch.Rect(
                    left,
                    top,
                    style.Text * 2,
                    thick,
                    null,
                    new Stroke(Palette.Second, style.Hair, Sketch.Dashed),
                    bar.Tip,
                    bar.Href
                );
                length = style.Text * 2;
            }
            else
            {
                var light = bar.Part is null ? Palette.Second : Palette.Hairline;
                sketch.Rect(
                    left,
                    top,
                    Math.Max(length, style.Hair * 2),
                    thick,
                    new Fill(light),
                    null,
                    bar.Tip,
                    bar.Href
                );
                if (bar.Part is { } part && part > 0 && most > 0)
                {
                    sketch.Rect(left, top, (double)part / most * (right - left), thick, new Fill(Palette.Second));
                }
            }

            sketch.Text(left + length + (style.Text * 0.5), top + (thick * 0.5) + (style.Text * 0.36), bar.Text);
            y += pitch;
        }

        return sketch.ToDrawing(width, y + (style.Text * 0.2), title, description);
    }
}
