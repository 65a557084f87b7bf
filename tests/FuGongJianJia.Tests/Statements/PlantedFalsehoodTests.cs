using System.Globalization;
using System.Text.RegularExpressions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Tests.Statements;

/// <summary>
/// Falsehoods planted into true pages and papers: each is named, and nothing else is. What cannot fail proves nothing.
/// </summary>
public sealed class PlantedFalsehoodTests
{
    private static readonly Dictionary<string, (string Page, string True, MatchEvaluator False)> Pages = new()
    {
        ["a wrong place"] = ("towns/", @"(?<=镇街里排第)\d+(?=名)", m => More(m, 1)),
        ["more done than is"] = ("unions/", @"(?<=项计分的指标里，)\d+(?=项已做到)", m => More(m, 1)),
        ["a rise that was less"] = ("unions/", @"(?<=得分比\d+年升)[\d.]+(?=分)", m => More(m, 0.5m)),
        ["a peer of another size"] = ("unions/", @"\d+(?=人，这三件都做得更好)", m => More(m, 7)),
        ["a stale count"] = ("index.html", @"(?<=个镇街中有)\d+(?=个达到良好及以上)", m => More(m, -1)),
        ["a rise called a fall"] = ("unions/", "(?<=按可比口径比上年)提高", _ => "下降"),
        ["a wrong population"] = ("index.html", @"\d+(?=家公开的基层工会中，)", m => More(m, 3)),
        ["a wrong town said to be first"] = ("indexes/", "[^，。]+(?=居首，)", Another),
        ["a wrong sum"] = ("tasks/", @"(?<=<p class=.finding.>[^<]*)\d+(?=个单位次)", m => More(m, 1)),
        ["a wrong date"] = ("index.html", @"(?<=数据截止\d+年\d+月)\d+(?=日)", m => More(m, -1)),
        ["a wrong share"] = ("tasks/", @"(?<=首次反馈按期\d+个（)[\d.]+(?=%)", m => More(m, -0.5m)),
        ["a wrong winner"] = ("index.html", "(?<=指数居前的是)[^（]+(?=（)", Another),
        ["a wrong median"] = ("index.html", @"(?<=个；总指数中位数为)[\d.]+(?=分，最高)", m => More(m, 0.3m)),
        ["an alternative text against its figure"] = ("towns/", @"(?<=高于其中)\d+(?=个)", m => More(m, 1)),
        ["a wrong cell"] = (
            "unions/index.html",
            @"(?<=<td class=.n t k1. data-label=.总指数.>)[\d.]+(?=</td>)",
            m => More(m, 0.01m)
        ),
        ["a gain that is none"] = ("unions/", @"(?<=可增加<b class=.num.>)[\d.]+(?=</b>分)", m => More(m, 0.5m)),
    };

    private static readonly Dictionary<string, (string Page, string True, MatchEvaluator False)> OfficePages = new()
    {
        ["a wrong holder"] = (
            "tasks.html",
            "(?<=<td data-label=.在谁手里.>)[^<]+(?=</td>)",
            m => m.Value.StartsWith("示例区总工会", StringComparison.Ordinal) ? "东溪镇总工会" : "示例区总工会"
        ),
        ["a wrong wait"] = ("tasks.html", @"(?<=最久等了)\d+(?=天)", m => More(m, 1)),
        ["a settled need said to be open"] = ("needs.html", @"(?<=<h1>)\d+(?=件需求没有答复)", m => More(m, 1)),
        ["a wrong date of a step"] = ("tasks.html", @"(?<=<td class=.num.>)\d{4}-\d\d-\d\d(?=</td>)", Later),
    };

    public static TheoryData<string> OnPages => [.. Pages.Keys];

    public static TheoryData<string> OnOfficePages => [.. OfficePages.Keys];

    [Theory]
    [MemberData(nameof(OnPages))]
    public void A_falsehood_on_a_page_is_named(string falsehood) =>
        IsNamed(
            falsehood,
            Pages[falsehood],
            $"{Desk.Edition.Latest.Period}/",
            Desk.Pages.Select(p => (p.Path["site/".Length..], p))
        );

    [Theory]
    [MemberData(nameof(OnOfficePages))]
    public void A_falsehood_on_a_page_of_the_office_is_named(string falsehood) =>
        IsNamed(
            falsehood,
            OfficePages[falsehood],
            $"internal/{Desk.Edition.Latest.Period}/",
            Desk.OfficePages.Select(p => (p.Path, p))
        );

