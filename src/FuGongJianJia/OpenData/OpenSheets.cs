using System.Collections.Immutable;
using FuGongJianJia.Editions;
using FuGongJianJia.Editions.Public;
using FuGongJianJia.Editions.Results;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.OpenData;

/// <summary>
/// Open data of a period as sheets of one workbook（全部数据）: what the CSV files hold, with indicators across, a row a
/// unit, and the dictionary at the end.
/// </summary>
public static class OpenSheets
{
    /// <summary>The sheets, in order.</summary>
    /// <param name="edition">Public edition.</param>
    /// <param name="period">One of its periods.</param>
    public static ImmutableArray<DataSheet> Of(PublicEdition edition, PublicPeriod period)
    {
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(period);
        return
        [
            .. Results(period),
            Of(OpenTables.Commendations, OpenTables.Granted(edition, period)),
            Of(OpenTables.Catalogue, period.Indicators.SelectMany(i => i.Variants)),
            Dictionary(),
        ];
    }

    /// <summary>
    /// Results of every unit of a period, the public's or the office's: indexes, then indicators across.
    /// </summary>
    /// <param name="period">Period.</param>
    public static ImmutableArray<DataSheet> Results(PeriodEdition period)
    {
        ArgumentNullException.ThrowIfNull(period);
        UnionResult[] units = [period.District, .. period.Towns, .. period.Unions];
        return [Of(OpenTables.Scores, units), Indicators(period, units)];
    }

    private static DataSheet Of<T>(OpenTable<T> table, IEnumerable<T> rows) =>
        new(
            table.Title,
            [.. table.Columns.Select(c => new SheetColumn(c.Name, FormatOf(c.Kind)))],
            rows.Select(row => table.Columns.Select(c => c.Value(row)))
        );

    // A unit that an indicator does not apply to has no such result: its cells are empty.
    private static DataSheet Indicators(PeriodEdition period, IEnumerable<UnionResult> units) =>
        new(
            "指标结果",
            [
                "组织编码",
                "组织名称",
                "上级编码",
                .. period.Indicators.SelectMany(i =>
                    (SheetColumn[])
                        [
                            new($"{i.Code} {i.Name}（数值）", SheetFormat.General),
                            new($"{i.Code} 得分", SheetFormat.General),
                        ]
                ),
            ],
            units.Select(unit => Cells(unit, period))
        );

    private static IEnumerable<object?> Cells(UnionResult unit, PeriodEdition period)
    {
        yield return unit.Code;
        yield return unit.Name;
        yield return unit.Organisation.Parent;
        var items = unit.Indicators.ToDictionary(i => i.Code, StringComparer.Ordinal);
        foreach (var indicator in period.Indicators)
        {
            var item = items.GetValueOrDefault(indicator.Code);
            yield return item is null ? null : OpenTables.ValueOf(item);
            yield return item?.Points;
        }
    }

    private static DataSheet Dictionary() =>
        new(
            "数据字典",
            ["工作表", "列", "说明"],
            [
                .. Rows(OpenTables.Scores),
                ["指标结果", "数值", "比率为百分数，计数为个数，分档为档次名称，是否为是或否；不公布的写原因"],
                ["指标结果", "得分", "本项得分折合到分值；未计分、不公布时为空"],
                .. Rows(OpenTables.Commendations),
                .. Rows(OpenTables.Catalogue),
            ]
        );

    private static IEnumerable<IEnumerable<object?>> Rows<T>(OpenTable<T> table) =>
        table.Columns.Select(c => (IEnumerable<object?>)[table.Title, c.Name, c.Description]);

    private static SheetFormat FormatOf(OpenKind kind) =>
        kind switch
        {
            OpenKind.Number or OpenKind.Guarded => SheetFormat.General,
            OpenKind.Count => SheetFormat.General,
            OpenKind.Date => SheetFormat.Date,
            _ => SheetFormat.Text,
        };
}
