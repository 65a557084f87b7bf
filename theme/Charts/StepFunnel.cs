using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Eight steps of the tasks（八步漏斗）: how many tasks reached each step, and the median days each step took from the one
/// before.
/// </summary>
public static class StepFunnel
{
    /// <summary>Draws it: eight columns from left to right.</summary>
    public static Drawing Of(TaskSummary tasks, double width, ChartStyle style)
    {
        var sketch = new Sketch(style);
        var column = width / tasks.Steps.Length;
        var most = Math.Max(1, tasks.Steps.Max(s => s.Reached));
        var top = style.Pitch * 1.2;
        var height = style.Pitch * 5;
        var foot = top + height;
        for (var i = 0; i < tasks.Steps.Length; i++)
        {
            var step = tasks.Steps[i];
            var x = i * column;
            var h = height * step.Reached / most;
            var bar = column * 0.56;
            var left = x + ((column - bar) / 2);
            if (step.Reached > 0)
            {
                sketch.Rect(
                    left,
                    foot - h,
                    bar,
                    h,
                    new Fill(Palette.Hairline, Opacity: 0.55),
                    null,
                    $"{step.Kind.Word()}：{step.Reached}项"
                        + (
                            step.MedianDays is { } m
                                ? $"，用时中位数{Numerals.Days(m)}，九成在{Numerals.Days(step.NinetiethDays)}以内"
                                : ""
                        )
                );
                sketch.Line(left, foot - h, left + bar, foot - h, Palette.Ink, style.Line);
            }
            else
            {
                sketch.Rect(
                    left,
                    foot - style.Text,
                    bar,
                    style.Text,
                    null,
                    new Stroke(Palette.Second, style.Hair, Sketch.Dashed)
                );
            }

            sketch.Text(
                x + (column / 2),
                foot - h - (style.Text * 0.45),
                Numerals.Count(step.Reached),
                anchor: TextAnchor.Middle
            );
            sketch.Text(x + (column / 2), foot + (style.Pitch * 0.95), step.Kind.Word(), anchor: TextAnchor.Middle);
            if (i > 0 && step.MedianDays is not null)
            {
                var days = step.MedianDays is null ? "" : Numerals.Days(step.MedianDays);
                sketch.Text(x, foot + (style.Pitch * 2), days, Palette.Second, TextAnchor.Middle, style.Small);
                var half = Math.Max(LabelWidth.Of(days, style.Small) / 2, column * 0.18) + (style.Small * 0.3);
                var room = (column / 2) - (style.Text * 0.3);
                if (half < room)
                {
                    var y = foot + (style.Pitch * 2) - (style.Small * 0.35);
                    sketch.Line(x - room, y, x - half, y, Palette.Hairline, style.Hair);
                    sketch.Line(x + half, y, x + room, y, Palette.Hairline, style.Hair);
                }
            }
        }

        sketch.Line(0, foot, width, foot, Palette.Second, style.Hair);
        var note = tasks.Steps.Any(s => s.MedianDays is not null);
        if (note)
        {
            sketch.Text(
                width / 2,
                foot + (style.Pitch * 3),
                "天数为与上一步之间用时的中位数",
                Palette.Second,
                TextAnchor.Middle,
                style.Small
            );
        }

        return sketch.ToDrawing(width, foot + (style.Pitch * (note ? 3.4 : 1.4)), "任务办理八步", Describe(tasks));
    }

    private static string Describe(TaskSummary tasks)
    {
        var counts = string.Join("，", tasks.Steps.Select(s => $"{s.Kind.Word()}{s.Reached}项"));
        var slowest = tasks
            .Steps.Where(s => s.MedianDays is not null)
            .OrderByDescending(s => s.MedianDays)
            .ThenBy(s => s.Kind)
            .FirstOrDefault();
        return $"各步任务数：{counts}。"
            + (
                slowest is null ? "" : $"用时最长的是{slowest.Kind.Word()}，中位数{Numerals.Days(slowest.MedianDays)}。"
            );
    }
}
