using System.Text;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Fonts.Cff;
using FuGongJianJia.Typesetting.Fonts.Tables;
using FuGongJianJia.Typesetting.Fonts.TrueType;

namespace FuGongJianJia.Tests.Typesetting.Fonts;

public class SubsetTests
{
    private const string Characters = "富工建家，。（2024）ABCxyz年度报告龘ÄéΩ①";

    [Theory]
    [InlineData("Noto Serif CJK SC")]
    [InlineData("Noto Sans CJK SC")]
    public void A_cff_subset_draws_the_same_outlines(string family)
    {
        var face = TestFonts.Face(family, 400);
        var source = (CffOutlines)face.Outlines;
        var glyphs = Glyphs(face);
        var subset = Reparse(source, glyphs, face.Header.UnitsPerEm);
        Assert.True(subset.IsCid);
        Assert.Throws<FontFormatException>(() => subset.CharString((ushort)glyphs.Length));
        for (var i = 0; i < glyphs.Length; i++)
            Assert.Equal(OutlineRecorder.Outline(source, glyphs[i]), OutlineRecorder.Outline(subset, (ushort)i));
    }

    [Fact]
    public void A_cff_subset_keeps_the_widths_of_its_charstrings()
    {
        var face = TestFonts.NotoSerif;
        var source = (CffOutlines)face.Outlines;
        var glyphs = Glyphs(face);
        var subset = Reparse(source, glyphs, face.Header.UnitsPerEm);
        for (var i = 0; i < glyphs.Length; i++)
            Assert.Equal(
                face.AdvanceOf(glyphs[i]) * face.Header.UnitsPerEm,
                OutlineRecorder.WidthOf(subset, (ushort)i),
                6
            );
    }

    [Fact]
    public void A_cff_subset_keeps_only_the_font_dicts_in_use_and_no_subroutines()
    {
        var face = TestFonts.NotoSerif;
        var source = (CffOutlines)face.Outlines;
        var subset = Reparse(source, Glyphs(face), face.Header.UnitsPerEm);
        Assert.InRange(subset.Fonts.Count, 2, source.Fonts.Count - 1);
        Assert.All(subset.Fonts, font => Assert.Equal(0, font.Subrs.Count));
    }

    [Fact]
    public void A_truetype_subset_keeps_each_glyph_byte_by_byte()
    {
        var face = TestFonts.WenKai;
        var source = (TrueTypeOutlines)face.Outlines;
        var glyphs = Glyphs(face);
        var (subset, header) = Reparse(face, source, glyphs);
        Assert.True(header.GlyphCount >= glyphs.Length);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var original = source.Glyph(glyphs[i]);
            if (original.Length >= 2 && (sbyte)original[0] >= 0)
                Assert.Equal(original, subset.Glyph((ushort)i)[..original.Length]);
            Assert.Equal(source.Metrics(glyphs[i]), subset.Metrics((ushort)i));
        }
    }

    [Fact]
    public void Parts_of_composite_glyphs_come_along_under_their_new_numbers()
    {
        var face = TestFonts.DejaVu;
        var source = (TrueTypeOutlines)face.Outlines;
        face.TryGetGlyph(new Rune('Ä'), out var composite);
        Assert.True((sbyte)source.Glyph(composite)[0] < 0, "Ä of DejaVu Sans is expected to be composite.");
        var (subset, header) = Reparse(face, source, [0, composite]);
        Assert.True(header.GlyphCount > 2);
        var data = subset.Glyph(1);
        var part = (ushort)((data[12] << 8) | data[13]);
        Assert.InRange(part, 2, header.GlyphCount - 1);
        face.TryGetGlyph(new Rune('A'), out var letter);
        Assert.Equal(source.Glyph(letter), subset.Glyph(part)[..source.Glyph(letter).Length]);
    }

    [Fact]
    public void The_checksums_of_a_truetype_subset_are_right()
    {
        var face = TestFonts.WenKai;
        using var output = new ByteWriter();
        TrueTypeSubset.Write((TrueTypeOutlines)face.Outlines, Glyphs(face), output);
        var sum = 0u;
        for (var i = 0; i < output.Length; i += 4)
            sum += System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(output.Written[i..]);
        Assert.Equal(0xB1B0AFBA, sum);
    }

    [Fact]
    public void A_redrawn_charstring_has_the_same_outline_and_width()
    {
        var face = TestFonts.NotoSans;
        var source = (CffOutlines)face.Outlines;
        face.TryGetGlyph(new Rune('g'), out var glyph);
        var pen = new CharStringPen();
        var drawn = pen.Finish(source.Trace(glyph, pen));
        Assert.Equal(14, drawn[^1]);
        Assert.NotEqual(source.Flattened(glyph), drawn);
        Assert.Equal(face.AdvanceOf(glyph) * face.Header.UnitsPerEm, OutlineRecorder.WidthOf(source, glyph), 6);
    }

    [Fact]
    public void Bounds_are_those_of_the_curve_not_of_its_control_points()
    {
        var bounds = new OutlineBounds();
        bounds.Move(0, 0);
        bounds.Curve(0, 100, 100, 100, 100, 0);
        var box = bounds.InEm(1);
        Assert.Equal(75, box.Top, 9);
        Assert.Equal((0, 100), (box.Left, box.Right));
    }

    private static ushort[] Glyphs(FontFace face) =>
        [
            0,
            .. Characters
                .EnumerateRunes()
                .Select(r => face.TryGetGlyph(r, out var glyph) ? glyph : (ushort)0)
                .Where(g => g != 0),
        ];

    private static CffOutlines Reparse(CffOutlines source, ushort[] glyphs, int unitsPerEm)
    {
        using var output = new ByteWriter();
        CffSubset.Write(source, "AAAAAA+Test", glyphs, output);
        var bytes = output.Written.ToArray();
        return new CffOutlines(new FontSource(bytes), (0, bytes.Length), unitsPerEm);
    }

    private static (TrueTypeOutlines Outlines, FontHeader Header) Reparse(
        FontFace face,
        TrueTypeOutlines source,
        ushort[] glyphs
    )
    {
        using var output = new ByteWriter();
        TrueTypeSubset.Write(source, glyphs, output);
        var tables = SfntTables.Read(new FontSource(output.Written.ToArray()), 0);
        var header = FontHeader.Read(tables);
        return (new TrueTypeOutlines(tables, header), header);
    }
}
