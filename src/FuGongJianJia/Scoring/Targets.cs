using System.Collections.Frozen;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Import;
using FuGongJianJia.Model;

namespace FuGongJianJia.Scoring;

/// <summary>
/// Targets（目标）of a period: 目标.csv replaces the catalogue's for 达标比例 and 计数. The narrowest scope wins:
/// 组织编码, then 排名组, then 单位类别, then 组织类型, then 层级. Of what is counted through the year（累计）as much of the target
/// is due as months have passed（序时进度）, unless the settings ask for the whole at any time（季度目标）.
/// </summary>
internal sealed class Targets
{
    private readonly FrozenDictionary<(string Scope, string Indicator), decimal> _values;
    private readonly FrozenSet<string> _scopes;
    private readonly FrozenSet<string> _indicators;
    private readonly Dictionary<Indicator, Rule> _due = new(ReferenceEqualityComparer.Instance);

    public Targets(PeriodData period, Settings settings)
    {
        var isProRata = settings.ProRata && period.Period.EndsEarly;
        foreach (var row in period.Catalogue.Where(r => isProRata && r.Timing == Timing.Cumulative))
        {
            // Rules without a target stay as they are, whatever the months say.
            _due[row] = row.Rule with
            {
                Months = period.Period.MonthsElapsed,
            };
        }

        _values = period
            .Targets.GroupBy(t => (t.Scope, t.Indicator))
            .ToFrozenDictionary(g => g.Key, g => g.First().Value);
        _scopes = _values.Keys.Select(k => k.Scope).ToFrozenSet(StringComparer.Ordinal);
        _indicators = _values.Keys.Select(k => k.Indicator).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The rule of a row with the target that holds for the organisation.</summary>
    public Rule RuleOf(Indicator row, Organisation organisation, string group)
    {
        var rule = _due.GetValueOrDefault(row, row.Rule);
        if (!row.Rule.TakesTarget || !_indicators.Contains(row.Code))
        {
            return rule;
        }

        var target =
            Find(organisation.Code, row)
            ?? Find(group, row)
            ?? Find(organisation.Category.Word(), row)
            ?? Find(organisation.Kind.Word(), row)
            ?? Find(organisation.Level.Word(), row);
        return target is null ? rule : rule with { Target = target };
    }

    private decimal? Find(string scope, Indicator row) =>
        _scopes.Contains(scope) && _values.TryGetValue((scope, row.Code), out var value) ? value : null;
}
