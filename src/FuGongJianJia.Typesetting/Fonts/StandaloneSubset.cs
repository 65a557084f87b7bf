using System.Buffers.Binary;
using System.Text;
using FuGongJianJia.Typesetting.Fonts.Cff;
using FuGongJianJia.Typesetting.Fonts.Tables;
using FuGongJianJia.Typesetting.Fonts.TrueType;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>
/// A font file of chosen glyphs that stands by itself（独立的字体子集）: unlike a subset within a PDF it has a character map,
/// names and metrics, so that whatever opens fonts can use it without being told which glyph is which.
/// Source: OpenType 1.9 “cmap”, “name”, “OS/2”, “post”.
/// </summary>
internal static class StandaloneSubset
{
    private const int EnglishUs = 0x0409;
    private const int Os2Length = 78;

    /// <summary>Appends the file.</summary>
    /// <param name="face">Source.</param>
    /// <param name="name">PostScript name of the subset.</param>
    /// <param name="glyphs">Glyphs of the face, in their new order; the first is 0 (.notdef). At least two.</param>
    /// <param name="characters">Character → new glyph, sorted.</param>
    /// <param name="output">Empty writer.</param>
    /// <exception cref="FontFormatException">A glyph in use is damaged.</exception>
    public static void Write(
        FontFace face,
        string name,
        ReadOnlySpan<ushort> glyphs,
        SortedDictionary<int, ushort> characters,
        ByteWriter output
    )
    {
        try
        {
            var map = CharacterMapOf(characters);
            var names = Names(face.FamilyName, name);
            var windows = Windows(face, characters);
            var post = Post(face.Header);
            if (face.Outlines is TrueTypeOutlines outlines)
            {
                TrueTypeSubset.Write(
                    outlines,
                    glyphs,
                    output,
                    ("OS/2", windows),
                    ("cmap", map),
                    ("name", names),
                    ("post", post)
                );
                return;
            }

            using var program = new ByteWriter();
            CffSubset.Write((CffOutlines)face.Outlines, name, glyphs, program);
            SfntFile.Write(
                SfntFile.Cff,
                [
                    ("CFF ", program.Written.ToArray()),
                    ("OS/2", windows),
                    ("cmap", map),
                    ("head", Head(face)),
                    ("hhea", HorizontalHeader(face, glyphs.Length)),
                    ("hmtx", Metrics(face, glyphs)),
                    ("maxp", Maximum(glyphs.Length)),
                    ("name", names),
                    ("post", post),
                ],
                output
            );
        }
        catch (ArgumentOutOfRangeException damage)
        {
            throw new FontFormatException($"A glyph of {face.PostScriptName} is damaged.", damage);
        }
    }

    private static byte[] Head(FontFace face)
    {
        var head = face.Tables.Require("head", 54).ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        return head;
    }

