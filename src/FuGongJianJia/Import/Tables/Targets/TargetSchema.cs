using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Targets;

/// <summary>Table 目标.</summary>
internal static class TargetSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Scope = Columns.Key(
        "组织编码或分组",
        CellKind.Text,
        "组织编码，或者分组名称。",
        "SF01",
        ["组织编码", "分组", "对象"]
    );
    public static readonly ColumnSpec Indicator = Columns.Key(
        "指标编码",
        CellKind.Indicator,
        "指标。",
        "R03",
        ["指标"],
        reference: "指标"
    );
    public static readonly ColumnSpec Value = Columns.Required(
        "目标值",
        CellKind.Number,
        "目标值；百分数写 80 或 80%。",
        "12",
        ["目标"]
    );
    public static readonly ColumnSpec Document = Columns.Optional(
        "文号",
        CellKind.Text,
        "依据。",
        "示工〔2024〕3号",
        ["依据"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "目标",
        "目标：某个组织或某个分组的目标值，代替指标目录里的目标。",
        aliases: ["目标值"],
        rules: ["只用于达标比例和计数两种规则。", "先看组织，再看分组。"]
    );
}
