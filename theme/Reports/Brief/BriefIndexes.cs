using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Brief;

/// <summary>
/// Five indexes with change and place（五大指数表）; for the district the range of the towns takes the place's column.
/// </summary>
internal static class BriefIndexes
{
    public static ImmutableArray<DocumentBlock> Blocks(BriefContext context)
    {
        var subject = context.Subject;
        // Where places are not for the public, the range of the towns stands in their column as in the district's
        // brief.
        var range = context.IsDistrict || subject.Ranking is { IsRanked: true, Place: null };
        var isGraded = context.Period.Method.IsGraded;
        var rows = subject
            .Indexes.Select(index => new TableRow([
                Tables.Seal(index.Key, 12),
                index.IsSingle ? $"{index.Key.Title()}（{IndexResultWords.Single}）" : index.Key.Title(),
                Tables.Score(index.Value),
                .. isGraded ? [index.Grade?.Word() ?? Numerals.None] : Array.Empty<TableCell>(),
                Tables.Change(index.Change),
                .. range
                    ? Towns(context.Period, index.Key)
                    : [index.Place is { } p ? Numerals.Count(p) : Numerals.None, Tables.Score(index.GroupMedian)],
            ]))
            .ToImmutableArray();
        string[] last = range ? ["镇街最低～最高", "镇街中位数"] : ["名次", "本组中位数"];
        return
        [
            new Table
            {
                Columns =
                [
                    TableColumn.Fixed(22, CellAlignment.Centre),
                    TableColumn.Share(1.2),
                    TableColumn.Share(0.9, CellAlignment.Decimal),
                    .. isGraded ? [TableColumn.Share(0.9, CellAlignment.Centre)] : Array.Empty<TableColumn>(),
                    TableColumn.Share(1.45, CellAlignment.Decimal),
                    TableColumn.Share(1.9, CellAlignment.Centre),
                    TableColumn.Share(1.4, CellAlignment.Decimal),
                ],
                Head =
                [
                    new TableRow([
                        new TableCell { Content = "指数", ColumnSpan = 2 },
                        "得分",
                        .. isGraded ? ["等次"] : Array.Empty<TableCell>(),
                        "可比变化",
                        last[0],
                        last[1],
                    ]),
                ],
                Rows = rows,
                HeadColumns = 2,
            },
        ];
    }

    private static IEnumerable<TableCell> Towns(PeriodEdition period, IndexKey key)
    {
        var d = period.Distributions.FirstOrDefault(d => d.Index == key && d.Level == Level.Town);
        return d is null || d.Count == 0
            ? [Numerals.None, Numerals.None]
            : [$"{Numerals.Score(d.Minimum)}～{Numerals.Score(d.Maximum)}", Tables.Score(d.Median)];
    }
}
