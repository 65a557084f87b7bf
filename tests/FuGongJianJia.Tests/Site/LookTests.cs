using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.Pictures;
using FuGongJianJia.Tests.Pictures;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Office;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

/// <summary>
/// The look of input/theme on the pages, what is kept for reading offline, and what is told to be shared.
/// </summary>
public sealed class LookTests
{
    [Fact]
    public void Words_of_the_menu_are_those_of_the_pages() =>
        Assert.Equal(SiteLook.MenuWords, PageKinds.All.Select(k => k.Menu).OfType<string>());

    [Fact]
    public void Without_a_folder_nothing_is_added()
    {
        var site = Plan(new SiteLook());
        Assert.DoesNotContain(site, f => f.Path.StartsWith("site/assets/look.", StringComparison.Ordinal));
        Assert.NotNull(Parse(site, "index.html").QuerySelector(".imprint .mark"));
    }

    [Fact]
    public void Only_what_differs_is_said_and_night_keeps_its_own()
    {
        var built = new SiteLook();
        var css = Style(
            built with
            {
                Light = built.Light with { Accent = "#1F4E79" },
                Style = "main { color: red; }\n",
            }
        );
        Assert.Contains("--cinnabar: #1F4E79;", css, StringComparison.Ordinal);
        Assert.Contains("--cinnabar: #E8857C;", css, StringComparison.Ordinal);
        Assert.EndsWith("main { color: red; }\n", css, StringComparison.Ordinal);
        var day = css[..css.IndexOf("dark", StringComparison.Ordinal)];
        Assert.DoesNotContain("--paper:", day, StringComparison.Ordinal);
    }

    [Fact]
    public void Fonts_stand_before_the_built_in_ones()
    {
        var css = Style(new SiteLook { HeadingFonts = ["方正小标宋简体", "My Font"] });
        Assert.Contains(
            "--song: \"方正小标宋简体\", \"My Font\", \"Source Han Serif SC\"",
            css,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_font_file_is_sent_with_its_licence_and_goes_before_the_names()
    {
        byte[] font = [.. "wOF2"u8, 1, 2, 3];
        var look = new SiteLook
        {
            HeadingFile = new LookFont("biaoti.woff2", "SIL Open Font License 1.1", font),
            HeadingFonts = ["My Font"],
        };
        var css = Style(look);
        Assert.StartsWith("/* biaoti.woff2: SIL Open Font License 1.1 */\n@font-face {", css, StringComparison.Ordinal);
        Assert.Contains("--song: \"own-heading\", \"My Font\", \"Source", css, StringComparison.Ordinal);
        var name = css[
            (css.IndexOf("url(\"", StringComparison.Ordinal) + 5)..css.IndexOf("\")", StringComparison.Ordinal)
        ];
        var file = Plan(look).Single(f => f.Path == "site/" + Paths.Assets + name);
        Assert.Equal(font, file.Render().Content.ToArray());
    }

    [Fact]
    public void What_the_office_puts_first_comes_first_and_its_lines_stand_below()
    {
        var site = Plan(new SiteLook { Menu = ["报告", "案例"], Footer = ["值班室", "[关于](../pages/about.md)"] });
        var page = Parse(site, "2024/index.html");
        Assert.Equal(
            ["报告", "案例", "总览", "五大指数"],
            page.QuerySelectorAll("nav.main a").Take(4).Select(a => a.TextContent.Trim())
        );
        Assert.Equal(["值班室", "关于"], page.QuerySelectorAll(".own-line").Select(l => l.TextContent.Trim()));
        Assert.Equal("../about/index.html", page.QuerySelector(".own-line a")!.GetAttribute("href"));
    }

    [Fact]
    public void The_mark_of_the_office_takes_the_place_of_the_seal()
    {
        var picture = PictureReader.Read("a.png", PictureSamples.Transparent(120, 40), printed: false).Picture!;
        var site = Plan(
            new SiteLook { Logo = "theme/a.png" },
            o => o with { Images = o.Images.Add("theme/a.png", picture) }
        );
        var logo = Parse(site, "2024/index.html").QuerySelector(".imprint img.logo")!;
        Assert.Equal(
            ("", "120", "40"),
            (logo.GetAttribute("alt"), logo.GetAttribute("width"), logo.GetAttribute("height"))
        );
        Assert.Contains(site, f => "../" + f.Path["site/".Length..] == logo.GetAttribute("src"));
    }

    [Fact]
    public void The_worker_is_there_only_where_it_is_wanted()
    {
        Assert.DoesNotContain(Plan(new()), f => f.Path == "site/" + Offline.Path);
        Assert.Null(Parse(Plan(new()), "index.html").Body!.GetAttribute("data-offline"));
        var site = Plan(new(), settings: s => s with { WorksOffline = true });
        Assert.Contains(site, f => f.Path == "site/" + Offline.Path);
        Assert.NotNull(Parse(site, "index.html").Body!.GetAttribute("data-offline"));
    }

    [Fact]
    public void A_page_tells_those_who_share_it_its_name_its_line_and_a_square_picture()
    {
        var page = Parse(
            Plan(new(), settings: s => s with { BaseUrl = "https://example.cn/a/" }),
            "2024/unions/index.html"
        );
        string? Item(string name) => page.QuerySelector($"meta[itemprop={name}]")?.GetAttribute("content");
        Assert.StartsWith("2024年全部工会", Item("name"), StringComparison.Ordinal);
        Assert.Equal(page.QuerySelector("meta[name=description]")!.GetAttribute("content"), Item("description"));
        Assert.StartsWith("https://example.cn/a/assets/icon-512.", Item("image"), StringComparison.Ordinal);
        Assert.Contains(
            page.QuerySelectorAll("script[type='application/ld+json']"),
            s => s.TextContent.Contains("BreadcrumbList", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_article_for_wechat_carries_every_style_with_it_and_fetches_nothing()
    {
        var edition = SampleEdition.Create();
        var file = WeChatArticle.Files(edition).Single(f => f.Path == WeChatArticle.PathOf(Period.OfYear(2024)));
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(file.Render().Content.Span));
        var article = page.QuerySelector("main > section")!;
        Assert.All(
            article.QuerySelectorAll("p, table, th, td").Prepend(article),
            e => Assert.False(string.IsNullOrEmpty(e.GetAttribute("style")), e.OuterHtml)
        );
        Assert.Empty(page.QuerySelectorAll("[class], [src], [href], script, style, link"));
        Assert.Equal(7, article.QuerySelectorAll("tr").Length);
        var made = new WeChatArticle(edition, edition.Periods.Single(p => p.Period == Period.OfYear(2024)));
        Assert.InRange(made.Title.Length, 1, 64);
        Assert.InRange(made.Digest.Length, 1, 120);
    }

    private static string Style(SiteLook look) => Encoding.UTF8.GetString(LookStyle.Of(look)!.Bytes);

    private static ImmutableArray<OutputFile> Plan(
        SiteLook look,
        Func<SiteOptions, SiteOptions>? options = null,
        Func<Settings, Settings>? settings = null
    )
    {
        PublicEdition edition = SampleEdition.Create();
        var own = edition.Settings with { Look = look };
        edition = edition with { Settings = settings?.Invoke(own) ?? own };
        var given = SampleEdition.Options(edition);
        return SitePlan.Create(edition, options?.Invoke(given) ?? given);
    }

    private static IHtmlDocument Parse(ImmutableArray<OutputFile> files, string path) =>
        new HtmlParser().ParseDocument(
            Encoding.UTF8.GetString(files.Single(f => f.Path == "site/" + path).Render().Content.Span)
        );
}
