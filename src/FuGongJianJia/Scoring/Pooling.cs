using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Pooling for towns and the district（汇总）. A row reported for the unit itself wins. Otherwise the 汇总方式 of the row that
/// holds pools what the units below reported, at the lowest level that the indicator applies to and where anything was
/// reported. Units 正常 and 新建 take part, public or not; 合并 and 撤销 do not, because their work is counted where it went.
/// </summary>
internal static class Pooling
{
    // Units above a unit: its town and the district, and two more where a federation stands between.
    private const int MostAbove = 4;

    /// <summary>The period with the pooled cells of its upper units.</summary>
    public static PeriodScores Fill(PeriodScores period, CancellationToken cancel)
    {
        // All are pooled from what was reported: the district never sees a town's pooled value as if it were reported.
        var tallies = Count(period, cancel);
        var unions = period.Unions.ToBuilder();
        foreach (var (upper, below) in tallies)
        {
            var cells = unions[upper].Cells.ToBuilder();
            for (var i = 0; i < cells.Count; i++)
            {
                cells[i] = Pooled(period, unions[upper], i, below);
            }

            unions[upper] = unions[upper] with { Cells = cells.DrainToImmutable() };
        }

        return period with
        {
            Unions = unions.DrainToImmutable(),
        };
    }

    // One sweep over the active units, each added to every unit above it: by level of the unit and indicator.
    private static Dictionary<int, Tally[,]> Count(PeriodScores period, CancellationToken cancel)
    {
        var levels = Enum.GetValues<Level>().Length;
        var tallies = period
            .Unions.Where(u => u.Organisation.Level != Level.Grassroots)
            .ToDictionary(u => u.Number, _ => new Tally[levels, period.Codes.Length]);
        foreach (var unit in period.Unions.Where(u => IsActive(u.Organisation)))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var upper in Above(period, unit.Organisation))
            {
                if (tallies.TryGetValue(upper.Number, out var below))
                {
                    Add(period.Catalogue, unit, upper, below);
                }
            }
        }

        return tallies;
    }

    /// <summary>Units 正常 and 新建.</summary>
    public static bool IsActive(Organisation organisation) =>
        organisation.Status is not (OrganisationStatus.Merged or OrganisationStatus.Dissolved);

    /// <summary>The units above a unit, nearest first, as far as the period has them.</summary>
    public static IEnumerable<ScoredUnion> Above(PeriodScores period, Organisation organisation)
    {
        var at = organisation;
        for (var step = 0; step < MostAbove && at.Parent is { } parent; step++)
        {
            if (period.Find(parent) is not { } upper)
            {
                yield break;
            }

            yield return upper;
            at = upper.Organisation;
        }
    }

    private static void Add(CompiledCatalogue catalogue, ScoredUnion unit, ScoredUnion upper, Tally[,] below)
    {
        for (var i = 0; i < unit.Cells.Length; i++)
        {
            ref readonly var cell = ref unit.Cells.ItemRef(i);
            if (
                cell.State is not (CellState.NotApplicable or CellState.Outside)
                && MethodFor(catalogue, upper, i) is { } method
            )
            {
                ref var tally = ref below[(int)unit.Organisation.Level, i];
                tally.Applicable++;
                if (cell is { State: CellState.Scored, Observation: not null })
                {
                    tally.Add(cell, method);
                }
            }
        }
    }

    // 汇总方式 for the cell of an upper unit; null where nothing is pooled: outside, reported itself, said not to apply, or
    // 不汇总.
    private static Aggregation? MethodFor(CompiledCatalogue catalogue, ScoredUnion union, int indicator)
    {
        ref readonly var cell = ref union.Cells.ItemRef(indicator);
        var isClosed =
            cell.State is CellState.Outside or CellState.Scored
            || (cell.State == CellState.NotApplicable && catalogue.Names(indicator, union.Organisation.Level));
        return isClosed || cell.Row!.Aggregation == Aggregation.None ? null : cell.Row.Aggregation;
    }

    private static Cell Pooled(PeriodScores period, ScoredUnion union, int indicator, Tally[,] below)
    {
        var (cell, level, catalogue) = (union.Cells[indicator], union.Organisation.Level, period.Catalogue);
        if (MethodFor(catalogue, union, indicator) is not { } method)
        {
            return cell;
        }

        var applicable = 0;
        for (var lower = catalogue.Lowest[indicator]; lower > level; lower--)
        {
            if (!catalogue.Names(indicator, lower))
            {
                continue;
            }

            ref readonly var tally = ref below[(int)lower, indicator];
            applicable += tally.Applicable;
            if (tally.ToPool(method, lower) is { } pool)
            {
                return ScoredByOwnRule(period, union, indicator, cell with { Observation = null, Pool = pool });
            }
        }

        // Nothing below that it applies to: nothing to pool, unless the level is asked itself.
        return applicable == 0 && !catalogue.Names(indicator, level)
            ? cell with
            {
                State = CellState.NotApplicable,
            }
            : cell;
    }

    // The unit's own rule scores the pooled value; a rule that cannot read it (a count where a step was pooled) leaves
    // it to the rule below.
    private static Cell ScoredByOwnRule(PeriodScores period, ScoredUnion union, int indicator, Cell cell)
    {
        var pool = cell.Pool!;
        var scored = cell.ScoredFrom(pool.Measure);
        foreach (var row in period.Catalogue.Variants[indicator].Where(r => r.Levels.Contains(pool.Level)))
        {
            if (scored.State == CellState.Scored)
            {
                break;
            }

            var rule = period.Targets.RuleOf(row, union.Organisation, union.Group);
            scored = (cell with { Row = row, Rule = rule }).ScoredFrom(pool.Measure);
        }

        return scored;
    }
}
