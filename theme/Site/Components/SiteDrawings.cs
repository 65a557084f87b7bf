using System.Collections.Immutable;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Honours;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Site.Components;

/// <summary>A figure on a page（图）.</summary>
/// <param name="Kind">Class: radar, strip, trend ….</param>
/// <param name="Layouts">What it shows, laid out for each width, narrowest first.</param>
/// <param name="Id">Unique in the page, and the figure's own address: #dist.</param>
/// <param name="Caption">图题, above the figure.</param>
public readonly record struct SiteChart(string Kind, ImmutableArray<Drawing> Layouts, string Id, string Caption);

/// <summary>Which charts stand on which page（各页的图）; what they look like is decided in Charts.</summary>
public static class SiteDrawings
{
    // What letters of 12 and 14 units are drawn for, in pixels: a phone of 320, half a page, a page. The style sheet
    // shows the widest that fits (图 in site.css has the same three).
    private static readonly ImmutableArray<double> Wide = [288, 520, 960];

    // Beside a column of text there is never room for the third.
    private static readonly ImmutableArray<double> Half = [288, 520];

    // Towns; three squares in a row are no map.
    private const int FewestTiles = 6;

    private static ChartStyle Style => ChartStyle.Screen;

    /// <summary>All five indexes and the total, over towns.</summary>
    public static ImmutableArray<SiteChart> Distributions(SitePage page, PublicPeriod p)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(p);
        var towns = p.PopulationOf(Level.Town);
        if (towns.Count < 2)
        {
            return [];
        }

