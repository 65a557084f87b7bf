using System.Diagnostics;
using System.Globalization;
using SkiaSharp;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

/// <summary>Grey pixels of a page as a renderer draws it, 96 to the inch, 0 black.</summary>
internal sealed record Raster(int Width, int Height, byte[] Pixels)
{
    private const int Cell = 8;

    private byte this[int x, int y] =>
        x >= 0 && y >= 0 && x < Width && y < Height ? Pixels[(y * Width) + x] : (byte)255;

    /// <summary>A page by poppler's Splash, from 1.</summary>
    public static Raster Splash(string pdf, int page = 1) => FromPopplers("pdftoppm", pdf, page);

    /// <summary>The first page by poppler's Cairo.</summary>
    public static Raster Cairo(string pdf) => FromPopplers("pdftocairo", pdf, 1);

    public static Raster FromPng(ReadOnlySpan<byte> file)
    {
        using var bitmap = SKBitmap.Decode(file);
        var grey = new byte[bitmap.Width * bitmap.Height];
        for (var i = 0; i < grey.Length; i++)
        {
            var pixel = bitmap.GetPixel(i % bitmap.Width, i / bitmap.Width);
            grey[i] = (byte)((pixel.Red + pixel.Green + pixel.Blue) / 3);
        }

        return new(bitmap.Width, bitmap.Height, grey);
    }

    /// <summary>The part from a corner on.</summary>
    public Raster Crop(int left, int top, int width, int height)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = this[left + x, top + y];
        }

        return new(width, height, pixels);
    }

    /// <summary>
    /// The largest difference of grey between cells of eight by eight pixels (2 mm), 0–255: edges that are smoothed
    /// otherwise average out, a stroke that is missing or elsewhere does not. The frame of two pixels, where viewers
    /// draw shadows, is not looked at, and the pages may lie one pixel apart.
    /// </summary>
    public int DifferenceFrom(Raster other)
    {
        var best = int.MaxValue;
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
                best = Math.Min(best, LargestDifference(other, dx, dy));
        }

        return best;
    }

    private int LargestDifference(Raster other, int dx, int dy)
    {
        var largest = 0;
        for (var top = 2; top + Cell <= Height - 2; top += Cell)
        {
            for (var left = 2; left + Cell <= Width - 2; left += Cell)
            {
                var sum = 0;
                for (var y = top; y < top + Cell; y++)
                {
                    for (var x = left; x < left + Cell; x++)
                        sum += this[x, y] - other[x + dx, y + dy];
                }

                largest = Math.Max(largest, Math.Abs(sum) / (Cell * Cell));
            }
        }

        return largest;
    }

    private static Raster FromPopplers(string tool, string pdf, int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var target = Path.Combine(Path.GetDirectoryName(pdf)!, tool);
        using var process =
            Process.Start(
                new ProcessStartInfo(
                    tool,
                    ["-png", "-r", 96.ToString(CultureInfo.InvariantCulture), "-f", number, "-singlefile", pdf, target]
                )
            ) ?? throw new InvalidOperationException($"{tool} did not start.");
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return FromPng(File.ReadAllBytes(target + ".png"));
    }
}
