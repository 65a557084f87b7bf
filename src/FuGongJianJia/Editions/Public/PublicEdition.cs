using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace FuGongJianJia.Editions.Public;

/// <summary>
/// The edition that the public sees（公开版）: what site, reports, open data and search are made from. Only the stage
/// Protection makes one, and nothing that it left out can be reached from here.
/// </summary>
public sealed record PublicEdition : Edition
{
    [SetsRequiredMembers]
    internal PublicEdition(Edition shown, ImmutableArray<PublicPeriod> periods)
        : base(shown) => Periods = periods;

    /// <summary>Periods, earliest first; never empty.</summary>
    public ImmutableArray<PublicPeriod> Periods { get; init; }

    /// <summary>The newest period, and of those ending the same day the longest.</summary>
    public PublicPeriod Latest => Periods[^1];

    /// <inheritdoc/>
    public override IReadOnlyList<PeriodEdition> AllPeriods => Periods;
}

/// <summary>One period of the public edition（一期公开版）.</summary>
public sealed record PublicPeriod : PeriodEdition
{
    [SetsRequiredMembers]
    internal PublicPeriod(PeriodEdition shown)
        : base(shown) { }
}
