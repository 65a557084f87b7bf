using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Merged unions as they would have stood in the base period（前身合并）: one unit each, of today's class and group, whose
/// values are those of its predecessors pooled by 汇总方式, scored by the base period's catalogue and targets. An indicator
/// counts only where every predecessor that it applied to had reported it; where one of them is protected it is set
/// aside. Scored like any other period, so that change, words and explanation need nothing of their own.
/// </summary>
internal static class Ancestors
{
    /// <summary>What the predecessors of each merged union were together, by today's code.</summary>
    public static PeriodScores Of(
        IEnumerable<(Organisation Organisation, Origin Origin)> merged,
        PeriodScores then,
        CancellationToken cancel
    )
    {
        var all = merged.ToList();
        var observations = all.SelectMany(m =>
            Enumerable
                .Range(0, then.Codes.Length)
                .Select(i => Pooled(then.Codes[i], [.. m.Origin.Unions.Select(u => u.Cells[i])]))
                .OfType<Observation>()
                .Select(o => o with { Organisation = m.Organisation.Code })
        );
        var data = then.Data with
        {
            Organisations = [.. all.Select(m => m.Organisation)],
            Observations = [.. observations],
            ReportedIndexes = [],
        };
        return Figures.Fill(Pooling.Fill(CellScoring.Of(data, then.Settings, cancel), cancel), cancel);
    }

    // Null where a predecessor had not reported, or where values of this kind cannot be put together.
    private static Observation? Pooled(string indicator, ImmutableArray<Cell> predecessors)
    {
        var blank = new Observation
        {
            Organisation = "",
            Indicator = indicator,
            State = ObservationState.Reported,
        };
        var cells = predecessors.RemoveAll(c =>
            c.State is CellState.Outside or CellState.NotApplicable or CellState.NotAsked
        );
        if (cells.IsEmpty || cells.Any(c => c.State == CellState.Protected))
        {
            return blank with { State = ObservationState.NotApplicable };
        }

        if (
            cells.Any(c => c.State != CellState.Scored)
            || cells.DistinctBy(c => (c.Row!.Version, c.Row.Aggregation)).Count() > 1
        )
        {
            return null;
        }

        var measures = cells.Select(c => c.Measure).ToList();
        var pooled = blank with { Approximate = measures.Exists(m => m.Approximate) };
        return cells[0].Row!.Aggregation switch
        {
            Aggregation.PooledRatio when measures.TrueForAll(m => m.IsRatio) => Added(),
            Aggregation.Sum when measures.TrueForAll(m => m.Value is not null || m.Numerator is not null) => pooled with
            {
                Value = measures.Sum(m => m.Value ?? m.Numerator),
            },
            Aggregation.ShareOfUnitsAtTarget when measures.TrueForAll(m => !m.IsRatio) => pooled with
            {
                Numerator = cells.Count(c => c.Score == Fraction.Hundred),
                Denominator = cells.Length,
            },
            Aggregation.ShareOfUnitsAtTarget
                when measures.TrueForAll(m => m.IsRatio) && cells.All(c => c.Pool is not null) => Added(),
            Aggregation.HighestTier when cells.MaxBy(c => c.Score) is { Measure: var best } => pooled with
            {
                Numerator = best.Numerator,
                Denominator = best.Denominator,
                Value = best.Value,
                Word = best.Word,
            },
            _ => null,
        };

        Observation Added() =>
            pooled with
            {
                Numerator = measures.Sum(m => m.Numerator),
                Denominator = measures.Sum(m => m.Denominator),
            };
    }
}
