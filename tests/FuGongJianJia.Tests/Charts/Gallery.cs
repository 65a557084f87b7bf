using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Reports;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Tests.Charts;

/// <summary>
/// Every figure once, with ordinary and with awkward values; a new figure is added here and is then tested.
/// </summary>
internal static class Gallery
{
    /// <summary>Name and drawing.</summary>
    public static ImmutableArray<(string Name, Drawing Drawing)> All(ChartStyle style, double width)
    {
        var edition = Sample.Edition();
        var year = edition.Latest;
        var union = year.Unions[8];
        var holes = union with { Indexes = union.Indexes.SetItem(3, union.Indexes[3] with { Value = null }) };
        var history = edition.Histories.First(h => h.Code == "Q01");
        var broken = history with
        {
            Points =
            [
                .. history.Points,
                .. history.Points.Select(
                    (p, i) =>
                        p with
                        {
                            Period = Period.OfYear(2025 + i),
                            BreakBefore = i == 1,
                            Total = i == 0 ? null : p.Total,
                        }
                ),
            ],
        };
        var longName = union with
        {
            Organisation = union.Organisation with
            {
                ShortName = new string('长', 60) + "<&>",
                Name = new string('长', 60) + "<&>",
            },
        };
        return
        [
            ("radar", Radar.Of(union, width * 0.55, style)),
            ("radar-holes", Radar.Of(holes, width * 0.55, style)),
            ("radar-long", Radar.Of(longName, width * 0.55, style)),
            ("bars", IndicatorBars.Of(union, width, style)),
            ("bar-row", IndicatorBars.Row(union.Indicators[0], 90, 8, style)),
            (
                "strip",
                DistributionStrip.Of(
                    union.Name,
                    "本组",
                    DistributionStrip.Mark(DistributionStrip.Lanes(year.Towns, edition.Settings), year.Towns[0]),
                    width,
                    style
                )
            ),
            (
                "town-changes",
                TownChanges.Of(
                    year.Towns,
                    IndexKey.Red,
                    TownChanges.AxisFrom(year.Towns),
                    Period.OfYear(2023),
                    width,
                    style
                )
            ),
            ("town-changes-long", TownChanges.Of([longName, .. year.Towns], null, 60, null, width, style)),
            ("weave", YearWeave.Of(year.Towns, width, width * 0.8, style)),
            (
                "strip-towns",
                DistributionStrip.Of("", "8个镇街", DistributionStrip.Lanes(year.Towns, edition.Settings), width, style)
            ),
            (
                "strip-crowd",
                DistributionStrip.Of(
                    "",
                    "全部基层工会",
                    [
                        new StripLane(
                            "总指数",
                            null,
                            [.. Enumerable.Range(0, 2000).Select(i => 60m + ((i * 37) % 400) / 10m).Order()],
                            83m,
                            80m
                        ),
                    ],
                    width,
                    style
                )
            ),
            (
                "strip-named",
                DistributionStrip.Of(
                    "",
                    "8个镇街",
                    DistributionStrip.Lanes(year.Towns, edition.Settings, t => t.Code + "/"),
                    width,
                    style,
                    dots: true
                )
            ),
            ("panels", YearPanels.Of(broken, PeriodKind.Year, width, style, p => $"{p}/")),
            (
                "count-bars",
                CountBars.Of(
                    "各类需求",
                    "各类需求的件数。",
                    [
                        new("文体活动", 14, "14，答复12", "文体活动：上报14件，答复12件") { Part = 12 },
                        new(new string('长', 40), null, "＜5", "不公布"),
                        new("没有", 0, "0", "没有"),
                    ],
                    width,
                    style
                )
            ),
            (
                "score-dots",
                ScoreDots.Of(
                    "收到的比例",
                    "没有收齐的指标。",
                    [
                        .. year.Indicators.Select(
                            (i, n) =>
                                new ScoreDot(
                                    i.Name,
                                    i.Index,
                                    n == 3 ? null : 100m - (2 * n),
                                    $"{100 - (2 * n)}%",
                                    i.Name
                                )
                                {
                                    Target = 100,
                                    Href = i.Code + "/",
                                }
                        ),
                    ],
                    width,
                    style
                )
            ),
            (
                "columns",
                CountColumns.Of(
                    "各年的表彰数",
                    "各年表彰。",
                    [.. Enumerable.Range(1990, 35).Select(y => new CountColumn($"{y}", y % 7, $"{y}年", "#y"))],
                    width,
                    style
                )
            ),
            (
                "tiles",
                TileMap.Of(
                    "总指数",
                    null,
                    [.. year.Towns.Select((t, n) => (t, n == 0 ? null : t.Total))],
                    [.. year.Towns.Select((t, n) => new TownTile(t.Code, 1 + (n / 3), 2 + (n % 3)))],
                    width,
                    style
                )
            ),
            ("trend", TrendLine.Total(history, PeriodKind.Year, width, style)),
            ("trend-broken", TrendLine.Total(broken, PeriodKind.Year, width, style)),
            ("trend-indexes", TrendLine.Indexes(broken, PeriodKind.Year, width, style)),
            ("lost", LostPoints.Of(union, 8, width, style)),
            ("steps", EightSteps.Of(year.Tasks!, width, style)),
            ("ladder", GuidanceLadder.Of(year.Guidance!, width, style)),
            ("heat", HeatChart.Of(year.Towns, width, style, u => u.Code + "/index.html")),
            ("numbers", FiveNumberChart.Of(union, width, style)),
            ("qr", QrCode.Of("https://nianjian.example/2024/unions/ZT02J03/", 70)),
        ];
    }
}
