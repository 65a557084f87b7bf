using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Tests.Site;

public sealed class MarkupTests
{
    [Fact]
    public void A_text_of_any_length_comes_back_as_it_was_with_what_no_parser_reads_replaced()
    {
        var letters = Gen.Elements(
            'a',
            '9',
            ' ',
            '\n',
            '<',
            '>',
            '&',
            '"',
            '\'',
            'é',
            '工',
            '—',
            '\u0001',
            '\uD83D',
            '\uDE00',
            '\uFFFD'
        );
        var texts = Gen.Choose(0, 60).SelectMany(n => Gen.ArrayOf(letters, n)).Select(c => new string(c));
        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var to = new Markup();
                    to.Write($"<p title=\"{text}\">");
                    var written = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(to.ToString()));
                    var inside = written["<p title=\"".Length..^2];
                    return inside.IndexOfAny(['<', '>', '"', '\u0001']) < 0
                        && string.Equals(WebUtility.HtmlDecode(inside), Readable(text), StringComparison.Ordinal);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

        // Half a pair becomes U+FFFD by the encoder, a control character by us.
        static string Readable(string text) =>
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\u0001', '\uFFFD');
    }

    [Fact]
    public void A_ground_that_drawings_share_is_written_as_if_each_had_drawn_it()
    {
        var red = new Ink(Rgb.FromHex(0xA3201D), "cinnabar");
        Mark[] plain =
        [
            new PathMark(Shapes.Rectangle(1, 2, 3, 4), new Fill(red), null),
            new TextMark(5, 6, "甲<乙", 9, FontRole.Hei, red),
        ];
        Mark[] defined = [.. plain, new CircleMark(9, 9, 2, new Fill(red, FillPattern.Rising), null)];
        foreach (var marks in new[] { plain, defined })
        {
            var ground = new GroupMark([.. marks]);
            var own = new TextMark(7, 8, "丙", 9, FontRole.Hei, red);
            Assert.Equal(Svg.Render(Of([.. marks, own]), "a"), Svg.Render(Of([ground, own]), "a"));
            Assert.Equal(Svg.Render(Of([.. marks, own]), "b"), Svg.Render(Of([ground, own]), "b"));
        }

        static Drawing Of(Mark[] marks) =>
            new()
            {
                Width = 10,
                Height = 10,
                Marks = [.. marks],
                Title = "题",
                Description = "说明",
            };
    }
}
