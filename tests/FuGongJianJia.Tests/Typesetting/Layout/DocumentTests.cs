using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Tests.Typesetting.Layout;

public sealed class DocumentTests
{
    [Fact]
    public void Contents_show_the_pages_on_which_headings_stand_even_when_contents_take_pages_themselves()
    {
        var chapters = Enumerable
            .Range(1, 60)
            .SelectMany(i => new DocumentBlock[] { new SectionHeading(1, $"第{i}章"), Proof.Hanzi(300) });
        var result = Proof.Compose(
            new DocumentSection { Blocks = [new TableOfContents(), new PageBreak(), .. chapters] }
        );
        Assert.Empty(result.Notices);
        foreach (var (entry, i) in result.Elements("TOCI").Select((e, i) => (e, i + 1)))
        {
            var heading = result.Elements("H1").ElementAt(i - 1);
            var page = result.Glyphs().First(g => ReferenceEquals(g.Structure, heading)).Page;
            Assert.Equal($"第{i}章{result.Document.Pages[page].Label}", result.TextOf(entry));
        }
    }

    [Fact]
    public void References_print_numbers_and_pages_and_lead_there()
    {
        var drawing = new Drawing
        {
            Width = 50,
            Height = 50,
            Marks = [],
            Title = "图",
            Description = "空图",
        };
        var result = Proof.Compose(
            new Paragraph(["见", Inline.Number("t"), "，", Inline.Number("f"), "，第", Inline.PageOf("f"), "页。"]),
            new Table
            {
                Id = "t",
                Columns = [TableColumn.Share(1)],
                Rows =
                [
                    ["甲"],
                ],
                Title = "表题",
            },
            new PageBreak(),
            new Figure(drawing) { Id = "f", Title = "图题" }
        );
        Assert.StartsWith("见表1，图1，第2页。", result.Text(), StringComparison.Ordinal);
        var links = result.Document.Pages[0].Links;
        Assert.Equal([0, 1, 1], links.Select(l => l.Target!.Page));
        Assert.All(links, l => Assert.Equal("Link", l.Structure!.Tag));
    }

    [Fact]
    public void An_unknown_reference_and_a_name_used_twice_are_told()
    {
        var result = Proof.Compose(
            new Paragraph([Inline.Number("nowhere")]),
            new Paragraph("甲") { Id = "x" },
            new Paragraph("乙") { Id = "x" }
        );
        Assert.Contains(result.Notices, n => n is { Kind: NoticeKind.UnknownReference, Where: "nowhere" });
        Assert.Contains(result.Notices, n => n is { Kind: NoticeKind.DuplicateId, Where: "x" });
    }

    [Fact]
    public void A_character_without_a_glyph_is_told_with_its_place()
    {
        var result = Proof.Compose(
            new Paragraph("先生") { Id = "first" },
            new PageBreak(),
            new Paragraph("此字\U0002FFFE无形") { Id = "gap" }
        );
        var notice = Assert.Single(result.Notices);
        Assert.Equal(
            (NoticeKind.MissingGlyph, 2, "gap", "\U0002FFFE"),
            (notice.Kind, notice.Page, notice.Where, notice.Character)
        );
    }

    [Fact]
    public void Sections_have_their_own_paper_numbers_and_heads()
    {
        var result = Proof.Compose(
            new DocumentSection { Blocks = ["封面"], Numbering = PageNumbering.Hidden },
            new DocumentSection { Blocks = ["目录", new PageBreak(), "目录"], Numbering = PageNumbering.FrontMatter },
            new DocumentSection
            {
                Blocks = [new SectionHeading(1, "总述"), "正文"],
                Numbering = PageNumbering.Official with { Start = 1 },
                Header = new RunningLine { Inside = "年报", Outside = Inline.Chapter },
            },
            new DocumentSection { Blocks = ["宽表"], Page = PageSetup.OfficialLandscape }
        );
        Assert.Equal(["封一", "i", "ii", "1", "2"], result.Document.Pages.Select(p => p.Label));
        Assert.Equal("封面", result.PageText(0));
        Assert.Equal("目录— i —", result.PageText(1));
        Assert.Contains("年报总述— 1 —", result.PageText(3), StringComparison.Ordinal);
        Assert.True(result.Document.Pages[4].Width > result.Document.Pages[4].Height);
        Assert.Contains(
            result.Document.Pages[4].Items,
            i => i is DrawingItem { Drawing.Marks: [TextMark { Text: "— 2 —", Rotation: 90 }] }
        );
    }

