using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>
/// What was later found wrong in this sheet's figures（更正）; the mark stands behind the indicator's name.
/// </summary>
internal static class SheetCorrections
{
    /// <summary>Behind the name of a corrected indicator.</summary>
    public const string Mark = "※";

    private const int Most = 3;

    public static ImmutableArray<DocumentBlock> Blocks(SheetContext context)
    {
        var corrections = context.Union.Corrections;
        if (corrections.IsEmpty)
        {
            return [];
        }

        var rest = corrections.Length - Most;
        return
        [
            .. corrections.Take(Most).Select(c => Line(Mark + Sentence(c))),
            .. rest > 0
                ? (DocumentBlock[])[Line(FormattableString.Invariant($"{Mark}另有{rest}处更正，见本工会网页。"))]
                : [],
        ];
    }

    /// <summary>Date, what, old and new value, reason.</summary>
    public static string Sentence(CorrectionView view)
    {
        var c = view.Correction;
        var what = view.IndicatorName.Length > 0 ? view.IndicatorName : "其他内容";
        var reason = c.Reason.Length == 0 || c.Reason[^1] is '。' or '！' or '？' ? c.Reason : c.Reason + "。";
        return $"{Numerals.Date(c.On)}更正：{what}，原值{c.Before}，更正为{c.After}。{reason}";
    }

    private static Paragraph Line(string text) => new(text) { Style = Typography.Fine };
}
