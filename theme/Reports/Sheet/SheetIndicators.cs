using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Sheet;

/// <summary>Radar at the left, the indicators with their bars at the right.</summary>
internal static class SheetIndicators
{
    private const double Left = 160;
    private const double BarWidth = 50;
    private const double BarHeight = 6.5;

    public static ImmutableArray<DocumentBlock> Blocks(SheetContext context) =>
        context.Union.IsOnlyStatus
            ? []
            :
            [
                new Grid([
                    new GridColumn(
                        ColumnWidth.Fixed(Left),
                        [
                            new Figure(Radar.Of(context.Union, Left, ChartStyle.Paper)) { Space = 0 },
                            .. Suggestions(context.Union),
                            .. Reading(context),
                        ]
                    ),
                    new GridColumn(ColumnWidth.Fraction(1), [Indicators(context.Union)]),
                ])
                {
                    Gap = 13,
                },
            ];

    private static IEnumerable<DocumentBlock> Suggestions(UnionResult union) =>
        union.Suggestions.IsEmpty
            ? []
            : [Title("下步建议"), .. union.Suggestions.Take(3).Select(s => new Paragraph(s))];

    private static IEnumerable<DocumentBlock> Reading(SheetContext context)
    {
        var settings = context.Edition.Settings;
        var missing = settings.MissingScoresZero ? "缺报按零分计" : "缺报不计分，由覆盖率反映";
        return
        [
            Title("怎样读"),
            new Paragraph(
                $"每项指标按得分占分值的多少计分，各指数以0～100分表示；竖线为目标，条到竖线即得满分，超过的部分不多计。虚线空框为缺报或存疑，{missing}；斜线为不适用，不进入计分。"
            )
            {
                Style = Typography.Fine with { Leading = 12.5 },
            },
            new Paragraph(
                $"覆盖率低于{Numerals.Plain(settings.RankMinimumCoverage)}%或组内不足{settings.RankMinimumGroup}家的只公布数值，不参加排名。"
            )
            {
                Style = Typography.Fine with { Leading = 12.5 },
            },
        ];
    }

    private static Paragraph Title(string text) => new(text) { Style = Typography.Sheet.Headings[0] };

    private static Table Indicators(UnionResult union)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>(union.Indicators.Length);
        var all = union.Indicators;
        for (var i = 0; i < all.Length; i++)
        {
            var item = all[i];
            var first = i == 0 || all[i - 1].Indicator.Index != item.Indicator.Index;
            var cells = ImmutableArray.CreateBuilder<TableCell>(6);
            if (first)
            {
                var count = 1;
                while (i + count < all.Length && all[i + count].Indicator.Index == item.Indicator.Index)
                {
                    count++;
                }

                cells.Add(
                    ((TableCell)Tables.Seal(item.Indicator.Index, 10)) with
                    {
                        RowSpan = count,
                        VerticalAlign = VerticalAlignment.Top,
                        IsHead = true,
                    }
                );
            }

            var quiet = !item.IsScored;
            cells.Add(
                new TableCell
                {
                    Content = union.IsCorrected(item.Code)
                        ? item.Indicator.Name + Tables.Corrected
                        : item.Indicator.Name,
                    IsHead = true,
                }
            );
            cells.Add(
                new TableCell
                {
                    Content = quiet
                        ? item.State == ObservationState.NotApplicable
                            ? "不适用"
                            : item.State.Word()
                        : item.ValueWithUnit,
                    Ink = quiet ? Palette.Second : null,
                }
            );
            cells.Add(new TableCell { Content = item.TargetText, Ink = Palette.Second });
            cells.Add(
                new TableCell
                {
                    Blocks =
                    [
                        new Figure(IndicatorBars.Row(item, BarWidth, BarHeight, ChartStyle.Paper))
                        {
                            Decorative = true,
                            Space = 0,
                            Align = TextAlignment.Left,
                        },
                    ],
                }
            );
            cells.Add(new TableCell { Content = item.PointsText, Ink = item.Points is null ? Palette.Second : null });
            rows.Add(new TableRow(cells.ToImmutable()) { RuleAbove = first && i > 0 ? 0.3 : null });
        }

        return new Table
        {
            Columns =
            [
                TableColumn.Fixed(17, CellAlignment.Centre),
                TableColumn.Share(1),
                TableColumn.Content(CellAlignment.Right),
                TableColumn.Content(CellAlignment.Right),
                TableColumn.Fixed(BarWidth + 8),
                TableColumn.Content(CellAlignment.Right),
            ],
            Head =
            [
                new TableRow([
                    new TableCell
                    {
                        Content = "指标",
                        ColumnSpan = 2,
                        Align = CellAlignment.Left,
                    },
                    "数值",
                    "目标",
                    "达标",
                    "得分/分值",
                ]),
            ],
            Rows = rows.ToImmutable(),
            HeadColumns = 2,
        };
    }
}
