using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Distribution strips（分布条）: in every lane a line from the least to the greatest, a band for the middle half, a tick
/// for the median, the ends with their numbers, and one's own place in cinnabar with number and place at the end. Where
/// a group is small enough to be named, each of its units is an open dot, and none covers another.
/// </summary>
public static class DistributionStrip
{
    // More cannot be told apart by a name.
    private const int MostDots = 60;

    /// <summary>Lanes one below another on a common scale.</summary>
    /// <param name="subject">Whose place is marked; empty when nobody's.</param>
    /// <param name="group">Name of the peers, such as 24个镇街.</param>
    /// <param name="lanes">Lanes.</param>
    /// <param name="width">Width in points; below 36 letters the names stand above their lanes.</param>
    /// <param name="style">Sizes.</param>
    /// <param name="firm">False where the subject reported too little（覆盖不足）: its place is a hollow dot.</param>
    /// <param name="dots">Whether each named unit is a dot; else only those at the ends are marks.</param>
    /// <param name="from">
    /// The least that the scale must reach, for figures that share one; null for what the lanes hold.
    /// </param>
    public static Drawing Of(
        string subject,
        string group,
        IReadOnlyList<StripLane> lanes,
        double width,
        ChartStyle style,
        bool firm = true,
        bool dots = false,
        double? from = null
    )
    {
        var sketch = new Sketch(style);
        var isNarrow = width < style.Text * 36;
        var names = lanes.Max(l => LabelWidth.Of(l.Label, style.Text) + (l.Index is null ? 0 : style.Text * 1.6));
        var figures = lanes.Max(l => l.Own is { } own ? LabelWidth.Of(End(l, own), style.Text) : 0);
        var margin = style.Text * (isNarrow ? 0.5 : 0.8);
        var left = isNarrow ? margin : names + style.Text;
        var right = width - (isNarrow || figures == 0 ? margin : figures + style.Text);
        var (low, step) = ScoreScale.Of([
            .. lanes.Where(l => l.Peers.Length > 0).Select(l => l.Peers[0]),
            .. from is { } least ? [(decimal)least] : Array.Empty<decimal>(),
        ]);
        var radius = style.Line * 2.1;
        var description = new StringBuilder();
        var y = 0.0;
        foreach (var lane in lanes)
        {
            var spots = dots && lane.Units.Length is > 0 and <= MostDots ? Stack(lane) : [];
            var rise = Math.Max(style.Text * 0.9, spots.Length == 0 ? 0 : (spots.Max(s => s.Row) + 1) * radius * 2.2);
            var axis = y + (isNarrow ? style.Pitch * 1.1 : 0) + rise;
            Name(lane, isNarrow ? y + (style.Text * 1.05) : axis + (style.Text * 0.36));
            Lane(lane, axis, spots);
            Say(lane);
            y = axis + (style.Small * 2.1) + (style.Text * 0.35);
        }

        sketch.Line(left, y, right, y, Palette.Second, style.Hair);
        for (var tick = low; tick <= 100; tick += step)
        {
            sketch.Line(X(tick), y, X(tick), y + (style.Text * 0.3), Palette.Second, style.Hair);
            sketch.Text(
                X(tick),
                y + (style.Text * 0.4) + style.Small,
                Numerals.Plain((decimal)tick),
                Palette.Second,
                tick == 100 && isNarrow ? TextAnchor.End : TextAnchor.Middle,
                style.Small
            );
        }

        y += (style.Text * 0.4) + (style.Small * 2.7);
        sketch.Text(left, y - (style.Small * 0.3), Key(), Palette.Second, size: style.Small);
        return sketch.ToDrawing(
            width,
            y,
            subject.Length > 0 ? $"{subject}在{group}中的位置" : $"{group}得分分布",
            description.Append('。').ToString()
        );

        double X(double value) => left + ((value - low) / (100 - low) * (right - left));

        string Key() =>
            (dots && lanes.Any(l => l.Units.Length is > 0 and <= MostDots) ? "一点一个单位；" : "")
            + "横条为中间一半，竖线为中位";

        static string End(StripLane lane, decimal own) =>
            Numerals.Score(own) + (lane.Place.Length > 0 ? "　" + lane.Place : "");

        void Name(StripLane lane, double baseline)
        {
            var at = 0.0;
            if (lane.Index is { } key)
            {
                sketch.Seal(0, baseline - (style.Text * 0.95), style.Text * 1.15, key);
                at = style.Text * 1.6;
            }

            sketch.Text(at, baseline, lane.Label);
            if (lane.Own is { } own)
            {
                sketch.Text(width, baseline, End(lane, own), Palette.Cinnabar, TextAnchor.End);
            }
        }

        void Lane(StripLane lane, double axis, ImmutableArray<(double X, int Row)> spots)
        {
            sketch.Line(left, axis, right, axis, Palette.Hairline, style.Hair);
            if (lane.Peers.Length == 0)
            {
                return;
            }

            var (least, most) = (X((double)lane.Peers[0]), X((double)lane.Peers[^1]));
            // The ends of the line, where they are nobody's.
            var end = lane.Units.Length == 0 ? radius * 0.7 : 0;
            sketch.Lines(
                Palette.Second,
                style.Hair * 1.5,
                end == 0
                    ? [(least, axis, most, axis)]
                    :
                    [
                        (least, axis, most, axis),
                        (least, axis - end, least, axis + end),
                        (most, axis - end, most, axis + end),
                    ]
            );
            if (lane.MiddleHalf is { } half)
            {
                var (from, to) = (X((double)half.Lower), X((double)half.Upper));
                sketch.Rect(
                    from,
                    axis - (radius * 1.25),
                    Math.Max(to - from, style.Line),
                    radius * 2.5,
                    new Fill(Palette.Hairline),
                    null,
                    $"{lane.Label}中间一半在{Numerals.Score(half.Lower)}～{Numerals.Score(half.Upper)}分之间"
                );
            }

            if (lane.Median is { } median)
            {
                var x = X((double)median);
                sketch.Line(x, axis - (radius * 1.6), x, axis + (radius * 1.6), Palette.Ink, style.Line);
            }

            if (spots.Length > 0)
            {
                for (var i = 0; i < spots.Length; i++)
                {
                    Unit(lane, lane.Units[i], spots[i].X, axis - (spots[i].Row * radius * 2.2), radius);
                }
            }
            else if (lane.Units.Length > 0)
            {
                Unit(lane, lane.Units[0], least, axis, radius * 0.7);
                if (lane.Units.Length > 1)
                {
                    Unit(lane, lane.Units[^1], most, axis, radius * 0.7);
                }
            }

            if (lane.Own is { } own)
            {
                // One's own dot stands where it stands in the stack.
                var at = spots.Length == 0 ? -1 : lane.Peers.BinarySearch(own);
                sketch.Dot(
                    at >= 0 ? spots[at].X : X((double)own),
                    axis - (at >= 0 ? spots[at].Row * radius * 2.2 : 0),
                    radius * 1.4,
                    new Fill(firm ? Palette.Cinnabar : Palette.Paper),
                    firm ? new Stroke(Palette.Paper, style.Hair * 2) : new Stroke(Palette.Cinnabar, style.Line),
                    $"{subject}：{lane.What}{Numerals.Score(own)}分"
                );
            }

            Numbers(lane, axis + (radius * 1.6) + style.Small);
        }

        void Unit(StripLane lane, StripPeer unit, double x, double y, double size) =>
            sketch.Dot(
                Tenth(x),
                Tenth(y),
                size,
                new Fill(Palette.Paper),
                new Stroke(Palette.Second, style.Hair * 1.4),
                $"{unit.Name}：{lane.What}{Numerals.Score(unit.Value)}分",
                unit.Href
            );

        // The ends and the median with their numbers, kept apart; those at the ends are named where there is room.
        void Numbers(StripLane lane, double baseline)
        {
            var (from, to) = isNarrow
                ? (0, width)
                : (left - (style.Text * 0.5), right + (figures == 0 ? margin : style.Text * 0.5));
            var gap = style.Small * 0.6;
            var labels = Labels(lane, dots && lane.Units.Length is > 1 and <= MostDots);
            if (labels.Sum(l => LabelWidth.Of(l.Text, style.Small) + gap) > to - from)
            {
                labels = Labels(lane, areNamed: false);
            }

            var places = Spread.Across(
                [.. labels.Select(l => (l.Centre, LabelWidth.Of(l.Text, style.Small)))],
                gap,
                from,
                to
            );
            for (var i = 0; i < labels.Count; i++)
            {
                sketch.Text(Tenth(places[i]), baseline, labels[i].Text, Palette.Second, TextAnchor.Middle, style.Small);
            }
        }

        List<(double Centre, string Text)> Labels(StripLane lane, bool areNamed)
        {
            List<(double Centre, string Text)> labels =
            [
                (X((double)lane.Peers[0]), Label(areNamed ? lane.Units[0].Name : "", lane.Peers[0])),
            ];
            if (lane.Median is { } median)
            {
                labels.Add((X((double)median), "中位" + Numerals.ScoreInText(median)));
            }

            if (lane.Peers.Length > 1)
            {
                labels.Add((X((double)lane.Peers[^1]), Label(areNamed ? lane.Units[^1].Name : "", lane.Peers[^1])));
            }

            return labels;
        }

        static string Label(string name, decimal value) => name + Numerals.ScoreInText(value);

        void Say(StripLane lane)
        {
            if (lane.Peers.Length == 0)
            {
                return;
            }

            description
                .Append(description.Length > 0 ? "；" : "")
                .Append(lane.Label)
                .Append(group)
                .Append('在')
                .Append(Numerals.Score(lane.Peers[0]))
                .Append('～')
                .Append(Numerals.Score(lane.Peers[^1]))
                .Append("分之间，中位数")
                .Append(Numerals.Score(lane.Median));
            if (lane.Own is { } own)
            {
                description
                    .Append('，')
                    .Append(subject)
                    .Append(Numerals.Score(own))
                    .Append("分，高于其中")
                    .Append(lane.Below(own))
                    .Append('个');
            }
        }

        // From the least upwards, each on the lowest row where it covers no other.
        ImmutableArray<(double X, int Row)> Stack(StripLane lane)
        {
            var apart = radius * 2.2;
            var ends = new List<double>();
            var spots = ImmutableArray.CreateBuilder<(double X, int Row)>(lane.Peers.Length);
            foreach (var value in lane.Peers)
            {
                var x = X((double)value);
                var row = ends.FindIndex(end => x - end >= apart);
                if (row < 0)
                {
                    row = ends.Count;
                    ends.Add(x);
                }

                ends[row] = x;
                spots.Add((x, row));
            }

            return spots.DrainToImmutable();
        }
    }

