using System.Buffers.Binary;
using System.Text;
using FuGongJianJia.Pictures;
using SkiaSharp;

namespace FuGongJianJia.Tests.Pictures;

/// <summary>Pictures of pixels: what may be published of them, and why not.</summary>
public sealed class PictureReaderTests
{
    /// <summary>
    /// Where the four quarters of the file (0, 1 above, 2, 3 below) stand when it is upright, by Exif orientation.
    /// </summary>
    public static TheoryData<int, string> Orientations =>
        new()
        {
            { 1, "0123" },
            { 2, "1032" },
            { 3, "3210" },
            { 4, "2301" },
            { 5, "0213" },
            { 6, "2031" },
            { 7, "3120" },
            { 8, "1302" },
        };

    [Theory]
    [MemberData(nameof(Orientations))]
    public void A_photograph_stands_upright_on_pages_and_paper_and_tells_nothing_else(int orientation, string quarters)
    {
        var picture = Read("a.jpg", PictureSamples.FromTelephone(orientation));
        Assert.All(
            picture.Screen.Append(picture.Paper!),
            file =>
            {
                Assert.Equal(PictureFormat.Jpeg, file.Format);
                Assert.Equal(orientation < 5 ? (64, 32) : (32, 64), (file.Width, file.Height));
                Assert.Equal(quarters, Quarters(file));
                Assert.DoesNotContain("SECRET", Encoding.Latin1.GetString(file.Content.Span), StringComparison.Ordinal);
                Assert.Equal("D8 E0 DB DB C0 C4 C4 C4 C4 DA D9", Markers(file.Content.Span));
            }
        );
    }

