using System.Collections.Immutable;
using FuGongJianJia.Editions.Tasks;

namespace FuGongJianJia.Editions.Office;

/// <summary>Who must act next, and on what（在谁手里）: a row of the board of tasks.</summary>
/// <param name="Unit">Code of the holder.</param>
/// <param name="Name">Its name.</param>
/// <param name="Matters">What it holds, what has lain longest first.</param>
public sealed record TaskHolder(string Unit, string Name, ImmutableArray<TaskMatter> Matters)
{
    /// <summary>The longest that one of them has lain there, days.</summary>
    public int LongestDays => Matters[0].State.Days;

    /// <summary>How many of them it is to be reminded of.</summary>
    public int Pending => Matters.Count(m => m.State.IsPending);

    /// <summary>How many stand at a stage.</summary>
    public int At(ExecutorStage stage) => Matters.Count(m => m.State.Stage == stage);

    /// <summary>All holders: who has the most to be reminded of first, then the longest, then by code.</summary>
    public static ImmutableArray<TaskHolder> Of(ImmutableArray<TaskMatter> matters) =>
        [
            .. matters
                .Where(m => m.Holder is not null)
                .GroupBy(m => m.Holder!, StringComparer.Ordinal)
                .Select(g => new TaskHolder(
                    g.Key,
                    g.First().HolderName,
                    [
                        .. g.OrderByDescending(m => m.State.Days)
                            .ThenBy(m => m.DaysLeft)
                            .ThenBy(m => m.Task, StringComparer.Ordinal)
                            .ThenBy(m => m.Unit, StringComparer.Ordinal),
                    ]
                ))
                .OrderByDescending(h => h.Pending > 0)
                .ThenByDescending(h => h.LongestDays)
                .ThenByDescending(h => h.Matters.Length)
                .ThenBy(h => h.Unit, StringComparer.Ordinal),
        ];
}
