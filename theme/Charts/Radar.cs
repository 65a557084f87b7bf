using System.Collections.Concurrent;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Five-index radar（五指数雷达图）: one's own values filled in cinnabar, the group's median dashed.
/// Rings at 20, 40 … 100 from a true zero. An index without a value leaves a hollow dashed mark and opens the outline.
/// </summary>
public static class Radar
{
    private const int Axes = 5;

    // The same on every page of the same measure.
    private static readonly ConcurrentDictionary<(double Width, ChartStyle Style), GroupMark> Rings = new();

    /// <summary>Draws it.</summary>
    /// <param name="result">Whose.</param>
    /// <param name="width">Width in points; the height follows.</param>
    /// <param name="style">Sizes.</param>
    /// <param name="firm">False where too little was reported（覆盖不足）: the outline is dashed and not filled, its marks
    /// are hollow.</param>
    public static Drawing Of(UnionResult result, double width, ChartStyle style, bool firm = true)
    {
        var sketch = new Sketch(style);
        var margin = style.Pitch * 2.1;
        var radius = (width / 2) - (style.Text * 3.6);
        var (cx, cy) = (width / 2, margin + radius);
        var hasMedian = result.Indexes.Any(i => i.GroupMedian is not null);

        sketch.Add(Rings.GetOrAdd((width, style), _ => Ground()));
        for (var axis = 0; axis < Axes; axis++)
        {
            var (x, y) = At(axis, 100);
            sketch.Line(cx, cy, x, y, Palette.Hairline, style.Hair, dashed: result.Indexes[axis].Value is null);
        }

        if (hasMedian)
        {
            Outline(i => i.GroupMedian, null, new Stroke(Palette.Second, style.Line * 0.8, Sketch.Dashed));
        }

        Outline(
            i => i.Value,
            firm ? new Fill(Palette.Cinnabar, Opacity: 0.14) : null,
            new Stroke(Palette.Cinnabar, style.Line * 1.3, firm ? default : Sketch.Dashed)
        );
        for (var axis = 0; axis < Axes; axis++)
        {
            var index = result.Indexes[axis];
            var (x, y) = At(axis, (double)(index.Value ?? 0m));
            if (index.Value is null)
            {
                sketch.Dot(
                    x,
                    y,
                    style.Line * 2,
                    new Fill(Palette.Paper),
                    new Stroke(Palette.Second, style.Hair * 1.5, Sketch.Dashed),
                    Tip(index)
                );
            }
            else
            {
                sketch.Dot(
                    x,
                    y,
                    style.Line * 1.9,
                    new Fill(firm ? Palette.Cinnabar : Palette.Paper),
                    firm ? null : new Stroke(Palette.Cinnabar, style.Hair * 1.5),
                    Tip(index)
                );
            }

            Label(axis, index);
        }

        // The scale stands beside the first axis, where the outline never runs along it; at the outermost ring, which
        // is 100, it would.
        foreach (var ring in (int[])[60, 80])
        {
            sketch.Text(
                cx - (style.Small * 0.3),
                At(0, ring).Y + (style.Small * 1.0),
                Numerals.Count(ring),
                Palette.Second,
                TextAnchor.End,
                style.Small
            );
        }

        var height = cy + (radius * 0.81) + (style.Pitch * 2.3);
        if (hasMedian)
        {
            var y = height + (style.Text * 0.6);
            var half = (LabelWidth.Of("虚线为本组中位数", style.Small) + (style.Text * 2.6)) / 2;
            sketch.Line(
                cx - half,
                y - (style.Small * 0.35),
                cx - half + (style.Text * 2.2),
                y - (style.Small * 0.35),
                Palette.Second,
                style.Line * 0.8,
                dashed: true
            );
            sketch.Text(cx - half + (style.Text * 2.6), y, "虚线为本组中位数", Palette.Second, size: style.Small);
            height += style.Pitch;
        }

        return sketch.ToDrawing(width, height, $"{result.Organisation.ShortName}五大指数雷达图", Describe(result));

        (double X, double Y) At(int axis, double value)
        {
            var angle = (axis * 2 * Math.PI / Axes) - (Math.PI / 2);
            return (cx + (Math.Cos(angle) * radius * value / 100), cy + (Math.Sin(angle) * radius * value / 100));
        }

        GroupMark Ground()
        {
            var marks = new Sketch(style);
            for (var ring = 20; ring <= 100; ring += 20)
            {
                marks.Shape(
                    Enumerable.Range(0, Axes).Select(a => At(a, ring)),
                    true,
                    null,
                    new Stroke(ring == 100 ? Palette.Second : Palette.Hairline, style.Hair)
                );
            }

            return marks.ToGround();
        }

        void Outline(Func<IndexResult, decimal?> value, Fill? fill, Stroke stroke)
        {
            if (result.Indexes.All(i => value(i) is not null))
            {
                sketch.Shape(
                    Enumerable.Range(0, Axes).Select(a => At(a, (double)value(result.Indexes[a])!.Value)),
                    true,
                    fill,
                    stroke
                );
                return;
            }

            for (var axis = 0; axis < Axes; axis++)
            {
                var next = (axis + 1) % Axes;
                if (value(result.Indexes[axis]) is { } a && value(result.Indexes[next]) is { } b)
                {
                    sketch.Shape([At(axis, (double)a), At(next, (double)b)], false, null, stroke);
                }
            }
        }

        void Label(int axis, IndexResult index)
        {
            var (x, y) = At(axis, 100);
            var side = style.Text * 1.15;
            var text = Numerals.Score(index.Value);
            var wide = LabelWidth.Of(text, style.Text) + side + (style.Text * 0.35);
            var (left, top) = axis switch
            {
                0 => (x - (wide / 2), y - (style.Text * 1.8)),
                1 => (width - wide, y - (side * 1.6)),
                2 => (Math.Min(x - (wide * 0.3), width - wide), y + (style.Text * 0.6)),
                3 => (Math.Max(x - (wide * 0.7), 0), y + (style.Text * 0.6)),
                _ => (0.0, y - (side * 1.6)),
            };
            sketch.Seal(left, top, side, index.Key);
            sketch.Text(left + side + (style.Text * 0.35), top + (side * 0.82), text);
        }
    }

    private static string Tip(IndexResult index) =>
        index.GroupMedian is { } median
            ? $"{index.Key.Title()} {Numerals.Score(index.Value)}，本组中位数 {Numerals.Score(median)}"
            : $"{index.Key.Title()} {Numerals.Score(index.Value)}";

    private static string Describe(UnionResult result)
    {
        var valued = result.Indexes.Where(i => i.Value is not null).ToArray();
        if (valued.Length == 0)
        {
            return $"{result.Name}没有五大指数得分。";
        }

        var parts = string.Join(
            "，",
            result.Indexes.Select(i => i.Key.Word() + (i.Value is null ? "无得分" : Numerals.Score(i.Value)))
        );
        var compared = result
            .Indexes.Where(i => i is { IsCompared: true, Value: not null, GroupMedian: not null })
            .ToArray();
        var below = string.Join('、', compared.Where(i => i.Value < i.GroupMedian).Select(i => i.Key.Word()));
        var median =
            compared.Length == 0 ? ""
            : below.Length > 0 ? $"低于本组中位数的有{below}。"
            : $"{(compared.Length < result.Indexes.Length ? "有得分并参加比较的" : "")}各项均不低于本组中位数。";
        var lowest = result.Lowest is { } low ? $"最低为{low.Title()}。" : "";
        return $"{result.Name}五大指数：{parts}。{lowest}{median}";
    }
}
