using System.Buffers.Binary;

namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>Tables put together to a font file（字体文件）: directory, checksums, alignment (OpenType 1.9 “otff”).</summary>
internal static class SfntFile
{
    /// <summary>Version of a file with glyf outlines.</summary>
    public const uint TrueType = 0x00010000;

    /// <summary>Version of a file with CFF outlines: OTTO.</summary>
    public const uint Cff = 0x4F54544F;

    /// <summary>Appends the file.</summary>
    /// <param name="version">First word of the file.</param>
    /// <param name="tables">Tables, sorted by tag; head among them, its checksum set to 0.</param>
    /// <param name="output">Empty writer.</param>
    public static void Write(
        uint version,
        IReadOnlyList<(string Tag, ReadOnlyMemory<byte> Data)> tables,
        ByteWriter output
    )
    {
        var power = 1;
        var log = 0;
        while (power * 2 <= tables.Count)
            (power, log) = (power * 2, log + 1);
        output.U32(version).U16(tables.Count).U16(power * 16).U16(log).U16((tables.Count - power) * 16);
        var offset = 12 + (tables.Count * 16);
        foreach (var (tag, data) in tables)
        {
            foreach (var c in tag)
                output.U8(c);
            output.U32(Sum(data.Span)).U32((uint)offset).U32((uint)data.Length);
            offset += (data.Length + 3) & ~3;
        }

        var head = 0;
        foreach (var (tag, data) in tables)
        {
            if (tag == "head")
                head = output.Length;
            output.Bytes(data.Span).Align(4);
        }

        // Checksum of the whole font (OpenType “head”, checksumAdjustment).
        BinaryPrimitives.WriteUInt32BigEndian(output.Written[(head + 8)..], 0xB1B0AFBA - Sum(output.Written));
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (; data.Length >= 4; data = data[4..])
            sum += BinaryPrimitives.ReadUInt32BigEndian(data);
        Span<byte> rest = stackalloc byte[4];
        rest.Clear();
        data.CopyTo(rest);
        return sum + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }
}
