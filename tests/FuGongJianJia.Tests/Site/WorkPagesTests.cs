using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Office;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>
/// What readers come for, click by click on the demo: the unions behind a town's figure, tasks with their indicator and
/// guidance both ways, and for the office the unit that holds the oldest matter.
/// </summary>
public sealed class WorkPagesTests
{
    private static readonly Dictionary<string, OutputFile> Site = SitePlan
        .Create(DemoData.Edition, new SiteOptions())
        .ToDictionary(f => f.Path, StringComparer.Ordinal);

    private static readonly Dictionary<string, OutputFile> Office = OfficePlan
        .Create(DemoData.Office, new HashSet<string>(StringComparer.Ordinal))
        .ToDictionary(f => f.Path, StringComparer.Ordinal);

    [Fact]
    public void From_home_three_clicks_lead_to_the_unions_behind_a_towns_figure()
    {
        var period = DemoData.Edition.Latest;
        // The town in which most unions did not hold their assembly, and those unions, from the edition itself.
        var (town, failed) = period
            .Towns.Select(t =>
                (
                    Town: t,
                    Failed: period
                        .Unions.Where(u =>
                            u.Organisation.Parent == t.Code
                            && u.Standing.Counts
                            && u.IndicatorOf("X01") is { Reported: Reported.YesNo { Done: false } }
                        )
                        .Select(u => u.Code)
                        .ToArray()
                )
            )
            .MaxBy(t => t.Failed.Length);
        Assert.NotEmpty(failed);

        var first = Follow("site/index.html", Parse(Site, "site/index.html"), Paths.Town(period.Period, town.Code));
        var page = Parse(Site, first);
        var row = page.QuerySelectorAll("details").Single(d => d.QuerySelector("summary#X01") is not null);
        Assert.Contains(
            $"{failed.Length}家没有做到",
            row.QuerySelector("summary")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            failed.Select(f => "site/" + Paths.Union(period.Period, f)).Order(StringComparer.Ordinal),
            row.QuerySelectorAll("li a")
                .Select(a => Resolve(first, a.GetAttribute("href")!))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_town_names_only_unions_whose_own_page_shows_the_value()
    {
        foreach (var period in DemoData.Edition.Periods)
        {
            foreach (var town in period.Towns.Where(t => t.Standing.Counts))
            {
                var path = "site/" + Paths.Town(period.Period, town.Code);
                foreach (var details in Parse(Site, path).QuerySelectorAll(".open-rows details"))
                {
                    var code = details.QuerySelector("summary")!.Id!;
                    Assert.All(
                        details.QuerySelectorAll("li a"),
                        a =>
                        {
                            var union = period.Find(a.GetAttribute("href")!.Split('/')[^2])!.IndicatorOf(code)!;
                            Assert.True(union is { Withheld: Withheld.No, IsVeiled: false, Score: < 100m }, code);
                            Assert.Equal(Publicity.Figures, union.Indicator.Publicity);
                            Assert.False(union.IsEvent);
                        }
                    );
                }
            }
        }
    }

    [Fact]
    public void A_task_leads_to_its_indicator_and_guidance_and_they_lead_back()
    {
        var period = DemoData.Edition.Latest;
        foreach (var task in period.Tasks!.Tasks)
        {
            var path = "site/" + Paths.Task(period.Period, task.Code);
            var links = Links(path, Parse(Site, path));
            Assert.Contains("site/" + Paths.Tasks(period.Period), links);
            if (task.Indicator is not { } code)
            {
                continue;
            }

            var indicator = "site/" + Paths.Indicator(period.Period, code);
            Assert.Contains(indicator, links);
            Assert.Contains(path, Links(indicator, Parse(Site, indicator)));
        }

        var guidance = "site/" + Paths.Guidance(period.Period);
        var told = period.Guidance!.Subjects.Where(s => s.Indicator is not null).ToList();
        Assert.NotEmpty(told);
        Assert.All(
            told,
            s =>
            {
                var indicator = "site/" + Paths.Indicator(period.Period, s.Indicator!);
                Assert.Contains(indicator, Links(guidance, Parse(Site, guidance)));
                Assert.Contains(guidance, Links(indicator, Parse(Site, indicator)));
            }
        );
    }

    [Fact]
    public void No_page_of_the_site_leads_to_the_office_and_none_says_who_is_late()
    {
        foreach (
            var file in Site.Values.Where(f =>
                f.Kind == OutputKind.Page && f.Path.Contains("/tasks/", StringComparison.Ordinal)
            )
        )
        {
            var text = Encoding.UTF8.GetString(file.Render().Content.Span);
            Assert.DoesNotContain("internal/", text, StringComparison.Ordinal);
            Assert.DoesNotContain("退回重办，", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void From_the_offices_home_the_holder_of_the_oldest_matter_is_two_clicks_away()
    {
        var period = DemoData.Office.Latest;
        var oldest = period.Matters.Where(m => m.State.IsPending).MaxBy(m => m.State.Days)!;
        var board = Follow(OfficePage.Home, Parse(Office, OfficePage.Home), OfficePage.Tasks(period.Period));
        var page = Parse(Office, board);
        var row = page.QuerySelector("table.board tbody tr")!;
        Assert.Contains(oldest.HolderName, row.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            oldest.State.Days.ToString(System.Globalization.CultureInfo.InvariantCulture),
            row.TextContent,
            StringComparison.Ordinal
        );
        var union = Resolve(board, row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains(union, Site.Keys);
        // The three questions are answered on the first screen, before any table.
        Assert.Equal(
            ["卡在哪里", "该谁办", "还差几天"],
            page.QuerySelectorAll(".answers dt").Select(d => d.TextContent)
        );
    }

    [Fact]
    public void From_the_offices_home_three_clicks_lead_to_a_holder_a_shortfall_and_the_letter_to_one_of_them()
    {
        var office = DemoData.Office;
        var papers = ReportPlan
            .WithoutFonts(office, DemoData.Edition, new ReportOptions())
            .Select(f => f.Path)
            .ToHashSet(StringComparer.Ordinal);
        var pages = OfficePlan.Create(office, papers).ToDictionary(f => f.Path, StringComparer.Ordinal);
        var period = office.Latest;
        var home = Parse(pages, OfficePage.Home);

        // The first click: where the holder of the oldest matter stands on the board.
        var holder = home.QuerySelector("main section p a")!.GetAttribute("href")!;
        var board = Parse(pages, Resolve(OfficePage.Home, holder));
        var row = board.GetElementById(holder.Split('#')[1])!;
        Assert.Contains(period.Holders[0].Name, row.TextContent, StringComparison.Ordinal);

        // From home or from the board: the unions below 职代会, all of them and no other.
        var all = OfficePage.Shortfalls(period.Period);
        Assert.Contains(all, Links(OfficePage.Home, home));
        Assert.Contains(all, Links(OfficePage.Tasks(period.Period), board));
        var shortfalls = OfficePage.Shortfalls(period.Period, "X01");
        Assert.Contains(shortfalls, Links(all, Parse(pages, all)));
        var page = Parse(pages, shortfalls);
        var list = page.QuerySelector("table")!;
        var failed = period
            .Unions.Where(u => u.Standing.Counts && u.IndicatorOf("X01") is { Reported: Reported.YesNo { Done: false } })
            .Select(u => u.Name)
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.NotEmpty(failed);
        Assert.Equal(
            failed,
            list.QuerySelectorAll("tbody th").Select(h => h.TextContent.Trim()).Order(StringComparer.Ordinal)
        );

        // The last click: each of them has a paper that goes to it, and all that is linked is made.
        Assert.All(
            list.QuerySelectorAll("tbody tr"),
            r => Assert.Contains(r.QuerySelectorAll("a"), a => a.TextContent == "反馈意见书")
        );
        var letters = page.QuerySelectorAll("main a[href$='.pdf'],main a[href$='.docx']")
            .Select(a => Resolve(shortfalls, a.GetAttribute("href")!))
            .ToArray();
        Assert.Contains(letters, l => l.Contains("/letters/", StringComparison.Ordinal));
        Assert.All(letters, l => Assert.Contains(l, papers));
    }

    [Fact]
    public void The_ladder_tells_what_happened_after_each_rung()
    {
        var period = DemoData.Office.Latest;
        var page = Parse(Office, OfficePage.Guidance(period.Period));
        var rows = page.QuerySelectorAll("tbody tr").ToArray();

        Assert.Equal(period.Named.GroupBy(g => (g.Organisation, g.Task ?? g.Matter)).Count(), rows.Length);
        foreach (var guidance in period.Named)
        {
            var row = rows.Single(r =>
                r.QuerySelector("th")!.TextContent.Trim() == guidance.OrganisationName
                && r.TextContent.Contains(guidance.Matter, StringComparison.Ordinal)
            );
            var cell = row.QuerySelector($"td[data-label='{guidance.Rung.Word()}']")!;
            Assert.Contains($"{guidance.IssuedOn:yyyy-MM-dd}", cell.TextContent, StringComparison.Ordinal);
            var (due, today) = (guidance.DueOn!.Value, period.DataDate);
            var followed = period.Named.FirstOrDefault(g =>
                (g.Organisation, g.Task, g.Matter) == (guidance.Organisation, guidance.Task, guidance.Matter)
                && g.Rung == guidance.Rung + 1
            );
            Assert.Contains(
                guidance.RectifiedOn is { } on ? $"{on.Year}年{on.Month}月{on.Day}日整改完成"
                    : followed is not null
                        ? $"没有整改，{followed.IssuedOn.Year}年{followed.IssuedOn.Month}月{followed.IssuedOn.Day}日"
                            + followed.Rung.Word()
                    : due < today ? $"没有整改，期限已过{today.DayNumber - due.DayNumber}天"
                    : due == today ? "今天到期"
                    : $"还差{due.DayNumber - today.DayNumber}天到期",
                cell.TextContent,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_page_of_the_office_stands_alone_and_leads_only_to_what_there_is()
    {
        foreach (var (path, file) in Office)
        {
            var page = Parse(Office, path);
            Assert.Empty(page.QuerySelectorAll("link,img,script[src]"));
            Assert.Contains(
                "default-src 'none'",
                page.QuerySelector("meta[http-equiv]")!.GetAttribute("content")!,
                StringComparison.Ordinal
            );
            Assert.Contains("内部资料", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.All(
                page.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).Where(h => !h.StartsWith('#')),
                h =>
                {
                    var target = Resolve(path, h);
                    Assert.True(Site.ContainsKey(target) || Office.ContainsKey(target), $"{file.Path}: {h}");
                }
            );
            Assert.All(
                page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]),
                id => Assert.NotNull(page.GetElementById(id))
            );
            Assert.All(page.QuerySelectorAll("table"), t => Assert.NotNull(t.QuerySelector("caption")));
            Assert.All(page.QuerySelectorAll("th"), th => Assert.True(th.HasAttribute("scope")));
        }
    }

    [Fact]
    public void A_union_page_is_its_list_of_what_to_do_within_60_KB()
    {
        var period = DemoData.Edition.Latest;
        foreach (
            var union in period.Unions.Where(u => u.Standing.Counts && u.Total is not null).Where((_, n) => n % 9 == 0)
        )
        {
            var path = "site/" + Paths.Union(period.Period, union.Code);
            Assert.True(
                Site[path].Render().Content.Length <= 60 * 1024,
                $"{path}: {Site[path].Render().Content.Length}"
            );
            var rows = Parse(Site, path).QuerySelectorAll("table.checklist tbody tr").ToArray();
            Assert.Equal(union.Indicators.Length, rows.Length);
            foreach (var (row, result) in rows.Zip(union.Indicators))
            {
                Assert.Contains(result.Indicator.Definition, row.TextContent, StringComparison.Ordinal);
                if (result.FallsShort)
                {
                    Assert.Contains(result.Indicator.Remedy, row.TextContent, StringComparison.Ordinal);
                    Assert.Contains(result.Indicator.Owner, row.TextContent, StringComparison.Ordinal);
                }

                // Three at most, of its group, and better.
                var peers = row.QuerySelectorAll("a.entry")
                    .Select(a => period.Find(a.GetAttribute("href")!.Split('/')[^2])!)
                    .ToArray();
                Assert.True(peers.Length <= 3);
                Assert.All(
                    peers,
                    p =>
                    {
                        Assert.Equal(union.Ranking.Group, p.Ranking.Group);
                        Assert.True(p.IndicatorOf(result.Code)!.Score > result.Score);
                    }
                );
            }
        }
    }

    [Fact]
    public void What_comes_next_is_the_next_tier_and_not_the_highest()
    {
        var period = DemoData.Edition.Latest;
        var steps = period
            .Unions.Select(u => u.IndicatorOf("H02"))
            .Where(i => i is { Reported: Reported.NamedTier { Word: "无" }, Score: not null })
            .ToList();
        Assert.NotEmpty(steps);
        Assert.All(steps, i => Assert.Equal("先到区级（70分）", i!.GapText));
    }

    private static IHtmlDocument Parse(Dictionary<string, OutputFile> files, string path) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(files[path].Render().Content.Span));

    private static string Resolve(string from, string href) =>
        Uri.UnescapeDataString(new Uri(new Uri("https://x.test/" + from), href).AbsolutePath[1..]);

    private static HashSet<string> Links(string from, IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main a[href]").Select(a => Resolve(from, a.GetAttribute("href")!))];

    // A click: the page has the link.
    private static string Follow(string from, IHtmlDocument page, string to)
    {
        var target = to.StartsWith("internal/", StringComparison.Ordinal) ? to : "site/" + to;
        Assert.Contains(target, Links(from, page));
        return target;
    }
}
