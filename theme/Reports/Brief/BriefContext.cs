using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Office;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>What the sections of a brief are made from: the district or one town.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="Period">Period.</param>
/// <param name="Subject">The district or a town.</param>
internal sealed record BriefContext(Edition Edition, PeriodEdition Period, UnionResult Subject)
{
    /// <summary>The period with its names, of the office's brief alone; null in a public one.</summary>
    public OfficePeriod? Office => Period as OfficePeriod;

    /// <summary>True for the public version（公开版）: no names in guidance.</summary>
    public bool IsPublic => Office is null;

    /// <summary>Width of the type area, points.</summary>
    public static double Width => Typography.BriefPage.BodyWidth;

    /// <summary>True for the district's brief.</summary>
    public bool IsDistrict => Subject.Organisation.Level == Level.District;

    /// <summary>True when something of a town belongs into this brief.</summary>
    public bool Covers(string town) => IsDistrict || string.Equals(town, Subject.Code, StringComparison.Ordinal);

    /// <summary>True when only the most important items are taken, because the brief would need a third page.</summary>
    public bool Short { get; init; }

    /// <summary>Style of the body, which the sections derive theirs from.</summary>
    public required StyleSheet Styles { get; init; }
}

/// <summary>
/// A section of the brief: words of its heading and its blocks; no blocks when there is nothing to say.
/// </summary>
internal sealed record BriefSection(string Title, Func<BriefContext, ImmutableArray<DocumentBlock>> Blocks);
