using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FuGongJianJia.Editions;
using FuGongJianJia.Model;

namespace FuGongJianJia.Theme.Reports.Common;

/// <summary>
/// The data behind a report（报告所附数据）: scores.csv as design 4.1 gives its columns. UTF-8 with BOM, which Excel on Chinese
/// Windows needs; a cell that a spreadsheet would take for a formula is protected by an apostrophe.
/// </summary>
internal static class ScoresCsv
{
    private static readonly ImmutableArray<string> Columns =
    [
        "组织编码", "组织名称", "层级", "上级编码", "分组", "红色指数", "规范指数", "活力指数", "温暖指数", "和谐指数", "总指数", "等次", "覆盖率", "名次", "并列", "同口径变化",
    ];

    /// <summary>Rows of the district, towns and public unions.</summary>
    public static ImmutableArray<byte> Of(PeriodEdition period, Func<UnionResult, bool> included)
    {
        IEnumerable<UnionResult> all = [period.District, .. period.Towns, .. period.Unions];
        return Write(all.Where(included).Select(Row).Prepend(Columns));
    }

    /// <summary>Any rows as a file.</summary>
    public static ImmutableArray<byte> Write(IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Quote)).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static IEnumerable<string> Row(UnionResult r) =>
    [
        r.Code, r.Name, r.Organisation.Level.Word(), r.Organisation.Parent ?? "", r.Ranking.Group,
        .. r.Indexes.Select(i => Number(i.Value)), Number(r.Total), r.Grade?.Word() ?? "", Number(r.Coverage),
        r.Ranking.Place?.ToString(CultureInfo.InvariantCulture) ?? "", r.Ranking.Place is null ? "" : r.Ranking.Tied ? "是" : "否", Number(r.Change?.Comparable),
    ];

    private static string Number(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Quote(string cell)
    {
        var isNumber = decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        var safe = cell.Length > 0 && !isNumber && cell[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny("\",\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
