using System.IO.Compression;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace FuGongJianJia.Pictures;

/// <summary>
/// A picture that is drawn here（画板）: even areas, lines and glyphs on an opaque ground, written as a PNG of few
/// colours.
/// Lengths are pixels, the origin is the top left corner, y grows downwards; colours are 0xRRGGBB. One thread at a
/// time.
/// </summary>
public sealed class Canvas : IDisposable
{
    private const int MostColours = 256;

    // Steps from the ground to a colour, for the edges of what is drawn: each more makes the file a tenth larger, and
    // is hardly seen.
    private const int MostSteps = 3;

    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;
    private readonly SKColor _ground;
    private readonly List<SKColor> _colours = [];
    private readonly SKPaint _paint = new() { IsAntialias = true, StrokeCap = SKStrokeCap.Butt };

    /// <summary>An empty picture.</summary>
    /// <param name="width">Width, positive.</param>
    /// <param name="height">Height, positive.</param>
    /// <param name="ground">Colour of the ground.</param>
    public Canvas(int width, int height, int ground)
    {
        _bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        _canvas = new SKCanvas(_bitmap);
        _ground = Opaque(ground);
        _canvas.Clear(_ground);
    }

    /// <summary>Fills a path, non-zero winding.</summary>
    /// <param name="path">Its outline.</param>
    /// <param name="colour">Colour.</param>
    /// <param name="opacity">0–1.</param>
    public void Fill(CanvasPath path, int colour, double opacity = 1)
    {
        ArgumentNullException.ThrowIfNull(path);
        // A tint is mixed here, so that the colour of its area is known.
        _paint.Color = Mix(Opaque(colour), opacity);
        _paint.Style = SKPaintStyle.Fill;
        Use();
        _canvas.DrawPath(path.Outline, _paint);
    }

    /// <summary>Draws along a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="colour">Colour.</param>
    /// <param name="width">Width of the line.</param>
    /// <param name="dash">Dash and gap lengths in turn; empty for a solid line.</param>
    public void Stroke(CanvasPath path, int colour, double width, ReadOnlySpan<double> dash = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        using var dashes =
            dash.IsEmpty || dash.Length % 2 == 1
                ? null
                : SKPathEffect.CreateDash([.. dash.ToArray().Select(d => (float)d)], 0);
        _paint.Color = Opaque(colour);
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = (float)width;
        _paint.PathEffect = dashes;
        Use();
        _canvas.DrawPath(path.Outline, _paint);
        _paint.PathEffect = null;
    }

