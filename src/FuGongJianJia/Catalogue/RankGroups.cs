using System.Globalization;
using FuGongJianJia.Model;

namespace FuGongJianJia.Catalogue;

/// <summary>
/// Names of rank groups（排名组）, in one place: all town-level units together; grass-roots unions by 单位类别 and 职工数
/// (settings: 按单位类别, 职工数分档), such as 企业·25～199人 or 基层·25～199人. 目标.csv may name the same groups.
/// </summary>
public static class RankGroups
{
    /// <summary>Group of all town-level units.</summary>
    public const string Towns = "镇街";

    /// <summary>Name of the group an organisation is compared in; empty for the district.</summary>
    public static string NameOf(Organisation organisation, Settings settings) =>
        organisation.Level switch
        {
            Level.District => "",
            Level.Town => Towns,
            Level level => (settings.RankByCategory ? organisation.Category.Word() : level.Word())
                + "·"
                + Band(organisation.Workers, settings.RankSizeBounds),
        };

    /// <summary>The band of a number of workers: 不足25人, 25～199人, 200人及以上, or 职工数不详.</summary>
    public static string Band(int? workers, IReadOnlyList<int> bounds)
    {
        if (workers is not { } count)
        {
            return "职工数不详";
        }

        if (bounds.Count == 0)
        {
            return "不分规模";
        }

        var band = BandNumber(count, bounds);
        return band == 0 ? string.Create(CultureInfo.InvariantCulture, $"不足{bounds[0]}人")
            : band == bounds.Count ? string.Create(CultureInfo.InvariantCulture, $"{bounds[^1]}人及以上")
            : string.Create(CultureInfo.InvariantCulture, $"{bounds[band - 1]}～{bounds[band] - 1}人");
    }

    internal static int BandNumber(int workers, IReadOnlyList<int> bounds)
    {
        var band = 0;
        while (band < bounds.Count && workers >= bounds[band])
        {
            band++;
        }

        return band;
    }
}
