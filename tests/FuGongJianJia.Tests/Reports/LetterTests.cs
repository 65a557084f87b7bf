using System.Collections.Immutable;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Theme.Reports.Letters;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Word;

namespace FuGongJianJia.Tests.Reports;

/// <summary>Letters of the guidance ladder and opinions, over all of the demo.</summary>
public sealed class LetterTests
{
    // Words that no letter may use: empty, of cause, of shame, of the machine, weak.
    private static readonly string[] Forbidden =
    [
        "成效显著",
        "再创佳绩",
        "稳步提升",
        "持续向好",
        "圆满完成",
        "扎实推进",
        "高度重视",
        "进一步",
        "切实",
        "不断",
        "有力",
        "着力",
        "努力",
        "有所提高",
        "有所下降",
        "基本持平",
        "一定程度上",
        "得满分",
        "失分",
        "短板",
        "亮点",
        "因此",
        "使得",
        "带动",
        "得益于",
        "落后单位",
        "垫底",
        "倒数",
        "不合格",
        "拖后腿",
        "个别单位",
        "有的镇街",
        "部分工会",
        "改善",
        "好转",
        "加强",
        "提高认识",
        "抓好落实",
        "尽快",
        "适时",
        "建议考虑",
    ];

    private static readonly OfficeEdition Office = DemoData.Office;

    private static IEnumerable<GuidanceLetter> Issued => Office.Letters.Where(l => l.Hindrance == LetterHindrance.None);

    [Fact]
    public void Every_rung_of_every_export_has_its_letter_once()
    {
        var rungs = Office
            .Periods.SelectMany(p => p.Named)
            .Select(g => (g.IssuedOn.Year, g.Code))
            .Distinct()
            .Order()
            .ToArray();

        Assert.Equal(rungs, Office.Letters.Select(l => (l.Year, l.Guidance.Code)).Order());
        Assert.Equal(Vocabulary.Rungs, Issued.Select(l => l.Guidance.Rung).Distinct().Order());
    }

    [Fact]
    public void Nothing_that_was_learnt_after_its_day_enters_a_letter()
    {
        var withFigure = 0;
        foreach (var letter in Issued)
        {
            var day = letter.Guidance.IssuedOn;
            var then = LetterComposer.Of([
                .. Office.Periods.Where(p => Holds(p, letter) || p.Period.End <= day).Select(p => AsOf(p, day)),
            ]);
            var same = Assert.Single(then, l => l.Guidance.Code == letter.Guidance.Code && l.Year == letter.Year);
            // The register of numbers needs the letters before it alone.
            Assert.Equal(
                Text(GuidanceLetterPaper.Versions(Office, letter)[0]),
                Text(GuidanceLetterPaper.Versions(Office, same)[0])
            );
            withFigure += letter.Figure is null ? 0 : 1;
            Assert.True(letter.Figure is not { Result.ReportedOn: { } on } || on <= day);
        }

        Assert.True(withFigure > 10);

        static bool Holds(OfficePeriod period, GuidanceLetter letter) => period.Period == letter.Period;
    }

    [Fact]
    public void A_later_figure_would_have_said_something_else()
    {
        // Without this the test above could not fail: in some matter a later period does tell another figure.
        Assert.Contains(
            Issued,
            l =>
                l.Figure is { } known
                && Office.Periods.Any(p =>
                    p.Period > known.Period
                    && p.Period.Year == l.Year
                    && p.ResultOf(l.Guidance.Organisation)?.IndicatorOf(known.Result.Code) is { } later
                    && later.Reported != known.Result.Reported
                )
        );
    }

    [Fact]
    public void A_higher_rung_names_the_lower_ones_with_both_dates()
    {
        Assert.All(
            Issued.Where(l => l.Guidance.Rung > GuidanceRung.Reminder),
            l =>
            {
                Assert.Equal((int)l.Guidance.Rung, l.Earlier.Length);
                Assert.All(
                    l.Earlier,
                    e =>
                    {
                        Assert.Contains(
                            $"{e.IssuedOn.Month}月{e.IssuedOn.Day}日{e.Rung.Word()}",
                            l.Opening,
                            StringComparison.Ordinal
                        );
                        Assert.Contains(
                            $"要求{e.DueOn!.Value.Month}月{e.DueOn.Value.Day}日前整改",
                            l.Opening,
                            StringComparison.Ordinal
                        );
                        Assert.True(e.DueOn <= l.Guidance.IssuedOn);
                    }
                );
            }
        );
    }

