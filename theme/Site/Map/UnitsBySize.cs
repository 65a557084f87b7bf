using System.Collections.Immutable;
using FuGongJianJia.Editions.Results;

namespace FuGongJianJia.Theme.Site.Map;

/// <summary>
/// Units by 职工数（规模相近）: who is most like one of them in size is found without looking at all, since every page of a
/// district of a hundred thousand asks it.
/// </summary>
internal sealed class UnitsBySize(IEnumerable<UnionResult> units)
{
    private readonly ImmutableArray<(int Size, ImmutableArray<UnionResult> Units)> _sizes =
    [
        .. units
            .GroupBy(Size)
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, g.OrderBy(u => u.Code, StringComparer.Ordinal).ToImmutableArray())),
    ];

    /// <summary>All of them, the nearest to a unit in size first, of equals by code.</summary>
    public IEnumerable<UnionResult> NearestTo(UnionResult unit)
    {
        var size = Size(unit);
        var above = FirstFrom(size);
        var below = above - 1;
        while (below >= 0 || above < _sizes.Length)
        {
            var (down, up) = (
                below >= 0 ? size - _sizes[below].Size : int.MaxValue,
                above < _sizes.Length ? _sizes[above].Size - size : int.MaxValue
            );
            IEnumerable<UnionResult> near =
                down < up ? _sizes[below].Units
                : up < down ? _sizes[above].Units
                : _sizes[below].Units.Concat(_sizes[above].Units).OrderBy(u => u.Code, StringComparer.Ordinal);
            foreach (var each in near)
            {
                yield return each;
            }

            (below, above) = (down <= up ? below - 1 : below, up <= down ? above + 1 : above);
        }
    }

    private static int Size(UnionResult unit) => unit.Organisation.Workers ?? 0;

    // Where the sizes begin that are not smaller.
    private int FirstFrom(int size)
    {
        var (low, high) = (0, _sizes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sizes[middle].Size < size ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
