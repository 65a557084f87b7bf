using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>
/// What every page has in common（页面的共同要求）: links that lead somewhere, a strict policy, headings, tables, words.
/// </summary>
public sealed class PageFormTests(BuiltSite site) : IClassFixture<BuiltSite>
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
        Assert.Equal(SiteHeaders.NotFoundStyle, $"sha256-{digest}");
        Assert.Contains($"'sha256-{digest}'", SiteHeaders.All[0].Value, StringComparison.Ordinal);
        Assert.Equal(
            2,
            File.ReadAllText(Repository.PathOf("input", "docs", "deploy.md")).Split(SiteHeaders.All[0].Value).Length - 1
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

    [Fact]
    public void The_style_sheet_knows_every_ink_of_the_figures()
    {
        var css = Encoding.UTF8.GetString(SiteAssets.All["site.css"].Bytes.Span);
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

    private static string Encode(OutputFile file) => Encoding.UTF8.GetString(file.Render().Content.Span);
}
