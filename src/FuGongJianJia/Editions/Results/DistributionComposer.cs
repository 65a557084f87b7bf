using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// Distributions（分布）of published figures over public towns and unions, those merged or dissolved left out.
/// </summary>
internal static class DistributionComposer
{
    /// <summary>Total and five indexes, for towns and for unions; only where something has a value.</summary>
    public static ImmutableArray<Distribution> Of(
        IEnumerable<UnionResult> towns,
        IEnumerable<UnionResult> unions,
        Period period,
        Settings settings
    ) =>
        [
            .. new[] { (Level.Town, Standing(towns)), (Level.Grassroots, Standing(unions)) }
                .SelectMany(x =>
                    Vocabulary
                        .Indexes.Select(k =>
                            One(k, x.Item1, x.Item2.Select(u => u.Indexes[(int)k].Compared), period, settings)
                        )
                        .Prepend(One(null, x.Item1, x.Item2.Select(u => u.Total), period, settings))
                )
                .OfType<Distribution>(),
        ];

    /// <summary>
    /// Distributions of the scores of every indicator, towns before unions, by its code; withheld scores are not in
    /// them.
    /// </summary>
    public static ILookup<string, Distribution> OfIndicators(
        IEnumerable<UnionResult> towns,
        IEnumerable<UnionResult> unions,
        Period period,
        Settings settings
    ) =>
        new[] { (Level: Level.Town, Units: Standing(towns)), (Level: Level.Grassroots, Units: Standing(unions)) }
            .SelectMany(x =>
                x.Units.SelectMany(u => u.Indicators)
                    .GroupBy(i => i.Code, i => i.Score, StringComparer.Ordinal)
                    .Select(g => (Code: g.Key, Distribution: One(null, x.Level, g, period, settings)))
            )
            .Where(x => x.Distribution is not null)
            .ToLookup(x => x.Code, x => x.Distribution!, StringComparer.Ordinal);

    private static List<UnionResult> Standing(IEnumerable<UnionResult> units) =>
        [.. units.Where(u => u.Standing.Counts)];

    private static Distribution? One(
        IndexKey? key,
        Level level,
        IEnumerable<decimal?> figures,
        Period period,
        Settings settings
    )
    {
        var sorted = figures.OfType<decimal>().ToArray();
        if (sorted.Length == 0)
        {
            return null;
        }

        Array.Sort(sorted);
        var isGraded = Grades.AreGiven(period, settings);
        var grades = new int[isGraded ? Enum.GetValues<Grade>().Length : 0];
        foreach (var figure in isGraded ? sorted : [])
        {
            grades[(int)Grades.Of(figure, settings)]++;
        }

        return new(key, level, sorted.Length, sorted[0], At(0.25m), At(0.5m), At(0.75m), sorted[^1], [.. grades]);

        decimal At(decimal share) =>
            decimal.Round(Quantiles.Of(sorted, share), settings.ScoreDecimals, settings.Rounding);
    }
}
