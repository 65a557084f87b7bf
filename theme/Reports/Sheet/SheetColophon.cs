using System.Collections.Immutable;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>Colophon（版记）at the foot of the sheet: dates, version, fingerprint, address.</summary>
internal static class SheetColophon
{
    public static ImmutableArray<DocumentBlock> Blocks(SheetContext context)
    {
        return
        [
            new BottomBlock([
                new HorizontalRule(0.4) { Ink = Palette.Hairline, After = 3 },
                new Paragraph(Furniture.Colophon(context.Edition, context.Period)) { Style = Typography.Fine },
                .. context.Address.Length > 0
                    ?
                    [
                        new Paragraph(["网上版：", Inline.LinkTo(context.Address, context.Address)])
                        {
                            Style = Typography.Fine,
                        },
                    ]
                    : Array.Empty<DocumentBlock>(),
            ]),
        ];
    }
}