    [Fact]
    public void A_png_is_written_anew_without_text_profile_or_anything_behind_its_end()
    {
        var secret = Encoding.ASCII.GetBytes("Author\0" + PictureSamples.Secret);
        byte[] png =
        [
            .. PictureSamples.WithChunk(PictureSamples.Screenshot(), "tEXt", secret),
            .. Encoding.ASCII.GetBytes(PictureSamples.Secret),
        ];
        var picture = Read("a.png", png);
        Assert.All(
            picture.Screen.Append(picture.Paper!),
            file => Assert.Equal((PictureFormat.Png, "0123"), (file.Format, Quarters(file)))
        );
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], Chunks(picture.Screen[0].Content.Span).Distinct());
        // Besides the pixels only how many bits of each count.
        Assert.Equal(["IHDR", "sBIT", "IDAT", "IEND"], Chunks(picture.Paper!.Content.Span).Distinct());
    }

    [Fact]
    public void A_screenshot_of_few_colours_stays_one_light_file_with_every_pixel_as_it_was()
    {
        var png = PictureSamples.Screenshot(1280, 800);
        var file = Assert.Single(Read("a.png", png).Screen);
        using var before = SKBitmap.Decode(png);
        using var after = SKBitmap.Decode(file.Content.Span);
        Assert.Equal(before.Pixels, after.Pixels);
    }

    [Fact]
    public void What_is_not_printed_has_no_file_for_paper() =>
        Assert.Null(PictureReader.Read("a.png", PictureSamples.Screenshot(), printed: false).Picture!.Paper);

    [Fact]
    public void A_large_picture_has_two_widths_for_pages_and_one_for_paper()
    {
        var picture = Read("a.jpg", PictureSamples.Photograph(3000, 1500));
        Assert.Equal([(720, 360), (1440, 720)], picture.Screen.Select(f => (f.Width, f.Height)));
        Assert.Equal((960, 480), (picture.Paper!.Width, picture.Paper.Height));
        Assert.All(
            picture.Screen.Append(picture.Paper),
            f =>
            {
                using var shown = SKBitmap.Decode(f.Content.Span);
                Assert.Equal((f.Width, f.Height), (shown.Width, shown.Height));
            }
        );
    }

    [Fact]
    public void A_small_picture_is_never_made_larger() =>
        Assert.Equal([(64, 32)], Read("a.jpg", PictureSamples.Photograph()).Screen.Select(f => (f.Width, f.Height)));

    [Fact]
    public void What_is_seen_decides_between_jpeg_and_png()
    {
        Assert.Equal(PictureFormat.Png, Read("a.png", PictureSamples.Screenshot()).Screen[0].Format);
        Assert.Equal(
            PictureFormat.Jpeg,
            Read("a.png", PictureSamples.Photograph(format: SKEncodedImageFormat.Png)).Screen[0].Format
        );
        Assert.Equal(PictureFormat.Png, Read("a.png", PictureSamples.Transparent()).Screen[0].Format);
    }

    [Fact]
    public void Transparency_stays_on_pages_and_becomes_white_on_paper()
    {
        var picture = Read("a.png", PictureSamples.Transparent());
        Assert.Equal(0, Pixel(picture.Screen[0], 50, 50).Alpha);
        Assert.Equal(SKColors.White, Pixel(picture.Paper!, 50, 50));
        Assert.Equal(SKColors.Red, Pixel(picture.Paper!, 5, 5));
    }

    [Fact]
    public void The_same_bytes_give_the_same_files()
    {
        var bytes = PictureSamples.Photograph(2000, 1000);
        var (first, second) = (Read("a.jpg", bytes), Read("b.jpeg", bytes));
        Assert.Equal(first.Id, second.Id);
        Assert.Matches("^[a-p]{16}$", first.Id);
        Assert.All(
            first.Screen.Zip(second.Screen),
            pair => Assert.Equal(pair.First.Content.ToArray(), pair.Second.Content.ToArray())
        );
    }

    [Fact]
    public void Webp_and_still_gif_are_rewritten()
    {
        Assert.Equal(
            PictureFormat.Jpeg,
            Read("a.webp", PictureSamples.Photograph(format: SKEncodedImageFormat.Webp)).Screen[0].Format
        );
        // The second frame left out, the end put behind the first.
        byte[] still = [.. PictureSamples.Moving.AsSpan(0, 61), 0x3B];
        Assert.Equal(PictureFormat.Png, Read("a.gif", still).Screen[0].Format);
    }

    [Theory]
    [InlineData("", ContentKind.Empty)]
    [InlineData("\0\0\0\0\0\0", ContentKind.Empty)]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", ContentKind.Heic)]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", ContentKind.Heic)]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0mif1", ContentKind.Avif)]
    [InlineData("\0\0\0\u0018ftypqt  \0\0\0\0", ContentKind.Film)]
    [InlineData("<!DOCTYPE html><html></html>", ContentKind.Html)]
    [InlineData(" \r\n<HTML><body>", ContentKind.Html)]
    [InlineData("%PDF-1.7", ContentKind.Pdf)]
    [InlineData("PK\u0003\u0004\u0014", ContentKind.Archive)]
    [InlineData("BM\u0010\0\0\0\0\0\0\0", ContentKind.Bitmap)]
    [InlineData("II*\0\b", ContentKind.Tiff)]
    [InlineData("just words", ContentKind.Unknown)]
    public void What_is_no_picture_is_named(string content, ContentKind kind)
    {
        foreach (var name in (string[])["a.jpg", "a.png", "a.webp", "a.gif", "a.svg", "a.heic", "a"])
        {
            var fault = Refuse(name, Encoding.Latin1.GetBytes(content));
            Assert.Equal((PictureFaultKind.Unsupported, kind), (fault.Kind, fault.Content));
        }
    }

    [Theory]
    [InlineData("a.jpg")]
    [InlineData("a.gif")]
    [InlineData("a.svg")]
    [InlineData("a.bmp")]
    [InlineData("a")]
    public void A_name_that_says_another_format_is_refused(string name) =>
        Assert.Equal(PictureFaultKind.Misnamed, Refuse(name, PictureSamples.Screenshot()).Kind);

    [Theory]
    [InlineData(60000, 60000)]
    [InlineData(20001, 10)]
    [InlineData(8000, 5001)]
    public void A_size_beyond_bounds_is_refused_by_its_head(int width, int height)
    {
        var fault = Refuse("a.png", Resized(width, height));
        Assert.Equal((PictureFaultKind.TooLarge, $"{width}×{height}"), (fault.Kind, fault.Found));
    }

    [Fact]
    public void A_file_beyond_bounds_is_refused_without_a_look() =>
        Assert.Equal(
            (PictureFaultKind.TooLarge, "50 MB"),
            Refuse("a.jpg", [.. PictureSamples.Photograph(), .. new byte[PictureReader.MostBytes]]) is var fault
                ? (fault.Kind, fault.Found)
                : default
        );

    [Fact]
    public void A_picture_that_ends_anywhere_early_is_damaged_or_whole_and_never_an_exception()
    {
        foreach (
            var (name, bytes) in ((string, byte[])[])
                [
                    ("a.png", PictureSamples.Screenshot(40, 40)),
                    ("a.jpg", PictureSamples.FromTelephone(6)),
                    ("a.gif", PictureSamples.Moving),
                    ("a.webp", PictureSamples.Photograph(format: SKEncodedImageFormat.Webp)),
                ]
        )
        {
            for (var length = 16; length < bytes.Length; length += Math.Max(1, bytes.Length / 200))
            {
                var (picture, fault) = PictureReader.Read(name, bytes.AsMemory(0, length), printed: true);
                Assert.True(picture is null != fault is null);
                Assert.True(length > bytes.Length / 2 || fault is not null, $"{name} {length}");
            }
        }
    }

    [Fact]
    public void Any_byte_may_be_wrong()
    {
        foreach (
            var (name, bytes) in ((string, byte[])[])
                [("a.png", PictureSamples.Transparent(16, 16)), ("a.jpg", PictureSamples.FromTelephone(3, 16, 16))]
        )
        {
            for (var at = 8; at < bytes.Length; at++)
            {
                var wrong = bytes.ToArray();
                wrong[at] ^= 0xFF;
                var (picture, fault) = PictureReader.Read(name, wrong, printed: true);
                Assert.True(picture is null != fault is null);
            }
        }
    }

    [Fact]
    public void What_moves_is_refused()
    {
        Assert.Equal(PictureFaultKind.Animated, Refuse("a.gif", PictureSamples.Moving).Kind);
        Assert.Equal(
            PictureFaultKind.Animated,
            Refuse(
                "a.png",
                PictureSamples.WithChunk(PictureSamples.Screenshot(), "acTL", [0, 0, 0, 2, 0, 0, 0, 0])
            ).Kind
        );
    }

    private static Picture Read(string name, byte[] bytes)
    {
        var (picture, fault) = PictureReader.Read(name, bytes, printed: true);
        Assert.Null(fault);
        return picture!;
    }

    private static PictureFault Refuse(string name, byte[] bytes)
    {
        var (picture, fault) = PictureReader.Read(name, bytes, printed: true);
        Assert.Null(picture);
        return fault!;
    }

    private static SKColor Pixel(PictureFile file, int x, int y)
    {
        using var bitmap = SKBitmap.Decode(file.Content.Span);
        return bitmap.GetPixel(x, y);
    }

    private static string Quarters(PictureFile file)
    {
        using var bitmap = SKBitmap.Decode(file.Content.Span);
        return string.Concat(
            ((IEnumerable<(int X, int Y)>)[(1, 1), (3, 1), (1, 3), (3, 3)])
                .Select(at => bitmap.GetPixel(bitmap.Width * at.X / 4, bitmap.Height * at.Y / 4))
                .Select(seen =>
                    Array.FindIndex(
                        PictureSamples.Quarters,
                        q =>
                            Math.Abs(q.Red - seen.Red) + Math.Abs(q.Green - seen.Green) + Math.Abs(q.Blue - seen.Blue)
                            < 90
                    )
                )
        );
    }

    // The picture's head says another size; its pixels do not matter.
    private static byte[] Resized(int width, int height)
    {
        var png = PictureSamples.WithChunk(PictureSamples.Screenshot(8, 8), "IHDR", Head(width, height));
        return [.. png.AsSpan(0, 8), .. png.AsSpan(33)];
    }

    private static byte[] Head(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 6);
        return head;
    }

    private static List<string> Chunks(ReadOnlySpan<byte> png)
    {
        var chunks = new List<string>();
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png[at..]))
        {
            chunks.Add(Encoding.ASCII.GetString(png.Slice(at + 4, 4)));
        }

        return chunks;
    }

    private static string Markers(ReadOnlySpan<byte> jpeg)
    {
        var markers = new List<string>();
        for (var at = 0; at < jpeg.Length; )
        {
            var marker = jpeg[at + 1];
            markers.Add($"{marker:X2}");
            at += marker is 0xD8 or 0xD9 ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            at = marker == 0xDA ? jpeg.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) : at;
        }

        return string.Join(' ', markers);
    }
}
