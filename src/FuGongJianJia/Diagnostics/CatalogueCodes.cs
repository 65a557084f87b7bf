using System.Collections.Immutable;

namespace FuGongJianJia.Diagnostics;

/// <summary>Catalogue（指标目录）: FG03##.</summary>
public static class CatalogueCodes
{
    private static readonly List<DiagnosticCode> Made = [];

    /// <summary>分值合计不是 100.</summary>
    public static readonly DiagnosticCode WeightSum = Define(
        "FG0301",
        Severity.Error,
        "分值合计不是 100",
        "同一层级、同一类别下，每个指数的分值合计应为 100。",
        "核对指标表的分值。"
    );

    /// <summary>指标不是 23 项.</summary>
    public static readonly DiagnosticCode IndicatorCount = Define(
        "FG0302",
        Severity.Warning,
        "指标不是 23 项",
        "通行的目录是 23 项；按实际项数计算。",
        "有意增减时可以不理会。"
    );

    /// <summary>参数与规则不相配.</summary>
    public static readonly DiagnosticCode BadParameter = Define(
        "FG0303",
        Severity.Error,
        "参数与规则不相配",
        "每种规则的参数有固定的写法。",
        "对照指标说明改正参数。"
    );

    /// <summary>有一个指数没有指标.</summary>
    public static readonly DiagnosticCode EmptyIndex = Define(
        "FG0304",
        Severity.Error,
        "有一个指数没有指标",
        "五大指数每个至少要有一项指标，分值合计大于 0。",
        "补上该指数的指标。"
    );

    /// <summary>同一编码的指标前后不一致.</summary>
    public static readonly DiagnosticCode IndicatorDiffers = Define(
        "FG0305",
        Severity.Error,
        "同一编码的指标前后不一致",
        "同一编码、同一版本的名称、指数和单位应当相同。",
        "统一写法；口径变了请换版本。"
    );

    /// <summary>同一单位适用了同一指标的两行.</summary>
    public static readonly DiagnosticCode Overlap = Define(
        "FG0306",
        Severity.Error,
        "同一单位适用了同一指标的两行",
        "不知道按哪一行计分。",
        "核对适用层级和适用类别。"
    );

    /// <summary>汇总方式与规则不相配.</summary>
    public static readonly DiagnosticCode AggregationRule = Define(
        "FG0307",
        Severity.Warning,
        "汇总方式与规则不相配",
        "例如合并比率需要分子和分母，计数没有。",
        "核对汇总方式。"
    );

    /// <summary>指标改了而版本没有改.</summary>
    public static readonly DiagnosticCode ChangedSilently = Define(
        "FG0308",
        Severity.Warning,
        "指标改了而版本没有改",
        "同一编码、同一版本会被当作前后可比。",
        "口径、规则或参数变了请换版本，并写变更说明。"
    );

    /// <summary>沿用别的期间的指标表.</summary>
    public static readonly DiagnosticCode Inherited = Define(
        "FG0309",
        Severity.Note,
        "沿用别的期间的指标表",
        "本期文件夹没有指标表。",
        "不需要处理。"
    );

    /// <summary>这项指标没有目标值.</summary>
    public static readonly DiagnosticCode TargetRule = Define(
        "FG0310",
        Severity.Error,
        "这项指标没有目标值",
        "只有达标比例和计数两种规则有目标值。",
        "删掉这一行，或者核对指标编码。"
    );

    /// <summary>方向与规则不一致.</summary>
    public static readonly DiagnosticCode DirectionRule = Define(
        "FG0311",
        Severity.Warning,
        "方向与规则不一致",
        "扣分的指标越低越好，其余越高越好。",
        "核对方向。"
    );

    /// <summary>同一期用了两个版本.</summary>
    public static readonly DiagnosticCode TwoVersions = Define(
        "FG0312",
        Severity.Error,
        "同一期用了两个版本",
        "一期之内同一指标只能有一个版本。",
        "只留本期生效的版本。"
    );

    /// <summary>指标还没有生效.</summary>
    public static readonly DiagnosticCode NotYetEffective = Define(
        "FG0313",
        Severity.Warning,
        "指标还没有生效",
        "生效年度晚于本期。",
        "核对生效年度。"
    );

    /// <summary>分值不是正数.</summary>
    public static readonly DiagnosticCode Priority = Define(
        "FG0314",
        Severity.Error,
        "分值不是正数",
        "分值应大于 0。",
        "核对分值；不用的指标请删掉。"
    );

    /// <summary>Every code of this group, in the order of the file.</summary>
    public static ImmutableArray<DiagnosticCode> All => [.. Made];

    private static DiagnosticCode Define(string id, Severity severity, string title, string explanation, string remedy)
    {
        var code = new DiagnosticCode(id, severity, title, explanation, remedy);
        Made.Add(code);
        return code;
    }
}
