using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>What full marks of one indicator would add to a union's total（可增总指数）.</summary>
internal sealed class Gains
{
    private readonly Rounder _rounder;
    private readonly ByIndex<Fraction> _shares;

    public Gains(ScoredUnion union, Settings settings)
    {
        var totals = Figures.Counted(union, settings);
        _rounder = Rounder.For(settings);
        _shares = new(key => totals[key] is null ? Fraction.Zero : totals.ShareOf(key));
    }

    /// <summary>Of a scored cell: W/ΣW · w·(100−s)/Σw, rounded once.</summary>
    public decimal Of(in Cell cell) =>
        _rounder.Round(_shares[cell.Row!.Index] * cell.Row.Weight * (Fraction.Hundred - cell.Score!.Value));
}
