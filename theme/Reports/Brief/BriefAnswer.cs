using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>Title and the one paragraph that answers（结论先行）.</summary>
internal static class BriefAnswer
{
    /// <summary>Title of the brief.</summary>
    public static string Title(BriefContext context) =>
        (context.IsDistrict ? "" : context.Subject.Organisation.ShortName)
        + $"{context.Period.Period.Title}五大指数运行情况";

    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var words = context.IsDistrict ? context.Period.Finding : context.Subject.Finding;
        // U+200B: the title may break after the period, never inside a word.
        var title = Title(context)
            .Replace(context.Period.Period.Title, context.Period.Period.Title + "\u200B", StringComparison.Ordinal);
        DocumentBlock[] answer = [new TitleBlock(title), new Paragraph(words)];
        return context.Period.Scope.Length == 0
            ? [.. answer]
            : [.. answer, new Paragraph("注：" + context.Period.Scope) { Style = Typography.Small }];
    }
}
