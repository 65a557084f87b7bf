using System.Runtime.InteropServices;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Competition ranking（并列顺延）of figures in units of the last published decimal, highest first: how many stand above each
/// is counted.
/// </summary>
internal readonly struct Standing
{
    private readonly int[] _from;

    public Standing(List<int> units)
        : this(CollectionsMarshal.AsSpan(units)) { }

    /// <summary>Counts; all units are 0 or more.</summary>
    public Standing(ReadOnlySpan<int> units)
    {
        var most = -1;
        foreach (var value in units)
        {
            most = Math.Max(most, value);
        }

        _from = new int[most + 2];
        foreach (var value in units)
        {
            _from[value]++;
        }

        for (var value = most; value >= 0; value--)
        {
            _from[value] += _from[value + 1];
        }
    }

    public int PlaceOf(int units) => _from[units + 1] + 1;

    /// <summary>How many share it, itself included.</summary>
    public int Sharing(int units) => _from[units] - _from[units + 1];
}
