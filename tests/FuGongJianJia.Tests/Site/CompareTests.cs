using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Site;

public sealed class CompareTests
{
    private static readonly PublicEdition Edition = Small.Compose(
        RandomData.Make(
            7,
            new Settings { PublicStanding = PublicStanding.Places },
            unions: 70,
            periods: ["2022", "2023", "2024"]
        )
    );
    private static readonly ImmutableArray<OutputFile> Files = SitePlan.Create(Edition, new SiteOptions());
    private static readonly CompareReader Reader = new(Files);

    [Fact]
    public void Every_unit_of_every_period_is_found_from_its_code_and_no_other()
    {
        Assert.Contains(Edition.Periods, p => p.Unions.Length > Theme.Site.Compare.CompareFiles.UnitsPerFile);
        foreach (var (period, unit) in Units())
        {
            var (found, _) = Reader.Find(period.Period, unit.Code) ?? throw new InvalidOperationException(unit.Code);
            Assert.Equal(
                (unit.Name, unit.Organisation.ShortName),
                (found.GetProperty("name").GetString(), found.GetProperty("short").GetString())
            );
            Assert.Contains(Files, f => f.Path == "site/" + found.GetProperty("path").GetString());
        }

        Assert.Null(Reader.Find(Edition.Latest.Period, "A"));
        Assert.Null(Reader.Find(Edition.Latest.Period, "zzz"));
        var held = Reader
            .Names.Where(n => n.Contains('.', StringComparison.Ordinal) && n[0] == '2')
            .Sum(n => Reader.Read(n).GetProperty("units").GetArrayLength());
        Assert.Equal(Units().Count(), held);
    }

