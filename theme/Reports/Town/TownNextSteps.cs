using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>The edition's suggestions for the town.</summary>
internal static class TownNextSteps
{
    public static ImmutableArray<DocumentBlock> Blocks(TownContext context) =>
        [.. context.Town.Suggestions.Select((s, i) => (DocumentBlock)new Paragraph($"{i + 1}.{s}"))];
}
