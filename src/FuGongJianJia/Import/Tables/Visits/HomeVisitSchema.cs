using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Visits;

/// <summary>Table 家访汇总.</summary>
internal static class HomeVisitSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Organisation = Columns.Key(
        "组织编码",
        CellKind.Organisation,
        "组织。",
        "SF0101",
        ["组织", "组织名称", "单位名称"],
        reference: "组织"
    );
    public static readonly ColumnSpec Period = Columns.Optional(
        "期间",
        CellKind.Period,
        "可以不填；填了要与文件夹一致。",
        "2024",
        ["年度", "年份"]
    );
    public static readonly ColumnSpec Due = Columns.Required(
        "应访人数",
        CellKind.Whole,
        "应走访的职工数（去重）。",
        "300",
        ["应访"]
    );
    public static readonly ColumnSpec Made = Columns.Required(
        "实访人数",
        CellKind.Whole,
        "已走访的职工数（去重）。",
        "290",
        ["实访"]
    );
    public static readonly ColumnSpec Priority = Columns.Optional(
        "重点对象数",
        CellKind.Whole,
        "其中的重点对象。",
        "12",
        ["重点对象"]
    );
    public static readonly ColumnSpec Problems = Columns.Optional(
        "反映问题数",
        CellKind.Whole,
        "反映的问题。",
        "20",
        ["问题数"]
    );
    public static readonly ColumnSpec Solved = Columns.Optional(
        "已解决数",
        CellKind.Whole,
        "已经解决的问题。",
        "18",
        ["已解决"]
    );
    public static readonly ColumnSpec AccidentChange = Columns.Optional(
        "事故同比(%)",
        CellKind.Number,
        "事故数同比，%，下降为负。",
        "-30.5",
        ["事故同比"]
    );

    public static readonly TableSpec Table = Columns.Build(
        "家访汇总",
        "家访汇总：按单位汇总的家访人数，不得出现姓名。",
        aliases: ["家访", "大家访"],
        rules: ["只收汇总数，有姓名列就不读取。", "实访不超过应访，已解决不超过反映问题数。"]
    );
}