    [Fact]
    public void A_rung_that_skips_or_comes_too_early_gets_no_letter_unless_a_remark_says_why()
    {
        var letter = Issued.First(l => l.Guidance.Rung == GuidanceRung.Warning);
        var (lower, upper) = (letter.Earlier[0], letter.Guidance);

        Assert.Equal(LetterHindrance.None, Of(lower, upper));
        Assert.Equal(LetterHindrance.RungMissing, Of(upper));
        Assert.Equal(LetterHindrance.None, Of(upper with { Remark = "直接预警，已报分管领导。" }));
        Assert.Equal(LetterHindrance.NotDue, Of(lower with { DueOn = upper.IssuedOn.AddDays(1) }, upper));
        Assert.Equal(
            LetterHindrance.None,
            Of(lower with { DueOn = upper.IssuedOn.AddDays(1) }, upper with { Remark = "情况紧急。" })
        );

        LetterHindrance Of(params ImmutableArray<NamedGuidance> rungs) =>
            LetterComposer.Of([Office.Latest with { Named = rungs }])[^1].Hindrance;
    }

    [Fact]
    public void Numbers_run_from_one_by_rung_and_year_until_the_export_gives_one()
    {
        foreach (var register in Issued.GroupBy(l => (l.Year, l.Guidance.Rung)))
        {
            Assert.Equal(Enumerable.Range(1, register.Count()), register.Select(l => l.Ordinal!.Value));
        }

        Assert.Equal("示工提〔2024〕1号", Issued.First(l => l is { Year: 2024 }).NumberText(Office.Settings));
        var first = Office.Latest.Named[0];
        var given = LetterComposer.Of([Office.Latest with { Named = [first with { Document = "示工约〔2024〕9号" }] }]);
        Assert.Equal("示工约〔2024〕9号", given[0].NumberText(Office.Settings));
        Assert.Equal("＿＿＿＿〔2024〕＿＿号", LetterWords.Number("", 2024, 3));
    }

