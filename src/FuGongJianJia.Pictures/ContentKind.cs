using System.Text;

namespace FuGongJianJia.Pictures;

/// <summary>What bytes are（内容类型）, whatever their name says.</summary>
public enum ContentKind
{
    /// <summary>No known mark.</summary>
    Unknown,

    /// <summary>Nothing, or nothing but zeros.</summary>
    Empty,

    /// <summary>ISO/IEC 15948.</summary>
    Png,

    /// <summary>ISO/IEC 10918.</summary>
    Jpeg,

    /// <summary>GIF87a, GIF89a.</summary>
    Gif,

    /// <summary>RFC 9649.</summary>
    WebP,

    /// <summary>Scalable Vector Graphics, of W3C.</summary>
    Svg,

    /// <summary>ISO/IEC 23008-12, what telephones call HEIC.</summary>
    Heic,

    /// <summary>AV1 Image File Format.</summary>
    Avif,

    /// <summary>TIFF, and raw files of cameras that are built like it.</summary>
    Tiff,

    /// <summary>Windows bitmap.</summary>
    Bitmap,

    /// <summary>A film: MP4, QuickTime.</summary>
    Film,

    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>ZIP, and so the documents and workbooks of office programs.</summary>
    Archive,

    /// <summary>A page of the web, such as the answer of a login.</summary>
    Html,
}

/// <summary>Tells what bytes are by the marks at their start（识别内容）.</summary>
internal static class ContentSniffer
{
    // As far as the first element of a drawing is looked for, behind a declaration and a comment.
    private const int Prologue = 4096;

    public static ContentKind Of(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.ContainsAnyExcept((byte)0))
        {
            return ContentKind.Empty;
        }

        return bytes switch
        {
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => ContentKind.Png,
            [0xFF, 0xD8, 0xFF, ..] => ContentKind.Jpeg,
            [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => ContentKind.Gif,
            [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => ContentKind.WebP,
            [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => ContentKind.Tiff,
            [0x42, 0x4D, _, _, _, _, 0, 0, 0, 0, ..] => ContentKind.Bitmap,
            [0x25, 0x50, 0x44, 0x46, ..] => ContentKind.Pdf,
            [0x50, 0x4B, 0x03, 0x04, ..] => ContentKind.Archive,
            [_, _, _, _, 0x66, 0x74, 0x79, 0x70, .. var brand] => OfBrand(brand),
            _ => OfText(bytes),
        };
    }

    // The brand of a file of the ISO base media format（ISO/IEC 14496-12, 4.3）.
    private static ContentKind OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("avif"u8) || brand.StartsWith("avis"u8) ? ContentKind.Avif
        : brand.StartsWith("hei"u8)
        || brand.StartsWith("hev"u8)
        || brand.StartsWith("mif"u8)
        || brand.StartsWith("msf"u8)
            ? ContentKind.Heic
        : ContentKind.Film;

    private static ContentKind OfText(ReadOnlySpan<byte> bytes)
    {
        // UTF-16 with ASCII in it becomes readable without its zeros; the marks of byte order are no text.
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prologue)]).Replace("\0", "");
        var text = start.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF', ' ', '\t', '\r', '\n');
        if (
            text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        )
        {
            return ContentKind.Html;
        }

        return text.StartsWith('<') && text.Contains("<svg", StringComparison.Ordinal)
            ? ContentKind.Svg
            : ContentKind.Unknown;
    }
}
