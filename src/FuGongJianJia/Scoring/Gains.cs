using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>What full marks of one indicator would add to a union's total（可增总指数）.</summary>
internal sealed class Gains(ScoredUnion union, Settings settings)
{
    private readonly Totals<Fraction> _totals = Figures.Counted(union, settings);

    /// <summary>Of a scored cell: W/ΣW · w·(100−s)/Σw, rounded once.</summary>
    public decimal Of(in Cell cell) =>
        Rounder
            .For(settings)
            .Round(_totals.ShareOf(cell.Row!.Index) * cell.Row.Weight * (Fraction.Hundred - cell.Score!.Value));
}
