using System.Text;
using FuGongJianJia.CrossChecks;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.Explanation;
using FuGongJianJia.Editions.Programmes;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Import.Tables.Activities;
using FuGongJianJia.Import.Tables.Commendations;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.OpenData;
using FuGongJianJia.Scoring;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Tests.Editions;

public sealed class EditionTests
{
    [Fact]
    public void Composing_twice_gives_the_same_bytes_and_so_does_any_order_of_rows()
    {
        var data = RandomData.Make(8);
        var shuffled = data with
        {
            Periods =
            [
                .. data.Periods.Select(p =>
                    p with
                    {
                        Organisations = [.. p.Organisations.Reverse()],
                        Observations = [.. p.Observations.Reverse()],
                    }
                ),
            ],
        };
        Assert.Equal(Bytes(Small.Compose(data)), Bytes(Small.Compose(shuffled)));
    }

    [Fact]
    public void Points_and_losses_make_up_the_weight()
    {
        foreach (
            var item in Small
                .Compose(RandomData.Make(9))
                .Latest.Unions.SelectMany(u => u.Indicators)
                .Where(i => i.Points is not null)
        )
        {
            Assert.Equal(item.Weight, item.Points + item.Lost);
        }
    }

    [Fact]
    public void The_gain_of_full_marks_is_what_the_total_would_rise_by()
    {
        Small Case(int talks) =>
            new Small()
                .Indicator("R01", RuleKind.Count, 10, 60)
                .Indicator("R02", RuleKind.Count, 10, 40)
                .Indicator("X01", RuleKind.Count, 10, 100)
                .Union("C1")
                .Value("C1", "R01", talks)
                .Value("C1", "R02", 5)
                .Value("C1", "X01", 10);
        var (now, then) = (Case(4).Compose().Latest.Unions[0], Case(10).Compose().Latest.Unions[0]);
        Assert.Equal(then.Total - now.Total, now.Indicators[0].Gain);
    }

