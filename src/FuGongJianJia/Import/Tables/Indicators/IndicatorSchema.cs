using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Tables.Organisations;

namespace FuGongJianJia.Import.Tables.Indicators;

/// <summary>Table 指标.</summary>
internal static class IndicatorSchema
{
    private static readonly TableBuilder Columns = new();

    public static readonly ColumnSpec Code = Columns.Key(
        "指标编码",
        CellKind.Code,
        "指标的编码。",
        "R01",
        ["编码", "指标代码"]
    );
    public static readonly ColumnSpec Version = Columns.Key(
        "版本",
        CellKind.Text,
        "同一编码、同一版本前后可比。",
        "1",
        ["指标版本"]
    );
    public static readonly ColumnSpec Title = Columns.Required(
        "指标名称",
        CellKind.Name,
        "名称。",
        "思想引领覆盖率",
        ["名称"]
    );
    public static readonly ColumnSpec Index = Columns.Word(
        "指数",
        IndicatorVocabulary.Indexes,
        "红色、规范、活力、温暖、和谐。",
        "红色",
        aliases: ["所属指数"]
    );
    public static readonly ColumnSpec Unit = Columns.Required(
        "单位",
        CellKind.Text,
        "百分数写 %，其余写量词。",
        "%",
        ["计量单位"]
    );
    public static readonly ColumnSpec Direction = Columns.Required(
        "方向",
        CellKind.Text,
        "↑ 越高越好，↓ 越低越好；也可写 正向、逆向。",
        "↑",
        ["指标方向"]
    );
    public static readonly ColumnSpec Rule = Columns.Word(
        "规则",
        IndicatorVocabulary.Rules,
        "达标比例、计数、分档、扣分、是否、清单。",
        "达标比例",
        aliases: ["评分规则", "计分规则"]
    );
    public static readonly ColumnSpec Parameter = Columns.Optional(
        "参数",
        CellKind.Parameter,
        "见规则说明。",
        "80",
        ["规则参数", "评分参数"]
    );
    public static readonly ColumnSpec Weight = Columns.Required(
        "分值",
        CellKind.Number,
        "在本指数中的分值。",
        "30",
        ["权重"]
    );
    public static readonly ColumnSpec Levels = Columns.Words(
        "适用层级",
        [.. OrganisationVocabulary.Levels.Words, "全部"],
        "区、镇街、基层，多个用 | 隔开，全部写 全部。",
        "基层|镇街",
        required: true
    );
    public static readonly ColumnSpec Applies = Columns.Words(
        "适用类别",
        [.. OrganisationVocabulary.Categories.Words, .. OrganisationVocabulary.Kinds.Words, "全部"],
        "单位类别或组织类型，多个用 | 隔开，全部写 全部；空着按全部。",
        "企业|联合工会",
        required: false
    );
    public static readonly ColumnSpec Aggregation = Columns.Word(
        "汇总方式",
        IndicatorVocabulary.Aggregations,
        "合并比率、求和、达标单位占比、最高级别、不汇总；只有百分数、没有分子分母的写按职工数加权、按会员数加权。",
        "合并比率",
        aliases: ["汇总"]
    );
    public static readonly ColumnSpec Responsible = Columns.Optional(
        "责任层级",
        CellKind.Text,
        "由哪一级对数值负责。",
        "基层"
    );
    public static readonly ColumnSpec Source = Columns.Optional(
        "数据来源",
        CellKind.Text,
        "数从哪里来。",
        "活动表",
        ["来源"]
    );
    public static readonly ColumnSpec Definition = Columns.Optional(
        "口径",
        CellKind.Text,
        "分子、分母或计数的口径。",
        "参加学习宣讲职工数 ÷ 职工总数",
        ["口径说明", "指标口径"]
    );
    public static readonly ColumnSpec EffectiveYear = Columns.Optional(
        "生效年度",
        CellKind.Whole,
        "从哪一年起用。",
        "2024",
        ["生效年份"]
    );
    public static readonly ColumnSpec ChangeNote = Columns.Optional(
        "变更说明",
        CellKind.Text,
        "与上一版本有什么不同。",
        "",
        ["变更"]
    );
    public static readonly ColumnSpec UpperBound = Columns.Optional(
        "上限",
        CellKind.Number,
        "比率不可能超过多少（通常 100）；空着表示可以超过 100%。",
        "100",
        ["比率上限"]
    );
    public static readonly ColumnSpec Mandatory = Columns.Optional(
        "必备",
        CellKind.YesNo,
        "必备项，达不到时单独标明，不改变得分。",
        "否",
        ["必备项"]
    );
    public static readonly ColumnSpec Veto = Columns.Optional(
        "一票否决",
        CellKind.YesNo,
        "发生时不予评先，不改变得分。",
        "否",
        ["否决项"]
    );

    public static readonly ColumnSpec Timing = Columns.Word(
        "期别",
        IndicatorVocabulary.Timings,
        "季度、月度里的数是什么：累计（年初以来，目标按月份折算）、期内（分母就是本期的计划）、时点（期末的状况）、"
            + "年度（一年一次，年末才要报）；空着按时点。",
        "累计",
        required: false
    );
    public static readonly ColumnSpec Publicity = Columns.Word(
        "公开方式",
        IndicatorVocabulary.Publicities,
        "公众看得到什么：数值（数值和得分）、得分（只有得分）、汇总（只有上级的汇总数）、不公开；只管本行所列的层级，空着按数值。",
        "数值",
        required: false
    );
    public static readonly ColumnSpec Nature = Columns.Word(
        "性质",
        IndicatorVocabulary.Natures,
        "指标，或者事件（已经发生、不能改正的事，不作表扬和建议）；空着按指标。",
        "指标",
        required: false
    );
    public static readonly ColumnSpec Remedy = Columns.Optional(
        "措施",
        CellKind.Text,
        "没有达到时要办的事，动词开头。",
        "补训未到课的工会干部"
    );
    public static readonly ColumnSpec Owner = Columns.Optional(
        "责任单位",
        CellKind.Text,
        "措施由哪个部门承办。",
        "区总工会组织部"
    );

    public static readonly TableSpec Table = Columns.Build(
        "指标",
        "指标：评价用的指标目录；一项指标一行，各层级规则不同时每个层级一行。",
        required: true,
        aliases: ["指标目录", "指标表"],
        rules:
        [
            "主键是指标编码、版本和适用层级。",
            "同一层级和类别之下，每个指数的分值合计为 100。",
            "通行的目录是 23 项，不是 23 项时给出警告。",
            "参数要与规则相配：达标比例、计数、扣分、清单写一个数；分档写 95:100;90:90;0:0 或 省级及以上:100;无:0；是否不写。",
            "口径、规则变了要换版本并写变更说明。",
            "公开方式“得分”只用于按百分数分档的指标，其余规则由得分就能算出数值。",
        ]
    );
}
