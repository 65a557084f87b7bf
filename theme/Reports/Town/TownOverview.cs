using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Writings;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Town;

/// <summary>The total and five numbers, the radar beside what the organisation is, the trend.</summary>
internal static class TownOverview
{
    private const double RadarWidth = 200;
    private const double Gap = 22;

    public static ImmutableArray<DocumentBlock> Blocks(TownContext context)
    {
        var town = context.Town;
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(
            new Figure(FiveNumberChart.Of(town, Typography.ReportWidth, Typography.ReportFigures, total: true))
            {
                Space = 6,
            }
        );
        blocks.Add(new Paragraph(Words(context)));
        var radar = new Figure(Radar.Of(town, RadarWidth, Typography.ReportFigures)) { Title = "五大指数与镇街中位数" };
        var history = context
            .Edition.Histories.FirstOrDefault(h => string.Equals(h.Code, town.Code, StringComparison.Ordinal))
            ?.Until(town.Period);
        if (history is not null && TrendLine.Count(history, PeriodKind.Year) > 1)
        {
            var width = Typography.ReportWidth - RadarWidth - Gap;
            blocks.Add(
                new Grid([
                    new GridColumn(ColumnWidth.Fixed(RadarWidth), [radar]),
                    new GridColumn(
                        ColumnWidth.Fixed(width),
                        [
                            new Figure(TrendLine.Total(history, PeriodKind.Year, width, Typography.ReportFigures))
                            {
                                Title = "总指数历年走势",
                            },
                        ]
                    ),
                ])
                {
                    Gap = Gap,
                    Align = VerticalAlignment.Bottom,
                }
            );
        }
        else
        {
            blocks.Add(radar);
        }

        return blocks.ToImmutable();
    }

    private static string Words(TownContext context)
    {
        var town = context.Town;
        var ranking = !town.Ranking.IsRanked
            ? town.Ranking.Reason is not null
                ? $"未参加排名：{town.Ranking.ReasonText.TrimEnd('。')}。"
                : ""
            : town.Ranking.Place is not null
                ? $"在{town.Ranking.Ranked}个参加排名的镇街中列{town.Ranking.Text}。"
                : town.Ranking.Band is not null
                    ? $"在{town.Ranking.Ranked}个参加排名的镇街中位于{town.Ranking.BandText}。"
                    : "";
        var change = town.Change is { Comparable: { } moved } c
            ? $"与{c.Base.Title}相比，按可比口径{Numerals.Movement(moved)}。"
            : "";
        return $"{context.Period.Period.Title}，"
            + $"{town.Name}总指数{Numerals.Score(town.Total)}分{(town.Grade is { } g ? $"，等次为{g.Word()}" : "")}，"
            + $"覆盖率{Numerals.Score(town.Coverage)}%。{ranking}{change}";
    }
}
