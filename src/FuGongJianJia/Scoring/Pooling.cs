using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Pooling for towns and the district（汇总）. A row reported for the unit itself wins. Otherwise the 汇总方式 of the row that
/// holds
/// pools what the units below reported, at the lowest level that the indicator applies to and where anything was
/// reported.
/// Units 正常 and 新建 take part, public or not; 合并 and 撤销 do not, because their work is counted where it went.
/// </summary>
internal static class Pooling
{
    private const int Levels = 3;

    public static void Fill(PeriodScores scores, CancellationToken cancel)
    {
        var uppers = Enumerable
            .Range(0, scores.Organisations.Length)
            .Where(u => scores.Organisations[u].Level != Level.Grassroots)
            .ToArray();
        var (width, tallies) = (scores.Codes.Length, Count(scores, uppers, cancel));
        var pools = new Pool?[uppers.Length * width];
        var states = new CellState[uppers.Length * width];

        // Read only while all are pooled, written after: the district never sees a town's pooled value as if it were
        // reported.
        for (var n = 0; n < pools.Length; n++)
        {
            (pools[n], states[n]) = One(
                scores,
                uppers[n / width],
                n % width,
                tallies.AsSpan((n / width) * Levels * width, Levels * width)
            );
        }

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

    // One sweep over the active units, each added to every unit above it: by upper unit, level of the unit and
    // indicator.
    private static Tally[] Count(PeriodScores scores, int[] uppers, CancellationToken cancel)
    {
        var width = scores.Codes.Length;
        var tallies = new Tally[uppers.Length * Levels * width];
        var position = new int[scores.Organisations.Length];
        Array.Fill(position, -1);
        for (var n = 0; n < uppers.Length; n++)
        {
            position[uppers[n]] = n;
        }

        Span<int> above = stackalloc int[4];
        for (var unit = 0; unit < scores.Organisations.Length; unit++)
        {
            cancel.ThrowIfCancellationRequested();
            var organisation = scores.Organisations[unit];
            if (organisation.Status is OrganisationStatus.Merged or OrganisationStatus.Dissolved)
            {
                continue;
            }

            var (found, parent) = (0, organisation.Parent);
            for (var step = 0; parent is not null && step < above.Length; step++)
            {
                var p = scores.NumberOf(parent);
                if (p < 0)
                {
                    break;
                }

                if (position[p] >= 0)
                {
                    above[found++] = p;
                }

                parent = scores.Organisations[p].Parent;
            }

            if (found > 0)
            {
                Add(scores, unit, above[..found], position, tallies);
            }
        }

        return tallies;
    }

    private static void Add(PeriodScores scores, int unit, ReadOnlySpan<int> above, int[] position, Tally[] tallies)
    {
        var (width, level) = (scores.Codes.Length, (int)scores.Organisations[unit].Level);
        for (var i = 0; i < width; i++)
        {
            var at = (unit * width) + i;
            if (scores.States[at] is CellState.NotApplicable or CellState.Outside)
            {
                continue;
            }

            var reported =
                scores.States[at] == CellState.Scored && scores.Sources[at] >= 0
                    ? scores.Data.Observations[scores.Sources[at]]
                    : null;
            foreach (var upper in above)
            {
                if (MethodFor(scores, upper, i) is { } method)
                {
                    ref var tally = ref tallies[(((position[upper] * Levels) + level) * width) + i];
                    tally.Applicable++;
                    if (reported is not null)
                    {
                        tally.Add(scores, at, unit, reported, method);
                    }
                }
            }
        }
    }

    // 汇总方式 for the cell of an upper unit; null where nothing is pooled: outside, reported itself, said not to apply, or
    // 不汇总.
    private static Aggregation? MethodFor(PeriodScores scores, int union, int indicator)
    {
        var at = (union * scores.Codes.Length) + indicator;
        if (
            scores.States[at] is CellState.Outside or CellState.Scored
            || (
                scores.States[at] == CellState.NotApplicable
                && scores.Plan.Names(indicator, scores.Organisations[union].Level)
            )
        )
        {
            return null;
        }

        var method = scores.Plan.Rows[scores.Rows[at]].Aggregation;
        return method == Aggregation.None ? null : method;
    }

    private static (Pool?, CellState) One(PeriodScores scores, int union, int indicator, ReadOnlySpan<Tally> tallies)
    {
        var width = scores.Codes.Length;
        var (level, state) = (scores.Organisations[union].Level, scores.States[(union * width) + indicator]);
        if (MethodFor(scores, union, indicator) is not { } method)
        {
            return (null, state);
        }

        var applicable = 0;
        for (var lower = scores.Plan.Lowest[indicator]; lower > level; lower--)
        {
            ref readonly var tally = ref tallies[((int)lower * width) + indicator];
            if (!scores.Plan.Names(indicator, lower))
            {
                continue;
            }

            applicable += tally.Applicable;
            if (tally.ToPool(method, lower) is { } pool)
            {
                return (pool, CellState.Scored);
            }
        }

        // Nothing below that it applies to: nothing to pool, unless the level is asked itself.
        return (null, applicable == 0 && !scores.Plan.Names(indicator, level) ? CellState.NotApplicable : state);
    }

    // The unit's own rule scores the pooled value; a rule that cannot read it (a count where a step was pooled) leaves
    // it to the rule below.
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
