using System.Collections.Immutable;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Import.Tables.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Tests.Scoring;
using FuGongJianJia.Theme.Reports.Lists;

namespace FuGongJianJia.Tests.Editions;

/// <summary>
/// Where each executor stands with a task and who holds the matter: by flows made for it, and counted again from the
/// demo data's own steps.
/// </summary>
public sealed class ExecutorStateTests
{
    private static readonly DateOnly Issued = new(2024, 6, 1);
    private static readonly DateOnly Due = new(2024, 6, 25);
    private static readonly DateOnly DataDate = new(2024, 6, 30);

    [Fact]
    public void Who_took_a_task_on_owes_a_report_and_is_late_from_the_due_date_on()
    {
        Assert.Equal(new(ExecutorStage.AwaitingReport, 5, true), Of(Take("C1")));
        Assert.Equal(new(ExecutorStage.AwaitingReport, 0, false), Of(Due, Take("C1")));
        Assert.Equal("C1", Of(Take("C1")).Holder("A", "C1"));
    }

    [Fact]
    public void Who_reported_in_time_is_never_late_however_long_the_issuer_takes()
    {
        var state = Of(Take("C1"), Step(TaskStepKind.ReportBack, "C1", 20), Step(TaskStepKind.ReportBack, "C1", 22));
        Assert.Equal(new(ExecutorStage.AwaitingAppraisal, 10, false), state);
        Assert.Equal(("A", "待评价，10天"), (state.Holder("A", "C1"), state.Text));
    }

    [Fact]
    public void An_appraisal_settles_or_sends_back_and_a_new_report_waits_again()
    {
        var returned = new[] { Take("C1"), Step(TaskStepKind.ReportBack, "C1", 20), Appraise("C1", 24, "退回重办") };
        Assert.Equal(new(ExecutorStage.Returned, 6, false), Of(returned));
        Assert.Equal("C1", Of(returned).Holder("A", "C1"));
        Assert.Equal(
            new(ExecutorStage.AwaitingAppraisal, 2, false),
            Of([.. returned, Step(TaskStepKind.ReportBack, "C1", 28)])
        );
        var settled = Of([.. returned, Step(TaskStepKind.ReportBack, "C1", 28), Appraise("C1", 29, "通过")]);
        Assert.Equal(new(ExecutorStage.Settled, 0, false), settled);
        Assert.Null(settled.Holder("A", "C1"));
    }

    [Fact]
    public void The_end_of_a_task_withdraws_what_is_out_but_not_what_was_sent_back()
    {
        var exit = Step(TaskStepKind.Exit, "A", 29);
        Assert.Equal(ExecutorStage.Withdrawn, Of(Take("C1"), exit).Stage);
        Assert.Equal(
            new(ExecutorStage.Returned, 6, false),
            Of(Take("C1"), Step(TaskStepKind.ReportBack, "C1", 20), Appraise("C1", 24, "退回"), exit)
        );
        Assert.Equal(
            ExecutorStage.Withdrawn,
            Of(
                Take("C1"),
                Step(TaskStepKind.ReportBack, "C1", 20),
                Appraise("C1", 24, "退回"),
                Step(TaskStepKind.Exit, "C1", 25)
            ).Stage
        );
    }

    [Fact]
    public void Steps_after_the_data_date_are_not_known()
    {
        var steps = new[] { Take("C1"), Step(TaskStepKind.ReportBack, "C1", 24) };
        Assert.Equal(ExecutorStage.AwaitingReport, Of(new DateOnly(2024, 6, 23), steps).Stage);
    }

    [Fact]
    public void A_town_that_a_task_was_distributed_to_holds_it_until_it_or_one_below_it_takes_it_on()
    {
        var matters = Matters(
            Step(TaskStepKind.Distribute, "B", 2),
            Step(TaskStepKind.Distribute, "B2", 2),
            Take("C1")
        );
        Assert.Equal(
            [("B2", ExecutorStage.AwaitingUptake, 29, "B2"), ("C1", ExecutorStage.AwaitingReport, 5, "C1")],
            matters.Select(m => (m.Unit, m.State.Stage, m.State.Days, m.Holder))
        );
        var nobody = Assert.Single(Matters());
        Assert.Equal(("A", ExecutorStage.AwaitingUptake, "A"), (nobody.Unit, nobody.State.Stage, nobody.Holder));
    }

    [Fact]
    public void A_report_of_the_town_and_an_appraisal_by_the_issuer_concern_whoever_is_below_and_reported()
    {
        var reported = Matters(Take("C1"), Take("C2"), Step(TaskStepKind.ReportBack, "B", 20));
        Assert.All(reported, m => Assert.Equal(ExecutorStage.AwaitingAppraisal, m.State.Stage));
        var appraised = Matters(
            Take("C1"),
            Take("C2"),
            Step(TaskStepKind.ReportBack, "C1", 20),
            Step(TaskStepKind.Appraise, "A", 22)
        );
        Assert.Equal([ExecutorStage.Settled, ExecutorStage.AwaitingReport], appraised.Select(m => m.State.Stage));
    }

