using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Editions.Yearbook;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Charts;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>
/// 五大指数: the total, then a page an index: one paragraph that says what matters, one figure, all five on one axis. What
/// people know of the causes stands below the paragraph.
/// </summary>
internal static class IndexesChapter
{
    // More towns than this do not fit beside their paragraph on a page: then their distribution is drawn.
    private const int MostRows = 34;

    public static Chapter Make(AnnualContext context)
    {
        var period = context.Period;
        var text = context.TextOf(AnnualChapterNames.Indexes);
        var blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
        blocks.Add(
            new Figure(
                FiveNumberChart.Of(period.District, Typography.ReportWidth, Typography.ReportFigures, total: true)
            )
            {
                Space = 8,
            }
        );
        blocks.Add(new Paragraph(IndexPageWords.OfTotal(period)));
        blocks.AddRange(context.Written(text?.Body ?? ""));
        if (context.DistrictHistory is { } history && TrendLine.Count(history, PeriodKind.Year) > 1)
        {
            blocks.Add(
                new Figure(TrendLine.Total(history, PeriodKind.Year, Typography.BookWidth, Typography.ReportFigures))
                {
                    Id = "f-trend",
                    Title = "总指数历年走势",
                    Align = TextAlignment.Right,
                }
            );
        }

        if (Figure(context, null) is { } all)
        {
            blocks.Add(all);
        }

        foreach (var key in Vocabulary.Indexes)
        {
            blocks.Add(new PageBreak());
            blocks.Add(new SectionHeading(2, key.Title()) { Number = "" });
            blocks.Add(new Paragraph(IndexPageWords.Of(context.Edition, period, key)));
            blocks.AddRange(context.Written(text?.PartOf(key.Title()) ?? ""));
            if (Figure(context, key) is { } figure)
            {
                blocks.Add(figure);
            }
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
        return new Chapter("五大指数", finding, blocks.ToImmutable());
    }

    private static Figure? Figure(AnnualContext context, IndexKey? key)
    {
        var period = context.Period;
        ImmutableArray<UnionResult> towns =
        [
            .. period.PopulationOf(Level.Town).Members.Where(t => t.Indexes.Any(i => i.Value is not null)),
        ];
        if (towns.Length < 2)
        {
            return null;
        }

        var from = TownChanges.AxisFrom(towns);
        return new Figure(
            towns.Length <= MostRows
                ? TownChanges.Of(towns, key, from, period.Base, Typography.ReportWidth, Typography.ReportFigures)
                : DistributionStrip.Of(
                    "",
                    Name(key),
                    [
                        DistributionStrip.Lanes(towns, context.Edition.Settings)[key is { } k ? (int)k + 1 : 0] with
                        {
                            Label = "镇街",
                            Index = null,
                        },
                    ],
                    Typography.ReportWidth,
                    Typography.ReportFigures,
                    from: from
                )
        )
        {
            Id = $"f-{key?.Slug() ?? "total"}",
            Title = Title(towns, key),
        };
    }

    private static string Name(IndexKey? key) => key?.Title() ?? "总指数";

    // The title of a figure is its finding.
    private static string Title(ImmutableArray<UnionResult> towns, IndexKey? key)
    {
        var grades = towns.Select(t => key is { } k ? t.Indexes[(int)k].Grade : t.Grade).OfType<Grade>().ToArray();
        return grades.Length == 0
            ? $"各镇街{Name(key)}"
            : $"{Numerals.Count(grades.Length)}个镇街的{Name(key)}，"
                + $"{Numerals.Count(grades.Count(g => g is Grade.Excellent or Grade.Good))}个达到良好及以上";
    }
}
