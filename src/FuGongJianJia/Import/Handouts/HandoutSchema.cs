using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Handouts;

/// <summary>Table 分发, the one table that is no part of what a build is made from.</summary>
internal static class HandoutSchema
{
    public static readonly WordList<Material> Materials = new(
        HandoutVocabulary.Word,
        ("年度报告", Material.AnnualReport),
        ("镇街年度报告", Material.TownReport),
        ("单位结果单", Material.ResultSheet),
        ("工会成绩单", Material.ResultSheet),
        ("反馈意见书", Material.Opinion),
        ("函", Material.Letter),
        ("清单", Material.List),
        ("台账", Material.Ledger)
    );

    public static readonly WordList<Delivery> Deliveries = new(
        HandoutVocabulary.Word,
        ("zip", Delivery.Archive),
        ("纸质", Delivery.Print),
        ("邮箱", Delivery.Mail)
    );

    public static readonly WordList<Standing> Standings = new(s => s == Handouts.Standing.Internal ? "内部" : "公开");

    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Name = Columns.Key(
        "收件人",
        CellKind.Person,
        "人或单位。",
        "王主席",
        ["姓名", "收件单位"]
    );
    public static readonly ColumnSpec Post = Columns.Optional(
        "职务",
        CellKind.Text,
        "人的职务，写在名字前面；单位不写。",
        "区总工会主席"
    );
    public static readonly ColumnSpec Standing = Columns.Word(
        "身份",
        Standings,
        "内部或公开；不写就是公开。内部材料只给内部的人。",
        "内部",
        required: false
    );
    public static readonly ColumnSpec Scope = Columns.Required(
        "范围",
        CellKind.Text,
        "全区，或者镇街、单位的编码或名称；几个之间用顿号。",
        "东溪镇"
    );
    public static readonly ColumnSpec Papers = Columns.Words(
        "材料",
        Materials.Words,
        "给哪些材料，几样之间用顿号。",
        "年报、简报",
        required: true
    );
    public static readonly ColumnSpec Ways = Columns.Words(
        "方式",
        Deliveries.Words,
        "怎样给，几种之间用顿号。",
        "打印、邮件",
        required: true
    );
    public static readonly ColumnSpec Copies = Columns.Optional(
        "份数",
        CellKind.Whole,
        "打印几份，1 到 200；不写就是 1。",
        "2"
    );
    public static readonly ColumnSpec Mailbox = Columns.Optional(
        "邮箱",
        CellKind.Mailbox,
        "方式里有邮件时必填，只写一个。",
        "wang@example.cn",
        ["电子邮箱", "电子邮件"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "分发",
        "分发：材料给谁、怎样给。",
        required: true,
        rules: ["收件人和职务合起来不重复。", "内部材料只给身份是内部的人。", "内部清单和内部台账只给范围是全区的人。"]
    );
}

/// <summary>身份 of a recipient.</summary>
internal enum Standing
{
    /// <summary>公开.</summary>
    Public,

    /// <summary>内部.</summary>
    Internal,
}
