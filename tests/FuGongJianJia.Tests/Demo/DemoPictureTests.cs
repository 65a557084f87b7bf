using FuGongJianJia.Demo.Scenes;
using SkiaSharp;

namespace FuGongJianJia.Tests.Demo;

/// <summary>Pictures of the demo's cases（示意图）: what lies in input/images is what the code draws.</summary>
public sealed class DemoPictureTests
{
    private const int Width = 1200;
    private const int Height = 800;
    private const int Smaller = 8;

    // Of 255: a JPEG is not its pixels, and a smaller drawing has fewer of what is soft.
    private const double Near = 5;

    [Fact]
    public void The_workshop_is_what_its_scene_draws()
    {
        var path = Path.Combine(DemoFolder.Root, "input", "images", "coating-line.jpg");
        if (Environment.GetEnvironmentVariable("FUGONG_GOLDEN") == "1")
        {
            using var drawn = Bitmap(WorkshopScene.Draw(Width, Height), Width, Height);
            using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, 85);
            File.WriteAllBytes(path, jpeg.ToArray());
        }

        var (width, height) = (Width / Smaller, Height / Smaller);
        using var file = SKBitmap.Decode(path);
        Assert.Equal((Width, Height), (file.Width, file.Height));
        using var kept = file.Resize(
            new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque),
            new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear)
        );
        Assert.InRange(Difference(kept.GetPixelSpan(), WorkshopScene.Draw(width, height)), 0, Near);
    }

    private static double Difference(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        Assert.Equal(one.Length, other.Length);
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += Math.Abs(one[i] - other[i]);
        }

        return sum / one.Length;
    }

    private static SKBitmap Bitmap(byte[] pixels, int width, int height)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        pixels.CopyTo(bitmap.GetPixelSpan());
        return bitmap;
    }
}
