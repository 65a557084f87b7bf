using System.Collections.Immutable;
using FuGongJianJia.Editions.Histories;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Pictures;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>What the chapters of an annual report are made from.</summary>
/// <param name="Edition">Edition.</param>
/// <param name="Period">The year.</param>
/// <param name="Images">案例图片, by path below input/.</param>
internal sealed record AnnualContext(
    PublicEdition Edition,
    PublicPeriod Period,
    ImmutableSortedDictionary<string, Picture> Images
)
{
    /// <summary>校验值 of the year's open data; empty when not known.</summary>
    public string DataDigest { get; init; } = "";

    /// <summary>History of the district up to this year; null when there is none.</summary>
    public UnionHistory? DistrictHistory =>
        Edition
            .Histories.FirstOrDefault(h => string.Equals(h.Code, Period.District.Code, StringComparison.Ordinal))
            ?.Until(Period.Period);
}

/// <summary>A chapter（章）: its finding in one sentence, then figure, table, words.</summary>
internal sealed record Chapter(string Title, string Finding, ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>Short appendices follow one another on a page.</summary>
    public bool OnNewPage { get; init; } = true;
}

/// <summary>Makes a chapter or an appendix; null when its data are absent.</summary>
internal delegate Chapter? ChapterSource(AnnualContext context);