    /// <summary>Sets glyphs of one face on one baseline.</summary>
    /// <param name="face">Face.</param>
    /// <param name="size">Type size.</param>
    /// <param name="colour">Colour.</param>
    /// <param name="glyphs">Glyphs by number in the face.</param>
    /// <param name="places">Where the origin of each stands.</param>
    /// <param name="baseline">Baseline.</param>
    public void Glyphs(
        CanvasFace face,
        double size,
        int colour,
        ReadOnlySpan<ushort> glyphs,
        ReadOnlySpan<float> places,
        double baseline
    )
    {
        ArgumentNullException.ThrowIfNull(face);
        // Outlines as they are, for hints would differ from machine to machine, and whole pixels, so that a character
        // is the same wherever it stands.
        using var font = new SKFont(face.Typeface, (float)size)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Edging = SKFontEdging.Antialias,
        };
        using var builder = new SKTextBlobBuilder();
        builder.AddHorizontalRun(glyphs, font, places, 0);
        using var blob = builder.Build();
        _paint.Color = Opaque(colour);
        _paint.Style = SKPaintStyle.Fill;
        Use();
        _canvas.DrawText(blob, 0, (float)baseline, _paint);
    }

    /// <summary>The picture as a PNG of at most 256 colours: those that were used and steps between.</summary>
    public byte[] ToPng()
    {
        _canvas.Flush();
        var palette = Palette();
        var pixels = MemoryMarshal.Cast<byte, uint>(_bitmap.GetPixelSpan());
        var known = new Dictionary<uint, byte>(MostColours * 4);
        var rows = new byte[_bitmap.Height * (_bitmap.Width + 1)];
        var (last, index) = (~pixels[0], (byte)0);
        for (var (y, at) = (0, 0); y < _bitmap.Height; y++)
        {
            // The first byte of a row says that no filter was used.
            var row = rows.AsSpan((y * (_bitmap.Width + 1)) + 1, _bitmap.Width);
            for (var x = 0; x < row.Length; x++, at++)
            {
                if (pixels[at] != last)
                {
                    last = pixels[at];
                    if (!known.TryGetValue(last, out index))
                    {
                        known.Add(last, index = Nearest(palette, last));
                    }
                }

                row[x] = index;
            }
        }

        return IndexedPng.File(_bitmap.Width, _bitmap.Height, palette, rows, CompressionLevel.Optimal);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _paint.Dispose();
        _canvas.Dispose();
        _bitmap.Dispose();
    }

    private void Use()
    {
        if (!_colours.Contains(_paint.Color))
        {
            _colours.Add(_paint.Color);
        }
    }

    private List<uint> Palette()
    {
        var steps = Math.Clamp((MostColours - 1) / Math.Max(1, _colours.Count), 1, MostSteps);
        return
        [
            .. _colours
                .SelectMany(c => Enumerable.Range(1, steps).Select(n => Mix(c, n / (double)steps)))
                .Prepend(_ground)
                .Select(c => c.Red | ((uint)c.Green << 8) | ((uint)c.Blue << 16))
                .Distinct()
                .Take(MostColours),
        ];
    }

    private static byte Nearest(List<uint> palette, uint pixel)
    {
        var (best, least) = (0, int.MaxValue);
        for (var i = 0; i < palette.Count; i++)
        {
            var (r, g, b) = (Channel(0), Channel(8), Channel(16));
            var far = (r * r * 3) + (g * g * 6) + (b * b);
            if (far < least)
            {
                (best, least) = (i, far);
            }

            int Channel(int shift) => (int)((pixel >> shift) & 255) - (int)((palette[i] >> shift) & 255);
        }

        return (byte)best;
    }

    private SKColor Mix(SKColor colour, double part)
    {
        return new SKColor(Of(_ground.Red, colour.Red), Of(_ground.Green, colour.Green), Of(_ground.Blue, colour.Blue));

        byte Of(byte from, byte to) =>
            (byte)Math.Round(from + ((to - from) * Math.Clamp(part, 0, 1)), MidpointRounding.AwayFromZero);
    }

    private static SKColor Opaque(int colour) => new(0xFF000000 | (uint)colour);
}

/// <summary>An outline on a canvas（路径）; once it was drawn, nothing can be added to it.</summary>
public sealed class CanvasPath : IDisposable
{
    private readonly SKPathBuilder _builder = new();

    internal SKPath Outline => field ??= _builder.Detach();

    /// <summary>Begins a part.</summary>
    public void MoveTo(double x, double y) => _builder.MoveTo((float)x, (float)y);

    /// <summary>Goes straight on.</summary>
    public void LineTo(double x, double y) => _builder.LineTo((float)x, (float)y);

    /// <summary>Goes on in a curve with two control points.</summary>
    public void CurveTo(double x1, double y1, double x2, double y2, double x, double y) =>
        _builder.CubicTo((float)x1, (float)y1, (float)x2, (float)y2, (float)x, (float)y);

    /// <summary>Closes the part.</summary>
    public void Close() => _builder.Close();

    /// <inheritdoc/>
    public void Dispose()
    {
        Outline.Dispose();
        _builder.Dispose();
    }
}

/// <summary>A face whose glyphs a canvas sets（字体）.</summary>
public sealed class CanvasFace : IDisposable
{
    /// <summary>Reads a font file.</summary>
    /// <exception cref="ArgumentException">The bytes are no font.</exception>
    public CanvasFace(ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        Typeface = SKTypeface.FromData(data) ?? throw new ArgumentException("This is no font.", nameof(file));
    }

    internal SKTypeface Typeface { get; }

    /// <inheritdoc/>
    public void Dispose() => Typeface.Dispose();
}
