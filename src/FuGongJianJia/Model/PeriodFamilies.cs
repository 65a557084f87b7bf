using System.Collections.Immutable;

namespace FuGongJianJia.Model;

/// <summary>
/// Periods that lie within one another（同一时段的各期）: a year with its halves, quarters and months, as far as they are
/// published. What is told of one of them can be set against the others, so small numbers are protected in all of them
/// together.
/// </summary>
public static class PeriodFamilies
{
    /// <summary>
    /// Families of two or more: positions in <paramref name="periods"/> by longest first, then earliest. Every period
    /// is in one at most.
    /// </summary>
    public static ImmutableArray<ImmutableArray<int>> Of(IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return
        [
            .. Enumerable
                .Range(0, periods.Count)
                .Where(p => !periods.Any(other => other.Contains(periods[p])))
                .Select(outer =>
                    Enumerable
                        .Range(0, periods.Count)
                        .Where(p => p == outer || periods[outer].Contains(periods[p]))
                        .OrderBy(p => (int)periods[p].Kind)
                        .ThenBy(p => periods[p])
                        .ToImmutableArray()
                )
                .Where(family => family.Length > 1),
        ];
    }

    /// <summary>
    /// The longest periods of a family that lie within <paramref name="outer"/> and in no other that does: what would
    /// add up to it.
    /// </summary>
    public static ImmutableArray<int> PartsOf(int outer, ImmutableArray<int> family, IReadOnlyList<Period> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        var inside = family.Where(p => periods[outer].Contains(periods[p])).ToImmutableArray();
        return [.. inside.Where(p => !inside.Any(other => periods[other].Contains(periods[p])))];
    }
}
