using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Fonts.Cff;
using FuGongJianJia.Typesetting.Fonts.Tables;
using FuGongJianJia.Typesetting.Fonts.TrueType;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// A face as one document uses it（文档字体）: which glyphs, under which compact numbers, standing for which characters. A
/// glyph that stands for two texts (兀 U+5140 and U+FA0C share one) gets two numbers, so that both are copied and
/// searched as written.
/// </summary>
internal sealed class DocumentFont(FontFace face, int number)
{
    private readonly ushort[]?[] _first = new ushort[256][];
    private readonly Dictionary<(ushort Glyph, string Text), ushort> _others = [];
    private readonly List<ushort> _glyphs = [0];
    private readonly List<string> _texts = [""];
    private readonly List<long> _widths = [Width(face, 0)];
    private ushort? _standIn;

    /// <summary>Number in resource names: F1, F2 …</summary>
    public int Number => number;

    /// <summary>The compact number of a glyph that stands for a text.</summary>
    public ushort Encode(ushort glyph, string text)
    {
        if (glyph == 0)
            glyph = _standIn ??= FindStandIn();
        var page = _first[glyph >> 8] ??= new ushort[256];
        ref var code = ref page[glyph & 0xFF];
        if (code == 0)
            return code = Add(glyph, text);
        if (string.Equals(_texts[code], text, StringComparison.Ordinal))
            return code;
        ref var other = ref CollectionsMarshal.GetValueRefOrAddDefault(_others, (glyph, text), out var known);
        return known ? other : other = Add(glyph, text);
    }

    /// <summary>
    /// Advance width by compact number, in millionths of the em: what W says, so that positions add up as a reader adds
    /// them.
    /// </summary>
    public long WidthOf(ushort code) => _widths[code];

    /// <summary>Writes the font's objects.</summary>
    /// <exception cref="FontFormatException">A glyph in use is damaged.</exception>
    public void Write(PdfFile file, int type0)
    {
        var name = Tag() + face.PostScriptName;
        using var program = new ByteWriter();
        Program(name, program);
        var (descendant, descriptor, fontFile, toUnicode) = (
            file.Reserve(),
            file.Reserve(),
            file.Reserve(),
            file.Reserve()
        );
        file.Object(type0)
            .Raw("<</Type/Font/Subtype/Type0/BaseFont"u8)
            .Name(face.IsCff ? name + "-Identity-H" : name)
            .Raw("/Encoding/Identity-H/DescendantFonts["u8)
            .Ref(descendant)
            .Raw("]/ToUnicode "u8)
            .Ref(toUnicode)
            .Raw(">>"u8);
        var output = file.Object(descendant)
            .Raw("<</Type/Font/Subtype"u8)
            .Raw(face.IsCff ? "/CIDFontType0"u8 : "/CIDFontType2/CIDToGIDMap/Identity"u8)
            .Raw("/BaseFont"u8)
            .Name(name)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor "u8)
            .Ref(descriptor);
        WriteWidths(output);
        WriteDescriptor(file.Object(descriptor), name, fontFile);
        if (face.IsCff)
            file.DeflatedStream(fontFile, "/Subtype/CIDFontType0C"u8, program.Written);
        else
            file.DeflatedStream(fontFile, Encoding.ASCII.GetBytes($"/Length1 {program.Length}"), program.Written);
        WriteToUnicode(file, toUnicode);
    }

    /// <summary>The font program alone, before it is deflated.</summary>
    internal void Program(string name, ByteWriter program)
    {
        var glyphs = CollectionsMarshal.AsSpan(_glyphs);
        try
        {
            if (face.Outlines is CffOutlines cff)
                CffSubset.Write(cff, name, glyphs, program);
            else
                TrueTypeSubset.Write((TrueTypeOutlines)face.Outlines, glyphs, program);
        }
        catch (ArgumentOutOfRangeException damage)
        {
            throw new FontFormatException($"A glyph of {face.PostScriptName} is damaged.", damage);
        }
    }

    private static long Width(FontFace face, ushort glyph) => PdfBuffer.ToMilli(face.AdvanceOf(glyph) * 1000);

