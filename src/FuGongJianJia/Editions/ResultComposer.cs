using System.Collections.Immutable;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions;

/// <summary>
/// Makes the published result of one union from its scores（单个工会的结果）: rounding once, small numbers withheld, words
/// added.
/// </summary>
internal sealed class ResultComposer(PeriodScores scores)
{
    private readonly Settings _settings = scores.Settings;
    private readonly Rounder _rounder = Rounder.For(scores.Settings);
    private readonly ImmutableDictionary<string, decimal?[]> _medians = Medians(scores);

    public UnionResult Compose(ScoredUnion union)
    {
        var organisation = union.Organisation;
        var change = union.Change;
        var indexes = Vocabulary.Indexes.Select(k => Index(union, k)).ToImmutableArray();
        var gains = new Gains(union, _settings);
        var result = new UnionResult
        {
            Organisation = organisation,
            ParentName = organisation.Parent is { } code ? scores.Find(code)?.Organisation.Name ?? "" : "",
            Indexes = indexes,
            Total = union.Total,
            Grade = Grades.Of(union.Total, _settings),
            Coverage = union.Coverage,
            Ranking = Rank(union),
            Origin = OriginWords.Sentence(scores, union),
            Change = change is null
                ? null
                : new Change(
                    scores.Base!.Period,
                    change.Headline,
                    change.Comparable,
                    change.Catalogue,
                    change.Coverage
                ),
            Indicators =
            [
                .. Enumerable
                    .Range(0, scores.Codes.Length)
                    .Where(i => union.Cells[i].State != CellState.Outside)
                    .Select(i => Indicator(union, i, gains)),
            ],
            Lowest = LowestOf(indexes),
            Robustness = union.Range is { } range
                ? new Robustness(
                    range.Best,
                    range.Worst,
                    range.MostInfluential is { } most ? scores.Codes[most] : "",
                    (range.Worst - range.Best) * _settings.Robustness.FirmShare <= union.Rank!.Ranked
                )
                : null,
            Finding = "",
        };
        result = result with { Flags = Flags(result) };
        return result with
        {
            Finding = UnionWords.Finding(result, scores.Period),
            Suggestions = UnionWords.Suggestions(result),
        };
    }

    // The lowest index is worth naming only where two or more have a value; of equals the first in order.
    private static IndexKey? LowestOf(ImmutableArray<IndexResult> indexes)
    {
        var valued = indexes.Where(i => i.Value is not null).ToList();
        return valued.Count < 2 ? null : valued.MinBy(i => i.Value)!.Key;
    }

    private static ImmutableDictionary<string, decimal?[]> Medians(PeriodScores scores) =>
        scores
            .Unions.Where(u => u.Rank is not null)
            .GroupBy(u => u.Group, StringComparer.Ordinal)
            .ToImmutableDictionary(
                g => g.Key,
                g => Vocabulary.Indexes.Select(k => Median([.. g], scores, k)).ToArray(),
                StringComparer.Ordinal
            );

    private static decimal? Median(List<ScoredUnion> members, PeriodScores scores, IndexKey key)
    {
        var values = members.Select(u => u.Indexes[key]).OfType<decimal>().Order().ToList();
        return values.Count == 0 ? null : Rounder.For(scores.Settings).Round(Quantiles.Of(values, 0.5m));
    }

    private IndexResult Index(ScoredUnion union, IndexKey key)
    {
        var value = union.Indexes[key];
        return new(
            key,
            value,
            Grades.Of(value, _settings),
            union.Change?.Indexes[key],
            union.Rank?.Indexes[key],
            _medians.TryGetValue(union.Group, out var group) ? group[(int)key] : null
        );
    }

    private Ranking Rank(ScoredUnion union)
    {
        var group = union.Group;
        if (union.Rank is not { } rank)
        {
            return new() { Group = group, Reason = Reason(union) };
        }

        return new()
        {
            Group = group,
            Place = rank.Place,
            Tied = rank.IsTied,
            Ranked = rank.Ranked,
            Percentile = decimal.Round(
                (rank.Below + (0.5m * rank.Sharing)) * 100m / rank.Ranked,
                1,
                MidpointRounding.AwayFromZero
            ),
            Band = Bands.Of(rank.Place, rank.Ranked, _settings.RankBands),
            Moved = rank.Moved,
        };
    }

    private string Reason(ScoredUnion union) =>
        union.Reason switch
        {
            Unranked.District => "全区不参加排名",
            Unranked.NotPublic => "不公开单位",
            Unranked.New => "当期新建",
            Unranked.Merged => "已合并",
            Unranked.Dissolved => "已撤销",
            Unranked.NoValue => "无可计分数据",
            Unranked.Coverage =>
                $"覆盖率{Numerals.Score(union.Coverage)}%，低于{Numerals.Plain(_settings.RankMinimumCoverage)}%",
            Unranked.SmallGroup => $"所在组可排名的单位不足{Numerals.Count(_settings.RankMinimumGroup)}个",
            _ => "",
        };

