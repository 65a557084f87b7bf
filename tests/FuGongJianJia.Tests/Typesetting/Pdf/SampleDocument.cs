using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Typesetting.Pdf;

/// <summary>Documents placed by hand, so that the writer is tested without the layout.</summary>
internal static class SampleDocument
{
    public const string Sentence = "全区各级工会坚持以职工为中心，入会率达到95.50%，“四期”保护措施落实到位。";

    /// <summary>Two pages with everything the writer knows.</summary>
    public static PagedDocument Full()
    {
        var fonts = TestFonts.Set;
        var root = new StructureNode("Document", null);
        var heading = new StructureNode("H1", root);
        var paragraph = new StructureNode("P", root);
        var link = new StructureNode("Link", paragraph);
        var note = new StructureNode("Note", root);
        var table = new StructureNode("Table", root);
        var caption = new StructureNode("Caption", table);
        var headRow = new StructureNode("TR", table);
        var th = new StructureNode("TH", headRow) { Scope = "Column", ColumnSpan = 2 };
        var row = new StructureNode("TR", table);
        var rowHead = new StructureNode("TH", row) { Scope = "Row" };
        var td = new StructureNode("TD", row) { RowSpan = 2 };
        var list = new StructureNode("L", root) { ListNumbering = "Decimal" };
        var item = new StructureNode("LI", list);
        var label = new StructureNode("Lbl", item);
        var body = new StructureNode("LBody", item);
        var figure = new StructureNode("Figure", root) { Alt = "五个指数中温暖指数最高，为 93.2 分。" };
        var outside = new StructureNode("Link", root);

        var first = new Page(
            595.28,
            841.89,
            "i",
            [
                Line(fonts[FontRole.Title], "二〇二四年度工作报告", 22, 80, 100, heading),
                Line(fonts[FontRole.FangSong], Sentence, 12, 80, 140, paragraph),
                Line(fonts[FontRole.FangSong], "见表1", 12, 80, 160, link),
                Line(
                    fonts[FontRole.FangSong],
                    "，第2页。",
                    12,
                    80 + Width("见表1", 12, fonts[FontRole.FangSong]),
                    160,
                    paragraph
                ),
                Line(fonts[FontRole.Song], "注：演示数据。", 9, 80, 700, note),
                new PathItem(Shapes.Line(80, 690, 200, 690), null, new Stroke(new Ink(Rgb.Black), 0.5)),
                Line(fonts[FontRole.Song], "— i —", 9, 290, 800, null),
            ]
        )
        {
            Links = [new PageLink(new Rectangle(80, 148, 36, 16), null, new Destination(1, 90), "见表1", link)],
        };

        var second = new Page(
            841.89,
            595.28,
            "1",
            [
                Line(fonts[FontRole.Hei], "表1  五大指数得分", 10.5, 80, 90, caption),
                Line(fonts[FontRole.HeiBold], "指数", 10.5, 80, 110, th),
                Line(fonts[FontRole.Song], "温暖指数", 10.5, 80, 130, rowHead),
                Line(fonts[FontRole.Song], "93.20", 10.5, 200, 130, td),
                new PathItem(Shapes.Rectangle(80, 95, 300, 0.75), new Fill(new Ink(Rgb.Black)), null),
                Line(fonts[FontRole.Song], "1.", 10.5, 80, 160, label),
                Line(fonts[FontRole.Kai], "办理与指导（楷体）Office 365", 10.5, 100, 160, body),
                new DrawingItem(Chart(), 80, 200, 1, fonts) { Structure = figure },
                Line(fonts[FontRole.Song], "https://example.cn/报告", 10.5, 80, 560, outside),
            ]
        )
        {
            Links =
            [
                new PageLink(
                    new Rectangle(80, 550, 120, 14),
                    "https://example.cn/报告?a=(1)",
                    null,
                    "在线报告",
                    outside
                ),
            ],
        };

        return new PagedDocument
        {
            Pages = [first, second],
            Structure = root,
            Outline =
            [
                new OutlineEntry(
                    "二〇二四年度工作报告",
                    new Destination(0, 80),
                    [new OutlineEntry("表1", new Destination(1, 80), [])]
                ),
            ],
            Info = new DocumentInfo
            {
                Title = "二〇二四年度工作报告 <演示> & (数据)",
                Author = "示例区总工会",
                Subject = "年度报告",
                Keywords = ["工会", "五大指数"],
                Date = new DateOnly(2025, 1, 15),
            },
            Attachments =
            [
                new Attachment(
                    "scores.csv",
                    "text/csv",
                    "各单位五大指数得分",
                    [.. Encoding.UTF8.GetBytes("组织编码,总指数\nA1,93.20\n")]
                ),
            ],
        };
    }

