using System.Buffers.Binary;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// A picture whose compressed data goes into the PDF as it is（位图）: a JPEG, or an opaque PNG that is not interlaced,
/// grey or RGB. Whoever has another kind makes one of these of it first.
/// </summary>
internal sealed class RasterImage
{
    private readonly string _dictionary;
    private readonly byte[] _data;

    private RasterImage(int number, string dictionary, byte[] data)
    {
        Number = number;
        _dictionary = dictionary;
        _data = data;
    }

    /// <summary>Number in resource names: I1, I2 …</summary>
    public int Number { get; }

    /// <exception cref="ArgumentException">Neither of the two; the message says why.</exception>
    public static RasterImage Parse(ReadOnlyMemory<byte> file, int number)
    {
        var bytes = file.Span;
        try
        {
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
                return ParsePng(bytes, number);
            if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
                return ParseJpeg(bytes, number);
        }
        catch (ArgumentOutOfRangeException damage)
        {
            throw new ArgumentException("The image ends early.", nameof(file), damage);
        }

        throw new ArgumentException("An image is a PNG or a JPEG; the bytes begin with neither.", nameof(file));
    }

    public void Write(PdfFile file, int number)
    {
        using var entries = new PdfBuffer(256);
        entries.Raw("/Type/XObject/Subtype/Image"u8).Ascii(_dictionary);
        file.PlainStream(number, entries.Written, _data);
    }

    // The filters of PNG are predictors of PDF（ISO 32000-2, 7.4.4.4）.
    private static RasterImage ParsePng(ReadOnlySpan<byte> file, int number)
    {
        var header = file.Slice(16, 13);
        if (header is not [_, _, _, _, _, _, _, _, 8, 0 or 2, _, _, 0])
            throw new ArgumentException("The PNG is not of 8 bits, opaque and without interlacing.", nameof(file));
        var (width, height) = (
            BinaryPrimitives.ReadInt32BigEndian(header),
            BinaryPrimitives.ReadInt32BigEndian(header[4..])
        );
        var (colors, space) = header[9] == 2 ? (3, "DeviceRGB") : (1, "DeviceGray");
        using var data = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            if (file.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(file.Slice(at + 8, length));
            at += 12 + length;
        }

        return new RasterImage(
            number,
            FormattableString.Invariant($"/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace/{space}")
                + "/Filter/FlateDecode/DecodeParms<</Predictor 15"
                + FormattableString.Invariant($"/Colors {colors}/BitsPerComponent 8/Columns {width}>>"),
            data.ToArray()
        );
    }

    private static RasterImage ParseJpeg(ReadOnlySpan<byte> file, int number)
    {
        for (var at = 2; ; )
        {
            if (file[at] != 0xFF)
                throw new ArgumentException("The JPEG is damaged: a marker was expected.", nameof(file));
            int marker = file[at + 1];
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]);
                int width = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]);
                var space = file[at + 9] switch
                {
                    1 => "DeviceGray",
                    3 => "DeviceRGB",
                    var count => throw new ArgumentException(
                        $"The JPEG has {count} colour channels; grey and RGB are taken (the output intent is sRGB).",
                        nameof(file)
                    ),
                };
                return new RasterImage(
                    number,
                    FormattableString.Invariant($"/Width {width}/Height {height}/BitsPerComponent {file[at + 4]}")
                        + $"/ColorSpace/{space}/Filter/DCTDecode",
                    file.ToArray()
                );
            }

            at += 2 + length;
        }
    }
}
