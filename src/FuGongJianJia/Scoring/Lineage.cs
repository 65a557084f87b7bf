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
/// <param name="Unions">Union numbers in the base period, by code; none for <see cref="OriginKind.None"/>.</param>
public sealed record Origin(OriginKind Kind, ImmutableArray<int> Unions)
{
    internal static Origin Unknown { get; } = new(OriginKind.None, []);
}

/// <summary>
/// Who a union was in the base period（沿革）. The same code is the same union. A new code whose 沿革编码 names one that stands
/// no more is that union
/// recoded; one that names several, or that others were merged into, is all of them together. A union that a new code
/// names while it stands, or
/// that several new codes name, was split: neither part is what the whole was.
/// </summary>
internal sealed class Lineage
{
    private readonly PeriodScores _now;
    private readonly PeriodScores _then;
    private readonly ILookup<string, string> _mergedInto;
    private readonly HashSet<string> _split;

    public Lineage(PeriodScores now, PeriodScores then)
    {
        (this._now, this._then) = (now, then);

        // Merged during the period: standing then, 合并 now, pointing at where it went.
        _mergedInto = now
            .Organisations.Where(o => o.Status == OrganisationStatus.Merged && Stood(o.Code))
            .SelectMany(o => o.Lineage.Select(into => (From: o.Code, Into: into)))
            .ToLookup(x => x.Into, x => x.From, StringComparer.Ordinal);

        // Named as origin by a new code while it stands itself, or by more than one.
        var heirs = now
            .Organisations.Where(o => Stands(o) && !Stood(o.Code))
            .SelectMany(o => o.Lineage.Distinct(StringComparer.Ordinal))
            .Where(Stood)
            .GroupBy(c => c, StringComparer.Ordinal);
        _split = heirs.Where(g => g.Count() > 1 || !Gone(g.Key)).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Origin of a union of this period.</summary>
    public Origin Of(int union)
    {
        var organisation = _now.Organisations[union];
        if (!Stands(organisation))
        {
            return Origin.Unknown;
        }

        var same = _then.NumberOf(organisation.Code);
        if (same >= 0 && organisation.Lineage.IsEmpty && _mergedInto.Count == 0 && _split.Count == 0)
        {
            return new(OriginKind.Same, [same]);
        }

        // A union that exists stays itself, and what went into it comes to it; a new one is what its lineage names.
        var codes = organisation
            .Lineage.Where(c => same >= 0 ? Gone(c) : Stood(c))
            .Concat(_mergedInto[organisation.Code])
            .Concat(same >= 0 ? [organisation.Code] : [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        ImmutableArray<int> unions = [.. codes.Select(_then.NumberOf)];
        return codes.Count == 0 ? Origin.Unknown
            : codes.Exists(_split.Contains) ? new(OriginKind.Split, unions)
            : codes.Count > 1 ? new(OriginKind.Merged, unions)
            : new(same >= 0 ? OriginKind.Same : OriginKind.Recoded, unions);
    }

    private static bool Stands(Organisation organisation) =>
        organisation.Status is OrganisationStatus.Normal or OrganisationStatus.New;

    private bool Stood(string code) => _then.NumberOf(code) is >= 0 and var n && Stands(_then.Organisations[n]);

    private bool Gone(string code) =>
        Stood(code) && (_now.NumberOf(code) is < 0 || !Stands(_now.Organisations[_now.NumberOf(code)]));
}
