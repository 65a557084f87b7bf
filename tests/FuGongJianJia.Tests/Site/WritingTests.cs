using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions;
using FuGongJianJia.Import.Articles;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Site.Writing;

namespace FuGongJianJia.Tests.Site;

/// <summary>What people wrote, on the pages: pictures, best practices; and what a host is told of the site.</summary>
public sealed class WritingTests
{
    private static readonly byte[] Picture =
    [
        0x89,
        0x50,
        0x4E,
        0x47,
        0x0D,
        0x0A,
        0x1A,
        0x0A,
        0,
        0,
        0,
        13,
        .. "IHDR"u8,
        0,
        0,
        2,
        0x80,
        0,
        0,
        1,
        0xE0,
    ];

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
                new WrittenPage("docs/start", "开始", 1, "先看一眼。\n\n![屏幕上的小结](images/build.png)")
            ),
        };
        Assert.Equal(["images/build.png"], SiteMarkdown.Images(edition.Pages[^1].Body));
        var files = Plan(edition, "images/build.png");
        var image = Assert.Single(Parse(files, Paths.Doc("start")).QuerySelectorAll("main img"));
        Assert.Equal(
            ("../../images/images/build.png", "屏幕上的小结", "640", "480"),
            (
                image.GetAttribute("src"),
                image.GetAttribute("alt"),
                image.GetAttribute("width"),
                image.GetAttribute("height")
            )
        );
        Assert.Contains(files, f => f.Path == "site/images/images/build.png");
    }

    [Fact]
    public void A_picture_that_is_not_published_leaves_no_hole()
    {
        var edition = SampleEdition.Create();
        var story = edition.Cases[0] with { Body = "前。\n\n![合影](images/people.png)\n\n后。" };
        var files = Plan(edition with { Cases = edition.Cases.SetItem(0, story) });
        Assert.Empty(Parse(files, Paths.Case(story.Slug)).QuerySelectorAll("main img"));
        Assert.DoesNotContain(files, f => f.Path.EndsWith("people.png", StringComparison.Ordinal));
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
    public void A_shared_page_shows_the_mark_where_the_site_knows_its_address()
    {
        var edition = SampleEdition.Create();
        var picture = (string address) =>
            Parse(Plan(edition with { Settings = edition.Settings with { BaseUrl = address } }), Paths.Home)
                .QuerySelector("meta[property='og:image']")
                ?.GetAttribute("content");
        Assert.Null(picture(""));
        Assert.StartsWith(
            "https://example.cn/a/assets/icon-512.",
            picture("https://example.cn/a"),
            StringComparison.Ordinal
        );
    }

    private static ImmutableArray<OutputFile> Plan(Edition edition, params string[] images) =>
        SitePlan.Create(
            edition,
            SampleEdition.Options(edition) with
            {
                Images = new SiteOptions().Images.AddRange(
                    images.Select(i => KeyValuePair.Create(i, (ReadOnlyMemory<byte>)Picture))
                ),
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
