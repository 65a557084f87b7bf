using System.Collections.Immutable;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Import.Tables.Corrections;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Import.Tables.Visits;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Tests.Scoring;

/// <summary>
/// Relations between tables, levels and periods（勾稽关系）: what contradicts is found, what agrees is not.
/// </summary>
public sealed class CrossCheckTests
{
    private static readonly DateOnly Due = new(2024, 8, 19);

    [Theory]
    [InlineData("23")]
    [InlineData("39")]
    [InlineData("23/39")]
    [InlineData("58.97%")]
    [InlineData("58.97")]
    [InlineData("59.0")]
    [InlineData("73.72分")]
    public void A_figure_of_that_period_may_be_corrected(string before) => Assert.Empty(Corrected(before));

    [Theory]
    [InlineData("999")]
    [InlineData("22")]
    [InlineData("23/40")]
    [InlineData("59.97%")]
    [InlineData("没有报")]
    public void A_figure_that_was_never_there_is_an_error_that_says_what_was(string before)
    {
        var only = Assert.Single(Corrected(before)).ToDiagnostic();
        Assert.Equal(("FG1201", FuGongJianJia.Diagnostics.Severity.Error), (only.Code, only.Severity));
        Assert.Contains($"原值写的是“{before}”", only.Message, StringComparison.Ordinal);
        Assert.Contains("2023年的指标值 W02，当期是23/39", only.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_may_itself_be_corrected() =>
        Assert.Empty(Corrected(("23", "25", new(2024, 3, 1)), ("25", "26", new(2024, 5, 1))));

    [Fact]
    public void Nothing_is_rectified_before_the_task_is_reported()
    {
        Assert.Equal(
            ["任务流转 T1，没有这个单位的反馈"],
            Guided(rectified: new(2024, 8, 29), Step(1, TaskStepKind.TakeOn, "C1", 1)).Select(d => $"{d.There}")
        );
        Assert.Equal(
            ["任务流转 T1，2024-08-30才有反馈"],
            Guided(
                    rectified: new(2024, 8, 29),
                    Step(1, TaskStepKind.TakeOn, "C1", 1),
                    Step(2, TaskStepKind.ReportBack, "C1", 30)
                )
                .Select(d => $"{d.There}")
        );
        Assert.Empty(
            Guided(
                rectified: new(2024, 8, 30),
                Step(1, TaskStepKind.TakeOn, "C1", 1),
                Step(2, TaskStepKind.ReportBack, "C1", 30)
            )
        );
        Assert.Empty(Guided(rectified: null, Step(1, TaskStepKind.TakeOn, "C1", 1)));
    }

    [Fact]
    public void Who_is_guided_works_on_the_task() =>
        Assert.Equal(["FG1203"], Guided(rectified: null, Step(1, TaskStepKind.TakeOn, "C2", 1)).Select(d => d.Code.Id));

    [Fact]
    public void A_task_is_taken_on_by_whom_its_indicator_applies_to()
    {
        var small = new Small()
            .Indicator("X01", RuleKind.YesNo, null, 100)
            .Union("C1")
            .Union("C2")
            .Value("C1", "X01", 1)
            .State("C2", "X01", ObservationState.NotApplicable);
        var found = Check(
            small.Data with
            {
                Tasks =
                [
                    Task(Step(1, TaskStepKind.TakeOn, "C1", 1), Step(2, TaskStepKind.TakeOn, "C2", 2)) with
                    {
                        Indicator = "X01",
                    },
                ],
            }
        );
        var only = Assert.Single(found);
        Assert.Equal(("FG1204", "C2", "指标值 X01，不适用"), (only.Code.Id, only.Unit, $"{only.There}"));
    }

    [Theory]
    [InlineData("所辖合计", 7, true)]
    [InlineData("所辖合计", 8, false)]
    [InlineData("所辖合计", 9, true)]
    [InlineData("年内场次", 7, true)]
    [InlineData("年内场次", 9, false)]
    [InlineData("本级及所辖", 7, true)]
    [InlineData("本级及所辖", 9, false)]
    [InlineData("期末本级", 1, false)]
    public void A_town_reports_what_its_unions_do_as_the_definition_says(string definition, decimal town, bool differs)
    {
        var small = new Small()
            .Indicator("R03", RuleKind.Count, 12, 100, Aggregation.Sum)
            .Union("C1")
            .Union("C2")
            .Value("B", "R03", town)
            .Value("C1", "R03", 5)
            .Value("C2", "R03", 3);
        small.Catalogue[0] = small.Catalogue[0] with { Definition = definition };
        var found = Check(small.Data).Where(d => d.Unit == "B").ToList();
        Assert.Equal(differs, found.Count == 1);
        Assert.All(found, d => Assert.Equal("指标值 R03，已报的2个基层工会合计8", $"{d.There}"));
    }

    [Fact]
    public void A_sum_of_which_a_part_is_missing_is_only_a_lower_bound()
    {
        var small = new Small()
            .Indicator("R03", RuleKind.Count, 12, 100, Aggregation.Sum)
            .Union("C1")
            .Union("C2")
            .Value("B", "R03", 9)
            .Value("C1", "R03", 5);
        small.Catalogue[0] = small.Catalogue[0] with { Definition = "所辖合计" };
        Assert.Empty(Check(small.Data));
    }

    [Fact]
    public void Steps_named_by_words_are_counted_above()
    {
        var small = new Small()
            .Tiers("H02", 100, (null, "市级", 100), (null, "区级", 70), (null, "无", 0))
            .Union("C1")
            .Union("C2")
            .Union("C3")
            .Value("B", "H02", 1)
            .Word("C1", "H02", "市级")
            .Word("C2", "H02", "区级")
            .Word("C3", "H02", "无");
        small.Catalogue[0] = small.Catalogue[0] with { Levels = [Level.Grassroots] };
        small.Catalogue.Add(
            RandomData.Indicator("H02", RuleKind.Count, 3, 100, Aggregation.None, Level.Town) with
            {
                Definition = "辖区内个数",
            }
        );
        Assert.Equal(
            ["指标值 H02，已报的3个基层工会合计2"],
            Check(small.Data).Where(d => d.Unit == "B").Select(d => $"{d.There}")
        );
    }

    [Theory]
    [InlineData(6, 6, true)]
    [InlineData(5, 6, false)]
    [InlineData(0, 1, true)]
    public void An_indicator_of_tasks_counts_those_of_the_ledger(decimal done, decimal due, bool differs)
    {
        var small = new Small()
            .Indicator("G06", RuleKind.TargetRatio, 95, 100)
            .Union("C1")
            .Ratio("C1", "G06", done, due);
        small.Catalogue[0] = small.Catalogue[0] with { Source = "任务台账" };
        var found = Check(
            small.Data with
            {
                Tasks =
                [
                    Task(Step(1, TaskStepKind.TakeOn, "C1", 1), Step(2, TaskStepKind.ReportBack, "C1", 30)),
                    Task(Step(1, TaskStepKind.TakeOn, "C1", 1), Step(2, TaskStepKind.ReportBack, "C1", 10)) with
                    {
                        Code = "T2",
                    },
                ],
            }
        );
        Assert.Equal(differs, found.Any(d => d.Code.Id == "FG1206"));
    }

    [Fact]
    public void Visits_stand_alike_in_indicator_and_ledger()
    {
        var small = new Small()
            .Indicator("W02", RuleKind.TargetRatio, 90, 100)
            .Union("C1")
            .Union("C2")
            .Union("C3")
            .Ratio("C1", "W02", 9, 10)
            .Ratio("C2", "W02", 9, 11)
            .State("C3", "W02", ObservationState.Missing);
        small.Catalogue[0] = small.Catalogue[0] with { Source = "家访汇总" };
        var visits = ImmutableArray.Create("C1", "C2", "C3");
        var found = Check(
            small.Data with
            {
                HomeVisits = [.. visits.Select(c => new HomeVisits(c, 10, 9, null, null, null, null))],
            }
        );
        Assert.Equal(
            [("C2", "指标值 W02，9/11"), ("C3", "指标值 W02，缺报")],
            found.Select(d => (d.Unit, $"{d.Here}"))
        );
    }

    [Fact]
    public void A_share_of_all_workers_has_all_workers_below_the_line()
    {
        var small = new Small()
            .Indicator("H01", RuleKind.TargetRatio, 60, 100)
            .Union("C1", o => o with { Workers = 40, Members = 39 })
            .Union("C2", o => o with { Workers = 40, Members = 39 })
            .Ratio("C1", "H01", 20, 40)
            .Ratio("C2", "H01", 20, 39);
        small.Catalogue[0] = small.Catalogue[0] with { Definition = "参赛职工数÷职工总数" };
        var only = Assert.Single(Check(small.Data));
        Assert.Equal(("C2", "组织 C2，职工数40"), (only.Unit, $"{only.There}"));
    }

    [Fact]
    public void Numbers_of_documents_run_with_their_dates()
    {
        var found = Check(
            new Small().Indicator("R01", RuleKind.YesNo, null, 100).Union("C1").Value("C1", "R01", 1).Data with
            {
                Commendations =
                [
                    Honour("B1", "示工发〔2024〕6号", 3, 1),
                    Honour("B2", "示工发〔2024〕6号", 3, 2),
                    Honour("B3", "示工发〔2024〕7号", 2, 1),
                    Honour("B4", "示市工发〔2024〕1号", 1, 1),
                    Honour("B5", "示工发〔2024〕8号", 4, 1),
                ],
            }
        );
        Assert.Equal([("B2", "B1"), ("B3", "B2")], found.Select(d => (d.Here.Key, d.There.Key)));
    }

    [Theory]
    [InlineData(Timing.Cumulative, 4, true)]
    [InlineData(Timing.Cumulative, 5, false)]
    [InlineData(Timing.PointInTime, 4, false)]
    public void What_counts_from_the_first_of_January_never_falls_within_a_year(
        Timing timing,
        decimal second,
        bool falls
    )
    {
        PeriodData In(string period, decimal sessions)
        {
            var small = new Small { Period = Period.Parse(period) }
                .Indicator("R03", RuleKind.Count, 12, 100)
                .Union("C1")
                .Value("C1", "R03", sessions);
            small.Catalogue[0] = small.Catalogue[0] with { Timing = timing };
            return small.Data;
        }

        var found = Check(In("2024Q1", 5), In("2024Q2", second), In("2025Q1", 1));
        Assert.Equal(falls ? [("C1", "指标值 R03，5")] : [], found.Select(d => (d.Unit, $"{d.There}")));
    }

    [Fact]
    public void In_short_a_relation_is_one_sentence_and_an_error_stands_alone()
    {
        var honours = Check(
            new Small().Indicator("R01", RuleKind.YesNo, null, 100).Union("C1").Value("C1", "R01", 1).Data with
            {
                Commendations =
                [
                    Honour("B1", "示工发〔2024〕6号", 3, 1),
                    Honour("B2", "示工发〔2024〕6号", 3, 2),
                    Honour("B3", "示工发〔2024〕7号", 2, 1),
                ],
            }
        );
        Assert.Equal(
            ["表彰文号与日期不符：2处，其中2024年2处。逐条见 fugong check --勾稽。"],
            CrossChecker.Summary(honours).Select(d => d.Message)
        );
        Assert.Equal(
            [FuGongJianJia.Diagnostics.Severity.Error],
            CrossChecker.Summary(Corrected("999")).Select(d => d.Severity)
        );
    }

    private static ImmutableArray<Discrepancy> Check(params PeriodData[] periods) =>
        CrossChecker.Check(
            Scorer.Score(new() { Settings = new(), Periods = [.. periods] }, TestContext.Current.CancellationToken)
        );

    private static ImmutableArray<Discrepancy> Corrected(string before) => Corrected((before, "24", new(2024, 3, 1)));

    private static ImmutableArray<Discrepancy> Corrected(
        params (string Before, string After, DateOnly On)[] corrections
    )
    {
        Small In(int year) =>
            new Small { Period = Period.OfYear(year) }
                .Indicator("W02", RuleKind.TargetRatio, 80, 100)
                .Union("C1")
                .Ratio("C1", "W02", 23, 39);
        return Check(
            In(2023).Data,
            In(2024).Data with
            {
                Corrections =
                [
                    .. corrections.Select(c => new Correction(
                        Period.OfYear(2023),
                        "C1",
                        "W02",
                        c.Before,
                        c.After,
                        c.On,
                        "补录"
                    )),
                ],
            }
        );
    }

    private static ImmutableArray<Discrepancy> Guided(DateOnly? rectified, params TaskStep[] steps) =>
        Check(
            new Small()
                .Indicator("R01", RuleKind.YesNo, null, 100)
                .Union("C1")
                .Union("C2")
                .Value("C1", "R01", 1)
                .Value("C2", "R01", 1)
                .Data with
            {
                Tasks = [Task(steps)],
                Guidance =
                [
                    new()
                    {
                        Code = "Z1",
                        Organisation = "C1",
                        Rung = GuidanceRung.Reminder,
                        Task = "T1",
                        Matter = "逾期未反馈",
                        IssuedOn = new(2024, 8, 20),
                        RectifiedOn = rectified,
                    },
                ],
            }
        );

    private static WorkTask Task(params TaskStep[] steps) =>
        new()
        {
            Code = "T1",
            Name = "推进建会",
            Issuer = "A",
            IssuedOn = new(2024, 7, 1),
            DueOn = Due,
            Steps = [.. steps],
        };

    private static TaskStep Step(int ordinal, TaskStepKind kind, string unit, int dayOfAugust) =>
        new(ordinal, kind, unit, new(2024, 8, dayOfAugust), "", null, null);

    private static Commendation Honour(string code, string document, int month, int day) =>
        new()
        {
            Code = code,
            Kind = CommendationKind.Collective,
            Recipient = "C1工会",
            Organisation = "C1",
            Honour = "先进职工之家",
            Level = HonourLevel.District,
            Grantor = "示例区总工会",
            Document = document,
            GrantedOn = new(2024, month, day),
        };
}
