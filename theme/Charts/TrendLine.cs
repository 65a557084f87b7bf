using System.Collections.Immutable;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Trend over periods（历年走势）: one kind of period only. A changed catalogue opens a gap with ≠, because the values on its
/// two sides are
/// not comparable; what has no value stands in a row of its own below the scale: a hollow dashed mark, of several lines
/// their seals.
/// </summary>
public static class TrendLine
{
    /// <summary>The total of one union, town or the district.</summary>
    public static Drawing Total(
        UnionHistory history,
        PeriodKind kind,
        double width,
        ChartStyle style,
        Func<Period, string?>? href = null
    )
    {
        var points = Points(history, kind);
        return Draw(
            history.Name,
            points,
            [new Series("总指数", null, Palette.Cinnabar, [.. points.Select(p => p.Total)])],
            width,
            style,
            href
        );
    }

    /// <summary>The five indexes on one scale, each ending in its seal.</summary>
    public static Drawing Indexes(UnionHistory history, PeriodKind kind, double width, ChartStyle style)
    {
        var points = Points(history, kind);
        return Draw(
            history.Name,
            points,
            [
                .. Vocabulary.Indexes.Select(
                    (key, i) => new Series(key.Title(), key, Palette.Of(key), [.. points.Select(p => p.Indexes[i])])
                ),
            ],
            width,
            style
        );
    }

    /// <summary>How many periods of a kind a history has; a trend needs two.</summary>
    public static int Count(UnionHistory history, PeriodKind kind) => history.Points.Count(p => p.Period.Kind == kind);

    private static ImmutableArray<HistoryPoint> Points(UnionHistory history, PeriodKind kind) =>
        [.. history.Points.Where(p => p.Period.Kind == kind)];

