using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>Index values, total and coverage of unions（指数、总指数与覆盖率）.</summary>
internal static class Figures
{
    /// <summary>The period with the figures of its unions.</summary>
    public static PeriodScores Fill(PeriodScores period, CancellationToken cancel) =>
        period with
        {
            Unions = period.Unions.Map(u => Fill(u, period.Settings), cancel),
        };

    /// <summary>The union with its figures.</summary>
    public static ScoredUnion Fill(ScoredUnion union, Settings settings)
    {
        var (rounder, counted) = (Rounder.For(settings), Of(union, settings, c => c.Counted));

        // Coverage is the total of an indicator that counts 100 where it was scored and 0 where it was not.
        var covered = Of(
            union,
            settings,
            c =>
                c.IsInBase
                    ? c.Score is null
                        ? Fraction.Zero
                        : Fraction.Hundred
                    : null
        );
        return union with
        {
            Indexes = new(k => rounder.Round(counted[k])),
            Total = rounder.Round(counted.Total),
            Coverage = rounder.Round(covered.Total ?? Fraction.Zero),
        };
    }

    /// <summary>What enters the union's indexes and total, exact.</summary>
    public static Totals<Fraction> Of(ScoredUnion union, Settings settings) => Of(union, settings, c => c.Counted);

    /// <summary>
    /// The same as if nothing were set aside: what the exporting system, which sets nothing aside, would find.
    /// </summary>
    public static Totals<Fraction> WithProtected(ScoredUnion union, Settings settings) =>
        Of(union, settings, c => c.State == CellState.Protected ? c.Points : c.Counted);

    private static Totals<Fraction> Of(ScoredUnion union, Settings settings, Func<Cell, Fraction?> score)
    {
        var totals = Totals.By(settings);
        foreach (ref readonly var cell in union.Cells.AsSpan())
        {
            if (score(cell) is { } points)
            {
                totals.Add(cell.Row!.Index, cell.Row.Weight, points);
            }
        }

        return totals;
    }
}
