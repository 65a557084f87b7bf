using System.Collections.Immutable;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>Commendations and cases of the town and its unions in the year.</summary>
internal static class TownHonours
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context)
    {
        var period = context.Period.Period;
        var commendations = Commended.Of(context.Edition, period, c => context.Covers(c.Commendation.Organisation));
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        if (commendations.Length > 0)
        {
            blocks.Add(Commended.Table(commendations, "表彰名录"));
        }

        foreach (
            var story in context.Edition.Cases.Where(c =>
                !c.Elsewhere && c.Date >= period.Start && c.Date <= period.End && context.Covers(c.Organisation)
            )
        )
        {
            blocks.AddRange(CaseBlocks.Of(story, context.Period, context.Options));
        }

        return blocks.ToImmutable();
    }
}
