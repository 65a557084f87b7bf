using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>One lane of a distribution（一行分布）.</summary>
/// <param name="Label">What is distributed, such as 红色指数 or 总指数.</param>
/// <param name="Index">Its index, for the seal; null for the total or an indicator.</param>
/// <param name="Peers">Values of all in the group, one's own among them, ascending.</param>
/// <param name="Own">One's own value; null when the lane has no subject.</param>
/// <param name="Median">Median of the group; null prints no tick.</param>
public sealed record StripLane(
    string Label,
    IndexKey? Index,
    ImmutableArray<decimal> Peers,
    decimal? Own,
    decimal? Median
)
{
    // The ground as last drawn, for all who share the lane: a group of thousands shows the same crowd on each of its
    // pages.
    private readonly StrongBox<(Bounds Bounds, Ground Ground)?> _drawn = new();

    /// <summary>How many peers have 0 to under 1 point, 1 to under 2 …, 99 and more.</summary>
    public ImmutableArray<int> Cells { get; } = Count(Peers);

    /// <summary>The ground within bounds: drawn once where the bounds stay the same.</summary>
    internal Ground On(Bounds bounds, Func<Ground> draw)
    {
        lock (_drawn)
        {
            if (_drawn.Value is not { } known || known.Bounds != bounds)
            {
                _drawn.Value = known = (bounds, draw());
            }

            return known.Ground;
        }
    }

    /// <summary>How many peers have less than a value.</summary>
    public int Below(decimal value)
    {
        var (low, high) = (0, Peers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Peers[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static ImmutableArray<int> Count(ImmutableArray<decimal> peers)
    {
        var cells = new int[100];
        foreach (var value in peers)
        {
            cells[Math.Clamp((int)Math.Floor(value), 0, 99)]++;
        }

        return [.. cells];
    }

    /// <summary>
    /// Where a lane stands: horizontally, the least score of the scale, the axis, and what else decides how it looks.
    /// </summary>
    internal readonly record struct Bounds(
        double Left,
        double Right,
        double Low,
        double Axis,
        double Width,
        ChartStyle Style,
        string Group,
        decimal? Median
    );

    /// <summary>
    /// All of a lane but one's own place: marks, where each peer's dot stands (default where they are drawn as bars),
    /// and words.
    /// </summary>
    internal sealed record Ground(GroupMark Marks, ImmutableArray<Point> Spots, string Words);
}

/// <summary>
/// Distribution strips（分布条）: every peer an open dot, one's own place in cinnabar, the median a tick. Dots never cover
/// one another:
/// those that would are stacked, so that how many there are can be counted, and a lane too crowded for dots is drawn as
/// bars, one a point.
/// </summary>
public static class DistributionStrip
{
    /// <summary>Lanes one below another on a common scale.</summary>
    /// <param name="subject">Whose place is marked; empty when nobody's.</param>
    /// <param name="group">Name of the peers, such as 24个镇街.</param>
    /// <param name="lanes">Lanes.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    /// <param name="firm">False where the subject reported too little（覆盖不足）: its place is a hollow dot.</param>
    /// <param name="from">Where the axis begins, for figures that share one; null for a round ten below the least.</param>
    public static Drawing Of(
        string subject,
        string group,
        IReadOnlyList<StripLane> lanes,
        double width,
        ChartStyle style,
        bool firm = true,
        double? from = null
    )
    {
        var sketch = new Sketch(style);
        var left =
            lanes.Max(l => LabelWidth.Of(l.Label, style.Text) + (l.Index is null ? 0 : style.Text * 1.6)) + style.Text;
        // Room at the right for one's own figure, where there is one.
        var right =
            width
            - (lanes.Any(l => l.Own is not null) ? LabelWidth.Of("100.00", style.Text) + style.Text : style.Text * 0.8);
        var least = lanes.Where(l => l.Peers.Length > 0).Select(l => l.Peers[0]).DefaultIfEmpty(0m).Min();
        // A scale from a round ten below the least: position is read here, not length, so it need not start at zero.
        var low = from ?? Math.Max(0, (Math.Ceiling((double)least / 10) * 10) - 10);
        // A long scale has a mark every twenty: it begins at one, so that it ends at 100.
        var step = low >= 50 ? 10 : 20;
        low = Math.Floor(low / step) * step;
        var radius = style.Line * 1.7;
        var lane = Math.Max(style.Pitch * 2.6, radius * 10);
        var (dotted, barred) = (false, false);
        var description = new StringBuilder();
        var y = 0.0;
        foreach (var item in lanes)
        {
            var axis = y + (lane * 0.62);
            var first = y == 0;
            var (ground, spots, words) = item.On(
                new(left, right, low, axis, width, style, group, item.Median),
                () => Lane(item, axis, first)
            );
            sketch.Add(ground);
            Say(item, words);
            barred |= spots.IsDefault;
            dotted |= !spots.IsDefaultOrEmpty;
            if (item.Own is { } own)
            {
                // One's own dot stands where it stands in the stack.
                var at = spots.IsDefaultOrEmpty ? -1 : item.Peers.BinarySearch(own);
                var (x, height) = at >= 0 ? (spots[at].X, spots[at].Y) : (X(own), axis);
                sketch.Dot(
                    x,
                    height,
                    radius * 1.5,
                    new Fill(firm ? Palette.Cinnabar : Palette.Paper),
                    firm ? new Stroke(Palette.Paper, style.Hair * 2) : new Stroke(Palette.Cinnabar, style.Line),
                    $"{subject} {Numerals.Score(own)}"
                );
                sketch.Text(width, axis + (style.Text * 0.36), Numerals.Score(own), Palette.Cinnabar, TextAnchor.End);
            }

            y += lane;
        }

        y += style.Small * 0.8;
        for (var tick = low; tick <= 100; tick += step)
        {
            var x = X((decimal)tick);
            sketch.Line(x, y, x, y + (style.Text * 0.3), Palette.Second, style.Hair);
            sketch.Text(
                x,
                y + (style.Text * 0.4) + style.Small,
                Numerals.Plain((decimal)tick),
                Palette.Second,
                TextAnchor.Middle,
                style.Small
            );
        }

        var marks = (dotted, barred) switch
        {
            (true, true) => "一点一个单位；条高为单位数",
            (false, true) => "条高为单位数",
            _ => "一点一个单位",
        };
        y += (style.Text * 0.4) + (style.Small * 2.7);
        sketch.Text(left, y - (style.Small * 0.3), marks, Palette.Second, size: style.Small);
        var title = subject.Length > 0 ? $"{subject}在{group}中的位置" : $"{group}得分分布";
        return sketch.ToDrawing(width, y, title, description.Append('。').ToString());

        void Say(StripLane item, string words)
        {
            if (words.Length > 0)
            {
                description.Append(description.Length > 0 ? "；" : "").Append(words);
                if (item.Own is { } own)
                {
                    description
                        .Append('，')
                        .Append(subject)
                        .Append(Numerals.Score(own))
                        .Append("分，高于其中")
                        .Append(item.Below(own))
                        .Append('个');
                }
            }
        }

        double X(decimal value) => left + (((double)value - low) / (100 - low) * (right - left));

        // All but one's own place.
        StripLane.Ground Lane(StripLane item, double axis, bool first)
        {
            var marks = new Sketch(style);
            var textX = 0.0;
            if (item.Index is { } key)
            {
                marks.Seal(0, axis - (style.Text * 0.8), style.Text * 1.15, key);
                textX = style.Text * 1.6;
            }

            marks.Text(textX, axis + (style.Text * 0.1), item.Label);
            marks.Line(left, axis, right, axis, Palette.Hairline, style.Hair);
            var spots = Stack(item, axis, lane * 0.5);
            if (spots.IsDefault)
            {
                Bars(marks, item, axis, lane * 0.3);
            }
            else
            {
                marks.Dots(spots, radius, Palette.Paper, new Stroke(Palette.Second, style.Hair * 1.4));
            }

            if (item.Median is { } median)
            {
                var x = X(median);
                var text = (first ? "中位" : "") + Numerals.ScoreInText(median);
                var half = LabelWidth.Of(text, style.Small) / 2;
                marks.Line(x, axis + (style.Hair * 2), x, axis + (lane * 0.17), Palette.Ink, style.Line);
                marks.Text(
                    Math.Clamp(x, left + half, Math.Max(left + half, width - half)),
                    axis + (lane * 0.17) + style.Small,
                    text,
                    Palette.Second,
                    TextAnchor.Middle,
                    style.Small
                );
            }

            return new(
                marks.ToGround(),
                spots,
                item.Peers.Length == 0
                    ? ""
                    : $"{item.Label}{group}在{Numerals.Score(item.Peers[0])}～{Numerals.Score(item.Peers[^1])}分之间，"
                        + $"中位数{Numerals.Score(item.Median)}"
            );
        }

        // From the least upwards, each on the lowest row where it covers no other; default when the rows do not
        // suffice.
        ImmutableArray<Point> Stack(StripLane item, double axis, double height)
        {
            var apart = radius * 2.2;
            Span<double> ends = stackalloc double[Math.Max(1, 1 + (int)(height / apart))];
            ends.Fill(double.MinValue);
            if (item.Peers.Length > ends.Length * (((right - left) / apart) + 1))
            {
                return default;
            }

            var spots = ImmutableArray.CreateBuilder<Point>(item.Peers.Length);
            foreach (var value in item.Peers)
            {
                var x = X(value);
                var row = 0;
                while (row < ends.Length && x - ends[row] < apart)
                {
                    row++;
                }

                if (row == ends.Length)
                {
                    return default;
                }

                ends[row] = x;
                spots.Add(new Point(Tenth(x), Tenth(axis - (row * apart))));
            }

            return spots.DrainToImmutable();
        }

        void Bars(Sketch marks, StripLane item, double axis, double height)
        {
            var cells = item.Cells;
            var most = cells.Max();
            var cell = (right - left) / (100 - low);
            marks.Path(
                [
                    .. Enumerable
                        .Range((int)low, 100 - (int)low)
                        .Where(i => cells[i] > 0)
                        .SelectMany(i =>
                            Shapes.Rectangle(
                                Tenth(X(i) + (cell * 0.1)),
                                Tenth(axis - (height * cells[i] / most)),
                                Tenth(cell * 0.8),
                                Tenth(height * cells[i] / most)
                            )
                        ),
                ],
                new Fill(Palette.Second, Opacity: 0.55),
                null
            );
            // The highest bar carries its number above it, so that the heights can be read; a few bars carry theirs
            // each, where no neighbour stands in the way.
            var few = cells.Count(n => n > 0) <= 6;
            var taken = new List<(double From, double To)>();
            foreach (
                var i in Enumerable
                    .Range((int)low, 100 - (int)low)
                    .Where(i => cells[i] > 0)
                    .OrderByDescending(i => cells[i])
                    .Take(few ? 6 : 1)
            )
            {
                var text = Numerals.Plain(cells[i]);
                var half = LabelWidth.Of(text, style.Small) / 2;
                var centre = Math.Clamp(X(i) + (cell / 2), left + half, Math.Max(left + half, width - half));
                var (from, to) = (centre - half, centre + half);
                if (
                    taken.TrueForAll(t => t.To < from || t.From > to)
                    && Enumerable
                        .Range((int)low, 100 - (int)low)
                        .All(j => j == i || cells[j] <= cells[i] || X(j + 1) < from || X(j) > to)
                )
                {
                    taken.Add((from, to));
                    marks.Text(
                        centre,
                        axis - (height * cells[i] / most) - (style.Small * 0.2),
                        text,
                        Palette.Second,
                        TextAnchor.Middle,
                        style.Small
                    );
                }
            }
        }
    }

    /// <summary>
    /// The total and the five indexes of any peers, nobody's place marked; medians rounded as they are published, once.
    /// </summary>
    public static ImmutableArray<StripLane> Lanes(IReadOnlyCollection<UnionResult> peers, Settings settings)
    {
        return
        [
            Lane("总指数", null, p => p.Total),
            .. Vocabulary.Indexes.Select((key, i) => Lane(key.Title(), key, p => p.Indexes[i].Compared)),
        ];

        StripLane Lane(string label, IndexKey? key, Func<UnionResult, decimal?> value)
        {
            var values = peers.Select(value).OfType<decimal>().Order().ToImmutableArray();
            return new StripLane(
                label,
                key,
                values,
                null,
                Middle(values) is { } middle ? decimal.Round(middle, settings.ScoreDecimals, settings.Rounding) : null
            );
        }
    }

    /// <summary>
    /// The same lanes with one unit's place marked: the peers are put in order once for all of a group.
    /// </summary>
    public static ImmutableArray<StripLane> Mark(ImmutableArray<StripLane> lanes, UnionResult own) =>
        [.. lanes.Select(l => l with { Own = l.Index is { } key ? own.Indexes[(int)key].Compared : own.Total })];

    // A tenth of a point is finer than any screen or press, and saves bytes.
    private static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    private static decimal? Middle(ImmutableArray<decimal> sorted) =>
        sorted.Length == 0 ? null
        : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
        : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2m;
}
