using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// How a union came about since the base period（来历）, and with it what its change is measured against. A name that is
/// not for the reader, of a union that is not public, is null.
/// </summary>
public abstract record Ancestry
{
    private Ancestry() { }

    /// <summary>The base period.</summary>
    public required Period Base { get; init; }

    /// <summary>Several became one（合并）.</summary>
    /// <param name="Former">Names of the others.</param>
    /// <param name="Stays">True when they went into this union, false when it is new.</param>
    /// <param name="FormerTotal">
    /// Total of all together in the base period, rounded; null when it cannot be compared with.
    /// </param>
    public sealed record Merged(ImmutableArray<string?> Former, bool Stays, decimal? FormerTotal) : Ancestry;

    /// <summary>One became several（分设）.</summary>
    /// <param name="Former">Names of the others that it came from.</param>
    /// <param name="Stays">True when others were split off this union.</param>
    public sealed record Split(ImmutableArray<string?> Former, bool Stays) : Ancestry;

    /// <summary>The same union under another code（换编码）.</summary>
    /// <param name="Former">Its names under the other code.</param>
    public sealed record Recoded(ImmutableArray<string?> Former) : Ancestry;

    /// <summary>The same union under another name（更名）.</summary>
    /// <param name="Name">The former name.</param>
    public sealed record Renamed(string Name) : Ancestry;

    /// <summary>Of a union; null when nothing happened to it since the base period.</summary>
    /// <param name="scores">Scores of the period.</param>
    /// <param name="union">The union.</param>
    /// <param name="office">True names unions that are not public too, for the office.</param>
    internal static Ancestry? Of(PeriodScores scores, ScoredUnion union, bool office = false)
    {
        if (scores.Base is not { Period: var then })
        {
            return null;
        }

        var (organisation, origin) = (union.Organisation, union.Origin);
        if (origin.Kind == OriginKind.Same)
        {
            var before = origin.Unions[0].Organisation;
            return before.Name != organisation.Name && (before.IsPublic || office)
                ? new Renamed(before.Name) { Base = then }
                : null;
        }

        var stays = origin.Unions.Any(u => u.Organisation.Code == organisation.Code);
        ImmutableArray<string?> names =
        [
            .. origin
                .Unions.Select(u => u.Organisation)
                .Where(o => o.Code != organisation.Code)
                .Select(o => o.IsPublic || office ? o.Name : null),
        ];
        return origin.Kind switch
        {
            OriginKind.Merged => new Merged(
                names,
                stays,
                union is { Change.Comparable: not null, Past: { } past } ? past.Total : null
            )
            {
                Base = then,
            },
            OriginKind.Split => new Split(names, stays) { Base = then },
            OriginKind.Recoded => new Recoded(names) { Base = then },
            _ => null,
        };
    }
}
