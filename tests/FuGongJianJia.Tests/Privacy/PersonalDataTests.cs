using System.Text;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Tests.Privacy;

/// <summary>
/// Personal information is found however it is written, and what only looks like it is left alone. All numbers are made
/// up.
/// </summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("身份证11010519491231002X", PersonalKind.IdNumber)]
    [InlineData("110105 19491231 002X", PersonalKind.IdNumber)]
    [InlineData("110105-1949-1231-002x", PersonalKind.IdNumber)]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ", PersonalKind.IdNumber)]
    [InlineData("编码11010519491231002X", PersonalKind.IdNumber)]
    [InlineData("13812345678", PersonalKind.Mobile)]
    [InlineData("+86 138 1234 5678", PersonalKind.Mobile)]
    [InlineData("138-1234-5678", PersonalKind.Mobile)]
    [InlineData("tel13812345678", PersonalKind.Mobile)]
    [InlineData("手机：１３８１２３４５６７８。", PersonalKind.Mobile)]
    [InlineData("1\u200B3812345678", PersonalKind.Mobile)]
    [InlineData("𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", PersonalKind.Mobile)]
    [InlineData("+8613812345678", PersonalKind.Mobile)]
    [InlineData("8613812345678", PersonalKind.Mobile)]
    [InlineData("008613812345678", PersonalKind.Mobile)]
    [InlineData("T13812345678", PersonalKind.Mobile)]
    [InlineData("13812345678VX", PersonalKind.Mobile)]
    [InlineData("١٣٨١٢٣٤٥٦٧٨", PersonalKind.Mobile)]
    [InlineData("110105\n19491231002X", PersonalKind.IdNumber)]
    [InlineData("110105\t19491231002X", PersonalKind.IdNumber)]
    [InlineData("0571-63321234", PersonalKind.LandLine)]
    [InlineData("(0571)63321234", PersonalKind.LandLine)]
    [InlineData("（0571）63321234", PersonalKind.LandLine)]
    [InlineData("0571 6332 1234", PersonalKind.LandLine)]
    [InlineData("座机6332-1234", PersonalKind.LandLine)]
    [InlineData("联系电话63321234", PersonalKind.LandLine)]
    [InlineData("卡号4111 1111 1111 1111", PersonalKind.BankCard)]
    [InlineData("邮箱zhang.san@example.com", PersonalKind.Email)]
    [InlineData("zhang.san＠example.com", PersonalKind.Email)]
    [InlineData("家住幸福路12号", PersonalKind.HomeAddress)]
    [InlineData("幸福小区3幢2单元501室", PersonalKind.HomeAddress)]
    [InlineData("地址：桂花路12号2单元301室", PersonalKind.HomeAddress)]
    [InlineData("租住桂花路12号", PersonalKind.HomeAddress)]
    [InlineData("出生日期：1985-03-12", PersonalKind.BirthDate)]
    [InlineData("出生年月：198503", PersonalKind.BirthDate)]
    [InlineData("男，1985年3月生", PersonalKind.BirthDate)]
    [InlineData("1985.3.12出生", PersonalKind.BirthDate)]
    [InlineData("1985年3月12日出生", PersonalKind.BirthDate)]
    [InlineData("生于1985年3月", PersonalKind.BirthDate)]
    public void It_is_found_however_it_is_written(string text, PersonalKind kind)
    {
        Assert.Contains(PersonalData.Find(text), f => f.Kind == kind);
        Assert.Empty(PersonalData.Find(PersonalData.Mask(text)));
    }

    [Theory]
    [InlineData("81330111MC0000012N")]
    [InlineData("110105194912310021")]
    [InlineData("sha256:9f13812345678a7c13812345678e")]
    [InlineData("13812345678A0012")]
    [InlineData("联系企业2024-2025年")]
    [InlineData("2024年5月生产")]
    [InlineData("(2024)12345678")]
    [InlineData("订单号13912345678")]
    [InlineData("20240501001")]
    [InlineData("2024年5月1日至2025年2月28日")]
    [InlineData("实缴额 13812345678.50 元")]
    [InlineData("示工〔2024〕18号")]
    [InlineData("略去年龄、住址和健康。")]
    [InlineData("劳模集体生日会")]
    [InlineData("文化宫3号楼201室")]
    [InlineData("13,812,345,678")]
    [InlineData("2021 年走访 4015 人，2022 年 644 人，2023 年 551 人")]
    public void What_only_looks_like_it_is_left_alone(string text) => Assert.Empty(PersonalData.Find(text));

    [Fact]
    public void Identifiers_of_tables_are_not_phones_but_an_id_number_is_one_anywhere()
    {
        Assert.Empty(PersonalData.Find("13800001111", isCode: true));
        Assert.NotEmpty(PersonalData.Find("11010519491231002X", isCode: true));
    }

    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("张三丰", "张**")]
    [InlineData("欧阳修", "欧阳*")]
    [InlineData("欧阳小明", "欧阳**")]
    [InlineData("欧阳", "欧*")]
    [InlineData("张**", "张**")]
    [InlineData("某职工", "某职工")]
    [InlineData("𠮷野太郎", "𠮷**")]
    public void Names_keep_their_surname_only(string name, string masked) => Assert.Equal(masked, NameMask.Mask(name));

    [Theory]
    [InlineData("身份证号", true)]
    [InlineData("联系电话（手机）", true)]
    [InlineData("家庭住址", true)]
    [InlineData("出生年月", true)]
    [InlineData("职工数", false)]
    [InlineData("地点", false)]
    public void Headers_announce_personal_columns(string header, bool personal) =>
        Assert.Equal(personal, PersonalHeaders.IsPersonal(header));

    [Theory]
    [InlineData("a.html", "<p>&#x31;38&#49;2345678</p>")]
    [InlineData("a.json", "{\"x\":\"\\u00313812345678\",\"y\":\"138\\u00312345678\"}")]
    [InlineData("a.svg", "<title>13812345678</title>")]
    [InlineData("a.csv", "x,13812345678\r\n")]
    [InlineData("a.js", "var a='13812345678';")]
    [InlineData("a.html", "<img alt=\"身份证11010519491231002X\">")]
    public void The_second_scan_reads_what_a_browser_would(string path, string content) =>
        Assert.NotEmpty(new OutputScanner([]).Scan(path, Encoding.UTF8.GetBytes(content)));

    [Theory]
    [InlineData("a.csv", 1)]
    [InlineData("a.csv", 5000)]
    [InlineData("a.json", 9999)]
    [InlineData("a.txt", 10000)]
    public void The_second_scan_names_the_line_of_a_long_file(string path, int line)
    {
        var lines = Enumerable.Range(1, 10000).Select(n => n == line ? "电话 13812345678" : $"第{n}行，不是号码");

        var find = Assert.Single(new OutputScanner([]).Scan(path, Encoding.UTF8.GetBytes(string.Join('\n', lines))));

        Assert.Equal(line, find.Line);
    }

    [Fact]
    public void The_second_scan_reads_a_line_longer_than_it_decodes_at_a_time()
    {
        var text = "开头\n" + new string('字', 100_000) + " 13812345678 尾\n结束 13812345678\n";

        Assert.Equal([2, 3], new OutputScanner([]).Scan("a.txt", Encoding.UTF8.GetBytes(text)).Select(f => f.Line));
    }

    [Fact]
    public void The_second_scan_lets_drawings_dates_and_the_office_line_pass()
    {
        var scanner = OutputScanner.For(
            new() { OfficePhone = "0571-63321234", PoliceRecord = "浙公网安备 33011102000001号" }
        );
        var page =
            "<path d=\"M13812345678 10L20 30\"/><p>联系电话：0571-63321234</p>"
            + "<p>浙公网安备 33011102000001号</p><time>2024-05-01</time>";
        Assert.Empty(scanner.Scan("site/index.html", Encoding.UTF8.GetBytes(page)));
        Assert.NotEmpty(scanner.ScanText("site/reports/a.pdf", "联系人 13812345678"));
        Assert.NotEmpty(scanner.Scan("site/11010519491231002X.png", []));
    }

    [Fact]
    public void Long_text_is_looked_at_piece_by_piece_and_its_lines_are_counted_through()
    {
        var scanner = new OutputScanner([]);
        const string path = "site/data/2024.xlsx";
        var whole = scanner.ScanText(path, "一\n二\n联系人 13812345678\n四\n");

        Assert.Equal(3, Assert.Single(whole).Line);
        Assert.Equal(whole, scanner.ScanPieces(path, ["一\n二\n", "联系人 13812345678\n四\n", ""]));
    }

    [Theory]
    [InlineData("<p>电话 138<b>1234</b>5678</p>", 1)]
    [InlineData("<p>第一行</p>\n<p>138<!-- x -->1234<span class=\"n\">56</span>78</p>", 2)]
    [InlineData("<p>请打 138\n    12345678</p>", 1)]
    [InlineData("<td>110105<wbr>19491231<wbr>002X</td>", 1)]
    [InlineData("<p>１３８<i>１２３４</i>５６７８</p>", 1)]
    [InlineData("<p>138<b>1234</b>5&#54;78</p>", 1)]
    public void A_number_cut_by_markup_or_a_line_end_is_found(string html, int line) =>
        Assert.Contains(new OutputScanner([]).Scan("site/a.html", Encoding.UTF8.GetBytes(html)), f => f.Line == line);

    [Theory]
    [InlineData("<tr><td>138</td><td>1234</td><td>5678</td></tr>")]
    [InlineData("<li>138</li>\n<li>12345678</li>")]
    [InlineData("<span>138</span> <span>1234</span> <span>5678</span>")]
    [InlineData("<script>var a = [138,\n12345678];</script>")]
    [InlineData("<p>2024<b>05</b>01</p>")]
    [InlineData("<p>金额 13812<b>345678</b>.50</p>")]
    [InlineData("<p>138<b")]
    [InlineData("<p>138&#")]
    public void Numbers_that_stand_apart_are_not_joined(string html) =>
        Assert.Empty(new OutputScanner([]).Scan("site/a.html", Encoding.UTF8.GetBytes(html)));
}
