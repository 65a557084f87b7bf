using System.Collections.Immutable;
using System.Globalization;
using FuGongJianJia.Catalogue;
using FuGongJianJia.Model;
using FuGongJianJia.Text;

namespace FuGongJianJia.Import.Diff;

/// <summary>What happened to something between two periods.</summary>
public enum ChangeKind
{
    /// <summary>新增.</summary>
    Came,

    /// <summary>减少.</summary>
    Went,

    /// <summary>变化.</summary>
    Changed,
}

/// <summary>A change（差异）.</summary>
/// <param name="Kind">Came, went or changed.</param>
/// <param name="Code">Code of the union or indicator.</param>
/// <param name="Name">Its name in the later period, else the earlier.</param>
/// <param name="Field">What changed; empty for what came or went.</param>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
public sealed record DatasetChange(
    ChangeKind Kind,
    string Code,
    string Name,
    string Field = "",
    string Before = "",
    string After = ""
);

/// <summary>A changed value（指标值的差异）.</summary>
/// <param name="Kind">Came, went or changed.</param>
/// <param name="Organisation">组织编码.</param>
/// <param name="Indicator">指标编码.</param>
/// <param name="Before">As it was written; empty when it came.</param>
/// <param name="After">As it is written; empty when it went.</param>
public sealed record ValueChange(ChangeKind Kind, string Organisation, string Indicator, string Before, string After);

/// <summary>
/// Two periods compared（两期对比）: unions, indicators and values that came, went or changed, each by code.
/// </summary>
/// <param name="Organisations">Unions.</param>
/// <param name="Indicators">Indicators.</param>
/// <param name="Values">Values.</param>
public sealed record DatasetDiff(
    ImmutableArray<DatasetChange> Organisations,
    ImmutableArray<DatasetChange> Indicators,
    ImmutableArray<ValueChange> Values
)
{
    /// <summary>Compares <paramref name="before"/> with <paramref name="after"/>.</summary>
    public static DatasetDiff Compare(PeriodData before, PeriodData after) =>
        new(CompareOrganisations(before, after), CompareIndicators(before, after), CompareValues(before, after));

    private static ImmutableArray<DatasetChange> CompareOrganisations(PeriodData before, PeriodData after) =>
        CompareAll(
            before.Organisations,
            after.Organisations,
            o => o.Code,
            o => o.Name,
            o =>
                [
                    ("名称", o.Name),
                    ("层级", o.Level.Word()),
                    ("上级", o.Parent ?? ""),
                    ("组织类型", o.Kind.Word()),
                    ("单位类别", o.Category.Word()),
                    ("职工数", Plain(o.Workers)),
                    ("会员数", Plain(o.Members)),
                    ("女会员数", Plain(o.FemaleMembers)),
                    ("状态", o.Status.Word()),
                    ("沿革编码", string.Join('|', o.Lineage)),
                    ("公开", o.IsPublic ? "是" : "否"),
                ]
        );

    private static ImmutableArray<DatasetChange> CompareIndicators(PeriodData before, PeriodData after) =>
        CompareAll(
            before.Catalogue,
            after.Catalogue,
            Row,
            i => i.Name,
            i =>
                [
                    ("版本", i.Version),
                    ("名称", i.Name),
                    ("指数", i.Index.Word()),
                    ("单位", i.Unit),
                    ("规则", i.Rule.Kind.Word()),
                    ("参数", i.Rule.Text),
                    ("分值", Plain(i.Weight)),
                    ("汇总方式", i.Aggregation.Word()),
                    ("口径", i.Definition),
                ]
        );

    /// <summary>A row of the catalogue: R01（基层、镇街，企业）.</summary>
    private static string Row(Indicator indicator)
    {
        var levels = string.Join('、', indicator.Levels.Select(l => l.Word()));
        var covered = indicator.Categories.Select(c => c.Word()).Concat(indicator.Kinds.Select(k => k.Word()));
        return $"{indicator.Code}（{string.Join('，', covered.Prepend(levels))}）";
    }

    private static ImmutableArray<ValueChange> CompareValues(PeriodData before, PeriodData after)
    {
        var old = before.Observations.ToDictionary(o => (o.Organisation, o.Indicator));
        var now = after.Observations.ToDictionary(o => (o.Organisation, o.Indicator));
        var changes = new List<ValueChange>();
        foreach (var (key, value) in old)
        {
            if (!now.TryGetValue(key, out var next))
            {
                changes.Add(new(ChangeKind.Went, key.Organisation, key.Indicator, Text(value), ""));
            }
            else if (Text(value) != Text(next))
            {
                changes.Add(new(ChangeKind.Changed, key.Organisation, key.Indicator, Text(value), Text(next)));
            }
        }

        changes.AddRange(
            now.Where(n => !old.ContainsKey(n.Key))
                .Select(n => new ValueChange(ChangeKind.Came, n.Key.Organisation, n.Key.Indicator, "", Text(n.Value)))
        );
        return
        [
            .. changes
                .OrderBy(c => c.Organisation, StringComparer.Ordinal)
                .ThenBy(c => c.Indicator, StringComparer.Ordinal),
        ];
    }

    /// <summary>A value as a reader writes it: 280/320, 87.5, 省级, 缺报.</summary>
    private static string Text(Observation observation) =>
        observation.State is ObservationState.Missing or ObservationState.NotApplicable
            ? observation.State.Word()
            : (
                observation.Word
                ?? (
                    observation.Numerator is { } n && observation.Denominator is { } d
                        ? $"{Plain(n)}/{Plain(d)}"
                        : Plain(observation.Value)
                )
            ) + (observation.State == ObservationState.Doubtful ? "（存疑）" : "");

    private static ImmutableArray<DatasetChange> CompareAll<T>(
        ImmutableArray<T> before,
        ImmutableArray<T> after,
        Func<T, string> code,
        Func<T, string> name,
        Func<T, (string Field, string Value)[]> fields
    )
    {
        var old = before.DistinctBy(code, StringComparer.Ordinal).ToDictionary(code, StringComparer.Ordinal);
        var now = after.DistinctBy(code, StringComparer.Ordinal).ToDictionary(code, StringComparer.Ordinal);
        var changes = new List<DatasetChange>();
        foreach (var key in old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!now.TryGetValue(key, out var next))
            {
                changes.Add(new(ChangeKind.Went, key, name(old[key])));
            }
            else if (!old.TryGetValue(key, out var last))
            {
                changes.Add(new(ChangeKind.Came, key, name(next)));
            }
            else
            {
                changes.AddRange(
                    fields(last)
                        .Zip(fields(next))
                        .Where(p => p.First.Value != p.Second.Value)
                        .Select(p => new DatasetChange(
                            ChangeKind.Changed,
                            key,
                            name(next),
                            p.First.Field,
                            p.First.Value,
                            p.Second.Value
                        ))
                );
            }
        }

        return [.. changes];
    }

    private static string Plain(decimal? value) => value is { } number ? ExactNumber.Of(number) : "";

    private static string Plain(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