    /// <summary>One page with one line of text.</summary>
    public static PagedDocument OfLine(GlyphRun run) =>
        new()
        {
            Pages = [new Page(595.28, 841.89, "1", [run])],
            Structure = run.Structure ?? new StructureNode("Document", null),
            Info = new DocumentInfo { Title = "试", Date = new DateOnly(2025, 1, 1) },
        };

    /// <summary>A document of many pages of body text.</summary>
    public static PagedDocument Long(int pages)
    {
        var fonts = TestFonts.Set;
        var root = new StructureNode("Document", null);
        var all = ImmutableArray.CreateBuilder<Page>(pages);
        for (var p = 0; p < pages; p++)
        {
            var items = ImmutableArray.CreateBuilder<PageItem>();
            for (var l = 0; l < 22; l++)
            {
                var node = new StructureNode("P", root);
                var text = new StringBuilder();
                for (var c = 0; c < 28; c++)
                    text.Append((char)(0x4E00 + (((p * 22 * 28) + (l * 28) + c) * 7919 % 2500)));
                items.Add(
                    Line(
                        fonts[l % 5 == 0 ? FontRole.Hei : FontRole.Song],
                        text.ToString(),
                        16,
                        79,
                        110 + (l * 28.7),
                        node
                    )
                );
            }

            all.Add(new Page(595.28, 841.89, $"{p + 1}", items.ToImmutable()));
        }

        return new PagedDocument
        {
            Pages = all.ToImmutable(),
            Structure = root,
            Info = new DocumentInfo { Title = "长文", Date = new DateOnly(2025, 1, 1) },
        };
    }

    /// <summary>Glyphs at their natural widths, all in the main face's chain.</summary>
    public static GlyphRun Line(
        Typeface typeface,
        string text,
        double size,
        double x,
        double y,
        StructureNode? node,
        double extra = 0
    )
    {
        var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>();
        var at = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            typeface.Main.TryGetGlyph(rune, out var glyph);
            glyphs.Add(new PlacedGlyph(glyph, rune.ToString(), at));
            at += (typeface.Main.AdvanceOf(glyph) * size) + extra;
        }

        return new GlyphRun(typeface.Main, size, Rgb.Black, x, y, glyphs.ToImmutable()) { Structure = node };
    }

    private static double Width(string text, double size, Typeface typeface)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            typeface.TryFind(rune, out var face, out var glyph);
            width += face.AdvanceOf(glyph) * size;
        }

        return width;
    }

    public static Drawing Chart()
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var patterns = Enum.GetValues<FillPattern>();
        for (var i = 0; i < patterns.Length; i++)
        {
            var ink = new Ink(Rgb.FromHex(0x8C1D18 + (i * 0x001830)));
            marks.Add(
                new PathMark(
                    Shapes.Rectangle(20 + (i * 60), 150 - (i * 15), 40, 50 + (i * 15)),
                    new Fill(ink, patterns[i], i == 0 ? 0.4 : 1),
                    new Stroke(ink, 0.75)
                )
            );
            marks.Add(
                new TextMark(
                    40 + (i * 60),
                    214,
                    patterns[i].ToString(),
                    9,
                    FontRole.Hei,
                    new Ink(Rgb.Black),
                    TextAnchor.Middle
                )
            );
        }

        marks.Add(new PathMark(Shapes.Line(10, 200, 390, 200), null, new Stroke(new Ink(Rgb.Black), 1)));
        marks.Add(new PathMark(Shapes.Line(10, 60, 390, 60), null, new Stroke(new Ink(Rgb.Black), 0.5, [3, 2])));
        marks.Add(new TextMark(12, 120, "得分（分）", 9, FontRole.Song, new Ink(Rgb.Black), TextAnchor.Middle, -90));
        marks.Add(
            new GroupMark(
                [
                    new PathMark(
                        Shapes.Circle(0, 0, 30),
                        new Fill(new Ink(Rgb.FromHex(0x1F5FA8)), FillPattern.Dots),
                        new Stroke(new Ink(Rgb.FromHex(0x1F5FA8)), 1)
                    ),
                ],
                420,
                100,
                new Rectangle(-35, -35, 70, 50)
            )
        );
        marks.Add(
            new TextMark(470, 30, "同期对比", 12, FontRole.HeiBold, new Ink(Rgb.FromHex(0x8C1D18)), TextAnchor.End)
        );
        return new Drawing
        {
            Width = 480,
            Height = 220,
            Marks = marks.ToImmutable(),
            Title = "五大指数",
            Description = "温暖指数最高",
        };
    }
}
