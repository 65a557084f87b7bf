using System.Collections.Immutable;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>
/// What lost most and what it would earn; the QR code of the union's page beside it where the site's address is known.
/// </summary>
internal static class SheetLosses
{
    public static ImmutableArray<DocumentBlock> Blocks(SheetContext context)
    {
        if (!context.Union.Standing.Counts)
        {
            return [];
        }

        var width = context.Code is null ? SheetContext.Width : SheetContext.Width - Typography.SheetCode - 34;
        DocumentBlock losses = context.Union.Losses.Any(l => l.Gain is > 0m)
            ? new Figure(LostPoints.Of(context.Union, context.Losses, width, ChartStyle.Paper))
            {
                Space = 0,
                Align = TextAlignment.Left,
            }
            : new Paragraph(
                context.Union.Indicators.Any(i => i.IsScored)
                    ? "公布得分的各项均为满分，没有失分。"
                    : "没有可计分的指标。"
            );
        DocumentBlock[] said =
        [
            new Paragraph("失分与补齐后总指数可增的分") { Style = Typography.Sheet.Headings[0] },
            losses,
        ];
        var rule = new HorizontalRule(0.4)
        {
            Ink = Palette.Hairline,
            Before = 6,
            After = 2,
        };
        return context.Code is not { } code
            ? [rule, .. said]
            :
            [
                rule,
                new Grid([
                    new GridColumn(ColumnWidth.Fixed(width), [.. said]),
                    new GridColumn(
                        ColumnWidth.Fraction(1),
                        [
                            new Figure(code) { Space = 0 },
                            new Paragraph("扫码看本页网上版")
                            {
                                Style = Typography.Fine with { Align = TextAlignment.Centre },
                            },
                        ]
                    ),
                ])
                {
                    Gap = 20,
                    Align = VerticalAlignment.Bottom,
                },
            ];
    }
}
