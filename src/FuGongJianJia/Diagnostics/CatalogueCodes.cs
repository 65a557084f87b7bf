namespace FuGongJianJia.Diagnostics;

/// <summary>Catalogue（指标目录）: FG03##.</summary>
public static class CatalogueCodes
{
    public static readonly DiagnosticCode WeightSum = new(
        "FG0301",
        Severity.Error,
        "分值合计不是 100",
        "同一层级、同一类别下，每个指数的分值合计应为 100。",
        "核对指标表的分值。"
    );

    public static readonly DiagnosticCode IndicatorCount = new(
        "FG0302",
        Severity.Note,
        "指标不是 23 项",
        "通行的目录是 23 项；按实际项数计算。",
        "有意增减时可以不理会。"
    );

    public static readonly DiagnosticCode BadParameter = new(
        "FG0303",
        Severity.Error,
        "参数与规则不相配",
        "每种规则的参数有固定的写法。",
        "对照指标说明改正参数。"
    );

    public static readonly DiagnosticCode EmptyIndex = new(
        "FG0304",
        Severity.Warning,
        "有一个指数没有指标",
        "没有指标的指数没有得分，总指数只由其余的指数合成。",
        "有意只评几个指数时可以不理会；漏了的，补上该指数的指标。"
    );

    public static readonly DiagnosticCode IndicatorDiffers = new(
        "FG0305",
        Severity.Error,
        "同一编码的指标前后不一致",
        "同一编码、同一版本的名称、指数和单位应当相同。",
        "统一写法；口径变了请换版本。"
    );

    public static readonly DiagnosticCode Overlap = new(
        "FG0306",
        Severity.Error,
        "同一单位适用了同一指标的两行",
        "不知道按哪一行计分。",
        "核对适用层级和适用类别。"
    );

    public static readonly DiagnosticCode AggregationRule = new(
        "FG0307",
        Severity.Warning,
        "汇总方式与规则不相配",
        "例如合并比率需要分子和分母，计数没有。",
        "核对汇总方式。"
    );

    public static readonly DiagnosticCode ChangedSilently = new(
        "FG0308",
        Severity.Warning,
        "指标改了而版本没有改",
        "同一编码、同一版本会被当作前后可比。",
        "口径、规则或参数变了请换版本，并写变更说明。"
    );

    public static readonly DiagnosticCode Inherited = new(
        "FG0309",
        Severity.Note,
        "沿用别的期间的指标表",
        "本期文件夹没有指标表。",
        "不需要处理。"
    );

    public static readonly DiagnosticCode TargetRule = new(
        "FG0310",
        Severity.Error,
        "这项指标没有目标值",
        "只有达标比例和计数两种规则有目标值。",
        "删掉这一行，或者核对指标编码。"
    );

    public static readonly DiagnosticCode DirectionRule = new(
        "FG0311",
        Severity.Warning,
        "方向与规则不一致",
        "扣分的指标越低越好，其余越高越好。",
        "核对方向。"
    );

    public static readonly DiagnosticCode TwoVersions = new(
        "FG0312",
        Severity.Error,
        "同一期用了两个版本",
        "一期之内同一指标只能有一个版本。",
        "只留本期生效的版本。"
    );

    public static readonly DiagnosticCode NotYetEffective = new(
        "FG0313",
        Severity.Warning,
        "指标还没有生效",
        "生效年度晚于本期。",
        "核对生效年度。"
    );

    public static readonly DiagnosticCode WeightNotPositive = new(
        "FG0314",
        Severity.Error,
        "分值不是正数",
        "分值应大于 0。",
        "核对分值；不用的指标请删掉。"
    );

    public static readonly DiagnosticCode ScoreTellsValue = new(
        "FG0315",
        Severity.Error,
        "公布得分等于公布数值",
        "公开方式“得分”只公布得分，不公布数值。除按百分数分档外，其余规则由得分就能算出数值。",
        "把公开方式改为 汇总 或 不公开，或者把规则改为分档。"
    );

    public static readonly DiagnosticCode NoIndicator = new(
        "FG0316",
        Severity.Error,
        "一项指标也没有",
        "指标表里没有一行，什么也算不出来。",
        "把指标目录填进去，或者删掉空表，用更早一期的。"
    );
}