    [Fact]
    public void Every_text_is_the_one_that_the_units_page_shows()
    {
        var pages = Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        foreach (
            var (period, unit) in Units()
                .Where(u => u.Unit.Organisation.Level != Level.District)
                .Where((_, n) => n % 5 == 0)
        )
        {
            var (found, rules) = Reader.Find(period.Period, unit.Code)!.Value;
            var page = new HtmlParser().ParseDocument(
                Encoding.UTF8.GetString(pages["site/" + found.GetProperty("path").GetString()].Render().Content.Span)
            );
            var scores = CompareReader.Texts(found.GetProperty("scores"));
            Assert.Equal(page.QuerySelectorAll(".stand .num, .five b").Select(b => b.TextContent), scores);
            var heads = page.QuerySelectorAll("table.indicators thead th").Select(h => h.TextContent).ToArray();
            var rows = page.QuerySelectorAll("table.indicators tbody tr")
                .ToDictionary(
                    r => r.QuerySelector(".code")!.TextContent,
                    r => heads.Zip(r.Children).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal),
                    StringComparer.Ordinal
                );
            var codes = Codes(period);
            var cells = found.GetProperty("cells").EnumerateArray().ToArray();
            Assert.Equal(codes.Length, cells.Length);
            foreach (var (code, cell) in codes.Zip(cells))
            {
                if (!rows.TryGetValue(code, out var shown))
                {
                    Assert.Equal(0, cell.GetInt32());
                    continue;
                }

                var state =
                    cell.GetArrayLength() > 3 && cell[3].GetString() is { Length: > 0 } text
                        ? text.Replace("有更正", "更正", StringComparison.Ordinal)
                        : "已报";
                Assert.Equal(
                    (
                        (shown["得分"].QuerySelector("b") ?? shown["得分"]).TextContent,
                        (shown["数值"].QuerySelector("span") ?? shown["数值"]).TextContent,
                        State(shown),
                        (shown["可比变化"].QuerySelector("span") ?? shown["可比变化"]).TextContent
                    ),
                    (
                        cell[2].GetString(),
                        cell[1].GetString(),
                        state,
                        cell.GetArrayLength() > 4 ? cell[4].GetString() : "—"
                    )
                );
                var rule = CompareReader.Texts(rules[cell[0].GetInt32()]);
                var result = unit.IndicatorOf(code)!;
                Assert.Equal([result.Indicator.Version, result.TargetText, result.Indicator.Rule.Text], rule);
            }
        }
    }

    // A town's table has a column for it; a union's list says below the change what is not simply reported.
    private static string State(Dictionary<string, IElement> row) =>
        row.TryGetValue("状态", out var state) ? state.TextContent
        : row["可比变化"].QuerySelectorAll("small").Select(s => s.TextContent).ToArray() is { Length: > 0 } notes
            ? (notes[0] == "更正" ? "已报，更正" : string.Join('，', notes))
        : "已报";

    [Fact]
    public void What_is_withheld_has_neither_value_nor_score_nor_change()
    {
        var withheld = Units()
            .SelectMany(u =>
                u.Unit.Indicators.Where(i => i.Withheld != Withheld.No).Select(i => (u.Period, u.Unit, Result: i))
            )
            .ToArray();
        Assert.NotEmpty(withheld);
        foreach (var (period, unit, result) in withheld)
        {
            var cell = Cell(period, unit, result.Code);
            Assert.True(cell[1] is "不公布" || cell[1].StartsWith('＜'), cell[1]);
            Assert.Equal("—", cell[2]);
            Assert.EndsWith("小数保护", cell[3], StringComparison.Ordinal);
            Assert.True(cell.Length == 4 || cell[4] == "≠ 断点");
        }
    }

    [Fact]
    public void What_was_corrected_says_so()
    {
        var edition = SampleEdition.Create();
        var latest = edition.Latest;
        var unit = latest.Unions[0];
        var code = unit.Indicators.First(i => i is { IsScored: true, Pooled: false, Withheld: Withheld.No }).Code;
        unit = unit with
        {
            Corrections =
            [
                new()
                {
                    Period = latest.Period,
                    PublishedWith = latest.Period,
                    Organisation = unit.Code,
                    OrganisationName = unit.Name,
                    Indicator = code,
                    On = new DateOnly(2025, 3, 8),
                    Values = new("81.20", "79.60", "分母更正。"),
                },
            ],
        };
        latest = latest with { Unions = latest.Unions.SetItem(0, unit) };
        var reader = new CompareReader(
            SitePlan.Create(edition with { Periods = [.. edition.Periods[..^1], latest] }, new SiteOptions())
        );
        Assert.Equal("有更正", Cell(latest, unit, code, reader)[3]);
        Assert.All(
            unit.Indicators.Where(i => i.Code != code),
            i =>
                Assert.DoesNotContain(
                    "更正",
                    string.Join(' ', Cell(latest, unit, i.Code, reader)),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_unit_that_is_not_public_is_in_no_file()
    {
        var data = RandomData.Make(7, unions: 30);
        var hidden = data.Periods[^1].Organisations.First(o => o.Level == Level.Grassroots).Code;
        data = data with
        {
            Periods =
            [
                .. data.Periods.Select(p =>
                    p with
                    {
                        Organisations =
                        [
                            .. p.Organisations.Select(o => o.Code == hidden ? o with { IsPublic = false } : o),
                        ],
                    }
                ),
            ],
        };
        var reader = new CompareReader(SitePlan.Create(Small.Compose(data), new SiteOptions()));
        Assert.All(reader.Names, n => Assert.DoesNotContain($"\"{hidden}\"", reader.Text(n), StringComparison.Ordinal));
    }

    [Fact]
    public void Everybody_can_be_chosen_once_under_the_newest_name_with_the_periods_where_not_all()
    {
        var units = Reader.Read("units").EnumerateArray().ToArray();
        var below = units
            .Where(u => u[3].GetInt32() > 0)
            .SelectMany(u =>
            {
                var names = Reader.Read("names-" + u[0].GetString()).EnumerateArray().ToArray();
                Assert.Equal(u[3].GetInt32(), names.Length);
                return names;
            })
            .ToArray();
        var choices = units
            .Select(u =>
                (
                    Code: u[0].GetString()!,
                    Name: u[1].GetString()!,
                    Some: u.GetArrayLength() > 4 ? u[4].GetString() : null
                )
            )
            .Concat(
                below.Select(u =>
                    (
                        Code: u[0].GetString()!,
                        Name: u[1].GetString()!,
                        Some: u.GetArrayLength() > 2 ? u[2].GetString() : null
                    )
                )
            )
            .ToArray();
        Assert.Equal(
            Units().Select(u => u.Unit.Code).Distinct().Order(StringComparer.Ordinal),
            choices.Select(c => c.Code).Order(StringComparer.Ordinal)
        );
        foreach (var (code, name, some) in choices)
        {
            var periods = Edition.Periods.Where(p => p.Find(code) is not null).Reverse().ToArray();
            Assert.Equal(periods[0].Find(code)!.Name, name);
            Assert.Equal(
                periods.Length == Edition.Periods.Length ? null : string.Join(' ', periods.Select(p => p.Period)),
                some
            );
        }

        Assert.Contains(choices, c => c.Some is not null);
    }

    [Fact]
    public void A_shared_address_of_four_unions_and_two_periods_loads_little()
    {
        var large = SampleEdition.Large();
        var reader = new CompareReader(SitePlan.Create(large, new SiteOptions()));
        var unions = large.Latest.Unions;
        var asked = new[] { unions[0], unions[unions.Length / 3], unions[unions.Length / 2], unions[^1] };
        var files = large
            .Periods.TakeLast(2)
            .SelectMany(p => asked.Select(u => reader.FileOf(p.Period, u.Code)!).Append(p.Period.ToString()))
            .Append("units")
            .Distinct()
            .ToArray();
        Assert.InRange(files.Sum(f => CompareReader.Gzip(reader.Text(f))), 1, 80 * 1024);
        Assert.All(reader.Names, n => Assert.InRange(CompareReader.Gzip(reader.Text(n)), 1, 10 * 1024));
    }

    [Fact]
    public void A_break_of_a_definition_can_be_told_from_the_version()
    {
        var broken = Edition
            .Latest.Unions.SelectMany(u => u.Indicators.Where(i => i.SeriesBreak).Select(i => (Unit: u, i.Code)))
            .Where(x => Edition.Periods[^2].Find(x.Unit.Code)?.IndicatorOf(x.Code) is not null)
            .ToArray();
        Assert.NotEmpty(broken);
        Assert.All(
            broken,
            x =>
                Assert.NotEqual(
                    Version(Edition.Latest, x.Unit.Code, x.Code),
                    Version(Edition.Periods[^2], x.Unit.Code, x.Code)
                )
        );
    }

    private static IEnumerable<(PublicPeriod Period, UnionResult Unit)> Units() =>
        Edition.Periods.SelectMany(p => p.Towns.Prepend(p.District).Concat(p.Unions).Select(u => (p, u)));

    private static string[] Codes(PublicPeriod period, CompareReader? reader = null) =>
        [
            .. (reader ?? Reader)
                .Read(period.Period.ToString())
                .GetProperty("indicators")
                .EnumerateArray()
                .Select(i => i[0].GetString()!),
        ];

    private static string[] Cell(PublicPeriod period, UnionResult unit, string code, CompareReader? reader = null)
    {
        var (found, _) = (reader ?? Reader).Find(period.Period, unit.Code)!.Value;
        return
        [
            .. found
                .GetProperty("cells")[Array.IndexOf(Codes(period, reader), code)]
                .EnumerateArray()
                .Select(x => x.ToString()),
        ];
    }

    private static string Version(PublicPeriod period, string unit, string code)
    {
        var (found, rules) = Reader.Find(period.Period, unit)!.Value;
        return rules[found.GetProperty("cells")[Array.IndexOf(Codes(period), code)][0].GetInt32()][0].GetString()!;
    }
}
