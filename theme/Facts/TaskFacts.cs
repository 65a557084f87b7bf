using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Theme.Facts;

/// <summary>Tasks as a table（任务表）.</summary>
internal static class TaskFacts
{
    /// <summary>How many tasks reached each of the eight steps, and how long the step took.</summary>
    public static FactTable Steps(TaskSummary tasks) =>
        FactTable.Of(
            "到达各步的任务与用时",
            "",
            tasks.Steps,
            ("步骤", s => s.Kind.Word()),
            ("到达任务（项）", s => Numerals.Thousands(s.Reached)),
            ("用时中位数（天）", s => Numerals.Plain(s.MedianDays)),
            ("九成不超过（天）", s => Numerals.Plain(s.NinetiethDays))
        ) with
        {
            Note = "用时从上一步起算。",
        };
}
