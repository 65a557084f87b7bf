using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Text;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Ofd;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Pdf;
using FuGongJianJia.Typesetting.Word;

namespace FuGongJianJia.Tests.Reports;

public sealed partial class ReportsTests
{
    private static readonly OfficeEdition Whole = Sample.Office();

    private static PublicEdition Open(OfficeEdition edition) => DisclosureControl.Protect(edition);

    private static ImmutableArray<OutputFile> Plan(OfficeEdition edition, ReportOptions? options = null) =>
        ReportPlan.Create(edition, Open(edition), TestFonts.Set, options ?? new ReportOptions());

    private static byte[] Render(OfficeEdition edition, string path, ReportOptions? options = null) =>
        Plan(edition, options).Single(f => f.Path == path).Render().Content.ToArray();

    // Gaps between hanzi and figures become spaces in extracted text; they say nothing.
    private static string Words(byte[] pdf) => string.Concat(PdfTools.Text(pdf).Where(c => !char.IsWhiteSpace(c)));

    private static string InReadingOrder(byte[] pdf) =>
        string.Concat(
            Quoted()
                .Matches(PdfTools.Structure(pdf))
                .Select(m => m.Groups[1].Value)
                .SelectMany(t => t)
                .Where(c => !char.IsWhiteSpace(c))
        );

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Quoted();

    private static LayoutResult Lay(Document document) => Typesetter.Compose(document, TestFonts.Set);

    private static IEnumerable<string> Titles(IEnumerable<OutlineEntry> entries) =>
        entries.SelectMany(e => Titles(e.Children).Prepend(e.Title));

    [Fact]
    public void Addresses_are_unique_and_nothing_named_is_below_site()
    {
        var files = Plan(Whole);
        Assert.Equal(files.Length, files.Select(f => f.Path).Distinct(StringComparer.Ordinal).Count());
        Assert.All(files, f => Assert.True(f.Path.All(char.IsAscii)));
        Assert.All(
            files.Where(f =>
                f.Path.Contains("/briefs/", StringComparison.Ordinal)
                || f.Path.Contains("/lists/", StringComparison.Ordinal)
            ),
            f => Assert.StartsWith("internal/", f.Path, StringComparison.Ordinal)
        );
        Assert.Contains(files, f => f.Path == "site/reports/2024/annual.pdf");
        Assert.Contains(files, f => f.Path == "site/reports/2024/towns/ZT02.pdf");
        Assert.Contains(files, f => f.Path == "site/reports/2024Q4/unions/ZT02J01.pdf");
        Assert.DoesNotContain(files, f => f.Path == "site/reports/2024Q4/annual.pdf");
    }

