using System.Text;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Tests.Typesetting.Fonts;

public class FontFaceTests
{
    [Fact]
    public void A_cid_keyed_face_of_a_collection_gives_its_figures()
    {
        var face = TestFonts.NotoSerif;
        Assert.Equal("NotoSerifCJKsc-Regular", face.PostScriptName);
        Assert.Equal("Noto Serif CJK SC", face.FamilyName);
        Assert.True(face.IsCff);
        Assert.Equal(65535, face.Header.GlyphCount);
        Assert.Equal(0.88, face.Ascent);
        Assert.Equal(0.12, face.Descent);
        Assert.Equal(400, face.Header.Weight);
        Assert.Equal(EmbeddingPermission.Installable, face.Embedding);
    }

    [Fact]
    public void A_truetype_face_gives_its_chinese_family_name()
    {
        var face = TestFonts.WenKai;
        Assert.Equal("霞鹜文楷", face.FamilyName);
        Assert.Equal("LXGWWenKai-Regular", face.PostScriptName);
        Assert.False(face.IsCff);
    }

    [Theory]
    [InlineData('工', 1.0)]
    [InlineData('，', 1.0)]
    [InlineData('　', 1.0)]
    public void Hanzi_and_full_width_marks_are_an_em_wide(char character, double width)
    {
        foreach (var face in new[] { TestFonts.NotoSerif, TestFonts.NotoSans, TestFonts.WenKai })
        {
            Assert.True(face.TryGetGlyph(new Rune(character), out var glyph));
            Assert.Equal(width, face.AdvanceOf(glyph), 12);
        }
    }

    [Fact]
    public void Characters_beyond_the_basic_plane_are_found()
    {
        Assert.True(TestFonts.NotoSerif.TryGetGlyph(new Rune(0x20BB7), out var glyph)); // 𠮷
        Assert.Equal(1.0, TestFonts.NotoSerif.AdvanceOf(glyph));
        Assert.False(TestFonts.NotoSerif.TryGetGlyph(new Rune(0x10FFFD), out _));
    }

    [Fact]
    public void A_missing_character_is_reported_with_the_main_face_and_glyph_zero()
    {
        var song = TestFonts.Set[FontRole.Song];
        Assert.False(song.TryFind(new Rune(0x10FFFD), out var face, out var glyph));
        Assert.Same(song.Main, face);
        Assert.Equal(0, glyph);
    }

    [Fact]
    public void The_ink_of_a_full_stop_sits_in_the_lower_left_of_its_em()
    {
        foreach (var face in new[] { TestFonts.NotoSerif, TestFonts.NotoSans, TestFonts.WenKai })
        {
            Assert.True(face.TryGetGlyph(new Rune('。'), out var glyph));
            var ink = face.InkBox(glyph);
            Assert.False(ink.IsEmpty);
            Assert.InRange(ink.Left, 0, 0.25);
            Assert.InRange(ink.Right, ink.Left, 0.5);
            Assert.InRange(ink.Top, 0, 0.4);
        }
    }

    [Fact]
    public void A_space_has_no_ink()
    {
        foreach (var face in new[] { TestFonts.NotoSerif, TestFonts.WenKai })
        {
            Assert.True(face.TryGetGlyph(new Rune(' '), out var glyph));
            Assert.True(face.InkBox(glyph).IsEmpty);
        }
    }

    [Fact]
    public void Ink_of_hanzi_lies_within_the_font_box()
    {
        foreach (var face in new[] { TestFonts.NotoSerif, TestFonts.NotoSans, TestFonts.WenKai, TestFonts.DejaVu })
        {
            var box = face.Header.Box;
            for (var c = 0x21; c < 0x9FFF; c += c < 0x100 ? 1 : 37)
            {
                if (!face.TryGetGlyph(new Rune(c), out var glyph))
                    continue;
                var ink = face.InkBox(glyph);
                Assert.InRange(ink.Left, face.InEm(box.XMin - 1), face.InEm(box.XMax + 1));
                Assert.InRange(ink.Right, face.InEm(box.XMin - 1), face.InEm(box.XMax + 1));
                Assert.InRange(ink.Top, face.InEm(box.YMin - 1), face.InEm(box.YMax + 1));
                Assert.InRange(ink.Bottom, face.InEm(box.YMin - 1), face.InEm(box.YMax + 1));
            }
        }
    }

    [Fact]
    public void A_file_that_is_no_font_says_what_was_found()
    {
        var problem = Assert.Throws<FontFormatException>(() => TestFonts.Parse("<html>not a font</html>"u8.ToArray()));
        Assert.Contains("3C68746D", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_cut_short_anywhere_fails_with_a_font_error_and_nothing_else()
    {
        var entry = TestFonts.Library.Find("DejaVu Sans Mono")!;
        using var stream = entry.File.Open();
        var whole = new byte[stream.Length];
        stream.ReadExactly(whole);
        for (var length = 0; length < whole.Length; length += length < 4000 ? 97 : 9973)
        {
            try
            {
                var face = TestFonts.Parse(whole.AsMemory(0, length));
                if (face.TryGetGlyph(new Rune('A'), out var glyph))
                {
                    face.AdvanceOf(glyph);
                    face.InkBox(glyph);
                }
            }
            catch (FontFormatException problem)
            {
                Assert.NotEmpty(problem.Message);
            }
        }
    }

    [Fact]
    public void Faces_may_be_measured_by_many_threads_at_once()
    {
        var entry = TestFonts.Library.Find("Noto Serif CJK SC")!;
        var face = FontFace.Open(new FontSource(entry.File.Open), entry.Index);
        var results = new double[8];
        Parallel.For(
            0,
            results.Length,
            i =>
            {
                for (var c = 0x4E00; c < 0x4F00; c++)
                {
                    if (face.TryGetGlyph(new Rune(c), out var glyph))
                        results[i] += face.AdvanceOf(glyph) + face.InkBox(glyph).Top;
                }
            }
        );
        Assert.All(results, r => Assert.Equal(results[0], r));
    }
}
