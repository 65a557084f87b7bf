using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Tests.Typesetting.Text;

/// <summary>Breaks texts in 宋 at 10 points, so that one character is ten points wide.</summary>
internal static class Lines
{
    public const double Em = 10;

    private static readonly GlyphTable Song = GlyphTable.Of(TestFonts.Set)[(int)FontRole.Song];

    public static ShapedText Shape(string text, LineRules? rules = null)
    {
        var shaper = new Shaper(rules ?? LineRules.Default);
        shaper.Add(text, new RunStyle(Song, Em, Rgb.Black, 0, 0, -1));
        return shaper.Finish();
    }

    public static LineSpec[] Break(
        ShapedText text,
        double ems,
        double indent = 0,
        TextAlignment align = TextAlignment.Justify,
        LineRules? rules = null,
        bool balanced = false
    ) =>
        new LineBreaker(rules ?? LineRules.Default).Break(
            text,
            new BreakRequest(ems * Em, indent * Em, Em, align, balanced)
        );

    public static string[] Texts(
        string text,
        double ems,
        double indent = 0,
        LineRules? rules = null,
        bool balanced = false
    )
    {
        var shaped = Shape(text, rules);
        var align = balanced ? TextAlignment.Centre : TextAlignment.Justify;
        return
        [
            .. Break(shaped, ems, indent, align, rules, balanced)
                .Select(l =>
                    string.Concat(shaped.Clusters[l.Start..l.End].Select(c => char.ConvertFromUtf32(c.Rune)))
                        .Replace("\u200B", "", StringComparison.Ordinal)
                ),
        ];
    }

    /// <summary>Width in ems of a text on one line, its end trimmed.</summary>
    public static double Width(string text)
    {
        var shaped = Shape(text);
        return Assert.Single(Break(shaped, 1000)).Width / Em;
    }

    /// <summary>Prose as it comes: hanzi with marks, brackets, words, numbers, dashes between them.</summary>
    public static Gen<string> Prose { get; } = CreateProse();

    private static Gen<string> CreateProse()
    {
        var hanzi =
            from count in Gen.Choose(1, 9)
            from c in Gen.Elements("工会职工建设困难帮扶调解竞赛一二".ToCharArray()).ArrayOf(count)
            select new string(c);
        var extra = Gen.Elements(
            "，",
            "。",
            "、",
            "；",
            "：",
            "！",
            "？",
            "”，",
            "）。",
            "》、",
            "“",
            "（",
            "《",
            "……",
            "——",
            "·",
            "～",
            "95.5%",
            "3,456",
            "￥12",
            "GB/T 9704-2012",
            "PDF",
            "Typesetting engine",
            " ",
            "2021—2023年",
            "25～30人",
            "“一函两书”",
            "（见表3）",
            "《意见》（2024）",
            "-",
            "/"
        );
        return from parts in (from h in hanzi from e in extra select h + e).ListOf() select string.Concat(parts);
    }
}
