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

    /// <summary>What enters the union's indexes and total, exact.</summary>
    public static Totals<Fraction> Counted(ScoredUnion union, Settings settings) =>
        Of(union, settings, (in cell) => cell.Counted);

    /// <summary>
    /// What its coverage is the total of: 100 for an indicator that was scored, 0 for one that should have been.
    /// </summary>
    public static Totals<Fraction> Covered(ScoredUnion union, Settings settings) =>
        Of(
            union,
            settings,
            (in cell) =>
                !cell.IsInBase ? null
                : cell.State == CellState.Scored ? Fraction.Hundred
                : Fraction.Zero
        );

    /// <summary>
    /// What would enter if nothing were set aside: what the exporting system, which sets nothing aside, would count.
    /// </summary>
    public static Totals<Fraction> WithProtected(ScoredUnion union, Settings settings) =>
        Of(union, settings, (in cell) => cell.State == CellState.Protected ? cell.Points : cell.Counted);

    private static ScoredUnion Fill(ScoredUnion union, Settings settings)
    {
        var (rounder, counted) = (Rounder.For(settings), Counted(union, settings));
        return union with
        {
            Indexes = new(key => rounder.Round(counted[key])),
            Items = new(counted.CountOf),
            Total = rounder.Round(counted.Total),
            Counted = counted.Count,
            Coverage = rounder.Round(Covered(union, settings).Total ?? Fraction.Zero),
        };
    }

    private static Totals<Fraction> Of(ScoredUnion union, Settings settings, Score score)
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

    // With what score a cell enters, null when it does not.
    private delegate Fraction? Score(in Cell cell);
}
