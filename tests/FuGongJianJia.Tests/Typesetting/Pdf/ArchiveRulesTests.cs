using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

/// <summary>
/// The rules of ISO 19005-3 (PDF/A-3) and ISO 14289-1 (PDF/UA-1) that a program can check and that belong to the
/// writer.
/// The table in the README of the typesetting project names each of these tests.
/// </summary>
public class ArchiveRulesTests
{
    private static readonly Lazy<byte[]> Pdf = new(() => PdfWriter.Write(SampleDocument.Full()));
    private static readonly Lazy<string> Open = new(() => PdfTools.Unpack(Pdf.Value));
    private static readonly Lazy<XDocument> Xmp = new(() =>
    {
        var text = Encoding.UTF8.GetString(Pdf.Value);
        var start = text.IndexOf("<x:xmpmeta", StringComparison.Ordinal);
        return XDocument.Parse(text[start..(text.IndexOf("</x:xmpmeta>", StringComparison.Ordinal) + 12)]);
    });

    [Fact]
    public void The_header_names_the_version_and_a_comment_of_high_bytes_follows()
    {
        Assert.True(Pdf.Value.AsSpan().StartsWith("%PDF-1.7\n%"u8));
        Assert.All(Pdf.Value[10..14], b => Assert.True(b > 127));
    }

