using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Indicators as bars with their target marks（指标达标条）: a row an indicator, grouped by index; the tick is the target, so
/// a bar that
/// reaches it has earned full points. What exceeds the target runs on to 120 % and ends in an arrow. 缺报 is hollow and
/// dashed, 不适用 a slash.
/// </summary>
public static class IndicatorBars
{
    // Room beyond the target, as a share of it.
    private const double Reach = 1.2;

    /// <summary>All indicators of a result.</summary>
    public static Drawing Of(UnionResult result, double width, ChartStyle style)
    {
        var sketch = new Sketch(style);
        var row = style.Pitch * 1.12;
        var nameWidth = Math.Min(width * 0.36, style.Text * 17);
        var valueWidth = LabelWidth.Of("省级及以上", style.Text);
        var pointsWidth = LabelWidth.Of("30.00/30", style.Text) + style.Text;
        var barLeft = nameWidth + valueWidth + (style.Text * 1.4);
        var barWidth = width - barLeft - pointsWidth - (style.Text * 0.5);
        var y = style.Pitch;
        sketch.Text(
            barLeft + (barWidth / Reach),
            y - (style.Text * 0.6),
            "目标",
            Palette.Second,
            TextAnchor.Middle,
            style.Small
        );
        sketch.Text(
            barLeft - (style.Text * 0.6),
            y - (style.Text * 0.6),
            "数值",
            Palette.Second,
            TextAnchor.End,
            style.Small
        );
        sketch.Text(width, y - (style.Text * 0.6), "得分/分值", Palette.Second, TextAnchor.End, style.Small);
        IndexKey? last = null;
        foreach (var item in result.Indicators)
        {
            if (item.Indicator.Index != last)
            {
                y += last is null ? 0 : row * 0.35;
                sketch.Seal(0, y + (row * 0.12), style.Text * 1.15, item.Indicator.Index);
                last = item.Indicator.Index;
            }

            var baseline = y + (row * 0.72);
            var room = nameWidth - (style.Text * 1.8);
            sketch.Text(style.Text * 1.8, baseline, LabelWidth.Fit(item.Indicator.Name, style.Text, room));
            if (item.IsScored)
            {
                sketch.Text(barLeft - (style.Text * 0.6), baseline, item.ValueWithUnit, anchor: TextAnchor.End);
            }

            Bar(sketch, item, barLeft, y + (row * 0.18), barWidth, row * 0.6, label: true);
            sketch.Text(
                width,
                baseline,
                item.PointsText,
                item.Points is null ? Palette.Second : Palette.Ink,
                TextAnchor.End
            );
            y += row;
        }

        return sketch.ToDrawing(
            width,
            y + (style.Text * 0.3),
            $"{result.Organisation.ShortName}各项指标达标情况",
            Describe(result)
        );
    }

    /// <summary>The bar of one indicator alone, for a table's row.</summary>
    public static Drawing Row(IndicatorResult item, double width, double height, ChartStyle style)
    {
        var sketch = new Sketch(style);
        Bar(sketch, item, 0, 0, width, height, label: false);
        return sketch.ToDrawing(width, height, item.Indicator.Name, Sentence(item));
    }

    private static void Bar(
        Sketch sketch,
        IndicatorResult item,
        double x,
        double y,
        double width,
        double height,
        bool label
    )
    {
        var style = sketch.Style;
        var full = width / Reach;
        var key = item.Indicator.Index;
        var middle = y + (height / 2);
        if (item.State == ObservationState.NotApplicable)
        {
            sketch.Line(x + (height * 0.2), y + height, x + (height * 0.8), y, Palette.Second, style.Hair * 1.5);
            if (label)
            {
                sketch.Text(
                    x + (height * 1.3),
                    middle + (style.Small * 0.36),
                    "不适用",
                    Palette.Second,
                    size: style.Small
                );
            }

            return;
        }

        if (item is { Score: null, IsScored: true })
        {
            // Its size would tell what is withheld.
            sketch.Line(x, middle, x + full, middle, Palette.Second, style.Hair, dashed: true);
            if (label)
            {
                var words = item.Withheld == Withheld.Unpublished ? "不公布" : "数值较小，不公布";
                sketch.Rect(
                    x,
                    middle - (style.Small * 0.6),
                    LabelWidth.Of(words, style.Small) + (style.Small * 0.6),
                    style.Small * 1.2,
                    new Fill(Palette.Paper)
                );
                sketch.Text(x, middle + (style.Small * 0.36), words, Palette.Second, size: style.Small);
            }

            return;
        }

        if (item.Score is null)
        {
            sketch.Rect(
                x,
                y,
                full,
                height,
                null,
                new Stroke(Palette.Second, style.Hair, Sketch.Dashed),
                Sentence(item)
            );
            if (label)
            {
                sketch.Text(
                    x + (style.Small * 0.5),
                    middle + (style.Small * 0.36),
                    item.State.Word(),
                    Palette.Second,
                    size: style.Small
                );
            }

            return;
        }

        var share = (double)Attainment(item);
        var length = Math.Min(share, Reach) * full;
        var ink = Palette.Of(key);
        if (length > 0)
        {
            sketch.Rect(x, y, length, height, Palette.FillOf(key), new Stroke(ink, style.Hair), Sentence(item));
        }
        else
        {
            sketch.Line(x, y, x, y + height, ink, style.Line, dashed: false);
        }

        if (share > Reach)
        {
            sketch.Shape(
                [(x + width, y), (x + width + (height * 0.4), middle), (x + width, y + height)],
                true,
                new Fill(ink),
                null
            );
        }

        sketch.Line(x + full, y - (height * 0.22), x + full, y + (height * 1.22), Palette.Ink, style.Hair * 2);
    }

    /// <summary>
    /// How much of the target was reached, 1 for all of it: by value where the target is a figure, else by score.
    /// </summary>
    private static decimal Attainment(IndicatorResult item) =>
        item.Indicator.Rule.Kind is RuleKind.TargetRatio or RuleKind.Count && item is { Value: { } value, Target: > 0m }
            ? value / item.Target!.Value
            : (item.Score ?? 0m) / 100m;

    private static string Sentence(IndicatorResult item) =>
        item.State switch
        {
            ObservationState.NotApplicable => $"{item.Indicator.Name}：不适用",
            _ when !item.IsScored => $"{item.Indicator.Name}：{item.State.Word()}",
            _ when item.Score is null => $"{item.Indicator.Name}：{item.ValueWithUnit}",
            _ => $"{item.Indicator.Name}：{item.ValueWithUnit}，目标{item.TargetText}，"
                + $"得{Numerals.Score(item.Points)}分（分值{Numerals.Plain(item.Weight)}）",
        };

    private static string Describe(UnionResult result)
    {
        // What is withheld is not counted in the indexes, and whether it is full is not told.
        var scored = result.Indicators.Count(i => i.Score is not null);
        var full = result.Indicators.Count(i => i.Score >= 100m);
        var missing = result.Indicators.Count(i => !i.IsScored && i.State != ObservationState.NotApplicable);
        var most = result.Losses.FirstOrDefault(l => l.Gain is > 0m);
        return $"{result.Name}公布得分的指标{scored}项，其中满分{full}项"
            + (missing > 0 ? $"，缺报或存疑{missing}项" : "")
            + (
                most is null
                    ? "。"
                    : $"；补齐后总指数可增最多的是{most.Indicator.Name}，{Numerals.Score(most.Gain)}分。"
            );
    }
}
