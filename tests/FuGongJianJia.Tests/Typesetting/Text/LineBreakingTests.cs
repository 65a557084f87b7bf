using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Tests.Typesetting.Text;

public sealed class LineBreakingTests
{
    private const string NeverBegins = "。．，、：；！？”’」』）》〉】〗〕］｝～–·‧・/％%.,;:!?)]}-";
    private const string NeverEnds = "“‘「『（《〈【〖〔［｛([{￥$";

    // 0.01 mm in points.
    private const double Hair = 0.01 * 72 / 25.4;

    [Fact]
    public void No_line_of_random_prose_begins_or_ends_with_a_forbidden_mark() =>
        ForProse(
            (text, shaped, lines, _) =>
            {
                for (var i = 0; i < lines.Length; i++)
                {
                    if (
                        lines[i].Start == lines[i].End
                        || IsForced(shaped, lines[i])
                        || (i > 0 && IsForced(shaped, lines[i - 1]))
                    )
                        continue;
                    var first = char.ConvertFromUtf32(shaped.Clusters[lines[i].Start].Rune);
                    var last = char.ConvertFromUtf32(shaped.Clusters[lines[i].End - 1].Rune);
                    if (i > 0)
                        Assert.DoesNotContain(first, NeverBegins, StringComparison.Ordinal);
                    if (i < lines.Length - 1)
                        Assert.DoesNotContain(last, NeverEnds, StringComparison.Ordinal);
                }
            }
        );

    [Fact]
    public void Every_character_of_random_prose_stands_on_exactly_one_line() =>
        ForProse(
            (text, shaped, lines, _) =>
            {
                var next = 0;
                foreach (var line in lines)
                {
                    Assert.Equal(next, line.Start);
                    Assert.InRange(line.End, line.Start, line.Next);
                    next = line.Next;
                }

                Assert.Equal(shaped.Count, next);
                Assert.Equal(
                    text,
                    string.Concat(shaped.Clusters.Take(shaped.Count).Select(c => char.ConvertFromUtf32(c.Rune)))
                );
            }
        );

    [Fact]
    public void Every_line_of_random_prose_is_within_its_measure() =>
        ForProse(
            (_, _, lines, measure) =>
                Assert.All(lines, line => Assert.True(line.X + line.Width <= measure + Hair || line.Overfull))
        );

    [Fact]
    public void Justified_lines_of_random_prose_are_flush_to_a_hundredth_of_a_millimetre() =>
        ForProse(
            (_, shaped, lines, measure) =>
            {
                foreach (var line in lines[..^1])
                {
                    // A single long word alone on its line has nothing to stretch.
                    var stretches = shaped.Clusters[line.Start..line.End].Skip(1).Any(c => c.Stretch || c.Gap > 0);
                    if (stretches)
                        Assert.InRange(line.X + line.Width, measure - Hair, measure + Hair);
                }
            }
        );