    [Fact]
    public void The_structure_names_every_kind_of_content()
    {
        var drawing = new Drawing
        {
            Width = 50,
            Height = 50,
            Marks = [],
            Title = "图",
            Description = "一幅图",
        };
        var result = Proof.Compose(
            new TitleBlock("题"),
            new SectionHeading(2, "节"),
            new ListBlock(["项"]) { Mark = ListMark.Decimal },
            new Figure(drawing) { Title = "图题" },
            new Paragraph(["链接", Inline.LinkTo("https://example.org", "处"), Inline.Note("注")]),
            new Paragraph("引文") { IsQuote = true }
        );
        foreach (
            var tag in new[]
            {
                "H1",
                "H2",
                "L",
                "LI",
                "Lbl",
                "LBody",
                "P",
                "Figure",
                "Caption",
                "Link",
                "Note",
                "BlockQuote",
            }
        )
            Assert.NotEmpty(result.Elements(tag));
        Assert.Equal("一幅图", result.Elements("Figure").Single().Alt);
        Assert.Equal("https://example.org", Assert.Single(result.Document.Pages[0].Links).Uri);
    }

    [Fact]
    public void The_finished_PDF_gives_back_the_words_in_reading_order()
    {
        var result = Proof.Compose(
            new DocumentSection
            {
                Blocks =
                [
                    new SectionHeading(1, "一、总体情况"),
                    "入会率达到95.5%，“一函两书”整改回复率100%。",
                    Table.Of(
                        [TableColumn.Share(1), TableColumn.Share(1, CellAlignment.Decimal)],
                        ["单位", "得分"],
                        [
                            ["东溪镇", "86.42"],
                            ["西岭镇", "90.10"],
                        ]
                    ) with
                    {
                        Title = "得分",
                    },
                    new MultiColumn(2, [Proof.Hanzi(80)]),
                ],
            }
        );
        var pdf = PdfWriter.Write(result.Document);
        PdfTools.Check(pdf);
        Assert.Equal(
            result.Text().Order().Where(c => !char.IsWhiteSpace(c)),
            PdfTools
                .Text(pdf)
                .Replace("—1—", "", StringComparison.Ordinal)
                .Replace("— 1 —", "", StringComparison.Ordinal)
                .Order()
                .Where(c => !char.IsWhiteSpace(c))
        );
        var text = string.Concat(PdfTools.Structure(pdf).Where(c => !char.IsWhiteSpace(c)));
        var place = 0;
        foreach (
            var part in new[]
            {
                "一、总体情况",
                "入会率达到95.5%，“一函两书”整改回复率100%。",
                "表1",
                "得分",
                "单位",
                "得分",
                "东溪镇",
                "86.42",
                "西岭镇",
                "90.10",
                Proof.Hanzi(20)[..10],
            }
        )
        {
            place = text.IndexOf(part, place, StringComparison.Ordinal);
            Assert.True(place >= 0, $"{part} not in {text}");
        }
    }

    [Fact]
    public void Prose_of_several_pages_comes_back_character_by_character_in_order()
    {
        string[] paragraphs =
        [
            .. Enumerable
                .Range(1, 60)
                .Select(i =>
                    $"第{i}段：入会率达到{i}.5%，“四期”保护（见GB/T 9704—2012）措施落实到位；职工说：“家访来得勤……”《意见》提出‘普遍’要求，会员{i * 1234:N0}人。"
                ),
        ];
        var result = Proof.Compose(
            new DocumentSection
            {
                Numbering = PageNumbering.Hidden,
                Blocks = [.. paragraphs.Select(p => new Paragraph(p))],
            }
        );
        Assert.True(result.Document.Pages.Length > 3);
        Assert.Equal(Dense(string.Concat(paragraphs)), Dense(PdfTools.Text(PdfWriter.Write(result.Document))));

        static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    [Fact]
    public void One_document_gives_one_file()
    {
        Document document = new()
        {
            Info = new DocumentInfo { Title = "样张", Date = new DateOnly(2025, 1, 10) },
            Sections =
            [
                new DocumentSection
                {
                    Blocks =
                    [
                        new TableOfContents(),
                        new SectionHeading(1, "甲"),
                        Proof.Hanzi(500),
                        new Paragraph(["见第", Inline.PageOf("t"), "页"]),
                        Table.Of(
                            [TableColumn.Share(1)],
                            ["名"],
                            [
                                ["甲"],
                            ]
                        ) with
                        {
                            Id = "t",
                        },
                    ],
                },
            ],
        };
        var files = Enumerable
            .Range(0, 4)
            .AsParallel()
            .Select(_ => PdfWriter.Write(Typesetter.Compose(document, Fonts.TestFonts.Set).Document))
            .ToArray();
        Assert.All(files, f => Assert.Equal(files[0], f));
    }

    [Fact]
    public void An_empty_document_has_one_empty_page() =>
        Assert.Single(Proof.Compose(new DocumentSection { Blocks = [] }).Document.Pages);
}
