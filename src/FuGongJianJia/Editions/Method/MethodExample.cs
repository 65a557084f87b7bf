using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

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
        var union = Enumerable
            .Range(0, scores.Organisations.Length)
            .Where(u =>
                scores.Organisations[u].Level == Level.Grassroots
                && scores.Reason(u) is Unranked.None or Unranked.SmallGroup
                && IsOpen(scores, u)
            )
            .OrderBy(u =>
                Enumerable.Range(0, scores.Codes.Length).Any(i => scores.At(u, i).State == CellState.NotApplicable)
                    ? 0
                    : 1
            )
            .ThenBy(u => u)
            .Select(u => (int?)u)
            .FirstOrDefault();
        return union is { } example ? [Section(scores, example)] : [];
    }

    private static bool IsOpen(PeriodScores scores, int union) =>
        scores.Organisations[union].IsPublic
        && scores.PublishedTotal(union) is not null
        && Enumerable.Range(0, scores.Codes.Length).All(i => scores.Suppression.Of(union, i) == Withheld.No);

    private static MethodSection Section(PeriodScores scores, int union)
    {
        var (rounder, settings) = (Rounder.For(scores.Settings), scores.Settings);
        var cells = Enumerable
            .Range(0, scores.Codes.Length)
            .Select(i => scores.At(union, i))
            .Where(c => c.State != CellState.Outside)
            .ToList();
        var rows = cells
            .Select(c =>
            {
                var row = c.Row!;
                if (c.Exact is not { } exact)
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
                    Numerals.Score(rounder.Quotient(exact.Numerator, exact.Denominator)),
                    Numerals.Plain(row.Weight),
                    Numerals.Score(rounder.Quotient(exact.Numerator * row.Weight, exact.Denominator * 100m)),
                ];
            })
            .ToImmutableArray();
        var indexes = Vocabulary.Indexes.Where(k => scores.PublishedIndex(union, k) is not null).ToList();
        return new(
            "example",
            "算例",
            [
                $"以{scores.Organisations[union].Name}为例（下表是它的全部指标，“/”为不适用，“—”为没有得分）。先由数值和目标得出每项得分，再乘以分值。",
                .. indexes.Select(k => Index(scores, union, cells, k)),
                $"总指数＝（{string.Join('＋', indexes.Select(k => $"{Numerals.Plain(settings.IndexWeights[(int)k])}×{Numerals.Score(scores.PublishedIndex(union, k))}"))}）÷{Numerals.Plain(indexes.Sum(k => settings.IndexWeights[(int)k]))}"
                    + $"＝{Numerals.Score(scores.PublishedTotal(union))}，{Grades.Of(scores.PublishedTotal(union)!.Value, settings).Word()}；覆盖率{Numerals.Percent(scores.PublishedCoverage(union))}。"
                    + "手算时用舍入后的得分，末位可能相差0.01，公布的数用未舍入的得分算出。",
            ],
            new(
                $"{scores.Organisations[union].ShortName}{scores.Period.Title}逐项得分",
                ["指标", "数值", "目标", "得分", "分值", "折合得分"],
                rows,
                [false, false, false, true, true, true]
            )
        );
    }

    // 红色指数＝（30×100.00＋45×60.00）÷75＝76.00（R02不适用，不计入）。
    private static string Index(PeriodScores scores, int union, List<Cell> cells, IndexKey key)
    {
        var rounder = Rounder.For(scores.Settings);
        var own = cells.Where(c => c.Row!.Index == key).ToList();
        var used = own.Where(c =>
                c.Exact is not null
                || (scores.Settings.MissingScoresZero && c.State is CellState.Missing or CellState.Doubtful)
            )
            .ToList();
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
            $"{Numerals.Plain(c.Row!.Weight)}×{Numerals.Score(c.Exact is { } e ? rounder.Quotient(e.Numerator, e.Denominator) : 0m)}"
        );
        return $"{key.Title()}＝（{string.Join('＋', terms)}）÷{Numerals.Plain(used.Sum(c => c.Row!.Weight))}＝{Numerals.Score(scores.PublishedIndex(union, key))}"
            + (left.Count > 0 ? $"（{string.Join('、', left)}，不计入）。" : "。");
    }
}