    [Theory]
    [InlineData("a wrong unit named as late", "briefs/", @"[^：；，。（）“”、]+(?=未反馈，逾期\d+天|退回\d+天未重报)")]
    [InlineData("a wrong number of days", "briefs/", @"(?<=未反馈，逾期)\d+(?=天)|(?<=退回)\d+(?=天未重报)")]
    [InlineData("a wrong total on a sheet", "sheets/", @"(?<=年总指数)[\d.]+(?=分)")]
    [InlineData("a wrong place in a brief", "briefs/", @"(?<=列第)\d+(?=名)")]
    [InlineData("a wrong level", "briefs/", @"(?<=总指数)[\d.]+(?=分)")]
    [InlineData(
        "a wrong town said to be the best",
        "briefs/SL00",
        @"(?<=。)[^，。；、\d]+(?=[\d.]+分、[^，。；]+居前)"
    )]
    [InlineData("a wrong town that rose", "briefs/SL00", @"(?<=；)[^，。；\d]+(?=升[\d.]+分，由第)")]
    [InlineData("a wrong number of events", "briefs/SL00", @"(?<=红线：[^，。；\d]+)\d+(?=起)")]
    [InlineData("a wrong town to decide on", "briefs/SL00", @"(?<=请定一件事：)[^，。；]+(?=是否列为)")]
    [InlineData("a wrong number of needs", "briefs/SL00", @"(?<=需求)\d+(?=件未答复)")]
    [InlineData("a wrong day to be done by", "briefs/SL00", @"(?<=我会\d+月)\d+(?=日前评价)")]
    [InlineData("a wrong number of units", "briefs/SL06", @"(?<=家中)\d+(?=家没有做到)")]
    [InlineData("a wrong reason for a rise", "briefs/SL00", @"(?<=由)\d+(?=个到\d+个)")]
    public void A_falsehood_on_a_paper_is_named(string falsehood, string kind, string said)
    {
        foreach (
            var (place, period, unit, compose) in Desk.Papers.Where(p => p.Period.Kind == PeriodKind.Year).Reverse()
        )
        {
            if (!place.Contains(kind, StringComparison.Ordinal))
            {
                continue;
            }

            var paper = compose();
            var planted = "";
            var lie = paper with
            {
                Sections = [.. paper.Sections.Select(s => s with { Blocks = [.. s.Blocks.Select(b => Plant(b))] })],
            };
            if (planted.Length == 0)
            {
                continue;
            }

            Assert.Empty(Desk.Faults(place, period, unit, paper));
            Assert.Contains(Desk.Faults(place, period, unit, lie), f => f.Contains(planted, StringComparison.Ordinal));
            return;

            DocumentBlock Plant(DocumentBlock block)
            {
                if (
                    planted.Length > 0
                    || block is not Paragraph paragraph
                    || Regex.Match(paragraph.Content.PlainText, said) is not { Success: true } match
                )
                {
                    return block;
                }

                planted = char.IsDigit(match.Value[0]) ? More(match, 1) : Another(match);
                var text = paragraph.Content.PlainText;
                return paragraph with
                {
                    Content = text[..match.Index] + planted + text[(match.Index + match.Length)..],
                };
            }
        }

        Assert.Fail($"No paper says anything that would make {falsehood}.");
    }

    private static void IsNamed(
        string falsehood,
        (string Page, string True, MatchEvaluator False) what,
        string folder,
        IEnumerable<(string Path, OutputFile Page)> pages
    )
    {
        foreach (var (path, page) in pages.Where(p => p.Path.StartsWith(folder + what.Page, StringComparison.Ordinal)))
        {
            var html = Desk.Text(page);
            var main = html.IndexOf("<main", StringComparison.Ordinal);
            if (new Regex(what.True).Match(html, main) is not { Success: true } match)
            {
                continue;
            }

            Assert.Empty(Desk.Faults(path, html));
            var planted = what.False(match);
            var faults = Desk.Faults(path, html[..match.Index] + planted + html[(match.Index + match.Length)..]);
            Assert.Contains(faults, f => f.Contains(planted, StringComparison.Ordinal));
            return;
        }

        Assert.Fail($"No page says anything that would make {falsehood}.");
    }

    private static string Later(Match said) =>
        Say.Date(DateOnly.Parse(said.Value, CultureInfo.InvariantCulture).AddDays(1));

    private static string More(Match said, decimal by) =>
        (decimal.Parse(said.Value, CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture);

    // The name of a town that is none of these.
    private static string Another(Match said) =>
        Desk.Edition.Latest.Towns.Select(t => t.Organisation.ShortName).First(n => n != said.Value);
}
