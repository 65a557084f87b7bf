using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Corrections;

/// <summary>Table 更正.</summary>
internal static class CorrectionSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Period = Columns.Key(
        "期间",
        CellKind.Period,
        "被更正的期间。",
        "2023",
        ["更正期间"]
    );
    public static readonly ColumnSpec Organisation = Columns.Key(
        "组织",
        CellKind.Organisation,
        "组织。",
        "SF0101",
        ["组织编码"],
        reference: "组织"
    );
    public static readonly ColumnSpec Indicator = Columns.Optional(
        "指标",
        CellKind.Indicator,
        "指标；空着表示其他内容。",
        "W02",
        ["指标编码"],
        reference: "指标"
    );
    public static readonly ColumnSpec Before = Columns.Required(
        "原值",
        CellKind.Text,
        "原来公布的。",
        "88.00",
        ["更正前"]
    );
    public static readonly ColumnSpec After = Columns.Required(
        "新值",
        CellKind.Text,
        "更正后的。",
        "86.00",
        ["更正后"]
    );
    public static readonly ColumnSpec On = Columns.Required(
        "日期",
        CellKind.Date,
        "更正日期。",
        "2024-03-15",
        ["更正日期"]
    );
    public static readonly ColumnSpec Reason = Columns.Required(
        "说明",
        CellKind.Text,
        "为什么更正。",
        "分母漏计 20 人",
        ["更正说明", "原因"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "更正",
        "更正：对以前各期已公布内容的更正，印在相应的地方。",
        aliases: ["更正记录"],
        rules: ["只更正更早的期间。"]
    );
}
