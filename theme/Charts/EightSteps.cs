using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Eight steps of the tasks as a line（八步线）: at each stop how many tasks came to it, on the way the median days from
/// the stop before; the longest way is dark. On a narrow figure the line runs downwards.
/// </summary>
public static class EightSteps
{
    /// <summary>Draws it.</summary>
    /// <param name="tasks">Tasks of the district in a period.</param>
    /// <param name="width">Width in points; below 36 letters the line runs downwards.</param>
    /// <param name="style">Sizes.</param>
    public static Drawing Of(TaskSummary tasks, double width, ChartStyle style)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var sketch = new Sketch(style);
        var longest = tasks.Steps.Max(s => s.MedianDays);
        var height = width < style.Text * 36 ? Down() : Across();
        return sketch.ToDrawing(width, height, "任务办理八步", Describe(tasks));

        double Across()
        {
            var column = width / tasks.Steps.Length;
            var (axis, radius) = (style.Pitch * 2.4, style.Text * 0.42);
            for (var i = 0; i < tasks.Steps.Length; i++)
            {
                var (step, x) = (tasks.Steps[i], (i + 0.5) * column);
                if (i > 0)
                {
                    Way(step, x - column, axis, x, axis);
                    if (step.MedianDays is { } days)
                    {
                        sketch.Text(
                            x - (column / 2),
                            axis - (style.Small * 0.6),
                            Numerals.Days(days),
                            days == longest ? Palette.Ink : Palette.Second,
                            TextAnchor.Middle,
                            style.Small
                        );
                    }
                }

                sketch.Text(x, axis - (style.Text * 1.1), step.Kind.Word(), anchor: TextAnchor.Middle);
                sketch.Text(
                    x,
                    axis + (style.Pitch * 1.3),
                    $"{Numerals.Count(step.Reached)}项",
                    anchor: TextAnchor.Middle
                );
            }

            for (var i = 0; i < tasks.Steps.Length; i++)
            {
                Stop(tasks.Steps[i], (i + 0.5) * column, axis, radius);
            }

            return axis + (style.Pitch * 1.8);
        }

        double Down()
        {
            var (pitch, radius) = (style.Pitch * 1.7, style.Text * 0.42);
            var axis = radius + style.Line;
            for (var i = 0; i < tasks.Steps.Length; i++)
            {
                var (step, y) = (tasks.Steps[i], (i + 0.5) * pitch);
                if (i > 0)
                {
                    Way(step, axis, y - pitch, axis, y);
                }

                var baseline = y + (style.Text * 0.36);
                sketch.Text(style.Text * 1.6, baseline, step.Kind.Word());
                sketch.Text(style.Text * 9, baseline, $"{Numerals.Count(step.Reached)}项", anchor: TextAnchor.End);
                if (step.MedianDays is { } days)
                {
                    sketch.Text(
                        width,
                        baseline,
                        $"用{Numerals.Days(days)}",
                        days == longest ? Palette.Ink : Palette.Second,
                        TextAnchor.End
                    );
                }
            }

            for (var i = 0; i < tasks.Steps.Length; i++)
            {
                Stop(tasks.Steps[i], axis, (i + 0.5) * pitch, radius);
            }

            return tasks.Steps.Length * pitch;
        }

        void Way(StepSummary step, double x1, double y1, double x2, double y2)
        {
            var isLongest = step.MedianDays is { } days && days == longest;
            sketch.Line(x1, y1, x2, y2, isLongest ? Palette.Ink : Palette.Hairline, style.Line * (isLongest ? 1.6 : 1));
        }

        void Stop(StepSummary step, double x, double y, double radius) =>
            sketch.Dot(
                x,
                y,
                radius,
                new Fill(Palette.Paper),
                step.Reached > 0
                    ? new Stroke(Palette.Ink, style.Line)
                    : new Stroke(Palette.Second, style.Hair, Sketch.Dashed),
                $"{step.Kind.Word()}：{step.Reached}项"
                    + (
                        step.MedianDays is { } m
                            ? $"，用时中位数{Numerals.Days(m)}，九成在{Numerals.Days(step.NinetiethDays)}以内"
                            : ""
                    )
            );
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
