using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>一、总体情况: the five numbers, the summary, the district's table, grades, and the trend.</summary>
internal static class OverviewChapter
{
    public static Chapter Make(AnnualContext context)
    {
        var period = context.Period;
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(
            new Figure(
                FiveNumberChart.Of(period.District, Typography.ReportWidth, Typography.ReportFigures, total: true)
            )
            {
                Space = 8,
            }
        );
        blocks.Add(
            new Paragraph([
                "全区五大指数得分见",
                Inline.Number("t-district"),
                "，镇街和基层工会的等次分布见",
                Inline.Number("t-grades"),
                "。",
            ])
        );
        blocks.Add(District(context));
        blocks.AddRange(period.Summary.Select(s => (DocumentBlock)new Paragraph(s)));
        blocks.Add(Grades(period));
        if (context.DistrictHistory is { } history && TrendLine.Count(history, PeriodKind.Year) > 1)
        {
            blocks.Add(
                new Paragraph([
                    "历年总指数见",
                    Inline.Number("f-trend"),
                    "，五大指数历年走势见",
                    Inline.Number("f-trends"),
                    "。",
                ])
            );
            var (left, right) = (Typography.ReportWidth * 0.44, Typography.ReportWidth * 0.52);
            blocks.Add(
                new Grid([
                    new GridColumn(
                        ColumnWidth.Fixed(left),
                        [
                            new Figure(TrendLine.Total(history, PeriodKind.Year, left, Typography.ReportFigures))
                            {
                                Id = "f-trend",
                                Title = "总指数历年走势",
                            },
                        ]
                    ),
                    new GridColumn(
                        ColumnWidth.Fixed(right),
                        [
                            new Figure(TrendLine.Indexes(history, PeriodKind.Year, right, Typography.ReportFigures))
                            {
                                Id = "f-trends",
                                Title = "五大指数历年走势",
                            },
                        ]
                    ),
                ])
                {
                    Gap = Typography.ReportWidth * 0.04,
                    Align = VerticalAlignment.Bottom,
                }
            );
        }

        return new Chapter("总体情况", period.Finding, blocks.ToImmutable());
    }

    private static Table District(AnnualContext context)
    {
        var period = context.Period;
        var before = period.Base is { } b ? context.Edition.Periods.FirstOrDefault(p => p.Period == b) : null;
        IEnumerable<TableRow> rows = period.District.Indexes.Select(
            (index, i) =>
                new TableRow([
                    Tables.Seal(index.Key, 10),
                    index.Key.Title(),
                    Tables.Score(index.Value),
                    index.Grade?.Word() ?? Numerals.None,
                    Tables.Score(before?.District.Indexes[i].Value),
                    Tables.Change(index.Change),
                ])
        );
        TableRow total = new([
            new TableCell
            {
                Content = "总指数",
                ColumnSpan = 2,
                Align = CellAlignment.Left,
                IsHead = true,
            },
            Tables.Score(period.District.Total),
            period.District.Grade?.Word() ?? Numerals.None,
            Tables.Score(before?.District.Total),
            Tables.Change(period.District.Change?.Comparable),
        ])
        {
            Role = Typesetting.Drawing.FontRole.Hei,
            RuleAbove = 0.55,
        };
        return new Table
        {
            Id = "t-district",
            Title = "全区五大指数得分",
            Unit = "单位：分",
            Columns =
            [
                TableColumn.Fixed(22, CellAlignment.Centre),
                TableColumn.Share(1.4),
                TableColumn.Share(1, CellAlignment.Decimal),
                TableColumn.Share(1, CellAlignment.Centre),
                TableColumn.Share(1, CellAlignment.Decimal),
                TableColumn.Share(1, CellAlignment.Decimal),
            ],
            Head =
            [
                new TableRow([
                    new TableCell { Content = "指数", ColumnSpan = 2 },
                    "得分",
                    "等次",
                    before is null ? "上期" : before.Period.Title,
                    "可比变化",
                ]),
            ],
            Rows = [.. rows, total],
            HeadColumns = 2,
            Notes = [Tables.Marks],
        };
    }

    private static Table Grades(PublicPeriod period)
    {
        var rows = ((IndexKey?[])[null, .. Vocabulary.Indexes.Select(k => (IndexKey?)k)]).Select(key =>
        {
            var towns = period.Distributions.FirstOrDefault(d => d.Index == key && d.Level == Level.Town);
            var unions = period.Distributions.FirstOrDefault(d => d.Index == key && d.Level == Level.Grassroots);
            return new TableRow([key?.Title() ?? "总指数", .. Counts(towns), .. Counts(unions)]);
        });
        return new Table
        {
            Id = "t-grades",
            Title = "镇街和基层工会等次分布",
            Unit = "单位：家",
            Columns = [TableColumn.Share(1.6), .. Enumerable.Repeat(TableColumn.Share(1, CellAlignment.Centre), 8)],
            Head =
            [
                new TableRow([
                    new TableCell { Content = "指数", RowSpan = 2 },
                    new TableCell { Content = "镇街", ColumnSpan = 4 },
                    new TableCell { Content = "基层工会", ColumnSpan = 4 },
                ]),
                Tables.Head("优秀", "良好", "合格", "待提升", "优秀", "良好", "合格", "待提升"),
            ],
            Rows = [.. rows],
        };
    }

    private static IEnumerable<TableCell> Counts(Distribution? distribution) =>
        distribution is null or { Grades.IsEmpty: true }
            ? Enumerable.Repeat<TableCell>(Numerals.None, 4)
            : distribution.Grades.Select(n => (TableCell)Numerals.Count(n));
}
