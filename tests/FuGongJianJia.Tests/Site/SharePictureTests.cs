using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using SkiaSharp;

namespace FuGongJianJia.Tests.Site;

/// <summary>The pictures that stand beside shared links（分享图）.</summary>
public sealed class SharePictureTests
{
    // WeChat cuts the square out of the middle; nothing may cross its edges, and nothing but white stands on them.
    private const int SquareFrom = (SharedPicture.FullWidth - SharedPicture.FullHeight) / 2;
    private const int SquareTo = SquareFrom + SharedPicture.FullHeight;

    private static readonly ImmutableArray<OutputFile> Plan = Create(SampleEdition.Create());

    [Fact]
    public void Every_main_page_has_its_own_and_the_others_that_of_the_page_above()
    {
        Assert.Equal("share/index.png", Picture(Plan, Paths.Home));
        Assert.Equal("share/2024/towns/ZT01.png", Picture(Plan, "2024/towns/ZT01/index.html"));
        Assert.Equal("share/2024/towns/ZT01.png", Picture(Plan, "2024/unions/ZT01J01/index.html"));
        Assert.Equal("share/2024/indicators/R01.png", Picture(Plan, "2024/indicators/R01/index.html"));
        Assert.Equal("share/cases/home-visits.png", Picture(Plan, "cases/home-visits/index.html"));
        Assert.Equal("share/2024.png", Picture(Plan, "methodology/2024/index.html"));
        Assert.Equal("share/index.png", Picture(Plan, "search/index.html"));
        var made = Pictures(Plan).Select(f => f.Path["site/".Length..]).ToHashSet(StringComparer.Ordinal);
        Assert.All(
            Plan.Where(f => f.Kind == OutputKind.Page).Select(f => Picture(Plan, f.Path["site/".Length..])),
            picture => Assert.Contains(picture, made)
        );
    }

    [Fact]
    public void The_setting_gives_every_page_its_own_or_none()
    {
        var edition = SampleEdition.Create();
        var every = Create(With(edition, SharePictures.Every));
        Assert.Equal("share/2024/unions/ZT01J01.png", Picture(every, "2024/unions/ZT01J01/index.html"));
        var none = Create(With(edition, SharePictures.None));
        Assert.Empty(Pictures(none));
        Assert.Equal(SiteAssets.PathOf("icon-512.png"), Picture(none, Paths.Home));
    }

