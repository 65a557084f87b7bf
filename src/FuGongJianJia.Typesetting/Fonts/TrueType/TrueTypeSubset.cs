using System.Buffers.Binary;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.TrueType;

/// <summary>
/// Makes a TrueType font of chosen glyphs（TrueType 子集）, numbered from 0 in the order given; parts of composite glyphs
/// that were not asked for follow. Only the tables that PDF wants stay (ISO 32000-1, 9.9): glyf, head, hhea, hmtx,
/// loca, maxp, cvt, fpgm, prep. Instructions stay, since some Chinese fonts place strokes with them.
/// </summary>
internal static class TrueTypeSubset
{
    private const int ArgumentsAreWords = 0x0001,
        HasScale = 0x0008,
        MoreComponents = 0x0020,
        HasTwoScales = 0x0040,
        HasMatrix = 0x0080;

    /// <summary>Appends the font.</summary>
    /// <param name="outlines">Source.</param>
    /// <param name="glyphs">Source glyphs; the first is 0 (.notdef). A glyph may come twice.</param>
    /// <param name="output">Empty writer.</param>
    /// <param name="others">Tables that a use other than PDF wants besides.</param>
    public static void Write(
        TrueTypeOutlines outlines,
        ReadOnlySpan<ushort> glyphs,
        ByteWriter output,
        params ReadOnlySpan<(string Tag, ReadOnlyMemory<byte> Data)> others
    )
    {
        var all = new List<ushort>(glyphs.Length + 16);
        all.AddRange(glyphs);
        var numbers = new Dictionary<ushort, ushort>();
        for (var i = 0; i < glyphs.Length; i++)
            numbers.TryAdd(glyphs[i], (ushort)i);

        using var glyf = new ByteWriter();
        var offsets = new List<uint>(glyphs.Length + 16);
        for (var i = 0; i < all.Count; i++)
        {
            offsets.Add((uint)glyf.Length);
            var data = outlines.Glyph(all[i]);
            var start = glyf.Length;
            glyf.Bytes(data).Align(2);
            if (data.Length >= 10 && BinaryPrimitives.ReadInt16BigEndian(data) < 0)
                Renumber(glyf.Written[start..], numbers, all);
        }

        offsets.Add((uint)glyf.Length);
        var shortLoca = glyf.Length < 0x20000;
        using var loca = new ByteWriter();
        using var hmtx = new ByteWriter();
        foreach (var offset in offsets)
        {
            if (shortLoca)
                loca.U16((int)(offset / 2));
            else
                loca.U32(offset);
        }

        foreach (var glyph in all)
        {
            var (advance, bearing) = outlines.Metrics(glyph);
            hmtx.U16(advance).U16(bearing);
        }

        var head = outlines.SubsetTable("head").ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), (short)(shortLoca ? 0 : 1));
        var hhea = outlines.SubsetTable("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)all.Count);
        var maxp = outlines.SubsetTable("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)all.Count);

        List<(string Tag, ReadOnlyMemory<byte> Data)> tables =
        [
            ("cvt ", outlines.SubsetTable("cvt ")),
            ("fpgm", outlines.SubsetTable("fpgm")),
            ("glyf", glyf.Written.ToArray()),
            ("head", head),
            ("hhea", hhea),
            ("hmtx", hmtx.Written.ToArray()),
            ("loca", loca.Written.ToArray()),
            ("maxp", maxp),
            ("prep", outlines.SubsetTable("prep")),
        ];
        tables.AddRange(others);
        SfntFile.Write(
            SfntFile.TrueType,
            [.. tables.Where(t => !t.Data.IsEmpty).OrderBy(t => t.Tag, StringComparer.Ordinal)],
            output
        );
    }

    private static void Renumber(Span<byte> glyph, Dictionary<ushort, ushort> numbers, List<ushort> all)
    {
        var i = 10;
        while (true)
        {
            int flags = BinaryPrimitives.ReadUInt16BigEndian(glyph[i..]);
            var part = BinaryPrimitives.ReadUInt16BigEndian(glyph[(i + 2)..]);
            if (!numbers.TryGetValue(part, out var number))
            {
                number = (ushort)all.Count;
                numbers[part] = number;
                all.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(glyph[(i + 2)..], number);
            if ((flags & MoreComponents) == 0)
                return;
            i += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            i +=
                (flags & HasScale) != 0 ? 2
                : (flags & HasTwoScales) != 0 ? 4
                : (flags & HasMatrix) != 0 ? 8
                : 0;
        }
    }
}
