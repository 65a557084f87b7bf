using FuGongJianJia.Editions;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>Guidance ladder（指导阶梯）: 提醒, 预警, 督办, 约谈 as four rising stairs with their counts, names never.</summary>
public static class GuidanceLadder
{
    /// <summary>Draws it.</summary>
    public static Drawing Of(GuidanceSummary guidance, double width, ChartStyle style)
    {
        var sketch = new Sketch(style);
        var rungs = Vocabulary.Rungs;
        var stair = width / rungs.Length;
        var rise = style.Pitch * 1.35;
        var body = style.Pitch * 4;
        var foot = (rise * (rungs.Length - 1)) + body;
        for (var i = 0; i < rungs.Length; i++)
        {
            var (x, top) = (i * stair, (rungs.Length - 1 - i) * rise);
            var ink = guidance.Issued[i] > 0 ? Palette.Ink : Palette.Hairline;
            sketch.Line(x, top, x + stair, top, ink, style.Line * 1.4);
            if (i > 0)
            {
                sketch.Line(x, top, x, top + rise, Palette.Ink, style.Line * 1.4);
            }

            var left = x + (style.Text * 0.7);
            sketch.Text(left, top + (style.Pitch * 1.1), rungs[i].Word(), Palette.Second);
            sketch.Text(
                left,
                top + (style.Pitch * 2.75),
                Numerals.Count(guidance.Issued[i]),
                guidance.Issued[i] > 0 ? Palette.Ink : Palette.Second,
                size: style.Text * 2.2,
                role: FontRole.HeiBold
            );
            sketch.Text(
                left,
                top + (style.Pitch * 3.8),
                $"整改完成{Numerals.Count(guidance.Rectified[i])}",
                Palette.Second,
                size: style.Small
            );
        }

        return sketch.ToDrawing(width, foot + (style.Text * 0.4), "指导阶梯", Describe(guidance));
    }

    private static string Describe(GuidanceSummary guidance)
    {
        var counts = string.Join(
            "，",
            Vocabulary.Rungs.Select((r, i) => $"{r.Word()}{guidance.Issued[i]}件、整改完成{guidance.Rectified[i]}件")
        );
        return $"指导阶梯：{counts}。";
    }
}
