using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Facts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>四、任务办理与指导服务: eight steps, the tasks, the ladder in counts only, activities.</summary>
internal static class WorkChapter
{
    public static Chapter? Make(AnnualContext context)
    {
        var period = context.Period;
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        var part = 0;
        if (period.Tasks is { } tasks)
        {
            blocks.Add(new SectionHeading(2, "任务办理") { Number = $"（{Numerals.Han(++part)}）" });
            blocks.Add(
                new Paragraph([
                    $"全年任务{tasks.Issued}项，由{tasks.Executors}个单位次办理。{tasks.OpenText}八步办理情况见",
                    Inline.Number("f-steps"),
                    "和",
                    Inline.Number("t-steps"),
                    "，任务清单见",
                    Inline.Number("t-tasks"),
                    "。",
                ])
            );
            blocks.Add(
                new Figure(EightSteps.Of(tasks, Typography.ReportWidth, Typography.ReportFigures))
                {
                    Id = "f-steps",
                    Title = "任务办理八步",
                }
            );
            blocks.Add(FactBlocks.Of(TaskFacts.Steps(tasks).Turned("项目"), "t-steps"));
            blocks.Add(TaskBlocks.List(tasks.Tasks, "t-tasks", "任务清单"));
        }

        if (period.Guidance is { } guidance)
        {
            blocks.Add(new SectionHeading(2, "分级指导") { Number = $"（{Numerals.Han(++part)}）" });
            blocks.Add(
                new Paragraph([
                    guidance.Finding,
                    "见",
                    Inline.Number("f-ladder"),
                    "和",
                    Inline.Number("t-ladder"),
                    "。",
                ])
            );
            blocks.Add(
                new Figure(GuidanceLadder.Of(guidance, Typography.ReportWidth * 0.8, Typography.ReportFigures))
                {
                    Id = "f-ladder",
                    Title = "指导阶梯",
                }
            );
            blocks.Add(new KeepTogether([FactBlocks.Of(GuidanceFacts.Ladder(guidance).Turned("项目"), "t-ladder")]));
        }

        if (period.Activities is { Totals.Length: > 0 } activities)
        {
            blocks.Add(new SectionHeading(2, "服务活动") { Number = $"（{Numerals.Han(++part)}）" });
            blocks.Add(new Paragraph([activities.Finding, "见", Inline.Number("t-activities"), "。"]));
            blocks.Add(new KeepTogether([Activities(activities)]));
        }

        return part == 0
            ? null
            : new Chapter(
                "任务办理与指导服务",
                period.Tasks?.Finding ?? period.Guidance?.Finding ?? "",
                blocks.ToImmutable()
            );
    }

    private static Table Activities(ActivitySummary activities) =>
        new()
        {
            Id = "t-activities",
            Title = "服务活动情况",
            Columns = [TableColumn.Share(1.4), .. Enumerable.Repeat(TableColumn.Share(1, CellAlignment.Centre), 4)],
            Head = [Tables.Head("类型", "活动（项）", "场次（场）", "参与（人）", "参与（人次）")],
            Rows =
            [
                .. activities.Totals.Select(t => new TableRow([
                    t.Kind,
                    Numerals.Count(t.Activities),
                    Numerals.Count(t.Sessions),
                    People(t.People, t.Approximate),
                    People(t.Attendances, t.Approximate),
                ])),
            ],
            Notes = ["注：人与人次不相加；含约数的合计前加“约”。"],
        };

    private static string People(int count, bool approximate) =>
        count == 0 ? Numerals.None : (approximate ? "约" : "") + Numerals.Thousands(count);
}
