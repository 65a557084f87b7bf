using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>
/// What was later found wrong in this sheet's figures（更正）; the mark stands behind the indicator's name.
/// </summary>
internal static class SheetCorrections
{
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
            .. corrections.Take(Most).Select(c => Line(Tables.Corrected + c.Sentence)),
            .. rest > 0
                ? (DocumentBlock[])
                    [Line(FormattableString.Invariant($"{Tables.Corrected}另有{rest}处更正，见本工会网页。"))]
                : [],
        ];
    }

    private static Paragraph Line(string text) => new(text) { Style = Typography.Fine };
}
