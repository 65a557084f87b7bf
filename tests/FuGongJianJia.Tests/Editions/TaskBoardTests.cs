using System.Collections.Immutable;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// The board of tasks: the office is told whose turn it is and for how many days, the public how far the work is and
/// nobody's name with it. By tasks made for it, and counted again from the demo's own steps.
/// </summary>
public sealed class TaskBoardTests
{
    private static readonly DateOnly DataDate = new(2024, 6, 30);

    [Fact]
    public void Of_a_task_that_is_due_the_public_is_not_told_whose_turn_it_is()
    {
        // C1 reported in time and waits for the issuer; C2 is late.
        var office = Compose(new DateOnly(2024, 6, 25), ["C1", "C2"]);
        var task = Assert.Single(office.Latest.Tasks!.Tasks);
        Assert.All(task.Executors, e => Assert.Equal(ExecutorProgressKind.Open, e.Progress));
        Assert.Equal("未办结2个", task.ProgressText);
        Assert.Equal(("—", null, null), (task.ReportWord, task.InTime, task.Guidance));
        Assert.All(task.Steps.Where(s => s.Kind >= TaskStepKind.TakeOn), s => Assert.Null(s.First ?? s.Last));
        Assert.Equal(2, Assert.Single(office.Latest.Tasks.Towns).Counts[(int)ExecutorProgressKind.Open]);
    }

    [Fact]
    public void Before_it_is_due_or_among_many_it_is_told_how_far_each_kind_is()
    {
        var early = Assert.Single(Compose(new DateOnly(2024, 7, 25), ["C1", "C2"]).Latest.Tasks!.Tasks);
        Assert.Equal(
            [ExecutorProgressKind.Reported, ExecutorProgressKind.Working],
            early.Executors.Select(e => e.Progress)
        );
        var many = Assert.Single(
            Compose(new DateOnly(2024, 6, 25), ["C1", "C2", "C3", "C4", "C5"]).Latest.Tasks!.Tasks
        );
        Assert.Equal("办理中4个，待评价1个", many.ProgressText);
        Assert.Equal("按期1/5", many.ReportWord);
        Assert.Equal("提醒1件", GuidanceWords.Counts(many.Guidance!.Value));
        Assert.All(many.Executors, e => Assert.Equal(ExecutorProgressKind.Open, e.Progress));
    }

    [Fact]
    public void The_office_is_told_who_holds_what_and_for_how_many_days()
    {
        var period = Compose(new DateOnly(2024, 6, 25), ["C1", "C2"]).Latest;
        Assert.Equal(
            [("A", 10, ExecutorStage.AwaitingAppraisal), ("C2", 5, ExecutorStage.AwaitingReport)],
            period.Holders.Select(h => (h.Unit, h.LongestDays, h.Matters[0].State.Stage))
        );
        Assert.Equal("2件没有办结，1件在等A工会评价", period.BoardTitle);
        Assert.Equal(
            [
                "逾期未反馈1件、已反馈未评价1件。最久的是C1工会的“任务”，待评价，10天。",
                "A工会评价1件；C2工会反馈1件。",
                "逾期1件，5天；等评价1件，10天。",
            ],
            period.BoardAnswers.Select(a => a.Answer)
        );
        Assert.Equal(
            [("按期反馈", "—"), ("逾期5天", "已提醒，下一级预警")],
            period.Matters.Select(m => (m.LeftText, m.GuidanceText))
        );
    }

    [Fact]
    public void Guidance_leads_to_the_indicator_of_its_task_where_enough_units_have_it()
    {
        var few = Compose(new DateOnly(2024, 6, 25), ["C1", "C2"]).Latest.Guidance!;
        Assert.Equal([null], few.Subjects.Select(s => s.Indicator));
        Assert.Empty(few.Towns);
        var many = Compose(new DateOnly(2024, 6, 25), ["C1", "C2", "C3", "C4", "C5"]).Latest.Guidance!;
        Assert.Equal(["R01"], many.Subjects.Select(s => s.Indicator));
        Assert.Equal(1, Assert.Single(many.Towns).Issued[0]);
    }

