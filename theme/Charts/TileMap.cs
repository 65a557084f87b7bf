using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// Towns as equal squares, roughly as they lie（镇街方格图）: each with its name and its number, the darker the higher, so
/// that a small town counts as much as a large one. The tint repeats the number and is never needed to read it.
/// </summary>
public static class TileMap
{
    /// <summary>Draws it.</summary>
    /// <param name="what">What the numbers are, such as 总指数.</param>
    /// <param name="key">Its index; null for the total.</param>
    /// <param name="towns">Towns with their values; null is no value.</param>
    /// <param name="tiles">Where each stands.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="style">Sizes.</param>
    /// <param name="href">Address of a town's page; null for none.</param>
    public static Drawing Of(
        string what,
        IndexKey? key,
        IReadOnlyList<(UnionResult Town, decimal? Value)> towns,
        ImmutableArray<TownTile> tiles,
        double width,
        ChartStyle style,
        Func<UnionResult, string?>? href = null
    )
    {
        ArgumentNullException.ThrowIfNull(towns);
        var sketch = new Sketch(style);
        var placed = tiles
            .Join(towns, t => t.Town, u => u.Town.Code, (t, u) => (Tile: t, u.Town, u.Value), StringComparer.Ordinal)
            .ToArray();
        var (west, north) = (placed.Min(p => p.Tile.Column), placed.Min(p => p.Tile.Row));
        var columns = placed.Max(p => p.Tile.Column) - west + 1;
        // A name of four letters is as wide as a tile need be.
        var side = Math.Min(width / columns, style.Text * 6.5);
        var values = placed.Select(p => p.Value).OfType<decimal>().ToArray();
        var (least, most) = values.Length == 0 ? (0m, 100m) : (values.Min(), values.Max());
        var ink = key is { } k ? Palette.Of(k) : Palette.Second;
        foreach (var (tile, town, value) in placed)
        {
            var (x, y) = ((tile.Column - west) * side, (tile.Row - north) * side);
            var name = town.Organisation.ShortName;
            var tip = value is null ? $"{name}：没有{what}" : $"{name}：{what}{Numerals.Score(value)}分";
            var share = value is not { } v || most == least ? 0.5 : (double)((v - least) / (most - least));
            sketch.Rect(
                x + 1,
                y + 1,
                side - 2,
                side - 2,
                value is null ? null : new Fill(ink, Opacity: 0.06 + (0.32 * share)),
                value is null ? new Stroke(Palette.Second, style.Hair, Sketch.Dashed) : null,
                tip,
                href?.Invoke(town)
            );
            var middle = x + (side / 2);
            sketch.Text(
                middle,
                y + (side * 0.46),
                LabelWidth.Fit(Short(name), style.Small, side - 2),
                anchor: TextAnchor.Middle,
                size: style.Small
            );
            sketch.Text(
                middle,
                y + (side * 0.46) + (style.Small * 1.35),
                value is { } shown ? Numerals.Tenths(shown) : Numerals.None,
                value is null ? Palette.Second : Palette.Ink,
                TextAnchor.Middle,
                style.Small
            );
        }

        var rows = placed.Max(p => p.Tile.Row) - north + 1;
        return sketch.ToDrawing(
            width,
            rows * side,
            $"各镇街{what}",
            Describe(what, placed.Select(p => (p.Town, p.Value)))
        );
    }

    // A tile has no room for what all have in common.
    private static string Short(string name) =>
        name.Length > 3 && name.EndsWith("街道", StringComparison.Ordinal) ? name[..^2]
        : name.Length > 2 && name[^1] is '镇' or '乡' ? name[..^1]
        : name;

    private static string Describe(string what, IEnumerable<(UnionResult Town, decimal? Value)> towns)
    {
        var scored = towns.Where(t => t.Value is not null).OrderBy(t => t.Value).ToArray();
        return scored.Length == 0
            ? $"各镇街没有{what}。"
            : $"{what}最高的是{scored[^1].Town.Organisation.ShortName}（{Numerals.Score(scored[^1].Value)}分），"
                + $"最低的是{scored[0].Town.Organisation.ShortName}（{Numerals.Score(scored[0].Value)}分）。";
    }
}