    [Fact]
    public void Arbitrary_text_ends_loses_nothing_and_stays_within_its_measure()
    {
        var anything = Gen.Elements(
                "工会，。（）“”《》—…·～-/%3a .\n\u200B\u2060\u00A0\u0301①㎡𠮷"
                    .EnumerateRunes()
                    .Select(r => r.ToString())
                    .ToArray()
            )
            .ListOf()
            .Select(string.Concat);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                anything.ToArbitrary(),
                Gen.Choose(1, 30).ToArbitrary(),
                (text, ems) =>
                {
                    var shaped = Lines.Shape(text);
                    var lines = Lines.Break(shaped, ems);
                    Assert.Equal(shaped.Count, lines.Sum(l => l.Next - l.Start));
                    Assert.All(lines, l => Assert.True(l.Overfull || l.X + l.Width <= (ems * Lines.Em) + Hair));
                }
            )
        );
    }

    [Theory]
    [InlineData("（甲），乙", 4.5)] // ） gives its right half to ，
    [InlineData("“《甲》”乙", 5)] // 《 loses its left half behind “, 》 its right half before ”
    [InlineData("甲。（乙）丙", 5.5)] // 。（ take one and a half
    [InlineData("甲，乙", 3)] // alone between hanzi a mark keeps its em
    [InlineData("甲乙，", 2.5)] // at the line end it takes half
    [InlineData("（甲", 2)] // at the start of a paragraph a bracket stays whole
    [InlineData("甲——乙", 4)]
    [InlineData("甲……乙", 4)]
    public void Marks_are_compressed_as_CLREQ_asks(string text, double ems) => Assert.Equal(ems, Lines.Width(text), 3);

    [Fact]
    public void Hanzi_and_Western_text_are_a_quarter_em_apart_whether_or_not_a_space_was_typed()
    {
        var word = Lines.Width("PDF");
        Assert.Equal(2 + word + 0.5, Lines.Width("写PDF文"), 3);
        Assert.Equal(2 + word + 0.5, Lines.Width("写 PDF 文"), 3);
        Assert.Equal(word + 1 + 0.25, Lines.Width("PDF文"), 3);
        Assert.Equal(word + 1, Lines.Width("PDF（"), 3);
    }

    [Theory]
    [InlineData("见图9 和表1", "见图9和表1")]
    [InlineData("见表\u20601", "见表1")]
    [InlineData("共 12 项", "共12项")]
    public void White_round_a_figure_is_the_same_however_it_came_about(string text, string plain)
    {
        Assert.Equal(Lines.Width(plain), Lines.Width(text), 3);

        // Also where a line is stretched or compressed.
        var (shaped, other) = (Lines.Shape(text), Lines.Shape(plain));
        Assert.Equal(other.Clusters.Sum(c => c.Gap), shaped.Clusters.Sum(c => c.Gap), 3);
        Assert.Equal(other.Clusters.Count(c => c.Gap > 0), shaped.Clusters.Count(c => c.Gap > 0));
    }

    [Fact]
    public void An_operator_between_words_and_letters_has_the_same_white_on_both_sides()
    {
        var narrow = new GlyphTable(
            new FuGongJianJia.Typesetting.Fonts.Typeface(FontRole.Hei, [TestFonts.NotoSans, TestFonts.DejaVu])
            {
                Latin = TestFonts.DejaVu,
            }
        );
        var shaper = new Shaper(LineRules.Default);
        shaper.Add("Σ分子÷Σ分母", new RunStyle(narrow, Lines.Em, Rgb.Black, 0, 0, -1));
        Assert.Equal([0, 2.5f, 0, 2.5f, 2.5f, 2.5f, 0], shaper.Finish().Clusters.Select(c => c.Gap));

        // Noto draws ÷ a whole em wide.
        Assert.Equal([0, 2.5f, 0, 0, 0, 2.5f, 0], Lines.Shape("Σ分子÷Σ分母").Clusters.Select(c => c.Gap));

        // The sign of a figure stays with it.
        Assert.Equal([0, 2.5f, 0], Lines.Shape("升−5").Clusters.Select(c => c.Gap));
    }

    // Advances in thousandths as hb-shape 6.0 gives them for the same face.
    [Theory]
    [InlineData("AV", 586 + 714)]
    [InlineData("To", 586 + 596)]
    [InlineData("Wi-Fi", 1032 + 332 + 346 + 621 + 332)]
    [InlineData("P.", 530 + 327)]
    public void Letters_are_kerned_as_their_face_asks(string text, int advance) =>
        Assert.Equal(advance / 1000.0, Lines.Width(text), 3);

    [Fact]
    public void Figures_keep_their_widths_beside_one_another() =>
        Assert.Equal(4 * Lines.Width("1"), Lines.Width("1111"), 3);

    [Fact]
    public void A_mark_stands_over_its_letter_where_the_face_anchors_it()
    {
        var sans = TestFonts.DejaVu;
        Assert.True(sans.TryGetGlyph(new System.Text.Rune('b'), out var letter));
        Assert.True(sans.TryGetGlyph(new System.Text.Rune(0x300), out var grave));

        // hb-shape 6.0: an advance of 1300, then an offset of -510, 373, of 2048 units.
        Assert.Equal(((1300 - 510) / 2048.0, 373 / 2048.0), sans.AnchorOf(letter, grave));

        var table = new GlyphTable(new FuGongJianJia.Typesetting.Fonts.Typeface(FontRole.Hei, [sans]));
        var shaper = new Shaper(LineRules.Default);
        shaper.Add("b\u0300a", new RunStyle(table, Lines.Em, Rgb.Black, 0, 0, -1));
        var shaped = shaper.Finish();
        Assert.Equal(0, shaped.Clusters[1].Width);
        Assert.Equal(510 / 2048.0 * Lines.Em, shaped.Clusters[1].Shift, 3);
        Assert.Equal(373 / 2048.0 * Lines.Em, shaped.Clusters[1].Lift, 3);
        Assert.False(shaped.Clusters[1].Break);
    }

    [Fact]
    public void A_mark_that_would_begin_a_line_is_pushed_in_when_the_line_has_marks_to_give()
    {
        // Ten ems hold ten characters; the eleventh is ， and takes half an em out of the ， before it.
        Assert.Equal(["一二，三四五六七八九，", "甲乙丙丁"], Lines.Texts("一二，三四五六七八九，甲乙丙丁", 10));
    }

    [Fact]
    public void A_mark_that_would_begin_a_line_pushes_a_character_out_when_nothing_can_be_pushed_in() =>
        Assert.Equal(["一二三四五六七八九", "十，甲乙丙丁"], Lines.Texts("一二三四五六七八九十，甲乙丙丁", 10));

    [Fact]
    public void An_opening_mark_at_the_start_of_a_line_loses_its_left_half()
    {
        var shaped = Lines.Shape("一二三四五六七八九十（甲乙）丙丁");
        var lines = Lines.Break(shaped, 10);
        Assert.True(lines[1].TrimStart);
        Assert.Equal(5.5 * Lines.Em, lines[1].Width, 3);
    }

    [Fact]
    public void Numbers_stay_with_sign_unit_and_percent_and_words_stay_whole()
    {
        var text = "全年入会率为95.5%会员数达到3,456人经费￥12,000.50元温度25℃共计完成2024年度GB/T标准Typesetting引擎";
        string[] whole = ["95.5%", "3,456人", "￥12,000.50元", "25℃", "2024年", "GB/T", "Typesetting"];
        for (var ems = 8; ems < 30; ems++)
        {
            var lines = Lines.Texts(text, ems);
            Assert.All(whole, w => Assert.Contains(lines, l => l.Contains(w, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Dashes_and_ellipses_are_not_parted()
    {
        for (var ems = 6; ems < 20; ems++)
        {
            var lines = Lines.Texts("我们的目标——建设温暖的职工之家……还要继续努力——直到每一名职工都满意……", ems);
            Assert.All(lines, l => Assert.Equal(0, l.Count(c => c == '—') % 2));
            Assert.All(lines, l => Assert.Equal(0, l.Count(c => c == '…') % 2));
        }
    }

    [Theory]
    [InlineData(ProhibitionLevel.Basic, "一二三四五六七八|——甲乙丙丁戊")]
    [InlineData(ProhibitionLevel.Strict, "一二三四五六七|八——甲乙丙丁")]
    public void Only_the_strict_level_keeps_a_dash_from_the_line_start(ProhibitionLevel level, string expected)
    {
        var rules = LineRules.Default with { Prohibition = level };
        var lines = Lines.Texts("一二三四五六七八——甲乙丙丁戊", 8, rules: rules);
        Assert.StartsWith(expected, string.Join('|', lines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_national_level_keeps_a_solidus_from_the_line_end()
    {
        for (var ems = 5; ems < 14; ems++)
        {
            var lines = Lines.Texts(
                "一二三四五六／七八九十甲／乙丙丁戊／己庚辛",
                ems,
                rules: LineRules.Default with
                {
                    Prohibition = ProhibitionLevel.National,
                }
            );
            Assert.All(lines[..^1], l => Assert.False(l.EndsWith('／')));
        }
    }

    [Fact]
    public void No_paragraph_ends_with_a_line_of_one_character()
    {
        for (var count = 12; count < 120; count++)
        {
            var lines = Lines.Texts(
                string.Concat(Enumerable.Repeat("全区各级工会坚持以职工为中心", 10))[..count] + "。",
                11,
                indent: 2
            );
            Assert.True(lines[^1].Length > 2, string.Join('|', lines));
        }
    }

    [Fact]
    public void Hanzi_alone_fill_their_lines_without_any_stretching()
    {
        var shaped = Lines.Shape(new string('工', 280));
        var lines = Lines.Break(shaped, 28);
        Assert.Equal(10, lines.Length);
        Assert.All(lines, l => Assert.Equal(0, l.Extra, 9));
    }

    [Fact]
    public void Gaps_between_scripts_are_stretched_before_anything_else()
    {
        var shaped = Lines.Shape("全年用PDF格式发布年报和简报共二十");
        var lines = Lines.Break(shaped, 12, align: TextAlignment.Justify);
        Assert.True(lines[0].GapStretch > 0);
        if (lines[0].Extra > 0)
            Assert.Equal(1, lines[0].GapStretch, 6);
    }

    [Fact]
    public void A_title_breaks_where_its_author_allows_and_its_upper_line_is_the_longer()
    {
        Assert.Equal(
            ["示例区总工会关于二〇二四年", "五大指数运行情况的通报"],
            Lines.Texts("示例区总工会关于二〇二四年\u200B五大指数运行情况的\u200B通报", 16, balanced: true)
        );
        var even = Lines.Texts("关于表彰全区先进基层工会组织和优秀工会工作者的决定", 18, balanced: true);
        Assert.Equal(2, even.Length);
        Assert.True(even[0].Length >= even[1].Length && even[0].Length - even[1].Length <= 4, string.Join('|', even));
    }

    [Fact]
    public void A_word_longer_than_the_line_is_broken_rather_than_lost()
    {
        var word = new string('x', 200);
        var lines = Lines.Texts("编号" + word + "完", 10);
        Assert.Equal("编号" + word + "完", string.Concat(lines));
    }

    private static void ForProse(Action<string, ShapedText, LineSpec[], double> check) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                Lines.Prose.ToArbitrary(),
                Gen.Choose(14, 40).ToArbitrary(),
                (text, ems) =>
                {
                    var shaped = Lines.Shape(text);
                    check(text, shaped, Lines.Break(shaped, ems, indent: 2), ems * Lines.Em);
                }
            )
        );

    [Fact]
    public void Quotation_marks_are_full_width_in_a_face_whose_own_are_not()
    {
        var kai = GlyphTable.Of(TestFonts.Set)[(int)FontRole.Kai];
        Assert.True(
            TestFonts.WenKai.TryGetGlyph(new System.Text.Rune('“'), out var narrow)
                && TestFonts.WenKai.AdvanceOf(narrow) < 0.6
        );
        var shaper = new Shaper(LineRules.Default);
        shaper.Add("称“一函两书”为", new RunStyle(kai, Lines.Em, Rgb.Black, 0, 0, -1));
        var shaped = shaper.Finish();
        Assert.All(shaped.Clusters, c => Assert.Equal(Lines.Em, c.Width, 3));
        Assert.Equal((CharClass.Open, CharClass.Close), (shaped.Clusters[1].Class, shaped.Clusters[6].Class));
    }

    [Fact]
    public void An_apostrophe_belongs_to_its_word()
    {
        var shaped = Lines.Shape("don’t");
        Assert.All(shaped.Clusters[1..], c => Assert.False(c.Break));
        Assert.True(shaped.Clusters[3].Width < 0.6 * Lines.Em);
    }

    // Broken where no line should break, since nothing else fits.
    private static bool IsForced(ShapedText text, LineSpec line) =>
        line.Next < text.Count && !text.Clusters[line.Next].Break;
}
