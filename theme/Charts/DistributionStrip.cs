using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>One lane of a distribution（一行分布）.</summary>
/// <param name="Label">What is distributed, such as 红色指数 or 总指数.</param>
/// <param name="Index">Its index, for the seal; null for the total or an indicator.</param>
/// <param name="Peers">Values of all in the group, one's own among them.</param>
/// <param name="Own">One's own value; null when the lane has no subject.</param>
/// <param name="Median">Median of the group; null prints no tick.</param>
public sealed record StripLane(string Label, IndexKey? Index, ImmutableArray<decimal> Peers, decimal? Own, decimal? Median);

/// <summary>
/// Distribution strips（分布条）: every peer an open dot, one's own place in cinnabar, the median a tick. Equal values pile up,
/// so that how many there are can be seen; a crowd too large for dots is drawn as a profile of bars.
/// </summary>
public static class DistributionStrip
{
    private const int MostDots = 320;

    /// <summary>Lanes one below another on a common scale.</summary>
    /// <param name="subject">Whose place is marked; empty when nobody's.</param>
    /// <param name="group">Name of the peers, such as 24个镇街.</param>
    /// <param name="lanes">Lanes.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    public static Drawing Of(string subject, string group, IReadOnlyList<StripLane> lanes, double width, ChartStyle style)
    {
        var sketch = new Sketch(style);
        var left = lanes.Max(l => Measure.Width(l.Label, style.Text) + (l.Index is null ? 0 : style.Text * 1.6)) + style.Text;
        var right = width - Measure.Width("100.00", style.Text) - style.Text;
        var least = lanes.SelectMany(l => l.Peers).DefaultIfEmpty(0m).Min();
        // A scale from a round ten below the least: position is read here, not length, so it need not start at zero.
        var low = Math.Max(0, (Math.Ceiling((double)least / 10) * 10) - 10);
        var radius = style.Line * 1.9;
        var lane = Math.Max(style.Pitch * 2.3, radius * 9);
        var y = 0.0;
        foreach (var item in lanes)
        {
            var axis = y + (lane * 0.62);
            var textX = 0.0;
            if (item.Index is { } key)
            {
                sketch.Seal(0, axis - (style.Text * 0.8), style.Text * 1.15, key);
                textX = style.Text * 1.6;
            }

            sketch.Text(textX, axis + (style.Text * 0.1), item.Label);
            sketch.Line(left, axis, right, axis, Palette.Hairline, style.Hair);
            if (item.Peers.Length > MostDots)
            {
                Profile(item, axis, lane);
            }
            else
            {
                Dots(item, axis, lane);
            }

            if (item.Median is { } median)
            {
                var x = X(median);
                sketch.Line(x, axis - (lane * 0.2), x, axis + (lane * 0.17), Palette.Ink, style.Line);
                sketch.Text(x, axis + (lane * 0.17) + style.Small, $"中位{NumberText.Short(median)}", Palette.Second, TextAnchor.Middle, style.Small);
            }

            if (item.Own is { } own)
            {
                sketch.Dot(X(own), axis, radius * 1.5, new Fill(Palette.Cinnabar), new Stroke(Palette.Paper, style.Hair * 2), $"{subject} {NumberText.Score(own)}");
                sketch.Text(width, axis + (style.Text * 0.36), NumberText.Score(own), Palette.Cinnabar, TextAnchor.End);
            }

            y += lane;
        }

        y += style.Small * 0.8;
        for (var tick = low; tick <= 100; tick += low >= 50 ? 10 : 20)
        {
            var x = X((decimal)tick);
            sketch.Line(x, y, x, y + (style.Text * 0.3), Palette.Second, style.Hair);
            sketch.Text(x, y + (style.Text * 0.4) + style.Small, NumberText.Plain((decimal)tick), Palette.Second, TextAnchor.Middle, style.Small);
        }

        var title = subject.Length > 0 ? $"{subject}在{group}中的位置" : $"{group}得分分布";
        return sketch.ToDrawing(width, y + (style.Pitch * 1.3), title, Describe(subject, group, lanes));

        double X(decimal value) => left + (((double)value - low) / (100 - low) * (right - left));

        void Dots(StripLane item, double axis, double height)
        {
            var piles = new Dictionary<int, int>();
            var ownShown = item.Own is null;
            var most = 1;
            foreach (var value in item.Peers)
            {
                var cell = (int)Math.Floor(X(value) / (radius * 2.1));
                piles[cell] = piles.GetValueOrDefault(cell) + 1;
                most = Math.Max(most, piles[cell]);
            }

            // Piles grow upwards from the axis; a pile higher than the lane is pressed together.
            var step = Math.Min(radius * 2.1, height * 0.6 / most);
            piles.Clear();
            foreach (var value in item.Peers.Sort())
            {
                if (!ownShown && value == item.Own)
                {
                    ownShown = true;
                    continue;
                }

                var cell = (int)Math.Floor(X(value) / (radius * 2.1));
                var n = piles[cell] = piles.GetValueOrDefault(cell) + 1;
                sketch.Dot(X(value), axis - ((n - 1) * step), radius, new Fill(Palette.Paper, Opacity: 0.6), new Stroke(Palette.Second, style.Hair * 1.4));
            }
        }

        void Profile(StripLane item, double axis, double height)
        {
            var cells = new int[101];
            foreach (var value in item.Peers)
            {
                cells[Math.Clamp((int)Math.Floor(value), 0, 100)]++;
            }

            var most = cells.Max();
            var cellWidth = (right - left) / (100 - low);
            for (var i = (int)low; i <= 100; i++)
            {
                if (cells[i] > 0)
                {
                    var h = height * 0.56 * cells[i] / most;
                    var x = Math.Min(X(i), right - cellWidth);
                    sketch.Rect(x, axis - h, cellWidth * 0.8, h, new Fill(Palette.Hairline), null, $"{i}～{i + 1}分：{cells[i]}个");
                }
            }
        }
    }

