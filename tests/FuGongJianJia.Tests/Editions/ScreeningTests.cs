using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Protection;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Screening;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Import;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Tests.Typesetting.Fonts;
using FuGongJianJia.Theme;
using FuGongJianJia.Theme.Reports;
using FuGongJianJia.Theme.Site;
using FuGongJianJia.Theme.Site.Map;
using FuGongJianJia.Theme.Workbook;

namespace FuGongJianJia.Tests.Editions;

/// <summary>Screening before commendation（评先资格审查）: who passes, who does not and why, and who reads it.</summary>
public sealed class ScreeningTests
{
    private static readonly ScreeningTable Table = ScreeningSample.Office().Latest.Screening!;

    [Theory]
    [InlineData("C1", ScreeningVerdict.Passes, "", "")]
    [InlineData("C2", ScreeningVerdict.Fails, "组织健全度2/4", "组织健全度补齐2项")]
    [InlineData("C3", ScreeningVerdict.Fails, "经审问题逾期未整改数3个", "逐条整改审计问题，报销号凭证")]
    [InlineData(
        "C4",
        ScreeningVerdict.Vetoed,
        "群体性劳动关系事件1起；组织健全度2/4；经审问题逾期未整改数1个",
        "组织健全度补齐2项；逐条整改审计问题，报销号凭证"
    )]
    [InlineData("C5", ScreeningVerdict.Unclear, "组织健全度缺报；覆盖率70.00%", "补报1项")]
    [InlineData("C6", ScreeningVerdict.NotEntered, "组织健全度3/4；新建（2024年6月12日成立）", "组织健全度补齐1项")]
    public void Every_reason_is_told_and_the_verdict_is_of_the_first_rule_that_applies(
        string code,
        ScreeningVerdict verdict,
        string reasons,
        string mends
    )
    {
        var unit = Table.Units.Single(u => u.Code == code);
        Assert.Equal(
            (verdict, reasons, mends),
            (unit.Verdict, string.Join('；', unit.Reasons), string.Join('；', unit.Mends))
        );
    }

    [Fact]
    public void Who_stands_no_more_is_not_in_the_table_and_the_table_says_so()
    {
        Assert.DoesNotContain(Table.Units, u => u.Code == "C7");
        Assert.Equal("范围为基层工会6家，公开与否都在内；另有1家撤销，不在表内。", Table.Range);
        Assert.Equal("通过1家、不通过2家、待核1家、不参评1家、否决1家", Table.Counts);
        Assert.Equal(
            "有群体性劳动关系事件的1家、组织健全度未达标的3家、经审问题逾期未整改数未达标的2家、要看的指标缺报或存疑的1家、覆盖率不到80%的1家、新建的1家",
            Table.ReasonCounts
        );
        Assert.Equal("补报2025年1月15日前，其余2025年3月31日前", Table.Dates);
    }

    [Fact]
    public void The_settings_say_what_is_asked_beside_the_marks_of_the_catalogue()
    {
        var bare = ScreeningSample.Office(new Settings()).Latest.Screening!;
        Assert.Equal(["G03", "X04"], bare.Indicators.Select(i => i.Code));
        Assert.Equal(ScreeningVerdict.Passes, bare.Units.Single(u => u.Code == "C3").Verdict);

        var barred = ScreeningSample
            .Office(new Settings { Commending = new() { LeastTotal = 100.5m } })
            .Latest.Screening!;
        var unit = barred.Units.Single(u => u.Code == "C1");
        Assert.Equal((ScreeningVerdict.Fails, "总指数100.00分"), (unit.Verdict, Assert.Single(unit.Reasons)));
    }

    [Fact]
    public void What_does_not_apply_fails_nobody_and_where_nothing_is_asked_there_is_no_table()
    {
        var data = ScreeningSample.Data;
        var spared = data with
        {
            Observations =
            [
                .. data.Observations.Select(o =>
                    o is { Organisation: "C2", Indicator: "G03" }
                        ? o with
                        {
                            State = ObservationState.NotApplicable,
                            Numerator = null,
                            Denominator = null,
                        }
                        : o
                ),
            ],
        };
        Assert.Equal(
            (ScreeningVerdict.Passes, "/"),
            Of(spared).Units.Where(u => u.Code == "C2").Select(u => (u.Verdict, u.Values[0].Text)).Single()
        );
        var unmarked = data with
        {
            Catalogue = [.. data.Catalogue.Select(r => r with { Mandatory = false, Veto = false })],
        };
        Assert.Null(Small.Office(new Dataset { Settings = new(), Periods = [unmarked] }).Latest.Screening);

        static ScreeningTable Of(PeriodData data) =>
            Small.Office(new Dataset { Settings = ScreeningSample.Settings, Periods = [data] }).Latest.Screening!;
    }

