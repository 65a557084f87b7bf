using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Pdf;

namespace FuGongJianJia.Tests.Typesetting.Layout;

public sealed partial class OfficialGridTests
{
    private static LayoutResult FullPages() =>
        Proof.Compose(
            StyleSheet.Official,
            new DocumentSection
            {
                Blocks =
                [
                    new Paragraph(Proof.Hanzi(28 * 22 * 2)) { Style = StyleSheet.Official.Body with { Indent = 0 } },
                ],
            }
        );

    [Fact]
    public void A_page_holds_22_lines_of_28_characters_within_156_by_225_millimetres()
    {
        var result = FullPages();
        Assert.Equal(2, result.Document.Pages.Length);
        foreach (var page in result.Glyphs().Where(g => g.Structure is not null).GroupBy(g => g.Page))
        {
            var lines = page.GroupBy(g => Math.Round(g.Baseline, 3, MidpointRounding.AwayFromZero))
                .OrderBy(l => l.Key)
                .ToArray();
            Assert.Equal(22, lines.Length);
            Assert.All(lines, l => Assert.Equal(28, l.Count()));

            // Em boxes: 88 % above the baseline, 12 % below.
            var top = lines[0].Key - (0.88 * TypeSize.Three);
            var bottom = lines[^1].Key + (0.12 * TypeSize.Three);
            Assert.InRange(Units.ToMm(top), 37, 37 + 3);
            Assert.InRange(Units.ToMm(bottom), 262 - 3, 262);
            Assert.InRange(Units.ToMm(page.Min(g => g.X)), 27.99, 28.01);
            Assert.InRange(Units.ToMm(page.Max(g => g.X + g.Advance)), 28 + 155, 28 + 156.01);
            Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal(28.95, pair.Second.Key - pair.First.Key, 3));
        }
    }

    [Fact]
    public void The_finished_PDF_has_the_same_lines_where_a_reader_finds_them()
    {
        var boxes = PdfTools.Boxes(PdfWriter.Write(FullPages().Document));
        var first = boxes[..boxes.IndexOf("</page>", StringComparison.Ordinal)];
        var words = WordBox().Matches(first).Where(m => m.Groups[5].Value.Length == 28).ToArray();
        Assert.Equal(22, words.Length);
        Assert.All(
            words,
            w =>
            {
                Assert.InRange(Units.ToMm(Number(w, 1)), 27.9, 28.1);
                Assert.InRange(Units.ToMm(Number(w, 3)), 28 + 155, 28 + 156.1);
            }
        );
        Assert.InRange(Units.ToMm(Number(words[0], 2)), 35, 40);
        Assert.InRange(Units.ToMm(Number(words[^1], 4)), 258, 264);
    }

    [Fact]
    public void Page_numbers_stand_outside_one_character_in_and_seven_millimetres_below()
    {
        var result = FullPages();
        var numbers = result
            .Glyphs()
            .Where(g => g.Structure is null)
            .GroupBy(g => g.Page)
            .Select(p => p.ToArray())
            .ToArray();
        Assert.Equal(["— 1 —", "— 2 —"], numbers.Select(n => string.Concat(n.Select(g => g.Text))));
        var odd = numbers[0].Max(g => g.X + g.Advance);
        var even = numbers[1].Min(g => g.X);
        Assert.Equal(210 - 26 - Units.ToMm(14), Units.ToMm(odd), 1);
        Assert.Equal(28 + Units.ToMm(14), Units.ToMm(even), 1);
        Assert.Equal(262 + 7, Units.ToMm(numbers[0][0].Baseline - (0.72 * 14)), 1);
    }

    [Fact]
    public void Text_after_a_title_and_headings_returns_to_the_grid()
    {
        var result = Proof.Compose(
            StyleSheet.Official,
            new DocumentSection
            {
                Blocks =
                [
                    new TitleBlock("关于五大指数运行情况的通报"),
                    Proof.Hanzi(60),
                    new SectionHeading(1, "一、总体情况"),
                    Proof.Hanzi(60),
                ],
            }
        );
        var top = Units.Mm(37);
        foreach (var g in result.Glyphs().Where(g => g.Structure is { Tag: "P" }))
        {
            var line = (g.Baseline - top - ((28.95 - 15.75) / 2) - (0.88 * 15.75)) / 28.95;
            Assert.Equal(Math.Round(line, MidpointRounding.AwayFromZero), line, 3);
        }
    }

    private static double Number(Match match, int group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">([^<]+)</word>")]
    private static partial Regex WordBox();
}
