using System.Buffers.Binary;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FuGongJianJia.Tests.Typesetting.Word;

/// <summary>Blocks of every kind as WordprocessingML.</summary>
public sealed class WordWriterTests
{
    private static readonly Ink Red = new(Rgb.FromHex(0xB02418));

    private static readonly Drawing Sketch = new()
    {
        Width = 120,
        Height = 60,
        Title = "草图",
        Description = "一条线、一个圆和一行字。",
        Marks =
        [
            new PathMark(Shapes.Line(0, 0, 120, 60), null, new Stroke(Red, 1, [2, 3])),
            new GroupMark([new CircleMark(20, 20, 8, new Fill(Red, FillPattern.Crossed), null)], 5, 5)
            {
                Clip = new Rectangle(0, 0, 40, 40),
            },
            new TextMark(60, 30, "文字 12", 9, FontRole.Hei, Red, TextAnchor.Middle, -45),
        ],
    };

    [Fact]
    public void Every_kind_of_block_is_valid()
    {
        using var file = new MemoryStream(WordWriter.Write(Everything()));
        using var document = WordprocessingDocument.Open(file, false);

        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(
            document,
            TestContext.Current.CancellationToken
        );

        Assert.Empty(faults.Select(f => $"{f.Path?.XPath}: {f.Description}"));
    }

    [Fact]
    public void A_cell_over_two_rows_and_one_over_two_columns_keep_the_grid()
    {
        var body = Body(Everything());
        var table = body.Descendants<W.Table>().First(t => t.Descendants<W.VerticalMerge>().Any());

        Assert.All(
            table.Elements<W.TableRow>(),
            row =>
                Assert.Equal(3, row.Elements<W.TableCell>().Sum(c => c.TableCellProperties?.GridSpan?.Val?.Value ?? 1))
        );
        Assert.Equal(3, table.GetFirstChild<W.TableGrid>()!.ChildElements.Count);
        Assert.Single(table.Descendants<W.TableHeader>());
    }

    [Fact]
    public void Tables_and_figures_are_numbered_by_fields_and_named_by_references()
    {
        var body = Body(Everything());
        var fields = body.Descendants<W.SimpleField>()
            .Select(f => (f.Instruction!.Value!.Trim(), f.InnerText))
            .ToArray();

        Assert.Contains((@"SEQ 表 \* ARABIC", "1"), fields);
        Assert.Contains((@"SEQ 图 \* ARABIC", "1"), fields);
        var link = body.Descendants<W.Hyperlink>().Single(h => h.Anchor is not null);
        Assert.Equal("表1", link.InnerText);
        Assert.Contains(body.Descendants<W.BookmarkStart>(), b => b.Name == link.Anchor);
    }

    [Fact]
    public void Marks_for_line_breaks_are_not_written_as_text()
    {
        var text = OfficeReader.Text(WordWriter.Write(Everything()));

        Assert.Contains("测试文稿", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\u200B', text);
        Assert.DoesNotContain('\u2060', text);
    }

    [Fact]
    public void The_reader_finds_words_alternative_texts_links_and_properties()
    {
        var text = OfficeReader.Text(WordWriter.Write(Everything()));

        foreach (var words in (string[])["测试文稿", "脚注的话", Sketch.Description, "https://example.org/a", "某单位"])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Text_that_stands_beside_a_margin_moves_nothing_but_itself()
    {
        var body = StyleSheet.Report.Body with { Left = 8, Right = 1 };
        using var file = new MemoryStream(
            WordWriter.Write(Everything() with { Styles = StyleSheet.Report with { Body = body } })
        );
        using var package = WordprocessingDocument.Open(file, false);
        var styles = package
            .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<W.Style>()
            .ToDictionary(s => s.StyleId!.Value!, StringComparer.Ordinal);

        Assert.NotNull(Indent("BodyTextFirstIndent"));
        Assert.All(["TableText", "TableHead", "TableNote", "Caption", "Index1"], id => Assert.Null(Indent(id)));

        // A style's own indent, else that of the one it is based on.
        string? Indent(string? id) =>
            id is null
                ? null
                : styles[id].StyleParagraphProperties?.Indentation?.Left?.Value
                    ?? Indent(styles[id].BasedOn?.Val?.Value);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(WordWriter.Write(Everything()), WordWriter.Write(Everything()));

    [Fact]
    public void A_metafile_tells_its_own_length_and_number_of_records()
    {
        var file = MetafileWriter.Write(Sketch);

        Assert.Equal(file.Length, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(48)));
        var (at, records) = (0, 0);
        while (at < file.Length)
        {
            at += BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            records++;
        }

        Assert.Equal(file.Length, at);
        Assert.Equal(records, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(52)));
        Assert.Equal(0x464D4520, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(40)));
    }

