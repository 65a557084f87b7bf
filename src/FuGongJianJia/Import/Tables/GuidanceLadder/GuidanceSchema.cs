using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.GuidanceLadder;

/// <summary>Table 指导.</summary>
internal static class GuidanceSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Code = Columns.Key(
        "指导编码",
        CellKind.Code,
        "指导的编码。",
        "Z24001",
        ["编码", "指导编号"]
    );
    public static readonly ColumnSpec Organisation = Columns.Required(
        "对象组织",
        CellKind.Organisation,
        "指导的对象。",
        "SF0103",
        ["对象", "组织编码", "组织"],
        reference: "组织"
    );
    public static readonly ColumnSpec Rung = Columns.Word(
        "类型",
        GuidanceVocabulary.Rungs,
        "提醒、预警、督办、约谈。",
        "提醒",
        aliases: ["指导类型"]
    );
    public static readonly ColumnSpec Task = Columns.Optional(
        "关联任务",
        CellKind.Code,
        "相关的任务。",
        "T24001",
        ["任务编码", "任务"],
        reference: "任务"
    );
    public static readonly ColumnSpec Indicator = Columns.Optional(
        "指标编码",
        CellKind.Indicator,
        "事由说的是哪项指标；没有关联任务、函里又要写数字时填。",
        "G02",
        ["指标"],
        reference: "指标"
    );
    public static readonly ColumnSpec Matter = Columns.Required(
        "事由",
        CellKind.Text,
        "只供内部查看。",
        "任务逾期未反馈",
        ["原因"]
    );
    public static readonly ColumnSpec IssuedOn = Columns.Required(
        "发出日期",
        CellKind.Date,
        "发出日期。",
        "2024-07-02",
        ["发出时间"]
    );
    public static readonly ColumnSpec DueOn = Columns.Optional(
        "要求整改日期",
        CellKind.Date,
        "要求整改的日期。",
        "2024-07-20",
        ["整改期限"]
    );
    public static readonly ColumnSpec RectifiedOn = Columns.Optional(
        "整改完成日期",
        CellKind.Date,
        "整改完成的日期。",
        "2024-07-18",
        ["完成日期"]
    );
    public static readonly ColumnSpec Result = Columns.Optional(
        "结果",
        CellKind.Text,
        "整改结果。",
        "已整改",
        ["整改结果"]
    );
    public static readonly ColumnSpec Document = Columns.Optional(
        "文号",
        CellKind.Text,
        "函的发文字号；填了就照印，同年同类的函不再自动编号。",
        "示工提〔2024〕3号",
        ["函号", "发文字号"]
    );
    public static readonly ColumnSpec Remark = Columns.Optional("备注", CellKind.Text, "只供内部查看。", "", ["说明"]);

    public static readonly TableSpec Table = Columns.Build(
        "指导",
        "指导：提醒、预警、督办、约谈。公开时只计数，不点名。",
        aliases: ["指导记录", "指导服务"],
        rules: ["同一事由逐级进行，跨级要有备注。", "约谈由区或镇街总工会进行。"]
    );
}
