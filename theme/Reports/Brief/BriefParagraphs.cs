using System.Collections.Immutable;
using FuGongJianJia.Editions.Briefs;
using FuGongJianJia.Text;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>进展、问题、责任、建议: paragraphs with the numbers that they need.</summary>
internal static class BriefParagraphs
{
    /// <summary>Paragraphs of a part.</summary>
    public static ImmutableArray<DocumentBlock> Of(BriefContext context, BriefPart part)
    {
        var facts = context.Text.Of(part);
        return
        [
            .. facts.Select(
                (text, n) =>
                    (DocumentBlock)
                        new Paragraph(
                            facts.Length == 1 ? text
                            : part == BriefPart.Advice ? $"{Numerals.Count(n + 1)}.{text}"
                            : [Inline.Kai($"（{Numerals.Han(n + 1)}）"), text]
                        )
            ),
        ];
    }
}
