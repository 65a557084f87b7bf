using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Tables.Observations;

/// <summary>Table 指标值.</summary>
internal static class ObservationSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Organisation = Columns.Key(
        "组织编码",
        CellKind.Organisation,
        "组织。",
        "SF0101",
        ["组织", "组织名称", "单位编码", "单位名称", "工会编码", "工会名称"],
        reference: "组织"
    );
    public static readonly ColumnSpec Period = Columns.Optional(
        "期间",
        CellKind.Period,
        "可以不填；填了要与文件夹一致。",
        "2024",
        ["年度", "年份", "报告期"]
    );
    public static readonly ColumnSpec Indicator = Columns.Key(
        "指标编码",
        CellKind.Indicator,
        "指标。",
        "R01",
        ["指标", "指标名称", "指标代码"],
        reference: "指标",
        maySpread: true
    );
    public static readonly ColumnSpec Numerator = Columns.Optional("分子", CellKind.Number, "分子。", "280");
    public static readonly ColumnSpec Denominator = Columns.Optional(
        "分母",
        CellKind.Number,
        "分母，不能是 0。",
        "320"
    );
    public static readonly ColumnSpec Value = Columns.Optional(
        "数值",
        CellKind.Number,
        "计数、百分数、档次，或者 是/否。",
        "87.5",
        ["值", "指标值"]
    );
    public static readonly ColumnSpec State = Columns.Word(
        "状态",
        ObservationVocabulary.States,
        "已报、缺报、不适用、存疑。",
        "已报",
        required: false,
        aliases: ["填报状态", "数据状态"]
    );
    public static readonly ColumnSpec Approximate = Columns.Optional(
        "约数",
        CellKind.YesNo,
        "是约数时填是。",
        "否",
        ["是否约数"]
    );
    public static readonly ColumnSpec ReportedOn = Columns.Optional(
        "上报日期",
        CellKind.Date,
        "上报日期。",
        "2025-01-08",
        ["填报日期", "上报时间"]
    );
    public static readonly ColumnSpec Remark = Columns.Optional("备注", CellKind.Text, "只供内部查看。", "", ["说明"]);

    public static readonly TableSpec Table = Columns.Build(
        "指标值",
        "指标值：每个组织每项指标的数。可以一行一个数（长表），也可以一行一个组织、一列一项指标（宽表，列名是指标编码或名称，可加 分子、分母）。",
        required: true,
        aliases: ["指标数据", "指标值表"],
        rules:
        [
            "主键是组织编码和指标编码，不能重复。",
            "填分子和分母，或者填数值；三项都填时应当一致。",
            "分母是 0 时填不适用。",
            "状态空着：有数按已报，没有数按缺报。",
            "百分数写 95.5% 或 95.5，一项指标里不能再混用 0.955。",
        ]
    );
}
