using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.GuidanceLadder;

/// <summary>Counts of the guidance ladder（指导阶梯）.</summary>
internal static class GuidanceComposer
{
    /// <summary>
    /// Counts of a period; null when it has no guidance. A matter is one organisation's task, or where no task is named
    /// its 事由; it ended at the highest rung it reached.
    /// </summary>
    /// <param name="data">Data of the period.</param>
    /// <param name="holds">True when a unit still has to act on a task.</param>
    public static GuidanceSummary? Of(PeriodData data, Func<string, string, bool> holds)
    {
        if (data.Guidance.IsEmpty)
        {
            return null;
        }

        var last = data
            .Guidance.GroupBy(g => (g.Organisation, g.Task ?? g.Matter))
            .Select(g => g.OrderBy(x => x.Rung).ThenBy(x => x.IssuedOn).Last())
            .ToList();
        return new GuidanceSummary(
            data.Period,
            [.. Vocabulary.Rungs.Select(r => data.Guidance.Count(g => g.Rung == r))],
            [.. Vocabulary.Rungs.Select(r => last.Count(g => g.Rung == r))],
            [.. Vocabulary.Rungs.Select(r => data.Guidance.Count(g => g.Rung == r && g.RectifiedOn is not null))],
            last.Count(g => g.RectifiedOn is not null),
            last.Count(g => g is { RectifiedOn: not null, Task: { } task } && holds(g.Organisation, task))
        );
    }
}
