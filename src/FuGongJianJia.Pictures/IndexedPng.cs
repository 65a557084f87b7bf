using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace FuGongJianJia.Pictures;

/// <summary>
/// Writes a PNG of at most 256 colours（索引色 PNG; ISO/IEC 15948, 11.2）: a byte a pixel, a third of what the library,
/// which knows true colour only, makes of a screenshot.
/// </summary>
internal static class IndexedPng
{
    private const int MostColours = 256;

    /// <summary>The file; null when there are more colours.</summary>
    /// <param name="bitmap">Nothing of it is transparent.</param>
    public static byte[]? Write(SKBitmap bitmap)
    {
        // The library asks native code for a size each time.
        var (width, height) = (bitmap.Width, bitmap.Height);
        var pixels = MemoryMarshal.Cast<byte, uint>(bitmap.GetPixelSpan());
        var colours = new Dictionary<uint, byte>(MostColours);
        var rows = new byte[height * (width + 1)];
        for (var (y, at) = (0, 0); y < height; y++)
        {
            // The first byte of a row says that no filter was used.
            for (var x = 1; x <= width; x++, at++)
            {
                if (!colours.TryGetValue(pixels[at], out var index))
                {
                    if (colours.Count == MostColours)
                    {
                        return null;
                    }

                    index = (byte)colours.Count;
                    colours.Add(pixels[at], index);
                }

                rows[(y * (width + 1)) + x] = index;
            }
        }

        return File(
            width,
            height,
            colours.OrderBy(c => c.Value).Select(c => c.Key).ToList(),
            rows,
            CompressionLevel.SmallestSize
        );
    }

    /// <summary>The file.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="colours">Red, green and blue from the lowest byte; at most 256.</param>
    /// <param name="rows">Rows of pixels, each after the number of its filter.</param>
    /// <param name="level">The smallest takes ten times as long as one an eighth larger.</param>
    public static byte[] File(int width, int height, IReadOnlyList<uint> colours, byte[] rows, CompressionLevel level)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3);
        var palette = new byte[3 * colours.Count];
        for (var i = 0; i < colours.Count; i++)
        {
            (palette[3 * i], palette[(3 * i) + 1], palette[(3 * i) + 2]) = (
                (byte)colours[i],
                (byte)(colours[i] >> 8),
                (byte)(colours[i] >> 16)
            );
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, level, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return
        [
            0x89,
            0x50,
            0x4E,
            0x47,
            0x0D,
            0x0A,
            0x1A,
            0x0A,
            .. Chunk("IHDR"u8, head),
            .. Chunk("PLTE"u8, palette),
            .. Chunk("IDAT"u8, packed.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] content)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(
            chunk.AsSpan(chunk.Length - 4),
            Crc32.HashToUInt32(chunk.AsSpan(4, chunk.Length - 8))
        );
        return chunk;
    }
}
