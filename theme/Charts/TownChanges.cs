using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// One index, or the total, of all towns（各镇街一项指数）: a row a town in official order, this year filled, last year on the
/// same basis hollow. Figures of the five indexes that stand in one book are drawn on one axis.
/// </summary>
public static class TownChanges
{
    /// <summary>Where the axis of all five begins: a round ten below the least value there is.</summary>
    public static double AxisFrom(IEnumerable<UnionResult> towns)
    {
        var least = towns
            .SelectMany(t => Vocabulary.Indexes.Select(k => Of(t, k)))
            .Where(i => i.Value is not null)
            .Select(i => Math.Min(i.Value!.Value, i.Value.Value - (i.Change ?? 0m)))
            .DefaultIfEmpty(0m)
            .Min();
        var low = Math.Clamp(Math.Floor((double)least / 10) * 10, 0, 90);
        // A long scale has a mark every twenty: it begins at one, so that it ends at 100.
        return low >= 50 ? low : Math.Floor(low / 20) * 20;
    }

    /// <summary>Draws it.</summary>
    /// <param name="towns">The towns, in the order of the rows.</param>
    /// <param name="key">Which index; null for the total.</param>
    /// <param name="from">Where the axis begins.</param>
    /// <param name="before">The period compared with; null for none.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    public static Drawing Of(
        IReadOnlyList<UnionResult> towns,
        IndexKey? key,
        double from,
        Period? before,
        double width,
        ChartStyle style
    )
    {
        var sketch = new Sketch(style);
        var name = towns.Max(t => LabelWidth.Of(t.Organisation.ShortName, style.Text));
        var left = Math.Min(name, width * 0.3) + style.Text;
        var right = width - LabelWidth.Of("100.00", style.Text) - style.Text;
        var (top, pitch, radius) = (style.Pitch * 1.2, style.Text * 1.5, style.Text * 0.28);
        var foot = top + (pitch * towns.Count);
        var step = from >= 50 ? 10 : 20;
        for (var tick = from; tick <= 100; tick += step)
        {
            sketch.Line(X((decimal)tick), top - (pitch * 0.4), X((decimal)tick), foot, Palette.Hairline, style.Hair);
            sketch.Text(
                X((decimal)tick),
                top - (pitch * 0.55),
                Numerals.Plain((decimal)tick),
                Palette.Second,
                TextAnchor.Middle,
                style.Small
            );
        }

        for (var i = 0; i < towns.Count; i++)
        {
            var (town, index) = (towns[i], Of(towns[i], key));
            var y = top + (pitch * (i + 0.5));
            var base1 = y + (style.Text * 0.36);
            sketch.Text(
                0,
                base1,
                LabelWidth.Fit(town.Organisation.ShortName, style.Text, left - style.Text),
                Palette.Ink
            );
            if (index.Value is not { } value)
            {
                sketch.Text(width, base1, Numerals.None, Palette.Second, TextAnchor.End);
                continue;
            }

            sketch.Line(left, y, right, y, Palette.Hairline, style.Hair);
            if (index.Change is { } change && change != 0m)
            {
                var then = Math.Clamp(value - change, 0m, 100m);
                sketch.Line(X(then), y, X(value), y, Palette.Second, style.Line * 1.2);
                sketch.Dot(X(then), y, radius, new Fill(Palette.Paper), new Stroke(Palette.Second, style.Hair * 2));
            }

            sketch.Dot(X(value), y, radius * 1.15, new Fill(Palette.Ink));
            sketch.Text(width, base1, Numerals.Score(value), Palette.Ink, TextAnchor.End);
        }

        if (before is { } year)
        {
            sketch.Text(
                left,
                foot + (style.Small * 1.4),
                $"实心为本年，空心为{year.Title}（按可比口径）",
                Palette.Second,
                size: style.Small
            );
        }

        return sketch.ToDrawing(
            width,
            foot + (style.Small * (before is null ? 0.4 : 2)),
            $"各镇街{Name(key)}",
            Describe([.. towns.Where(t => Of(t, key).Value is not null)], key, before)
        );

        double X(decimal value) => left + (((double)value - from) / (100 - from) * (right - left));
    }

    private static (decimal? Value, decimal? Change) Of(UnionResult town, IndexKey? key) =>
        key is { } index
            ? (town.Indexes[(int)index].Value, town.Indexes[(int)index].Change)
            : (town.Total, town.Change?.Comparable);

    private static string Name(IndexKey? key) => key?.Title() ?? "总指数";

    private static string Describe(ImmutableArray<UnionResult> towns, IndexKey? key, Period? before)
    {
        if (towns.IsEmpty)
        {
            return $"各镇街没有{Name(key)}。";
        }

        var values = towns.OrderByDescending(t => Of(t, key).Value).ThenBy(t => t.Code, StringComparer.Ordinal);
        var (first, last) = (values.First(), values.Last());
        var text = new StringBuilder(
            $"{Numerals.Count(towns.Length)}个镇街{Name(key)}，最高的是{first.Organisation.ShortName}"
                + $"{Numerals.Score(Of(first, key).Value)}分，最低的是{last.Organisation.ShortName}"
                + $"{Numerals.Score(Of(last, key).Value)}分"
        );
        if (before is { } year)
        {
            var (up, down) = (towns.Count(t => Of(t, key).Change > 0m), towns.Count(t => Of(t, key).Change < 0m));
            text.Append($"；按可比口径，{Numerals.Count(up)}个比{year.Title}上升，{Numerals.Count(down)}个下降");
        }

        return text.Append('。').ToString();
    }
}