        var group = towns.Counted;
        var lanes = DistributionStrip.Lanes(towns.Members, page.Site.Settings, Leading(page, p));
        return
        [
            Of(
                "strip",
                "dist",
                $"{group}的得分分布（单位：分）",
                Wide,
                w => DistributionStrip.Of("", group, lanes, w, Style, dots: true)
            ),
        ];
    }

    /// <summary>
    /// Towns where they lie, with the total or an index; none where nobody said where they lie, and none of so few that
    /// the table says as much.
    /// </summary>
    public static ImmutableArray<SiteChart> Tiles(SitePage page, PublicPeriod p, IndexKey? key = null)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(p);
        (UnionResult Town, decimal? Value)[] towns =
        [
            .. p.PopulationOf(Level.Town).Members.Select(t => (t, key is { } k ? t.Indexes[(int)k].Value : t.Total)),
        ];
        var what = key?.Title() ?? "总指数";
        return p.Tiles.Count(t => towns.Any(u => u.Town.Code == t.Town)) < FewestTiles
            ? []
            :
            [
                Of(
                    "tile-map",
                    "tile-map",
                    $"各镇街{what}，大致按方位排列，颜色越深得分越高（单位：分）",
                    Half,
                    w => TileMap.Of(what, key, towns, p.Tiles, w, Style, Leading(page, p))
                ),
            ];
    }

    /// <summary>One index, over towns and over unions.</summary>
    public static ImmutableArray<SiteChart> IndexStrips(SitePage page, PublicPeriod p, IndexKey key) =>
        Strips(page, p, key.Title(), u => u.Indexes[(int)key].Compared);

    /// <summary>One indicator's scores, over towns and over unions.</summary>
    public static ImmutableArray<SiteChart> IndicatorStrips(SitePage page, PublicPeriod p, IndicatorView indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return Strips(page, p, indicator.Name, u => u.IndicatorOf(indicator.Code)?.Score);
    }

    /// <summary>
    /// Where a unit's total and five indexes stand among its peers; without peers its five indexes alone.
    /// </summary>
    public static ImmutableArray<SiteChart> Portrait(SiteModel site, PublicPeriod p, UnionResult result)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(result);
        var firm = !site.IsThin(result);
        if (result.Total is null || site.PeersOf(p.Period, result) is not { Group: { Ranked: > 1 } group } peers)
        {
            return [Of("radar", "radar", "五大指数（单位：分）", [288, 420], w => Radar.Of(result, w, Style, firm))];
        }

        var lanes = DistributionStrip.Mark(peers.Lanes, result);
        return
        [
            Of(
                "strip",
                "strip",
                $"在“{group.Name}”{group.Ranked}个参加排名的单位中的位置（单位：分）",
                Half,
                w => DistributionStrip.Of(result.Organisation.ShortName, group.Name, lanes, w, Style, firm)
            ),
        ];
    }

    /// <summary>
    /// The total on the page of a period, over those of its kind up to it: the page ends with its own, and stays what
    /// it was when another is added.
    /// </summary>
    public static ImmutableArray<SiteChart> Trend(SitePage page, UnionHistory history, Period period)
    {
        ArgumentNullException.ThrowIfNull(history);
        var shown = history with { Points = history.Until(period).Told };
        return TrendLine.Count(shown, period.Kind) < 2 ? [] : [Total(page, shown, period.Kind, "trend")];
    }

    /// <summary>Total and five indexes over every kind of period there is.</summary>
    public static ImmutableArray<SiteChart> Trends(SitePage page, UnionHistory history)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(history);
        var shown = history with { Points = history.Told };
        return
        [
            .. Enum.GetValues<PeriodKind>()
                .Where(k => TrendLine.Count(shown, k) >= 2)
                .Select(k =>
                    Of(
                        "panels",
                        $"years-{(int)k}",
                        $"总指数和五大指数走势（{By(k)}，单位：分）",
                        Wide,
                        w => YearPanels.Of(shown, k, w, Style, PeriodPage(page, history))
                    )
                ),
        ];
    }

    /// <summary>The eight steps of a period's tasks.</summary>
    public static ImmutableArray<SiteChart> Steps(TaskSummary tasks) =>
        [Of("steps", "steps", "各步任务数和用时（中位天数，自上一步起）", Wide, w => EightSteps.Of(tasks, w, Style))];

    /// <summary>Sessions of every programme in the newest period that has any.</summary>
    public static ImmutableArray<SiteChart> Programmes(SitePage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var all = page
            .Site.Edition.Programmes.SelectMany(g => g.Totals, (g, t) => (Programme: g, t.Period, t.Total))
            .ToArray();
        if (all.Length == 0)
        {
            return [];
        }

        var period = all.Max(x => x.Period);
        CountBar[] bars =
        [
            .. all.Where(x => x.Period == period)
                .OrderByDescending(x => x.Total.Sessions)
                .ThenBy(x => x.Programme.Slug, StringComparer.Ordinal)
                .Select(x => new CountBar(
                    x.Programme.Title,
                    x.Total.Sessions,
                    Numerals.Thousands(x.Total.Sessions),
                    $"{x.Programme.Title}：{Numerals.Thousands(x.Total.Sessions)}场"
                )
                {
                    Href = page.To(Paths.Programme(x.Programme.Slug)),
                }),
        ];
        var words = string.Join("，", bars.Select(b => $"{b.Label}{b.Text}场"));
        return bars.Length < 2
            ? []
            :
            [
                Of(
                    "count-bars",
                    "sessions",
                    $"{period.Title}各专题的活动场次（单位：场）",
                    Half,
                    w => CountBars.Of("各专题的活动场次", $"{period.Title}活动场次：{words}。", bars, w, Style)
                ),
            ];
    }

    /// <summary>Sessions of a programme by month.</summary>
    public static ImmutableArray<SiteChart> Months(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        var months = programme.ShownMonths.OrderBy(m => m.Month).ToArray();
        if (months.Length < 2 || programme.Period is not { } period)
        {
            return [];
        }

        CountColumn[] columns =
        [
            .. Enumerable
                .Range(months[0].Month, months[^1].Month - months[0].Month + 1)
                .Select(m => (Month: m, months.FirstOrDefault(x => x.Month == m)?.Sessions ?? 0))
                .Select(m => new CountColumn($"{m.Month}月", m.Item2, $"{m.Month}月：{m.Item2}场")),
        ];
        var words = string.Join("，", columns.Select(c => $"{c.Label}{Numerals.Count(c.Count)}场"));
        return
        [
            Of(
                "count-columns",
                "months",
                $"{period.Title}按月的场次（单位：场）",
                Half,
                w => CountColumns.Of($"{programme.Title}按月的场次", $"各月场次：{words}。", columns, w, Style)
            ),
        ];
    }

    /// <summary>Needs by category, what was answered in dark.</summary>
    public static ImmutableArray<SiteChart> Needs(ImmutableArray<NeedCategory> categories)
    {
        CountBar[] bars =
        [
            .. categories.Select(c =>
                c is { Reported: { } reported, Answered: { } answered }
                    ? new CountBar(
                        c.Name,
                        reported,
                        answered == reported
                            ? $"{Numerals.Thousands(reported)}，全部答复"
                            : $"{Numerals.Thousands(reported)}，答复{Numerals.Thousands(answered)}",
                        $"{c.Name}：上报{Numerals.Thousands(reported)}件，答复{Numerals.Thousands(answered)}件"
                    )
                    {
                        Part = answered,
                    }
                    : new CountBar(c.Name, null, c.Mark?.Text ?? Numerals.None, $"{c.Name}：不公布")
            ),
        ];
        var told = bars.Where(b => b.Value is not null).Select(b => b.Tip).ToArray();
        return told.Length < 2
            ? []
            :
            [
                Of(
                    "count-bars",
                    "categories",
                    "各类需求上报和答复的件数，深色为已答复（单位：件）",
                    Half,
                    w => CountBars.Of("各类需求上报和答复", string.Join("；", told) + "。", bars, w, Style)
                ),
            ];
    }

    /// <summary>Commendations by the year they were granted in; a column leads to the year's list.</summary>
    public static ImmutableArray<SiteChart> Honours(SitePage page, ImmutableArray<CommendationView> all)
    {
        ArgumentNullException.ThrowIfNull(page);
        var years = all.Select((c, n) => (c.GrantedOn.Year, Sheet: n / PageEntry.RowsPerSheet))
            .GroupBy(c => c.Year)
            .ToDictionary(g => g.Key, g => (Count: g.Count(), g.First().Sheet));
        if (years.Count < 2)
        {
            return [];
        }

        var (first, last) = (years.Keys.Min(), years.Keys.Max());
        CountColumn[] columns =
        [
            .. Enumerable
                .Range(first, last - first + 1)
                .Select(y =>
                    years.TryGetValue(y, out var of)
                        ? new CountColumn(
                            Numerals.Count(y),
                            of.Count,
                            $"{y}年：{of.Count}项",
                            $"{(of.Sheet == page.Sheet ? "" : page.ToSheet(of.Sheet))}#y{y}"
                        )
                        : new CountColumn(Numerals.Count(y), 0, "")
                ),
        ];
        var words = string.Join("，", columns.Where(c => c.Count > 0).Select(c => $"{c.Label}年{c.Count}项"));
        return
        [
            Of(
                "count-columns",
                "by-year",
                "各年的表彰数（单位：项）",
                Half,
                w => CountColumns.Of("各年的表彰数", $"各年表彰：{words}。", columns, w, Style)
            ),
        ];
    }

    /// <summary>How much of what was due came in, indicator by indicator, the least first.</summary>
    /// <param name="page">The page of it.</param>
    /// <param name="due">Indicator, how many values were due, and how many are missing or doubtful.</param>
    public static ImmutableArray<SiteChart> Received(
        SitePage page,
        IEnumerable<(IndicatorView Indicator, int Due, int Gaps)> due
    )
    {
        ArgumentNullException.ThrowIfNull(page);
        ScoreDot[] rows =
        [
            .. due.Where(d => d.Gaps > 0)
                .Select(d => (d.Indicator, d.Due, d.Gaps, Share: 100m * (d.Due - d.Gaps) / d.Due))
                .OrderBy(d => d.Share)
                .ThenBy(d => d.Indicator.Code, StringComparer.Ordinal)
                .Select(d => new ScoreDot(
                    d.Indicator.Name,
                    d.Indicator.Index,
                    d.Share,
                    Numerals.Percent(d.Share, 1),
                    $"{d.Indicator.Name}：应报{d.Due}个，缺报或存疑{d.Gaps}个"
                )
                {
                    Href = page.To(Paths.Indicator(page.Current.Period, d.Indicator.Code)),
                    Target = 100m,
                }),
        ];
        return rows.Length == 0
            ? []
            :
            [
                Of(
                    "dots",
                    "received",
                    "没有收齐的指标：收到的比例，竖线为全部收到（单位：%）",
                    Wide,
                    w =>
                        ScoreDots.Of(
                            "没有收齐的指标",
                            $"没有收齐的指标{rows.Length}项，收到最少的是{rows[0].Label}，{rows[0].Text}。",
                            rows,
                            w,
                            Style
                        )
                ),
            ];
    }

    private static ImmutableArray<SiteChart> Strips(
        SitePage page,
        PublicPeriod p,
        string what,
        Func<UnionResult, decimal?> value
    )
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(p);
        var href = Leading(page, p);
        StripLane[] lanes =
        [
            .. new[] { (Name: "镇街", Level: Level.Town), (Name: "基层工会", Level: Level.Grassroots) }
                .Select(l =>
                    StripLane.Of(
                        l.Name,
                        null,
                        from u in p.PopulationOf(l.Level).Members
                        let v = value(u)
                        where v is not null
                        select new StripPeer(u.Organisation.ShortName, v.Value, href(u)),
                        page.Site.Settings
                    ) with
                    {
                        What = what,
                    }
                )
                .Where(l => l.Peers.Length > 0),
        ];
        return lanes.Length == 0
            ? []
            :
            [
                Of(
                    "strip",
                    "dist",
                    $"{what}得分分布（单位：分）",
                    Wide,
                    w => DistributionStrip.Of("", what, lanes, w, Style, dots: true)
                ),
            ];
    }

    private static SiteChart Total(SitePage page, UnionHistory history, PeriodKind kind, string id) =>
        Of(
            "trend",
            id,
            $"总指数走势（{By(kind)}，单位：分）",
            Half,
            w => TrendLine.Total(history, kind, w, Style, PeriodPage(page, history))
        );

    private static Func<UnionResult, string?> Leading(SitePage page, PublicPeriod p) =>
        unit => page.Site.PathOf(p.Period, unit) is { } path && page.Site.Has(path) ? page.To(path) : null;

    // The page of a unit in each period; of the district, the period's own.
    private static Func<Period, string?> PeriodPage(SitePage page, UnionHistory history) =>
        period =>
        {
            var path = history.Level switch
            {
                Level.District => Paths.Of(period),
                Level.Town => Paths.Town(period, history.Code),
                _ => Paths.Union(period, history.Code),
            };
            return page.Site.Has(path) && !string.Equals(path, page.Path, StringComparison.Ordinal)
                ? page.To(path)
                : null;
        };

    private static string By(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Year => "按年",
            PeriodKind.Half => "按半年，年初以来累计",
            PeriodKind.Quarter => "按季度，年初以来累计",
            _ => "按月，年初以来累计",
        };

    private static SiteChart Of(
        string kind,
        string id,
        string caption,
        ImmutableArray<double> widths,
        Func<double, Drawing> draw
    ) => new(kind, [.. widths.Select(draw)], id, caption);
}
