using System.Collections.Immutable;

namespace FuGongJianJia.Pictures;

/// <summary>Format of a picture's file（图片格式）.</summary>
public enum PictureFormat
{
    /// <summary>Photographs.</summary>
    Jpeg,

    /// <summary>What has transparency or large even areas, such as a screenshot.</summary>
    Png,

    /// <summary>Drawings without anything active.</summary>
    Svg,
}

/// <summary>A file of a picture as it is published（图片文件）: written by this program, so nothing of the original but
/// what can be seen.</summary>
/// <param name="Format">Format.</param>
/// <param name="Width">Pixels; of a drawing its own units.</param>
/// <param name="Height">Pixels; of a drawing its own units.</param>
/// <param name="Content">Bytes.</param>
public sealed record PictureFile(PictureFormat Format, int Width, int Height, ReadOnlyMemory<byte> Content)
{
    /// <summary>Extension of the format with its dot.</summary>
    public string Extension =>
        Format switch
        {
            PictureFormat.Jpeg => ".jpg",
            PictureFormat.Png => ".png",
            _ => ".svg",
        };
}

/// <summary>
/// A picture that may be published（图片）: upright, in sRGB, no larger than it is shown, without metadata.
/// </summary>
/// <param name="Id">Sixteen letters that stand for the original's content; a name that tells nothing.</param>
/// <param name="Screen">For pages, narrowest first: one file, or two of which the second is for dense screens.</param>
/// <param name="Paper">For PDF: opaque, 8 bit, not interlaced; null for a drawing, and where it is not printed.</param>
/// <param name="Words">Text that stands in a drawing, to be looked at like any other; empty for others.</param>
public sealed record Picture(
    string Id,
    ImmutableArray<PictureFile> Screen,
    PictureFile? Paper,
    ImmutableArray<string> Words
);
