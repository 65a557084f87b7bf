using System.Collections.Immutable;
using System.Text;
using FuGongJianJia.Import;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Organisations;
using FuGongJianJia.Model;
using FuGongJianJia.Tabular;

namespace FuGongJianJia.Handbook;

/// <summary>
/// Makes the folder of a new period（fugong new）: header-only tables and a short guide, from the registry.
/// </summary>
public static class TemplateWriter
{
    /// <summary>Files to put into data/&lt;period&gt;/, in the order of the registry, the guide last.</summary>
    /// <param name="period">The period.</param>
    /// <param name="district">
    /// The name of the district's federation and its 行政区划代码, of which the first row of 组织 is made; null for none.
    /// </param>
    public static ImmutableArray<(string Name, byte[] Bytes)> Create(
        Period period,
        (string Name, string Division)? district = null
    ) =>
        [
            .. TableRegistry.All.Select(t =>
                (
                    t.Name + ".csv",
                    SpreadsheetCsv.ToBytes(
                        Shown(t).Select(c => c.Name),
                        t == OrganisationSchema.Table && district is { } known ? [District(known)] : []
                    )
                )
            ),
            ("说明.txt", Guide(period)),
        ];

    private static IEnumerable<ColumnSpec> Shown(TableSpec table) =>
        table.Columns.Where(c => c.IsRequired || c.Kind != CellKind.Period);

    // A district has its 行政区划代码 for life, which makes a good code.
    private static IEnumerable<object?> District((string Name, string Division) district)
    {
        var cells = new Dictionary<ColumnSpec, string>
        {
            [OrganisationSchema.Code] = district.Division,
            [OrganisationSchema.Title] = district.Name,
            [OrganisationSchema.Level] = Level.District.Word(),
            [OrganisationSchema.Kind] = OrganisationKind.Federation.Word(),
            [OrganisationSchema.Category] = UnitCategory.Other.Word(),
            [OrganisationSchema.Division] = district.Division,
        };
        return Shown(OrganisationSchema.Table).Select(c => (object?)cells.GetValueOrDefault(c));
    }

    private static byte[] Guide(Period period)
    {
        var text = new StringBuilder();
        text.Append($"{period.Title} 数据模板\r\n\r\n");
        text.Append(
            "1. 每张表的第一行是列名，不要改动；从第二行起粘贴数据。也可以直接放 .xlsx，工作表的名字就是表名。\r\n"
        );
        text.Append("2. 必需的表：")
            .Append(string.Join('、', TableRegistry.All.Where(t => t.IsRequired).Select(t => t.Name)))
            .Append("。指标表没有变化时可以删掉，沿用上一期的。用不着的表请删掉。\r\n");
        text.Append("3. 不要放身份证号、手机号、住址等任何个人信息。\r\n");
        text.Append("4. 放好以后运行 fugong check 检查，再运行 fugong build 生成。\r\n");
        foreach (var table in TableRegistry.All)
        {
            text.Append("\r\n【")
                .Append(table.Name)
                .Append(table.IsRequired ? "】（必需）" : "】")
                .Append(table.Description)
                .Append("\r\n");
            foreach (var column in table.Columns)
            {
                text.Append("  ")
                    .Append(column.Name)
                    .Append(column.IsRequired ? "（必填）" : "")
                    .Append('：')
                    .Append(column.Description);
                text.Append(column.Example.Length > 0 ? $"例：{column.Example}" : "").Append("\r\n");
            }
        }

        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