    [Fact]
    public void The_trailer_has_an_identifier_and_nothing_is_encrypted()
    {
        Assert.Matches(@"/ID \[\s*<[0-9a-f]{32}>\s*<[0-9a-f]{32}>", Open.Value);
        Assert.DoesNotContain("/Encrypt", Open.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_follows_the_end_of_the_file() => Assert.True(Pdf.Value.AsSpan().EndsWith("%%EOF\n"u8));

    [Theory]
    [InlineData("/LZWDecode")]
    [InlineData("/JavaScript")]
    [InlineData("/JS ")]
    [InlineData("/Launch")]
    [InlineData("/AA ")]
    [InlineData("/ExtGState")]
    [InlineData("/SMask")]
    [InlineData("/OCProperties")]
    [InlineData("/AcroForm")]
    [InlineData("/XFA")]
    [InlineData("/Interpolate")]
    [InlineData("/Alternates")]
    [InlineData("/PS")]
    [InlineData("/DeviceCMYK")]
    [InlineData("/Suspects")]
    public void Forbidden_features_are_absent(string name) =>
        Assert.DoesNotMatch(Regex.Escape(name.TrimEnd()) + @"[\s/<\[(]", Open.Value);

    [Fact]
    public void A_place_for_a_seal_is_an_empty_signature_field_that_prints_nothing()
    {
        var full = SampleDocument.Full();
        var form = new StructureNode("Form", full.Structure);
        var seal = new SealPlace(new Rectangle(380, 500, 119, 119), "印章", form);
        var pdf = PdfWriter.Write(full with { Pages = [full.Pages[0] with { Seals = [seal] }, full.Pages[1]] });
        var open = PdfTools.Unpack(pdf);

        var objects = Regex
            .Matches(open, @"\n(\d+) 0 obj\n([\s\S]*?)\nendobj")
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

        Assert.Contains("No syntax or stream encoding errors found", PdfTools.Check(pdf), StringComparison.Ordinal);
        var (number, field) = objects.Single(o => o.Value.Contains("/FT /Sig", StringComparison.Ordinal));
        Assert.Matches(@"/Subtype /Widget\b", field);
        Assert.Matches(@"/F 4\b", field);
        Assert.Matches(@"/TU [(<]", field);
        Assert.DoesNotMatch(@"/V\b", field);
        var appearance = objects[Regex.Match(field, @"/N (\d+) 0 R").Groups[1].Value];
        Assert.Matches(@"/Subtype /Form\b", appearance);
        Assert.Matches(@"stream\s+q Q\s+endstream", appearance);
        Assert.Matches($@"/AcroForm <<\s*/Fields \[\s*{number} 0 R\s*\]\s*/SigFlags 1\s*>>", open);
        Assert.DoesNotContain("/NeedAppearances", open, StringComparison.Ordinal);

        // Its element leads to it, and it back to its element.
        var (own, _) = objects.Single(o => Regex.IsMatch(o.Value, @"/S /Form\b"));
        Assert.Matches($@"/Obj {number} 0 R[\s\S]*/Type /OBJR", objects[own]);
        var key = Regex.Match(field, @"/StructParent (\d+)").Groups[1].Value;
        var back = new Regex($@"\n\s*{key}\s+{own} 0 R");
        Assert.Contains(objects.Values, o => o.Contains("/Nums [", StringComparison.Ordinal) && back.IsMatch(o));
    }

    [Fact]
    public void Two_places_for_seals_have_two_names()
    {
        var full = SampleDocument.Full();
        var seal = new SealPlace(new Rectangle(380, 500, 119, 119), "印章", null);

        Assert.Throws<ArgumentException>(() =>
            PdfWriter.Write(full with { Pages = [.. full.Pages.Select(p => p with { Seals = [seal] })] })
        );
    }

    [Fact]
    public void The_output_intent_carries_a_profile_of_three_components()
    {
        Assert.Matches(@"/S /GTS_PDFA1", Open.Value);
        Assert.Matches(@"/N 3\b", Open.Value);
        var profile = SrgbProfile.Bytes;
        Assert.Equal(profile.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.True(profile[36..].StartsWith("acsp"u8) && profile[12..].StartsWith("mntrRGB XYZ "u8));
        Assert.Equal(0x04200000, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile[8..]));
    }

    [Fact]
    public void The_primaries_of_the_profile_add_up_to_its_white()
    {
        var profile = SrgbProfile.Bytes.ToArray();
        for (var axis = 0; axis < 3; axis++)
        {
            var sum = new[] { "rXYZ", "gXYZ", "bXYZ" }.Sum(tag => Read(tag, axis));
            Assert.InRange(sum - Read("wtpt", axis), -0.0005, 0.0005);
        }

        double Read(string tag, int axis)
        {
            for (var at = 132; ; at += 12)
            {
                if (Encoding.ASCII.GetString(profile, at, 4) == tag)
                {
                    var place = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile.AsSpan(at + 4));
                    return System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(
                            profile.AsSpan(place + 8 + (axis * 4))
                        ) / 65536.0;
                }
            }
        }
    }

    [Fact]
    public void Every_font_has_a_program_widths_and_a_unicode_map()
    {
        var type0 = Regex.Count(Open.Value, @"/Subtype /Type0\b");
        Assert.True(type0 >= 5);
        Assert.Equal(type0, Regex.Count(Open.Value, @"/ToUnicode \d+ 0 R"));
        Assert.Equal(type0, Regex.Count(Open.Value, @"/FontFile[23] \d+ 0 R"));
        Assert.Equal(type0, Regex.Count(Open.Value, @"/Encoding /Identity-H"));
        Assert.Equal(
            Regex.Count(Open.Value, @"/Subtype /CIDFontType2\b"),
            Regex.Count(Open.Value, @"/CIDToGIDMap /Identity")
        );
    }

    [Fact]
    public void No_text_shows_notdef()
    {
        var run = SampleDocument.Line(
            TestFonts.Set[FontRole.Song],
            "甲\U0010FFFD乙",
            12,
            80,
            100,
            new StructureNode("P", null)
        );
        Assert.Equal(0, run.Glyphs[1].Glyph);
        var codes = Codes(PdfTools.Unpack(PdfWriter.Write(SampleDocument.OfLine(run))));
        Assert.Equal(3, codes.Count);
        Assert.DoesNotContain(0, codes);
        Assert.DoesNotContain(0, Codes(Open.Value));
    }

    [Fact]
    public void Characters_of_the_private_use_area_have_a_replacement_text()
    {
        var face = TestFonts.NotoSerif;
        face.TryGetGlyph(new Rune('工'), out var glyph);
        var run = new GlyphRun(face, 12, Rgb.Black, 80, 100, [new PlacedGlyph(glyph, "\uE000", 0)])
        {
            Structure = new StructureNode("P", null),
        };
        Assert.Contains(
            "/Span<</ActualText",
            PdfTools.Unpack(PdfWriter.Write(SampleDocument.OfLine(run))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Metadata_names_both_standards_and_describes_the_schema_of_the_second()
    {
        XNamespace a = "http://www.aiim.org/pdfa/ns/id/",
            ua = "http://www.aiim.org/pdfua/ns/id/",
            schema = "http://www.aiim.org/pdfa/ns/schema#";
        Assert.Equal("3", Xmp.Value.Descendants(a + "part").Single().Value);
        Assert.Equal("A", Xmp.Value.Descendants(a + "conformance").Single().Value);
        Assert.Equal("1", Xmp.Value.Descendants(ua + "part").Single().Value);
        Assert.Equal(ua.NamespaceName, Xmp.Value.Descendants(schema + "namespaceURI").Single().Value);
        Assert.Matches(@"/Subtype /XML\s+/Type /Metadata", Open.Value);
    }

    [Fact]
    public void Metadata_and_information_say_the_same()
    {
        XNamespace dc = "http://purl.org/dc/elements/1.1/",
            xmp = "http://ns.adobe.com/xap/1.0/",
            pdf = "http://ns.adobe.com/pdf/1.3/";
        var info = SampleDocument.Full().Info;
        Assert.Equal(info.Title, Xmp.Value.Descendants(dc + "title").Single().Value);
        Assert.Equal(info.Author, Xmp.Value.Descendants(dc + "creator").Single().Value);
        Assert.Equal(info.Subject, Xmp.Value.Descendants(dc + "description").Single().Value);
        Assert.Equal("2025-01-15T00:00:00+08:00", Xmp.Value.Descendants(xmp + "CreateDate").Single().Value);
        Assert.Equal(info.Producer, Xmp.Value.Descendants(pdf + "Producer").Single().Value);
        Assert.Contains("(D:20250115000000+08'00')", Open.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_is_marked_has_a_language_and_shows_its_title()
    {
        Assert.Matches(@"/MarkInfo <<\s*/Marked true\s*>>", Open.Value);
        Assert.Contains("/Lang (zh-CN)", Open.Value, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", Open.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mark_on_a_page_is_tagged_or_an_artifact()
    {
        foreach (var content in Contents())
        {
            var depth = 0;
            foreach (var line in content.Split('\n'))
            {
                if (Regex.IsMatch(line, @"(BDC|BMC)$"))
                    depth++;
                else if (line.EndsWith("EMC", StringComparison.Ordinal))
                    depth--;
                else if (Regex.IsMatch(line, @"[>)\]](Tj|TJ)$|(^| )(f|S|B|Do)$"))
                    Assert.True(depth > 0, line);
            }

            Assert.Equal(0, depth);
        }
    }

    [Fact]
    public void Marked_sequences_and_text_objects_are_properly_nested()
    {
        foreach (var content in Contents())
        {
            var open = new Stack<string>();
            foreach (Match m in Regex.Matches(content, @"(?:^|\s|>>)(BT|ET|BDC|BMC|EMC)(?=\s|$)"))
            {
                switch (m.Groups[1].Value)
                {
                    case "BT":
                        Assert.DoesNotContain("BT", open);
                        open.Push("BT");
                        break;
                    case "ET":
                        Assert.Equal("BT", open.Pop());
                        break;
                    case "EMC":
                        Assert.Equal("M", open.Pop());
                        break;
                    default:
                        open.Push("M");
                        break;
                }
            }

            Assert.Empty(open);
        }
    }

    [Fact]
    public void Running_heads_and_feet_are_pagination_artifacts()
    {
        Assert.Contains("/Artifact<</Type/Pagination/Subtype/Footer>>BDC", Open.Value, StringComparison.Ordinal);
        var root = new StructureNode("Document", null);
        var head = SampleDocument.Line(TestFonts.Set[FontRole.Song], "页眉", 9, 80, 400, null) with
        {
            Artifact = ArtifactKind.Header,
        };
        var document = SampleDocument.OfLine(head) with { Structure = root };
        Assert.Contains("/Subtype/Header>>BDC", PdfTools.Unpack(PdfWriter.Write(document)), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_have_an_alternative_and_a_place()
    {
        var figure = Objects().Single(o => o.Contains("/S /Figure", StringComparison.Ordinal));
        Assert.Contains("/Alt", figure, StringComparison.Ordinal);
        Assert.Matches(@"/BBox \[\s*80\s+175\.28", figure);
    }

    [Fact]
    public void Head_cells_have_a_scope_and_cells_their_spans()
    {
        Assert.All(
            Objects().Where(o => o.Contains("/S /TH", StringComparison.Ordinal)),
            o => Assert.Matches("/Scope /(Column|Row|Both)", o)
        );
        Assert.Contains(
            Objects(),
            o => o.Contains("/S /TH", StringComparison.Ordinal) && o.Contains("/ColSpan 2", StringComparison.Ordinal)
        );
        Assert.Contains(
            Objects(),
            o => o.Contains("/S /TD", StringComparison.Ordinal) && o.Contains("/RowSpan 2", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Lists_name_their_numbering() =>
        Assert.Contains(
            Objects(),
            o =>
                o.Contains("/S /L\n", StringComparison.Ordinal)
                && o.Contains("/ListNumbering /Decimal", StringComparison.Ordinal)
        );

    [Fact]
    public void Notes_have_identifiers_of_their_own()
    {
        var notes = Objects().Where(o => o.Contains("/S /Note", StringComparison.Ordinal)).ToList();
        var ids = notes.Select(o => Regex.Match(o, @"/ID \((.+?)\)").Groups[1].Value).ToList();
        Assert.NotEmpty(ids);
        Assert.DoesNotContain("", ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Contains("/IDTree", Open.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_not_standard_have_a_role()
    {
        var title = new StructureNode("Title", null);
        var run = SampleDocument.Line(TestFonts.Set[FontRole.Song], "题", 12, 80, 100, title);
        Assert.Matches(@"/RoleMap <<\s*/Title /P\s*>>", PdfTools.Unpack(PdfWriter.Write(SampleDocument.OfLine(run))));
        Assert.DoesNotContain("/RoleMap", Open.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_elements_print_and_say_where_they_lead()
    {
        var links = Objects().Where(o => o.Contains("/Subtype /Link", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, links.Count);
        Assert.All(links, o => Assert.Matches(@"/Contents [(<]", o));
        Assert.All(links, o => Assert.Matches(@"/F 4\b", o));
        Assert.All(links, o => Assert.Matches(@"/StructParent \d+", o));
        Assert.Equal(2, Regex.Count(Open.Value, @"/Type /OBJR"));
        Assert.Contains("https://example.cn/%E6%8A%A5%E5%91%8A?a=\\(1\\)", Open.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_without_an_element_gets_one()
    {
        var document = SampleDocument.OfLine(
            SampleDocument.Line(TestFonts.Set[FontRole.Song], "甲", 12, 80, 100, new StructureNode("P", null))
        );
        document = document with
        {
            Pages =
            [
                document.Pages[0] with
                {
                    Links = [new PageLink(new Rectangle(80, 90, 12, 12), "https://example.cn/", null, "主页", null)],
                },
            ],
        };
        var open = PdfTools.Unpack(PdfWriter.Write(document));
        Assert.Contains("/S /Link", open, StringComparison.Ordinal);
        Assert.Contains("/Type /OBJR", open, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parent_tree_leads_back_to_every_element_of_a_page()
    {
        var mcids = Contents().Sum(c => Regex.Count(c, @"/MCID \d+"));
        var tree = Objects()
            .Single(o => o.Contains("/Nums", StringComparison.Ordinal) && Regex.IsMatch(o, @"\b0\s+\[\s*\d+ 0 R"));
        var inArrays = Regex.Matches(tree, @"\[([^\[\]]*)\]").Sum(m => Regex.Count(m.Groups[1].Value, @"\d+ 0 R"));
        Assert.Equal(mcids, inArrays);
    }

    [Fact]
    public void The_order_of_tabs_is_that_of_the_structure() => Assert.Equal(2, Regex.Count(Open.Value, @"/Tabs /S\b"));

    [Fact]
    public void Attached_data_says_how_it_relates_what_it_is_and_when_it_changed()
    {
        Assert.Contains("/AFRelationship /Data", Open.Value, StringComparison.Ordinal);
        Assert.Contains("/Subtype /text#2fcsv", Open.Value, StringComparison.OrdinalIgnoreCase);
        Assert.Matches(@"/AF \[", Open.Value);
        Assert.Contains("/EmbeddedFiles", Open.Value, StringComparison.Ordinal);
        Assert.Matches(@"/Params <<[^>]*/CheckSum", Open.Value);
        Assert.Matches(@"/F \(scores\.csv\)[\s\S]*/UF \(scores\.csv\)", Open.Value);
    }

    [Fact]
    public void A_blank_page_has_no_content()
    {
        var blank = SampleDocument.Full() with { Pages = [new Page(595.28, 841.89, "1", [])], Outline = [] };
        var open = PdfTools.Unpack(PdfWriter.Write(blank));
        Assert.DoesNotContain("/Length 0", open, StringComparison.Ordinal);
        Assert.DoesNotContain("/Contents", open, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_labels_and_outline_are_there()
    {
        Assert.Contains("/PageLabels", Open.Value, StringComparison.Ordinal);
        Assert.Contains("/S /r", Open.Value, StringComparison.Ordinal);
        Assert.Contains("/PageMode /UseOutlines", Open.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_test_of_a_rule_is_named_in_the_readme_and_each_name_there_is_a_test()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "FuGongJianJia.sln")))
            folder = Path.GetDirectoryName(folder);
        var readme = File.ReadAllText(Path.Combine(folder!, "src", "FuGongJianJia.Typesetting", "README.md"));
        var tests = typeof(ArchiveRulesTests)
            .GetMethods()
            .Where(m => m.GetCustomAttributes(typeof(FactAttribute), true).Length > 0)
            .Select(m => m.Name)
            .ToHashSet(StringComparer.Ordinal);
        var all = typeof(ArchiveRulesTests)
            .Assembly.GetTypes()
            .Where(t => t.Namespace?.Contains("Typesetting", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetMethods())
            .Select(m => m.Name)
            .ToHashSet(StringComparer.Ordinal);
        var named = Regex
            .Matches(readme, @"`([A-Z][a-z]*(?:_[A-Za-z0-9]+){2,})`")
            .Select(m => m.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(tests, t => !named.Contains(t));
        Assert.DoesNotContain(named, n => !all.Contains(n));
    }

    // The two-byte codes of all strings that are shown; qpdf writes binary strings in hexadecimal.
    private static List<int> Codes(string open)
    {
        var shown = open.Split('\n')
            .Where(line => Regex.IsMatch(line, @"^\[?<.*T[jJ]$"))
            .SelectMany(line => Regex.Matches(line, "<([0-9a-f]+)>"));
        var codes = shown
            .SelectMany(m => m.Groups[1].Value.Chunk(4).Select(c => Convert.ToInt32(new string(c), 16)))
            .ToList();
        Assert.NotEmpty(codes);
        return codes;
    }

    private static IEnumerable<string> Contents() =>
        Regex
            .Matches(Open.Value, @"stream\n([\s\S]*?)\nendstream")
            .Select(m => m.Groups[1].Value)
            .Where(c => Regex.IsMatch(c, @"\b(BDC|BMC)\n"));

    private static List<string> Objects() =>
        [.. Regex.Matches(Open.Value, @"\n\d+ 0 obj\n([\s\S]*?)\nendobj").Select(m => m.Groups[1].Value)];
}
