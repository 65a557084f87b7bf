using System.Text;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>
/// Makes a CID-keyed CFF font of chosen glyphs（CFF 子集）, numbered from 0 in the order given; CID = glyph id. Subroutines
/// are written out in their places, hints are left out (measured on 500 characters, deflated: Noto Serif 89 kB instead
/// of 106, FandolFang 205 instead of 216), and only the Font DICTs in use stay. Adobe TN 5176.
/// </summary>
internal static class CffSubset
{
    private const int FirstCustomString = 391;

    /// <summary>Appends the font.</summary>
    /// <param name="font">Source.</param>
    /// <param name="name">PostScript name.</param>
    /// <param name="glyphs">Source glyphs; the first is 0 (.notdef). A glyph may come twice. At least two.</param>
    /// <param name="output">Empty writer.</param>
    public static void Write(CffOutlines font, string name, ReadOnlySpan<ushort> glyphs, ByteWriter output)
    {
        var charStrings = new byte[glyphs.Length][];
        var fonts = new List<int>();
        var select = new byte[glyphs.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            charStrings[i] = font.Flattened(glyphs[i]);
            var dict = font.FontDictOf(glyphs[i]);
            var place = fonts.IndexOf(dict);
            if (place < 0)
            {
                place = fonts.Count;
                fonts.Add(dict);
            }

            select[i] = (byte)place;
        }

        output.U8(1).U8(0).U8(4).U8(4);
        WriteIndex(output, [Encoding.ASCII.GetBytes(name)]);
        var patches = WriteTop(font, glyphs.Length, output);
        WriteIndex(output, ["Adobe"u8.ToArray(), "Identity"u8.ToArray()]);
        output.U16(0);
        Patch(output, patches.Charset);
        output.U8(2).U16(1).U16(glyphs.Length - 2);
        Patch(output, patches.FdSelect);
        WriteSelect(output, select);
        Patch(output, patches.CharStrings);
        WriteIndex(output, charStrings);

        // Private DICTs go before the Font DICTs, so that their places are known.
        var dicts = new byte[fonts.Count][];
        for (var i = 0; i < fonts.Count; i++)
        {
            var source = font.Fonts[fonts[i]];
            var start = output.Length;
            foreach (
                var entry in source.Private.Entries.Where(e =>
                    e.Operator is CffDict.DefaultWidth or CffDict.NominalWidth
                )
            )
                output.Bytes(entry.Bytes.Span);
            dicts[i] = FontDict(font.IsCid ? source.Dict : null, output.Length - start, start);
        }

        Patch(output, patches.FdArray);
        WriteIndex(output, dicts);
    }

    private static (int Charset, int FdSelect, int CharStrings, int FdArray) WriteTop(
        CffOutlines font,
        int count,
        ByteWriter output
    )
    {
        using var top = new ByteWriter();
        Number(top, FirstCustomString);
        Number(top, FirstCustomString + 1);
        Number(top, 0);
        top.U8(12).U8(30);
        foreach (var entry in font.Top.Entries.Where(e => e.Operator is CffDict.FontMatrix or CffDict.FontBBox))
            top.Bytes(entry.Bytes.Span);
        Number(top, count);
        top.U8(12).U8(34);
        var charset = Place(top, 15);
        var select = Place(top, 12, 37);
        var charStrings = Place(top, 17);
        var array = Place(top, 12, 36);

        // INDEX of one object: count, offset size, two offsets of four bytes, data.
        var start = output.Length + 2 + 1 + 8;
        WriteIndex(output, [top.Written.ToArray()]);
        return (start + charset, start + select, start + charStrings, start + array);
    }

    private static byte[] FontDict(CffDict? source, int size, int offset)
    {
        using var dict = new ByteWriter();
        if (source is not null)
        {
            foreach (var entry in source.Entries.Where(e => e.Operator == CffDict.FontMatrix))
                dict.Bytes(entry.Bytes.Span);
        }

        Number(dict, size);
        Number(dict, offset);
        dict.U8(CffDict.Private);
        return dict.Written.ToArray();
    }

    private static void WriteSelect(ByteWriter output, byte[] select)
    {
        var ranges = new List<int>();
        for (var i = 0; i < select.Length; i++)
        {
            if (i == 0 || select[i] != select[i - 1])
                ranges.Add(i);
        }

        if (5 + (ranges.Count * 3) >= select.Length + 1)
        {
            output.U8(0).Bytes(select);
            return;
        }

        output.U8(3).U16(ranges.Count);
        foreach (var first in ranges)
            output.U16(first).U8(select[first]);
        output.U16(select.Length);
    }

    private static void WriteIndex(ByteWriter output, ReadOnlySpan<byte[]> objects)
    {
        output.U16(objects.Length).U8(4);
        var offset = 1u;
        output.U32(offset);
        foreach (var item in objects)
            output.U32(offset += (uint)item.Length);
        foreach (var item in objects)
            output.Bytes(item);
    }

    private static void Number(ByteWriter dict, int value) => dict.U8(29).U32((uint)value);

    // Leaves room for an offset that is not yet known and returns where it goes.
    private static int Place(ByteWriter dict, int first, int second = -1)
    {
        var place = dict.Length + 1;
        Number(dict, 0);
        dict.U8(first);
        if (second >= 0)
            dict.U8(second);
        return place;
    }

    private static void Patch(ByteWriter output, int place) =>
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(output.Written[place..], output.Length);
}
