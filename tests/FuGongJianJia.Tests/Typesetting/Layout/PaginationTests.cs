using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Typesetting.Layout;

public sealed class PaginationTests
{
    private static readonly PageSetup Small = new()
    {
        Width = 300,
        Height = 300,
        Top = 30,
        Bottom = 30,
        Inner = 30,
        Outer = 30,
    };

    [Fact]
    public void A_heading_is_never_the_last_of_a_page()
    {
        for (var lines = 1; lines < 30; lines++)
        {
            var result = OnSmall([
                new Paragraph(string.Join('\n', Enumerable.Repeat("甲", lines))),
                new SectionHeading(2, "标题"),
                Proof.Hanzi(100),
            ]);
            var heading = result.Glyphs().First(g => g.Structure is { Tag: "H1" });
            var after = result
                .Glyphs()
                .Where(g => g.Page == heading.Page && g.Baseline > heading.Baseline + 1)
                .Select(g => g.Baseline)
                .Distinct()
                .Count();
            Assert.True(after >= 2, $"{lines}: {after} lines under the heading");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_short_table_and_the_paragraph_that_leads_to_it_stay_on_one_page(int rows)
    {
        for (var lines = 1; lines < 30; lines++)
        {
            var result = OnSmall([
                new Paragraph(string.Join('\n', Enumerable.Repeat("甲", lines))),
                new Paragraph("名单如下："),
                new Table
                {
                    Columns = [TableColumn.Share(1)],
                    Head = [new TableRow(["乙"])],
                    Rows = [.. Enumerable.Range(0, rows).Select(_ => new TableRow(["丙"]))],
                },
            ]);
            var pages = result.Glyphs().Where(g => g.Text is "单" or "乙" or "丙").Select(g => g.Page).Distinct();
            Assert.Single(pages);
        }
    }

    [Fact]
    public void A_heading_in_the_line_of_its_paragraph_is_a_heading_of_structure_and_outline()
    {
        var result = OnSmall([
            new TitleBlock("题"),
            new Paragraph("正文。") { RunIn = new SectionHeading(2, "进展。") { Number = "一、" } },
        ]);
        Assert.Equal(["H1", "H2", "P"], result.Document.Structure.Children.Select(n => n.Tag));
        Assert.Equal("一、进展", Assert.Single(result.Document.Outline).Title);
        var glyphs = result.Glyphs().Where(g => g.Structure is { Tag: "H2" or "P" }).ToList();
        Assert.Equal("一、进展。", string.Concat(glyphs.Where(g => g.Structure!.Tag == "H2").Select(g => g.Text)));
        Assert.Equal("正文。", string.Concat(glyphs.Where(g => g.Structure!.Tag == "P").Select(g => g.Text)));
        Assert.Single(glyphs.Select(g => g.Baseline).Distinct());
    }

    [Fact]
    public void No_heading_skips_a_level()
    {
        var result = OnSmall([
            new SectionHeading(1, "甲"),
            new SectionHeading(3, "乙"),
            new SectionHeading(4, "丙"),
            new SectionHeading(3, "丁"),
            new SectionHeading(2, "戊"),
            new SectionHeading(1, "己"),
        ]);
        Assert.Equal(["H1", "H2", "H3", "H2", "H2", "H1"], result.Document.Structure.Children.Select(n => n.Tag));
    }

    [Fact]
    public void No_two_pages_bear_one_label()
    {
        var result = Proof.Compose(
            new DocumentSection { Blocks = ["封面"], Numbering = PageNumbering.Hidden },
            new DocumentSection
            {
                Blocks = ["目录"],
                Numbering = PageNumbering.FrontMatter,
                OnOddPage = true,
            },
            new DocumentSection
            {
                Blocks = ["正文", new PageBreak(), "正文"],
                Numbering = PageNumbering.Official with { Start = 1 },
                OnOddPage = true,
            },
            new DocumentSection { Blocks = ["版记"], Numbering = PageNumbering.Hidden }
        );
        Assert.Equal(["封一", "封二", "i", "封三", "1", "2", "3"], result.Document.Pages.Select(p => p.Label));
    }

    [Fact]
    public void No_page_begins_or_ends_with_one_line_of_a_longer_paragraph()
    {
        for (var length = 60; length < 400; length += 7)
        {
            var result = OnSmall([Proof.Hanzi(length), Proof.Hanzi(120), Proof.Hanzi(length / 2)]);
            foreach (var paragraph in result.Glyphs().GroupBy(g => g.Structure))
            {
                var total = paragraph.Select(g => (g.Page, g.Baseline)).Distinct().Count();
                foreach (var part in paragraph.GroupBy(g => g.Page))
                {
                    var lines = part.Select(g => g.Baseline).Distinct().Count();
                    Assert.True(total == 1 || lines >= 2, $"{length}: {lines} of {total} lines on page {part.Key}");
                }
            }
        }
    }

    [Fact]
    public void Documents_of_any_blocks_keep_every_character_once_and_nothing_below_the_type_area()
    {
        var block = Gen.OneOf<DocumentBlock>(
            from n in Gen.Choose(1, 300)
            select (DocumentBlock)new Paragraph(Proof.Hanzi(n)),
            from n in Gen.Choose(1, 3)
            select (DocumentBlock)new SectionHeading(n, "标题文字"),
            from n in Gen.Choose(1, 40)
            select (DocumentBlock)TableOf(n, 3),
            from n in Gen.Choose(1, 9)
            select (DocumentBlock)
                new ListBlock([.. Enumerable.Range(0, n).Select(i => (ListItem)Proof.Hanzi(i * 7 + 3))]),
            from n in Gen.Choose(1, 200)
            select (DocumentBlock)new KeepTogether([Proof.Hanzi(n), Proof.Hanzi(n)]),
            from n in Gen.Choose(1, 500)
            select (DocumentBlock)new MultiColumn(2, [Proof.Hanzi(n), Proof.Hanzi(30)]),
            from n in Gen.Choose(1, 400)
            select (DocumentBlock)new Panel([Proof.Hanzi(n)]),
            from n in Gen.Choose(1, 400)
            select (DocumentBlock)new Grid([new([Proof.Hanzi(n)]), new([Proof.Hanzi(40)])]),
            from n in Gen.Choose(20, 200)
            select (DocumentBlock)
                new Figure(
                    new Drawing
                    {
                        Width = 100,
                        Height = n,
                        Marks = [],
                        Title = "图",
                        Description = "图",
                    }
                )
                {
                    Title = "图题",
                },
            from n in Gen.Choose(1, 90)
            select (DocumentBlock)new Paragraph(["有注", Inline.Note(Proof.Hanzi(n)), "的句子。"]),
            Gen.Constant<DocumentBlock>(new PageBreak()),
            Gen.Constant<DocumentBlock>(new Spacer(40)),
            Gen.Constant<DocumentBlock>(new VerticalSpring()),
            Gen.Constant<DocumentBlock>(new HorizontalRule(1))
        );
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(
                block.ListOf().ToArbitrary(),
                blocks =>
                {
                    var result = OnSmall([.. blocks]);
                    var marks =
                        Enumerable.Range(1, blocks.Count(b => b is Figure)).Sum(n => n < 10 ? 1 : 2)
                        + blocks.Sum(b =>
                            b is ListBlock list ? list.Items.Length
                            : b is Paragraph { Content.Inlines.Length: 3 } ? 2
                            : 0
                        );
                    var (expected, actual) = (
                        string.Concat(blocks.Select(Expected)).Length + marks,
                        result.Text().Length
                    );
                    Assert.True(
                        expected == actual,
                        $"{actual} of {expected} characters: "
                            + $"{string.Join(' ', blocks.Select(b => $"{b.GetType().Name}{Expected(b).Length}"))}"
                    );
                    Assert.All(result.Glyphs(), g => Assert.InRange(g.Baseline, 30, 270.01));
                    Assert.DoesNotContain(result.Notices, n => n.Kind == NoticeKind.Overfull);
                }
            )
        );
    }

    [Fact]
    public void A_row_taller_than_a_page_is_divided_and_not_lost()
    {
        var text = Proof.Hanzi(900);
        var result = OnSmall([
            new Table
            {
                Columns = [TableColumn.Fixed(60), TableColumn.Share(1)],
                Head =
                [
                    ["编号", "说明"],
                ],
                Rows =
                [
                    ["甲", text],
                    ["乙", "短"],
                ],
            },
        ]);
        Assert.True(result.Document.Pages.Length >= 3);
        Assert.Contains(
            text,
            result.Text().Replace("编号说明", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.All(result.Glyphs(), g => Assert.True(g.Baseline < 270));
        Assert.Contains(result.Notices, n => n.Kind == NoticeKind.Split);
    }

    [Fact]
    public void A_figure_taller_than_a_page_is_reduced_to_it_and_told()
    {
        var drawing = new Drawing
        {
            Width = 100,
            Height = 900,
            Marks = [new PathMark(Shapes.Rectangle(0, 0, 100, 900), null, new Stroke(new Ink(Rgb.Black), 1))],
            Title = "高图",
            Description = "很高的图",
        };
        var result = OnSmall([new Figure(drawing) { Title = "高图" }]);
        Assert.Single(result.Document.Pages);
        Assert.Contains(result.Notices, n => n.Kind == NoticeKind.Reduced);
    }

    [Fact]
    public void Text_fills_a_page_that_has_no_room_for_a_figure_and_is_read_after_it_all_the_same()
    {
        var drawing = new Drawing
        {
            Width = 200,
            Height = 120,
            Marks = [],
            Title = "图",
            Description = "一幅图",
        };
        var result = OnSmall([
            Proof.Hanzi(140),
            new Figure(drawing) { Title = "图题" },
            new Paragraph(Proof.Hanzi(200)) { Id = "after" },
        ]);
        var first = result.Glyphs().Where(g => g.Page == 0).Max(g => g.Baseline);
        Assert.True(first > 240, $"page ends at {first}");
        Assert.Contains(result.Document.Pages[1].Items, i => i is DrawingItem { Y: < 45 });
        Assert.Equal(["P", "Div", "P"], result.Document.Structure.Children.Select(c => c.Tag));
        Assert.Equal(140 + 200 + "图1　图题".Length, result.Text().Length);
    }

    [Fact]
    public void What_is_kept_together_moves_to_the_next_page_whole()
    {
        var result = OnSmall([Proof.Hanzi(150), new KeepTogether([Proof.Hanzi(50), Proof.Hanzi(50)])]);
        var pages = result.Glyphs().GroupBy(g => g.Structure).Skip(1).SelectMany(p => p.Select(g => g.Page)).Distinct();
        Assert.Single(pages);
    }

    [Fact]
    public void The_imprint_stands_at_the_bottom_of_the_last_page()
    {
        var result = OnSmall([Proof.Hanzi(200), new BottomBlock([new HorizontalRule(1), "印发机关"])]);
        var imprint = result.Glyphs().Where(g => g.Text == "印").ToArray();
        Assert.Equal(result.Document.Pages.Length - 1, imprint[0].Page);
        Assert.InRange(imprint[0].Baseline, 270 - 20.5, 270);
    }

    [Fact]
    public void The_imprint_never_stands_on_a_page_without_text()
    {
        for (var length = 20; length < 260; length += 10)
        {
            var result = OnSmall([
                Proof.Hanzi(length),
                new BottomBlock([new HorizontalRule(1), "印发机关", "印发日期"]),
            ]);
            Assert.NotEqual('印', result.PageText(result.Document.Pages.Length - 1)[0]);
        }
    }

    [Fact]
    public void Footnotes_stand_on_the_page_of_their_mark()
    {
        var result = OnSmall([
            .. Enumerable
                .Range(0, 12)
                .Select(i =>
                    (DocumentBlock)new Paragraph([Proof.Hanzi(60), Inline.Note($"第{(char)('甲' + i)}条注释")])
                ),
        ]);
        foreach (var note in result.Elements("Note"))
        {
            var paragraph = result.Elements("P").First(p => p.Children.Contains(note));
            var mark = paragraph.Children.First(c => c.Tag == "Reference");
            Assert.Equal(PageOf(result, mark), PageOf(result, note));
        }
    }

    private static int PageOf(LayoutResult result, StructureNode node)
    {
        var nodes = new[] { node }.Concat(node.Children).ToHashSet();
        return result.Glyphs().First(g => g.Structure is not null && nodes.Contains(g.Structure)).Page;
    }

    private static Table TableOf(int rows, int columns) =>
        new()
        {
            Columns = [.. Enumerable.Repeat(TableColumn.Share(1), columns)],
            Head = [new TableRow([.. Enumerable.Range(0, columns).Select(_ => (TableCell)"列名")])],
            Rows =
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(r => new TableRow(
                        Enumerable
                            .Range(0, columns)
                            .Select(c => (TableCell)Proof.Hanzi((r * c % 17) + 1))
                            .ToImmutableArray()
                    )),
            ],
        };

    private static string Expected(DocumentBlock block) =>
        block switch
        {
            Paragraph p => p.Content.PlainText
                + string.Concat(p.Content.Inlines.OfType<Footnote>().Select(f => f.Content.PlainText)),
            SectionHeading h => h.Content.PlainText,
            Figure => "图\u3000图题",
            Table t => string.Concat(t.Head.Concat(t.Rows).SelectMany(r => r.Cells).Select(c => c.Content.PlainText)),
            ListBlock l => string.Concat(l.Items.SelectMany(i => i.Blocks).Select(Expected)),
            KeepTogether k => string.Concat(k.Blocks.Select(Expected)),
            MultiColumn m => string.Concat(m.Blocks.Select(Expected)),
            Panel p => string.Concat(p.Blocks.Select(Expected)),
            Grid g => string.Concat(g.Columns.SelectMany(c => c.Blocks).Select(Expected)),
            _ => "",
        };

    private static LayoutResult OnSmall(ImmutableArray<DocumentBlock> blocks) =>
        Proof.Compose(
            new DocumentSection
            {
                Page = Small,
                Blocks = blocks,
                Numbering = PageNumbering.Hidden,
            }
        );
}
