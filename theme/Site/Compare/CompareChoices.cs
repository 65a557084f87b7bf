using System.Collections.Immutable;
using System.Text.Json;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site.Compare;

/// <summary>
/// Whom one can choose（可选单位）: the district, its towns, and the public unions of each, of all periods, under their
/// newest names.
/// </summary>
internal sealed class CompareChoices
{
    private readonly ImmutableArray<Choice> _units;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<Choice>> _unions;
    private readonly int _periods;

    private CompareChoices(
        ImmutableArray<Choice> units,
        ImmutableSortedDictionary<string, ImmutableArray<Choice>> unions,
        int periods
    ) => (this._units, this._unions, this._periods) = (units, unions, periods);

    /// <summary>Codes of those that unions stand below.</summary>
    public IEnumerable<string> Parents => _unions.Keys;

    public static CompareChoices Of(SiteModel site)
    {
        var all = new Dictionary<string, Choice>(StringComparer.Ordinal);
        foreach (var period in site.NewestFirst)
        {
            foreach (var unit in period.Towns.Prepend(period.District).Concat(period.Unions))
            {
                if (!all.TryGetValue(unit.Code, out var choice))
                {
                    all.Add(unit.Code, choice = new(unit, []));
                }

                choice.Periods.Add(period.Period);
            }
        }

        var units = all
            .Values.Where(c => c.Unit.Organisation.Level != Level.Grassroots)
            .OrderBy(c => c.Unit.Organisation.Level)
            .ThenBy(c => c.Unit.Code, StringComparer.Ordinal)
            .ToImmutableArray();
        var district = site.Edition.Latest.District.Code;
        var unions = all
            .Values.Where(c => c.Unit.Organisation.Level == Level.Grassroots)
            .GroupBy(
                c => c.Unit.Organisation.Parent is { } parent && all.ContainsKey(parent) ? parent : district,
                StringComparer.Ordinal
            )
            .ToImmutableSortedDictionary(
                g => g.Key,
                g => g.OrderBy(c => c.Unit.Code, StringComparer.Ordinal).ToImmutableArray(),
                StringComparer.Ordinal
            );
        return new(units, unions, site.NewestFirst.Length);
    }

    /// <summary>
    /// District and towns: code, name, short name, how many unions stand below; and the periods, where they are not
    /// all.
    /// </summary>
    public void WriteUnits(Utf8JsonWriter to) =>
        Write(
            _units,
            to,
            choice =>
            {
                to.WriteStringValue(choice.Unit.Organisation.ShortName);
                to.WriteNumberValue(_unions.TryGetValue(choice.Unit.Code, out var below) ? below.Length : 0);
            }
        );

    /// <summary>Unions of one: code, name; and the periods, where they are not all.</summary>
    public void WriteNames(string parent, Utf8JsonWriter to) => Write(_unions[parent], to, _ => { });

    private void Write(ImmutableArray<Choice> choices, Utf8JsonWriter to, Action<Choice> more)
    {
        to.WriteStartArray();
        foreach (var choice in choices)
        {
            to.WriteStartArray();
            to.WriteStringValue(choice.Unit.Code);
            to.WriteStringValue(choice.Unit.Name);
            more(choice);
            if (choice.Periods.Count < _periods)
            {
                to.WriteStringValue(string.Join(' ', choice.Periods));
            }

            to.WriteEndArray();
        }

        to.WriteEndArray();
    }

    // Periods, newest first.
    private sealed record Choice(UnionResult Unit, List<Period> Periods);
}
