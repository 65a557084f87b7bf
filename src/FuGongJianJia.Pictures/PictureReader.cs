using System.Security.Cryptography;

namespace FuGongJianJia.Pictures;

/// <summary>
/// Reads pictures（读图片）: a pure function from bytes to what may be published, or why not. What comes out was written
/// here: positions, names of devices and people, thumbnails and whatever stands behind the picture stay outside.
/// </summary>
public static class PictureReader
{
    /// <summary>Most bytes of a file: cameras of telephones write at most half as much.</summary>
    public const int MostBytes = 50_000_000;

    /// <summary>Most pixels（四千万像素）: 160 MB while they are read.</summary>
    public const int MostPixels = 40_000_000;

    /// <summary>Most pixels of a side, so that every format can hold what is made of it.</summary>
    public const int MostSide = 20_000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its name; only the extension counts, and must say what the bytes are.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="printed">Whether a file for paper is wanted too.</param>
    /// <returns>Exactly one of the two.</returns>
    public static (Picture? Picture, PictureFault? Fault) Read(string path, ReadOnlyMemory<byte> bytes, bool printed)
    {
        ArgumentNullException.ThrowIfNull(path);
        var content = ContentSniffer.Of(bytes.Span);
        if (
            content
            is not (ContentKind.Png or ContentKind.Jpeg or ContentKind.Gif or ContentKind.WebP or ContentKind.Svg)
        )
        {
            return (null, new(PictureFaultKind.Unsupported, content));
        }

        if (Claimed(path) != content)
        {
            return (null, new(PictureFaultKind.Misnamed, content));
        }

        if (bytes.Length > MostBytes)
        {
            return (null, new(PictureFaultKind.TooLarge, content, $"{bytes.Length / 1_000_000} MB"));
        }

        var id = Identity(bytes.Span);
        return content == ContentKind.Svg
            ? DrawingReader.Read(id, bytes)
            : RasterReader.Read(id, content, bytes.Span, printed);
    }

    private static ContentKind Claimed(string path) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".PNG" => ContentKind.Png,
            ".JPG" or ".JPEG" => ContentKind.Jpeg,
            ".GIF" => ContentKind.Gif,
            ".WEBP" => ContentKind.WebP,
            ".SVG" => ContentKind.Svg,
            _ => ContentKind.Unknown,
        };

    // Letters alone: digits of a fingerprint could be taken for somebody's number.
    private static string Identity(ReadOnlySpan<byte> bytes) =>
        string.Concat(
            SHA256.HashData(bytes).Take(8).SelectMany(b => (char[])[(char)('a' + (b >> 4)), (char)('a' + (b & 15))])
        );
}
