using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Reports;

/// <summary>
/// The same figures stand in open data, on the site and in the PDFs, for every union. Each is read back out of its
/// finished bytes:
/// the CSV says what is expected, pages and PDFs are looked at by other programs.
/// </summary>
public sealed partial class FiguresAgreeTests
{
    private static readonly string[] Indexes = ["红色指数", "规范指数", "活力指数", "温暖指数", "和谐指数"];
    private static readonly PublicEdition Whole = Sample.Edition();
    private static readonly Dictionary<string, string>[] Open = ReadCsv(
        OpenDataFiles.Create(Whole).Single(f => f.Path == "site/data/2024/scores.csv").Content
    );
    private static readonly ILookup<string, Theme.OutputFile> Reports = ReportPlan
        .Create(Sample.Office(), Whole, TestFonts.Set, new ReportOptions())
        .ToLookup(f => f.Path);
    private static readonly ILookup<string, Theme.OutputFile> Site = SitePlan
        .Create(Whole, new SiteOptions())
        .ToLookup(f => f.Path);

    [Fact]
    public void Open_data_hold_every_public_union() =>
        Assert.Equal(
            Whole.Latest.Unions.Select(u => u.Code).Order(StringComparer.Ordinal),
            Unions().Select(u => u["组织编码"]).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_row_of_the_annual_appendix_is_the_row_of_open_data()
    {
        var read = InReadingOrder(Pdf("site/reports/2024/annual.pdf"));
        foreach (var union in Unions())
        {
            var place =
                union["名次"].Length == 0 ? "—"
                : union["并列"] == "是" ? "并" + union["名次"]
                : union["名次"];
            var row =
                union["组织名称"]
                + union["分组"]
                + string.Concat(Indexes.Select(i => Score(union[i])))
                + Score(union["总指数"])
                + place;
            var at = read.IndexOf(row, StringComparison.Ordinal);
            Assert.True(at >= 0, row);
            var rest = read[(at + row.Length)..];
            rest = place == "—" ? rest : rest[rest.IndexOf(Coverage(union), StringComparison.Ordinal)..];
            Assert.StartsWith(Coverage(union) + Change(union), rest, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_sheet_and_every_page_show_the_figures_of_open_data()
    {
        var parser = new HtmlParser();
        foreach (var union in Unions())
        {
            string[] figures = [Score(union["总指数"]), .. Indexes.Select(i => Score(union[i]))];
            var sheet = Words(Pdf($"site/reports/2024/unions/{union["组织编码"]}.pdf"));
            Assert.All(figures.Where(f => f != "—"), f => Assert.Contains(f, sheet, StringComparison.Ordinal));
            Assert.Contains($"覆盖率{Score(union["覆盖率"])}%", sheet, StringComparison.Ordinal);
            if (union["可比变化"].Length > 0)
            {
                Assert.Contains(
                    $"按可比口径{Numerals.Movement(Number(union["可比变化"]))}",
                    sheet,
                    StringComparison.Ordinal
                );
            }

            var page = parser.ParseDocument(
                Encoding.UTF8.GetString(Bytes(Site, $"site/2024/unions/{union["组织编码"]}/index.html"))
            );
            string[] shown =
            [
                Plain(page.QuerySelector(".stand b.num")!),
                .. page.QuerySelectorAll("ul.five li > b.num").Select(Plain),
            ];
            Assert.Equal(figures, shown);
            Assert.Contains(
                $"{Number(union["覆盖率"]).ToString("0.##", CultureInfo.InvariantCulture)}",
                Plain(page.QuerySelector(".stand")!),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Every_row_of_the_table_of_unions_is_the_row_of_open_data()
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Bytes(Site, "site/2024/unions/index.html")));
        var rows = page.QuerySelectorAll("table.unions tbody tr")
            .ToDictionary(r => Plain(r.QuerySelector("th")!), r => r.QuerySelectorAll("td.n").Select(Plain).ToArray());
        foreach (var union in Unions())
        {
            var cells = rows[union["组织名称"]];
            string[] figures = [Score(union["总指数"]), .. Indexes.Select(i => Score(union[i]))];
            Assert.Equal(figures, cells[..6]);
            Assert.Contains(
                Number(union["可比变化"]) == 0
                    ? ""
                    : Score(Math.Abs(Number(union["可比变化"])).ToString(CultureInfo.InvariantCulture)),
                cells[6],
                StringComparison.Ordinal
            );
        }
    }

    private static IEnumerable<Dictionary<string, string>> Unions() => Open.Where(r => r["层级"] == "基层");

    private static string Score(string cell) =>
        cell.Length == 0 ? "—" : Number(cell).ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal Number(string cell) =>
        cell.Length == 0 ? 0 : decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static string Coverage(Dictionary<string, string> union) => Numerals.Tenths(Number(union["覆盖率"]));

    private static string Change(Dictionary<string, string> union) =>
        union["可比变化"].Length == 0 ? "—" : Numerals.Signed(Number(union["可比变化"]));

    private static byte[] Pdf(string path) => Bytes(Reports, path);

    private static byte[] Bytes(ILookup<string, Theme.OutputFile> files, string path) =>
        files[path].Single().Render().Content.ToArray();

    private static string Plain(IElement element) =>
        string.Concat(element.TextContent.Where(c => !char.IsWhiteSpace(c)));

    private static string Words(byte[] pdf) => string.Concat(PdfTools.Text(pdf).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The text of a tagged PDF in the order of its structure, without white space.</summary>
    internal static string InReadingOrder(byte[] pdf) =>
        string.Concat(
            Quoted()
                .Matches(PdfTools.Structure(pdf))
                .Select(m => m.Groups[1].Value)
                .SelectMany(t => t)
                .Where(c => !char.IsWhiteSpace(c))
        );

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Quoted();

    // The sample has no quoted cell.
    private static Dictionary<string, string>[] ReadCsv(byte[] bytes)
    {
        var lines = Encoding
            .UTF8.GetString(bytes)
            .TrimStart('\uFEFF')
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.TrimEnd('\r').Split(','))
            .ToArray();
        return [.. lines[1..].Select(cells => lines[0].Zip(cells).ToDictionary(p => p.First, p => p.Second))];
    }
}
