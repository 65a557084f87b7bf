using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// What full marks of one indicator would add to a union's total（可增总指数）: W_k/ΣW · w·(100−s)/Σ_R w, rounded once.
/// </summary>
internal sealed class Gains
{
    private readonly Settings _settings;
    private readonly decimal[] _bases = new decimal[5];
    private readonly decimal _weights;

    public Gains(PeriodScores scores, int union)
    {
        _settings = scores.Settings;
        for (var i = 0; i < scores.Codes.Length; i++)
        {
            var at = (union * scores.Codes.Length) + i;
            if (
                scores.States[at] == CellState.Scored
                || (_settings.MissingScoresZero && scores.States[at] is CellState.Missing or CellState.Doubtful)
            )
            {
                var row = scores.Plan.Rows[scores.Rows[at]];
                _bases[(int)row.Index] += row.Weight;
            }
        }

        for (var k = 0; k < 5; k++)
        {
            _weights += scores.IndexUnits[(union * 5) + k] == Rounder.None ? 0m : _settings.IndexWeights[k];
        }
    }

    /// <summary>Of a scored indicator.</summary>
    public decimal Of(Indicator row, Quotient exact) =>
        Rounder
            .For(_settings)
            .Quotient(
                _settings.IndexWeights[(int)row.Index] * row.Weight * ((100m * exact.Denominator) - exact.Numerator),
                exact.Denominator * _bases[(int)row.Index] * _weights
            );
}
