using System.IO.Compression;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>Samples of a PNG without interlacing（PNG 像素; ISO/IEC 15948, clauses 9 and 13）.</summary>
internal static class PngPixels
{
    /// <summary>Inflates and unfilters.</summary>
    /// <param name="packed">The content of its IDAT chunks, one after another.</param>
    /// <param name="rowLength">Bytes of a row without its filter type.</param>
    /// <param name="height">Rows.</param>
    /// <param name="step">Bytes of a pixel.</param>
    /// <returns>Rows of samples.</returns>
    /// <exception cref="ArgumentException">The data is damaged or ends early.</exception>
    public static byte[] Unpack(byte[] packed, int rowLength, int height, int step)
    {
        var pixels = new byte[checked(rowLength * height)];
        try
        {
            using var inflated = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            ReadOnlySpan<byte> above = new byte[rowLength];
            for (var y = 0; y < height; y++)
            {
                var filter = inflated.ReadByte();
                var row = pixels.AsSpan(y * rowLength, rowLength);
                inflated.ReadExactly(row);
                Unfilter(filter, row, above, step);
                above = row;
            }
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException)
        {
            throw new ArgumentException("The data of the PNG is damaged or ends early.", nameof(packed), damage);
        }

        return pixels;
    }

    /// <summary>Sets an image with an alpha channel on white.</summary>
    /// <param name="packed">The content of its IDAT chunks.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="colors">Samples of a pixel besides alpha.</param>
    /// <param name="depth">Bytes of a sample: 1 or 2; the second is dropped.</param>
    /// <returns>Deflated rows of eight bits a sample, each with its filter type.</returns>
    /// <exception cref="ArgumentException">The data is damaged or ends early.</exception>
    public static byte[] SetOnWhite(byte[] packed, int width, int height, int colors, int depth)
    {
        var step = (colors + 1) * depth;
        var pixels = Unpack(packed, checked(width * step), height, step);
        using var result = new MemoryStream();
        using (
            var deflated = new ZLibStream(result, new ZLibCompressionOptions { CompressionLevel = 5 }, leaveOpen: true)
        )
        {
            var row = new byte[1 + (width * colors)];
            var above = new byte[width * colors];
            row[0] = 2;
            for (var y = 0; y < height; y++)
            {
                for (var i = 0; i < above.Length; i++)
                {
                    var pixel = ((y * width) + (i / colors)) * step;
                    var sample = OnWhite(pixels[pixel + (i % colors * depth)], pixels[pixel + (colors * depth)]);
                    row[i + 1] = (byte)(sample - above[i]);
                    above[i] = sample;
                }

                deflated.Write(row);
            }
        }

        return result.ToArray();
    }

    /// <summary>Sets the colours of a palette on white.</summary>
    /// <param name="palette">Triples of red, green and blue, changed in place.</param>
    /// <param name="alphas">Alpha of the first colours.</param>
    public static void SetPaletteOnWhite(Span<byte> palette, ReadOnlySpan<byte> alphas)
    {
        for (var i = 0; i < palette.Length && i / 3 < alphas.Length; i++)
            palette[i] = OnWhite(palette[i], alphas[i / 3]);
    }

    private static byte OnWhite(byte sample, byte alpha) =>
        (byte)(((sample * alpha) + (255 * (255 - alpha)) + 127) / 255);

    private static void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= step ? row[i - step] : (byte)0;
            row[i] += filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => Paeth(left, above[i], i >= step ? above[i - step] : (byte)0),
                _ => throw new InvalidDataException($"A row of the PNG has filter {filter}."),
            };
        }
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        var (a, b, c) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return a <= b && a <= c ? left
            : b <= c ? above
            : corner;
    }
}
