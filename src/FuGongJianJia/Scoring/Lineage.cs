using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Where a union came from since the base period（沿革）.</summary>
public enum OriginKind : byte
{
    /// <summary>It did not stand then, or stands no more.</summary>
    None,

    /// <summary>The same code then and now, renamed or not.</summary>
    Same,

    /// <summary>One union under another code（换编码）.</summary>
    Recoded,

    /// <summary>Several unions became one（合并）: compared with all of them together.</summary>
    Merged,

    /// <summary>One union became several（分设）: not comparable.</summary>
    Split,
}

/// <summary>Origin of a union（来历）.</summary>
/// <param name="Kind">How it came about.</param>
/// <param name="Unions">Unions of the base period, by code; none for <see cref="OriginKind.None"/>.</param>
public sealed record Origin(OriginKind Kind, ImmutableArray<ScoredUnion> Unions)
{
    internal static Origin Unknown { get; } = new(OriginKind.None, []);
}

/// <summary>
/// Who a union was in the base period（沿革）. The same code is the same union. A new code whose 沿革编码 names one that
/// stands no more is that union recoded; one that names several, or that others were merged into, is all of them
/// together. A union that a new code names while it stands, or that several new codes name, was split: neither part is
/// what the whole was.
/// </summary>
internal sealed class Lineage
{
    private readonly PeriodScores _now;
    private readonly PeriodScores _then;
    private readonly ILookup<string, string> _mergedInto;
    private readonly HashSet<string> _split;

    public Lineage(PeriodScores now, PeriodScores then)
    {
        (_now, _then) = (now, then);

        // Merged during the period: standing then, 合并 now, pointing at where it went.
        _mergedInto = now
            .Unions.Select(u => u.Organisation)
            .Where(o => o.Status == OrganisationStatus.Merged && Stood(o.Code))
            .SelectMany(o => o.Lineage.Select(into => (From: o.Code, Into: into)))
            .ToLookup(x => x.Into, x => x.From, StringComparer.Ordinal);

        // Named as origin by a new code while it stands itself, or by more than one.
        var heirs = now
            .Unions.Select(u => u.Organisation)
            .Where(o => Stands(o) && !Stood(o.Code))
            .SelectMany(o => o.Lineage.Distinct(StringComparer.Ordinal))
            .Where(Stood)
            .GroupBy(c => c, StringComparer.Ordinal);
        _split = heirs.Where(g => g.Count() > 1 || !Gone(g.Key)).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Origin of a union of this period.</summary>
    public Origin Of(Organisation organisation)
    {
        if (!Stands(organisation))
        {
            return Origin.Unknown;
        }

        // A union that exists stays itself, and what went into it comes to it; a new one is what its lineage names.
        var same = _then.Find(organisation.Code);
        if (same is not null && organisation.Lineage.IsEmpty && _mergedInto.Count == 0 && _split.Count == 0)
        {
            return new(OriginKind.Same, [same]);
        }

        var codes = organisation
            .Lineage.Where(c => same is not null ? Gone(c) : Stood(c))
            .Concat(_mergedInto[organisation.Code])
            .Concat(same is not null ? [organisation.Code] : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        ImmutableArray<ScoredUnion> unions = [.. codes.Select(c => _then.Find(c)!)];
        return codes.Count == 0 ? Origin.Unknown
            : codes.Exists(_split.Contains) ? new(OriginKind.Split, unions)
            : codes.Count > 1 ? new(OriginKind.Merged, unions)
            : new(same is not null ? OriginKind.Same : OriginKind.Recoded, unions);
    }

    private static bool Stands(Organisation? organisation) =>
        organisation is { Status: OrganisationStatus.Normal or OrganisationStatus.New };

    private bool Stood(string code) => Stands(_then.Find(code)?.Organisation);

    private bool Gone(string code) => Stood(code) && !Stands(_now.Find(code)?.Organisation);
}
