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
        IReadOnlyList<UnionResult> towns,
        IReadOnlyList<UnionResult> unions,
        Settings settings
    ) =>
        [
            .. new[] { (Level.Town, Standing(towns)), (Level.Grassroots, Standing(unions)) }
                .SelectMany(x =>
                    Vocabulary
                        .Indexes.Select(k => One(k, x.Item1, x.Item2.Select(u => u.Indexes[(int)k].Value), settings))
                        .Prepend(One(null, x.Item1, x.Item2.Select(u => u.Total), settings))
                )
                .OfType<Distribution>(),
        ];

    /// <summary>Distribution of the scores of one indicator; withheld scores are not in it.</summary>
    public static ImmutableArray<Distribution> OfIndicator(
        string code,
        IReadOnlyList<UnionResult> towns,
        IReadOnlyList<UnionResult> unions,
        Settings settings
    ) =>
        [
            .. new[] { (Level.Town, Standing(towns)), (Level.Grassroots, Standing(unions)) }
                .Select(x =>
                    One(
                        null,
                        x.Item1,
                        x.Item2.Select(u => u.Indicators.FirstOrDefault(i => i.Code == code)?.Score),
                        settings
                    )
                )
                .OfType<Distribution>(),
        ];

    private static List<UnionResult> Standing(IReadOnlyList<UnionResult> units) =>
        [.. units.Where(u => u.Organisation.Status is not (OrganisationStatus.Merged or OrganisationStatus.Dissolved))];

    private static Distribution? One(IndexKey? key, Level level, IEnumerable<decimal?> figures, Settings settings)
    {
        var sorted = figures.OfType<decimal>().Order().ToList();
        return sorted.Count == 0
            ? null
            : new(
                key,
                level,
                sorted.Count,
                sorted[0],
                At(0.25m),
                At(0.5m),
                At(0.75m),
                sorted[^1],
                [.. Enum.GetValues<Grade>().Select(g => sorted.Count(v => Grades.Of(v, settings) == g))]
            );

        decimal At(decimal share) =>
            decimal.Round(Quantiles.Of(sorted, share), settings.ScoreDecimals, settings.Rounding);
    }
}
