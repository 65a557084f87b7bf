using System.Collections.Frozen;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Targets（目标）of a period: 目标.csv replaces the catalogue's for 达标比例 and 计数. The narrowest scope wins:
/// 组织编码, then 排名组, then 单位类别, then 组织类型, then 层级.
/// </summary>
internal sealed class Targets
{
    private readonly FrozenDictionary<(string Scope, string Indicator), decimal> _values;
    private readonly FrozenSet<string> _scopes;
    private readonly FrozenSet<string> _indicators;

    public Targets(PeriodData period)
    {
        _values = period
            .Targets.GroupBy(t => (t.Scope, t.Indicator))
            .ToFrozenDictionary(g => g.Key, g => g.First().Value);
        _indicators = _values.Keys.Select(k => k.Indicator).ToFrozenSet(StringComparer.Ordinal);
        _scopes = _values.Keys.Select(k => k.Scope).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The target that holds; null for rules without one.</summary>
    public decimal? Of(Organisation organisation, string group, Indicator row)
    {
        if (!Rules.TakesTarget(row.Rule.Kind))
        {
            return null;
        }

        return !Replaces(row)
            ? row.Rule.Target
            : Find(organisation.Code, row)
                ?? Find(group, row)
                ?? Find(organisation.Category.Word(), row)
                ?? Find(organisation.Kind.Word(), row)
                ?? Find(organisation.Level.Word(), row)
                ?? row.Rule.Target;
    }

    /// <summary>True when any scope has a target of its own for the indicator.</summary>
    public bool Replaces(Indicator row) => _indicators.Count > 0 && _indicators.Contains(row.Code);

    private decimal? Find(string scope, Indicator row) =>
        _scopes.Contains(scope) && _values.TryGetValue((scope, row.Code), out var value) ? value : null;
}
