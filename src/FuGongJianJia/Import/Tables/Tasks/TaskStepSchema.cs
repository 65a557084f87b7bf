using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Tasks;

/// <summary>Table 任务流转.</summary>
internal static class TaskStepSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Task = Columns.Key(
        "任务编码",
        CellKind.Code,
        "任务。",
        "T24001",
        ["任务", "任务编号"],
        reference: "任务"
    );
    public static readonly ColumnSpec Ordinal = Columns.Key("序号", CellKind.Whole, "从 1 起。", "1", ["顺序"]);
    public static readonly ColumnSpec Step = Columns.Word(
        "步骤",
        TaskVocabulary.Steps,
        "汇集、下达、分办、领办、反馈、评价、表彰、退出。",
        "下达",
        aliases: ["办理步骤"]
    );
    public static readonly ColumnSpec Unit = Columns.Required(
        "办理单位",
        CellKind.Organisation,
        "办理这一步的组织。",
        "SF00",
        ["办理组织"],
        reference: "组织"
    );
    public static readonly ColumnSpec On = Columns.Required(
        "日期",
        CellKind.Date,
        "办理日期。",
        "2024-03-01",
        ["办理日期", "办理时间"]
    );
    public static readonly ColumnSpec Result = Columns.Optional(
        "结果",
        CellKind.Text,
        "结果。",
        "已下达",
        ["办理结果"]
    );
    public static readonly ColumnSpec Appraisal = Columns.Optional(
        "评价等次",
        CellKind.Text,
        "评价步骤的等次。",
        "合格",
        ["等次"]
    );
    public static readonly ColumnSpec Opinion = Columns.Optional(
        "意见",
        CellKind.Text,
        "只供内部查看。",
        "",
        ["办理意见"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "任务流转",
        "任务流转：每项任务走过的步骤。",
        aliases: ["流转", "任务流转记录"],
        rules:
        [
            "次序：汇集→下达→分办→领办→反馈→评价，之后表彰→退出、退出，或退回反馈；可以没有汇集，分办可以省去。",
            "日期不倒退；退出之后不再有步骤。",
            "领办的单位在下达单位之下。",
        ]
    );
}
