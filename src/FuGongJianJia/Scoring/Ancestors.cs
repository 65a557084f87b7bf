using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Merged unions as they would have stood in the base period（前身合并）: one unit each, of today's class and group, whose
/// values are those of
/// its predecessors pooled by 汇总方式, scored by the base period's catalogue and targets. An indicator counts only where
/// every predecessor
/// that it applied to had reported it; where one of them is protected it is set aside. Scored like any other period, so
/// that change, words and explanation need nothing of their own.
/// </summary>
internal static class Ancestors
{
    /// <summary>
    /// Scores of the merged unions in the base period, by code, noted as their predecessors; null when there are none.
    /// </summary>
    public static PeriodScores? Of(PeriodScores now, PeriodScores then, CancellationToken cancel)
    {
        var merged = now.Origins.Where(o => o.Value.Kind == OriginKind.Merged).Select(o => o.Key).Order().ToList();
        if (merged.Count == 0)
        {
            return null;
        }

        var observations = merged.SelectMany(u =>
            Enumerable
                .Range(0, then.Codes.Length)
                .Select(i =>
                    Pooled(then, now.Origins[u].Unions, i) is { } pooled
                        ? pooled with
                        {
                            Organisation = now.Organisations[u].Code,
                        }
                        : null
                )
                .OfType<Observation>()
        );
        var scores = new PeriodScores(
            then.Data with
            {
                Organisations = [.. merged.Select(u => now.Organisations[u])],
                Observations = [.. observations],
                ReportedIndexes = [],
            },
            then.Settings
        );
        Filler.Cells(scores, cancel);
        Filler.Figures(scores, cancel);
        merged.ForEach(u => now.Predecessors[u] = -2 - scores.NumberOf(now.Organisations[u].Code));
        return scores;
    }

    // Null where a predecessor had not reported, or where values of this kind cannot be put together.
    private static Observation? Pooled(PeriodScores then, ImmutableArray<int> unions, int indicator)
    {
        var blank = new Observation
        {
            Organisation = "",
            Indicator = then.Codes[indicator],
            State = ObservationState.Reported,
        };
        var cells = unions
            .Select(u => (Union: u, Cell: then.At(u, indicator)))
            .Where(c => c.Cell.State is not (CellState.Outside or CellState.NotApplicable))
            .ToList();
        if (cells.Count == 0 || cells.Exists(c => c.Cell.State == CellState.Protected))
        {
            return blank with { State = ObservationState.NotApplicable };
        }

        if (
            cells.Exists(c => c.Cell.State != CellState.Scored)
            || cells.DistinctBy(c => (c.Cell.Row!.Version, c.Cell.Row.Aggregation)).Count() > 1
        )
        {
            return null;
        }

        var measures = cells.ConvertAll(c => c.Cell.Measure);
        var pooled = blank with { Approximate = measures.Exists(m => m.Approximate) };
        return cells[0].Cell.Row!.Aggregation switch
        {
            Aggregation.PooledRatio when measures.TrueForAll(m => m.IsRatio) => pooled with
            {
                Numerator = measures.Sum(m => m.Numerator),
                Denominator = measures.Sum(m => m.Denominator),
            },
            Aggregation.Sum when measures.TrueForAll(m => m.Value is not null || m.Numerator is not null) => pooled with
            {
                Value = measures.Sum(m => m.Value ?? m.Numerator),
            },
            Aggregation.ShareOfUnitsAtTarget when measures.TrueForAll(m => !m.IsRatio) => pooled with
            {
                Numerator = cells.Count(c => c.Cell.Exact is { } s && s.Numerator >= 100m * s.Denominator),
                Denominator = cells.Count,
            },
            Aggregation.ShareOfUnitsAtTarget
                when measures.TrueForAll(m => m.IsRatio) && cells.TrueForAll(c => c.Cell.Pool is not null) =>
                pooled with
                {
                    Numerator = measures.Sum(m => m.Numerator),
                    Denominator = measures.Sum(m => m.Denominator),
                },
            Aggregation.HighestTier when cells.MaxBy(c => c.Cell.Score) is { Cell.Measure: var best } => pooled with
            {
                Numerator = best.Numerator,
                Denominator = best.Denominator,
                Value = best.Value,
                Word = best.Word,
            },
            _ => null,
        };
    }
}
