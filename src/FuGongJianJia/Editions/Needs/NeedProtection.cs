using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Needs;

/// <summary>
/// Needs of periods within one another（各期需求一并保护）: the quarters' make up the year's, so a category that the year
/// withholds could be added up from the quarters, or the other way round. Where any of them withholds anything, only
/// the longest tells needs by category and by town.
/// </summary>
internal static class NeedProtection
{
    /// <summary>For each period that must not tell: the one that tells in its place.</summary>
    public static IReadOnlyDictionary<Period, Period> ToldElsewhere(Scores scores)
    {
        var told = new Dictionary<Period, Period>();
        var periods = scores.Periods.Where(p => !p.Data.Needs.IsEmpty).ToList();
        foreach (
            var family in PeriodFamilies
                .Of(periods.ConvertAll(p => p.Period))
                .Where(family => family.Any(p => Withholds(periods[p])))
        )
        {
            foreach (var part in family.Skip(1))
            {
                told[periods[part].Period] = periods[family[0]].Period;
            }
        }

        return told;
    }

    private static bool Withholds(PeriodScores period)
    {
        var names = new OrganisationNames(period);
        return NeedCategories.Of(period.Data.Needs, period.Settings).Any(c => c.Withheld != Withheld.No)
            || TownNeedSummaries
                .Of(period.Data.Needs, period.Settings, names)
                .Any(t => t.Reported is null || t.Categories.Any(c => c.Withheld != Withheld.No));
    }
}