    [Fact]
    public void A_sheet_is_one_page_with_the_five_results_and_every_indicator()
    {
        foreach (var union in Whole.Latest.Unions.Take(4))
        {
            var laid = Lay(ReportPlan.Sheet(Open(Whole), Open(Whole).Latest, union, new ReportOptions())[0]);
            Assert.Single(laid.Document.Pages);
            Assert.Empty(laid.Notices);
            var words = Words(PdfWriter.Write(laid.Document));
            Assert.Contains(union.Name, words, StringComparison.Ordinal);
            Assert.All(
                union.Indexes.Where(i => i.Value is not null),
                i => Assert.Contains(Numerals.Score(i.Value), words, StringComparison.Ordinal)
            );
            Assert.All(union.Indicators, i => Assert.Contains(i.Indicator.Name, words, StringComparison.Ordinal));
            Assert.Contains("演示数据", words, StringComparison.Ordinal);
            Assert.Contains(
                $"https://nianjian.example/2024/unions/{union.Code}/index.html",
                words,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void A_document_of_real_data_does_not_say_that_it_is_a_demonstration()
    {
        var real = Sample.Office(demo: false);
        Assert.DoesNotContain(
            "演示",
            Words(Render(real, "site/reports/2024/unions/ZT02J01.pdf")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Demonstration_is_said_on_every_page()
    {
        foreach (
            var path in (string[])
                [
                    "site/reports/2024/annual.pdf",
                    "site/reports/2024/towns/ZT02.pdf",
                    "internal/2024/briefs/district.pdf",
                    "internal/2024/lists/office.pdf",
                ]
        )
        {
            var pages = PdfTools.Text(Render(Whole, path)).Split('\f', StringSplitOptions.RemoveEmptyEntries);
            Assert.All(pages, p => Assert.Contains("演示数据", p, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_brief_answers_first_names_guidance_and_fits_two_pages()
    {
        var bytes = Render(Whole, "internal/2024/briefs/district.pdf");
        var words = Words(bytes);
        Assert.Contains("第2期（总第27期）", words, StringComparison.Ordinal);
        Assert.InRange(
            words.IndexOf("全区总指数", StringComparison.Ordinal),
            0,
            words.IndexOf("一、", StringComparison.Ordinal)
        );
        Assert.Contains("红线：", words, StringComparison.Ordinal);
        Assert.Contains("请定一件事：", words, StringComparison.Ordinal);
        Assert.Contains("报：示例区委，示例市总工会。", words, StringComparison.Ordinal);
        Assert.Contains("（共印30份）", words, StringComparison.Ordinal);
        Assert.InRange(PdfTools.Text(bytes).Count(c => c == '\f'), 1, 2);
    }

    [Fact]
    public void The_public_edition_of_a_brief_names_nobody_on_the_ladder()
    {
        var shared = Whole with
        {
            Settings = Whole.Settings with { Brief = Whole.Settings.Brief with { IsAlsoPublic = true } },
        };
        var briefs = Plan(shared)
            .Where(f =>
                f.Kind == OutputKind.Pdf && f.Path.StartsWith("site/reports/2024/briefs/", StringComparison.Ordinal)
            )
            .ToArray();
        Assert.Equal(
            ["district.pdf", .. Whole.Latest.Towns.Select(t => t.Code + ".pdf")],
            briefs.Select(f => f.Path["site/reports/2024/briefs/".Length..])
        );
        foreach (var brief in briefs)
        {
            var words = Words(brief.Render().Content.ToArray());
            Assert.All(Whole.Latest.Named, g => Assert.DoesNotContain(g.Matter, words, StringComparison.Ordinal));
            Assert.All(
                Whole.Latest.Pending,
                m => Assert.DoesNotContain($"“{m.Name}”（", words, StringComparison.Ordinal)
            );
            Assert.All(
                (string[])["内部资料", "批示", "请定一件事", "责任。"],
                w => Assert.DoesNotContain(w, words, StringComparison.Ordinal)
            );
            // The district's counts stand, since they name nobody; a town's would name the town.
            Assert.Equal(
                brief.Path.EndsWith("district.pdf", StringComparison.Ordinal),
                words.Contains("个单位次", StringComparison.Ordinal)
            );
        }

        Assert.DoesNotContain(
            Plan(Whole),
            f => f.Path.StartsWith("site/reports/2024/briefs/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_public_document_names_who_is_guided()
    {
        foreach (
            var file in Plan(Whole)
                .Where(f =>
                    f.Path.StartsWith("site/reports/2024/annual", StringComparison.Ordinal)
                    || f.Path.StartsWith("site/reports/2024/towns/", StringComparison.Ordinal)
                )
        )
        {
            var content = file.Render().Content.ToArray();
            var words = file.Kind switch
            {
                OutputKind.Word => OfficeReader.Text(content),
                OutputKind.Ofd => OfdReader.Text(content),
                _ => Words(content),
            };
            Assert.All(Whole.Latest.Named, g => Assert.DoesNotContain(g.Matter, words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_annual_report_has_its_chapters_in_the_outline_and_every_union_in_its_appendix()
    {
        var laid = Lay(ReportPlan.Annual(Open(Whole), Open(Whole).Latest, new ReportOptions()));
        Assert.Empty(laid.Notices);
        var titles = Titles(laid.Document.Outline).ToArray();
        foreach (
            var chapter in (string[])
                [
                    "编制说明",
                    "一　概况",
                    "二　大事记",
                    "三　五大指数",
                    "四　镇街",
                    "五　专题工作",
                    "六　任务、需求和政策",
                    "七　表彰",
                    "八　问题和措施",
                    "九　下一年工作安排",
                ]
        )
        {
            Assert.Contains(chapter, titles);
        }

        Assert.Contains(
            titles,
            t => t.Contains("附录", StringComparison.Ordinal) && t.Contains("方法", StringComparison.Ordinal)
        );
        var bytes = PdfWriter.Write(laid.Document);
        PdfTools.Check(bytes);
        var read = InReadingOrder(bytes);
        foreach (var union in Whole.Latest.Unions)
        {
            // A row as a screen reader reads it: name, group, five indexes, total.
            Assert.Contains(
                union.Organisation.ShortName
                    + union.Ranking.Group
                    + string.Concat(union.Indexes.Select(i => Numerals.Score(i.Value)))
                    + Numerals.Score(union.Total),
                read,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void The_attached_figures_are_those_of_open_data()
    {
        var document = ReportPlan.Annual(Open(Whole), Open(Whole).Latest, new ReportOptions());
        var open = OpenDataFiles.Create(Open(Whole)).Single(f => f.Path == "site/data/2024/scores.csv").Content;
        Assert.Equal(open, document.Attachments.Single().Content.ToArray());
    }

    [Fact]
    public void Chapters_without_data_are_left_out_and_the_rest_is_renumbered()
    {
        var bare = Bare(Whole);
        var laid = Lay(ReportPlan.Annual(Open(bare), Open(bare).Latest, new ReportOptions()));
        var titles = Titles(laid.Document.Outline).ToArray();
        var numbered = titles.Where(t => t.Contains('　') && !t.StartsWith("附录", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["一　五大指数", "二　镇街"], numbered.Take(2));
        Assert.Equal(numbered.Select((_, i) => Numerals.Han(i + 1)), numbered.Select(t => t.Split('　')[0]));
        Assert.DoesNotContain(
            laid.Document.Outline.Select(e => e.Title),
            t =>
                t.Contains("任务", StringComparison.Ordinal)
                || t.Contains("表彰", StringComparison.Ordinal)
                || t.Contains("大事记", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(laid.Notices, n => n.Kind == NoticeKind.UnknownReference);
        var brief = Words(Render(bare, "internal/2024/briefs/district.pdf"));
        Assert.DoesNotContain("责任。", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("个单位次", brief, StringComparison.Ordinal);
        var list = Words(Render(bare, "internal/2024/lists/office.pdf"));
        Assert.Contains("一、镇街名次", list, StringComparison.Ordinal);
        Assert.DoesNotContain("二、", list, StringComparison.Ordinal);
        var unranked = bare with { Periods = [.. bare.Periods.Select(p => p with { Groups = [] })] };
        Assert.DoesNotContain(Plan(unranked), f => f.Path.StartsWith("internal/2024/lists/", StringComparison.Ordinal));
    }

    [Fact]
    public void One_union_without_earlier_period_or_values_gives_sound_documents()
    {
        var one = Sample.Office(unionsPerTown: 1);
        var town = one.Latest.Towns[0];
        var union = one.Latest.Unions[0];
        var empty = union with
        {
            Indexes = [.. union.Indexes.Select(i => new IndexResult(i.Key, null, null, null, null, null))],
            Total = null,
            Grade = null,
            Change = null,
            Coverage = 0,
            Ranking = new Ranking { Group = "企业·25～199人", Reason = new NotRanked.LowCoverage(0m, 80m) },
            Indicators =
            [
                .. union.Indicators.Select(i => new IndicatorResult
                {
                    Indicator = i.Indicator,
                    State = ObservationState.Missing,
                }),
            ],
        };
        var period = one.Latest with
        {
            Towns = [town],
            Unions = [empty],
            Base = null,
            Groups = [new RankGroup("企业·25～199人", Level.Grassroots, [empty.Code], 0)],
            Distributions = [],
        };
        var edition = one with { Periods = [period], Histories = [] };
        foreach (var file in Plan(edition).Where(f => f.Kind == OutputKind.Pdf))
        {
            PdfTools.Check(file.Render().Content.ToArray());
        }

        Assert.Contains(
            "覆盖率0.00%，低于80%",
            Words(Render(edition, $"site/reports/2024/unions/{empty.Code}.pdf")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Very_long_names_are_broken_or_shortened_but_never_run_off_the_page()
    {
        var name = string.Concat(Enumerable.Repeat("示例区东溪镇高新技术产业园区", 5)) + "联合工会";
        var unions = Whole.Latest.Unions.SetItem(
            3,
            Whole.Latest.Unions[3] with
            {
                Organisation = Whole.Latest.Unions[3].Organisation with { Name = name, ShortName = name },
            }
        );
        var towns = Whole.Latest.Towns.SetItem(
            2,
            Whole.Latest.Towns[2] with
            {
                Organisation = Whole.Latest.Towns[2].Organisation with { Name = name, ShortName = name },
            }
        );
        var period = Whole.Latest with { Unions = unions, Towns = towns };
        var edition = Whole with { Periods = Whole.Periods.SetItem(2, period) };
        var open = Open(edition);
        Document[] documents =
        [
            ReportPlan.Sheet(open, open.Latest, unions[3], new ReportOptions())[^1],
            ReportPlan.Annual(open, open.Latest, new ReportOptions()),
            ReportPlan.Town(open, open.Latest, towns[2], new ReportOptions()),
            ReportPlan.Brief(edition, period, towns[2], new ReportOptions())[^1],
        ];
        Assert.All(
            documents,
            d => Assert.DoesNotContain(Lay(d).Notices, n => n.Kind is NoticeKind.Overfull or NoticeKind.MissingGlyph)
        );
        Assert.InRange(Lay(documents[0]).Document.Pages.Length, 1, 2);
    }

    [Fact]
    public void Three_hundred_towns_give_a_sound_annual_report()
    {
        var towns = Enumerable
            .Range(0, 300)
            .Select(i => Sample.Result($"ZT{i:000}", $"第{i}镇总工会", Level.Town, i))
            .ToImmutableArray();
        var period = Whole.Latest with { Towns = towns, Unions = [] };
        var edition = Open(Whole with { Periods = [period] });
        var laid = Lay(ReportPlan.Annual(edition, edition.Latest, new ReportOptions()));
        Assert.DoesNotContain(laid.Notices, n => n.Kind is NoticeKind.Overfull or NoticeKind.UnknownReference);
        Assert.Contains("第299镇", Words(PdfWriter.Write(laid.Document)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_internal_list_and_its_tables_hold_the_same_rows()
    {
        var words = Words(Render(Whole, "internal/2024/lists/office.pdf"));
        var guidance = Encoding.UTF8.GetString(Render(Whole, "internal/2024/lists/guidance.csv"));
        foreach (var item in Whole.Latest.Named)
        {
            Assert.Contains(item.Matter, words, StringComparison.Ordinal);
            Assert.Contains(item.Matter, guidance, StringComparison.Ordinal);
        }

        Assert.Contains(
            "R04",
            string.Concat(Whole.Latest.Missing.SelectMany(m => m.Indicators)),
            StringComparison.Ordinal
        );
        Assert.Contains("工会干部党纪与业务培训参训率", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("site/reports/2024/annual.pdf")]
    [InlineData("site/reports/2024/unions/ZT03J02.pdf")]
    [InlineData("internal/2024/briefs/ZT02.pdf")]
    public void Made_twice_a_document_has_the_same_bytes(string path) =>
        Assert.Equal(Render(Whole, path), Render(Sample.Office(), path));

    [Fact]
    public void Forecasts_and_approximations_of_cases_stay_what_they_are()
    {
        var words = Words(Render(Whole, "site/reports/2024/annual.pdf"));
        Assert.Contains("走访职工80余人", words, StringComparison.Ordinal);
        Assert.Contains("计划走访（预计）120人", words, StringComparison.Ordinal);
    }

    private static OfficeEdition Bare(OfficeEdition edition)
    {
        var period = edition.Latest with
        {
            Tasks = null,
            Guidance = null,
            Needs = null,
            Activities = null,
            Named = [],
            Matters = [],
            Missing = [],
            Base = null,
        };
        return edition with
        {
            Periods = edition.Periods.SetItem(edition.Periods.Length - 1, period),
            Commendations = [],
            Cases = [],
            Corrections = [],
            Notes = [],
        };
    }
}
