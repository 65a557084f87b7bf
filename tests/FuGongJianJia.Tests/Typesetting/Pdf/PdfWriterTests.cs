using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

public class PdfWriterTests
{
    private static readonly Lazy<byte[]> Full = new(() => PdfWriter.Write(SampleDocument.Full()));

    [Fact]
    public void Qpdf_finds_no_fault()
    {
        Assert.Contains(
            "No syntax or stream encoding errors found",
            PdfTools.Check(Full.Value),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        Assert.Equal(Full.Value, PdfWriter.Write(SampleDocument.Full()));
    }

    [Fact]
    public void Every_font_is_embedded_and_subset_and_cff_stays_cff()
    {
        var rows = PdfTools.Fonts(Full.Value).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            row => Assert.Matches(@"^[A-Z]{6}\+\S+ +CID (TrueType|Type 0C) +Identity-H +yes yes yes ", row)
        );
        Assert.Contains(rows, row => row.Contains("CID TrueType", StringComparison.Ordinal));
        Assert.Contains(
            rows,
            row =>
                row.Contains("NotoSerifCJKsc-Regular", StringComparison.Ordinal)
                && row.Contains("CID Type 0C", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Text_comes_back_in_reading_order()
    {
        var text = PdfTools.Text(Full.Value);
        foreach (
            var line in new[]
            {
                "二〇二四年度工作报告",
                SampleDocument.Sentence,
                "见表1，第2页。",
                "注：演示数据。",
                "温暖指数",
                "93.20",
                "办理与指导（楷体）Office 365",
                "同期对比",
            }
        )
            Assert.Contains(line, text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_structure_tree_has_every_element_with_its_text()
    {
        var tree = PdfTools.Structure(Full.Value);
        var tags = Regex.Matches(tree, @"^ *(\w+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        foreach (
            var tag in new[]
            {
                "Document",
                "H1",
                "P",
                "Link",
                "Note",
                "Table",
                "Caption",
                "TR",
                "TH",
                "TD",
                "L",
                "LI",
                "Lbl",
                "LBody",
                "Figure",
            }
        )
            Assert.Contains(tag, tags);
        Assert.Contains("\"二〇二四年度工作报告\"", tree, StringComparison.Ordinal);
        Assert.Contains("\"温暖指数\"", tree, StringComparison.Ordinal);
        Assert.DoesNotContain("— i —", tree, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_of_an_element_and_its_children_keeps_the_order_of_reading()
    {
        var tree = PdfTools.Structure(Full.Value);
        var sentence = tree.IndexOf("全区各级", StringComparison.Ordinal);
        var link = tree.IndexOf("\"见表1\"", StringComparison.Ordinal);
        var after = tree.IndexOf("，第2页。", StringComparison.Ordinal);
        Assert.True(sentence >= 0 && sentence < link && link < after, tree);
    }

    [Fact]
    public void A_glyph_that_stands_for_several_characters_gives_them_all_back()
    {
        var face = TestFonts.DejaVu;
        face.TryGetGlyph(new Rune(0xFB01), out var fi);
        face.TryGetGlyph(new Rune('x'), out var x);
        var root = new StructureNode("Document", null);
        var run = new GlyphRun(
            face,
            12,
            Rgb.Black,
            80,
            100,
            [new PlacedGlyph(x, "x", 0), new PlacedGlyph(fi, "fi", 8), new PlacedGlyph(x, "x", 16)]
        )
        {
            Structure = new StructureNode("P", root),
        };
        Assert.StartsWith("xfix", PdfTools.Text(PdfWriter.Write(SampleDocument.OfLine(run))), StringComparison.Ordinal);
    }

    [Fact]
    public void One_glyph_that_stands_for_two_characters_gives_back_each_where_it_stands()
    {
        var face = TestFonts.NotoSerif;
        Assert.True(face.TryGetGlyph(new Rune('工'), out var glyph));
        var run = new GlyphRun(
            face,
            12,
            Rgb.Black,
            80,
            100,
            [new PlacedGlyph(glyph, "工", 0), new PlacedGlyph(glyph, "⼯", 12), new PlacedGlyph(glyph, "工", 24)]
        )
        {
            Structure = new StructureNode("P", new StructureNode("Document", null)),
        };
        Assert.StartsWith(
            "工⼯工",
            PdfTools.Text(PdfWriter.Write(SampleDocument.OfLine(run))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.237)]
    [InlineData(-0.41)]
    [InlineData(2.5)]
    public void Glyphs_stand_where_they_were_placed(double extra)
    {
        var run = SampleDocument.Line(
            TestFonts.Set[FontRole.Song],
            "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未",
            16,
            79.3,
            400,
            new StructureNode("P", new StructureNode("Document", null)),
            extra
        );
        Assert.InRange(LastRightEdge(run) - (79.3 + run.Glyphs[^1].Offset + 16), -0.02, 0.02);
    }

    [Fact]
    public void Uneven_gaps_are_kept_too()
    {
        var even = SampleDocument.Line(
            TestFonts.Set[FontRole.Song],
            "经费收缴总体平稳留成比例符合规定",
            12,
            80,
            400,
            new StructureNode("P", new StructureNode("Document", null))
        );
        var moved = even with
        {
            Glyphs = [.. even.Glyphs.Select((g, i) => g with { Offset = g.Offset + (i * i * 0.0137) })],
        };
        Assert.InRange(LastRightEdge(moved) - (80 + moved.Glyphs[^1].Offset + 12), -0.02, 0.02);
    }

    [Fact]
    public void A_missing_character_is_shown_as_a_blank_type_and_copied_as_itself()
    {
        var run = SampleDocument.Line(
            TestFonts.Set[FontRole.Song],
            "甲\U0010FFFD乙",
            12,
            80,
            100,
            new StructureNode("P", new StructureNode("Document", null))
        );
        Assert.Equal(0, run.Glyphs[1].Glyph);
        Assert.StartsWith(
            "甲\U0010FFFD乙",
            PdfTools.Text(PdfWriter.Write(SampleDocument.OfLine(run))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Adjacent_runs_of_one_element_share_one_marked_sequence()
    {
        var root = new StructureNode("Document", null);
        var node = new StructureNode("P", root);
        var song = TestFonts.Set[FontRole.Song];
        var document = SampleDocument.OfLine(SampleDocument.Line(song, "甲乙", 12, 80, 100, node)) with
        {
            Pages =
            [
                new Page(
                    595,
                    842,
                    "1",
                    [
                        SampleDocument.Line(song, "甲乙", 12, 80, 100, node),
                        SampleDocument.Line(song, "丙丁", 12, 104, 100, node),
                        SampleDocument.Line(TestFonts.Set[FontRole.Hei], "戊己", 12, 128, 100, node),
                    ]
                ),
            ],
        };
        Assert.Single(Regex.Matches(PdfTools.Unpack(PdfWriter.Write(document)), "/MCID [0-9]+>>BDC"));
    }

    [Fact]
    public void Content_outside_the_structure_is_refused()
    {
        var document = SampleDocument.OfLine(
            SampleDocument.Line(TestFonts.Set[FontRole.Song], "甲", 12, 80, 100, new StructureNode("P", null))
        ) with
        {
            Structure = new StructureNode("Document", null),
        };
        Assert.Contains(
            "not in the structure",
            Assert.Throws<ArgumentException>(() => PdfWriter.Write(document)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_link_to_a_page_that_is_not_there_is_refused()
    {
        var document = SampleDocument.Full();
        document = document with { Outline = [new OutlineEntry("无", new Destination(2, 0), [])] };
        Assert.Contains(
            "page index 2",
            Assert.Throws<ArgumentException>(() => PdfWriter.Write(document)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Documents_may_be_written_by_many_threads_at_once()
    {
        var results = new byte[4][];
        Parallel.For(0, results.Length, i => results[i] = PdfWriter.Write(SampleDocument.Full()));
        Assert.All(results, r => Assert.Equal(Full.Value, r));
    }

    [Fact]
    public void A_long_document_is_sound_and_its_objects_are_found()
    {
        var pdf = PdfWriter.Write(SampleDocument.Long(60));
        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Check(pdf), StringComparison.Ordinal);
        Assert.Equal(60 * 22 * 28, PdfTools.Text(pdf).Count(c => c >= 0x4E00));
    }

    private static double LastRightEdge(GlyphRun run)
    {
        var boxes = PdfTools.Boxes(PdfWriter.Write(SampleDocument.OfLine(run)));
        return Regex
            .Matches(boxes, "xMax=\"([0-9.]+)\"")
            .Select(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))
            .Max();
    }
}