    /// <summary>The total and the five indexes of any peers, nobody's place marked.</summary>
    /// <param name="peers">Peers.</param>
    /// <param name="settings">How scores are rounded.</param>
    /// <param name="href">Address of a unit's page; null names nobody.</param>
    public static ImmutableArray<StripLane> Lanes(
        IReadOnlyCollection<UnionResult> peers,
        Settings settings,
        Func<UnionResult, string?>? href = null
    )
    {
        return
        [
            Lane("总指数", null, p => p.Total),
            .. Vocabulary.Indexes.Select((key, i) => Lane(key.Title(), key, p => p.Indexes[i].Compared)),
        ];

        StripLane Lane(string label, IndexKey? key, Func<UnionResult, decimal?> value)
        {
            var lane = StripLane.Of(
                label,
                key,
                from p in peers
                let v = value(p)
                where v is not null
                select new StripPeer(p.Organisation.ShortName, v.Value, href?.Invoke(p)),
                settings
            );
            return href is null ? lane with { Units = [] } : lane;
        }
    }

    /// <summary>
    /// The same lanes with one unit's place marked: the peers are put in order once for all of a group.
    /// </summary>
    public static ImmutableArray<StripLane> Mark(ImmutableArray<StripLane> lanes, UnionResult own) =>
        [
            .. lanes.Select(l =>
                l.Index is { } key
                    ? l with
                    {
                        Own = own.Indexes[(int)key].Compared,
                        Place = Place(own.Ranking.IsRanked ? own.Indexes[(int)key].Place : null),
                    }
                    : l with
                    {
                        Own = own.Total,
                        Place = Place(own.Ranking.Place),
                    }
            ),
        ];

    private static string Place(int? place) => place is { } p ? $"第{Numerals.Count(p)}名" : "";

    // A tenth of a point is finer than any screen or press, and saves bytes.
    private static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
