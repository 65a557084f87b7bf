using System.Collections.Immutable;
using FuGongJianJia.Editions.Activities;
using FuGongJianJia.Editions.GuidanceLadder;
using FuGongJianJia.Editions.Needs;
using FuGongJianJia.Theme.Facts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>Needs that the town and its unions reported, as far as small numbers allow.</summary>
internal static class TownNeedsSection
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context)
    {
        if (
            context.Period.TownNeeds.FirstOrDefault(n =>
                string.Equals(n.Town, context.Town.Code, StringComparison.Ordinal)
            )
            is not { } needs
        )
        {
            return [];
        }

        return
        [
            new Paragraph([needs.Finding.TrimEnd('。'), "，各类需求见", Inline.Number("t-needs"), "。"]),
            FactBlocks.Of(
                NeedFacts.Categories("职工需求", needs.Categories, context.Edition.Settings.SmallNumberThreshold),
                "t-needs"
            ),
        ];
    }
}
