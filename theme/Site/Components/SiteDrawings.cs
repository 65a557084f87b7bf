using System.Collections.Immutable;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>A figure on a page（图）.</summary>
/// <param name="Kind">Class: radar, strip, trend ….</param>
/// <param name="Drawing">What it shows.</param>
/// <param name="Id">Unique in the page.</param>
/// <param name="Caption">图题, below the figure.</param>
public readonly record struct SiteChart(string Kind, Drawing Drawing, string Id, string Caption);

/// <summary>Which charts stand on which page（各页的图）; what they look like is decided in Charts.</summary>
public static class SiteDrawings
{
    // Drawn narrow enough to be read on a phone without shrinking the letters much; a desktop sets two side by side.
    private const double Width = 420;

    /// <summary>All five indexes and the total, over towns.</summary>
    public static ImmutableArray<SiteChart> Distributions(SiteModel site, PublicPeriod p)
    {
        var towns = p.PopulationOf(Level.Town);
        if (towns.Count < 2)
        {
            return [];
        }

        var group = towns.Counted;
        return
        [
            Of(
                "strip",
                DistributionStrip.Of(
                    "",
                    group,
                    DistributionStrip.Lanes(towns.Members, site.Settings),
                    Width,
                    ChartStyle.Screen
                ),
                "dist",
                $"{group}的得分分布（单位：分）"
            ),
        ];
    }

    /// <summary>One index, over towns and over unions.</summary>
    public static ImmutableArray<SiteChart> IndexStrips(PublicPeriod p, IndexKey key)
    {
        var lanes = new[] { (Name: "镇街", Level: Level.Town), (Name: "基层工会", Level: Level.Grassroots) }
            .Select(l => new StripLane(
                l.Name,
                null,
                [
                    .. p.PopulationOf(l.Level)
                        .Members.Select(u => u.Indexes[(int)key].Compared)
                        .OfType<decimal>()
                        .Order(),
                ],
                null,
                p.Distributions.FirstOrDefault(d => d.Index == key && d.Level == l.Level)?.Median
            ))
            .Where(l => l.Peers.Length > 0)
            .ToArray();
        return lanes.Length == 0
            ? []
            :
            [
                Of(
                    "strip",
                    DistributionStrip.Of("", key.Title(), lanes, Width, ChartStyle.Screen),
                    "dist",
                    $"{key.Title()}得分分布（单位：分）"
                ),
            ];
    }

    /// <summary>One indicator's scores, over towns and over unions.</summary>
    public static ImmutableArray<SiteChart> IndicatorStrips(PublicPeriod p, IndicatorView indicator)
    {
        var lanes = new[] { (Name: "镇街", Level: Level.Town), (Name: "基层工会", Level: Level.Grassroots) }
            .Select(l => new StripLane(
                l.Name,
                null,
                [
                    .. SiteModel
                        .ResultsOf(p.PopulationOf(l.Level).Members, indicator.Code)
                        .Select(r => r.Result.Score)
                        .OfType<decimal>()
                        .Order(),
                ],
                null,
                indicator.Distributions.FirstOrDefault(d => d.Level == l.Level)?.Median
            ))
            .Where(l => l.Peers.Length > 0)
            .ToArray();
        return lanes.Length == 0
            ? []
            :
            [
                Of(
                    "strip",
                    DistributionStrip.Of("", indicator.Name, lanes, Width, ChartStyle.Screen),
                    "dist",
                    $"{indicator.Name}得分分布（单位：分）"
                ),
            ];
    }

    /// <summary>
    /// Where a unit's total and five indexes stand among its peers; without peers its five indexes alone.
    /// </summary>
    public static ImmutableArray<SiteChart> Portrait(SiteModel site, PublicPeriod p, UnionResult result)
    {
        var firm = !site.IsThin(result);
        if (result.Total is null || site.PeersOf(p.Period, result) is not { Group: { Ranked: > 1 } group } peers)
        {
            return [Of("radar", Radar.Of(result, Width, ChartStyle.Screen, firm), "radar", "五大指数（单位：分）")];
        }

        var strip = DistributionStrip.Of(
            result.Organisation.ShortName,
            group.Name,
            DistributionStrip.Mark(peers.Lanes, result),
            Width,
            ChartStyle.Screen,
            firm
        );
        return [Of("strip", strip, "strip", $"在“{group.Name}”{group.Ranked}个参加排名的单位中的位置（单位：分）")];
    }

    /// <summary>
    /// The total on the page of a period, over those of its kind up to it: the page ends with its own, and stays what
    /// it was when another is added.
    /// </summary>
    public static ImmutableArray<SiteChart> Trend(UnionHistory history, Period period)
    {
        var shown = history with { Points = history.Until(period).Told };
        return TrendLine.Count(shown, period.Kind) < 2 ? [] : [Total(shown, period.Kind, "trend")];
    }

    /// <summary>Total and five indexes over every kind of period there is.</summary>
    public static ImmutableArray<SiteChart> Trends(UnionHistory history) =>
        [
            .. Enum.GetValues<PeriodKind>()
                .Select(k => (Kind: k, Shown: history with { Points = history.Told }))
                .Where(x => TrendLine.Count(x.Shown, x.Kind) >= 2)
                .SelectMany(x =>
                    new[]
                    {
                        Total(x.Shown, x.Kind, $"total-{(int)x.Kind}"),
                        Of(
                            "trend",
                            TrendLine.Indexes(x.Shown, x.Kind, Width, ChartStyle.Screen),
                            $"five-{(int)x.Kind}",
                            $"五大指数走势（{By(x.Kind)}）"
                        ),
                    }
                ),
        ];

    private static SiteChart Total(UnionHistory history, PeriodKind kind, string id) =>
        Of("trend", TrendLine.Total(history, kind, Width, ChartStyle.Screen), id, $"总指数走势（{By(kind)}）");

    private static string By(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Year => "按年",
            PeriodKind.Half => "按半年，年初以来累计",
            PeriodKind.Quarter => "按季度，年初以来累计",
            _ => "按月，年初以来累计",
        };

    private static SiteChart Of(string kind, Drawing drawing, string id, string caption) =>
        new(kind, drawing, id, caption);
}
