using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Tables.GuidanceLadder;
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
    /// <param name="executors">How many units have a task, by its code.</param>
    /// <param name="threshold">小数保护阈值: among fewer units a count would name one.</param>
    /// <param name="names">Who belongs to which town.</param>
    public static GuidanceSummary? Of(
        PeriodData data,
        Func<string, string, bool> holds,
        Func<string, int> executors,
        int threshold,
        OrganisationNames names
    )
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
            Issued(data.Guidance),
            [.. Vocabulary.Rungs.Select(r => last.Count(g => g.Rung == r))],
            [.. Vocabulary.Rungs.Select(r => data.Guidance.Count(g => g.Rung == r && g.RectifiedOn is not null))],
            last.Count(g => g.RectifiedOn is not null),
            last.Count(g => g is { RectifiedOn: not null, Task: { } task } && holds(g.Organisation, task))
        )
        {
            Subjects = Subjects(data, executors, threshold),
            Towns = Towns(data, threshold, names),
        };
    }

    /// <summary>How many were issued at each rung, mildest first.</summary>
    public static ImmutableArray<int> Issued(IEnumerable<Guidance> guidance)
    {
        var counts = new int[Vocabulary.Rungs.Length];
        foreach (var one in guidance)
        {
            counts[(int)one.Rung]++;
        }

        return [.. counts];
    }

    private static ImmutableArray<GuidanceSubject> Subjects(PeriodData data, Func<string, int> executors, int threshold)
    {
        var tasks = data.Tasks.Where(t => t.Indicator is not null).ToLookup(t => t.Indicator!, StringComparer.Ordinal);
        var told = tasks
            .Where(g => g.Sum(t => executors(t.Code)) >= threshold)
            .SelectMany(g => g, (g, task) => (task.Code, Indicator: g.Key))
            .ToDictionary(t => t.Code, t => t.Indicator, StringComparer.Ordinal);
        return
        [
            .. data
                .Guidance.GroupBy(g => g.Task is { } task ? told.GetValueOrDefault(task) : null)
                .OrderBy(g => g.Key is null)
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new GuidanceSubject(g.Key, Issued(g))),
        ];
    }

    // Of the unions below a town: a count that held the town's own would name it, and one of unions that were all
    // guided would name them.
    private static ImmutableArray<TownGuidance> Towns(PeriodData data, int threshold, OrganisationNames names)
    {
        var units = data
            .Organisations.Where(o =>
                o is { Level: Level.Grassroots, Status: OrganisationStatus.Normal or OrganisationStatus.New }
            )
            .CountBy(o => names.Town(o.Code), StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return
        [
            .. data
                .Guidance.Where(g => names.Level(g.Organisation) == Level.Grassroots)
                .GroupBy(g => names.Town(g.Organisation), StringComparer.Ordinal)
                .Where(g =>
                    names.Level(g.Key) == Level.Town
                    && units.GetValueOrDefault(g.Key) is var all
                    && all >= threshold
                    && g.DistinctBy(x => x.Organisation).Count() < all
                )
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new TownGuidance(g.Key, Issued(g))),
        ];
    }
}
