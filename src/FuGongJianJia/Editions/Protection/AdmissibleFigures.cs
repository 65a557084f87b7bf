using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Protection;

/// <summary>
/// What a withheld figure can be by its marks and its rule（可能的数）: pairs of 分子 and 分母, counts, steps or answers, as the
/// scores they would earn. Of what has no mark a hundred at most are tried, which is more than lie apart in a score of
/// two decimals.
/// </summary>
/// <param name="threshold">小数保护阈值.</param>
internal sealed class AdmissibleFigures(int threshold)
{
    private const int Most = 100;

    private readonly Dictionary<(Rule Rule, Reported Marks, Withheld Why), ImmutableArray<decimal>> _scores = [];

    /// <summary>Distinct scores, ascending.</summary>
    public ImmutableArray<decimal> ScoresOf(IndicatorResult item)
    {
        var key = (item.Rule, item.Reported!, item.Withheld);
        return _scores.TryGetValue(key, out var known) ? known : _scores[key] = [.. Scores(item).Distinct().Order()];
    }

    /// <summary>What is known of 分子, or of a plain number, by how it is shown.</summary>
    public FeasibilityInterval Numerator(IndicatorResult item) =>
        item.Reported switch
        {
            // Above a 分母 that is not small a 分子 of 0 would have been shown.
            Reported.WithheldRatio { Numerator: var mark, Denominator.Below: not null } => Range(item, mark, 0m),
            Reported.WithheldRatio { Numerator: var mark } => Range(item, mark, mark.Below is null ? 0m : 1m),
            Reported.WithheldNumber { Mark: var mark } => Range(item, mark, mark.Below is null ? 0m : 1m),
            _ => FeasibilityInterval.From(0m),
        };

    /// <summary>What is known of 分母.</summary>
    public FeasibilityInterval Denominator(IndicatorResult item) =>
        item.Reported is Reported.WithheldRatio { Denominator: var mark }
            ? Range(item, mark, 1m)
            : FeasibilityInterval.From(1m);

    private FeasibilityInterval Range(IndicatorResult item, WithheldMark mark, decimal least) =>
        mark.Below is { } below ? new(least, below - 1m)
        : item.Withheld == Withheld.Small ? FeasibilityInterval.From(threshold)
        : FeasibilityInterval.From(least);

    private IEnumerable<decimal> Scores(IndicatorResult item) =>
        Measures(item)
            .Select(m => Rules.Score(item.Rule, m))
            .OfType<Fraction>()
            .Select(s => s.Round(6, MidpointRounding.ToEven));

    private IEnumerable<Measure> Measures(IndicatorResult item) =>
        item switch
        {
            { Reported: Reported.WithheldRatio } => from d in Numbers(Denominator(item))
            from n in Numbers(Numerator(item))
            where n <= d || item.Indicator.UpperBound is null or > 100m
            select new Measure(n, d, null, null, false),
            { Rule: { Kind: RuleKind.Tiers, Tiers: [{ Word: not null }, ..] } } => item.Rule.Tiers.Select(
                t => new Measure(null, null, null, t.Word, false)
            ),
            { Rule.Kind: RuleKind.YesNo } => [Plain(0m), Plain(1m)],
            _ => Numbers(Numerator(item)).Select(Plain),
        };

    private static Measure Plain(decimal value) => new(null, null, value, null, false);

    private static IEnumerable<decimal> Numbers(FeasibilityInterval interval)
    {
        for (var number = interval.Low; number <= Math.Min(interval.High, interval.Low + Most); number++)
        {
            yield return number;
        }
    }
}
