using System.Collections.Immutable;

namespace FuGongJianJia.Editions.Office;

/// <summary>
/// The edition of the office（内部版）: with places whatever the settings say of the public, guidance by name, overdue work
/// and missing values. Briefs and lists are made from it, and from it, by the stage Protection, the public edition.
/// </summary>
public sealed record OfficeEdition : Edition
{
    /// <summary>Periods, earliest first; never empty.</summary>
    public required ImmutableArray<OfficePeriod> Periods { get; init; }

    /// <summary>Every rung of guidance with its letter（指导函）, by date, then code.</summary>
    public ImmutableArray<GuidanceLetter> Letters { get; init; } = [];

    /// <summary>The newest period, and of those ending the same day the longest.</summary>
    public OfficePeriod Latest => Periods[^1];

    /// <summary>What people wrote for briefs（简报里手写的部分）, by period, then town.</summary>
    public ImmutableArray<BriefWriting> Briefs { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<PeriodEdition> AllPeriods => Periods;
}
