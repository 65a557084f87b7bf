using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Lost points as a waterfall（失分瀑布图）: from the total of today, step by step, to what it would be if each lost point
/// were earned;
/// the largest step first. Steps are in points of the total（可增总指数）, so they can be added.
/// </summary>
public static class LostPoints
{
    /// <summary>Draws the largest losses and the rest in one step.</summary>
    /// <param name="result">Whose.</param>
    /// <param name="most">How many steps by name.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    public static Drawing Of(UnionResult result, int most, double width, ChartStyle style)
    {
        var sketch = new Sketch(style);
        var losses = result.Losses.Where(HasGain).ToArray();
        var named = losses.Length <= most + 1 ? losses : losses[..most];
        var rest = losses[named.Length..];
        var total = result.Total ?? 0m;
        // With every point earned the total is 100 exactly; rounded steps may miss it by a hundredth each. What an
        // event cost cannot be earned again.
        var sum = total + losses.Sum(l => l.Gain!.Value);
        var isWhole = Math.Abs(100m - sum) <= 0.005m * (losses.Length + 1);
        var reach = isWhole ? 100m : Math.Min(100m, sum);
        var restGain = rest.Length == 0 ? 0m : reach - total - named.Sum(l => l.Gain!.Value);

        // As wide as the longest name, as long as half is left to the steps.
        var longest = named
            .Select(l => LabelWidth.Of(l.Indicator.Name, style.Text) + (style.Text * 1.6))
            .Append(LabelWidth.Of("现在的总指数", style.Text))
            .Max();
        var nameWidth = Math.Min(width * 0.5, Math.Max(width * 0.3, longest + 1));
        var numberWidth = LabelWidth.Of("+10.00", style.Text) + (style.Text * 0.6);
        var (left, right) = (nameWidth + (style.Text * 0.6), width - numberWidth);
        // Steps are read by their length, which a common scale keeps true wherever it starts.
        var high = Math.Max((double)reach, (double)total + 1);
        var low = (double)total - ((high - (double)total) * 0.04);
        var row = style.Pitch * 1.2;
        var y = 0.0;

        Row("现在的总指数", null, Numerals.Score(total), bold: true);
        var x0 = X((double)total);
        sketch.Dot(x0, y + (row * 0.5), style.Line * 2.2, new Fill(Palette.Cinnabar), null);
        var at = total;
        y += row;
        foreach (var loss in named)
        {
            Step(
                loss.Indicator.Name,
                loss.Indicator.Index,
                loss.Gain!.Value,
                $"{loss.Indicator.Name}：失{Numerals.Score(loss.Lost)}分（分值{Numerals.Plain(loss.Weight)}），"
                    + $"补齐可使总指数增{Numerals.Score(loss.Gain)}分"
            );
        }

        if (rest.Length > 0)
        {
            Step($"其余{rest.Length}项", null, restGain, $"其余{rest.Length}项合计可增{Numerals.Score(restGain)}分");
        }

        Row(
            isWhole ? "全部补齐可达"
                : result.Indicators.Any(i => i is { IsEvent: true, Lost: > 0m }) ? "事件以外补齐可达"
                : "所列各项补齐可达",
            null,
            Numerals.Score(reach),
            bold: true
        );
        sketch.Line(X((double)at), y - (row * 0.3), X((double)at), y + (row * 0.5), Palette.Second, style.Hair);
        sketch.Dot(
            X((double)at),
            y + (row * 0.5),
            style.Line * 2.2,
            new Fill(Palette.Paper),
            new Stroke(Palette.Ink, style.Line * 0.8)
        );
        return sketch.ToDrawing(
            width,
            y + row,
            $"{result.Organisation.ShortName}失分与可增分",
            Describe(result, losses)
        );

        double X(double value) => left + ((value - low) / (high - low) * (right - left));

        void Row(string label, IndexKey? key, string number, bool bold = false)
        {
            var baseline = y + (row * 0.68);
            if (key is { } index)
            {
                sketch.Seal(0, y + (row * 0.18), style.Text * 1.15, index);
            }

            var x = key is null && bold ? 0 : style.Text * 1.6;
            sketch.Text(x, baseline, LabelWidth.Fit(label, style.Text, nameWidth - x));
            sketch.Text(width, baseline, number, anchor: TextAnchor.End);
        }

        void Step(string label, IndexKey? key, decimal gain, string tip)
        {
            Row(label, key, Numerals.Signed(gain));
            var (from, to) = (X((double)at), X((double)(at + gain)));
            sketch.Line(from, y - (row * 0.3), from, y + (row * 0.22), Palette.Second, style.Hair);
            var fill = key is { } index ? Palette.FillOf(index) : new Fill(Palette.Hairline);
            sketch.Rect(
                from,
                y + (row * 0.22),
                Math.Max(to - from, style.Hair),
                row * 0.56,
                fill,
                new Stroke(key is { } k ? Palette.Of(k) : Palette.Second, style.Hair),
                tip
            );
            at += gain;
            y += row;
        }
    }

    /// <summary>True when something was lost that can be earned.</summary>
    public static bool HasGain(IndicatorResult item) => item is { Lost: > 0m, Gain: > 0m };

    private static string Describe(UnionResult result, IndicatorResult[] losses) =>
        losses.Length == 0
            ? $"{result.Name}计分各项均为满分，没有失分。"
            : $"{result.Name}总指数{Numerals.Score(result.Total)}；补齐后可增最多的是"
                + string.Join("、", losses.Take(3).Select(l => $"{l.Indicator.Name}（{Numerals.Score(l.Gain)}分）"))
                + "。";
}
