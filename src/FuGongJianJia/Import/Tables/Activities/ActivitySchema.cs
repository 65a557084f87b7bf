using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Activities;

/// <summary>Table 活动.</summary>
internal static class ActivitySchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Code = Columns.Key(
        "活动编码",
        CellKind.Code,
        "活动的编码。",
        "H24001",
        ["编码", "活动编号"]
    );
    public static readonly ColumnSpec Title = Columns.Required(
        "活动名称",
        CellKind.Name,
        "名称。",
        "劳模工匠大讲堂",
        ["名称"]
    );
    public static readonly ColumnSpec Kind = Columns.Required(
        "类型",
        CellKind.Text,
        "劳模助企、大讲堂、培训、家访、疗休养、文体、慰问、会议。",
        "大讲堂",
        ["活动类型"]
    );
    public static readonly ColumnSpec Programme = Columns.Optional(
        "专项",
        CellKind.Text,
        "归入哪个专项。",
        "五提升·关爱服务",
        ["所属专项"]
    );
    public static readonly ColumnSpec Organiser = Columns.Required(
        "主办组织",
        CellKind.Organisation,
        "主办的组织。",
        "SF01",
        ["主办单位", "组织编码"],
        reference: "组织"
    );
    public static readonly ColumnSpec CoOrganiser = Columns.Optional(
        "协办",
        CellKind.Text,
        "协办单位。",
        "",
        ["协办单位"]
    );
    public static readonly ColumnSpec Start = Columns.Required(
        "开始日期",
        CellKind.Date,
        "开始日期。",
        "2024-05-10",
        ["日期", "活动日期", "开始时间"]
    );
    public static readonly ColumnSpec End = Columns.Optional(
        "结束日期",
        CellKind.Date,
        "结束日期；空着按当天结束。",
        "2024-05-10",
        ["结束时间"]
    );
    public static readonly ColumnSpec Place = Columns.Optional(
        "地点",
        CellKind.Place,
        "地点。",
        "云锦街道职工之家",
        ["活动地点"]
    );
    public static readonly ColumnSpec Headcount = Columns.Optional(
        "参与人数",
        CellKind.Whole,
        "参加的人数或人次。",
        "80",
        ["人数", "参加人数"]
    );
    public static readonly ColumnSpec Approximate = Columns.Optional(
        "约数",
        CellKind.YesNo,
        "是约数时填是。",
        "是",
        ["是否约数"]
    );
    public static readonly ColumnSpec HeadcountKind = Columns.Word(
        "人次或人数",
        ActivityVocabulary.HeadcountKinds,
        "人或人次。",
        "人",
        required: false,
        aliases: ["计数方式"]
    );
    public static readonly ColumnSpec Sessions = Columns.Optional(
        "场次",
        CellKind.Whole,
        "场次；空着按 1 场。",
        "1",
        ["场数"]
    );
    public static readonly ColumnSpec Funds = Columns.Optional(
        "经费(元)",
        CellKind.Number,
        "经费，元。",
        "12000",
        ["经费"]
    );
    public static readonly ColumnSpec Summary = Columns.Optional(
        "摘要",
        CellKind.Text,
        "一两句话。",
        "邀请全国劳模讲课。",
        ["内容摘要", "简介"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "活动",
        "活动：开展的活动。",
        aliases: ["活动表", "活动台账"],
        rules: ["结束日期不早于开始日期，日期在本期之内。", "写明是人还是人次。"]
    );
}
