using System.Collections.Immutable;
using FuGongJianJia.Theme.Reports.Annual;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>Tasks that the town or one of its unions took on.</summary>
internal static class TownTasks
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context)
    {
        var tasks = context.Period.Tasks?.Tasks.Where(t => t.Units.Any(context.Covers)).ToArray() ?? [];
        if (tasks.Length == 0)
        {
            return [];
        }

        var closed = tasks.Count(t => t.ClosedOn is not null);
        return
        [
            new Paragraph([
                $"本镇街及所属工会领办任务{tasks.Length}项，已办结{closed}项，见",
                Inline.Number("t-tasks"),
                "。",
            ]),
            WorkChapter.TaskList(tasks, "t-tasks", "领办任务"),
        ];
    }
}
