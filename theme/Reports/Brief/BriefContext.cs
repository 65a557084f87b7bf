using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>What the sections of a brief are made from: the district or one town.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="Period">Period.</param>
/// <param name="Subject">The district or a town.</param>
internal sealed record BriefContext(Edition Edition, PeriodEdition Period, UnionResult Subject)
{
    /// <summary>True for the public version（公开版）: no names in guidance.</summary>
    public bool IsPublic => Period is not OfficePeriod;

    /// <summary>True for the district's brief.</summary>
    public bool IsDistrict => Subject.Organisation.Level == Level.District;

    /// <summary>What it says, as much as there is room for.</summary>
    public required BriefText Text { get; init; }

    /// <summary>How it is set.</summary>
    public required BriefForm Form { get; init; }

    /// <summary>Its table; null where there is none, or no room for it.</summary>
    public BriefSheet? Sheet { get; init; }
}

/// <summary>
/// A section of the brief: words of its heading and its blocks; no blocks when there is nothing to say.
/// </summary>
internal sealed record BriefSection(string Title, Func<BriefContext, ImmutableArray<DocumentBlock>> Blocks);
