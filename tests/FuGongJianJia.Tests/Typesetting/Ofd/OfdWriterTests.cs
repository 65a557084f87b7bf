using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Ofd;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Pdf.Reading;

namespace FuGongJianJia.Tests.Typesetting.Ofd;

/// <summary>The writer of OFD, on pages placed by hand.</summary>
public sealed class OfdWriterTests
{
    private static readonly XNamespace Ofd = OfdFile.Space;
    private static readonly Lazy<byte[]> Bytes = new(() => OfdWriter.Write(Sample()));
    private static readonly Lazy<OfdFile> File = new(() => new OfdFile(Bytes.Value));

    // What GB/T 33190-2016 asks each element to have: attributes, then children in their order; “?” marks what may be
    // absent, “*” what may also come more than once.
    private static readonly Dictionary<string, (string Attributes, string Children)> Rules = new()
    {
        ["OFD"] = ("Version DocType", "DocBody*"),
        ["DocBody"] = ("", "DocInfo DocRoot"),
        ["DocInfo"] = ("", "DocID Title Author? Subject? CreationDate ModDate Keywords? Creator CreatorVersion?"),
        ["Keywords"] = ("", "Keyword*"),
        ["Document"] = ("", "CommonData Pages Outlines? VPreferences Bookmarks? Annotations? Attachments?"),
        ["CommonData"] = ("", "MaxUnitID PageArea PublicRes DocumentRes?"),
        ["PageArea"] = ("", "PhysicalBox"),
        ["Pages"] = ("", "Page*"),
        ["Outlines"] = ("", "OutlineElem*"),
        ["OutlineElem"] = ("Title", "Actions OutlineElem*"),
        ["Actions"] = ("", "Action"),
        ["Goto"] = ("", "Dest"),
        ["URI"] = ("URI", ""),
        ["Bookmark"] = ("Name", "Dest"),
        ["VPreferences"] = ("", "PageMode TabDisplay"),
        ["Res"] = ("BaseLoc", "Fonts? MultiMedias?"),
        ["Font"] = ("ID FontName FamilyName Italic? Bold? FixedWidth?", "FontFile"),
        ["MultiMedia"] = ("ID Type Format", "MediaFile"),
        ["Area"] = ("", "PhysicalBox"),
        ["Content"] = ("", "Layer"),
        ["Layer"] = ("ID Type", "TextObject* PathObject* ImageObject*"),
        ["TextObject"] = ("ID Boundary Font Size CTM?", "FillColor CGTransform? TextCode"),
        ["CGTransform"] = ("CodePosition CodeCount GlyphCount", "Glyphs"),
        ["TextCode"] = ("X Y DeltaX?", ""),
        ["PathObject"] = (
            "ID Boundary Stroke Fill LineWidth? DashPattern?",
            "Actions? StrokeColor? FillColor? AbbreviatedData"
        ),
        ["ImageObject"] = ("ID Boundary ResourceID CTM", ""),
        ["FillColor"] = ("Value", ""),
        ["StrokeColor"] = ("Value", ""),
        ["PageAnnot"] = ("", "Annot*"),
        ["Annot"] = ("ID Type Creator LastModDate Visible? Print?", "Remark Appearance"),
        ["Appearance"] = ("Boundary", "PathObject"),
        ["Annotations"] = ("", "Page*"),
        ["Attachments"] = ("", "Attachment*"),
        ["Attachment"] = ("ID Name Format CreationDate Size", "FileLoc"),
    };

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        Assert.Equal(Bytes.Value, OfdWriter.Write(Sample()));
        Assert.All(File.Value.Times, time => Assert.Equal(new DateTime(1980, 1, 1), time));
    }

    [Fact]
    public void Another_content_has_another_identifier()
    {
        string Id(PagedDocument document) =>
            new OfdFile(OfdWriter.Write(document)).Entry.Descendants(Ofd + "DocID").Single().Value;
        var sample = Sample();

        Assert.Matches("^[0-9a-f]{32}$", Id(sample));
        Assert.NotEqual(Id(sample), Id(sample with { Info = sample.Info with { Title = "另一份" } }));
        Assert.NotEqual(Id(sample), Id(sample with { Pages = [sample.Pages[1]], Outline = [] }));
    }

    [Fact]
    public void Every_element_has_what_the_standard_asks_in_its_order()
    {
        foreach (var (path, root) in File.Value.Xmls)
        {
            foreach (var element in root.DescendantsAndSelf())
            {
                Assert.Equal(Ofd, element.Name.Namespace);
                var name = element.Name.LocalName;
                // A page in a list of pages or annotations only says where it is.
                if (name == "Page" && element.Parent is { } list)
                {
                    Holds(path, element, list.Name == Ofd + "Pages" ? "ID BaseLoc" : "PageID", null);
                    continue;
                }

                if (Rules.TryGetValue(name, out var rule))
                    Holds(path, element, rule.Attributes, name == "Layer" ? null : rule.Children);
            }
        }

        static void Holds(string path, XElement element, string attributes, string? children)
        {
            var given = element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => a.Name.LocalName);
            var asked = attributes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Empty(asked.Where(a => !a.EndsWith('?')).Except(given).Select(a => $"{path}: {element.Name} {a}"));
            Assert.Empty(given.Except(asked.Select(a => a.TrimEnd('?'))).Select(a => $"{path}: {element.Name} {a}"));
            if (children is null)
                return;
            var pattern = string.Concat(
                children
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(c =>
                        c.EndsWith('*') ? $"(?:{c[..^1]} )*"
                        : c.EndsWith('?') ? $"(?:{c[..^1]} )?"
                        : $"{c} "
                    )
            );
            Assert.Matches($"^{pattern}$", string.Concat(element.Elements().Select(c => c.Name.LocalName + " ")));
        }
    }

    [Fact]
    public void Identifiers_are_unique_and_none_is_above_the_greatest()
    {
        var ids = File
            .Value.Xmls.SelectMany(x => x.Root.DescendantsAndSelf())
            .Where(e => e.Name != Ofd + "Attachment")
            .Select(e => (string?)e.Attribute("ID"))
            .OfType<string>()
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            .ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids.Max(), (int)File.Value.Document.Element(Ofd + "CommonData")!.Element(Ofd + "MaxUnitID")!);
    }

    [Fact]
    public void Everything_that_is_named_is_there_and_everything_there_is_named()
    {
        var file = File.Value;
        var named = new HashSet<string> { "OFD.xml" };
        foreach (var (path, root) in file.Xmls)
        {
            var folder = path[..(path.LastIndexOf('/') + 1)];
            var resources = root.Name == Ofd + "Res" ? (string)root.Attribute("BaseLoc")! + "/" : "";
            var places = root.DescendantsAndSelf()
                .Where(e =>
                    e.Name.LocalName
                        is "DocRoot"
                            or "PublicRes"
                            or "DocumentRes"
                            or "FontFile"
                            or "MediaFile"
                            or "FileLoc"
                            or "Annotations"
                            or "Attachments"
                    && !e.HasElements
                    && e.Parent is not null
                )
                .Select(e => e.Value)
                .Concat(root.Descendants(Ofd + "Page").Select(e => (string?)e.Attribute("BaseLoc")).OfType<string>());
            foreach (var place in places)
                Assert.True(named.Add(place[0] == '/' ? place[1..] : folder + resources + place), place);
        }

        Assert.Equal(file.Parts.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
        var fonts = file.All("Font").Select(f => (string?)f.Attribute("ID")).ToHashSet();
        var images = file.All("MultiMedia").Select(f => (string?)f.Attribute("ID")).ToHashSet();
        var pages = file.Document.Descendants(Ofd + "Page").Select(p => (string?)p.Attribute("ID")).ToHashSet();
        Assert.All(file.All("TextObject"), t => Assert.Contains((string?)t.Attribute("Font"), fonts));
        Assert.All(file.All("ImageObject"), i => Assert.Contains((string?)i.Attribute("ResourceID"), images));
        Assert.All(file.All("Dest"), d => Assert.Contains((string?)d.Attribute("PageID"), pages));
        Assert.NotEmpty(images);
    }

    [Fact]
    public void Its_pages_say_what_those_of_the_pdf_say()
    {
        var pdf = PdfText.Pages(PdfWriter.Write(Sample())).Select(Dense).ToArray();

        Assert.Equal(pdf, OfdReader.Pages(Bytes.Value).Select(Dense));
        Assert.Contains("入会率达到95.50%", pdf[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_font_by_itself_gives_every_character_its_glyph()
    {
        var file = File.Value;
        var faces = new Dictionary<string, FontFace>();
        foreach (var font in file.All("Font"))
        {
            var path = "Doc_0/Res/" + font.Element(Ofd + "FontFile")!.Value;
            faces.Add((string)font.Attribute("ID")!, TestFonts.Parse(file.Parts[path]));
        }

        Assert.Contains(faces.Values, f => f.IsCff);
        Assert.Contains(faces.Values, f => !f.IsCff);
        var sources = Sample().Pages.SelectMany(p => p.Items).OfType<GlyphRun>().Select(r => r.Face).Distinct();
        foreach (var text in file.All("TextObject").Where(t => t.Element(Ofd + "CGTransform") is null))
        {
            var face = faces[(string)text.Attribute("Font")!];
            var source = sources.FirstOrDefault(s =>
                face.PostScriptName.EndsWith(s.PostScriptName, StringComparison.Ordinal)
            );
            foreach (var rune in text.Element(Ofd + "TextCode")!.Value.EnumerateRunes())
            {
                Assert.True(face.TryGetGlyph(rune, out var glyph), $"{rune} in {face.PostScriptName}");
                if (source is null || !source.TryGetGlyph(rune, out var original))
                    continue;
                Assert.Equal(source.AdvanceOf(original), face.AdvanceOf(glyph));
                Assert.Equal(source.InkBox(original), face.InkBox(glyph));
            }
        }
    }

    [Fact]
    public void A_character_with_a_second_glyph_and_one_with_several_characters_name_their_glyphs()
    {
        var face = TestFonts.NotoSerif;
        ushort Glyph(char c) => face.TryGetGlyph(new Rune(c), out var glyph) ? glyph : (ushort)0;
        var run = new GlyphRun(
            face,
            12,
            Rgb.Black,
            80,
            100,
            [
                new(Glyph('工'), "工", 0),
                new(Glyph('会'), "工", 12),
                new(Glyph('工'), "工", 24),
                new(Glyph('主'), "主席", 36),
                new(Glyph('口'), "", 60),
            ]
        );

        var ofd = OfdWriter.Write(SampleDocument.OfLine(run));
        var file = new OfdFile(ofd);
        var font = TestFonts.Parse(file.Parts.Single(p => p.Key.EndsWith(".otf", StringComparison.Ordinal)).Value);

        var objects = file.All("TextObject").ToList();
        Assert.Equal(["工", "工", "工", "主席", "\u200B"], objects.Select(o => o.Element(Ofd + "TextCode")!.Value));
        Assert.Equal(
            [null, "1", null, "2", "1"],
            objects.Select(o => (string?)o.Element(Ofd + "CGTransform")?.Attribute("CodeCount"))
        );
        Assert.True(font.TryGetGlyph(new Rune('工'), out var mapped));
        Assert.Equal(face.InkBox(Glyph('工')), font.InkBox(mapped));
        var other = ushort.Parse(objects[1].Descendants(Ofd + "Glyphs").Single().Value, CultureInfo.InvariantCulture);
        Assert.Equal(face.InkBox(Glyph('会')), font.InkBox(other));
        Assert.Equal("工工工主席", Dense(OfdReader.Pages(ofd)[0]).Replace("\u200B", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_character_outside_the_basic_plane_stands_alone_and_is_in_the_map()
    {
        const string Rare = "甲𠀀乙";
        var run = SampleDocument.Line(TestFonts.Set[FontRole.Song], Rare, 12, 80, 100, null);

        var ofd = OfdWriter.Write(SampleDocument.OfLine(run));
        var file = new OfdFile(ofd);

        Assert.Equal(["甲", "𠀀", "乙"], file.All("TextCode").Select(c => c.Value));
        Assert.Equal(Rare, Dense(OfdReader.Pages(ofd)[0]));
        var font = TestFonts.Parse(file.Parts.Single(p => p.Key.Contains("/Res/", StringComparison.Ordinal)).Value);
        Assert.True(font.TryGetGlyph(new Rune(0x20000), out _));
    }

    [Fact]
    public void A_missing_character_is_a_blank_type_and_still_itself()
    {
        var face = TestFonts.NotoSerif;
        Assert.True(face.TryGetGlyph(new Rune('〓'), out var blank));

        var file = new OfdFile(
            OfdWriter.Write(SampleDocument.OfLine(new GlyphRun(face, 12, Rgb.Black, 80, 100, [new(0, "鿋", 0)])))
        );
        var font = TestFonts.Parse(file.Parts.Single(p => p.Key.EndsWith(".otf", StringComparison.Ordinal)).Value);

        Assert.Equal("鿋", file.All("TextCode").Single().Value);
        Assert.True(font.TryGetGlyph(new Rune('鿋'), out var glyph));
        Assert.Equal(face.InkBox(blank), font.InkBox(glyph));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.37)]
    [InlineData(-0.211)]
    public void No_error_adds_up_along_a_line(double extra)
    {
        var run = SampleDocument.Line(
            TestFonts.Set[FontRole.FangSong],
            string.Concat(Enumerable.Repeat(SampleDocument.Sentence, 3)),
            15.75,
            80,
            100,
            null,
            extra
        );

        var text = new OfdFile(OfdWriter.Write(SampleDocument.OfLine(run))).All("TextObject").Single();
        var code = text.Element(Ofd + "TextCode")!;
        var box = OfdFile.Numbers((string)text.Attribute("Boundary")!);
        var x = box[0] + (double)code.Attribute("X")!;
        var places = Distances((string)code.Attribute("DeltaX")!)
            .Aggregate(new List<double> { x }, (list, d) => [.. list, list[^1] + d]);

        Assert.Equal(run.Glyphs.Length, places.Count);
        Assert.All(run.Glyphs.Zip(places), p => Assert.Equal((run.X + p.First.Offset) * 25.4 / 72, p.Second, 0.002));
        Assert.Equal(run.Y * 25.4 / 72, box[1] + (double)code.Attribute("Y")!, 0.001);
        Assert.Equal(15.75 * 25.4 / 72, (double)text.Attribute("Size")!, 0.001);
    }

    [Fact]
    public void A_rotated_text_stands_within_its_boundary_at_its_place()
    {
        var mark = new TextMark(100, 50, "得分", 10, FontRole.Hei, new Ink(Rgb.Black), TextAnchor.Start, 90);

        var text = new OfdFile(OfdWriter.Write(Of(mark))).All("TextObject").Single();
        var box = OfdFile.Numbers((string)text.Attribute("Boundary")!);
        var matrix = OfdFile.Numbers((string)text.Attribute("CTM")!);

        // Turned by a right angle to the right: what ran to the right runs down.
        Assert.Equal([0, 1, -1, 0], matrix[..4]);
        Assert.Equal((50 + 100) * 25.4 / 72, box[0] + matrix[4], 0.002);
        Assert.Equal((60 + 50) * 25.4 / 72, box[1] + matrix[5], 0.002);
        Assert.True(box[3] > box[2]);
        Assert.InRange(matrix[4], 0, box[2]);
        Assert.InRange(matrix[5], 0, box[3]);
    }

    [Fact]
    public void What_a_group_clips_is_clipped_by_boundaries()
    {
        var path = new PathMark(Shapes.Rectangle(0, 0, 100, 100), new Fill(new Ink(Rgb.Black)), null);
        var hidden = new PathMark(Shapes.Rectangle(300, 300, 10, 10), new Fill(new Ink(Rgb.Black)), null);

        var shown = new OfdFile(OfdWriter.Write(Of(new GroupMark([path, hidden], 10, 20, new Rectangle(0, 0, 40, 30)))))
            .All("PathObject")
            .Single();

        Assert.Equal(
            [(50 + 10) * 25.4 / 72, (60 + 20) * 25.4 / 72, 40 * 25.4 / 72, 30 * 25.4 / 72],
            OfdFile.Numbers((string)shown.Attribute("Boundary")!),
            (a, b) => Math.Abs(a - b) < 0.002
        );
        Assert.Matches(@"^M 0 0 L 35\.27[78] 0 ", shown.Value);
    }

    [Fact]
    public void Metadata_outline_links_and_attachments_are_those_of_the_document()
    {
        var (file, sample) = (File.Value, Sample());
        var info = file.Entry.Descendants(Ofd + "DocInfo").Single();
        string? Info(string name) => info.Element(Ofd + name)?.Value;

        Assert.Equal(sample.Info.Title, Info("Title"));
        Assert.Equal("示例区总工会", Info("Author"));
        Assert.Equal("年度报告", Info("Subject"));
        Assert.Equal("2025-01-15", Info("CreationDate"));
        Assert.Equal(["工会", "五大指数"], info.Descendants(Ofd + "Keyword").Select(k => k.Value));
        var outer = file.Document.Element(Ofd + "Outlines")!.Elements().Single();
        Assert.Equal("二〇二四年度工作报告", (string?)outer.Attribute("Title"));
        Assert.Equal("表1", (string?)outer.Elements(Ofd + "OutlineElem").Single().Attribute("Title"));
        var ids = file.Document.Descendants(Ofd + "Page").Select(p => (string?)p.Attribute("ID")).ToArray();
        var dest = outer.Elements(Ofd + "OutlineElem").Single().Descendants(Ofd + "Dest").Single();
        Assert.Equal(ids[1], (string?)dest.Attribute("PageID"));
        Assert.Equal(80 * 25.4 / 72, (double)dest.Attribute("Top")!, 0.001);
        Assert.Equal(
            ["见表1", "在线报告"],
            file.All("Annot")
                .Where(a => (string?)a.Attribute("Type") == "Link")
                .Select(a => a.Element(Ofd + "Remark")!.Value)
        );
        Assert.Equal("https://example.cn/报告?a=(1)", (string?)file.All("URI").Single().Attribute("URI"));
        var attachment = file.All("Attachment").Single();
        Assert.Equal("scores.csv", (string?)attachment.Attribute("Name"));
        Assert.Equal(
            sample.Attachments[0].Content,
            file.Parts[attachment.Element(Ofd + "FileLoc")!.Value.TrimStart('/')]
        );
    }

    [Fact]
    public void A_place_for_a_seal_is_named_and_not_shown()
    {
        var file = File.Value;

        var stamp = file.All("Annot").Single(a => (string?)a.Attribute("Type") == "Stamp");
        Assert.Equal(("false", "false"), ((string?)stamp.Attribute("Visible"), (string?)stamp.Attribute("Print")));
        Assert.Equal("印章：预留电子签章的位置", stamp.Element(Ofd + "Remark")!.Value);
        var box = OfdFile.Numbers((string)stamp.Element(Ofd + "Appearance")!.Attribute("Boundary")!);
        Assert.Equal([42.0, 42.0], box[2..], (a, b) => Math.Abs(a - b) < 0.002);
        var mark = file.All("Bookmark").Single();
        Assert.Equal("印章", (string?)mark.Attribute("Name"));
        Assert.Equal(box[0], (double)mark.Element(Ofd + "Dest")!.Attribute("Left")!, 0.001);
        Assert.Empty(file.All("Signatures"));
    }

    [Fact]
    public void What_cannot_be_written_is_refused()
    {
        var sample = Sample();
        Assert.Throws<ArgumentException>(() => OfdWriter.Write(sample with { Pages = [] }));
        Assert.Throws<ArgumentException>(() =>
            OfdWriter.Write(sample with { Outline = [new OutlineEntry("无", new Destination(9, 0), [])] })
        );
        Assert.Throws<ArgumentException>(() =>
            OfdWriter.Write(
                sample with
                {
                    Pages = [sample.Pages[0] with { Items = [new ImageItem([1, 2, 3], new Rectangle(0, 0, 9, 9))] }],
                    Outline = [],
                }
            )
        );
    }

    [Fact]
    public void Characters_that_xml_forbids_do_not_break_the_file()
    {
        var sample = Sample();
        var file = new OfdFile(OfdWriter.Write(sample with { Info = sample.Info with { Title = "甲\u0001乙\uD800" } }));

        Assert.Equal("甲\uFFFD乙\uFFFD", file.Entry.Descendants(Ofd + "Title").Single().Value);
    }

    [Fact]
    public void The_second_look_reads_a_number_over_two_faces_and_keeps_cells_apart()
    {
        var fonts = TestFonts.Set;
        var (left, right) = ("3101011990", "01011234");
        var width = left.Sum(c => Advance(fonts[FontRole.Song], c)) * 10;
        var page = new Page(
            595,
            842,
            "1",
            [
                SampleDocument.Line(fonts[FontRole.Song], left, 10, 80, 100, null),
                SampleDocument.Line(fonts[FontRole.Hei], right, 10, 80 + width, 100, null),
                SampleDocument.Line(fonts[FontRole.Song], "13800", 10, 80, 130, null),
                SampleDocument.Line(fonts[FontRole.Song], "138000", 10, 150, 130, null),
            ]
        );
        var document = SampleDocument.OfLine((GlyphRun)page.Items[0]) with { Pages = [page] };

        Assert.Equal(["310101199001011234\n13800\n138000"], OfdReader.Pages(OfdWriter.Write(document)));

        static double Advance(Typeface typeface, char c) =>
            typeface.Main.TryGetGlyph(new Rune(c), out var glyph) ? typeface.Main.AdvanceOf(glyph) : 0;
    }

    [Fact]
    public void The_second_look_reads_titles_names_and_attached_tables()
    {
        var text = OfdReader.Text(Bytes.Value);

        foreach (
            var words in (string[])
                [
                    "<演示> & (数据)",
                    "示例区总工会",
                    "scores.csv",
                    "A1,93.20",
                    "https://example.cn/报告",
                    "在线报告",
                    "温暖指数",
                ]
        )
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    // The sample of the PDF with a picture and a place for a seal.
    private static PagedDocument Sample()
    {
        var full = SampleDocument.Full();
        using var bitmap = new SkiaSharp.SKBitmap(2, 2, SkiaSharp.SKColorType.Rgb888x, SkiaSharp.SKAlphaType.Opaque);
        using var jpeg = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Jpeg, 90);
        var side = 42 * 72 / 25.4;
        return full with
        {
            Pages =
            [
                full.Pages[0] with
                {
                    Items = full.Pages[0]
                        .Items.Add(new ImageItem([.. jpeg.ToArray()], new Rectangle(400, 300, 60, 40))),
                    Seals = [new SealPlace(new Rectangle(380, 500, side, side), "印章", null)],
                },
                full.Pages[1],
            ],
        };
    }

    private static PagedDocument Of(Mark mark)
    {
        var root = new StructureNode("Document", null);
        var drawing = new Drawing
        {
            Width = 200,
            Height = 200,
            Title = "",
            Description = "",
            Marks = [mark],
        };
        return new PagedDocument
        {
            Pages = [new Page(595, 842, "1", [new DrawingItem(drawing, 50, 60, 1, TestFonts.Set)])],
            Structure = root,
            Info = new DocumentInfo { Title = "试", Date = new DateOnly(2025, 1, 1) },
        };
    }

    private static IEnumerable<double> Distances(string text)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var counted = words[i] == "g";
            var (count, word) = counted
                ? (int.Parse(words[i + 1], CultureInfo.InvariantCulture), words[i + 2])
                : (1, words[i]);
            for (var n = 0; n < count; n++)
                yield return double.Parse(word, CultureInfo.InvariantCulture);
            i += counted ? 2 : 0;
        }
    }

    private static string Dense(string text) => Regex.Replace(text, @"\s", "");
}
