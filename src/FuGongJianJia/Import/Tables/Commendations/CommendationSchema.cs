using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Commendations;

/// <summary>Table 表彰.</summary>
internal static class CommendationSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Code = Columns.Key(
        "表彰编码",
        CellKind.Code,
        "表彰的编码。",
        "B24001",
        ["编码", "表彰编号"]
    );
    public static readonly ColumnSpec Kind = Columns.Word(
        "类别",
        CommendationVocabulary.Kinds,
        "集体、班组、个人。",
        "集体",
        aliases: ["对象类别", "表彰类别"]
    );
    public static readonly ColumnSpec Recipient = Columns.Required(
        "对象名称",
        CellKind.Person,
        "集体、班组或个人的名称。",
        "云锦街道总工会",
        ["表彰对象", "名称", "对象"]
    );
    public static readonly ColumnSpec Organisation = Columns.Optional(
        "所在组织",
        CellKind.Organisation,
        "所在的组织。",
        "SF01",
        ["组织编码", "所在单位"],
        reference: "组织"
    );
    public static readonly ColumnSpec Honour = Columns.Required(
        "荣誉名称",
        CellKind.Name,
        "荣誉的全称。",
        "模范职工之家",
        ["荣誉"]
    );
    public static readonly ColumnSpec Level = Columns.Word(
        "级别",
        CommendationVocabulary.Levels,
        "国家级、省级、市级、区级、镇街级。",
        "省级",
        aliases: ["荣誉级别"]
    );
    public static readonly ColumnSpec Grantor = Columns.Required(
        "授予单位",
        CellKind.Name,
        "授予的单位。",
        "示例省总工会",
        ["颁发单位"]
    );
    public static readonly ColumnSpec Document = Columns.Optional(
        "文号",
        CellKind.Text,
        "表彰文件的文号。",
        "示总工发〔2024〕9号",
        ["表彰文号"]
    );
    public static readonly ColumnSpec GrantedOn = Columns.Required(
        "授予日期",
        CellKind.Date,
        "授予日期。",
        "2024-04-28",
        ["表彰日期", "授予时间"]
    );
    public static readonly ColumnSpec Status = Columns.Word(
        "状态",
        CommendationVocabulary.Statuses,
        "公示中、已授予、已撤销；空着按已授予。",
        "已授予",
        required: false,
        aliases: ["表彰状态"]
    );
    public static readonly ColumnSpec Basis = Columns.Optional(
        "公开依据",
        CellKind.Text,
        "公布表彰的文件或网址。",
        "省总工会网站公布",
        ["依据"]
    );
    public static readonly ColumnSpec Consent = Columns.Optional(
        "公开同意",
        CellKind.YesNo,
        "本人同意公开。",
        "是",
        ["同意公开"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "表彰",
        "表彰：已由文件公布的表彰。程序只转载，不评选。",
        aliases: ["表彰记录", "荣誉"],
        rules: ["授予单位和授予日期必填。", "个人要有公开依据或公开同意，否则姓名写作张**。", "已撤销的不公开。"]
    );
}
