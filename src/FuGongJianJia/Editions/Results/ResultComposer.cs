using System.Collections.Concurrent;
using System.Collections.Immutable;
using FuGongJianJia.Editions.Common;
using FuGongJianJia.Editions.Corrections;
using FuGongJianJia.Eligibility;
using FuGongJianJia.Model;
using FuGongJianJia.Scoring;

namespace FuGongJianJia.Editions.Results;

/// <summary>
/// Makes the published result of one union from its scores（单个工会的结果）: rounded once, small numbers withheld.
/// </summary>
/// <param name="scores">Scores of the period.</param>
/// <param name="standings">What became of every unit.</param>
/// <param name="corrections">Corrections of the period's figures, by code of the unit.</param>
internal sealed class ResultComposer(
    PeriodScores scores,
    StandingComposer standings,
    ILookup<string, CorrectionView> corrections
)
{
    private readonly Settings _settings = scores.Settings;
    private readonly Rounder _rounder = Rounder.For(scores.Settings);
    private readonly ImmutableArray<int> _screened = scores.Settings.Stars.Levels.IsEmpty
        ? []
        : Screener.Indicators(scores);
    private readonly Dictionary<string, ImmutableArray<decimal?>> _medians = Medians(scores);

    // 不适用 and 缺报 say the same of every unit: a quarter of all results are these few.
    private readonly ConcurrentDictionary<IndicatorResult, IndicatorResult> _nothings = new();

    public UnionResult Compose(ScoredUnion union)
    {
        var organisation = union.Organisation;
        return new UnionResult
        {
            Period = scores.Period,
            Organisation = OrganisationView.Of(organisation),
            Standing = standings.Of(scores, organisation),
            ParentName = organisation.Parent is { } code ? scores.Find(code)?.Organisation.Name ?? "" : "",
            Indexes = [.. Vocabulary.Indexes.Select(k => Index(union, k))],
            Total = union.Total,
            Grade = Grades.Of(union.Total, scores.Period, _settings),
            Star = Star(union),
            Coverage = union.Coverage,
            Ranking = Rank(union),
            Ancestry = Ancestry.Of(scores, union),
            Change = union.Change is { } change
                ? new(scores.Base!.Period, change.Headline, change.Comparable, change.Catalogue, change.Coverage)
                : null,
            Indicators = Indicators(union),
            Robustness = union.Range is { } range
                ? new(
                    range.Best,
                    range.Worst,
                    range.MostInfluential is { } most ? scores.Codes[most] : null,
                    (range.Worst - range.Best) * _settings.Robustness.FirmShare <= union.Rank!.Ranked
                )
                : null,
            Corrections = [.. corrections[organisation.Code]],
        };
    }

    private static Dictionary<string, ImmutableArray<decimal?>> Medians(PeriodScores scores) =>
        scores
            .Unions.Where(u => u.Reason is null)
            .GroupBy(u => u.Group, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => Vocabulary.Indexes.Select(k => Median(g, k, scores.Settings)).ToImmutableArray(),
                StringComparer.Ordinal
            );

    private static decimal? Median(IEnumerable<ScoredUnion> members, IndexKey key, Settings settings)
    {
        var values = members.Select(u => u.Comparable(key, settings)).OfType<decimal>().Order().ToList();
        return values.Count == 0 ? null : Rounder.For(settings).Round(Quantiles.Of(values, 0.5m));
    }

    private IndexResult Index(ScoredUnion union, IndexKey key)
    {
        var (value, change) = (union.Indexes[key], union.Change?.Indexes[key]);
        return new(
            key,
            value,
            Grades.Of(value, scores.Period, _settings),
            change,
            union.Rank?.Indexes[key],
            _medians.TryGetValue(union.Group, out var group) ? group[(int)key] : null
        )
        {
            Items = union.Items[key],
            IsCompared = union.Comparable(key, _settings) is not null,
            EventChange = change - (union.Change?.WithoutEvents[key] ?? 0m) ?? 0m,
        };
    }

    private string? Star(ScoredUnion union) =>
        Screener.Concerns(union.Organisation) && !_settings.Stars.Levels.IsEmpty
            ? Stars.Of(scores, Screener.Screen(scores, union, _screened))?.Name
            : null;

    private Ranking Rank(ScoredUnion union) =>
        union.Rank is not { } rank
            ? new() { Group = union.Group, Reason = Reason(union) }
            : new()
            {
                Group = union.Group,
                Place = rank.Place,
                Tied = rank.IsTied,
                Ranked = rank.Ranked,
                Percentile = decimal.Round(
                    (rank.Below + (0.5m * rank.Sharing)) * 100m / rank.Ranked,
                    1,
                    MidpointRounding.AwayFromZero
                ),
                Band = Band.Of(rank.Place, rank.Ranked, _settings.RankBands),
                Moved = rank.Moved,
            };

    private NotRanked Reason(ScoredUnion union) =>
        union.Reason switch
        {
            Unranked.District => new NotRanked.District(),
            Unranked.NotPublic => new NotRanked.NotPublic(),
            Unranked.Coverage => new NotRanked.LowCoverage(union.Coverage, _settings.RankMinimumCoverage),
            Unranked.SmallGroup => new NotRanked.SmallGroup(_settings.RankMinimumGroup),
            Unranked.NoValue => new NotRanked.NoValue(),
            _ => new NotRanked.ByStatus(union.Organisation.Status),
        };

    private ImmutableArray<IndicatorResult> Indicators(ScoredUnion union)
    {
        var gains = new Gains(union, _settings);
        var stands = union.Organisation.Status is OrganisationStatus.Normal or OrganisationStatus.New;
        // Counted first: a list of a million results that is cut to its size afterwards is copied whole.
        var count = 0;
        for (var i = 0; i < union.Cells.Length; i++)
        {
            count += IsTold(union.Cells.ItemRef(i).State) ? 1 : 0;
        }

        var results = ImmutableArray.CreateBuilder<IndicatorResult>(count);
        for (var i = 0; i < union.Cells.Length; i++)
        {
            if (IsTold(union.Cells.ItemRef(i).State))
            {
                var result = Indicator(union, i, gains);
                results.Add(result.Reported is null ? _nothings.GetOrAdd(result, result) : result);
            }
        }

        return results.MoveToImmutable();

        bool IsTold(CellState state) =>
            state != CellState.Outside && (stands || state is CellState.Scored or CellState.Protected);
    }

    private IndicatorResult Indicator(ScoredUnion union, int indicator, Gains gains)
    {
        ref readonly var cell = ref union.Cells.ItemRef(indicator);
        var isShown = cell.Withheld == Withheld.No;
        var exact = isShown ? cell.Score : null;
        var score = _rounder.Round(exact);
        var isEvent = cell.Row!.Nature == IndicatorNature.Event;
        return new IndicatorResult
        {
            Indicator = cell.Row!,
            Rule = cell.Rule!,
            State = cell.State switch
            {
                CellState.Scored or CellState.Protected => ObservationState.Reported,
                CellState.NotApplicable or CellState.NotAsked => ObservationState.NotApplicable,
                CellState.Doubtful => ObservationState.Doubtful,
                _ => ObservationState.Missing,
            },
            Withheld = cell.Withheld,
            IsVeiled = isShown && cell.IsVeiled,
            Reported =
                !isShown ? ReportedValues.Withheld(cell, _settings.SmallNumberThreshold)
                : exact is null ? null
                : cell.IsVeiled ? ReportedValues.Veiled(cell)
                : ReportedValues.Of(cell),
            Pool = cell.Pool is { } pool ? new(pool.Method, pool.Level, pool.Reporting, pool.Applicable) : null,
            Score = score,
            Points = exact is { } s ? _rounder.Round(s * cell.Row!.Weight / 100) : null,
            Gain = exact is null || isEvent ? null : gains.Of(cell),
            Change = score is { } now && !isEvent ? ChangeOf(union, indicator, now) : null,
            SeriesBreak = Breaks(union, indicator),
            ReportedOn = cell.ReportedOn,
        };
    }

    // Of a merged union a change of score would give back a predecessor's withheld figure as well.
    private decimal? ChangeOf(ScoredUnion union, int indicator, decimal score) =>
        scores.Past(union, indicator) is not { } past
        || IsWithheldInAny(union.Origin.Unions, scores.BaseIndicators[indicator]!.Value)
        || Changes.ByTodaysRule(union.Cells[indicator], past) is not { } old
            ? null
            : score - _rounder.Round(old);

    private static bool IsWithheldInAny(ImmutableArray<ScoredUnion> predecessors, int indicator) =>
        predecessors.Any(u => u.Cells[indicator].Withheld != Withheld.No);

    // A break is shown where the indicator stood in the base period under another version.
    private bool Breaks(ScoredUnion union, int indicator) =>
        union.Past is not null
        && union.Cells[indicator].Row is not null
        && (
            scores.Past(union, indicator) is not { } past
            || (past.Row is not null && !Changes.AreComparable(union.Cells[indicator], past))
        );
}
