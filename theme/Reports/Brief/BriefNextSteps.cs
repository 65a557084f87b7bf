using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>四、下步建议: the edition's own suggestions, largest gain first.</summary>
internal static class BriefNextSteps
{
    private const int Most = 3;

    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context) =>
        [.. context.Subject.Suggestions.Take(Most).Select((s, i) => (DocumentBlock)new Paragraph($"{i + 1}.{s}"))];
}
