using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import.Tables.Needs;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Needs;

/// <summary>
/// Needs of the district by category（需求类别）under small-number protection (settings: 小数保护阈值, 小数保护词语). A count
/// from 1 to 4 in a category that speaks of hardship, illness, disability or disputes is withheld; since the district's
/// total is told, the smallest categories beside follow until at least two are withheld, their sum reaches the
/// threshold and none of them can be only one number.
/// </summary>
internal static class NeedCategories
{
    /// <summary>True when the category holds one of the words of the settings.</summary>
    public static bool IsSensitive(string category, Settings settings) =>
        settings.SensitiveWords.Any(w => category.Contains(w, StringComparison.Ordinal));

    /// <summary>By count, then name; the withheld ones last, by name, so that their order tells nothing.</summary>
    public static ImmutableArray<NeedCategory> Of(ImmutableArray<Need> needs, Settings settings)
    {
        var counts = needs
            .GroupBy(n => n.Category, StringComparer.Ordinal)
            .Select(g =>
                (
                    Name: g.Key,
                    Reported: g.Count(),
                    Answered: g.Count(n => n.AnsweredOn is not null),
                    Units: g.DistinctBy(n => n.Organisation).Count()
                )
            )
            .OrderBy(c => c.Reported)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .ToList();
        var small = counts
            .Where(c => c.Reported < settings.SmallNumberThreshold && IsSensitive(c.Name, settings))
            .ToList();
        var withheld = small.ToList();
        foreach (var next in counts.Except(small))
        {
            if (withheld.Count == 0 || IsSafe())
            {
                break;
            }

            withheld.Add(next);
        }

        // Towns list a category as well, so it stands for one need of each unit at least.
        bool IsSafe() =>
            withheld.Count > 1
            && withheld.Sum(c => c.Reported) is var sum
            && sum >= settings.SmallNumberThreshold
            && FeasibilityInterval.AllStayOpen(
                withheld.ConvertAll(c =>
                    small.Contains(c)
                        ? new FeasibilityInterval(c.Units, settings.SmallNumberThreshold - 1m)
                        : FeasibilityInterval.From(c.Units)
                ),
                sum
            );

        return
        [
            .. counts
                .Except(withheld)
                .OrderByDescending(c => c.Reported)
                .ThenBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => new NeedCategory(c.Name, c.Reported, c.Answered, null)),
            .. withheld
                .OrderBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => new NeedCategory(
                    c.Name,
                    null,
                    null,
                    WithheldMark.Of(
                        small.Contains(c) ? Withheld.Small : Withheld.Complementary,
                        settings.SmallNumberThreshold
                    )
                )),
        ];
    }
}