    private static Drawing Draw(
        string name,
        ImmutableArray<HistoryPoint> points,
        ImmutableArray<Series> series,
        double width,
        ChartStyle style,
        Func<Period, string?>? href = null
    )
    {
        var sketch = new Sketch(style);
        var values = series.SelectMany(s => s.Values).OfType<decimal>().ToArray();
        var low = values.Length == 0 ? 0 : Math.Max(0, Math.Floor(((double)values.Min() - 2) / 10) * 10);
        // A long scale has a line every twenty: it begins at one, so that it ends at 100.
        var step = 100 - low > 40 ? 20 : 10;
        low = Math.Floor(low / step) * step;
        var many = series.Length > 1;
        var (left, top) = (LabelWidth.Of("100", style.Small) + (style.Text * 3.2), style.Pitch * 1.2);
        var right = width - (many ? LabelWidth.Of("100.00", style.Text) + (style.Text * 2.6) : style.Text * 2.4);
        var height = Math.Max(style.Pitch * 5, Math.Min(width * 0.36, style.Pitch * (many ? 8 : 5)));
        var foot = top + height;
        // What has no value stands in a row of its own, apart from the scale and the names of the periods.
        var absent = series.Any(s => s.Values.Any(v => v is null));
        var names = foot + (absent ? style.Text * 1.6 : 0);
        for (var tick = low; tick <= 100; tick += step)
        {
            sketch.Line(
                left - (style.Text * 2.2),
                Y(tick),
                right + (style.Text * 0.8),
                Y(tick),
                Palette.Hairline,
                style.Hair
            );
            sketch.Text(
                left - (style.Text * 2.6),
                Y(tick) + (style.Small * 0.36),
                Numerals.Plain((decimal)tick),
                Palette.Second,
                TextAnchor.End,
                style.Small
            );
        }

        // Quarters and months of one year need not repeat it.
        var year =
            points.Length > 0
            && points[0].Period.Kind != PeriodKind.Year
            && points.All(p => p.Period.Year == points[0].Period.Year)
                ? $"{points[0].Period.Year}年"
                : "";
        // Where periods stand too close for all their names, every second or third is named, the newest always.
        var named =
            points.Length < 2
                ? 1
                : (int)Math.Ceiling(points.Max(p => LabelWidth.Of(Name(p.Period), style.Small)) * 1.2 / (X(1) - X(0)));
        for (var i = 0; i < points.Length; i++)
        {
            if ((points.Length - 1 - i) % named == 0)
            {
                sketch.Text(
                    X(i),
                    names + (style.Pitch * 1.1),
                    Name(points[i].Period),
                    Palette.Second,
                    TextAnchor.Middle,
                    style.Small
                );
            }

            if (i > 0 && points[i].BreakBefore)
            {
                sketch.Break((X(i) + X(i - 1)) / 2, foot - (height * 0.08), Palette.Second);
            }
        }

        if (absent)
        {
            Absent();
        }

        foreach (var line in series)
        {
            Line(line);
        }

        if (many)
        {
            Ends();
        }

        return sketch.ToDrawing(
            width,
            names + (style.Pitch * 1.5),
            $"{name}{(many ? "五大指数" : "总指数")}历年走势",
            Describe(name, points, [.. series.Select(s => (s.Name, s.Values))])
        );

        double X(int i) => points.Length == 1 ? (left + right) / 2 : left + ((right - left) * i / (points.Length - 1));
        double Y(double value) => foot - ((value - low) / (100 - low) * height);

        string Name(Period period) => period.Title[year.Length..];

        void Absent()
        {
            var (y, side) = (foot + (style.Text * 1.15), style.Text * 1.1);
            sketch.Text(0, y + (style.Small * 0.36), "无得分", Palette.Second, size: style.Small);
            for (var i = 0; i < points.Length; i++)
            {
                var without = series.Where(s => s.Values[i] is null).ToArray();
                var x = X(i) - (side * without.Length / 2);
                if (many && (points.Length == 1 || side * (without.Length + 0.4) < X(1) - X(0)))
                {
                    foreach (var line in without)
                    {
                        sketch.Seal(x + (side * 0.05), y - (side * 0.45), side * 0.9, line.Key!.Value);
                        x += side;
                    }
                }
                else if (without.Length > 0)
                {
                    sketch.Dot(
                        X(i),
                        y,
                        style.Line * 1.8,
                        new Fill(Palette.Paper),
                        new Stroke(Palette.Second, style.Hair * 1.5, Sketch.Dashed),
                        $"{points[i].Period.Title}无得分"
                    );
                }
            }
        }

        void Line(Series line)
        {
            // Grid lines give way to the figures on them.
            for (var i = 0; i < points.Length; i++)
            {
                if (Labelled(i) && line.Values[i] is { } value)
                {
                    var (half, y) = (
                        LabelWidth.Of(Numerals.Score(value), style.Text) / 2,
                        Y((double)value) - (style.Text * 0.7)
                    );
                    sketch.Rect(X(i) - half, y - (style.Text * 0.85), half * 2, style.Text, new Fill(Palette.Paper));
                }
            }

            for (var i = 0; i < points.Length; i++)
            {
                if (line.Values[i] is not { } value)
                {
                    continue;
                }

                var y = Y((double)value);
                if (i > 0 && !points[i].BreakBefore && line.Values[i - 1] is { } before)
                {
                    sketch.Line(X(i - 1), Y((double)before), X(i), y, line.Ink, style.Line * 1.2);
                }

                sketch.Dot(
                    X(i),
                    y,
                    style.Line * 1.7,
                    new Fill(line.Ink),
                    new Stroke(Palette.Paper, style.Hair),
                    $"{points[i].Period.Title} {line.Name} {Numerals.Score(value)}",
                    href?.Invoke(points[i].Period)
                );
                if (Labelled(i))
                {
                    sketch.Text(X(i), y - (style.Text * 0.7), Numerals.Score(value), anchor: TextAnchor.Middle);
                }
            }
        }

        bool Labelled(int i) => !many && ((points.Length <= 8 && named == 1) || i == 0 || i == points.Length - 1);

        // End labels are pushed apart so that none covers another, nor what stands below the scale.
        void Ends()
        {
            var ends = series.Where(s => s.Values[^1] is not null).OrderByDescending(s => s.Values[^1]).ToArray();
            var places = Spread.Down([.. ends.Select(s => Y((double)s.Values[^1]!.Value))], style.Text * 1.35, foot);
            for (var i = 0; i < ends.Length; i++)
            {
                var side = style.Text * 1.15;
                var x = right + (style.Text * 0.9);
                sketch.Line(
                    X(points.Length - 1) + (style.Line * 2),
                    Y((double)ends[i].Values[^1]!.Value),
                    x - (style.Text * 0.1),
                    places[i],
                    ends[i].Ink,
                    style.Hair
                );
                sketch.Seal(x, places[i] - (side / 2), side, ends[i].Key!.Value);
                sketch.Text(
                    x + side + (style.Text * 0.35),
                    places[i] + (style.Text * 0.36),
                    Numerals.Score(ends[i].Values[^1])
                );
            }
        }
    }

    /// <summary>All values in words, period by period, and where they cannot be compared.</summary>
    internal static string Describe(
        string name,
        ImmutableArray<HistoryPoint> points,
        ImmutableArray<(string Name, ImmutableArray<decimal?> Values)> series
    )
    {
        var parts = series.Select(s =>
            s.Name
            + string.Join(
                "、",
                points.Select(
                    (p, i) => $"{p.Period.Title}{(s.Values[i] is null ? "无得分" : Numerals.Score(s.Values[i]))}"
                )
            )
        );
        var breaks = points.Skip(1).Where(p => p.BreakBefore).Select(p => p.Period.Title).ToArray();
        return $"{name}{string.Join("；", parts)}。"
            + (breaks.Length > 0 ? $"{string.Join("、", breaks)}指标目录有变动，与此前不可直接比较。" : "");
    }

    private sealed record Series(string Name, IndexKey? Key, Ink Ink, ImmutableArray<decimal?> Values);
}
