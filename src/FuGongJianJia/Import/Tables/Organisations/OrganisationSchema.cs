using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Organisations;

/// <summary>Table 组织.</summary>
internal static class OrganisationSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Code = Columns.Key(
        "组织编码",
        CellKind.Code,
        "组织的编码，历年不变；会成为网页地址。",
        "SF01",
        ["编码", "工会编码", "单位编码", "组织代码"]
    );
    public static readonly ColumnSpec Title = Columns.Required(
        "组织名称",
        CellKind.Name,
        "全称。",
        "云锦街道总工会",
        ["名称", "工会名称", "单位名称", "组织全称"]
    );
    public static readonly ColumnSpec ShortName = Columns.Optional(
        "简称",
        CellKind.Name,
        "表格和图里用的短名；没有就用全称。",
        "云锦街道",
        ["组织简称"]
    );
    public static readonly ColumnSpec Level = Columns.Word(
        "层级",
        OrganisationVocabulary.Levels,
        "区、镇街、基层。",
        "镇街",
        aliases: ["组织层级", "级别"]
    );
    public static readonly ColumnSpec Parent = Columns.Optional(
        "上级编码",
        CellKind.Organisation,
        "上级组织；区级留空。",
        "SF00",
        ["上级组织", "上级组织编码", "上级工会", "上级"],
        reference: "组织"
    );
    public static readonly ColumnSpec Kind = Columns.Word(
        "组织类型",
        OrganisationVocabulary.Kinds,
        "总工会、镇街总工会、基层工会、联合工会、产业工会。",
        "镇街总工会",
        aliases: ["工会类型", "类型"]
    );
    public static readonly ColumnSpec Category = Columns.Word(
        "单位类别",
        OrganisationVocabulary.Categories,
        "所在单位的类别，决定指标是否适用和分组。",
        "机关",
        aliases: ["单位类型", "单位性质"]
    );
    public static readonly ColumnSpec CreditCode = Columns.Optional(
        "统一社会信用代码",
        CellKind.CreditCode,
        "工会法人的代码；没有法人资格的留空。",
        "81330111MC0000012N",
        ["信用代码", "社会信用代码"]
    );
    public static readonly ColumnSpec Division = Columns.Optional(
        "行政区划代码",
        CellKind.DivisionCode,
        "6、9 或 12 位。",
        "990101",
        ["区划代码"]
    );
    public static readonly ColumnSpec Workers = Columns.Optional(
        "职工数",
        CellKind.Whole,
        "职工总数，人。",
        "320",
        ["职工总数", "职工人数"]
    );
    public static readonly ColumnSpec Members = Columns.Optional(
        "会员数",
        CellKind.Whole,
        "会员总数，人。",
        "300",
        ["会员总数", "会员人数"]
    );
    public static readonly ColumnSpec FemaleMembers = Columns.Optional(
        "女会员数",
        CellKind.Whole,
        "女会员数，人。",
        "140",
        ["女会员", "女会员人数"]
    );
    public static readonly ColumnSpec Founded = Columns.Optional(
        "成立日期",
        CellKind.Date,
        "成立日期。",
        "2011-06-18",
        ["建会日期", "成立时间", "建会时间"]
    );
    public static readonly ColumnSpec Status = Columns.Word(
        "状态",
        OrganisationVocabulary.Statuses,
        "正常、新建、合并、撤销；空着按正常。",
        "正常",
        required: false,
        aliases: ["组织状态"]
    );
    public static readonly ColumnSpec Lineage = Columns.Optional(
        "沿革编码",
        CellKind.Text,
        "由哪些组织来，或并入哪个组织；多个用 | 隔开。",
        "SF0107|SF0109",
        ["沿革", "原编码"]
    );
    public static readonly ColumnSpec IsPublic = Columns.Optional(
        "公开",
        CellKind.YesNo,
        "否：不出现在公开的网站和年报里，但仍计入上级。",
        "是",
        ["是否公开"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "组织",
        "组织：本期的全部工会组织，一行一个。",
        required: true,
        aliases: ["组织信息", "组织表", "工会组织"],
        rules:
        [
            "只有一个区级组织；上级关系是一棵树，不能绕圈。",
            "镇街的上级是区，基层的上级是镇街（直属的可以是区）。",
            "会员数不超过职工数，女会员数不超过会员数。",
            "同一上级之下名称不能相同。",
            "合并、拆分、更名用沿革编码衔接。",
        ]
    );
}