    /// <summary>The total of a rank group; the subject may be null.</summary>
    public static StripLane Total(PeriodEdition period, RankGroup group, UnionResult? own) => Total(Members(period, group), own);

    /// <summary>Five lanes and the total of any peers; the subject may be null.</summary>
    public static ImmutableArray<StripLane> Lanes(ImmutableArray<UnionResult> peers, UnionResult? own)
    {
        return
        [
            Total(peers, own),
            .. Vocabulary.Indexes.Select((key, i) =>
            {
                var values = Values(peers, p => p.Indexes[i].Value);
                return new StripLane(key.Title(), key, values, own?.Indexes[i].Value, own?.Indexes[i].GroupMedian ?? Middle(values));
            }),
        ];
    }

    private static StripLane Total(ImmutableArray<UnionResult> peers, UnionResult? own)
    {
        var totals = Values(peers, p => p.Total);
        return new("总指数", null, totals, own?.Total, Middle(totals));
    }

    /// <summary>The public members of a rank group.</summary>
    public static ImmutableArray<UnionResult> Members(PeriodEdition period, RankGroup group) => [.. group.Members.Select(period.Find).OfType<UnionResult>()];

    private static ImmutableArray<decimal> Values(ImmutableArray<UnionResult> peers, Func<UnionResult, decimal?> value) =>
        [.. peers.Select(value).OfType<decimal>().Order()];

    private static decimal? Middle(ImmutableArray<decimal> sorted) => sorted.Length == 0 ? null
        : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
        : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2m;

    private static string Describe(string subject, string group, IReadOnlyList<StripLane> lanes) => string.Join("；", lanes.Where(l => l.Peers.Length > 0).Select(l =>
        $"{l.Label}{group}在{NumberText.Score(l.Peers.Min())}～{NumberText.Score(l.Peers.Max())}分之间，中位数{NumberText.Score(l.Median)}"
        + (l.Own is { } own ? $"，{subject}{NumberText.Score(own)}分，高于其中{l.Peers.Count(p => p < own)}个" : ""))) + "。";
}
