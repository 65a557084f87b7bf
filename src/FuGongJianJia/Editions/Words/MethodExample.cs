using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Words;

/// <summary>
/// A worked example in the method（算例）: the first public union, ranked or in a group too small for it, of which nothing
/// is withheld, computed before the reader's eyes from its own figures, so that anyone can do the same with another.
/// </summary>
internal static class MethodExample
{
    /// <summary>One section; none where no union can serve.</summary>
    public static ImmutableArray<MethodSection> Of(PeriodEdition period, Settings settings)
    {
        var example = period
            .Unions.Where(u =>
                u.Ranking is { IsRanked: true } or { Reason: NotRanked.SmallGroup }
                && u.Total is not null
                && u.Indicators.All(i => i is { Withheld: Withheld.No, IsVeiled: false })
            )
            .OrderBy(u => u.Indicators.Any(i => i.State == ObservationState.NotApplicable) ? 0 : 1)
            .FirstOrDefault();
        return example is null ? [] : [Section(example, settings)];
    }

    private static MethodSection Section(UnionResult union, Settings settings)
    {
        var valued = union.Indexes.Where(i => i.Value is not null).ToList();
        var terms = valued.Select(i =>
            $"{Numerals.Plain(settings.IndexWeights[(int)i.Key])}×{Numerals.Score(i.Value)}"
        );
        var weights = valued.Sum(i => settings.IndexWeights[(int)i.Key]);
        return new(
            "example",
            "算例",
            [
                $"以{union.Name}为例（下表是它的全部指标，“/”为不适用，“—”为没有得分）。"
                    + "先由数值和目标得出每项得分，再乘以分值。",
                .. valued.Select(i => Index(union, i, settings)),
                $"总指数＝（{string.Join('＋', terms)}）÷{Numerals.Plain(weights)}"
                    + $"＝{Numerals.Score(union.Total)}{(union.Grade is { } grade ? "，" + grade.Word() : "")}；"
                    + $"覆盖率{Numerals.Percent(union.Coverage)}。"
                    + "手算时用舍入后的得分，末位可能相差0.01，公布的数用未舍入的得分算出。",
            ],
            new(
                $"{union.Organisation.ShortName}{union.Period.Title}逐项得分",
                ["指标", "数值", "目标", "得分", "分值", "折合得分"],
                [.. union.Indicators.Select(Row)],
                [false, false, false, true, true, true]
            )
        );
    }

    private static ImmutableArray<string> Row(IndicatorResult i) =>
        [
            $"{i.Code} {i.Indicator.Name}",
            i.Reported is Reported.Ratio
                ? $"{i.NumeratorText}÷{i.DenominatorText}＝{i.ValueWithUnit}"
                : i.ValueWithUnit,
            i.TargetText,
            Numerals.Score(i.Score),
            Numerals.Plain(i.Weight),
            Numerals.Score(i.Points),
        ];

    // 红色指数＝（30×100.00＋45×60.00）÷75＝76.00（R02不适用，不计入）。
    private static string Index(UnionResult union, IndexResult index, Settings settings)
    {
        var own = union.Indicators.Where(i => i.Indicator.Index == index.Key).ToLookup(i => Counted(i) is not null);
        var terms = own[true].Select(i => $"{Numerals.Plain(i.Weight)}×{Numerals.Score(Counted(i))}");
        var left = string.Join('、', own[false].Select(i => i.Code + i.State.Word()));
        return $"{index.Key.Title()}＝（{string.Join('＋', terms)}）÷{Numerals.Plain(own[true].Sum(i => i.Weight))}"
            + $"＝{Numerals.Score(index.Value)}"
            + (left.Length > 0 ? $"（{left}，不计入）。" : "。");

        decimal? Counted(IndicatorResult i) =>
            i.Score
            ?? (
                settings.MissingScoresZero && i.State is ObservationState.Missing or ObservationState.Doubtful
                    ? 0m
                    : null
            );
    }
}