    private IndicatorResult Indicator(ScoredUnion union, int indicator, Gains gains)
    {
        var cell = union.Cells[indicator];
        var row = cell.Row!;
        var result = new IndicatorResult
        {
            Indicator = row,
            State = cell.State switch
            {
                CellState.Scored or CellState.Protected => ObservationState.Reported,
                CellState.NotApplicable => ObservationState.NotApplicable,
                CellState.Doubtful => ObservationState.Doubtful,
                _ => ObservationState.Missing,
            },
            Pooled = cell.Pool is not null,
            PooledFrom = cell.Pool is { } pool ? (pool.Reporting, pool.Applicable) : null,
            ValueText = CellText.Value(cell),
            UnitText = CellText.Unit(cell),
            Target = cell.Target,
            TargetText = CellText.Target(row, cell.Target),
            ReportedOn = cell.ReportedOn,
            SeriesBreak = Breaks(union, indicator),
        };
        return cell.Withheld != Withheld.No ? Hidden(result, cell, cell.Withheld)
            : cell.Score is { } exact ? Shown(result, union, indicator, exact, gains)
            : result;
    }

    private IndicatorResult Shown(IndicatorResult result, ScoredUnion union, int indicator, Fraction exact, Gains gains)
    {
        var cell = union.Cells[indicator];
        var score = _rounder.Round(exact);
        var points = _rounder.Round(exact * cell.Row!.Weight / 100);
        return result with
        {
            NumeratorText = cell.Measure.IsRatio ? Numerals.Plain(cell.Measure.Numerator!.Value) : "",
            DenominatorText = cell.Measure.IsRatio ? Numerals.Plain(cell.Measure.Denominator!.Value) : "",
            Value = cell.Measure.Number is { } number ? decimal.Round(number, 4, MidpointRounding.AwayFromZero) : null,
            Score = score,
            Points = points,
            Lost = cell.Row.Weight - points,
            Gain = gains.Of(cell),
            Change = ChangeOf(union, indicator, score),
            Explanation = CellText.Calculation(cell, score, points),
        };
    }

    private IndicatorResult Hidden(IndicatorResult result, Cell cell, Withheld how)
    {
        var small = "＜" + Numerals.Count(_settings.SmallNumberThreshold);
        var ratio = cell.Measure.IsRatio;
        var text = how == Withheld.Small ? small : "不公布";
        var threshold = _settings.SmallNumberThreshold;

        return result with
        {
            Withheld = how,
            NumeratorText = ratio
                ? how == Withheld.Complementary || cell.Measure.Numerator < threshold
                    ? text
                    : "不公布"
                : "",
            DenominatorText = ratio
                ? how == Withheld.Complementary || cell.Measure.Denominator < threshold
                    ? text
                    : "不公布"
                : "",
            ValueText = ratio ? "不公布" : text,
            UnitText = "",
            Explanation =
                (
                    how == Withheld.Small
                        ? "涉及人数或件数较少，按小数保护规则不公布数值和得分"
                        : "为防止由合计或同一时段的其他期间推算出小数，不公布数值和得分"
                ) + (_settings.ScoresWithheld ? "，照常计入指数" : "，也不计分，分值由同一指数的其他指标分担"),
        };
    }

    // Of a merged union a change of score would give back a predecessor's withheld figure as well.
    private decimal? ChangeOf(ScoredUnion union, int indicator, decimal score) =>
        scores.Past(union, indicator) is not { } past
        || union.Origin.Unions.Any(u => u.Cells[scores.BaseIndicators[indicator]!.Value].Withheld != Withheld.No)
        || Changes.ByTodaysRule(union.Cells[indicator], past) is not { } old
            ? null
            : score - _rounder.Round(old);

    // A break is shown where the indicator stood in the base period under another version.
    private bool Breaks(ScoredUnion union, int indicator) =>
        union.Past is not null
        && union.Cells[indicator].Row is not null
        && (
            scores.Past(union, indicator) is not { } past
            || (past.Row is not null && !Changes.AreComparable(union.Cells[indicator], past))
        );

    private static ImmutableArray<string> Flags(UnionResult result)
    {
        var flags = ImmutableArray.CreateBuilder<string>();
        // A pooled figure speaks of the units below: the flag belongs to them.
        foreach (var i in result.Indicators.Where(i => i.IsScored && !i.Pooled && i.Withheld == Withheld.No))
        {
            if (i.Indicator.Veto && i.Lost > 0m)
            {
                flags.Add($"一票否决指标“{i.Indicator.Name}”有扣分，不参加评先");
            }

            if (i.Indicator.Mandatory && i.Score < 100m)
            {
                flags.Add($"必备项“{i.Indicator.Name}”未达标");
            }
        }

        return flags.ToImmutable();
    }
}
