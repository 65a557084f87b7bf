using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>附录: catalogue of indicators（指标目录）with rule, points, pooling and definition.</summary>
internal static class CatalogueAppendix
{
    public static Chapter Make(AnnualContext context)
    {
        var rows = context.Period.Indicators.SelectMany(view =>
            view.Variants.Select(
                (v, i) =>
                    new TableRow([
                        v.Code,
                        v.Name,
                        string.Join("、", v.Levels.Select(l => l.Word())),
                        v.Rule.Kind.Word()
                            + (
                                v.Rule.Text.Length > 0
                                    ? $"\u200B（{v.Rule.Text.Replace(";", "；", StringComparison.Ordinal)}）"
                                    : ""
                            ),
                        Numerals.Plain(v.Weight),
                        v.Aggregation.Word(),
                        Definition(v),
                    ])
                    {
                        RuleAbove = i == 0 ? 0.25 : null,
                    }
            )
        );
        return new Chapter(
            "指标目录",
            "",
            [
                new Paragraph([
                    "本期评价采用的指标见",
                    Inline.Number("t-catalogue"),
                    "。同一指标在不同层级规则不同的分行列出。",
                ]),
                new Table
                {
                    Id = "t-catalogue",
                    Title = "指标目录",
                    Look = Typography.Report.Table with
                    {
                        Text = new()
                        {
                            Role = Typesetting.Drawing.FontRole.Song,
                            Size = TypeSize.SmallFive,
                            Leading = 12.5,
                            Align = TextAlignment.Left,
                        },
                        Head = new()
                        {
                            Role = Typesetting.Drawing.FontRole.Hei,
                            Size = TypeSize.SmallFive,
                            Leading = 12.5,
                            Align = TextAlignment.Centre,
                        },
                        PaddingX = 3,
                        VerticalAlign = VerticalAlignment.Top,
                    },
                    Columns =
                    [
                        TableColumn.Content(),
                        TableColumn.Share(1.15),
                        TableColumn.Fixed(52),
                        TableColumn.Share(1),
                        TableColumn.Content(CellAlignment.Decimal),
                        TableColumn.Fixed(44),
                        TableColumn.Share(1.7),
                    ],
                    Head = [Tables.Head("编码", "指标", "层级", "规则", "分值", "汇总", "口径与来源")],
                    Rows = [.. rows],
                    HeadColumns = 2,
                },
            ]
        );
    }

    private static string Definition(Indicator v)
    {
        var parts = new List<string>(3) { v.Definition.TrimEnd('。') };
        if (v.Source.Length > 0)
        {
            parts.Add($"来源：{v.Source}");
        }

        if (v.ChangeNote.Length > 0)
        {
            parts.Add($"变更：{v.ChangeNote.TrimEnd('。')}");
        }

        return string.Join("。", parts.Where(p => p.Length > 0)) + "。";
    }
}
