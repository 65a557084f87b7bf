using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Towns by indexes as a heat table（镇街×指数热力表）: every value printed, a tint of the index's own ink the
/// stronger the higher, so that a row or column that is pale is seen at once. The tint repeats the number and is never
/// needed to read it.
/// </summary>
public static class HeatChart
{
    /// <summary>Draws it.</summary>
    /// <param name="rows">Units in the order to be shown.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    /// <param name="href">Address of a unit's page; null for none.</param>
    public static Drawing Of(
        IReadOnlyList<UnionResult> rows,
        double width,
        ChartStyle style,
        Func<UnionResult, string?>? href = null
    )
    {
        var sketch = new Sketch(style);
        var name = Math.Min(
            width * 0.3,
            rows.Count == 0
                ? 0
                : rows.Max(r => LabelWidth.Of(r.Organisation.ShortName, style.Text)) + (style.Text * 0.8)
        );
        var column = (width - name) / 6;
        var row = style.Pitch * 1.14;
        var top = style.Pitch * 1.5;
        for (var c = 0; c < 5; c++)
        {
            var key = Vocabulary.Indexes[c];
            var label = key.Word();
            var side = style.Text * 1.15;
            var x = name + (c * column) + ((column - side - (style.Text * 2.3)) / 2);
            sketch.Seal(x, style.Text * 0.15, side, key);
            sketch.Text(x + side + (style.Text * 0.3), style.Text * 1.1, label, Palette.Second);
        }

        sketch.Text(width - (column / 2), style.Text * 1.1, "总指数", Palette.Second, TextAnchor.Middle);
        var values = rows.SelectMany(r => r.Indexes).Select(i => i.Value).OfType<decimal>().ToArray();
        var (least, most) = values.Length == 0 ? (0m, 100m) : (values.Min(), values.Max());
        for (var r = 0; r < rows.Count; r++)
        {
            var unit = rows[r];
            var y = top + (r * row);
            var baseline = y + (row * 0.7);
            sketch.Text(
                0,
                baseline,
                LabelWidth.Fit(unit.Organisation.ShortName, style.Text, name),
                href: href?.Invoke(unit)
            );
            for (var c = 0; c < 5; c++)
            {
                var value = unit.Indexes[c].Value;
                var x = name + (c * column);
                var tip = $"{unit.Organisation.ShortName} {unit.Indexes[c].Key.Title()} {Numerals.Score(value)}";
                if (value is { } v)
                {
                    var share = most == least ? 0.5 : (double)((v - least) / (most - least));
                    sketch.Rect(
                        x + 1,
                        y + 0.5,
                        column - 2,
                        row - 1,
                        new Fill(Palette.Of(unit.Indexes[c].Key), Opacity: 0.04 + (0.38 * share * share)),
                        null,
                        tip
                    );
                }
                else
                {
                    sketch.Rect(
                        x + 2,
                        y + 1.5,
                        column - 4,
                        row - 3,
                        null,
                        new Stroke(Palette.Second, style.Hair, Sketch.Dashed),
                        tip
                    );
                }

                sketch.Text(x + (column / 2), baseline, Numerals.Score(value), anchor: TextAnchor.Middle);
            }

            sketch.Text(
                width - (column / 2),
                baseline,
                Numerals.Score(unit.Total),
                anchor: TextAnchor.Middle,
                role: FontRole.HeiBold
            );
        }

        return sketch.ToDrawing(width, top + (rows.Count * row) + (style.Text * 0.2), "各镇街五大指数", Describe(rows));
    }

    private static string Describe(IReadOnlyList<UnionResult> rows)
    {
        var parts = Vocabulary.Indexes.Select(
            (key, i) =>
            {
                var scored = rows.Where(r => r.Indexes[i].Value is not null).OrderBy(r => r.Indexes[i].Value).ToArray();
                return scored.Length == 0
                    ? $"{key.Title()}无得分"
                    : $"{key.Title()}{Numerals.Score(scored[0].Indexes[i].Value)}"
                        + $"～{Numerals.Score(scored[^1].Indexes[i].Value)}";
            }
        );
        return $"{rows.Count}个单位五大指数的范围：{string.Join("，", parts)}。";
    }
}
