using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace FuGongJianJia.Tests.Pictures;

/// <summary>Pictures as cameras, screens and editors make them.</summary>
internal static class PictureSamples
{
    /// <summary>What nobody should find in anything that is published.</summary>
    public const string Secret = "SECRET-GPS-30.05N-119.95E";

    /// <summary>Red and green above, blue and yellow below.</summary>
    public static SKColor[] Quarters { get; } = [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.Yellow];

    /// <summary>A screenshot: a few even areas.</summary>
    public static byte[] Screenshot(int width = 640, int height = 480) =>
        Encode(
            Draw(width, height, (x, y) => Quarters[(y * 2 / height * 2) + (x * 2 / width)]),
            SKEncodedImageFormat.Png
        );

    /// <summary>The same with a hole in its middle.</summary>
    public static byte[] Transparent(int width = 64, int height = 64) =>
        Encode(
            Draw(width, height, (x, y) => x > width / 4 && y > height / 4 ? SKColors.Transparent : SKColors.Red),
            SKEncodedImageFormat.Png
        );

    /// <summary>No pixel like the next, as a camera gives them.</summary>
    public static byte[] Photograph(
        int width = 64,
        int height = 32,
        SKEncodedImageFormat format = SKEncodedImageFormat.Jpeg
    ) => Encode(Draw(width, height, (x, y) => new SKColor((byte)(x * 7), (byte)(y * 5), (byte)((x ^ y) * 3))), format);

    /// <summary>A JPEG of four quarters with an Exif orientation, a secret behind it and one behind its end.</summary>
    public static byte[] FromTelephone(int orientation, int width = 64, int height = 32)
    {
        var jpeg = Encode(
            Draw(width, height, (x, y) => Quarters[(y * 2 / height * 2) + (x * 2 / width)]),
            SKEncodedImageFormat.Jpeg
        );
        byte[] exif =
        [
            .. "Exif\0\0II*\0"u8,
            8,
            0,
            0,
            0,
            1,
            0,
            0x12,
            0x01,
            3,
            0,
            1,
            0,
            0,
            0,
            (byte)orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            .. Encoding.ASCII.GetBytes(Secret),
        ];
        return
        [
            .. jpeg.AsSpan(0, 2),
            0xFF,
            0xE1,
            .. BigEndian((ushort)(exif.Length + 2)),
            .. exif,
            .. jpeg.AsSpan(2),
            .. Encoding.ASCII.GetBytes(Secret),
        ];
    }

    /// <summary>A GIF of two frames.</summary>
    public static byte[] Moving { get; } =
        Convert.FromBase64String(
            "R0lGODlhAQABAIAAAAAAAP///yH/C05FVFNDQVBFMi4wAwEAAAAh+QQACgAAACwAAAAAAQABAAACAkQBACH5BAAKAAAALAAAAAABAAEA"
                + "AAICTAEAOw=="
        );

    /// <summary>The same picture as a PNG with a chunk before its pixels.</summary>
    public static byte[] WithChunk(byte[] png, string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var sum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        return [.. png.AsSpan(0, 33), .. length, .. named, .. sum, .. png.AsSpan(33)];
    }

    /// <summary>A bitmap of what a function says.</summary>
    public static SKBitmap Draw(int width, int height, Func<int, int, SKColor> colour)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        var pixels = bitmap.GetPixelSpan();
        for (var at = 0; at < pixels.Length; at += 4)
        {
            var seen = colour(at / 4 % width, at / 4 / width);
            (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = (
                seen.Red,
                seen.Green,
                seen.Blue,
                seen.Alpha
            );
        }

        return bitmap;
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using (bitmap)
        {
            using var data = bitmap.Encode(format, 95);
            return data!.ToArray();
        }
    }

    private static byte[] BigEndian(ushort value) => [(byte)(value >> 8), (byte)value];

    // ISO/IEC 15948, annex D.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }
        }

        return ~crc;
    }
}
