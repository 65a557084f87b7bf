using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;
using FuGongJianJia.Text;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// Makes the published result of one union from its scores（单个工会的结果）: rounding once, small numbers withheld.
/// </summary>
/// <param name="scores">Scores of the period.</param>
/// <param name="corrections">Corrections of the period's figures, by code of the unit.</param>
internal sealed class ResultComposer(PeriodScores scores, ILookup<string, CorrectionView> corrections)
{
    private readonly Settings _settings = scores.Settings;
    private readonly Rounder _rounder = Rounder.For(scores.Settings);
    private readonly ImmutableDictionary<string, decimal?[]> _medians = Medians(scores);

    public UnionResult Compose(int union)
    {
        var organisation = scores.Organisations[union];
        var total = scores.PublishedTotal(union);
        var change = scores.Change(union);
        var gains = new Gains(scores, union);
        var parent = organisation.Parent is { } code ? scores.NumberOf(code) : -1;
        return new UnionResult
        {
            Period = scores.Period,
            Organisation = OrganisationView.Of(organisation),
            ParentName = parent >= 0 ? scores.Organisations[parent].Name : "",
            Indexes = [.. Vocabulary.Indexes.Select(k => Index(union, k, change))],
            Total = total,
            Grade = Grades.Of(total, _settings),
            Coverage = scores.PublishedCoverage(union),
            Ranking = Rank(union),
            Ancestry = Ancestry.Of(scores, union),
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
            Robustness = scores.Range(union) is { } range
                ? new Robustness(
                    range.Best,
                    range.Worst,
                    range.MostInfluential >= 0 ? scores.Codes[range.MostInfluential] : null,
                    (range.Worst - range.Best) * _settings.Robustness.FirmShare <= scores.Ranked[union]
                )
                : null,
            Corrections = [.. corrections[organisation.Code]],
        };
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
            Band = Band.Of(place, ranked, _settings.RankBands),
            Moved = scores.Moves[union],
        };
    }

    private NotRanked Reason(int union) =>
        scores.Reason(union) switch
        {
            Unranked.District => new NotRanked.District(),
            Unranked.NotPublic => new NotRanked.NotPublic(),
            Unranked.Coverage => new NotRanked.LowCoverage(
                scores.PublishedCoverage(union),
                _settings.RankMinimumCoverage
            ),
            Unranked.SmallGroup => new NotRanked.SmallGroup(_settings.RankMinimumGroup),
            Unranked.NoValue => new NotRanked.NoValue(),
            _ => new NotRanked.ByStatus(scores.Organisations[union].Status),
        };

    private IndicatorResult Indicator(int union, int indicator, Gains gains)
    {
        var cell = scores.At(union, indicator);
        var result = new IndicatorResult
        {
            Indicator = cell.Row!,
            State = cell.State switch
            {
                CellState.Scored or CellState.Protected => ObservationState.Reported,
                CellState.NotApplicable => ObservationState.NotApplicable,
                CellState.Doubtful => ObservationState.Doubtful,
                _ => ObservationState.Missing,
            },
            Pool = cell.Pool is { } pool ? new(pool.Method, pool.Level, pool.Reporting, pool.Applicable) : null,
            Target = cell.Target,
            ReportedOn = cell.ReportedOn,
            SeriesBreak = Breaks(union, indicator),
        };
        var how = scores.Suppression.Of(union, indicator);
        if (how != Withheld.No)
        {
            return result with
            {
                Withheld = how,
                Reported = ReportedValues.Withheld(cell, how, _settings.SmallNumberThreshold),
            };
        }

        if (cell.Exact is not { } exact)
        {
            return result;
        }

        var score = _rounder.Quotient(exact.Numerator, exact.Denominator);
        return result with
        {
            Reported = ReportedValues.Of(cell),
            Score = score,
            Points = _rounder.Quotient(exact.Numerator * cell.Row!.Weight, exact.Denominator * 100m),
            Gain = gains.Of(cell.Row, exact),
            Change = ChangeOf(union, indicator, score),
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
}