    [Fact]
    public void A_union_commended_though_it_does_not_pass_is_a_warning_that_names_both_places()
    {
        var found = CrossChecker
            .Check(
                Scorer.Score(
                    new() { Settings = ScreeningSample.Settings, Periods = [ScreeningSample.Data] },
                    TestContext.Current.CancellationToken
                )
            )
            .Where(d => d.Code.Id == "FG1211");
        var only = Assert.Single(found);
        Assert.Equal(
            (
                "C2",
                "表彰 B2，2024-07-06已授予模范职工之家（示工发〔2024〕2号）",
                "指标值 G03，评先资格审查不通过：必备“组织健全度”2/4"
            ),
            (only.Unit, $"{only.Here}", $"{only.There}")
        );
        Assert.Equal(
            ["2024-07-06已授予模范职工之家（示工发〔2024〕2号），与审查不一致"],
            Table.Units.SelectMany(u => u.Contradictions)
        );
    }

    [Fact]
    public void The_paper_the_table_and_the_workbook_are_the_offices_alone()
    {
        var office = ScreeningSample.Office();
        var edition = DisclosureControl.Protect(office);
        ImmutableArray<OutputFile> files =
        [
            .. ReportPlan.Create(office, edition, TestFonts.Set, new ReportOptions()),
            .. SitePlan.Create(edition, new SiteOptions()),
            .. OpenDataFiles.Create(edition).Select(f => new OutputFile(f.Path, OutputKind.Data, () => f.Content)),
            .. WorkbookPlan.Create(office, edition),
        ];
        Assert.Equal(
            ["screening.csv", "screening.docx", "screening.pdf"],
            files
                .Where(f => f.Path.StartsWith("internal/2024/lists/screening.", StringComparison.Ordinal))
                .Select(f => f.Path[(f.Path.LastIndexOf('/') + 1)..])
                .Order(StringComparer.Ordinal)
        );
        var csv = Encoding.UTF8.GetString(
            files.Single(f => f.Path.EndsWith("screening.csv", StringComparison.Ordinal)).Render().Content.Span
        );
        Assert.Contains("否决,群体性劳动关系事件1起；组织健全度2/4", csv, StringComparison.Ordinal);

        // What a union failed, whether it passed: nowhere that the public reads, in text or in a table.
        Assert.All(
            files.Where(f => f.Path.StartsWith("site/", StringComparison.Ordinal) && f.Kind != OutputKind.Pdf),
            f =>
            {
                var text = Encoding.UTF8.GetString(f.Render().Content.Span);
                Assert.DoesNotContain("screening", f.Path, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("评先资格", Without(f.Path, text), StringComparison.Ordinal);
                Assert.DoesNotContain("不参评", Without(f.Path, text), StringComparison.Ordinal);
            }
        );

        // The manual says what the settings mean, of nobody.
        static string Without(string path, string text) =>
            path.StartsWith("site/docs/", StringComparison.Ordinal)
            || path.StartsWith("site/search", StringComparison.Ordinal)
                ? ""
                : text;
    }

    [Theory]
    [InlineData(StarCondition.None, "C1 C2 C3 C4")]
    [InlineData(StarCondition.MandatoryMet, "C1 C3")]
    [InlineData(StarCondition.ScreeningPassed, "C1")]
    public void A_star_is_given_for_the_total_and_what_the_level_asks_beside(StarCondition condition, string with)
    {
        var office = Starred(condition, isPublic: true);
        Assert.Equal(with, string.Join(' ', office.Latest.Unions.Where(u => u.Star == "五星").Select(u => u.Code)));
        Assert.Equal(
            with,
            string.Join(' ', office.Latest.Screening!.Units.Where(u => u.Star == "五星").Select(u => u.Code))
        );
        Assert.True(office.Latest.Screening.HasStars);
    }

    [Fact]
    public void The_public_sees_stars_where_the_settings_say_so_and_none_that_rests_on_what_is_withheld()
    {
        Assert.All(Public(StarCondition.None, isPublic: false), u => Assert.Null(u.Star));
        Assert.Equal(
            ["C1", "C3"],
            Public(StarCondition.MandatoryMet, isPublic: true).Where(u => u.Star is not null).Select(u => u.Code)
        );
        var hidden = ScreeningSample.Data with
        {
            Catalogue =
            [
                .. ScreeningSample.Data.Catalogue.Select(r =>
                    r.Code == "G03" ? r with { Publicity = Publicity.SumsOnly } : r
                ),
            ],
        };
        Assert.All(
            Small
                .Compose(new Dataset { Settings = With(StarCondition.None, isPublic: true), Periods = [hidden] })
                .Latest.Unions,
            u => Assert.Null(u.Star)
        );

        static ImmutableArray<UnionResult> Public(StarCondition condition, bool isPublic) =>
            DisclosureControl.Protect(Starred(condition, isPublic)).Latest.Unions;
    }

    private static OfficeEdition Starred(StarCondition condition, bool isPublic) =>
        ScreeningSample.Office(With(condition, isPublic));

    private static Settings With(StarCondition condition, bool isPublic) =>
        ScreeningSample.Settings with
        {
            Stars = new() { Levels = [new("五星", 70m, condition)], ArePublic = isPublic },
        };
}
