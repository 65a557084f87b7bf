using System.Collections.Immutable;
using FuGongJianJia.Editions.Tasks;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>Tasks that the town or one of its unions took on.</summary>
internal static class TownTasks
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context)
    {
        var tasks =
            context.Period.Tasks?.Tasks.Where(t => t.Executors.Any(e => context.Covers(e.Unit))).ToArray() ?? [];
        if (tasks.Length == 0)
        {
            return [];
        }

        // Of a task that others hold as well, the town answers for its own units.
        var own = tasks.SelectMany(t => t.Executors).Where(e => context.Covers(e.Unit)).ToArray();
        var settled = own.Count(e => e.Progress == ExecutorProgressKind.Settled);
        return
        [
            new Paragraph([
                $"本镇街及所属工会领办任务{tasks.Length}项、{own.Length}个单位次，办结{settled}个单位次。"
                    + "各项任务全部领办单位的情况见",
                Inline.Number("t-tasks"),
                "。",
            ]),
            TaskBlocks.List(tasks, "t-tasks", "领办任务"),
        ];
    }
}
