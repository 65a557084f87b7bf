using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Reports.Common;
using FuGongJianJia.Typesetting.Layout;

namespace FuGongJianJia.Theme.Reports.Annual;

/// <summary>附录: what each indicator came to（指标结果）: value, target, last year, how many towns have full marks.</summary>
internal static class IndicatorsAppendix
{
    public static Chapter? Make(AnnualContext context)
    {
        var (period, before) = (context.Period, context.Before);
        var own = period.District.Indicators;
        if (own.IsEmpty)
        {
            return null;
        }

        var towns = period.PopulationOf(Level.Town).Members;
        var breaks = own.Any(i => i.SeriesBreak);
        return new Chapter(
            "指标结果",
            "",
            [
                .. context.WrittenFor("指标结果"),
                new Table
                {
                    Id = "t-indicators",
                    Title = "各项指标的全区数值",
                    Look = Typography.Book.Table with { PaddingY = 2.6 },
                    Columns =
                    [
                        TableColumn.Share(1.7),
                        TableColumn.Share(1, CellAlignment.Right),
                        TableColumn.Share(0.8, CellAlignment.Right),
                        .. before is null ? [] : new[] { TableColumn.Share(1, CellAlignment.Right) },
                        TableColumn.Share(0.9, CellAlignment.Right),
                    ],
                    Head =
                    [
                        Tables.Head([
                            "指标",
                            "数值",
                            "目标",
                            .. before is null ? [] : new[] { before.Period.Title },
                            "满分镇街",
                        ]),
                    ],
                    Rows = [.. Rows(own, towns, before?.District)],
                    Notes =
                    [
                        $"注：{Tables.Marks["注：".Length..].TrimEnd('。')}；满分镇街为得满分的个数和计分的个数。",
                        .. breaks ? (ReadOnlySpan<Phrase>)["“≠”表示口径有变动，与上年不可比。"] : [],
                    ],
                },
            ]
        );
    }

    private static IEnumerable<TableRow> Rows(
        ImmutableArray<IndicatorResult> own,
        ImmutableArray<UnionResult> towns,
        UnionResult? before
    )
    {
        foreach (var index in own.GroupBy(i => i.Indicator.Index))
        {
            var first = true;
            foreach (var i in index)
            {
                var scores = towns.Select(t => t.IndicatorOf(i.Code)?.Score).OfType<decimal>().ToArray();
                yield return new TableRow([
                    i.Indicator.Name,
                    i.ValueWithUnit,
                    i.TargetText,
                    .. before is null
                        ? []
                        : new TableCell[]
                        {
                            i.SeriesBreak ? "≠" : before.IndicatorOf(i.Code)?.ValueWithUnit ?? Numerals.None,
                        },
                    scores.Length == 0 ? Numerals.None : $"{scores.Count(s => s >= 100m)}/{scores.Length}",
                ])
                {
                    RuleAbove = first ? 0.4 : null,
                };
                first = false;
            }
        }
    }
}
