using System.Text;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Tests.Typesetting.Pdf;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Tests.Editions;

public sealed class CorrectionTests
{
    [Fact]
    public void A_correction_stands_with_the_period_that_was_wrong_and_in_the_history_and_changes_no_figure()
    {
        var edition = Compose("R01", "120", "130");
        var (before, now) = (edition.Periods[0].Find("C1")!, edition.Periods[1].Find("C1")!);
        var view = Assert.Single(before.Corrections);
        Assert.Equal(("R01 指标R01", "120", "130"), (view.IndicatorTitle, view.Before, view.After));
        Assert.True(before.IsCorrected("R01"));
        Assert.False(before.IsCorrected("W01"));
        Assert.Empty(now.Corrections);
        Assert.Equal([view], edition.Histories.Single(h => h.Code == "C1").Corrections);
        Assert.Equal(now.Total, before.Total);
    }

    [Theory]
    [InlineData("120", "130", "120")]
    [InlineData("120", "0", "120")]
    [InlineData("120", "3", "不公布")]
    [InlineData("2", "120", "不公布")]
    [InlineData("60%", "61%", "不公布")]
    public void A_correction_of_a_sensitive_indicator_gives_no_small_number_away(
        string before,
        string after,
        string shown
    )
    {
        var correction = Assert.Single(Compose("W01", before, after).Corrections);
        Assert.Equal(shown, correction.Before);
        Assert.Equal(shown == "不公布" ? shown : after, correction.After);
        Assert.Equal(shown != "不公布", correction.Reason == "漏计一户");
    }

    [Fact]
    public void A_correction_of_a_withheld_value_is_withheld() =>
        Assert.Equal("不公布", Assert.Single(Compose("W01", "120", "130", helped: 3).Corrections).Before);

    [Fact]
    public void A_union_that_was_not_public_gets_no_public_correction_even_when_it_is_gone()
    {
        Assert.Empty(Compose("R01", "120", "130", isPublic: false).Corrections);
        Assert.Empty(Compose("R01", "120", "130", isPublic: false, isGone: true).Corrections);
        Assert.Equal("C1工会", Assert.Single(Compose("R01", "120", "130", isGone: true).Corrections).OrganisationName);
    }

    [Fact]
    public void The_page_the_history_and_the_sheet_of_the_union_print_it()
    {
        var edition = DemoData.Edition;
        var view = edition.Corrections.First(c =>
            c.Indicator is not null && edition.Periods.Any(p => p.Period == c.Period)
        );
        var (code, period) = (view.Organisation, view.Period);
        var site = SitePlan.Create(edition, new SiteOptions());
        var page = Text(site, $"site/{Paths.Union(period, code)}");
        Assert.Contains("<a href=\"#corrections\">更正</a>", page, StringComparison.Ordinal);
        foreach (var text in new[] { page, Text(site, $"site/{Paths.History(code)}") })
        {
            Assert.Contains("id=\"corrections\"", text, StringComparison.Ordinal);
            Assert.Contains(
                $"{view.IndicatorTitle}：原值 <span class=\"num\">{view.Before}</span>，"
                    + $"更正为 <span class=\"num\">{view.After}</span>。{view.Reason}",
                text,
                StringComparison.Ordinal
            );
        }

        var sheet = ReportPlan
            .Create(DemoData.Office, edition, TestFonts.Set, new ReportOptions())
            .Single(f => f.Path == "site/" + Paths.UnionSheet(period, code))
            .Render()
            .Content.ToArray();
        var words = string.Concat(PdfTools.Text(sheet).Where(c => !char.IsWhiteSpace(c)));
        Assert.Contains($"原值{view.Before}，更正为{view.After}。", words, StringComparison.Ordinal);
        Assert.Contains(
            edition.Periods.Single(p => p.Period == period).Indicators.Single(i => i.Code == view.Indicator).Name + "※",
            words,
            StringComparison.Ordinal
        );
    }

    private static string Text(IEnumerable<OutputFile> files, string path) =>
        Encoding.UTF8.GetString(files.Single(f => f.Path == path).Render().Content.Span);

    private static PublicEdition Compose(
        string indicator,
        string before,
        string after,
        int helped = 60,
        bool isPublic = true,
        bool isGone = false
    )
    {
        PeriodData Year(int year, bool withUnion)
        {
            var small = new Small { Period = Period.OfYear(year) }
                .Indicator("R01", RuleKind.Count, 100, 100)
                .Indicator("W01", RuleKind.TargetRatio, 100, 100);
            small.Catalogue[1] = small.Catalogue[1] with { Name = "困难职工帮扶到位率" };
            if (withUnion)
            {
                small
                    .Union("C1", o => o with { IsPublic = isPublic })
                    .Value("C1", "R01", 120)
                    .Ratio("C1", "W01", helped, 100);
            }

            return small
                .Union("C2")
                .Value("C2", "R01", 80)
                .Ratio("C2", "W01", 90, 100)
                .Union("C3")
                .Ratio("C3", "W01", 95, 100)
                .Data;
        }

        var correction = new Correction(
            Period.OfYear(2023),
            "C1",
            indicator,
            before,
            after,
            new(2024, 3, 8),
            "漏计一户"
        );
        return Small.Compose(
            new()
            {
                Settings = new(),
                Periods = [Year(2023, true), Year(2024, !isGone) with { Corrections = [correction] }],
            }
        );
    }
}
