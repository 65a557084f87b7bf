using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Results;

/// <summary>What the members of a population have in common（条件）.</summary>
public enum PopulationCondition
{
    /// <summary>正常 or 新建, and public.</summary>
    Counted,

    /// <summary>有总指数.</summary>
    Scored,

    /// <summary>参加排名.</summary>
    Ranked,

    /// <summary>有可比变化.</summary>
    Compared,
}

/// <summary>
/// A population（总体）: who is spoken of, on what condition, and who was left out. Captions, counts, notes, rows, lists of
/// most, medians and the sentences about them are all taken from one, so that they cannot speak of different units.
/// </summary>
/// <param name="Level">Towns, or grass-roots unions.</param>
/// <param name="Condition">What the members have in common.</param>
/// <param name="Members">The members, by code.</param>
/// <param name="LeftOut">Public units of the level that are not members, by code.</param>
/// <param name="Hidden">Units that stand and are not public: counted, never named.</param>
public sealed record Population(
    Level Level,
    PopulationCondition Condition,
    ImmutableArray<UnionResult> Members,
    ImmutableArray<UnionResult> LeftOut,
    int Hidden
)
{
    /// <summary>How many members.</summary>
    public int Count => Members.Length;

    /// <summary>Of those left out, who stands no more.</summary>
    public IEnumerable<UnionResult> Ended => LeftOut.Where(u => !u.Standing.Counts);

    /// <summary>Who of all units of a level is counted.</summary>
    internal static Population Of(Level level, ImmutableArray<UnionResult> units, int hidden)
    {
        var counted = units.ToLookup(u => u.Standing.Counts);
        return new(level, PopulationCondition.Counted, [.. counted[true]], [.. counted[false]], hidden);
    }

    /// <summary>The members that meet a further condition; the others are left out as well.</summary>
    public Population With(PopulationCondition condition)
    {
        var meeting = Members.ToLookup(u => Meets(u, condition));
        return this with
        {
            Condition = condition,
            Members = [.. meeting[true]],
            LeftOut = [.. LeftOut.Concat(meeting[false]).OrderBy(u => u.Code, StringComparer.Ordinal)],
        };
    }

    /// <summary>The members of one upper unit, and who of it is left out.</summary>
    public Population Below(string parent) =>
        this with
        {
            Members = [.. Members.Where(u => u.Organisation.Parent == parent)],
            LeftOut = [.. LeftOut.Where(u => u.Organisation.Parent == parent)],
            Hidden = 0,
        };

    private static bool Meets(UnionResult unit, PopulationCondition condition) =>
        condition switch
        {
            PopulationCondition.Scored => unit.Total is not null,
            PopulationCondition.Ranked => unit.Ranking.IsRanked,
            PopulationCondition.Compared => unit.Change?.Comparable is not null,
            _ => true,
        };
}

/// <summary>Who moved most（变动最大）, ranked or not: whoever is compared can be named.</summary>
/// <param name="Compared">The population: units with a comparable change.</param>
public sealed record Movers(Population Compared)
{
    /// <summary>Rises, largest first.</summary>
    public IEnumerable<UnionResult> Rising =>
        Compared
            .Members.Where(u => u.Change!.Comparable > 0m)
            .OrderByDescending(u => u.Change!.Comparable)
            .ThenBy(u => u.Code, StringComparer.Ordinal);

    /// <summary>Falls, largest first.</summary>
    public IEnumerable<UnionResult> Falling =>
        Compared
            .Members.Where(u => u.Change!.Comparable < 0m)
            .OrderBy(u => u.Change!.Comparable)
            .ThenBy(u => u.Code, StringComparer.Ordinal);
}
