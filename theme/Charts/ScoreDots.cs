using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>A row of a dot chart（一行）.</summary>
/// <param name="Label">What was measured.</param>
/// <param name="Index">Its index, for the seal; null for none.</param>
/// <param name="Value">0–100; null where there is none.</param>
/// <param name="Text">The number as it is written at the end of the row.</param>
/// <param name="Tip">All of it in words.</param>
public sealed record ScoreDot(string Label, IndexKey? Index, decimal? Value, string Text, string Tip)
{
    /// <summary>Its page; null for none.</summary>
    public string? Href { get; init; }

    /// <summary>目标, 0–100; null prints no tick.</summary>
    public decimal? Target { get; init; }
}

/// <summary>
/// Dots on a scale of 50–100（点图）: what is nearly the same from zero on is told apart by place; a tick is the target,
/// and a line shows how far it is. The scale is longer where a value asks for it.
/// </summary>
public static class ScoreDots
{
    /// <summary>Rows one below another on a common scale.</summary>
    /// <param name="title">What is compared.</param>
    /// <param name="description">The finding in words.</param>
    /// <param name="rows">Rows in the order to be shown.</param>
    /// <param name="width">Width in points; below 36 letters the names stand above their rows.</param>
    /// <param name="style">Sizes.</param>
    public static Drawing Of(
        string title,
        string description,
        IReadOnlyList<ScoreDot> rows,
        double width,
        ChartStyle style
    )
    {
        var sketch = new Sketch(style);
        var isNarrow = width < style.Text * 36;
        double Seal(ScoreDot row) => row.Index is null ? 0 : style.Text * 1.6;
        var names = rows.Max(r => LabelWidth.Of(r.Label, style.Text) + Seal(r)) + style.Text;
        var numbers = rows.Max(r => LabelWidth.Of(r.Text, style.Text));
        var left = isNarrow ? style.Text * 0.5 : Math.Min(names, width * 0.45);
        var right = width - (isNarrow ? style.Text * 0.5 : numbers + (style.Text * 1.2));
        var (low, step) = ScoreScale.Of(rows.Select(r => r.Value).OfType<decimal>());
        var pitch = isNarrow ? style.Pitch * 2 : style.Pitch * 1.15;
        var radius = style.Line * 2.4;
        var top = style.Small * 1.6;
        var foot = top + (rows.Count * pitch);
        for (var tick = low; tick <= 100; tick += step)
        {
            var anchor = tick == 100 && isNarrow ? TextAnchor.End : TextAnchor.Middle;
            sketch.Text(X(tick), style.Small, Numerals.Plain((decimal)tick), Palette.Second, anchor, style.Small);
            if (!isNarrow)
            {
                sketch.Line(X(tick), top, X(tick), foot, Palette.Hairline, style.Hair);
            }
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var y = top + (i * pitch);
            var axis = y + (isNarrow ? style.Pitch * 1.45 : pitch / 2);
            var baseline = isNarrow ? y + style.Text : axis + (style.Text * 0.36);
            if (row.Index is { } key)
            {
                sketch.Seal(0, baseline - (style.Text * 0.95), style.Text * 1.15, key);
            }

            var room = (isNarrow ? width - numbers : left) - Seal(row) - (style.Text * 0.6);
            sketch.Text(Seal(row), baseline, LabelWidth.Fit(row.Label, style.Text, room), href: row.Href);
            sketch.Text(width, baseline, row.Text, row.Value is null ? Palette.Second : Palette.Ink, TextAnchor.End);
            sketch.Line(left, axis, right, axis, Palette.Hairline, style.Hair, dashed: row.Value is null);
            if (row.Value is not { } value)
            {
                continue;
            }

            var ink = row.Index is { } of ? Palette.Of(of) : Palette.Ink;
            if (row.Target is { } target)
            {
                var at = X((double)target);
                sketch.Line(X((double)value), axis, at, axis, ink, style.Line * 0.8);
                sketch.Line(at, axis - (radius * 1.3), at, axis + (radius * 1.3), Palette.Ink, style.Line);
            }

            sketch.Dot(
                X((double)value),
                axis,
                radius,
                new Fill(ink),
                new Stroke(Palette.Paper, style.Hair),
                row.Tip,
                row.Href
            );
        }

        return sketch.ToDrawing(width, foot + (style.Text * 0.2), title, description);

        double X(double value) => left + ((Math.Clamp(value, low, 100) - low) / (100 - low) * (right - left));
    }
}
