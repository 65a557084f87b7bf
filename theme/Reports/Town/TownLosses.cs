using System.Collections.Immutable;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Annual;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>Lost points of the town.</summary>
internal static class TownLosses
{
    private const int Most = 8;

    public static ImmutableArray<DocumentBlock> Blocks(TownContext context) =>
        !context.Town.Losses.Any(l => l.Gain is > 0m)
            ? []
            :
            [
                new Figure(LostPoints.Of(context.Town, Most, AnnualContext.Width, AnnualContext.Style))
                {
                    Title = "失分补齐后总指数可增的分",
                },
            ];
}
