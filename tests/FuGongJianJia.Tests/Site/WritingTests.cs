using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Pictures;
using FuGongJianJia.Tests.Pictures;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Writing;

namespace FuGongJianJia.Tests.Site;

/// <summary>What people wrote, on the pages: pictures, best practices; and what a host is told of the site.</summary>
public sealed class WritingTests
{
    private static readonly Picture Picture = PictureReader
        .Read("a.png", PictureSamples.Transparent(1600, 1200), printed: false)
        .Picture!;

    [Fact]
    public void A_case_that_names_an_indicator_stands_on_its_page_and_leads_back()
    {
        var edition = SampleEdition.Create();
        var code = edition.Latest.Indicators[0].Code;
        var files = Plan(
            edition with
            {
                Cases = [edition.Cases[0] with { Indicators = [code] }, .. edition.Cases.Skip(1)],
            }
        );
        var page = Parse(files, Paths.Indicator(edition.Latest.Period, code));
        Assert.Contains(page.QuerySelectorAll("h2"), h => h.TextContent == "可以借鉴的做法");
        Assert.Equal([edition.Cases[0].Title], page.QuerySelectorAll(".stories h3").Select(h => h.TextContent));
        Assert.Contains(
            Parse(files, Paths.Case(edition.Cases[0].Slug)).QuerySelectorAll("main a"),
            a => a.GetAttribute("href")!.EndsWith($"/indicators/{code}/index.html", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            Parse(files, Paths.Indicator(edition.Latest.Period, edition.Latest.Indicators[1].Code))
                .QuerySelectorAll("h2"),
            h => h.TextContent == "可以借鉴的做法"
        );
    }

    [Fact]
    public void A_picture_of_a_written_page_is_published_with_its_words_and_size()
    {
        var edition = SampleEdition.Create();
        edition = edition with
        {
            Pages = edition.Pages.Add(
                new PageView(
                    "docs/start",
                    "开始",
                    1,
                    "先看一眼。\n\n![屏幕上的小结](images/build.png)\n\n![再看一眼](./images/build.png)"
                )
            ),
        };
        Assert.Equal(["images/build.png", "images/build.png"], ArticleMarkdown.Images(edition.Pages[^1].Body));
        var files = Plan(edition, "images/build.png");
        var (first, second) = Parse(files, Paths.Doc("start")).QuerySelectorAll("main img") is [var one, var two]
            ? (one, two)
            : throw new InvalidOperationException("There are two pictures.");
        Assert.Equal(
            ($"../../images/{Picture.Id}-1440.png", "屏幕上的小结", "1440", "1080"),
            (
                first.GetAttribute("src"),
                first.GetAttribute("alt"),
                first.GetAttribute("width"),
                first.GetAttribute("height")
            )
        );
        Assert.Equal(
            $"../../images/{Picture.Id}-720.png 720w, ../../images/{Picture.Id}-1440.png 1440w",
            first.GetAttribute("srcset")
        );
        Assert.Equal((null, "lazy"), (first.GetAttribute("loading"), second.GetAttribute("loading")));
        Assert.Equal(
            [$"site/images/{Picture.Id}-1440.png", $"site/images/{Picture.Id}-720.png"],
            files.Select(f => f.Path).Where(p => p.StartsWith("site/images/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_picture_that_is_not_published_leaves_no_hole()
    {
        var edition = SampleEdition.Create();
        var story = edition.Cases[0] with { Body = "前。\n\n![合影](images/people.png)\n\n后。" };
        var files = Plan(edition with { Cases = edition.Cases.SetItem(0, story) });
        Assert.Empty(Parse(files, Paths.Case(story.Slug)).QuerySelectorAll("main img"));
        Assert.DoesNotContain(files, f => f.Path.StartsWith("site/images/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_manifest_and_the_touch_icon_name_pictures_of_their_size_by_relative_address()
    {
        var files = Plan(SampleEdition.Create());
        var manifest = JsonNode.Parse(Text(files, WebManifest.Path))!;
        Assert.Equal("./", (string)manifest["scope"]!);
        foreach (var icon in manifest["icons"]!.AsArray())
        {
            var side = Side(files, (string)icon!["src"]!);
            Assert.Equal($"{side}x{side}", (string)icon["sizes"]!);
        }

        var touch = Parse(files, Paths.Docs).QuerySelector("link[rel=apple-touch-icon]")!.GetAttribute("href")!;
        Assert.StartsWith("../assets/", touch, StringComparison.Ordinal);
        Assert.Equal(180, Side(files, touch["../".Length..]));
    }

    [Fact]
    public void A_shared_page_shows_the_mark_by_its_full_address_where_that_is_known()
    {
        var edition = SampleEdition.Create();
        var picture = (string address) =>
            Parse(Plan(edition with { Settings = edition.Settings with { BaseUrl = address } }), Paths.Home)
                .QuerySelector("meta[property='og:image']")
                ?.GetAttribute("content");
        Assert.StartsWith("assets/icon-512.", picture(""), StringComparison.Ordinal);
        Assert.StartsWith(
            "https://example.cn/a/assets/icon-512.",
            picture("https://example.cn/a"),
            StringComparison.Ordinal
        );
    }

    private static ImmutableArray<OutputFile> Plan(PublicEdition edition, params string[] images) =>
        SitePlan.Create(
            edition,
            SampleEdition.Options(edition) with
            {
                Images = new SiteOptions().Images.AddRange(images.Select(i => KeyValuePair.Create(i, Picture))),
            }
        );

    private static ReadOnlyMemory<byte> Bytes(IReadOnlyList<OutputFile> files, string path) =>
        files.Single(f => f.Path == "site/" + path).Render().Content;

    private static string Text(IReadOnlyList<OutputFile> files, string path) =>
        Encoding.UTF8.GetString(Bytes(files, path).Span);

    private static IHtmlDocument Parse(IReadOnlyList<OutputFile> files, string path) =>
        new HtmlParser().ParseDocument(Text(files, path));

    private static int Side(IReadOnlyList<OutputFile> files, string path)
    {
        var bytes = Bytes(files, path).Span;
        var width = BinaryPrimitives.ReadInt32BigEndian(bytes[16..]);
        Assert.Equal(width, BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        return width;
    }
}