    [Fact]
    public void Shares_of_columns_fill_the_measure()
    {
        var widths = TableWidths.Of(
            [ColumnWidth.Fixed(30), ColumnWidth.Content, ColumnWidth.Fraction(1), ColumnWidth.Fraction(2)],
            [0, 40, 0, 0],
            160
        );

        Assert.Equal<double>([30, 40, 30, 60], widths);
    }

    private static W.Body Body(Document document)
    {
        using var file = new MemoryStream(WordWriter.Write(document));
        using var package = WordprocessingDocument.Open(file, false);
        return package.MainDocumentPart!.Document!.Body!;
    }

    private static Document Everything() =>
        new()
        {
            Info = new DocumentInfo
            {
                Title = "测试",
                Author = "某单位",
                Date = new DateOnly(2026, 1, 2),
            },
            Sections =
            [
                new DocumentSection
                {
                    Header = new RunningLine
                    {
                        Inside = "左",
                        Centre = "中",
                        Outside = [Inline.Chapter],
                    },
                    PlainFirstPage = true,
                    Blocks =
                    [
                        new TitleBlock("测试\u200B文稿"),
                        new TableOfContents(),
                        new SectionHeading(1, "第一部分") { Number = "一、", Id = "one" },
                        new Paragraph(["正文", Inline.Hei("黑"), Inline.Note("脚注的话"), Inline.Spring, "右"]),
                        new Paragraph([
                            "见",
                            Inline.Number("t"),
                            "，第",
                            Inline.PageOf("t"),
                            "页，",
                            Inline.LinkTo("https://example.org/a", "网址"),
                        ]),
                        new ListBlock(["甲", "乙"]) { Mark = ListMark.Bracketed },
                        new ListBlock(["丙"]),
                        Spans(),
                        new Figure(Sketch) { Title = "一张图", Note = "注" },
                        new Grid([new GridColumn(["左栏"]), new GridColumn(["右栏"])]),
                        new Panel(["框里"]) { Background = Red, LeftRule = new Stroke(Red, 2) },
                        new KeepTogether(["一", "二"]),
                        new MultiColumn(2, ["三"]),
                        new HorizontalRule(1) { Width = 60 },
                        new Positioned(new Rectangle(50, 60, 100, 0), ["定位"]),
                        new PageBreak(),
                        Spans() with
                        {
                            Id = null,
                        },
                        new IndexBlock([new IndexEntry("词", ["one"])]),
                        new BottomBlock(["版记"]),
                    ],
                },
                new DocumentSection
                {
                    Page = PageSetup.OfficialLandscape,
                    Numbering = PageNumbering.FrontMatter,
                    OnOddPage = true,
                    Blocks = [new VerticalSpring(), "页脚"],
                },
            ],
        };

    private static Table Spans() =>
        new()
        {
            Id = "t",
            Title = "一张表",
            Unit = "单位：个",
            Notes = ["注：没有。"],
            Columns = [TableColumn.Content(), TableColumn.Share(1, CellAlignment.Decimal), TableColumn.Share(1)],
            Head = [new TableRow(["甲", new TableCell { Content = "乙", ColumnSpan = 2 }])],
            Rows =
            [
                new TableRow([new TableCell { Content = "一", RowSpan = 2 }, "2", "3"]),
                new TableRow(["4", new TableCell { Blocks = [new Figure(Sketch)] }]),
            ],
        };
}
