using System.Runtime.CompilerServices;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Estimate（估算）of I_k and C in double: a filter before the exact arithmetic, never a figure of its own. All terms are 0
/// or more, so nothing
/// cancels and the relative error of some hundred operations stays below 10^-13; <see cref="Rounder.TryUnits"/> takes
/// an estimate only where it lies 10^-6 units
/// or more from a rounding boundary, a hundred times the largest error, so what it gives is what exact arithmetic
/// gives.
/// Everything nearer is computed again by <see cref="Totals"/>.
/// </summary>
internal struct Estimate
{
    private Five _sums;
    private Five _bases;

    /// <summary>Adds an indicator of an index with its 分值 and score.</summary>
    public void Add(int index, double weight, double score)
    {
        _sums[index] += weight * score;
        _bases[index] += weight;
    }

    /// <summary>I_k; NaN when the index has no value.</summary>
    public readonly double Index(int key) => _bases[key] > 0d ? _sums[key] / _bases[key] : double.NaN;

    /// <summary>
    /// I_k without one of its indicators, for <see cref="Sensitivity"/> only (it subtracts, so the bound above does not
    /// hold); NaN when nothing is left.
    /// </summary>
    public readonly double IndexWithout(int key, double weight, double score)
    {
        var rest = _bases[key] - weight;
        return rest > 1e-9 ? (_sums[key] - (weight * score)) / rest : double.NaN;
    }

    /// <summary>C; NaN when no index has a value.</summary>
    public readonly double Total(ReadOnlySpan<double> weights)
    {
        var (sum, weight) = (0d, 0d);
        for (var k = 0; k < 5; k++)
        {
            if (_bases[k] > 0d)
            {
                sum += weights[k] * (_sums[k] / _bases[k]);
                weight += weights[k];
            }
        }

        return weight > 0d ? sum / weight : double.NaN;
    }

    [InlineArray(5)]
    private struct Five
    {
        private double _first;
    }
}
