using System.Runtime.InteropServices;
using SkiaSharp;

namespace FuGongJianJia.Pictures;

/// <summary>Turns a picture as its camera was held（拍摄方向; Exif 2.32, tag 274）.</summary>
internal static class Orientation
{
    /// <summary>A new bitmap that is upright.</summary>
    public static SKBitmap Upright(SKBitmap source, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft)
        {
            return source.Copy();
        }

        var turned = origin >= SKEncodedOrigin.LeftTop;
        var (right, bottom) = (source.Width - 1, source.Height - 1);
        var result = new SKBitmap(
            source.Info.WithSize(turned ? source.Height : source.Width, turned ? source.Width : source.Height)
        );
        var from = MemoryMarshal.Cast<byte, uint>(source.GetPixelSpan());
        var to = MemoryMarshal.Cast<byte, uint>(result.GetPixelSpan());
        for (var (y, at) = (0, 0); y < result.Height; y++)
        {
            for (var x = 0; x < result.Width; x++, at++)
            {
                var (column, row) = origin switch
                {
                    SKEncodedOrigin.TopRight => (right - x, y),
                    SKEncodedOrigin.BottomRight => (right - x, bottom - y),
                    SKEncodedOrigin.BottomLeft => (x, bottom - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, bottom - x),
                    SKEncodedOrigin.RightBottom => (right - y, bottom - x),
                    SKEncodedOrigin.LeftBottom => (right - y, x),
                    _ => (x, y),
                };
                to[at] = from[(row * source.Width) + column];
            }
        }

        return result;
    }
}