    [Fact]
    public void The_demo_year_has_both_rates_and_the_open_matters_of_its_steps()
    {
        var (tasks, period) = (DemoData.Office.Latest.Tasks!, DemoData.Office.Latest);
        Assert.Equal(new(new(28, 40), new(116, 131)), tasks.FirstReports);
        Assert.Equal(new(new(25, 40), new(108, 131)), tasks.AcceptedReports);
        Assert.Equal(
            [
                new(ExecutorStage.AwaitingReport, 1, 1, 7),
                new(ExecutorStage.AwaitingAppraisal, 4, 0, 40),
                new(ExecutorStage.Returned, 1, 0, 43),
                new StageCount(ExecutorStage.Settled, 125, 0, 0),
            ],
            tasks.Stages
        );
        Assert.Equal(
            "到期40项、131个单位次，首次反馈按期116个（88.5%），通过的反馈按期108个（82.4%）；"
                + "按项计，首次反馈全部按期28项（70%），通过的反馈全部按期25项（62.5%）",
            tasks.Finding.Split("40项，", 2)[1].Split("，已全部办结")[0]
        );
        // Nothing is written off as rectified before the report that it was about has come.
        Assert.Equal(0, period.Guidance!.StillHeld);
        Assert.Contains("约谈1件，涉及41个事项", period.Guidance.Finding, StringComparison.Ordinal);
        Assert.EndsWith("台账记25个整改完成。", period.Guidance.Finding, StringComparison.Ordinal);
        Assert.Equal(
            "“整改经审发现问题”（12月24日到期）：石桁镇机关工会未反馈，逾期7天；"
                + "另4家按期反馈，我会未评价，最久40天",
            MatterWords.Pending([.. period.Pending.Where(m => m.Task == "RW2024-037")], "SL00", 2024, 6)
        );
    }

    [Fact]
    public void Only_who_holds_a_matter_is_in_the_list_of_what_is_overdue_in_every_demo_period()
    {
        var rows = 0;
        foreach (var period in DemoData.Office.Periods)
        {
            var data = DemoData.Data.Periods.Single(p => p.Period == period.Period);
            var csv = System.Text.Encoding.UTF8.GetString(OfficeTables.Overdue(period).Sheet.Csv());
            foreach (var matter in period.Matters)
            {
                // Counted anew from the steps: nothing of the composer's.
                var task = data.Tasks.Single(t => t.Code == matter.Task);
                var own = task.Steps.Where(s => s.On <= period.DataDate && s.Unit == matter.Unit).ToList();
                var last = own.LastOrDefault(s => s.Kind is TaskStepKind.ReportBack or TaskStepKind.Appraise);
                var holds = last is null
                    ? task.DueOn < period.DataDate
                    : last.Kind == TaskStepKind.Appraise && last.Result.Contains("退回", StringComparison.Ordinal);
                Assert.Equal(
                    holds,
                    csv.Contains($",{matter.UnitName},{matter.Name},", StringComparison.Ordinal)
                        && matter.State.Stage != ExecutorStage.AwaitingAppraisal
                );
                rows += holds ? 1 : 0;
            }
        }

        Assert.True(rows > 10, $"{rows}");
    }

    private static TaskStep Take(string unit) => Step(TaskStepKind.TakeOn, unit, 6);

    private static TaskStep Step(TaskStepKind kind, string unit, int day) =>
        new(0, kind, unit, new(2024, 6, day), "", null, null);

    private static TaskStep Appraise(string unit, int day, string result) =>
        Step(TaskStepKind.Appraise, unit, day) with
        {
            Result = result,
        };

    private static ExecutorState Of(params ReadOnlySpan<TaskStep> steps) => Of(DataDate, steps);

    private static ExecutorState Of(DateOnly dataDate, params ReadOnlySpan<TaskStep> steps) =>
        Assert.Single(Progress(dataDate, steps)).State;

    private static ImmutableArray<ExecutorProgress> Progress(DateOnly dataDate, ReadOnlySpan<TaskStep> steps) =>
        new TaskProgress(Task(steps), dataDate, new Settings().FailedAppraisals, (_, _) => false).Executors;

    private static ImmutableArray<TaskMatter> Matters(params ReadOnlySpan<TaskStep> steps)
    {
        var small = new Small().Indicator("R01", RuleKind.Count, 10, 100).Union("C1").Union("C2").Value("C1", "R01", 7);
        var data = small.Data;
        var town = data.Organisations.Single(o => o.Level == Level.Town);
        return Small
            .Office(
                new()
                {
                    Settings = new(),
                    Periods =
                    [
                        data with
                        {
                            Organisations = data.Organisations.Add(town with { Code = "B2", Name = "B2总工会" }),
                            Tasks = [Task(steps)],
                            Observations = [.. data.Observations.Select(o => o with { ReportedOn = DataDate })],
                        },
                    ],
                }
            )
            .Latest.Matters;
    }

    private static WorkTask Task(ReadOnlySpan<TaskStep> steps)
    {
        var all = new List<TaskStep> { Step(TaskStepKind.Issue, "A", 1) };
        all.AddRange(steps);
        return new()
        {
            Code = "T1",
            Name = "任务",
            Issuer = "A",
            IssuedOn = Issued,
            DueOn = Due,
            Steps = [.. all.Select((s, n) => s with { Ordinal = n + 1 })],
        };
    }
}
