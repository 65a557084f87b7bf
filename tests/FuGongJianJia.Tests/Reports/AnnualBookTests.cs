using System.Collections.Immutable;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Engine;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Tests.Reports;

/// <summary>The annual report as a book（年度报告成书）: its outline is data, and its pages are full.</summary>
public sealed class AnnualBookTests
{
    private const double Half = 0.5;

    [Theory]
    [InlineData(2022)]
    [InlineData(2023)]
    [InlineData(2024)]
    public void No_page_of_the_demo_is_under_half_full_but_the_last_of_a_chapter(int year)
    {
        var edition = DemoData.Edition;
        var period = edition.Periods.Single(p => p.Period == Period.OfYear(year));
        var laid = Typesetter.Compose(ReportPlan.Annual(edition, period, new ReportOptions()), TestFonts.Set);
        Assert.DoesNotContain(laid.Notices, n => n.Kind is NoticeKind.UnknownReference or NoticeKind.Overfull);
        var pages = laid.Document.Pages;
        var opens = laid.Document.Outline.Select(e => e.Target.Page).ToHashSet();
        var first = laid.Document.Outline.First(e => e.Title.EndsWith("　概况", StringComparison.Ordinal)).Target.Page;
        for (var i = first; i < pages.Length - 1; i++)
        {
            if (!opens.Contains(i + 1) && i + 1 < pages.Length - 1)
            {
                Assert.True(Used(pages[i]) >= Half, $"{year} page {i + 1} is {Used(pages[i]):0.00} full");
            }
        }
    }

    [Fact]
    public void The_outline_orders_drops_renames_and_adds_chapters()
    {
        var edition = With(
            new AnnualOutline
            {
                Chapters = [new("表彰", ""), new("概况", "一年概况"), new("本区专章", "")],
                Appendices = [new("名称索引", "")],
            },
            new ChapterView(Period.OfYear(2024), "本区专章") { Body = "这一章是自己加的。" }
        );
        Assert.Equal(["一　表彰", "二　一年概况", "三　本区专章", "附录一　名称索引"], Titles(edition));
    }

    [Fact]
    public void A_chapter_that_nobody_wrote_this_year_leaves_no_gap()
    {
        var edition = With(
            new AnnualOutline { Chapters = [new("概况", ""), new("本区专章", ""), new("表彰", "")] },
            new ChapterView(Period.OfYear(2023), "本区专章") { Body = "上一年的。" }
        );
        Assert.Equal(["一　概况", "二　表彰"], Titles(edition).Take(2));
    }

    [Fact]
    public void What_people_wrote_stands_in_the_place_of_problems_and_chronicle_and_beside_a_town()
    {
        var edition = With(
            AnnualOutline.Default,
            new ChapterView(Period.OfYear(2024), "问题和措施")
            {
                Lead = "先改自己的。",
                Body = "| 问题 | 措施 |\n|---|---|\n| 没有人评价 | 限期评价 |",
            },
            new ChapterView(Period.OfYear(2024), "大事记") { Parts = [("1月", "9日，全区会议。")] },
            new ChapterView(Period.OfYear(2024), "镇街") { Parts = [("云溪街道", "街道的一句话。")] }
        );
        var document = ReportPlan.Annual(edition, edition.Latest, new ReportOptions());
        var words = Words(document.Sections.SelectMany(s => s.Blocks)).ToArray();
        Assert.Contains("先改自己的。", words);
        Assert.Contains("没有人评价", words);
        Assert.Contains("9日，全区会议。", words);
        Assert.Equal(Array.IndexOf(words, "云溪街道"), Array.IndexOf(words, "街道的一句话。") - 1);
        Assert.DoesNotContain("以下是数字上看得见的问题，按项数和家数写，不写单位名称。", words);
    }

    [Fact]
    public void In_public_problems_are_told_by_count_and_no_union_is_named_for_failing()
    {
        var edition = DemoData.Edition;
        foreach (var period in edition.Periods.Where(p => p.Period.Kind == PeriodKind.Year))
        {
            var told = YearProblem.Of(edition, period);
            Assert.NotEmpty(told);
            Assert.All(
                period.Unions,
                u =>
                    Assert.DoesNotContain(
                        told,
                        p => p.Figures.Contains(u.Organisation.ShortName, StringComparison.Ordinal)
                    )
            );
        }
    }

    private static PublicEdition With(AnnualOutline outline, params ImmutableArray<ChapterView> chapters)
    {
        var office = Sample.Office();
        return DisclosureControl.Protect(
            office with
            {
                Settings = office.Settings with { Annual = outline },
                Chapters = chapters,
            }
        );
    }

    private static IEnumerable<string> Titles(PublicEdition edition)
    {
        var laid = Typesetter.Compose(ReportPlan.Annual(edition, edition.Latest, new ReportOptions()), TestFonts.Set);
        return laid.Document.Outline.Select(e => e.Title);
    }

    private static IEnumerable<string> Words(IEnumerable<DocumentBlock> blocks) =>
        blocks.SelectMany(b =>
            b switch
            {
                SectionHeading h => [h.Content.PlainText],
                Paragraph p => [p.Content.PlainText],
                Table t => t.Head.Concat(t.Rows).SelectMany(r => r).Select(c => c.Content.PlainText),
                KeepTogether k => Words(k.Blocks),
                Grid g => g.Columns.SelectMany(c => Words(c.Blocks)),
                _ => Enumerable.Empty<string>(),
            }
        );

    // The lowest mark of the type area, as a share of its height.
    private static double Used(Page page)
    {
        var setup = Typography.ReportPage;
        var floor = page.Height - setup.Bottom;
        var lowest = page.Items.Select(Bottom).Where(y => y <= floor + 2).DefaultIfEmpty(setup.Top).Max();
        return (lowest - setup.Top) / (floor - setup.Top);
    }

    private static double Bottom(PageItem item) =>
        item switch
        {
            GlyphRun run => run.Y,
            PathItem path => path.Segments.Select(s => s.Y).DefaultIfEmpty(0).Max(),
            DrawingItem drawing => drawing.Y + (drawing.Drawing.Height * drawing.Scale),
            ImageItem image => image.Area.Y + image.Area.Height,
            _ => 0,
        };
}