    [Fact]
    public void Letters_and_opinions_stand_below_internal_alone()
    {
        var plan = ReportPlan.Create(Office, DemoData.Edition, TestFonts.Set, new ReportOptions());
        var papers = plan.Where(f =>
                f.Path.Contains("/letters/", StringComparison.Ordinal)
                || f.Path.Contains("/opinions/", StringComparison.Ordinal)
            )
            .ToArray();

        // PDF and Word, and of letters OFD.
        Assert.Equal((3 * Issued.Count()) + (2 * Opinion.Of(Office).Length), papers.Length);
        Assert.All(papers, f => Assert.StartsWith("internal/", f.Path, StringComparison.Ordinal));
        Assert.Equal(papers.Length, papers.Select(f => f.Path.ToUpperInvariant()).Distinct().Count());
        // Also of who is not public: nothing of it stands anywhere else.
        var year = Office.Latest;
        Assert.NotEmpty(year.NotPublic);
        foreach (var hidden in year.NotPublic.Where(u => u.Standing.Counts))
        {
            Assert.Contains(papers, f => f.Path == $"internal/{year.Period}/opinions/{hidden.Code}.pdf");
            Assert.DoesNotContain(
                plan,
                f =>
                    f.Path.StartsWith("site/", StringComparison.Ordinal)
                    && f.Path.Contains(hidden.Code, StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [InlineData(OpinionForm.PdfAndWord, 2)]
    [InlineData(OpinionForm.Pdf, 1)]
    [InlineData(OpinionForm.None, 0)]
    public void The_setting_says_in_what_form_opinions_are_made(OpinionForm form, int files)
    {
        var office = Office with
        {
            Settings = Office.Settings with { Letters = Office.Settings.Letters with { Opinions = form } },
        };
        var years = Office.Periods.Where(p => p.Period.Kind == PeriodKind.Year);

        Assert.Equal(
            files * years.Sum(y => y.Unions.Concat(y.NotPublic).Concat(y.Towns).Count(u => u.Standing.Counts)),
            ReportPlan
                .WithoutFonts(office, DemoData.Edition, new ReportOptions())
                .Count(f => f.Path.Contains("/opinions/", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void No_letter_and_no_opinion_uses_a_word_that_is_never_used()
    {
        foreach (var paper in Papers())
        {
            var text = Text(paper);
            Assert.All(Forbidden, w => Assert.DoesNotContain(w, text, StringComparison.Ordinal));
            Assert.Contains("需要上级帮助的事", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_opinion_has_no_head_without_a_sentence_and_never_advises_a_title_first()
    {
        foreach (var opinion in Opinion.Of(Office))
        {
            Assert.True(opinion.ToMend.Length <= 5);
            Assert.True(opinion.First.Length <= 3);
            Assert.DoesNotContain(
                opinion.First,
                f =>
                    f.Matter.Contains("创新工作室", StringComparison.Ordinal)
                    && opinion.Unit.Organisation.Level == Level.Grassroots
            );
            var mandatory = opinion.Unit.Indicators.Any(i => i is { Indicator.Mandatory: true, FallsShort: true });
            Assert.True(!mandatory || opinion.First[0].Matter == "组织健全度", opinion.Unit.Code);
        }
    }

    [Fact]
    public void A_letter_is_a_page_and_its_slip_and_an_opinion_two_and_nothing_is_cut()
    {
        foreach (var (paper, most) in Letters(7).Select(v => (v, 2)).Concat(Opinions(16).Select(v => (v, 3))))
        {
            var laid = Printing.FirstWithin(most, paper, TestFonts.Set);
            Assert.True(laid.Document.Pages.Length <= most, laid.Document.Info.Title);
            Assert.Empty(laid.Notices.Where(n => n.Kind != NoticeKind.Split));
        }
    }

    [Fact]
    public void Word_says_what_the_paper_says()
    {
        var letter = Issued.First(l => l.Guidance.Rung == GuidanceRung.Supervision);
        var word = Dense(OfficeReader.Text(WordWriter.Write(GuidanceLetterPaper.ForWord(Office, letter))));

        Assert.All(
            Texts(GuidanceLetterPaper.Versions(Office, letter)[0]),
            t => Assert.Contains(Dense(t), word, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_letter_is_kept_by_a_name_that_says_what_it_is()
    {
        var letter = Issued.First(l => l.Guidance.Rung == GuidanceRung.Supervision);
        var name = FileNames.Of(Office, LetterFiles.Of(letter)["internal/".Length..] + ".pdf");

        Assert.Equal($"督办函_{letter.Guidance.IssuedOn:yyyyMMdd}_{letter.Guidance.OrganisationName}.pdf", name);
        var opinion = Opinion.Of(Office)[^1];
        Assert.Equal(
            $"反馈意见书_2024年_{opinion.Unit.Organisation.ShortName}.docx",
            FileNames.Of(Office, LetterFiles.Of(opinion.Period, opinion.Unit.Code)["internal/".Length..] + ".docx")
        );
    }

    private static IEnumerable<ImmutableArray<Document>> Letters(int every) =>
        Issued.Where((_, n) => n % every == 0).Select(l => GuidanceLetterPaper.Versions(Office, l));

    private static IEnumerable<ImmutableArray<Document>> Opinions(int every) =>
        Opinion
            .Of(Office)
            .Where((_, n) => n % every == 0)
            .Select(o => OpinionPaper.Versions(Office, Office.Periods.First(p => p.Period == o.Period), o));

    private static IEnumerable<Document> Papers() => Letters(1).Concat(Opinions(1)).Select(v => v[0]);

    // The export as it stood on a day: later rungs, reports and rectifications are not in it.
    private static OfficePeriod AsOf(OfficePeriod period, DateOnly day) =>
        period with
        {
            Named =
            [
                .. period
                    .Named.Where(g => g.IssuedOn <= day)
                    .Select(g => g with { RectifiedOn = g.RectifiedOn <= day ? g.RectifiedOn : null, Result = "" }),
            ],
            Ledger = [.. period.Ledger.Select(t => t with { Steps = [.. t.Steps.Where(s => s.On <= day)] })],
        };

    private static string Text(Document document) => string.Join('\n', Texts(document));

    private static IEnumerable<string> Texts(Document document) =>
        document.Sections.SelectMany(s => s.Blocks).SelectMany(Texts).Where(t => t.Length > 0);

    private static IEnumerable<string> Texts(DocumentBlock block) =>
        block switch
        {
            Paragraph paragraph => [paragraph.Content.PlainText],
            TitleBlock title => [title.Content.PlainText],
            KeepTogether together => together.Blocks.SelectMany(Texts),
            BottomBlock bottom => bottom.Blocks.SelectMany(Texts),
            Positioned positioned => positioned.Blocks.SelectMany(Texts),
            Panel panel => panel.Blocks.SelectMany(Texts),
            Table table => table
                .Head.Concat(table.Rows)
                .SelectMany(r => r)
                .SelectMany(c => c.Blocks.IsEmpty ? [c.Content.PlainText] : c.Blocks.SelectMany(Texts)),
            _ => [],
        };

    private static string Dense(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
