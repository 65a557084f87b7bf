using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Pages;
using FuGongJianJia.Theme.Site.Search;

namespace FuGongJianJia.Tests.Site;

/// <summary>The list of all pages（全站清单）: what there is, under which address, made in any order.</summary>
public sealed partial class SiteTests(BuiltSite site) : IClassFixture<BuiltSite>
{
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
            Encoding.UTF8.GetString(
                SitePlan
                    .Create(edition, SampleEdition.Options(edition))
                    .Single(f => f.Path == "site/robots.txt")
                    .Render()
                    .Content.Span
            )
        );
    }

    [Fact]
    public void Without_pdfs_or_data_files_nothing_links_to_one()
    {
        var files = SitePlan.Create(SampleEdition.Create(), new SiteOptions());
        Assert.All(files.Where(f => f.Kind == OutputKind.Page), f => Assert.DoesNotMatch(FileLink(), Encode(f)));
    }

    private static string Encode(OutputFile file) => Encoding.UTF8.GetString(file.Render().Content.Span);

    [GeneratedRegex("href=\"[^\"]*\\.(pdf|csv|json)\"")]
    private static partial Regex FileLink();
}