    [Fact]
    public void Every_open_matter_of_the_demo_is_on_the_board_with_its_holder_and_no_other()
    {
        foreach (var period in DemoData.Office.Periods.Where(p => !p.Matters.IsEmpty))
        {
            var open = period.Matters.Where(m => m.State.IsOpen).ToList();
            Assert.Equal(open.Count, period.Holders.Sum(h => h.Matters.Length));
            Assert.All(period.Holders, h => Assert.All(h.Matters, m => Assert.Equal(h.Unit, m.Holder)));
            Assert.Equal(
                open.Where(m => m.State.IsPending).Select(m => m.State.Days).DefaultIfEmpty(0).Max(),
                period.Holders.Where(h => h.Pending > 0).Select(h => h.LongestDays).FirstOrDefault()
            );
            Assert.Equal(period.Matters.Length, period.Ledger.Sum(t => t.Matters.Length));
        }
    }

    [Fact]
    public void The_ledger_of_needs_says_whose_turn_it_is_and_what_policy_there_is_already()
    {
        foreach (var (office, data) in DemoData.Office.Periods.Zip(DemoData.Data.Periods))
        {
            Assert.Equal(
                data.Needs.Count(n => n.AnsweredOn is null || n.AnsweredOn > office.DataDate),
                office.NeedMatters.Count(n => n.IsOpen)
            );
            Assert.All(
                office.NeedMatters.Where(n => n.IsOpen),
                n =>
                {
                    var need = data.Needs.Single(x => x.Code == n.Code);
                    Assert.Equal(office.DataDate.DayNumber - need.ReportedOn.DayNumber, n.Days);
                    Assert.Equal(need.AnalysedOn is null ? office.District.Code : need.Handler, n.Holder);
                    Assert.True(n.Known is null || data.Needs.Any(p => p.PolicyChange == n.Known.Text));
                }
            );
            // Equal policies are told once.
            var changes = office.Needs?.Changes ?? [];
            Assert.Equal(changes.Length, changes.DistinctBy(c => (c.Category, c.Text)).Count());
        }
    }

    // C1 takes it on and reports on the 20th, all others take it on; C2 is reminded.
    private static OfficeEdition Compose(DateOnly due, string[] units)
    {
        var small = new Small().Indicator("R01", RuleKind.Count, 10, 100);
        foreach (var unit in units)
        {
            small.Union(unit);
        }

        small.Value(units[0], "R01", 7);
        var steps = units
            .Select(u => (TaskStepKind.TakeOn, u, 6))
            .Prepend((TaskStepKind.Issue, "A", 1))
            .Append((TaskStepKind.ReportBack, units[0], 20))
            .Select((s, n) => new TaskStep(n + 1, s.Item1, s.Item2, new(2024, 6, s.Item3), "", null, null))
            .ToImmutableArray();
        var data = small.Data;
        return Small.Office(
            new()
            {
                Settings = new(),
                Periods =
                [
                    data with
                    {
                        Observations = [.. data.Observations.Select(o => o with { ReportedOn = DataDate })],
                        Tasks =
                        [
                            new()
                            {
                                Code = "T1",
                                Name = "任务",
                                Indicator = "R01",
                                Issuer = "A",
                                IssuedOn = new(2024, 6, 1),
                                DueOn = due,
                                Steps = steps,
                            },
                        ],
                        Guidance =
                        [
                            new()
                            {
                                Code = "Z1",
                                Organisation = "C2",
                                Rung = GuidanceRung.Reminder,
                                Task = "T1",
                                Matter = "逾期未反馈",
                                IssuedOn = new(2024, 6, 27),
                            },
                        ],
                    },
                ],
            }
        );
    }
}
