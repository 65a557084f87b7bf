using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Components;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>Pages of unions, towns and their years（成绩页、历年页）.</summary>
public sealed partial class ResultPageTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    [Fact]
    public void A_place_in_a_list_says_of_how_many_and_in_which_group()
    {
        var edition = SampleEdition.Create();
        var union = edition.Latest.Unions.First(u => u.Indexes[1].Place is not null);
        var apart = union with { Ranking = union.Ranking with { Group = "机关·25人以下" } };
        var latest = edition.Latest with { Unions = edition.Latest.Unions.Replace(union, apart) };
        var files = SitePlan.Create(
            edition with
            {
                Periods = edition.Periods.SetItem(edition.Periods.Length - 1, latest),
            },
            new SiteOptions()
        );
        var list = Encode(files.Single(f => f.Path == "site/" + Paths.Index(latest.Period, IndexKey.Norm)));
        Assert.Contains("<th scope=\"col\" data-filter>排名组</th>", list, StringComparison.Ordinal);
        Assert.Contains(
            $"<td class=\"n\" data-label=\"本组名次\">{union.Indexes[1].Place}/1</td>"
                + $"<td class=\"drop\">{apart.Ranking.Group}</td>",
            list,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_would_gain_most_is_what_a_union_is_told_to_do_first()
    {
        var edition = SampleEdition.Create();
        var union = edition.Latest.Unions.First(u => u.Losses.Count(l => l.Gain is > 0m) >= 3);
        var section = site.Parse(Paths.Union(edition.Latest.Period, union.Code)).QuerySelector("section.first")!;
        var largest = union.Losses.Where(l => l.Gain is > 0m).Take(3).ToArray();
        Assert.StartsWith("最该做的三件", section.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            largest.Select(l => l.Indicator.Name),
            section.QuerySelectorAll("ol a").Select(a => a.TextContent.Trim())
        );
        Assert.Equal(
            largest.Select(l => $"{l.Gain:0.00}"),
            section.QuerySelectorAll("ol b").Select(b => b.TextContent)
        );
    }

    [Fact]
    public void A_unit_of_too_little_coverage_is_told_apart_and_stands_last()
    {
        var edition = SampleEdition.Create();
        var best = edition.Latest.Unions.MaxBy(u => u.Indexes[1].Value)!;
        var thin = best with
        {
            Coverage = 68m,
            Ranking = new Ranking { Group = best.Ranking.Group, Reason = new NotRanked.LowCoverage(68m, 80m) },
        };
        var latest = edition.Latest with { Unions = edition.Latest.Unions.Replace(best, thin) };
        var files = SitePlan.Create(
            edition with
            {
                Periods = edition.Periods.SetItem(edition.Periods.Length - 1, latest),
            },
            new SiteOptions()
        );
        var page = Encode(files.Single(f => f.Path == "site/" + Paths.Union(latest.Period, thin.Code)));
        Assert.Contains("<ul class=\"five thin\">", page, StringComparison.Ordinal);
        Assert.Equal(thin.Indexes.Count(i => i.Value is not null), page.Split("<small>仅供参考</small>").Length - 1);
        var list = Encode(files.Single(f => f.Path == "site/" + Paths.Index(latest.Period, IndexKey.Norm)));
        var row = list.LastIndexOf("<tr class=\"thin\">", StringComparison.Ordinal);
        Assert.Contains(
            "覆盖不足",
            list[row..list.IndexOf("</tr>", row, StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
        Assert.Equal(list.LastIndexOf("<tr", StringComparison.Ordinal), row);
    }

    [Fact]
    public void An_index_without_a_value_says_why()
    {
        var edition = SampleEdition.Create();
        var union = edition.Latest.Unions[0];
        Assert.Equal("不适用", With(i => i with { State = ObservationState.NotApplicable }));
        Assert.Equal("缺报", With(i => i with { State = ObservationState.Missing }));
        Assert.Equal("小数保护", With(i => i with { State = ObservationState.Reported, Withheld = Withheld.Small }));

        string With(Func<IndicatorResult, IndicatorResult> change)
        {
            var changed = union with
            {
                Indexes = union.Indexes.SetItem(
                    4,
                    union.Indexes[4] with
                    {
                        Value = null,
                        Place = null,
                        Change = null,
                        Grade = null,
                    }
                ),
                Indicators = [.. union.Indicators.Select(i => i.Indicator.Index == IndexKey.Harmony ? change(i) : i)],
            };
            var latest = edition.Latest with { Unions = edition.Latest.Unions.Replace(union, changed) };
            var files = SitePlan.Create(
                edition with
                {
                    Periods = edition.Periods.SetItem(edition.Periods.Length - 1, latest),
                },
                new SiteOptions()
            );
            var page = Encode(files.Single(f => f.Path == "site/" + Paths.Union(latest.Period, union.Code)));
            var at = page.IndexOf("<b class=\"num\">—</b>", StringComparison.Ordinal);
            var from = page.IndexOf("<small>", at, StringComparison.Ordinal) + "<small>".Length;
            return page[from..page.IndexOf('<', from)];
        }
    }

    [Fact]
    public void A_page_of_a_part_of_the_year_ends_with_its_own_kind_and_not_with_the_year()
    {
        var edition = SampleEdition.Create();
        var point = edition.Histories.First(h => h.Level == Level.Town).Points[0];
        var history = edition.Histories[0] with
        {
            Points =
            [
                .. new[]
                {
                    Period.OfYear(2023),
                    Period.OfQuarter(2024, 1),
                    Period.OfQuarter(2024, 2),
                    Period.OfQuarter(2024, 3),
                    Period.OfYear(2024),
                }.Select(p => point with { Period = p }),
            ],
        };
        var page = SitePlan.Gather(edition, new SiteOptions()).Pages[0];
        var drawn = Assert.Single(SiteDrawings.Trend(page, history, Period.OfQuarter(2024, 2))).Layouts[0].Description;
        Assert.Contains("二季度", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("三季度", drawn, StringComparison.Ordinal);
        Assert.Empty(SiteDrawings.Trend(page, history, Period.OfQuarter(2024, 1)));
        Assert.Contains(
            "2023年",
            Assert.Single(SiteDrawings.Trend(page, history, Period.OfYear(2024))).Layouts[0].Description,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_history_compares_only_years_on_this_side_of_the_last_break()
    {
        var edition = SampleEdition.Create();
        var town = edition.Histories.First(h => h.Level == Level.Town);
        HistoryPoint Year(int year, decimal total, bool broken) =>
            town.Points[0] with
            {
                Period = Period.OfYear(year),
                Total = total,
                BreakBefore = broken,
            };

        Assert.Equal(
            "2023年总指数86.93分，2024年84.82分；2022年口径不同，不作比较。",
            Finding(Year(2022, 84.51m, false), Year(2023, 86.93m, true), Year(2024, 84.82m, false))
        );
        Assert.Equal(
            "2024年总指数84.82分；2023年及以前口径不同，不作比较。",
            Finding(Year(2022, 84.51m, false), Year(2023, 86.93m, false), Year(2024, 84.82m, true))
        );
        Assert.Equal("2024年总指数84.82分。", Finding(Year(2024, 84.82m, false)));

        string Finding(params HistoryPoint[] points)
        {
            // Without a result of the year there is no change to tell.
            var latest = edition.Latest with
            {
                Towns = [.. edition.Latest.Towns.Where(t => t.Code != town.Code)],
            };
            var site = SitePlan.Create(
                edition with
                {
                    Histories = [town with { Points = [.. points] }],
                    Periods = [latest],
                },
                new SiteOptions()
            );
            return FindingOf()
                .Match(Encode(site.Single(f => f.Path == "site/" + Paths.History(town.Code))))
                .Groups[1]
                .Value;
        }
    }

    [Fact]
    public void No_page_of_a_union_of_the_demo_takes_more_than_sixty_kilobytes()
    {
        // All periods of the repository's own data: their largest pages have most to say.
        var sizes = new ConcurrentBag<(int Bytes, string Path)>();
        Parallel.ForEach(
            SitePlan
                .Create(DemoData.Edition, new SiteOptions())
                .Where(f => UnionPage().IsMatch(f.Path["site/".Length..])),
            file => sizes.Add((file.Render().Content.Length, file.Path))
        );
        Assert.True(sizes.Count > 1_500);
        var (bytes, path) = sizes.Max();
        Assert.True(bytes <= 60 * 1024, $"{path}: {bytes}");
    }

    private static string Encode(OutputFile file) => Encoding.UTF8.GetString(file.Render().Content.Span);

    [GeneratedRegex("^(20[^/]+/)?unions/[^/]+/index.html$")]
    private static partial Regex UnionPage();

    [GeneratedRegex("<p class=\"finding\">(.*?)</p>")]
    private static partial Regex FindingOf();
}