    private ushort Add(ushort glyph, string text)
    {
        _glyphs.Add(glyph);
        _texts.Add(text);
        _widths.Add(Width(face, glyph));
        return checked((ushort)(_glyphs.Count - 1));
    }

    // A page must not show .notdef (ISO 19005-3, 6.2.11.8): a missing character is drawn as a blank type, 〓 or □.
    private ushort FindStandIn()
    {
        foreach (var mark in "〓□?")
        {
            if (face.TryGetGlyph(new Rune(mark), out var glyph))
                return glyph;
        }

        return 0;
    }

    private string Tag()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(face.PostScriptName));
        hash.AppendData(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_glyphs)));
        var bytes = hash.GetHashAndReset();
        return string.Create(
            7,
            bytes,
            static (tag, source) =>
            {
                for (var i = 0; i < 6; i++)
                    tag[i] = (char)('A' + (source[i] % 26));
                tag[6] = '+';
            }
        );
    }

    private void WriteWidths(PdfBuffer output)
    {
        output.Raw("/DW 1000/W["u8);
        for (var i = 0; i < _widths.Count; )
        {
            if (_widths[i] == 1_000_000)
            {
                i++;
                continue;
            }

            output.Int(i).Byte((byte)'[');
            for (var first = true; i < _widths.Count && _widths[i] != 1_000_000; i++, first = false)
            {
                if (!first)
                    output.Byte((byte)' ');
                output.Milli(_widths[i]);
            }

            output.Byte((byte)']');
        }

        output.Raw("]>>"u8);
    }

    private void WriteDescriptor(PdfBuffer output, string name, int fontFile)
    {
        var header = face.Header;
        var box = header.Box;

        // Symbolic: the encoding is the font's own. Stem width is not in the font; this line fits common faces.
        output
            .Raw("<</Type/FontDescriptor/FontName"u8)
            .Name(name)
            .Raw("/Flags "u8)
            .Int(4 | (header.FixedPitch ? 1 : 0) | (header.Italic ? 64 : 0))
            .Raw("/FontBBox["u8)
            .Real(face.InEm(box.XMin) * 1000)
            .Byte((byte)' ')
            .Real(face.InEm(box.YMin) * 1000)
            .Byte((byte)' ')
            .Real(face.InEm(box.XMax) * 1000)
            .Byte((byte)' ')
            .Real(face.InEm(box.YMax) * 1000)
            .Raw("]/ItalicAngle "u8)
            .Real(header.ItalicAngle)
            .Raw("/Ascent "u8)
            .Real(face.Ascent * 1000)
            .Raw("/Descent "u8)
            .Real(face.Descent * -1000)
            .Raw("/CapHeight "u8)
            .Real(face.CapHeight * 1000)
            .Raw("/StemV "u8)
            .Real(10 + (0.244 * (header.Weight - 50)))
            .Raw(face.IsCff ? "/FontFile3 "u8 : "/FontFile2 "u8)
            .Ref(fontFile)
            .Raw(">>"u8);
    }

    private void WriteToUnicode(PdfFile file, int toUnicode)
    {
        using var map = new PdfBuffer(256 + (_texts.Count * 14));
        map.Raw("/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"u8)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"u8)
            .Raw("/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"u8)
            .Raw("1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"u8);
        for (var i = 1; i < _texts.Count; )
        {
            var count = Math.Min(100, _texts.Count - i);
            map.Int(count).Raw(" beginbfchar\n"u8);
            for (var end = i + count; i < end; i++)
            {
                map.Byte((byte)'<').Hex16(i).Raw("><"u8);

                // A mark that stands for nothing still needs a character; this one has no width and breaks nothing.
                foreach (var unit in _texts[i].Length > 0 ? _texts[i] : "\u200B")
                    map.Hex16(unit);
                map.Raw(">\n"u8);
            }

            map.Raw("endbfchar\n"u8);
        }

        map.Raw("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"u8);
        file.DeflatedStream(toUnicode, "/Type/CMap/CMapName/Adobe-Identity-UCS"u8, map.Written);
    }
}
