using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>The town among its peers: a strip an index.</summary>
internal static class TownPeers
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context)
    {
        var ranked = context.Period.PopulationOf(Level.Town).With(PopulationCondition.Ranked);
        var lanes = DistributionStrip.Mark(
            DistributionStrip.Lanes(ranked.Members, context.Edition.Settings),
            context.Town
        );
        return lanes[0].Peers.Length < 2
            ? []
            :
            [
                new Paragraph([
                    Inline.Number("f-peers"),
                    "中红点为本镇街，横条为居中一半的镇街，竖线为中位数，两端为最低和最高。",
                ]),
                new Figure(
                    DistributionStrip.Of(
                        context.Town.Organisation.ShortName,
                        ranked.Counted,
                        lanes,
                        Typography.ReportWidth,
                        Typography.ReportFigures
                    )
                )
                {
                    Id = "f-peers",
                    Title = "在各镇街中的位置",
                },
            ];
    }
}
