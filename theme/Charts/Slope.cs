using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>One line of a slope chart（一条坡线）.</summary>
/// <param name="Label">Name.</param>
/// <param name="Before">Value then.</param>
/// <param name="After">Value now.</param>
/// <param name="Index">Its index, for ink and seal; null for ink.</param>
/// <param name="Subject">True for the one the page is about: cinnabar.</param>
public sealed record SlopeLine(
    string Label,
    decimal Before,
    decimal After,
    IndexKey? Index = null,
    bool Subject = false
);

/// <summary>
/// Slope chart（坡图）between two periods on one common basis; both values are printed, labels never overlap.
/// </summary>
public static class Slope
{
    /// <summary>Draws it.</summary>
    /// <param name="title">Title.</param>
    /// <param name="before">Heading of the left side, such as 2023年.</param>
    /// <param name="after">Heading of the right side.</param>
    /// <param name="lines">Lines.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    public static Drawing Of(
        string title,
        string before,
        string after,
        IReadOnlyList<SlopeLine> lines,
        double width,
        ChartStyle style
    )
    {
        var sketch = new Sketch(style);
        var label = lines.Count == 0 ? 0 : Math.Min(width * 0.36, lines.Max(l => Measure.Width(l.Label, style.Text)));
        var number = Measure.Width("100.00", style.Text);
        var (left, right) = (number + (style.Text * 0.8), width - number - label - (style.Text * 2.6));
        var all = lines.SelectMany(l => (decimal[])[l.Before, l.After]).ToArray();
        var (low, high) = all.Length == 0 ? (0.0, 100.0) : ((double)all.Min(), (double)all.Max());
        var gap = style.Text * 1.35;
        var height = Math.Max(gap * (lines.Count + 1), style.Pitch * 6);
        var top = style.Pitch * 1.6;
        sketch.Text(left, style.Text, before, Palette.Second, TextAnchor.Middle, style.Small);
        sketch.Text(right, style.Text, after, Palette.Second, TextAnchor.Middle, style.Small);
        sketch.Line(left, top - (style.Text * 0.5), left, top + height, Palette.Hairline, style.Hair);
        sketch.Line(right, top - (style.Text * 0.5), right, top + height, Palette.Hairline, style.Hair);
        var lefts = Places(l => l.Before);
        var rights = Places(l => l.After);
        foreach (var line in lines)
        {
            var ink =
                line.Subject ? Palette.Cinnabar
                : line.Index is { } key ? Palette.Of(key)
                : Palette.Second;
            var (y1, y2) = (Y(line.Before), Y(line.After));
            sketch.Line(
                left,
                y1,
                right,
                y2,
                ink,
                line.Subject || line.Index is not null ? style.Line * 1.2 : style.Hair * 1.5
            );
            sketch.Dot(left, y1, style.Line * 1.5, new Fill(ink), null);
            sketch.Dot(
                right,
                y2,
                style.Line * 1.5,
                new Fill(ink),
                null,
                $"{line.Label}：{Numerals.Score(line.Before)}→{Numerals.Score(line.After)}"
            );
            sketch.Text(
                left - (style.Text * 0.5),
                lefts[line] + (style.Text * 0.36),
                Numerals.Score(line.Before),
                Palette.Second,
                TextAnchor.End
            );
            var x = right + (style.Text * 0.6);
            if (line.Index is { } index)
            {
                sketch.Seal(x, rights[line] - (style.Text * 0.57), style.Text * 1.15, index);
                x += style.Text * 1.5;
            }

            sketch.Text(x, rights[line] + (style.Text * 0.36), Numerals.Score(line.After));
            sketch.Text(
                x + number + (style.Text * 0.4),
                rights[line] + (style.Text * 0.36),
                Measure.Fit(line.Label, style.Text, width - x - number - (style.Text * 0.4)),
                line.Subject ? Palette.Cinnabar : Palette.Ink
            );
        }

        return sketch.ToDrawing(width, top + height + style.Text, title, Describe(before, after, lines));

        double Y(decimal value) =>
            top + (high - low < 0.01 ? height / 2 : (high - (double)value) / (high - low) * height);

        Dictionary<SlopeLine, double> Places(Func<SlopeLine, decimal> value)
        {
            var sorted = lines.OrderByDescending(value).ThenBy(l => l.Label, StringComparer.Ordinal).ToArray();
            var places = Spread.Down([.. sorted.Select(l => Y(value(l)))], gap, top + height + (style.Text * 0.4));
            var byLine = new Dictionary<SlopeLine, double>(ReferenceEqualityComparer.Instance);
            for (var i = 0; i < sorted.Length; i++)
            {
                byLine[sorted[i]] = places[i];
            }

            return byLine;
        }
    }

    /// <summary>
    /// The five indexes of a result, then and now: now less the change on the common set, so that the slope is the
    /// comparable one.
    /// </summary>
    public static ImmutableArray<SlopeLine> Indexes(UnionResult result) =>
        [
            .. result
                .Indexes.Where(i => i is { Value: not null, Change: not null })
                .Select(i => new SlopeLine(i.Key.Title(), i.Value!.Value - i.Change!.Value, i.Value.Value, i.Key)),
        ];

    private static string Describe(string before, string after, IReadOnlyList<SlopeLine> lines) =>
        $"{before}与{after}相比："
        + string.Join(
            "，",
            lines.Select(l =>
                $"{l.Label}由{Numerals.Score(l.Before)}到{Numerals.Score(l.After)}，{Numerals.Movement(l.After - l.Before)}"
            )
        )
        + "。";
}
