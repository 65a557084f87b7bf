using System.Collections.Immutable;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Pooling for towns and the district（汇总）. A row reported for the unit itself wins. Otherwise the 汇总方式 of the row that
/// holds pools what the units below reported, at the lowest level that the indicator applies to and where anything was
/// reported. Where no unit below reports and all to which it applies say 不适用, so is the upper unit. Units 正常 and 新建
/// take part, public or not; 合并 and 撤销 do not, because their work is counted where it went.
/// </summary>
internal static class Pooling
{
    // More than any union has above it, so that parents in a circle come to an end.
    private const int MostAbove = 4;

    /// <summary>The period with the pooled cells of its upper units.</summary>
    public static PeriodScores Fill(PeriodScores period, CancellationToken cancel)
    {
        // All are pooled from what was reported: the district never sees a town's pooled value as if it were reported,
        // but that a town turned out to be 不适用.
        var unions = period.Unions.ToBuilder();
        foreach (var level in (ReadOnlySpan<Level>)[Level.Town, Level.District])
        {
            foreach (var (upper, below) in Count(period, unions, level, cancel))
            {
                unions[upper] = unions[upper] with
                {
                    Cells = [.. unions[upper].Cells.Select((cell, i) => Pooled(period, unions[upper], i, cell, below))],
                };
            }
        }

        return period with
        {
            Unions = unions.DrainToImmutable(),
        };
    }

    // One sweep over the active units, each added to the units of the level that are above it.
    private static Dictionary<int, Below> Count(
        PeriodScores period,
        ImmutableArray<ScoredUnion>.Builder unions,
        Level level,
        CancellationToken cancel
    )
    {
        var counts = unions
            .Where(u => u.Organisation.Level == level)
            .ToDictionary(u => u.Number, u => new Below(u, period.Catalogue));
        foreach (var unit in unions.Where(u => IsActive(u.Organisation)))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var upper in Above(period, unit.Organisation))
            {
                if (counts.TryGetValue(upper.Number, out var below))
                {
                    below.Add(unit);
                }
            }
        }

        return counts;
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

    private static Cell Pooled(PeriodScores period, ScoredUnion union, int indicator, Cell cell, Below below)
    {
        var (level, catalogue) = (union.Organisation.Level, period.Catalogue);
        if (below.Methods[indicator] is not { } method)
        {
            return cell;
        }

        var (applicable, declined) = (0, 0);
        for (var lower = catalogue.Lowest[indicator]; lower > level; lower--)
        {
            if (!catalogue.Names(indicator, lower))
            {
                continue;
            }

            ref readonly var tally = ref below[lower, indicator];
            applicable += tally.Applicable;
            declined += tally.Declined;
            if (tally.ToPool(method, lower) is { } pool)
            {
                return ScoredByOwnRule(period, union, indicator, cell with { Observation = null, Pool = pool });
            }
        }

        // All below say 不适用; or nothing below that it applies to, and the level is not asked itself. Who reported
        // something doubtful has answered.
        return
            cell.State == CellState.Missing && applicable == 0 && (declined > 0 || !catalogue.Names(indicator, level))
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

    // What the units below an upper unit report, by their level and indicator.
    private sealed class Below(ScoredUnion upper, CompiledCatalogue catalogue)
    {
        private readonly Tally[,] _tallies = new Tally[Enum.GetValues<Level>().Length, catalogue.Codes.Length];

        /// <summary>汇总方式 of each indicator; null where nothing is pooled.</summary>
        public ImmutableArray<Aggregation?> Methods { get; } =
        [.. upper.Cells.Select((cell, i) => MethodFor(cell, catalogue.Names(i, upper.Organisation.Level)))];

        public ref readonly Tally this[Level level, int indicator] => ref _tallies[(int)level, indicator];

        public void Add(ScoredUnion unit)
        {
            var blanks = catalogue.BlanksFor(unit.Organisation);
            for (var i = 0; i < Methods.Length; i++)
            {
                if (Methods[i] is not { } method)
                {
                    continue;
                }

                ref readonly var cell = ref unit.Cells.ItemRef(i);
                ref var tally = ref _tallies[(int)unit.Organisation.Level, i];
                switch (cell.State)
                {
                    case CellState.Outside or CellState.NotAsked:
                        break;
                    case CellState.NotApplicable:
                        // Said by the unit, not by the catalogue.
                        tally.Declined += blanks.ItemRef(i).State == CellState.Missing ? 1 : 0;
                        break;
                    default:
                        tally.Applicable++;
                        if (cell is { State: CellState.Scored, Observation: not null })
                        {
                            tally.Add(cell, method, unit.Organisation);
                        }

                        break;
                }
            }
        }

        // Nothing is pooled where the cell is outside, reported itself, said not to apply, or 不汇总.
        private static Aggregation? MethodFor(in Cell cell, bool isNamed) =>
            cell.State is CellState.Outside or CellState.Scored
            || (cell.State == CellState.NotApplicable && isNamed)
            || cell.Row!.Aggregation == Aggregation.None
                ? null
                : cell.Row.Aggregation;
    }
}
