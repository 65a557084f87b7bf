using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Components;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Pages;
using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.Tests.Site;

public sealed partial class SiteTests(BuiltSite site) : IClassFixture<BuiltSite>
{
    [Fact]
    public void Every_link_and_resource_of_every_page_exists_here()
    {
        var broken = new List<string>();
        foreach (var path in site.Pages)
        {
            var root = new Uri("https://site.test/" + (path == Paths.NotFound ? "" : path));
            foreach (var element in site.Parse(path).QuerySelectorAll("[href],[src]"))
            {
                var link = element.GetAttribute("href") ?? element.GetAttribute("src")!;
                if (
                    link.StartsWith("https://beian.miit.gov.cn", StringComparison.Ordinal)
                    || element.GetAttribute("rel") == "canonical"
                    || link.StartsWith("tel:", StringComparison.Ordinal)
                )
                {
                    continue;
                }

                link =
                    path == Paths.NotFound && link.StartsWith(site.Options.BasePath, StringComparison.Ordinal)
                        ? "/" + link[site.Options.BasePath.Length..]
                        : link;
                var target = new Uri(root, link);
                var file = Uri.UnescapeDataString(target.AbsolutePath.TrimStart('/'));
                if (target.Host != "site.test" || (!site.Has(file) && link.Length > 0 && !link.StartsWith('#')))
                {
                    broken.Add($"{path}: {link}");
                }
                else if (
                    target.Fragment.Length > 1
                    && file.EndsWith(".html", StringComparison.Ordinal)
                    && !site.Text(file)
                        .Contains($"id=\"{Uri.UnescapeDataString(target.Fragment[1..])}\"", StringComparison.Ordinal)
                )
                {
                    broken.Add($"{path}: {link} (no such anchor)");
                }
            }
        }

        Assert.Empty(broken.Distinct(StringComparer.Ordinal).Take(20));
    }

