using System.Collections.Immutable;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;

namespace FuGongJianJia.Editions.Protection;

/// <summary>All public units of a period and who is below whom（一期的公开单位）.</summary>
internal sealed class PublicPeriodUnits(PublicPeriod period)
{
    private readonly Dictionary<string, string?> _parents = new(StringComparer.Ordinal);

    /// <summary>The district, the towns, the unions.</summary>
    public ImmutableArray<UnionResult> All { get; } = [period.District, .. period.Towns, .. period.Unions];

    /// <summary>True when the unit is below the other, at any distance.</summary>
    public bool IsBelow(UnionResult unit, UnionResult upper)
    {
        if (_parents.Count == 0)
        {
            foreach (var each in All)
            {
                _parents[each.Code] = each.Organisation.Parent;
            }
        }

        // A parent that is not public still has one above it, which the tree of levels gives: the district.
        var at = unit.Organisation.Parent;
        for (var step = 0; at is not null && step < 4; step++)
        {
            if (string.Equals(at, upper.Code, StringComparison.Ordinal))
            {
                return true;
            }

            at = _parents.GetValueOrDefault(at);
        }

        return false;
    }
}
