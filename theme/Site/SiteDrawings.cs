using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme.Site;

/// <summary>A figure on a page（图）.</summary>
/// <param name="Kind">Class: radar, strip, trend ….</param>
/// <param name="Svg">Inline SVG.</param>
/// <param name="Caption">图题, below the figure.</param>
public readonly record struct SiteChart(string Kind, MarkupString Svg, string Caption);

/// <summary>Which charts stand on which page（各页的图）; what they look like is decided in Charts.</summary>
public static class SiteDrawings
{
    public static ImmutableArray<SiteChart> Distributions(SitePage page, PeriodEdition p) => [];

    public static ImmutableArray<SiteChart> IndexStrips(SitePage page, PeriodEdition p, IndexKey key) => [];

    public static ImmutableArray<SiteChart> IndicatorStrips(SitePage page, PeriodEdition p, IndicatorView indicator) => [];

    public static ImmutableArray<SiteChart> Portrait(SitePage page, PeriodEdition p, UnionResult result) => [];

    public static ImmutableArray<SiteChart> Losses(SitePage page, PeriodEdition p, UnionResult result) => [];

    public static ImmutableArray<SiteChart> Trend(SitePage page, UnionHistory history) => [];
}
