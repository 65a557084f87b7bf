using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 七、存在的主要问题: where the district loses points, which indicators most unions miss, what is not reported.
/// </summary>
internal static class ProblemsChapter
{
    private const int Most = 8;

    public static Chapter? Make(AnnualContext context)
    {
        var period = context.Period;
        var losses = period.District.Losses.ToArray();
        if (losses.Length == 0)
        {
            return null;
        }

        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(new SectionHeading(2, "全区失分较多的指标") { Number = "（一）" });
        blocks.Add(
            new Paragraph([
                "各项失分补齐后总指数可增的分见",
                Inline.Number("f-lost"),
                "，明细见",
                Inline.Number("t-lost"),
                "。",
            ])
        );
        blocks.Add(
            new Figure(LostPoints.Of(period.District, Most, Typography.ReportWidth, Typography.ReportFigures))
            {
                Id = "f-lost",
                Title = "全区失分与可增分",
            }
        );
        blocks.Add(Losses(losses));
        var part = 1;
        var low = LowShares(period);
        if (low.Length > 0)
        {
            blocks.Add(new SectionHeading(2, "基层工会失分面较广的指标") { Number = $"（{Numerals.Han(++part)}）" });
            blocks.Add(new Paragraph(["计分的基层工会中未得满分的比例较高的指标见", Inline.Number("t-wide"), "。"]));
            blocks.Add(Wide(low));
        }

        var unions = period.PopulationOf(Level.Grassroots).Members;
        var missing = unions
            .Concat(period.PopulationOf(Level.Town).Members)
            .Sum(u => u.Indicators.Count(i => !i.IsScored && i.State != ObservationState.NotApplicable));
        if (missing > 0)
        {
            var uncovered = unions.Count(u => u.Coverage < context.Edition.Settings.RankMinimumCoverage);
            blocks.Add(new SectionHeading(2, "数据缺口") { Number = $"（{Numerals.Han(++part)}）" });
            blocks.Add(
                new Paragraph(
                    $"镇街和基层工会共有{missing}个应报而缺报或存疑的数值"
                        + (
                            uncovered > 0
                                ? $"，{uncovered}家基层工会覆盖率低于"
                                    + $"{Numerals.Plain(context.Edition.Settings.RankMinimumCoverage)}%，不参加排名。"
                                : "。"
                        )
                )
            );
        }

        var first = losses[0];
        var finding =
            $"全区失分最多的是{first.Indicator.Name}，失{Numerals.Score(first.Lost)}分（分值{Numerals.Plain(first.Weight)}）"
            + (first.Gain is > 0m ? $"，补齐可使总指数增{Numerals.Score(first.Gain)}分。" : "。");
        return new Chapter("存在的主要问题", finding, blocks.ToImmutable());
    }

    private static Table Losses(IndicatorResult[] losses) =>
        new()
        {
            Id = "t-lost",
            Title = "全区失分明细",
            Unit = "单位：分",
            Columns =
            [
                TableColumn.Fixed(20, CellAlignment.Centre),
                TableColumn.Share(1),
                TableColumn.Content(CellAlignment.Right),
                TableColumn.Content(CellAlignment.Right),
                TableColumn.Content(CellAlignment.Decimal),
                TableColumn.Content(CellAlignment.Decimal),
                TableColumn.Content(CellAlignment.Decimal),
            ],
            Head =
            [
                new TableRow([
                    new TableCell { Content = "指标", ColumnSpan = 2 },
                    "数值",
                    "目标",
                    "分值",
                    "失分",
                    "可增总指数",
                ]),
            ],
            Rows =
            [
                .. losses
                    .Take(Most)
                    .Select(l => new TableRow([
                        Tables.Seal(l.Indicator.Index, 10),
                        l.Indicator.Name,
                        l.ValueWithUnit,
                        l.TargetText,
                        Numerals.Plain(l.Weight),
                        Tables.Score(l.Lost),
                        Tables.Score(l.Gain),
                    ])),
            ],
            HeadColumns = 2,
        };

    private static (IndicatorView View, int Scored, int Short)[] LowShares(PublicPeriod period)
    {
        var counts = new Dictionary<string, (int Scored, int Short)>(StringComparer.Ordinal);
        foreach (var union in period.PopulationOf(Level.Grassroots).Members)
        {
            foreach (var item in union.Indicators)
            {
                if (item.Score is { } score)
                {
                    var (scored, below) = counts.GetValueOrDefault(item.Code);
                    counts[item.Code] = (scored + 1, below + (score < 100m ? 1 : 0));
                }
            }
        }

        return
        [
            .. period
                .Indicators.Where(v => counts.ContainsKey(v.Code))
                .Select(v => (View: v, counts[v.Code].Scored, counts[v.Code].Short))
                .Where(p => p.Short > 0)
                .OrderByDescending(p => (decimal)p.Short / p.Scored)
                .ThenBy(p => p.View.Code, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    private static Table Wide((IndicatorView View, int Scored, int Short)[] rows) =>
        new()
        {
            Id = "t-wide",
            Title = "基层工会失分面较广的指标",
            Unit = "单位：家、%",
            Columns =
            [
                TableColumn.Fixed(20, CellAlignment.Centre),
                TableColumn.Share(1),
                TableColumn.Content(CellAlignment.Decimal),
                TableColumn.Content(CellAlignment.Decimal),
                TableColumn.Content(CellAlignment.Decimal),
            ],
            Head = [new TableRow([new TableCell { Content = "指标", ColumnSpan = 2 }, "计分工会", "未得满分", "占比"])],
            Rows =
            [
                .. rows.Select(r => new TableRow([
                    Tables.Seal(r.View.Index, 10),
                    r.View.Name,
                    Numerals.Count(r.Scored),
                    Numerals.Count(r.Short),
                    Numerals.Tenths(r.Short * 100m / r.Scored),
                ])),
            ],
            HeadColumns = 2,
        };
}
