using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Tests.Privacy;

/// <summary>
/// The quick look over finished files leaves nothing out that the rules would find. All numbers are made up.
/// </summary>
public sealed class OutputScannerProperties
{
    private static readonly string[] Personal =
    [
        "13812345678",
        "11010519491231002X",
        "4111111111111111",
        "0571-63321234",
        "zhang.san@example.com",
        "家住幸福路12号",
        "家庭地址：幸福路12号",
        "幸福小区3幢2单元501室",
        "生于1985年3月",
        "出生日期：1985-03-12",
        "1985年3月12日出生",
        "联系电话63321234",
        "座机：6332123",
    ];

    private static readonly string[] Harmless =
    [
        "示例区总工会",
        "2024年",
        " 95.5%",
        "\n",
        "  ",
        "，",
        "81330111MC0000012N",
        "单位：元",
        "2024-05-01",
        "1,234",
        "先生",
        "电影",
        "<td>",
        "</td>",
        "<br/>",
        "<b>",
        "</b>",
        "&nbsp;",
        "&amp;",
        "<path d=\"M138 12345678L20 30\"/>",
        "\"",
        "'",
        "<",
        ">",
        "&",
        "&#",
        "\\",
        "\\u",
        "住",
        "地址",
        "号楼",
        "０１",
        "①②",
        "138",
        "1234",
        "5678",
        "X",
        "-",
        "·",
        "_",
        "\u200B",
        "<!-- ",
        "-->",
        "<script>",
        "</script>",
        "<a title=\"",
        "<tspan x=\"3\">",
        "</tspan>",
        "𝟏𝟑",
        "base64,13812345678",
        "0571-63321234",
    ];

    private static readonly Gen<string> Disguised = Gen.Elements(Personal)
        .SelectMany(text =>
            Gen.Choose(0, 9).SelectMany(form => Gen.Choose(1, text.Length - 1).Select(at => Disguise(text, form, at)))
        );

    private static readonly Gen<string> Texts = Gen.Frequency((6, Gen.Elements(Harmless)), (1, Disguised))
        .ArrayOf()
        .Select(string.Concat);

    [Theory]
    [InlineData("a.html")]
    [InlineData("a.svg")]
    [InlineData("a.json")]
    [InlineData("a.csv")]
    [InlineData("a.pdf")]
    public void The_quick_look_finds_exactly_what_the_rules_find_in_the_whole_text(string path)
    {
        var scanner = new OutputScanner(["0571-63321234"]);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000),
            Prop.ForAll(
                Texts.ToArbitrary(),
                text => scanner.ScanText(path, text).SequenceEqual(scanner.ScanText(path, text, unfiltered: true))
            )
        );
    }

    public static TheoryData<string, string> Hidden =>
        new(
            (
                from text in Personal
                from form in new[] { 0, 1, 2, 3, 4, 5, 6, 7 }
                from file in new[]
                {
                    ("a.html", $"<p>今年{Disguise(text, form, text.Length / 2)}。</p>"),
                    ("a.svg", $"<svg><text>{Disguise(text, form, text.Length / 2)}</text></svg>"),
                    ("a.html", $"<img alt=\"{WithoutTags(text, form)}\">"),
                }
                select (file.Item1, file.Item2)
            ).Distinct()
        );

    [Theory]
    [MemberData(nameof(Hidden))]
    public void Personal_data_is_found_in_every_disguise_of_markup(string path, string content)
    {
        var finds = new OutputScanner([]).Scan(path, Encoding.UTF8.GetBytes("<svg/>\n" + content));
        Assert.Contains(finds, f => f.Line == 2);
    }

    [Theory]
    [InlineData("a.json", "{\"x\":\"\\u0031\\u0033812345678\"}")]
    [InlineData("a.svg", "<text><tspan x=\"10\">1381234</tspan><tspan x=\"40\" dy=\"0\">5678</tspan></text>")]
    [InlineData("a.svg", "<text>138<title/>x</text><text aria-label='13812345678'/>")]
    [InlineData("a.html", "<a href=tel:13812345678>电话</a>")]
    [InlineData("a.html", "<p>zhang<b>.san</b>@<i>example</i>.com</p>")]
    [InlineData("a.html", "<p>出生<em>日期</em>： <time>1985-03-12</time></p>")]
    [InlineData("a.html", "<!-- 13812345678 -->")]
    [InlineData("a.html", "<p title=\"x > 13812345678\">y</p>")]
    [InlineData("a.html", "<script type=\"application/ld+json\">{\"a\":\"138\\u00312345678\"}</script>")]
    [InlineData("a.html", "<p title=\"13812345678")]
    [InlineData("a.html", "<p>请致电 <b>63321234</b></p>")]
    [InlineData("a.html", "<p>&13&#56;12345678</p>")]
    [InlineData("a.html", "<p>13812345&shy;678&</p>")]
    public void Odd_places_are_looked_at(string path, string content) =>
        Assert.NotEmpty(new OutputScanner([]).Scan(path, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void What_may_stand_leaves_nothing_that_joins_its_neighbours() =>
        Assert.Empty(new OutputScanner(["浙ICP备12345号"]).Scan("a.html", "<p>138 浙ICP备12345号 12345678</p>"u8));

    private static string WithoutTags(string text, int form) =>
        form is 4 or 5 or 6 or 7 ? WebEntities(text) : Disguise(text, form, text.Length / 2);

    private static string WebEntities(string text) =>
        string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"&#x{(int)c:X};")));

    private static string Disguise(string text, int form, int at) =>
        form switch
        {
            0 => text,
            1 => string.Concat(text.Select(c => c is >= '!' and <= '~' ? (char)(c + 0xFEE0) : c)),
            2 => string.Concat(text.Take(at))
                + string.Create(CultureInfo.InvariantCulture, $"&#{(int)text[at]};")
                + text[(at + 1)..],
            3 => text[..at] + "\u200B" + text[at..],
            4 => text[..at] + "<b class=\"n\">" + text[at..] + "</b>",
            5 => text[..at] + "<!-- 1 -->" + text[at..],
            6 => text[..at] + "</tspan><tspan dy=\"3\">" + text[at..],
            7 => text[..at] + "&shy;" + text[at..],
            8 => text[..at] + "\n    " + text[at..],
            _ => string.Concat(text.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"))),
        };
}
