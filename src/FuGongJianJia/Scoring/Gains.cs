using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>What full marks of one indicator would add to a union's total（可增总指数）: W_k/ΣW · w·(100−s)/Σ_R w, rounded once.</summary>
internal sealed class Gains
{
    private readonly Settings settings;
    private readonly decimal[] bases = new decimal[5];
    private readonly decimal weights;

    public Gains(PeriodScores scores, int union)
    {
        settings = scores.Settings;
        for (var i = 0; i < scores.Codes.Length; i++)
        {
            var at = (union * scores.Codes.Length) + i;
            if (scores.States[at] == CellState.Scored || (settings.MissingScoresZero && scores.States[at] is CellState.Missing or CellState.Doubtful))
            {
                var row = scores.Plan.Rows[scores.Rows[at]];
                bases[(int)row.Index] += row.Weight;
            }
        }

        for (var k = 0; k < 5; k++)
        {
            weights += scores.IndexUnits[(union * 5) + k] == Rounder.None ? 0m : settings.IndexWeights[k];
        }
    }

    /// <summary>Of a scored indicator.</summary>
    public decimal Of(Indicator row, Quotient exact) => Rounder.For(settings).Quotient(
        settings.IndexWeights[(int)row.Index] * row.Weight * ((100m * exact.Denominator) - exact.Numerator), exact.Denominator * bases[(int)row.Index] * weights);
}
