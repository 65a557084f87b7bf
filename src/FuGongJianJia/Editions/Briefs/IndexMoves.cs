using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Briefs;

/// <summary>Why an index moved（指数变动）: the indicators that give most of it.</summary>
internal static class IndexMoves
{
    private const decimal LeastShare = 0.2m;
    private const int Most = 2;

    /// <summary>活力指数升2.48分：劳模工匠创新工作室由52个到57个.</summary>
    public static string Words(BriefSubject s, IndexResult index)
    {
        var drivers = Drivers(s, index).ToList();
        return $"{index.Key.Title()}{Numerals.Movement(index.Change)}"
            + (drivers.Count == 0 ? "" : "：" + string.Join('，', drivers));
    }

    // Of the common set: what an indicator's score moved, by its share of the index.
    private static IEnumerable<string> Drivers(BriefSubject s, IndexResult index)
    {
        if (index.Change is not { } change || change == 0m || s.Before is not { } before)
        {
            return [];
        }

        var common = s
            .Self.Indicators.Where(i =>
                i.Indicator.Index == index.Key && (i.Change is not null || (i.IsEvent && i.Score is not null))
            )
            .ToList();
        var weights = common.Sum(i => i.Weight);
        return common
            .Where(i => i is { IsEvent: false, IsVeiled: false, Reported: not null })
            .Select(i => (Result: i, Share: i.Change!.Value * i.Weight / weights / change))
            .Where(i => i.Share >= LeastShare)
            .OrderByDescending(i => i.Share)
            .ThenBy(i => i.Result.Code, StringComparer.Ordinal)
            .Select(i => (i.Result, Then: before.IndicatorOf(i.Result.Code)))
            .Where(i => i.Then?.Reported is not null && i.Then.ValueWithUnit != i.Result.ValueWithUnit)
            .Take(Most)
            .Select(i =>
                $"{BriefSubject.Matter(i.Result.Indicator)}由{i.Then!.ValueWithUnit}到{i.Result.ValueWithUnit}"
            );
    }
}
