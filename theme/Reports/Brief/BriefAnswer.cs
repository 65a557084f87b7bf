using System.Collections.Immutable;
using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>Title, 按语 and the one paragraph that answers（结论先行）.</summary>
internal static class BriefAnswer
{
    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var text = context.Text;
        // U+200B: the title may break between two findings, never inside a word.
        var title = text.Title.Replace("\u3000", "\u3000\u200B", StringComparison.Ordinal);
        return
        [
            new TitleBlock(title),
            new Paragraph($"（{text.Subtitle}）") { Style = Typography.BriefSubtitle(context.Form.Styles) },
            .. text.Remark.Select(r =>
                (DocumentBlock)
                    new Paragraph(r)
                    {
                        Style = context.Form.Styles.Body with { Role = Typesetting.Drawing.FontRole.Kai },
                    }
            ),
            .. text.Of(BriefPart.Opening).Select(p => (DocumentBlock)new Paragraph(p)),
        ];
    }
}
