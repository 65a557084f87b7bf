using SkiaSharp;

namespace FuGongJianJia.Pictures;

/// <summary>Makes pictures smaller（缩小）, never larger.</summary>
internal static class Scaling
{
    private static readonly SKSamplingOptions Halving = new(SKFilterMode.Linear);
    private static readonly SKSamplingOptions Smooth = new(SKCubicResampler.Mitchell);

    /// <summary>A new bitmap of at most this width. Halves first: a filter looks at its neighbours only, and would
    /// pass over the pixels between.</summary>
    public static SKBitmap ToWidth(SKBitmap source, int width)
    {
        var result = source.Copy();
        while (result.Width >= 2 * width)
        {
            result = Resized(result, result.Width / 2, Math.Max(1, result.Height / 2), Halving);
        }

        return result.Width <= width
            ? result
            : Resized(
                result,
                width,
                Math.Max(1, (int)(((long)result.Height * width + (result.Width / 2)) / result.Width)),
                Smooth
            );
    }

    /// <summary>A new bitmap without transparency: paper is white.</summary>
    public static SKBitmap OnWhite(SKBitmap source)
    {
        var result = new SKBitmap(source.Info.WithAlphaType(SKAlphaType.Opaque));
        using var canvas = new SKCanvas(result);
        canvas.Clear(SKColors.White);
        canvas.DrawBitmap(source, 0, 0, SKSamplingOptions.Default);
        return result;
    }

    private static SKBitmap Resized(SKBitmap source, int width, int height, SKSamplingOptions sampling)
    {
        using (source)
        {
            return source.Resize(new SKSizeI(width, height), sampling)
                ?? throw new InvalidOperationException("A picture could not be made smaller.");
        }
    }
}
