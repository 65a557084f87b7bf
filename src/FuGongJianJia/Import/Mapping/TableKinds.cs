using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Organisations;

namespace FuGongJianJia.Import.Mapping;

/// <summary>
/// What the heads of an export mean（表头的意思）, and which of our tables a region therefore is.
/// </summary>
/// <param name="tables">The contract.</param>
internal sealed partial class TableKinds(ImmutableArray<TableSpec> tables)
{
    private static readonly (string Table, string[] Words)[] Hints =
    [
        ("活动", ["活动", "台账"]),
        ("表彰", ["表彰", "荣誉", "获奖", "先进"]),
        ("需求", ["需求", "诉求", "问题清单"]),
        ("结对", ["结对", "师带徒", "拜师"]),
        ("家访汇总", ["家访"]),
        ("指标", ["指标目录", "指标体系", "指标说明", "考核办法", "评分标准"]),
        ("指数", ["指数"]),
    ];

    /// <summary>The table of things (活动, 表彰 …) that a region is; empty for organisations and numbers.</summary>
    public string Of(Region region)
    {
        var best = (Score: 0, Name: "");
        foreach (
            var (name, required) in (ReadOnlySpan<(string, string[])>)
                [
                    ("活动", ["活动名称"]),
                    ("表彰", ["荣誉名称"]),
                    ("需求", ["内容摘要"]),
                    ("结对", ["师傅", "徒弟"]),
                    ("家访汇总", ["应访人数", "实访人数"]),
                    ("指标", ["指标名称"]),
                    ("指数", ["总指数"]),
                    ("任务", ["任务名称"]),
                    ("任务流转", ["任务编码", "步骤"]),
                    ("指导", ["事由"]),
                    ("更正", ["原值", "新值"]),
                    ("目标", ["目标值"]),
                ]
        )
        {
            var columns = region
                .Columns.Select(c => Meaning(c, name).Text)
                .Where(m => m?.StartsWith(name + ".", StringComparison.Ordinal) == true)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (!required.All(r => columns.Contains($"{name}.{r}")))
            {
                continue;
            }

            var text = region.Title + region.Grid.Stem + region.Grid.Place.Sheet;
            var score =
                columns.Count
                + (
                    Hints.Any(h => h.Table == name && h.Words.Any(w => text.Contains(w, StringComparison.Ordinal)))
                        ? 2
                        : 0
                );
            if (score >= 3 && score > best.Score)
            {
                best = (score, name);
            }
        }

        // A column of names of indicators beside the unit, which comes again and again: a long table of values.
        var own = region.Columns.Select(c => Meaning(c, "").Text).ToList();
        if (
            best.Name is "指标" or ""
            && region.Columns.FirstOrDefault(c => Meaning(c, "指标值").Text == "指标值.指标编码") is { } indicators
            && region.Columns.FirstOrDefault(c => Meaning(c, "").Text is OfficeWords.UnitName or OfficeWords.UnitCode)
                is { } units
            && Repeats(region, indicators)
            && Repeats(region, units)
        )
        {
            return "指标值";
        }

        if (best.Name is "指标" or "" && own.Any(m => m is OfficeWords.UnitName or OfficeWords.UnitCode))
        {
            return "";
        }

        var organisation = own.Count(m => m?.StartsWith("组织.", StringComparison.Ordinal) == true);
        return organisation > best.Score ? "" : best.Name;
    }

    private static bool Repeats(Region region, HeadColumn column)
    {
        var texts = region.Rows.Select(r => SheetCells.Text(r.Row, column.Position)).Where(t => t.Length > 0).ToList();
        return texts.Count > 3 && texts.Distinct(StringComparer.Ordinal).Count() * 2 <= texts.Count;
    }

    /// <summary>What the labels of a column mean to a table; exact for a name of the contract.</summary>
    public (string? Text, bool Exact) Meaning(HeadColumn column, string table)
    {
        var spec = tables.FirstOrDefault(t => t.Name == (table.Length == 0 ? OrganisationSchema.Table.Name : table));
        var labels = new List<string>();
        if (column.Path.Length > 1)
        {
            var key = HeaderText.Key(column.Label);
            var above = GroupPattern().Replace(HeaderText.Key(column.Path[^2]), "");
            var isSum = SumPattern().IsMatch(key);
            if (above.Length > 0 && (isSum || !HeadWords.IsBare(column.Label)))
            {
                labels.Add(above + key);
            }

            if (isSum)
            {
                labels.Add(above);
            }

            if (isSum || HeadWords.IsBare(column.Label))
            {
                // 应完成 by itself is no column of ours, and neither is 总数.
                return labels.Select(l => OfficeWords.Meaning(l, table)).FirstOrDefault(m => m is not null) is { } told
                    ? (told, false)
                    : (null, false);
            }
        }

        labels.Insert(0, column.Label);
        foreach (var label in labels)
        {
            if (spec?.Find(label) is { } named && table.Length > 0)
            {
                return (ColumnGoal.Parse($"{spec.Name}.{named.Name}", tables)?.Text, true);
            }

            if (OfficeWords.Meaning(label, table) is { } meaning)
            {
                return (meaning, false);
            }

            if (spec?.Find(label) is { } own)
            {
                return (ColumnGoal.Parse($"{spec.Name}.{own.Name}", tables)?.Text, true);
            }
        }

        return HeadWords.IsResult(column.Label) ? (OfficeWords.Unwanted, false) : (null, false);
    }

    [GeneratedRegex("(情况|信息|统计|明细|数据|人数|数|概况|状况)$")]
    private static partial Regex GroupPattern();

    [GeneratedRegex("^(合计|总计|总数|小计|总人数|人数|数量|总量|数)$")]
    private static partial Regex SumPattern();
}