    [Fact]
    public void A_wrong_address_needs_nothing_else_where_the_address_of_the_site_is_not_known()
    {
        var edition = SampleEdition.Create();
        var files = SitePlan.Create(
            edition with
            {
                Settings = edition.Settings with { BaseUrl = "" },
            },
            new SiteOptions()
        );
        var page = new HtmlParser().ParseDocument(Encode(files.Single(f => f.Path == "site/" + Paths.NotFound)));
        var digest = Convert.ToBase64String(
            SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector("style")!.TextContent))
        );
        Assert.Contains(
            $"style-src 'sha256-{digest}'",
            page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"),
            StringComparison.Ordinal
        );
        Assert.Empty(page.QuerySelectorAll("[src],link[rel=stylesheet]"));
        Assert.All(
            page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!),
            link => Assert.Contains(files, f => f.Path == "site/" + link)
        );
    }

    [Fact]
    public void A_strict_policy_finds_nothing_inline()
    {
        foreach (var path in site.Kinds())
        {
            var page = site.Parse(path);
            Assert.Contains(
                "default-src 'self'",
                page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"),
                StringComparison.Ordinal
            );
            Assert.Empty(page.QuerySelectorAll("[style],style,script:not([src]):not([type='application/ld+json'])"));
            Assert.DoesNotContain(
                page.All,
                e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))
            );
        }
    }

    [Fact]
    public void Every_page_says_what_it_is_and_that_it_is_a_demonstration()
    {
        foreach (var path in site.Kinds())
        {
            var page = site.Parse(path);
            Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.EndsWith("（演示数据）", page.Title, StringComparison.Ordinal);
            Assert.NotEmpty(page.QuerySelector("meta[name=description]")!.GetAttribute("content")!);
            Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
            Assert.NotNull(page.QuerySelector("header .demo"));
            Assert.Equal("#main", page.QuerySelector("body > a.skip")?.GetAttribute("href"));
            Assert.NotNull(page.QuerySelector("main#main"));
            Assert.NotNull(page.QuerySelector("footer.colophon"));
            var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToArray();
            Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void Every_table_has_a_caption_scopes_and_a_focusable_region()
    {
        foreach (var path in site.Kinds().Where(p => !p.StartsWith("docs/", StringComparison.Ordinal)))
        {
            foreach (var table in site.Parse(path).QuerySelectorAll("table"))
            {
                Assert.False(string.IsNullOrWhiteSpace(table.QuerySelector("caption")?.TextContent), path);
                Assert.All(table.QuerySelectorAll("th"), th => Assert.True(th.HasAttribute("scope"), path));
                var region = table.ParentElement!;
                Assert.Equal("0", region.GetAttribute("tabindex"));
                Assert.False(string.IsNullOrEmpty(region.GetAttribute("aria-label")), path);
            }
        }
    }

    [Theory]
    [InlineData("2024/indexes/norm/index.html", "table.ranked", "单位 得分")]
    [InlineData("2024/indicators/R01/index.html", "table.ranked", "单位 得分")]
    [InlineData("2024/unions/ZT01J01/index.html", "table.indicators", "做什么 得分 可增总指数")]
    [InlineData("2024/tasks/index.html", "table[data-name=任务]", "任务 进度")]
    [InlineData("2024/index.html", "table.distribution", "指数 层级 中位")]
    public void A_table_begins_with_what_it_is_read_for_as_a_phone_shows_no_more(
        string path,
        string selector,
        string heads
    )
    {
        var table = site.Parse(path).QuerySelector(selector)!;
        Assert.StartsWith(
            heads,
            string.Join(' ', table.QuerySelectorAll("thead th").Select(h => h.TextContent)),
            StringComparison.Ordinal
        );
    }

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
    public void Activities_of_earlier_years_are_folded_away()
    {
        var edition = SampleEdition.Create();
        var programme = edition.Programmes.First(g => g.Activities.Length > 0);
        var activity = programme.Activities[0];
        var earlier = activity with { Start = activity.Start.AddYears(-1) };
        var files = SitePlan.Create(
            edition with
            {
                Programmes = [programme with { Activities = [activity, earlier] }],
            },
            new SiteOptions()
        );
        var page = Encode(files.Single(f => f.Path == "site/" + Paths.Programme(programme.Slug)));
        Assert.Single(Earlier().Matches(page));
        Assert.True(
            page.IndexOf($"{activity.Start.Year}年</caption>", StringComparison.Ordinal)
                < page.IndexOf("<details class=\"earlier\">", StringComparison.Ordinal)
        );
        Assert.Contains($"<summary>{earlier.Start.Year}年活动（列出1项）</summary>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_quality_names_tables_not_codes_or_files_and_the_period_that_was_corrected()
    {
        var edition = SampleEdition.Create();
        var (period, unit) = (edition.Latest.Period, edition.Latest.Unions[0]);
        var files = SitePlan.Create(
            edition with
            {
                Notes = [new(period, "FG0411", "指标值.csv", "有3项没有报，按缺报处理。", 3)],
                Corrections =
                [
                    new()
                    {
                        Period = period.YearBefore,
                        PublishedWith = period,
                        Organisation = unit.Code,
                        OrganisationName = unit.Name,
                        On = period.Start,
                        Values = new("81.20", "79.60", "分母更正。"),
                    },
                ],
            },
            new SiteOptions()
        );
        var page = Encode(files.Single(f => f.Path == "site/" + Paths.DataQuality(period)));
        Assert.Contains($"更正1处，更正的是{period.YearBefore.Title}的数据。", page, StringComparison.Ordinal);
        Assert.Contains("<td>指标值</td><td>有3项没有报，按缺报处理。</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("FG0411", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Programmes_begin_with_what_they_did_and_which_held_most_sessions()
    {
        var edition = SampleEdition.Create();
        var totals = edition
            .Programmes.SelectMany(g => g.Totals, (g, t) => (g.Title, t.Period, t.Total.Sessions))
            .ToArray();
        var most = totals.Where(t => t.Period == totals.Max(n => n.Period)).MaxBy(t => t.Sessions);
        Assert.EndsWith(
            $"场次最多的专题是“{most.Title}”，{most.Sessions}场。",
            site.Parse(Paths.Programmes).QuerySelector(".finding")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_column_that_says_the_same_of_every_town_is_left_out()
    {
        var lists = site.Parse("2024/indexes/norm/index.html").QuerySelectorAll("table.ranked");
        Assert.DoesNotContain("所属", lists[0].QuerySelector("thead")!.TextContent, StringComparison.Ordinal);
        Assert.All(
            lists[0].QuerySelectorAll("tr"),
            r => Assert.Equal(lists[0].QuerySelectorAll("th[scope=col]").Length, r.Children.Length)
        );
        Assert.All(
            lists[1].QuerySelectorAll("tr"),
            r => Assert.Equal(lists[1].QuerySelectorAll("th[scope=col]").Length, r.Children.Length)
        );
    }

    [Fact]
    public void Headings_never_skip_a_level()
    {
        foreach (var path in site.Kinds())
        {
            var level = 0;
            foreach (var heading in site.Parse(path).QuerySelectorAll("h1,h2,h3,h4"))
            {
                var next = heading.LocalName[1] - '0';
                Assert.True(next <= level + 1, $"{path}: {heading.TextContent}");
                level = next;
            }
        }
    }

    [Fact]
    public void Named_guidance_and_overdue_units_stay_inside()
    {
        string[] secrets = ["建会摸排任务连续两次逾期", "经审问题逾期未整改\"", "D001", "D002"];
        foreach (
            var path in site.Paths.Where(p =>
                p.EndsWith(".html", StringComparison.Ordinal)
                || p.EndsWith(".js", StringComparison.Ordinal)
                || p.EndsWith(".xml", StringComparison.Ordinal)
            )
        )
        {
            var text = site.Text(path);
            Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Chinese_is_written_as_itself_and_markup_in_names_is_inert()
    {
        var edition = SampleEdition.Create();
        var town = edition.Latest.Towns[0];
        var evil = town with { Organisation = town.Organisation with { Name = "<script>alert(1)</script>&\"'工会" } };
        var latest = edition.Latest with { Towns = edition.Latest.Towns.SetItem(0, evil) };
        var files = SitePlan.Create(
            edition with
            {
                Periods = edition.Periods.SetItem(edition.Periods.Length - 1, latest),
            },
            new SiteOptions()
        );
        var page = Encode(files.Single(f => f.Path == "site/" + Paths.Town(latest.Period, town.Code)));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x4", page, StringComparison.Ordinal);
        Assert.Contains("工会", page, StringComparison.Ordinal);
        var compare = Encode(files.Single(f => f.Path == $"site/compare/{latest.Period}.0.js"));
        Assert.DoesNotContain("<script>", compare, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pages_for_one_address_are_an_error()
    {
        var edition = SampleEdition.Create();
        edition = edition with { Pages = edition.Pages.Add(new PageView("commendations", "撞名", 1, "正文")) };
        Assert.Contains(
            "commendations/index.html",
            Assert.Throws<InvalidOperationException>(() => SitePlan.Create(edition, new SiteOptions())).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rendering_in_any_order_and_in_parallel_gives_the_same_bytes()
    {
        var edition = SampleEdition.Create();
        var again = SitePlan.Create(edition, SampleEdition.Options(edition));
        Assert.Equal(site.Files.Select(f => f.Path), again.Select(f => f.Path));
        Assert.Equal(again.Select(f => f.Path).Order(StringComparer.Ordinal), again.Select(f => f.Path));
        Parallel.ForEach(again.Reverse(), file => Assert.Equal(site.Text(file.Path["site/".Length..]), Encode(file)));
    }

    [Fact]
    public void A_union_page_stays_under_sixty_kilobytes() =>
        Assert.All(site.Pages.Where(p => UnionPage().IsMatch(p)), p => Assert.InRange(site.Size(p), 1, 60 * 1024));

    [Fact]
    public void Every_page_component_is_one_kind_and_every_kind_has_pages()
    {
        var written = typeof(PageBase)
            .Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(PageBase)));
        Assert.Equal(
            written.Select(t => t.Name).Order(StringComparer.Ordinal),
            PageKinds.All.Select(k => k.Component.Name).Order(StringComparer.Ordinal)
        );
        var planned = new[] { SampleEdition.Create(), SampleEdition.Large() }
            .SelectMany(e =>
                SitePlan
                    .Gather(e, new SiteOptions { Departures = [new("gone/index.html", "已撤下。", null, "")] })
                    .Pages
            )
            .Select(p => p.Kind)
            .ToHashSet();
        Assert.Empty(PageKinds.All.Where(k => !planned.Contains(k)).Select(k => k.Component.Name));
    }

    [Fact]
    public void A_kind_is_found_unless_it_says_that_it_is_not()
    {
        var (model, pages) = SitePlan.Gather(SampleEdition.Create(), new SiteOptions());
        var found = SearchEntries.Of(model).Select(e => e.Url.Split('#')[0]).ToHashSet(StringComparer.Ordinal);
        var kinds = pages.Where(p => found.Contains(p.Path)).Select(p => p.Kind).ToHashSet();
        Assert.All(PageKinds.All, k => Assert.Equal(k.IsSearched, kinds.Contains(k)));
    }

    [Fact]
    public void Published_addresses_stay()
    {
        // Addresses of the first edition: a published address never dies. Add to this list, never take from it.
        string[] published =
        [
            "index.html",
            "2024/index.html",
            "2024/unions/index.html",
            "2024/indexes/red/index.html",
            "2024/indexes/norm/index.html",
            "2024/indexes/vigour/index.html",
            "2024/indexes/warmth/index.html",
            "2024/indexes/harmony/index.html",
            "2024/indicators/R01/index.html",
            "2024/towns/ZT01/index.html",
            "2024/unions/ZT01J01/index.html",
            "unions/ZT01J01/index.html",
            "unions/ZT01/index.html",
            "2024/tasks/index.html",
            "2024/tasks/T001/index.html",
            "2024/guidance/index.html",
            "2024/needs/index.html",
            "commendations/index.html",
            "cases/index.html",
            "cases/home-visits/index.html",
            "programmes/index.html",
            "programmes/lectures/index.html",
            "reports/index.html",
            "compare/index.html",
            "search/index.html",
            "methodology/2024/index.html",
            "data/index.html",
            "data-quality/2024/index.html",
            "docs/index.html",
            "docs/manual/index.html",
            "archive/index.html",
            "elder/index.html",
            "404.html",
            "feed.xml",
            "sitemap.xml",
            "robots.txt",
            "manifest.webmanifest",
            "about/index.html",
            "docs/dictionary/index.html",
            "docs/settings/index.html",
            "docs/diagnostics/index.html",
            "docs/deploy/index.html",
            "data/2024/scores.csv",
            "data/2024/scores.json",
            "data/2024/indicators.csv",
            "data/2024/commendations.csv",
            "data/2024/catalogue.csv",
            "reports/2024/annual.pdf",
            "reports/2024/towns/ZT01.pdf",
            "reports/2024/unions/ZT01J01.pdf",
        ];
        Assert.DoesNotContain(published, p => !site.Has(p));
        // A new kind of page gets its line above with its first edition.
        Assert.Empty(
            site.Pages.Select(BuiltSite.KindOf)
                .Except(published.Where(p => p.EndsWith(".html", StringComparison.Ordinal)).Select(BuiltSite.KindOf))
        );
    }

    [Fact]
    public void Every_page_says_first_what_was_found_or_why_it_exists()
    {
        foreach (var path in site.Kinds().Where(p => p != Paths.Home))
        {
            // The home page's headline is the finding itself; a written page's is its first paragraph.
            var first = site.Parse(path)
                .QuerySelector("main .finding, main .written > :first-child, main figure, main table");
            Assert.True(first is not null && (first.ClassList.Contains("finding") || first.LocalName == "p"), path);
            Assert.NotEmpty(first.TextContent.Trim());
        }
    }

    [Theory]
    [InlineData("", false, "User-agent: *\nAllow: /\n")]
    [InlineData(
        "https://example.cn/fugong",
        false,
        "User-agent: *\nAllow: /\nSitemap: https://example.cn/fugong/sitemap.xml\n"
    )]
    [InlineData("https://example.cn", true, "User-agent: *\nDisallow: /\n")]
    public void Robots_name_the_sitemap_only_where_its_full_address_is_known_and_keep_out_of_a_demo(
        string address,
        bool demo,
        string expected
    )
    {
        var edition = SampleEdition.Create();
        edition = edition with { Settings = edition.Settings with { BaseUrl = address, Demo = demo } };
        Assert.Equal(
            expected,
            System.Text.Encoding.UTF8.GetString(
                SitePlan
                    .Create(edition, SampleEdition.Options(edition))
                    .Single(f => f.Path == "site/robots.txt")
                    .Render()
                    .Content.Span
            )
        );
    }

    [Fact]
    public void The_style_sheet_knows_every_ink_of_the_figures()
    {
        var css = System.Text.Encoding.UTF8.GetString(SiteAssets.All["site.css"].Bytes.Span);
        Assert.All(
            Palette.Tokens,
            t =>
            {
                Assert.Contains($".f-{t} {{ fill: var(--{t}); }}", css, StringComparison.Ordinal);
                Assert.Contains($".s-{t} {{ stroke: var(--{t}); }}", css, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Forecasts_are_marked_as_such()
    {
        var page = site.Parse("cases/home-visits/index.html");
        Assert.Equal("预计120人", page.QuerySelector(".case-figures .forecast dd")!.TextContent);
        Assert.Contains("80余人", page.QuerySelector(".case-figures")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_pdfs_or_data_files_nothing_links_to_one()
    {
        var files = SitePlan.Create(SampleEdition.Create(), new SiteOptions());
        Assert.All(files.Where(f => f.Kind == OutputKind.Page), f => Assert.DoesNotMatch(FileLink(), Encode(f)));
    }

    [Fact]
    public void Footer_records_are_omitted_when_empty_and_shown_when_given()
    {
        Assert.Null(site.Parse("index.html").QuerySelector(".records"));
        var edition = SampleEdition.Create(demo: false);
        edition = edition with { Settings = edition.Settings with { IcpRecord = "示ICP备00000000号" } };
        var home = Encode(SitePlan.Create(edition, new SiteOptions()).Single(f => f.Path == "site/index.html"));
        Assert.Contains("示ICP备00000000号", home, StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", home, StringComparison.Ordinal);
        Assert.DoesNotContain("演示数据", home, StringComparison.Ordinal);
    }

    private static string Encode(OutputFile file) => System.Text.Encoding.UTF8.GetString(file.Render().Content.Span);

    [GeneratedRegex("^20[^/]+/unions/[^/]+/index.html$")]
    private static partial Regex UnionPage();

    [GeneratedRegex("<details class=\"earlier\">")]
    private static partial Regex Earlier();

    [GeneratedRegex("<p class=\"finding\">(.*?)</p>")]
    private static partial Regex FindingOf();

    [GeneratedRegex("href=\"[^\"]*\\.(pdf|csv|json)\"")]
    private static partial Regex FileLink();
}
