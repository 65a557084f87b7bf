using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Indexes;

/// <summary>Table 指数.</summary>
internal static class IndexSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Organisation = Columns.Key(
        "组织编码",
        CellKind.Organisation,
        "组织。",
        "SF01",
        ["组织", "组织名称"],
        reference: "组织"
    );
    public static readonly ColumnSpec Red = Columns.Optional("红色指数", CellKind.Number, "0—100。", "91.25", ["红色"]);
    public static readonly ColumnSpec Norm = Columns.Optional(
        "规范指数",
        CellKind.Number,
        "0—100。",
        "88.00",
        ["规范"]
    );
    public static readonly ColumnSpec Vigour = Columns.Optional(
        "活力指数",
        CellKind.Number,
        "0—100。",
        "76.50",
        ["活力"]
    );
    public static readonly ColumnSpec Warmth = Columns.Optional(
        "温暖指数",
        CellKind.Number,
        "0—100。",
        "93.10",
        ["温暖"]
    );
    public static readonly ColumnSpec Harmony = Columns.Optional(
        "和谐指数",
        CellKind.Number,
        "0—100。",
        "90.00",
        ["和谐"]
    );
    public static readonly ColumnSpec Total = Columns.Optional(
        "总指数",
        CellKind.Number,
        "0—100。",
        "87.77",
        ["总分", "综合指数"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "指数",
        "指数：导出系统自己算的五个指数和总指数，用来对账。",
        aliases: ["指数结果", "指数得分"],
        rules: ["与本程序的结果相差超过 0.01 时给出警告。"]
    );
}