    [Fact]
    public void The_calculation_is_told_from_numerator_to_points()
    {
        var union = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 95, 30)
            .Union("C1")
            .Ratio("C1", "R01", 820, 1000)
            .Compose()
            .Latest.Unions[0];
        Assert.Equal(
            "820÷1,000=82.00%，目标≥95%，得86.32分，折合25.89分（分值30分）",
            union.Indicators[0].Explanation(new Settings())
        );
    }

    [Fact]
    public void Sentences_claim_no_cause_and_end_as_sentences_do()
    {
        foreach (var period in Small.Compose(RandomData.Make(10)).Periods.Concat(DemoData.Edition.Periods))
        {
            var sentences = period
                .Summary.Concat(Vocabulary.Indexes.Select(period.FindingOf))
                .Append(period.Finding)
                .Concat(period.Towns.Concat(period.Unions).SelectMany(u => u.Suggestions.Append(u.Finding)))
                .Concat(period.Indicators.Select(period.FindingOf))
                .ToList();
            Assert.All(
                sentences,
                s =>
                {
                    Assert.EndsWith("。", s, StringComparison.Ordinal);
                    Assert.All(
                        new[] { "因此", "所以", "导致", "由于", "，。", "；。", "，，", "NaN" },
                        word => Assert.DoesNotContain(word, s, StringComparison.Ordinal)
                    );
                }
            );
        }
    }

    [Fact]
    public void The_method_text_names_every_indicator_and_weight_of_the_settings()
    {
        var data = RandomData.Make(
            12,
            new Settings
            {
                IndexWeights = [15m, 25m, 20m, 22.5m, 17.5m],
                RankMinimumCoverage = 75m,
                MissingScoresZero = true,
            }
        );
        var method = Methodology.Of(Small.Compose(data).Latest, data.Settings);
        var text = string.Join(
            '\n',
            method.Sections.SelectMany(s => s.Paragraphs.Concat(s.Table?.Rows.Select(r => string.Join(' ', r)) ?? []))
        );
        Assert.All(data.Periods[^1].Catalogue, row => Assert.Contains(row.Code, text, StringComparison.Ordinal));
        Assert.All(
            new[] { "22.5", "17.5", "75%", "缺报计零", "四舍五入" },
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
        Assert.All(
            method.Sections.Select(s => s.Table).OfType<MethodTable>(),
            t => Assert.All(t.Rows, r => Assert.Equal(t.Head.Length, r.Length))
        );
    }

    [Fact]
    public void An_exported_index_without_any_value_to_score_is_a_warning_of_its_own()
    {
        var small = new Small()
            .Indicator("R01", RuleKind.Count, 10, 100)
            .Union("C1")
            .Union("C2")
            .Value("C2", "R01", 5)
            .State("C1", "R01", ObservationState.Missing);
        var data = small.Data with
        {
            ReportedIndexes =
            [
                new("C1", [71.5m, null, null, null, null], null),
                new("C2", [50m, null, null, null, null], 50m),
            ],
        };
        var only = Assert.Single(
            CrossChecker.Check(
                Scorer.Score(new() { Settings = new(), Periods = [data] }, TestContext.Current.CancellationToken)
            )
        );
        Assert.Equal("FG1002", only.Code.Id);
        Assert.Equal("data/2024/指数.csv", only.ToDiagnostic().Place.Path);
        Assert.Contains(
            "C1工会（C1）。指数 红色指数，导出为71.50；指标值 红色指数，没有可计分的指标",
            only.ToDiagnostic().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_method_lists_the_geometric_mean_beside_the_total()
    {
        // Indexes 25 and 100 of equal weight: the total is 62.50, the geometric mean the root of 25 × 100. A zero
        // counts as 1.
        var small = new Small()
            .Indicator("R01", RuleKind.Count, 100, 100)
            .Indicator("X01", RuleKind.Count, 100, 100)
            .Value("A", "R01", 25)
            .Value("A", "X01", 100)
            .Value("B", "R01", 0)
            .Value("B", "X01", 100);
        var method = Methodology.Of(small.Compose().Latest, small.Settings);
        var table = method.Sections.Single(s => s.Slug == "robustness").Table!;
        Assert.Equal(
            ["A工会 62.50 50.00 −12.50", "B工会 50.00 10.00 −40.00"],
            table.Rows.Select(r => string.Join(' ', r))
        );
    }

    [Fact]
    public void A_series_breaks_only_for_the_unions_whose_own_catalogue_changed()
    {
        Small Year(int year, string version)
        {
            var small = new Small { Period = Period.OfYear(year) }
                .Indicator("R01", RuleKind.Count, 10, 50, Aggregation.Sum, Level.Grassroots)
                .Indicator("H02", RuleKind.Count, 10, 50, Aggregation.None, Level.Grassroots)
                .Union("C1")
                .Union("C2", o => o with { Category = UnitCategory.Agency })
                .Value("C1", "R01", 7)
                .Value("C2", "R01", 7);
            small.Catalogue[1] = small.Catalogue[1] with { Version = version, Categories = [UnitCategory.Enterprise] };
            return small;
        }

        var edition = Small.Compose(
            new() { Settings = new(), Periods = [Year(2022, "1").Data, Year(2023, "1").Data, Year(2024, "2").Data] }
        );
        string Breaks(string code) =>
            string.Join(
                ' ',
                edition.Histories.Single(h => h.Code == code).Points.Select(p => p.BreakBefore ? "≠" : "＝")
            );
        Assert.Equal("＝ ＝ ≠", Breaks("C1"));
        Assert.Equal("＝ ＝ ＝", Breaks("C2"));
        Assert.Equal("＝ ＝ ＝", Breaks("B"));
    }

    [Fact]
    public void A_difference_to_the_exported_index_over_a_hundredth_is_a_warning_that_names_both()
    {
        var small = new Small().Indicator("R01", RuleKind.Count, 10, 100).Union("C1").Value("C1", "R01", 7);
        var data = small.Data with { ReportedIndexes = [new("C1", [70.01m, null, null, null, null], 70.50m)] };
        var found = CrossChecker.Check(
            Scorer.Score(new() { Settings = new(), Periods = [data] }, TestContext.Current.CancellationToken)
        );
        var only = Assert.Single(found);
        Assert.Equal("FG1001", only.Code.Id);
        Assert.Contains(
            "指数 总指数，导出为70.50；指标值 总指数，按本系统方法计算为70.00，相差0.50",
            only.ToDiagnostic().Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_explanation_holds_every_figure_of_a_union()
    {
        var scores = new Small()
            .Indicator("R01", RuleKind.TargetRatio, 95, 60)
            .Indicator("R02", RuleKind.YesNo, null, 40)
            .Union("C1")
            .Ratio("C1", "R01", 820, 1000)
            .Score();
        var text = string.Join('\n', Explain.Lines(scores, "C1")!.Value);
        Assert.All(
            new[]
            {
                "820÷1,000=82.00%，目标≥95%",
                "R01 指标R01：得86.32，折合51.79／60分，失8.21",
                "+13.68  R01 指标R01",
                "R02 指标R02（分值40分）\n      缺报，不计入，降低覆盖率",
                "覆盖率 60.00%",
            },
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
        Assert.Null(Explain.Lines(scores, "none"));
    }

    [Fact]
    public void An_explanation_fits_a_terminal_of_eighty_columns()
    {
        var scores = DemoData.Scores.Periods[^1];
        var (lines, wide) = (0, 0);
        foreach (var line in scores.Unions.Take(120).SelectMany(u => Explain.Lines(scores, u.Organisation.Code)!.Value))
        {
            lines++;
            wide += line.Sum(c => c >= 0x1100 ? 2 : 1) > 80 ? 1 : 0;
        }

        // Long names of unions may need more, hardly anything else does.
        Assert.True(lines > 5000);
        Assert.True(wide * 200 < lines, $"{wide} of {lines}");
    }

    [Fact]
    public void A_task_is_on_time_when_every_executor_reported_back_in_time()
    {
        var small = new Small().Indicator("R01", RuleKind.Count, 10, 100).Union("C1").Union("C2").Value("C1", "R01", 7);
        var tasks = new[] { Task("T1", 20, 25), Task("T2", 20, 30), Task("T3", 20, null) };
        var summary = Small
            .Compose(
                new()
                {
                    Settings = new() { SmallNumberThreshold = 2 },
                    Periods = [small.Data with { Tasks = [.. tasks] }],
                }
            )
            .Latest.Tasks!;
        Assert.Equal((3, 3, 6, 2), (summary.Issued, summary.Due, summary.Executors, summary.Closed));
        Assert.Equal(new(new(1, 3), new(4, 6)), summary.FirstReports);
        Assert.Equal(new(new(0, 3), new(0, 6)), summary.AcceptedReports);
        Assert.Equal(100m / 3m, summary.FirstReports.Tasks.Percent);
        // One reported five days late by its second unit, one is without that unit's report still.
        Assert.Equal(["按期反馈", "按期1/2", "按期1/2"], summary.Tasks.Select(t => t.ReportWord));
        Assert.Equal(
            [new DateOnly(2024, 6, 25), new DateOnly(2024, 6, 30), null],
            summary.Tasks.Select(t => t.ReportedOn)
        );
        Assert.Equal(
            (3, 5m),
            (summary.Steps[(int)TaskStepKind.TakeOn].Reached, summary.Steps[(int)TaskStepKind.TakeOn].MedianDays)
        );

        // Two unions take the task on; one reports on the first given day of June, the other on the second, or never.
        static WorkTask Task(string code, int first, int? second)
        {
            List<TaskStep> steps =
            [
                new(1, TaskStepKind.Issue, "A", new(2024, 6, 1), "", null, null),
                new(2, TaskStepKind.TakeOn, "C1", new(2024, 6, 6), "", null, null),
                new(3, TaskStepKind.TakeOn, "C2", new(2024, 6, 6), "", null, null),
                new(4, TaskStepKind.ReportBack, "C1", new(2024, 6, first), "", null, null),
            ];
            if (second is { } day)
            {
                steps.Add(new(5, TaskStepKind.ReportBack, "C2", new(2024, 6, day), "", null, null));
                steps.Add(new(6, TaskStepKind.Exit, "A", new(2024, 6, 30), "", null, null));
            }

            return new()
            {
                Code = code,
                Name = code,
                Issuer = "A",
                IssuedOn = new(2024, 6, 1),
                DueOn = new(2024, 6, 25),
                Steps = [.. steps],
            };
        }
    }

    [Fact]
    public void An_honour_is_shown_once_and_a_withdrawn_one_never()
    {
        static Commendation Honour(
            string code,
            string recipient,
            CommendationStatus status = CommendationStatus.Granted
        ) =>
            new()
            {
                Code = code,
                Kind = CommendationKind.Collective,
                Recipient = recipient,
                Honour = "先进集体",
                Level = HonourLevel.District,
                Grantor = "区总工会",
                GrantedOn = new(2023, 5, 1),
                Status = status,
            };
        var before = new Small { Period = Period.OfYear(2023) }.Indicator("R01", RuleKind.Count, 10, 100);
        var after = new Small().Indicator("R01", RuleKind.Count, 10, 100);
        var edition = Small.Compose(
            new()
            {
                Settings = new(),
                Periods =
                [
                    before.Data with
                    {
                        Commendations = [Honour("1", "甲"), Honour("2", "乙"), Honour("3", "丙")],
                    },
                    after.Data with
                    {
                        Commendations = [Honour("9", "甲"), Honour("2", "乙", CommendationStatus.Withdrawn)],
                    },
                ],
            }
        );
        Assert.Equal(
            ["甲", "丙"],
            edition.Commendations.Select(c => c.Recipient).Order(StringComparer.Ordinal).Reverse()
        );
    }

    [Fact]
    public void Programmes_keep_their_address_and_never_add_people_to_attendances()
    {
        static Activity Activity(
            string code,
            string kind,
            HeadcountKind counted,
            int heads,
            string? programme = null
        ) =>
            new()
            {
                Code = code,
                Name = code,
                Kind = kind,
                Organiser = "B",
                Start = new(2024, 3, 1),
                End = new(2024, 3, 1),
                Headcount = heads,
                HeadcountKind = counted,
                Programme = programme,
                Approximate = heads == 80,
            };
        var small = new Small().Indicator("R01", RuleKind.Count, 10, 100);
        var edition = Small.Compose(
            new()
            {
                Settings = new(),
                Periods =
                [
                    small.Data with
                    {
                        Activities =
                        [
                            Activity("1", "劳模助企", HeadcountKind.People, 80),
                            Activity("2", "劳模助企", HeadcountKind.Attendances, 300, "五提升·助企精度"),
                            Activity("3", "会议", HeadcountKind.People, 9, "春风行动"),
                        ],
                    },
                ],
            }
        );
        Assert.Equal(
            ["model-workers-help", "five-improvements", ProgrammeComposer.SlugOf("春风行动")],
            edition.Programmes.Select(p => p.Slug)
        );
        Assert.Equal(
            (80, 300, true),
            (
                edition.Programmes[0].Totals[0].Total.People,
                edition.Programmes[0].Totals[0].Total.Attendances,
                edition.Programmes[0].Totals[0].Total.Approximate
            )
        );
        Assert.Equal("助企精度", Assert.Single(edition.Programmes[1].Parts).Name);
        Assert.Equal("80余人", edition.Latest.Activities!.Activities.Single(a => a.Code == "1").HeadcountText);
    }

    [Fact]
    public void Numbers_are_written_as_the_standard_has_them()
    {
        Assert.Equal("2024年5月1日", Numerals.Date(new(2024, 5, 1)));
        Assert.Equal(("25～30人", "63%～68%"), (Numerals.Range("25", "30", "人"), Numerals.Range("63", "68", "%")));
        Assert.Equal(
            ("80余人", "约83人", "12,000余人"),
            (Numerals.Approximate(80, "人"), Numerals.Approximate(83, "人"), Numerals.Approximate(12_000, "人"))
        );
        Assert.Equal(
            ("提高1.2分", "−0.35", "+1.20"),
            (Numerals.Moved(1.2m), Numerals.Signed(-0.35m), Numerals.Signed(1.2m))
        );
    }

    [Fact]
    public void A_score_in_a_sentence_never_seems_to_cross_a_grade_line() =>
        Assert.Equal(
            ("89.96", "90.0", "87.4"),
            (Numerals.ScoreInText(89.96m), Numerals.ScoreInText(90.00m), Numerals.ScoreInText(87.35m))
        );

    private static string Bytes(PublicEdition edition) =>
        string.Concat(OpenDataFiles.Create(edition).Select(f => f.Path + Encoding.UTF8.GetString(f.Content)))
        + string.Join(
            '\n',
            edition.Periods.SelectMany(p =>
                p.Summary.Concat(p.Towns.Concat(p.Unions).Select(u => u.Finding + string.Concat(u.Suggestions)))
            )
        );
}
