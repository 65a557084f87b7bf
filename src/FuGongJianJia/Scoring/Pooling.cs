using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Pooling for towns and the district（汇总）. A row reported for the unit itself wins. Otherwise the 汇总方式 of the row that holds
/// pools what the units below reported, at the lowest level that the indicator applies to and where anything was reported.
/// Units 正常 and 新建 take part, public or not; 合并 and 撤销 do not, because their work is counted where it went.
/// </summary>
internal static class Pooling
{
    public static void Fill(PeriodScores scores, CancellationToken cancel)
    {
        var below = Below(scores);
        var uppers = Enumerable.Range(0, scores.Organisations.Length)
            .Where(u => scores.Organisations[u].Level != Level.Grassroots).ToArray();
        var width = scores.Codes.Length;
        var pools = new Pool?[uppers.Length * width];
        var states = new CellState[uppers.Length * width];
        var options = new ParallelOptions { CancellationToken = cancel };

        // Read only while all are pooled, written after: the district never sees a town's pooled value as if it were reported.
        Parallel.For(0, pools.Length, options, n => (pools[n], states[n]) = One(scores, uppers[n / width], n % width, below));
        var kept = ImmutableArray.CreateBuilder<Pool>();
        for (var n = 0; n < pools.Length; n++)
        {
            var (union, at) = (uppers[n / width], (uppers[n / width] * width) + (n % width));
            if (pools[n] is { } pool)
            {
                kept.Add(pool);
                scores.Sources[at] = -1 - kept.Count;
                ScoreByOwnRule(scores, union, at, pool);
            }
            else if (states[n] == CellState.NotApplicable)
            {
                scores.States[at] = CellState.NotApplicable;
            }
        }

        scores.Pools = kept.ToImmutable();
    }

    // Active units below each town and the district, level by level.
    private static ImmutableArray<List<int>[]?> Below(PeriodScores scores)
    {
        var below = scores.Organisations.Select(o => o.Level == Level.Grassroots ? null : new List<int>[] { [], [], [] }).ToImmutableArray();
        for (var u = 0; u < scores.Organisations.Length; u++)
        {
            var organisation = scores.Organisations[u];
            if (organisation.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved)
            {
                continue;
            }

            var parent = organisation.Parent;
            for (var step = 0; parent is not null && step < 4; step++)
            {
                var p = scores.NumberOf(parent);
                if (p < 0)
                {
                    break;
                }

                below[p]?[(int)organisation.Level].Add(u);
                parent = scores.Organisations[p].Parent;
            }
        }

        return below;
    }

    private static (Pool?, CellState) One(PeriodScores scores, int union, int indicator, ImmutableArray<List<int>[]?> below)
    {
        var at = (union * scores.Codes.Length) + indicator;
        var level = scores.Organisations[union].Level;
        var state = scores.States[at];
        if (state is CellState.Outside or CellState.Scored || (state == CellState.NotApplicable && scores.Plan.Names(indicator, level)))
        {
            return (null, state);
        }

        var method = scores.Plan.Rows[scores.Rows[at]].Aggregation;
        if (method == Aggregation.None)
        {
            return (null, state);
        }

        var applicable = 0;
        for (var lower = scores.Plan.Lowest[indicator]; lower > level; lower--)
        {
            var units = below[union]![(int)lower]
                .Where(u => scores.Plan.Names(indicator, lower) && scores.States[(u * scores.Codes.Length) + indicator] is not (CellState.NotApplicable or CellState.Outside))
                .ToList();
            applicable += units.Count;
            if (Pool(scores, indicator, units, method, lower) is { } pool)
            {
                return (pool, CellState.Scored);
            }
        }

        // Nothing below that it applies to: nothing to pool, unless the level is asked itself.
        return (null, applicable == 0 && !scores.Plan.Names(indicator, level) ? CellState.NotApplicable : state);
    }

    private static Pool? Pool(PeriodScores scores, int indicator, List<int> units, Aggregation method, Level level)
    {
        var reports = units.Select(u => (At: (u * scores.Codes.Length) + indicator, Union: u))
            .Where(r => scores.States[r.At] == CellState.Scored && scores.Sources[r.At] >= 0)
            .Select(r => (r.At, r.Union, Observation: scores.Data.Observations[scores.Sources[r.At]]));
        if (method == Aggregation.PooledRatio)
        {
            reports = reports.Where(r => Measure.Of(r.Observation).IsRatio);
        }
        else if (method == Aggregation.HighestTier)
        {
            reports = reports.Where(r => r.Observation.Word is not null || r.Observation.Value is not null);
        }

        var list = reports.ToList();
        if (list.Count == 0)
        {
            return null;
        }

        var approximate = list.Exists(r => r.Observation.Approximate);
        Measure measure = method switch
        {
            Aggregation.PooledRatio => new(list.Sum(r => r.Observation.Numerator), list.Sum(r => r.Observation.Denominator), null, null, approximate),
            Aggregation.Sum => new(null, null, list.Sum(r => r.Observation.Value ?? r.Observation.Numerator ?? 0m), null, approximate),
            Aggregation.ShareOfUnitsAtTarget => new(list.Count(r => scores.ExactAt(r.At, r.Union) is { } s && s.Numerator >= 100m * s.Denominator), list.Count, null, null, approximate),
            _ => Measure.Of(list.OrderByDescending(r => scores.ExactAt(r.At, r.Union)!.Value.Value).ThenBy(r => r.At).First().Observation),
        };
        return new(method, level, list.Count, units.Count, measure, list.Max(r => r.Observation.ReportedOn));
    }

    // The unit's own rule scores the pooled value; a rule that cannot read it (a count where a step was pooled) leaves it to the rule below.
    private static void ScoreByOwnRule(PeriodScores scores, int union, int at, Pool pool)
    {
        Filler.Score(scores, union, at, pool.Measure);
        if (scores.States[at] == CellState.Scored)
        {
            return;
        }

        foreach (var row in scores.Plan.RowsOf[at % scores.Codes.Length])
        {
            if (scores.Plan.Rows[row].Levels.Contains(pool.Level))
            {
                scores.Rows[at] = (short)row;
                Filler.Score(scores, union, at, pool.Measure);
                if (scores.States[at] == CellState.Scored)
                {
                    return;
                }
            }
        }
    }
}
