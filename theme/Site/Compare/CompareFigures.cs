using System.Buffers;
using System.Text.Json;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Model;
using FuGongJianJia.Text;
using FuGongJianJia.Theme.Site.Components;
using FuGongJianJia.Theme.Site.Map;

namespace FuGongJianJia.Theme.Site.Compare;

/// <summary>
/// The figures of a few units in one period（一组单位的数字）, each text as the unit's page shows it: what is withheld there is
/// withheld here.
/// </summary>
internal sealed class CompareFigures(SiteModel site, PublicPeriod period)
{
    private static readonly string Reported = ObservationState.Reported.Word();

    // Rules that cells refer to by number: a unit's are mostly those of its neighbours.
    private readonly Dictionary<(string Version, string Target, string Parameters), int> _rules = [];

    /// <summary>units, one a line, and rules: version, target and parameters of an indicator as it applied.</summary>
    public void Write(IEnumerable<UnionResult> units, Utf8JsonWriter to, IBufferWriter<byte> buffer)
    {
        to.WriteStartObject();
        to.WriteStartArray("units");
        foreach (var unit in units)
        {
            Unit(unit, to);
            // The check of the finished files reads line by line.
            to.Flush();
            buffer.Write("\n"u8);
        }

        to.WriteEndArray();
        to.WriteStartArray("rules");
        foreach (var (version, target, parameters) in _rules.OrderBy(r => r.Value).Select(r => r.Key))
        {
            Texts(to, version, target, parameters);
        }

        to.WriteEndArray();
        to.WriteEndObject();
    }

    private void Unit(UnionResult unit, Utf8JsonWriter to)
    {
        to.WriteStartObject();
        to.WriteString("code", unit.Code);
        to.WriteString("name", unit.Name);
        to.WriteString("short", unit.Organisation.ShortName);
        to.WriteString("path", site.PathOf(period.Period, unit));
        to.WriteString("parent", unit.Organisation.Parent ?? "");
        to.WriteString("group", unit.Ranking.Group);
        to.WriteString("standing", Standing(unit));
        to.WriteBoolean("ranked", unit.Ranking is { IsRanked: true } and ({ Place: not null } or { Band: not null }));
        to.WriteBoolean("thin", site.IsThin(unit));
        to.WriteString("coverage", unit.IsOnlyStatus ? Numerals.None : Numerals.Plain(unit.Coverage) + "%");
        to.WriteString("grade", unit.Grade?.Word() ?? Numerals.None);
        Texts(to, "notes", Notes(unit));
        Texts(to, "scores", unit.Indexes.Select(i => i.Value).Prepend(unit.Total).Select(Numerals.Score));
        Texts(
            to,
            "changes",
            unit.Indexes.Select(i => i.Change).Prepend(unit.Change?.Comparable).Select(Numerals.Change)
        );
        to.WriteStartArray("cells");
        foreach (var indicator in period.Indicators)
        {
            Cell(unit, unit.IndicatorOf(indicator.Code), to);
        }

        to.WriteEndArray();
        to.WriteEndObject();
    }

    // Number of the rule, value with unit, score; then, where there is something to say, state and change. An indicator
    // that does not concern the unit is 0.
    private void Cell(UnionResult unit, IndicatorResult? i, Utf8JsonWriter to)
    {
        if (i is null)
        {
            to.WriteNumberValue(0);
            return;
        }

        var key = (i.Indicator.Version, i.TargetText, i.Indicator.Rule.Text);
        if (!_rules.TryGetValue(key, out var rule))
        {
            _rules.Add(key, rule = _rules.Count);
        }

        to.WriteStartArray();
        to.WriteNumberValue(rule);
        to.WriteStringValue(i.ValueWithUnit);
        to.WriteStringValue(Numerals.Score(i.Score));
        var state = Ui.StateText(i);
        state =
            (state == Reported ? "" : state)
            + (
                !unit.IsCorrected(i.Code) ? ""
                : state == Reported ? "有更正"
                : "，有更正"
            );
        var change =
            i.SeriesBreak ? "≠ 断点"
            : i.Change is null ? ""
            : Numerals.Change(i.Change);
        if (state.Length > 0 || change.Length > 0)
        {
            to.WriteStringValue(state);
        }

        if (change.Length > 0)
        {
            to.WriteStringValue(change);
        }

        to.WriteEndArray();
    }

    private string Standing(UnionResult unit) =>
        site.IsThin(unit) ? Ui.ThinWord
        : unit.Ranking.Place is null ? unit.Ranking.Text
        : $"{unit.Ranking.Text}，共{Numerals.Count(unit.Ranking.Ranked)}个";

    // What the unit's page says of its figures before it shows them.
    private static IEnumerable<string> Notes(UnionResult unit)
    {
        if (!unit.Standing.Counts)
        {
            yield return unit.Finding;
        }

        if (unit.Origin.Length > 0)
        {
            yield return unit.Origin;
        }
    }

    private static void Texts(Utf8JsonWriter to, string name, IEnumerable<string> texts)
    {
        to.WritePropertyName(name);
        Texts(to, [.. texts]);
    }

    private static void Texts(Utf8JsonWriter to, params ReadOnlySpan<string> texts)
    {
        to.WriteStartArray();
        foreach (var text in texts)
        {
            to.WriteStringValue(text);
        }

        to.WriteEndArray();
    }
}
