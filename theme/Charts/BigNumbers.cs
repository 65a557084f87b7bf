using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>One big number（大数）.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">As printed, such as 86.42 or 3/24.</param>
/// <param name="Unit">Unit after it; empty for none.</param>
/// <param name="Note">A line under it, broken after a comma where the column is too narrow; empty for none.</param>
public sealed record BigNumber(string Label, string Value, string Unit, string Note);

/// <summary>A few numbers worth a glance（几个大数）, side by side, divided by hairlines.</summary>
public static class BigNumbers
{
    /// <summary>Draws them.</summary>
    public static Drawing Of(string title, IReadOnlyList<BigNumber> numbers, double width, ChartStyle style)
    {
        var sketch = new Sketch(style);
        var column = width / Math.Max(1, numbers.Count);
        // The widest number with its unit decides the size, so that none runs into its neighbour.
        var big = numbers
            .Select(n =>
                (column - (style.Text * 1.9) - LabelWidth.Of(n.Unit, style.Text))
                / Math.Max(1, LabelWidth.Of(n.Value, 1.08))
            )
            .Append(style.Text * 3)
            .Min();
        var notes = numbers.Select(n => Lines(n.Note, style.Small, column - (style.Text * 1.4))).ToArray();
        var lines = notes.Max(n => n.Count);
        var foot = style.Pitch + (big * 1.1) + (lines > 0 ? style.Pitch * (0.2 + (lines * 0.9)) : style.Text * 0.2);
        for (var i = 0; i < numbers.Count; i++)
        {
            var (number, x) = (numbers[i], (i * column) + (i == 0 ? 0 : style.Text * 1.2));
            if (i > 0)
            {
                sketch.Line(i * column, style.Text * 0.3, i * column, foot, Palette.Hairline, style.Hair);
            }

            sketch.Text(x, style.Text, number.Label, Palette.Second);
            sketch.Text(x, style.Text * 1.2 + big, number.Value, size: big, role: FontRole.HeiBold);
            if (number.Unit.Length > 0)
            {
                sketch.Text(
                    x + LabelWidth.Of(number.Value, big) + (style.Text * 0.5),
                    style.Text * 1.2 + big,
                    number.Unit,
                    Palette.Second
                );
            }

            for (var line = 0; line < notes[i].Count; line++)
            {
                sketch.Text(
                    x,
                    style.Text * 1.2 + big + (style.Pitch * (1.1 + (line * 0.9))),
                    notes[i][line],
                    Palette.Second,
                    size: style.Small
                );
            }
        }

        return sketch.ToDrawing(
            width,
            foot + (style.Text * 0.5),
            title,
            string.Join(
                "；",
                numbers.Select(n => $"{n.Label}{n.Value}{n.Unit}" + (n.Note.Length > 0 ? $"，{n.Note}" : ""))
            ) + "。"
        );
    }

    // A number may not be cut off: clauses go on the next line, and only a single one wider than the column is
    // shortened.
    private static List<string> Lines(string note, double size, double room)
    {
        var lines = new List<string>(2);
        foreach (var clause in note.Split('，', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && LabelWidth.Of($"{lines[^1]}，{clause}", size) <= room)
            {
                lines[^1] += "，" + clause;
            }
            else
            {
                lines.Add(clause);
            }
        }

        return lines.ConvertAll(l => LabelWidth.Fit(l, size, room));
    }
}