    private static byte[] HorizontalHeader(FontFace face, int count)
    {
        var header = face.Tables.Require("hhea", 36).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(34), (ushort)count);
        return header;
    }

    private static byte[] Metrics(FontFace face, ReadOnlySpan<ushort> glyphs)
    {
        using var metrics = new ByteWriter();
        foreach (var glyph in glyphs)
        {
            var bearing = face.InkBox(glyph) is { IsEmpty: false } box ? box.Left : 0;
            metrics.U16(InUnits(face, face.AdvanceOf(glyph))).U16(InUnits(face, bearing));
        }

        return metrics.Written.ToArray();
    }

    private static byte[] Maximum(int count)
    {
        using var maximum = new ByteWriter();
        return maximum.U32(0x00005000).U16(count).Written.ToArray();
    }

    // Segments of characters in a row with glyphs in a row, for the basic plane alone (format 4) and for all (12).
    private static byte[] CharacterMapOf(SortedDictionary<int, ushort> characters)
    {
        var runs = new List<(int First, int Last, int Glyph)>();
        foreach (var (character, glyph) in characters)
        {
            if (
                runs.Count > 0
                && runs[^1] is var run
                && character == run.Last + 1
                && glyph == run.Glyph + character - run.First
                && character != 0x10000
            )
                runs[^1] = run with { Last = character };
            else
                runs.Add((character, character, glyph));
        }

        using var map = new ByteWriter();
        var basic = BasicPlane([.. runs.Where(r => r.Last < 0xFFFF)]);
        map.U16(0).U16(2);
        map.U16(3).U16(1).U32(20);
        map.U16(3).U16(10).U32((uint)(20 + basic.Length));
        map.Bytes(basic);
        map.U16(12).U16(0).U32((uint)(16 + (runs.Count * 12))).U32(0).U32((uint)runs.Count);
        foreach (var (first, last, glyph) in runs)
            map.U32((uint)first).U32((uint)last).U32((uint)glyph);
        return map.Written.ToArray();
    }

    private static byte[] BasicPlane((int First, int Last, int Glyph)[] runs)
    {
        // The last segment is FFFF, which leads nowhere.
        (int First, int Last, int Glyph)[] segments = [.. runs, (0xFFFF, 0xFFFF, 0)];
        var (power, log) = (1, 0);
        while (power * 2 <= segments.Length)
            (power, log) = (power * 2, log + 1);
        using var table = new ByteWriter();
        table.U16(4).U16(16 + (segments.Length * 8)).U16(0).U16(segments.Length * 2);
        table.U16(power * 2).U16(log).U16((segments.Length - power) * 2);
        foreach (var segment in segments)
            table.U16(segment.Last);
        table.U16(0);
        foreach (var segment in segments)
            table.U16(segment.First);
        foreach (var segment in segments)
            table.U16(segment.First == 0xFFFF ? 1 : segment.Glyph - segment.First);
        foreach (var _ in segments)
            table.U16(0);
        return table.Written.ToArray();
    }

    private static byte[] Names(string family, string postScript)
    {
        (int Id, string Text)[] names = [(1, family), (2, "Regular"), (3, postScript), (4, family), (6, postScript)];
        using var table = new ByteWriter();
        using var strings = new ByteWriter();
        table.U16(0).U16(names.Length).U16(6 + (names.Length * 12));
        foreach (var (id, text) in names)
        {
            var bytes = Encoding.BigEndianUnicode.GetBytes(text);
            table.U16(3).U16(1).U16(EnglishUs).U16(id).U16(bytes.Length).U16(strings.Length);
            strings.Bytes(bytes);
        }

        return table.Bytes(strings.Written).Written.ToArray();
    }

    // The maker's table, licence included, with the characters that are left; the least that there can be where a
    // font has none.
    private static byte[] Windows(FontFace face, SortedDictionary<int, ushort> characters)
    {
        var table = face.Tables.Load("OS/2").ToArray();
        if (table.Length < Os2Length)
        {
            using var plain = new ByteWriter();
            var (ascent, descent) = (InUnits(face, face.Ascent), InUnits(face, face.Descent));
            plain.U16(0).U16(InUnits(face, face.AdvanceOf(0))).U16(face.Header.Weight).U16(5);
            plain.Bytes(new byte[60]).U16(ascent).U16(-descent).U16(0).U16(ascent).U16(descent);
            table = plain.Written.ToArray();
        }

        var (first, last) = characters.Count > 0 ? (characters.Keys.First(), characters.Keys.Last()) : (0xFFFF, 0xFFFF);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(64), (ushort)Math.Min(first, 0xFFFF));
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(66), (ushort)Math.Min(last, 0xFFFF));
        return table;
    }

    // Version 3: glyphs have no names.
    private static byte[] Post(FontHeader header)
    {
        using var post = new ByteWriter();
        post.U32(0x00030000).U32((uint)(int)Math.Round(header.ItalicAngle * 65536)).U16(0).U16(0);
        return post.U32(header.FixedPitch ? 1u : 0u).Bytes(new byte[16]).Written.ToArray();
    }

    private static int InUnits(FontFace face, double ems) => (int)Math.Round(ems * face.Header.UnitsPerEm);
}
