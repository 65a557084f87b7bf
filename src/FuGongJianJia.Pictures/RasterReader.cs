using System.Buffers.Binary;
using System.Collections.Immutable;
using SkiaSharp;

namespace FuGongJianJia.Pictures;

/// <summary>Reads pictures made of pixels（位图）.</summary>
internal static class RasterReader
{
    // Widths on a page: its text is at most 46 rem wide, and a dense screen shows two pixels for one.
    private const int Narrow = 720;
    private const int Wide = 1440;

    // 300 dpi in the column that a case's picture has in print.
    private const int Printed = 960;

    private const int ScreenQuality = 82;
    private const int PaperQuality = 88;

    // Scans of one progressive JPEG: each costs a pass over all pixels, and encoders write about ten.
    private const int MostScans = 100;

    public static (Picture? Picture, PictureFault? Fault) Read(
        string id,
        ContentKind content,
        ReadOnlySpan<byte> bytes,
        bool printed
    )
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            return (null, new(PictureFaultKind.Damaged, content));
        }

        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (
            width > PictureReader.MostSide
            || height > PictureReader.MostSide
            || (long)width * height > PictureReader.MostPixels
        )
        {
            return (null, new(PictureFaultKind.TooLarge, content, FormattableString.Invariant($"{width}×{height}")));
        }

        if (content == ContentKind.Jpeg && Scans(bytes) is null or > MostScans)
        {
            return (null, new(PictureFaultKind.Damaged, content));
        }

        if (codec.FrameCount > 1 || (content == ContentKind.Png && IsAnimated(bytes)))
        {
            return (null, new(PictureFaultKind.Animated, content));
        }

        using var raw = Decode(codec);
        return raw is null
            ? (null, new(PictureFaultKind.Damaged, content))
            : (Make(id, content, raw, codec.EncodedOrigin, printed), null);
    }

    // A JPEG gives itself at an eighth, a quarter … of its size for a fraction of the time. Null when not all of it
    // is there.
    private static SKBitmap? Decode(SKCodec codec)
    {
        var size = codec.Info.Size;
        for (var eighths = 1; eighths < 8; eighths++)
        {
            var scaled = codec.GetScaledDimensions(eighths / 8f);
            if (Math.Min(scaled.Width, scaled.Height) >= Wide)
            {
                size = scaled;
                break;
            }
        }

        var info = new SKImageInfo(
            size.Width,
            size.Height,
            SKColorType.Rgba8888,
            codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul,
            SKColorSpace.CreateSrgb()
        );
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info) && codec.GetPixels(info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }

        bitmap.Dispose();
        return null;
    }

    private static Picture Make(string id, ContentKind content, SKBitmap raw, SKEncodedOrigin origin, bool printed)
    {
        var transparent = IsTransparent(raw);
        using var upright = Orientation.Upright(raw, origin);
        using var wide = Scaling.ToWidth(upright, Wide);
        var indexed = transparent || content == ContentKind.Jpeg ? null : IndexedPng.Write(wide);
        var format =
            transparent || indexed is not null || (content != ContentKind.Jpeg && IsEven(raw))
                ? PictureFormat.Png
                : PictureFormat.Jpeg;
        return new Picture(
            id,
            indexed is null ? ForScreens(wide, format) : [new(format, wide.Width, wide.Height, indexed)],
            printed ? ForPaper(wide, format) : null,
            []
        );
    }

    // Few colours are one light file, not these: made narrower they would become many, and the file heavier.
    private static ImmutableArray<PictureFile> ForScreens(SKBitmap wide, PictureFormat format)
    {
        if (wide.Width <= Narrow)
        {
            return [Encode(wide, format, ScreenQuality)];
        }

        using var narrow = Scaling.ToWidth(wide, Narrow);
        return [Encode(narrow, format, ScreenQuality), Encode(wide, format, ScreenQuality)];
    }

    private static PictureFile ForPaper(SKBitmap wide, PictureFormat format)
    {
        using var small = Scaling.ToWidth(wide, Printed);
        using var paper = Scaling.OnWhite(small);
        return Encode(paper, format, PaperQuality);
    }

    // Without a colour space the encoder writes no profile: what has none is sRGB.
    private static PictureFile Encode(SKBitmap bitmap, PictureFormat format, int quality)
    {
        using var pixels = new SKPixmap(bitmap.Info.WithColorSpace(null), bitmap.GetPixels(), bitmap.RowBytes);
        using var data =
            format == PictureFormat.Png
                ? pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6))
                : pixels.Encode(
                    new SKJpegEncoderOptions(
                        quality,
                        SKJpegEncoderDownsample.Downsample420,
                        SKJpegEncoderAlphaOption.Ignore
                    )
                );
        return data is null
            ? throw new InvalidOperationException("A picture could not be written.")
            : new PictureFile(format, bitmap.Width, bitmap.Height, data.ToArray());
    }

    private static bool IsTransparent(SKBitmap bitmap)
    {
        if (bitmap.AlphaType == SKAlphaType.Opaque)
        {
            return false;
        }

        var samples = bitmap.GetPixelSpan();
        for (var alpha = 3; alpha < samples.Length; alpha += 4)
        {
            if (samples[alpha] != 255)
            {
                return true;
            }
        }

        return false;
    }

    // Half of the pixels are like their neighbours: drawn on a screen, not taken by a camera.
    private static bool IsEven(SKBitmap bitmap)
    {
        var pixels = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan());
        var alike = 0;
        for (var at = 1; at < pixels.Length; at++)
        {
            alike += pixels[at] == pixels[at - 1] ? 1 : 0;
        }

        return alike >= pixels.Length / 2;
    }

    // Counts the starts of scans up to the end of the picture; behind it a telephone may have put a film. Null without
    // an end: of a progressive picture that was cut off the decoder makes a whole one, only coarser.
    private static int? Scans(ReadOnlySpan<byte> bytes)
    {
        var scans = 0;
        for (var at = 2; at + 2 <= bytes.Length; )
        {
            var marker = bytes[at] == 0xFF ? bytes[at + 1] : 0;
            switch (marker)
            {
                case 0xD9:
                    return scans;
                case 0xFF:
                    at++;
                    break;
                // Compressed data, where a zero or a restart follows every FF.
                case 0 or (>= 0xD0 and <= 0xD7):
                    var next = bytes[(at + 1)..].IndexOf((byte)0xFF);
                    at = next < 0 ? bytes.Length : at + 1 + next;
                    break;
                default:
                    if (at + 4 > bytes.Length)
                    {
                        return null;
                    }

                    scans += marker == 0xDA ? 1 : 0;
                    at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
                    break;
            }
        }

        return null;
    }

    // The chunk that makes a PNG move stands before its pixels（PNG, third edition, 11.3.6.1）.
    private static bool IsAnimated(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("IDAT"u8) is >= 0 and var pixels && bytes[..pixels].IndexOf("acTL"u8) >= 0;
}
