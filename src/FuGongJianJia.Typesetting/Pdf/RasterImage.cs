using System.Buffers.Binary;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// A PNG or JPEG whose compressed data goes into the PDF as it is（位图）; only a PNG with an alpha channel is decoded, to
/// be set on white.
/// </summary>
internal sealed class RasterImage
{
    private readonly string _dictionary;
    private readonly byte[] _palette;
    private readonly byte[] _data;

    private RasterImage(int number, string dictionary, byte[] palette, byte[] data)
    {
        Number = number;
        _dictionary = dictionary;
        _palette = palette;
        _data = data;
    }

    /// <summary>Number in resource names: I1, I2 …</summary>
    public int Number { get; }

    /// <exception cref="ArgumentException">
    /// Not a PNG or JPEG, or one that PDF/A or this writer does not take; the message says why.
    /// </exception>
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
        if (_palette.Length > 0)
        {
            entries
                .Raw("/ColorSpace[/Indexed/DeviceRGB "u8)
                .Int((_palette.Length / 3) - 1)
                .Raw("<"u8)
                .Ascii(Convert.ToHexString(_palette))
                .Raw(">]"u8);
        }

        file.PlainStream(number, entries.Written, _data);
    }

    private static RasterImage ParsePng(ReadOnlySpan<byte> file, int number)
    {
        var header = file.Slice(16, 13);
        var (width, height) = (
            BinaryPrimitives.ReadInt32BigEndian(header),
            BinaryPrimitives.ReadInt32BigEndian(header[4..])
        );
        int bits = header[8];
        int kind = header[9];
        if (header[12] != 0)
            throw new ArgumentException("The PNG is interlaced; save it without interlacing.", nameof(file));
        using var data = new MemoryStream();
        byte[] palette = [];
        for (var at = 8; at + 12 <= file.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var type = file.Slice(at + 4, 4);
            var content = file.Slice(at + 8, length);
            if (type.SequenceEqual("tRNS"u8) && kind != 3)
                throw new ArgumentException("The PNG has a transparent colour; flatten it on white.", nameof(file));
            if (type.SequenceEqual("tRNS"u8))
                PngPixels.SetPaletteOnWhite(palette, content);
            if (type.SequenceEqual("PLTE"u8))
                palette = kind == 3 ? content.ToArray() : [];
            else if (type.SequenceEqual("IDAT"u8))
                data.Write(content);
            at += 12 + length;
        }

        var colors = kind is 2 or 6 ? 3 : 1;
        var space = kind switch
        {
            0 or 4 => "/ColorSpace/DeviceGray",
            2 or 6 => "/ColorSpace/DeviceRGB",
            _ => "",
        };
        var packed = data.ToArray();
        if (kind is 4 or 6)
        {
            // A page of PDF/A here has no transparency.
            packed = PngPixels.SetOnWhite(packed, width, height, colors, bits / 8);
            bits = 8;
        }

        return new RasterImage(
            number,
            FormattableString.Invariant($"/Width {width}/Height {height}/BitsPerComponent {bits}{space}")
                + "/Filter/FlateDecode/DecodeParms<</Predictor 15"
                + FormattableString.Invariant($"/Colors {colors}/BitsPerComponent {bits}/Columns {width}>>"),
            palette,
            packed
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
                    [],
                    file.ToArray()
                );
            }

            at += 2 + length;
        }
    }
}
