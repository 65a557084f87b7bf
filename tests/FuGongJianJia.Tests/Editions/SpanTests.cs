using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Import.Tables.GuidanceLadder;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// What a quarter counts from the first day of the year and what it counts for itself, said in every sentence.
/// </summary>
public sealed class SpanTests
{
    [Theory]
    [InlineData("2024", "", "")]
    [InlineData("2024Q1", "本季度", "本季度")]
    [InlineData("2024Q4", "本季度", "年初以来")]
    [InlineData("2024H1", "上半年", "上半年")]
    [InlineData("2024H2", "下半年", "年初以来")]
    [InlineData("2024-01", "本月", "本月")]
    [InlineData("2024-05", "本月", "年初以来")]
    public void A_period_says_what_is_its_own_and_what_reaches_back_to_the_first_of_the_year(
        string period,
        string within,
        string toDate
    ) => Assert.Equal((within, toDate), (Period.Parse(period).WithinWord, Period.Parse(period).ToDateWord));

    [Theory]
    [InlineData("2024", "")]
    [InlineData(
        "2024Q3",
        "指标值、任务和指导为1月至9月的累计数，年初累计的指标对照全年目标的9/12（序时进度）计分；"
            + "年末之前不评等次；活动、需求和表彰为本季度发生数。上年没有同期数据，本期不作同比。"
    )]
    [InlineData(
        "2024-01",
        "年初累计的指标对照全年目标的1/12（序时进度）计分；年末之前不评等次；活动、需求和表彰为本月发生数。"
            + "上年没有同期数据，本期不作同比。"
    )]
    [InlineData(
        "2024H2",
        "指标值、任务和指导为1月至12月的累计数，对照全年目标计分；活动、需求和表彰为下半年发生数。"
            + "上年没有同期数据，本期不作同比。"
    )]
    public void Part_of_a_year_says_what_its_figures_cover(string period, string scope) =>
        Assert.Equal(scope, Compose(period).Scope);

    [Fact]
    public void A_quarters_guidance_is_told_to_date_and_its_needs_for_itself()
    {
        var quarter = Compose("2024Q3");
        Assert.Equal(
            "年初以来发出指导3件，其中提醒2件、预警1件，涉及2个事项，其中1个止于提醒，台账记1个整改完成。",
            quarter.Guidance!.Finding
        );
        Assert.StartsWith("本季度各级工会上报职工需求1件", quarter.Needs!.Finding, StringComparison.Ordinal);
        var year = Compose("2024");
        Assert.StartsWith("发出指导3件", year.Guidance!.Finding, StringComparison.Ordinal);
        Assert.StartsWith("各级工会上报职工需求1件", year.Needs!.Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_most_from_the_total_stands_first_among_the_losses()
    {
        var small = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 100, 90)
            .Indicator("W01", RuleKind.TargetRatio, 100, 20)
            .Indicator("W02", RuleKind.Count, 10, 5)
            .Union("C1")
            .Ratio("C1", "R01", 90, 100)
            .Ratio("C1", "W01", 50, 100)
            .Value("C1", "W02", 10);
        var losses = small.Compose().Latest.Find("C1")!.Losses.ToList();
        Assert.Equal(
            [("W01", 10.00m, 20.00m), ("R01", 9.00m, 5.00m)],
            losses.Select(l => (l.Code, l.Lost!.Value, l.Gain!.Value))
        );
    }

    private static PublicPeriod Compose(string name)
    {
        var small = new Small { Period = Period.Parse(name) };
        small.Catalogue.Add(
            RandomData.Indicator("R01", RuleKind.TargetRatio, 100, 100) with
            {
                Timing = Timing.Cumulative,
            }
        );
        small.Union("C1").Union("C2").Ratio("C1", "R01", 90, 100);
        Guidance Issued(string code, string unit, GuidanceRung rung, int month, DateOnly? mended) =>
            new()
            {
                Code = code,
                Organisation = unit,
                Rung = rung,
                Matter = "事由",
                IssuedOn = new(2024, month, 1),
                RectifiedOn = mended,
            };
        var data = small.Data with
        {
            Guidance =
            [
                Issued("D1", "C1", GuidanceRung.Reminder, 2, null),
                Issued("D2", "C1", GuidanceRung.Warning, 3, new(2024, 3, 20)),
                Issued("D3", "C2", GuidanceRung.Reminder, 8, null),
            ],
            Needs =
            [
                new()
                {
                    Code = "N1",
                    Organisation = "C1",
                    Category = "技能培训",
                    Summary = "略",
                    ReportedOn = new(2024, 8, 1),
                },
            ],
        };
        return Small.Compose(new() { Settings = small.Settings, Periods = [data] }).Latest;
    }
}
