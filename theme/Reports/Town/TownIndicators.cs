using System.Collections.Immutable;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Annual;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>All indicators as bars with target marks.</summary>
internal static class TownIndicators
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context) =>
        context.Town.Indicators.IsEmpty
            ? []
            :
            [
                new Figure(IndicatorBars.Of(context.Town, AnnualContext.Width, ChartStyle.Paper))
                {
                    Title = "各项指标达标情况",
                },
            ];
}