    [Fact]
    public void Without_fonts_only_those_of_the_last_build_are_named()
    {
        var edition = SampleEdition.Create();
        var options = new SiteOptions { KeptPictures = ["share/index.png"] };
        var plan = SitePlan.Create(edition, options);
        Assert.Empty(Pictures(plan));
        Assert.Equal("share/index.png", Picture(plan, "2024/towns/ZT01/index.html"));
        Assert.Equal(
            Pictures(Plan).Select(f => f.Path),
            SitePlan.Pictures(edition, options).Select(f => f.Path).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_picture_is_light_and_its_square_is_whole()
    {
        foreach (var file in Pictures(Plan))
        {
            var png = file.Render().Content;
            Assert.InRange(png.Length, 1_000, 34_000);
            using var bitmap = SKBitmap.Decode(png.Span);
            Assert.Equal((SharedPicture.FullWidth, SharedPicture.FullHeight), (bitmap.Width, bitmap.Height));
            Square(bitmap, file.Path);
        }
    }

    [Fact]
    public void However_long_a_title_and_a_finding_are_nothing_is_cut()
    {
        var edition = SampleEdition.Create();
        var longest = string.Concat(Enumerable.Repeat("示例区云锦街道第二十七联合", 6)) + "工会";
        var towns = edition.Latest.Towns.SetItem(
            0,
            edition.Latest.Towns[0] with
            {
                Organisation = edition.Latest.Towns[0].Organisation with { Name = longest },
            }
        );
        var plan = Create(
            edition with
            {
                Settings = edition.Settings with
                {
                    Title = "示例区职工之家建设年度数据与案例汇编",
                    Publisher = longest,
                },
                Periods = edition.Periods.SetItem(edition.Periods.Length - 1, edition.Latest with { Towns = towns }),
            }
        );
        var file = plan.Single(f => f.Path == "site/" + Picture(plan, "2024/towns/ZT01/index.html"));
        using var bitmap = SKBitmap.Decode(file.Render().Content.Span);
        Square(bitmap, file.Path);
    }

    [Fact]
    public void A_picture_is_the_same_every_time_and_its_key_says_what_it_shows()
    {
        var edition = SampleEdition.Create();
        var again = Create(edition);
        var changed = Create(
            edition with
            {
                Settings = edition.Settings with
                {
                    Look = edition.Settings.Look with
                    {
                        Light = edition.Settings.Look.Light with { Accent = "#1F4E79" },
                    },
                },
            }
        );
        foreach (var path in new[] { "site/share/index.png", "site/share/2024/indicators/R01.png" })
        {
            var (first, second, other) = (Of(Plan), Of(again), Of(changed));
            Assert.NotNull(first.Key);
            Assert.Equal(first.Key, second.Key);
            Assert.NotEqual(first.Key, other.Key);
            Assert.Equal(first.Finish().Content.ToArray(), second.Finish().Content.ToArray());
            Assert.NotEqual(first.Finish().Content.ToArray(), other.Finish().Content.ToArray());

            Draft Of(ImmutableArray<OutputFile> plan) => plan.Single(f => f.Path == path).Begin();
        }
    }

    // Left and right of the words, and between them and the sides, all is ground.
    private static void Square(SKBitmap bitmap, string path)
    {
        var ground = bitmap.GetPixel(SquareFrom, 0);
        foreach (var x in new[] { SquareFrom, SquareFrom + 7, SquareTo - 8, SquareTo - 1 })
        {
            for (var y = 0; y < bitmap.Height; y++)
            {
                Assert.True(bitmap.GetPixel(x, y) == ground, $"{path}: ink at {x}, {y}");
            }
        }

        for (var x = SquareFrom; x < SquareTo; x++)
        {
            Assert.True(bitmap.GetPixel(x, 20) == ground && bitmap.GetPixel(x, 620) == ground, $"{path}: ink at {x}");
        }

        Assert.Contains(
            Enumerable.Range(SquareFrom, SharedPicture.FullHeight),
            x => Enumerable.Range(40, 500).Any(y => bitmap.GetPixel(x, y) != ground)
        );
    }

    private static PublicEdition With(PublicEdition edition, SharePictures which) =>
        edition with
        {
            Settings = edition.Settings with { SharePictures = which },
        };

    private static ImmutableArray<OutputFile> Create(PublicEdition edition) =>
        SitePlan.Create(edition, SampleEdition.Options(edition) with { Faces = TestFonts.Set });

    private static IEnumerable<OutputFile> Pictures(ImmutableArray<OutputFile> plan) =>
        plan.Where(f => f.Path.StartsWith("site/share/", StringComparison.Ordinal));

    // What og: and 微信 are told, as a path below the root; size and words stand beside it.
    private static string Picture(ImmutableArray<OutputFile> plan, string path)
    {
        var html = Encoding.UTF8.GetString(plan.Single(f => f.Path == "site/" + path).Render().Content.Span);
        var head = new HtmlParser().ParseDocument(html).Head!;
        string Of(string selector) => head.QuerySelector(selector)!.GetAttribute("content")!;
        var address = Of("meta[property='og:image']");
        Assert.Equal(address, Of("meta[itemprop=image]"));
        Assert.NotEmpty(Of("meta[property='og:image:alt']"));
        var isMark = address.Contains("icon-512", StringComparison.Ordinal);
        Assert.Equal(isMark ? "512" : "1200", Of("meta[property='og:image:width']"));
        Assert.Equal(isMark ? "512" : "630", Of("meta[property='og:image:height']"));
        return new Uri(new Uri("https://site.test/" + path), address).AbsolutePath[1..];
    }
}
