using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Needs;

/// <summary>
/// Needs of each town（镇街需求）under small-number protection (settings: 小数保护阈值). In a category that speaks of hardship,
/// illness, disability or disputes a count from 1 to 4 is withheld; so that subtraction from the district's figure
/// gives none back, at least two units stay withheld, their sum reaches the threshold and none of them can be only one
/// number. A town with a category withheld keeps its own total back too.
/// </summary>
internal static class TownNeedSummaries
{
    /// <summary>One entry a town that reported any need, by code.</summary>
    /// <param name="needs">Needs of the period.</param>
    /// <param name="settings">小数保护阈值, below which counts are small, and the words by which a category is
    /// sensitive.</param>
    /// <param name="names">Who belongs to which town.</param>
    public static ImmutableArray<TownNeeds> Of(
        ImmutableArray<Need> needs,
        Settings settings,
        OrganisationNames names
    ) => Of(needs, settings, names.Town, code => names.Level(code) == Level.Town);

    /// <param name="needs">Needs of the period.</param>
    /// <param name="settings">小数保护阈值, below which counts are small, and the words by which a category is
    /// sensitive.</param>
    /// <param name="townOf">Code of an organisation's town; the district's for units right below it.</param>
    /// <param name="isTown">True for a town's code: the district has no report of its own here, so its part counts as
    /// withheld.</param>
    internal static ImmutableArray<TownNeeds> Of(
        ImmutableArray<Need> needs,
        Settings settings,
        Func<string, string> townOf,
        Func<string, bool> isTown
    )
    {
        var threshold = settings.SmallNumberThreshold;
        var byTown = needs
            .GroupBy(n => townOf(n.Organisation), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToList();
        var withheld = new HashSet<(string Town, string Category)>();
        var small = new HashSet<(string Town, string Category)>();
        foreach (
            var category in needs
                .Select(n => n.Category)
                .Distinct(StringComparer.Ordinal)
                .Where(c => NeedCategories.IsSensitive(c, settings))
        )
        {
            var counts = Counts(byTown, n => string.Equals(n.Category, category, StringComparison.Ordinal));
            small.UnionWith(counts.Where(c => c.Count < threshold).Select(c => (c.Unit, category)));
            withheld.UnionWith(
                Protected(counts, c => c.Count < threshold, threshold, isTown).Select(unit => (unit, category))
            );
        }

        // What the district withholds must not be added up from its towns.
        foreach (var category in NeedCategories.Of(needs, settings).Where(c => c.Withheld != Withheld.No))
        {
            withheld.UnionWith(
                byTown
                    .Where(g => g.Any(n => string.Equals(n.Category, category.Name, StringComparison.Ordinal)))
                    .Select(g => (g.Key, category.Name))
            );
        }

        var totals = Protected(
                Counts(byTown, _ => true),
                c => withheld.Any(w => string.Equals(w.Town, c.Unit, StringComparison.Ordinal)),
                threshold,
                isTown
            )
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. byTown
                .Where(g => isTown(g.Key))
                .Select(g =>
                    Town(
                        g.Key,
                        [.. g],
                        totals.Contains(g.Key),
                        category =>
                            small.Contains((g.Key, category)) ? WithheldMark.Of(Withheld.Small, threshold)
                            : withheld.Contains((g.Key, category)) ? new WithheldMark(null)
                            : null
                    )
                ),
        ];
    }

    private static List<(string Unit, int Count)> Counts(
        List<IGrouping<string, Need>> byTown,
        Func<Need, bool> counts
    ) => [.. byTown.Select(g => (Unit: g.Key, Count: g.Count(counts))).Where(c => c.Count > 0)];

    // The smallest units beside follow until what is withheld cannot be told apart; the district's own part is never
    // shown.
    private static List<string> Protected(
        List<(string Unit, int Count)> counts,
        Predicate<(string Unit, int Count)> first,
        int threshold,
        Func<string, bool> isTown
    )
    {
        if (!counts.Exists(first))
        {
            return [];
        }

        var hidden = counts.FindAll(c => first(c) || !isTown(c.Unit));
        foreach (var next in counts.Except(hidden).OrderBy(c => c.Count).ThenBy(c => c.Unit, StringComparer.Ordinal))
        {
            if (IsSafe())
            {
                break;
            }

            hidden.Add(next);
        }

        return [.. hidden.Select(c => c.Unit)];

        bool IsSafe() =>
            hidden.Count > 1
            && hidden.Sum(c => c.Count) is var sum
            && sum >= threshold
            && FeasibilityInterval.AllStayOpen(
                hidden.ConvertAll(c =>
                    c.Count < threshold && first(c)
                        ? new FeasibilityInterval(isTown(c.Unit) ? 1m : 0m, threshold - 1m)
                        : FeasibilityInterval.From(isTown(c.Unit) ? 1m : 0m)
                ),
                sum
            );
    }

    private static TownNeeds Town(
        string code,
        ImmutableArray<Need> needs,
        bool totalWithheld,
        Func<string, WithheldMark?> of
    )
    {
        var answered = needs.Where(n => n.AnsweredOn is not null).ToList();
        return new TownNeeds(
            code,
            totalWithheld ? null : needs.Length,
            totalWithheld ? null : answered.Count,
            totalWithheld
                ? null
                : Quantiles.Days(answered.Select(n => n.AnsweredOn!.Value.DayNumber - n.ReportedOn.DayNumber), 0.5m),
            [
                .. needs
                    .GroupBy(n => n.Category, StringComparer.Ordinal)
                    .Select(g =>
                        (
                            Name: g.Key,
                            Reported: g.Count(),
                            Answered: g.Count(n => n.AnsweredOn is not null),
                            Mark: of(g.Key)
                        )
                    )
                    .OrderByDescending(c => c.Mark is null ? c.Reported : 0)
                    .ThenBy(c => c.Name, StringComparer.Ordinal)
                    .Select(c => new NeedCategory(
                        c.Name,
                        c.Mark is null ? c.Reported : null,
                        c.Mark is null ? c.Answered : null,
                        c.Mark
                    )),
            ]
        );
    }
}
