using System.Collections.Immutable;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Years side by side（小多图）: the total and each index in a panel of its own, all on one scale, so that no line crosses
/// another; the first and the last value are written, and the last before and the first after a changed catalogue stand
/// apart, with ≠ between them.
/// </summary>
public static class YearPanels
{
    /// <summary>Six panels.</summary>
    /// <param name="history">Whose.</param>
    /// <param name="kind">One kind of period only.</param>
    /// <param name="width">Width in points: two panels a row when narrow, then three, then all.</param>
    /// <param name="style">Sizes.</param>
    /// <param name="href">Address of a period's page; null for none.</param>
    public static Drawing Of(
        UnionHistory history,
        PeriodKind kind,
        double width,
        ChartStyle style,
        Func<Period, string?>? href = null
    )
    {
        ArgumentNullException.ThrowIfNull(history);
        var sketch = new Sketch(style);
        var points = history.Points.Where(p => p.Period.Kind == kind).ToArray();
        (string Name, IndexKey? Key, ImmutableArray<decimal?> Values)[] panels =
        [
            ("总指数", null, [.. points.Select(p => p.Total)]),
            .. Vocabulary.Indexes.Select(
                (k, i) => (k.Title(), (IndexKey?)k, points.Select(p => p.Indexes[i]).ToImmutableArray())
            ),
        ];
        var columns =
            width < style.Text * 36 ? 2
            : width < style.Text * 60 ? 3
            : 6;
        var gap = style.Text * 1.4;
        var (column, height) = ((width - (gap * (columns - 1))) / columns, style.Pitch * 3.2);
        var pitch = height + (style.Pitch * 4.2);
        var all = panels.SelectMany(p => p.Values).OfType<decimal>().ToArray();
        var (low, high) = all.Length == 0 ? (0m, 100m) : (all.Min(), all.Max());
        // What hardly moves may not look as if it leapt.
        var room = Math.Max(10m, high - low);
        // What all panels have is one mark each.
        var places = panels.Select((_, n) => (X: n % columns * (column + gap), Y: n / columns * pitch)).ToArray();
        sketch.Lines(Palette.Hairline, style.Hair, [.. places.Select(p => (p.X, Foot(p.Y), p.X + column, Foot(p.Y)))]);
        sketch.Lines(
            Palette.Second,
            style.Hair * 2,
            [
                .. places.SelectMany(p =>
                    Enumerable
                        .Range(0, points.Length)
                        .Where(i => i > 0 && points[i].BreakBefore)
                        .SelectMany(i =>
                            sketch.BreakLines((X(p.X, i) + X(p.X, i - 1)) / 2, Foot(p.Y) - (style.Small * 0.8))
                        )
                ),
            ]
        );
        foreach (var (panel, place) in panels.Zip(places))
        {
            Panel(panel, place.X, place.Y);
        }

        var rows = (panels.Length + columns - 1) / columns;
        return sketch.ToDrawing(
            width,
            (rows * pitch) - (style.Pitch * 0.4),
            $"{history.Name}五大指数历年走势",
            TrendLine.Describe(history.Name, [.. points], [.. panels.Select(p => (p.Name, p.Values))])
        );

        void Panel((string Name, IndexKey? Key, ImmutableArray<decimal?> Values) panel, double x, double y)
        {
            var at = x;
            if (panel.Key is { } key)
            {
                sketch.Seal(x, y + (style.Text * 0.1), style.Text * 1.15, key);
                at += style.Text * 1.6;
            }

            var ink = panel.Key is { } k ? Palette.Of(k) : Palette.Ink;
            sketch.Text(at, y + style.Text, panel.Name);
            var foot = Foot(y);
            sketch.Lines(
                ink,
                style.Line,
                [
                    .. Enumerable
                        .Range(0, points.Length)
                        .Where(i => i > 0 && !points[i].BreakBefore)
                        .Where(i => panel.Values[i] is not null && panel.Values[i - 1] is not null)
                        .Select(i => (X(x, i - 1), Y(panel.Values[i - 1]!.Value), X(x, i), Y(panel.Values[i]!.Value))),
                ]
            );
            for (var i = 0; i < points.Length; i++)
            {
                if (panel.Values[i] is { } value)
                {
                    sketch.Dot(
                        X(x, i),
                        Y(value),
                        Tenth(style.Line * 1.7),
                        new Fill(ink),
                        new Stroke(Palette.Paper, style.Hair),
                        $"{points[i].Period.Title} {panel.Name} {Numerals.Score(value)}",
                        href?.Invoke(points[i].Period)
                    );
                }
            }

            End(0, TextAnchor.Start);
            if (points.Length > 1)
            {
                End(points.Length - 1, TextAnchor.End);
            }

            double Y(decimal value) =>
                Tenth(foot - (style.Text * 1.3) - ((double)((value - low) / room) * (height - (style.Text * 1.3))));

            void End(int i, TextAnchor anchor)
            {
                var edge = anchor == TextAnchor.Start ? x : x + column;
                // The number stands on the side where the line does not go.
                var next = i == 0 ? 1 : i - 1;
                var isBelow =
                    points.Length > 1 && !points[Math.Max(i, next)].BreakBefore && panel.Values[next] > panel.Values[i];
                sketch.Text(
                    edge,
                    panel.Values[i] is { } value
                        ? Tenth(Y(value) + (isBelow ? style.Small * 1.3 : -style.Text * 0.6))
                        : Tenth(foot - (style.Text * 0.6)),
                    panel.Values[i] is { } shown ? Numerals.Score(shown) : "无得分",
                    panel.Values[i] is null ? Palette.Second : Palette.Ink,
                    anchor,
                    style.Small
                );
                sketch.Text(
                    edge,
                    foot + (style.Pitch * 0.9),
                    Name(points[i].Period),
                    Palette.Second,
                    anchor,
                    style.Small
                );
            }
        }

        double Foot(double y) => y + (style.Pitch * 2.3) + height;

        double X(double x, int i) =>
            Tenth(
                x + (style.Line * 2) + (points.Length == 1 ? 0 : (column - (style.Line * 4)) * i / (points.Length - 1))
            );

        // Finer than any screen or press.
        static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

        // 2024年上半年 is too long for a panel where others stand beside it.
        static string Name(Period period) => period.Kind == PeriodKind.Year ? period.Title : period.ToString();
    }
}
