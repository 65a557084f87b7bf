using System.Collections.Immutable;
using FuGongJianJia.Editions.Words;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// Makes the published result of one union from its scores（单个工会的结果）: rounding once, small numbers withheld, words
/// added.
/// </summary>
internal sealed class ResultComposer(PeriodScores scores)
{
    private readonly Settings _settings = scores.Settings;
    private readonly Rounder _rounder = Rounder.For(scores.Settings);
    private readonly ImmutableDictionary<string, decimal?[]> _medians = Medians(scores);

    public UnionResult Compose(int union)
    {
        var organisation = scores.Organisations[union];
        var total = scores.PublishedTotal(union);
        var change = scores.Change(union);
        var indexes = Vocabulary.Indexes.Select(k => Index(union, k, change)).ToImmutableArray();
        var gains = new Gains(scores, union);
        var parent = organisation.Parent is { } code ? scores.NumberOf(code) : -1;
        var result = new UnionResult
        {
            Organisation = organisation,
            ParentName = parent >= 0 ? scores.Organisations[parent].Name : "",
            Indexes = indexes,
            Total = total,
            Grade = Grades.Of(total, _settings),
            Coverage = scores.PublishedCoverage(union),
            Ranking = Rank(union),
            Origin = OriginWords.Sentence(scores, union),
            Change = change is null
                ? null
                : new Change(scores.Base!.Value, change.Headline, change.Comparable, change.Catalogue, change.Coverage),
            Indicators =
            [
                .. Enumerable
                    .Range(0, scores.Codes.Length)
                    .Where(i => scores.States[(union * scores.Codes.Length) + i] != CellState.Outside)
                    .Select(i => Indicator(union, i, gains)),
            ],
            Lowest = LowestOf(indexes),
            Robustness = scores.Range(union) is { } range
                ? new Robustness(
                    range.Best,
                    range.Worst,
                    range.MostInfluential >= 0 ? scores.Codes[range.MostInfluential] : "",
                    (range.Worst - range.Best) * _settings.Robustness.FirmShare <= scores.Ranked[union]
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
        Enumerable
            .Range(0, scores.Organisations.Length)
            .Where(u => scores.Reason(u) == Unranked.None)
            .GroupBy(u => scores.Groups[u], StringComparer.Ordinal)
            .ToImmutableDictionary(
                g => g.Key,
                g => Vocabulary.Indexes.Select(k => Median([.. g], scores, k)).ToArray(),
                StringComparer.Ordinal
            );

    private static decimal? Median(List<int> members, PeriodScores scores, IndexKey key)
    {
        var values = members.Select(u => scores.PublishedIndex(u, key)).OfType<decimal>().Order().ToList();
        return values.Count == 0 ? null : Rounder.For(scores.Settings).Round(Quantiles.Of(values, 0.5m));
    }

    private IndexResult Index(int union, IndexKey key, ChangeScore? change)
    {
        var value = scores.PublishedIndex(union, key);
        var place = scores.IndexPlaces[(union * 5) + (int)key];
        return new(
            key,
            value,
            Grades.Of(value, _settings),
            change?.Indexes[(int)key],
            place > 0 ? place : null,
            _medians.TryGetValue(scores.Groups[union], out var group) ? group[(int)key] : null
        );
    }

    private Ranking Rank(int union)
    {
        var group = scores.Groups[union];
        if (scores.Place(union) is not { } place)
        {
            return new() { Group = group, Reason = Reason(union) };
        }

        var ranked = scores.Ranked[union];
        return new()
        {
            Group = group,
            Place = place,
            Tied = scores.Tied[union],
            Ranked = ranked,
            Percentile = decimal.Round(
                (scores.Below[union] + (0.5m * scores.Equals[union])) * 100m / ranked,
                1,
                MidpointRounding.AwayFromZero
            ),
            Band = Bands.Of(place, ranked, _settings.RankBands),
            Moved = scores.Moves[union],
        };
    }

    private string Reason(int union) =>
        scores.Reason(union) switch
        {
            Unranked.District => "全区不参加排名",
            Unranked.NotPublic => "不公开单位",
            Unranked.New => "当期新建",
            Unranked.Merged => "已合并",
            Unranked.Dissolved => "已撤销",
            Unranked.NoValue => "无可计分数据",
            Unranked.Coverage =>
                $"覆盖率{Numerals.Score(scores.PublishedCoverage(union))}%，低于{Numerals.Plain(_settings.RankMinimumCoverage)}%",
            Unranked.SmallGroup => $"所在组可排名的单位不足{Numerals.Count(_settings.RankMinimumGroup)}个",
            _ => "",
        };

    private IndicatorResult Indicator(int union, int indicator, Gains gains)
    {
        var cell = scores.At(union, indicator);
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
        var how = scores.Suppression.Of(union, indicator);
        if (how != Withheld.No)
        {
            return Hidden(result, cell, how);
        }

        return cell.Exact is { } exact ? Shown(result, union, indicator, cell, exact, gains) : result;
    }

    private IndicatorResult Shown(
        IndicatorResult result,
        int union,
        int indicator,
        Cell cell,
        Quotient exact,
        Gains gains
    )
    {
        var score = _rounder.Quotient(exact.Numerator, exact.Denominator);
        var points = _rounder.Quotient(exact.Numerator * cell.Row!.Weight, exact.Denominator * 100m);
        return result with
        {
            NumeratorText = cell.Measure.IsRatio ? Numerals.Plain(cell.Measure.Numerator!.Value) : "",
            DenominatorText = cell.Measure.IsRatio ? Numerals.Plain(cell.Measure.Denominator!.Value) : "",
            Value = cell.Measure.Number is { } number ? decimal.Round(number, 4, MidpointRounding.AwayFromZero) : null,
            Score = score,
            Points = points,
            Lost = cell.Row.Weight - points,
            Gain = gains.Of(cell.Row, exact),
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
    private decimal? ChangeOf(int union, int indicator, decimal score) =>
        scores.Past(union) is not var (then, past)
        || scores
            .Origin(union)
            .Unions.Any(u => scores.BaseScores!.Suppression.Of(u, scores.BaseColumns[indicator]) != Withheld.No)
        || Changes.ByTodaysRule(scores, union, indicator, then, past) is not { } old
            ? null
            : score - _rounder.Quotient(old.Numerator, old.Denominator);

    // A break is shown where the indicator stood in the base period under another version.
    private bool Breaks(int union, int indicator)
    {
        if (scores.Past(union) is not var (then, past) || scores.Rows[(union * scores.Codes.Length) + indicator] < 0)
        {
            return false;
        }

        var j = scores.BaseColumns[indicator];
        return j < 0
            || (
                then.Rows[(past * then.Codes.Length) + j] >= 0
                && Changes.Comparable(scores, union, indicator, then, past) < 0
            );
    }

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
