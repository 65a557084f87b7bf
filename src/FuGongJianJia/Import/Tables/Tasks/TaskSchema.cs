using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Tasks;

/// <summary>Table 任务.</summary>
internal static class TaskSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Code = Columns.Key(
        "任务编码",
        CellKind.Code,
        "任务的编码。",
        "T24001",
        ["编码", "任务编号"]
    );
    public static readonly ColumnSpec Title = Columns.Required(
        "任务名称",
        CellKind.Name,
        "名称。",
        "集体合同集中要约",
        ["名称", "任务"]
    );
    public static readonly ColumnSpec Indicator = Columns.Optional(
        "指标编码",
        CellKind.Indicator,
        "相关的指标。",
        "X02",
        ["指标"],
        reference: "指标"
    );
    public static readonly ColumnSpec Origin = Columns.Optional(
        "来源",
        CellKind.Text,
        "任务从哪里汇集来。",
        "年度重点",
        ["任务来源"]
    );
    public static readonly ColumnSpec Issuer = Columns.Required(
        "下达单位",
        CellKind.Organisation,
        "下达任务的组织。",
        "SF00",
        ["下达组织"],
        reference: "组织"
    );
    public static readonly ColumnSpec IssuedOn = Columns.Required(
        "下达日期",
        CellKind.Date,
        "下达日期。",
        "2024-03-01",
        ["下达时间"]
    );
    public static readonly ColumnSpec DueOn = Columns.Required(
        "要求完成日期",
        CellKind.Date,
        "要求完成的日期。",
        "2024-06-30",
        ["完成时限", "办结期限", "要求完成时间"]
    );
    public static readonly ColumnSpec Priority = Columns.Optional(
        "优先级",
        CellKind.Text,
        "如 高、中、低。",
        "高",
        ["紧急程度"]
    );
    public static readonly ColumnSpec CurrentStep = Columns.Word(
        "当前步骤",
        TaskVocabulary.Steps,
        "八步之一。",
        "反馈",
        required: false,
        aliases: ["步骤"]
    );
    public static readonly ColumnSpec Status = Columns.Optional(
        "状态",
        CellKind.Text,
        "如 办理中、已办结。",
        "办理中",
        ["任务状态"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "任务",
        "任务：下达的工作任务。",
        aliases: ["任务表", "任务清单"],
        rules: ["要求完成日期不早于下达日期。", "当前步骤以任务流转为准。"]
    );
}
