using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>
/// A worked example in the method（算例）: the first ranked public union of which nothing is withheld, computed before the
/// reader's eyes from its own figures,
/// so that anyone can do the same with another.
/// </summary>
internal static class MethodExample
{
    /// <summary>One section; none where no union can serve.</summary>
    public static ImmutableArray<MethodSection> Of(PeriodScores scores)
    {
        var union = scores
            .Unions.Where(u =>
                u.Organisation.Level == Level.Grassroots && u.Reason is null or Unranked.SmallGroup && IsOpen(u)
            )
            .OrderBy(u => u.Cells.Any(c => c.State == CellState.NotApplicable) ? 0 : 1)
            .FirstOrDefault();
        return union is { } example ? [Section(scores, example)] : [];
    }

    private static bool IsOpen(ScoredUnion union) =>
        union.Organisation.IsPublic && union.Total is not null && union.Cells.All(c => c.Withheld == Withheld.No);

    private static MethodSection Section(PeriodScores scores, ScoredUnion union)
    {
        var (rounder, settings) = (Rounder.For(scores.Settings), scores.Settings);
        var cells = union.Cells.Where(c => c.State != CellState.Outside).ToList();
        var rows = cells
            .Select(c =>
            {
                var row = c.Row!;
                if (c.Score is not { } exact)
                {
                    return (ImmutableArray<string>)
                        [
                            $"{row.Code} {row.Name}",
                            CellText.Value(c),
                            CellText.Target(row, c.Target),
                            Numerals.None,
                            Numerals.Plain(row.Weight),
                            Numerals.None,
                        ];
                }

                var value = c.Measure.IsRatio
                    ? $"{Numerals.Plain(c.Measure.Numerator!.Value)}÷{Numerals.Plain(c.Measure.Denominator!.Value)}＝{CellText.Value(c)}%"
                    : CellText.Value(c) + CellText.Unit(c);
                return
                [
                    $"{row.Code} {row.Name}",
                    value,
                    CellText.Target(row, c.Target),
                    Numerals.Score(rounder.Round(exact)),
                    Numerals.Plain(row.Weight),
                    Numerals.Score(rounder.Round(exact * row.Weight / 100)),
                ];
            })
            .ToImmutableArray();
        var indexes = Vocabulary.Indexes.Where(k => union.Indexes[k] is not null).ToList();
        return new(
            "example",
            "算例",
            [
                $"以{union.Organisation.Name}为例（下表是它的全部指标，“/”为不适用，“—”为没有得分）。先由数值和目标得出每项得分，再乘以分值。",
                .. indexes.Select(k => Index(scores, union, cells, k)),
                $"总指数＝（{string.Join('＋', indexes.Select(k => $"{Numerals.Plain(settings.IndexWeights[(int)k])}×{Numerals.Score(union.Indexes[k])}"))}）÷{Numerals.Plain(indexes.Sum(k => settings.IndexWeights[(int)k]))}"
                    + $"＝{Numerals.Score(union.Total)}，{Grades.Of(union.Total!.Value, settings).Word()}；覆盖率{Numerals.Percent(union.Coverage)}。"
                    + "手算时用舍入后的得分，末位可能相差0.01，公布的数用未舍入的得分算出。",
            ],
            new(
                $"{union.Organisation.ShortName}{scores.Period.Title}逐项得分",
                ["指标", "数值", "目标", "得分", "分值", "折合得分"],
                rows,
                [false, false, false, true, true, true]
            )
        );
    }

    // 红色指数＝（30×100.00＋45×60.00）÷75＝76.00（R02不适用，不计入）。
    private static string Index(PeriodScores scores, ScoredUnion union, List<Cell> cells, IndexKey key)
    {
        var rounder = Rounder.For(scores.Settings);
        var own = cells.Where(c => c.Row!.Index == key).ToList();
        var used = own.FindAll(c => c.Counted is not null);
        var left = own.Except(used)
            .Select(c =>
                c.Row!.Code
                + (
                    c.State == CellState.NotApplicable ? "不适用"
                    : c.State == CellState.Doubtful ? "存疑"
                    : "缺报"
                )
            )
            .ToList();
        var terms = used.Select(c =>
            $"{Numerals.Plain(c.Row!.Weight)}×{Numerals.Score(rounder.Round(c.Counted!.Value))}"
        );
        return $"{key.Title()}＝（{string.Join('＋', terms)}）÷{Numerals.Plain(used.Sum(c => c.Row!.Weight))}＝{Numerals.Score(union.Indexes[key])}"
            + (left.Count > 0 ? $"（{string.Join('、', left)}，不计入）。" : "。");
    }
}
