using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>四、下步建议: the subject's own suggestions, largest gain first.</summary>
internal static class BriefNextSteps
{
    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context) =>
        [
            .. context
                .Subject.Suggestions.Take(context.Short ? 2 : 3)
                .Select((s, i) => (DocumentBlock)new Paragraph($"{i + 1}.{s}")),
        ];
}
