using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>二、五大指数结果: for each index its finding, the distribution over towns and unions, its indicators.</summary>
internal static class IndexesChapter
{
    public static Chapter Make(AnnualContext context)
    {
        var period = context.Period;
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        for (var i = 0; i < Vocabulary.Indexes.Length; i++)
        {
            Index(context, Vocabulary.Indexes[i], period.FindingOf(Vocabulary.Indexes[i]), blocks);
        }

        var best = period
            .District.Indexes.Where(x => x.Value is not null)
            .OrderByDescending(x => x.Value)
            .ThenBy(x => x.Key)
            .FirstOrDefault();
        var finding =
            best is null || period.District.Lowest is not { } low
                ? ""
                : $"五大指数中{best.Key.Title()}最高，为{Numerals.Tenths(best.Value)}分；"
                    + $"{low.Title()}最低，为{Numerals.Tenths(period.District.Indexes[(int)low].Value)}分。";
        return new Chapter("五大指数结果", finding, blocks.ToImmutable());
    }

    private static void Index(
        AnnualContext context,
        IndexKey key,
        string finding,
        ImmutableArray<DocumentBlock>.Builder blocks
    )
    {
        var period = context.Period;
        var (figure, table) = ($"f-{key.Slug()}", $"t-{key.Slug()}");
        blocks.Add(new SectionHeading(2, key.Title()) { Number = $"（{Numerals.Han((int)key + 1)}）" });
        if (finding.Length > 0)
        {
            blocks.Add(new Paragraph(finding) { Style = Typography.SectionFinding });
        }

        var lanes = ((string Label, ImmutableArray<UnionResult> Peers)[])
            [
                ("镇街", period.PopulationOf(Level.Town).Members),
                ("基层工会", period.PopulationOf(Level.Grassroots).Members),
            ];
        var strips = lanes
            .Select(l => (l.Label, Lane: DistributionStrip.Lanes(l.Peers, context.Edition.Settings)[(int)key + 1]))
            .Where(l => l.Lane.Peers.Length > 1)
            .Select(l => l.Lane with { Label = l.Label, Index = null })
            .ToArray();
        if (strips.Length > 0)
        {
            blocks.Add(
                new Paragraph([
                    "镇街和基层工会的得分分布见",
                    Inline.Number(figure),
                    "，各项指标的全区数值与得分见",
                    Inline.Number(table),
                    "。",
                ])
            );
            blocks.Add(
                new Figure(
                    DistributionStrip.Of("", key.Title(), strips, Typography.ReportWidth, Typography.ReportFigures)
                )
                {
                    Id = figure,
                    Title = $"{key.Title()}得分分布",
                }
            );
        }

        blocks.Add(Indicators(period, key, table));
        foreach (var view in period.Indicators.Where(v => v.Index == key))
        {
            blocks.Add(new Paragraph([Inline.Hei(view.Name + "。"), period.FindingOf(view)]));
        }
    }

    private static Table Indicators(PublicPeriod period, IndexKey key, string id)
    {
        var own = period.District.Indicators.Where(i => i.Indicator.Index == key).ToArray();
        var breaks = own.Where(i => i.SeriesBreak).Select(i => i.Indicator.Name).ToArray();
        return new Table
        {
            Id = id,
            Title = $"{key.Title()}各项指标（全区）",
            Columns =
            [
                TableColumn.Content(CellAlignment.Centre),
                TableColumn.Share(1),
                TableColumn.Content(CellAlignment.Right),
                TableColumn.Content(CellAlignment.Right),
                TableColumn.Content(CellAlignment.Right),
                TableColumn.Fixed(62),
                TableColumn.Content(CellAlignment.Right),
                TableColumn.Content(CellAlignment.Decimal),
            ],
            Head = [Tables.Head("编码", "指标", "分子/分母", "数值", "目标", "达标", "得分/分值", "变化")],
            Rows = [.. own.Select(Row)],
            HeadColumns = 2,
            Notes =
                breaks.Length == 0
                    ? [Tables.Marks]
                    : [Tables.Marks, $"≠ 口径有变动，与上期不可比：{string.Join("、", breaks)}。"],
        };
    }

    private static TableRow Row(IndicatorResult i)
    {
        var absent = i.State == ObservationState.NotApplicable ? "/" : Numerals.None;
        return
        [
            i.Code,
            i.Indicator.Name,
            i.FractionText is { Length: > 0 } fraction ? fraction : absent,
            i.IsScored ? i.ValueWithUnit : absent,
            i.TargetText,
            TableCell.Of(
                new Figure(IndicatorBars.Row(i, 54, 7.5, ChartStyle.Paper))
                {
                    Decorative = true,
                    Space = 0,
                    Align = TextAlignment.Left,
                }
            ),
            i.PointsText,
            i.SeriesBreak ? "≠" : Numerals.Signed(i.Change),
        ];
    }
}
