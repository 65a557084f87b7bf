using System.Collections.Immutable;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Tables.Indicators;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Targets;

/// <summary>Reads 目标.</summary>
internal sealed class TargetBinder
{
    private readonly OrganisationIndex _organisations;
    private readonly IndicatorIndex _indicators;
    private readonly Dictionary<string, string> _groups;

    private TargetBinder(OrganisationIndex organisations, IndicatorIndex indicators, Settings settings)
    {
        (_organisations, _indicators) = (organisations, indicators);
        _groups = organisations
            .All.Select(o => RankGroups.NameOf(o, settings))
            .Where(g => g.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(OrganisationIndex.NameKey, StringComparer.Ordinal);
    }

    /// <summary>Targets by scope, then indicator.</summary>
    /// <param name="tables">Tables of the period.</param>
    /// <param name="organisations">Organisations of the period.</param>
    /// <param name="indicators">Indicators of the period.</param>
    /// <param name="settings">Settings, which name the rank groups.</param>
    public static ImmutableArray<Target> Read(
        PeriodTables tables,
        OrganisationIndex organisations,
        IndicatorIndex indicators,
        Settings settings
    ) =>
        [
            .. tables
                .Records(
                    TargetSchema.Table,
                    TargetSchema.Scope,
                    t => $"{t.Scope}\u001F{t.Indicator}",
                    new TargetBinder(organisations, indicators, settings).Bind
                )
                .OrderBy(t => t.Scope, StringComparer.Ordinal)
                .ThenBy(t => t.Indicator, StringComparer.Ordinal),
        ];

    private Target? Bind(DataRow row)
    {
        var scope = row.Text(TargetSchema.Scope);
        var indicator = _indicators.Read(row, TargetSchema.Indicator);
        var value = row.Number(TargetSchema.Value, out var approximate, out var percent);
        var document = row.TextOrNull(TargetSchema.Document);
        if (value == 0m)
        {
            row.Report(CellCodes.OutOfRange, TargetSchema.Value, "“目标值”应大于 0。");
        }

        if (row.Failed || !IsSound(row, indicator!, value!.Value, approximate, percent))
        {
            return null;
        }

        return new(ScopeOf(row, scope), indicator!, value.Value, document);
    }

    private bool IsSound(DataRow row, string indicator, decimal value, bool approximate, bool percent)
    {
        var kinds = _indicators.Catalogue.Where(i => i.Code == indicator).Select(i => i.Rule.Kind).ToList();
        if (approximate)
        {
            row.Report(
                CellCodes.BadNumber,
                TargetSchema.Value,
                $"“目标值”不能是约数，读到{Diagnostic.Quote(row.Cleaned(TargetSchema.Value))}。请填准确的数。"
            );
            return false;
        }

        if (value <= 1m && !percent && kinds.Contains(RuleKind.TargetRatio))
        {
            row.Report(
                CellCodes.PercentForms,
                TargetSchema.Value,
                $"“目标值”{Diagnostic.Quote(row.Cleaned(TargetSchema.Value))}说不清是百分数还是小数："
                    + "0.8 是 80% 还是 0.8%？请写成 80 或 80%。"
            );
            return false;
        }

        if (kinds.All(k => k is not (RuleKind.TargetRatio or RuleKind.Count)))
        {
            row.Report(
                CatalogueCodes.TargetRule,
                TargetSchema.Indicator,
                $"指标 {indicator} 的规则没有目标值，只有达标比例和计数可以另定目标。"
                    + "请删掉这一行，或核对指标编码。"
            );
            return false;
        }

        return true;
    }

    /// <summary>The organisation's code or the group's name; what is neither is kept and has no effect.</summary>
    private string ScopeOf(DataRow row, string scope)
    {
        if (_organisations.Resolve(scope, out _) is { } organisation)
        {
            return organisation.Code;
        }

        if (_groups.GetValueOrDefault(OrganisationIndex.NameKey(scope)) is { } group)
        {
            return group;
        }

        if (!_organisations.IsBroken(scope))
        {
            var names = _groups.Values.Concat(_organisations.All.Select(o => o.Name));
            row.Report(
                TableCodes.UnknownGroup,
                TargetSchema.Scope,
                $"{Diagnostic.Quote(scope)}既不是组织，也不是本期的分组，这个目标不起作用。"
                    + Suggest.Phrase(scope, names)
            );
        }

        return scope;
    }
}
