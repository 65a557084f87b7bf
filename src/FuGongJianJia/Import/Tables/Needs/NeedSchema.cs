using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Needs;

/// <summary>Table 需求.</summary>
internal static class NeedSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Code = Columns.Key(
        "需求编码",
        CellKind.Code,
        "需求的编码。",
        "N24001",
        ["编码", "需求编号"]
    );
    public static readonly ColumnSpec Organisation = Columns.Required(
        "上报组织",
        CellKind.Organisation,
        "上报的组织。",
        "SF0101",
        ["上报单位", "组织编码"],
        reference: "组织"
    );
    public static readonly ColumnSpec ReportedOn = Columns.Required(
        "上报日期",
        CellKind.Date,
        "上报日期。",
        "2024-04-10",
        ["上报时间"]
    );
    public static readonly ColumnSpec Category = Columns.Required(
        "类别",
        CellKind.Text,
        "如 技能培训、疗休养、权益维护。",
        "技能培训",
        ["需求类别"]
    );
    public static readonly ColumnSpec Summary = Columns.Required(
        "内容摘要",
        CellKind.Text,
        "不写个人信息。",
        "希望增开电工等级培训班",
        ["内容", "摘要"]
    );
    public static readonly ColumnSpec AnalysedOn = Columns.Optional(
        "研判日期",
        CellKind.Date,
        "研判日期。",
        "2024-04-20",
        ["研判时间"]
    );
    public static readonly ColumnSpec Conclusion = Columns.Optional(
        "研判结论",
        CellKind.Text,
        "结论。",
        "纳入年度培训计划",
        ["结论"]
    );
    public static readonly ColumnSpec Handler = Columns.Optional(
        "办理单位",
        CellKind.Organisation,
        "办理的组织。",
        "SF00",
        ["办理组织"],
        reference: "组织"
    );
    public static readonly ColumnSpec AnsweredOn = Columns.Optional(
        "答复日期",
        CellKind.Date,
        "答复日期。",
        "2024-05-06",
        ["答复时间"]
    );
    public static readonly ColumnSpec PolicyChanged = Columns.Optional(
        "政策调整",
        CellKind.YesNo,
        "是否调整了政策。",
        "是",
        ["是否政策调整"]
    );
    public static readonly ColumnSpec PolicyChange = Columns.Optional(
        "调整内容",
        CellKind.Text,
        "调整了什么。",
        "培训补贴扩大到联合工会",
        ["政策调整内容"]
    );
    public static readonly ColumnSpec Document = Columns.Optional(
        "文号",
        CellKind.Text,
        "依据的文号。",
        "示工〔2024〕18号"
    );

    public static readonly TableSpec Table = Columns.Build(
        "需求",
        "需求：职工和基层工会反映的需求，上报、研判、调整政策。",
        aliases: ["需求表", "职工需求"],
        rules: ["上报、研判、答复的日期依次不倒退。", "内容摘要不得有个人信息。"]
    );
}
