using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Pairings;

/// <summary>Table 结对.</summary>
internal static class PairingSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Code = Columns.Key(
        "结对编码",
        CellKind.Code,
        "结对的编码。",
        "P24001",
        ["编码", "结对编号"]
    );
    public static readonly ColumnSpec Mentor = Columns.Required(
        "师傅",
        CellKind.Person,
        "师傅的姓名。",
        "张师傅",
        ["师傅姓名", "导师"]
    );
    public static readonly ColumnSpec Apprentice = Columns.Required(
        "徒弟",
        CellKind.Person,
        "徒弟的姓名。",
        "李徒弟",
        ["徒弟姓名", "学员"]
    );
    public static readonly ColumnSpec Organisation = Columns.Required(
        "组织",
        CellKind.Organisation,
        "所在的组织。",
        "SF0101",
        ["组织编码", "所在组织"],
        reference: "组织"
    );
    public static readonly ColumnSpec Skill = Columns.Optional(
        "技能方向",
        CellKind.Text,
        "技能方向。",
        "焊工",
        ["技能"]
    );
    public static readonly ColumnSpec Dates = Columns.Optional(
        "起止日期",
        CellKind.Text,
        "例如 2024-03-01至2025-02-28；也可以分成开始日期、结束日期两列。",
        "2024-03-01至2025-02-28",
        ["起止时间"]
    );
    public static readonly ColumnSpec Start = Columns.Optional(
        "开始日期",
        CellKind.Date,
        "开始日期。",
        "2024-03-01",
        ["结对日期"]
    );
    public static readonly ColumnSpec End = Columns.Optional("结束日期", CellKind.Date, "结束日期。", "2025-02-28");
    public static readonly ColumnSpec Goal = Columns.Optional(
        "目标",
        CellKind.Text,
        "目标。",
        "取得高级工证书",
        ["培养目标"]
    );
    public static readonly ColumnSpec Completed = Columns.Optional(
        "完成",
        CellKind.YesNo,
        "是否完成。",
        "否",
        ["是否完成"]
    );
    public static readonly ColumnSpec Consent = Columns.Optional(
        "公开同意",
        CellKind.YesNo,
        "双方同意公开姓名。",
        "否",
        ["同意公开"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "结对",
        "结对：师徒结对。姓名没有公开同意时写作张**。",
        aliases: ["师徒结对", "拜师结对"],
        rules: ["师傅和徒弟不是同一个人。"]
    );
}
