using System.Collections.Immutable;

namespace FuGongJianJia.Diagnostics;

/// <summary>Indicator values（指标值）: FG04##.</summary>
public static class ValueCodes
{
    private static readonly List<DiagnosticCode> Made = [];

    /// <summary>分母是 0.</summary>
    public static readonly DiagnosticCode ZeroDenominator = Define(
        "FG0401",
        Severity.Error,
        "分母是 0",
        "没有对象的指标应当填“不适用”，不能算作 0，也不能算作满分。",
        "把状态改为不适用，或者核对分母。"
    );

    /// <summary>分子大于分母.</summary>
    public static readonly DiagnosticCode AboveWhole = Define(
        "FG0402",
        Severity.Error,
        "分子大于分母",
        "这项指标不可能超过 100%。",
        "核对分子和分母。"
    );

    /// <summary>数值与分子、分母对不上.</summary>
    public static readonly DiagnosticCode Disagree = Define(
        "FG0403",
        Severity.Error,
        "数值与分子、分母对不上",
        "三项都填时应当一致。",
        "核对后改正，或者只填分子和分母。"
    );

    /// <summary>状态是已报而没有数.</summary>
    public static readonly DiagnosticCode NoValue = Define(
        "FG0404",
        Severity.Error,
        "状态是已报而没有数",
        "已报就要有数值，或者分子和分母。",
        "补上数；没有报的把状态改为缺报。"
    );

    /// <summary>状态与数值矛盾.</summary>
    public static readonly DiagnosticCode ValueDespite = Define(
        "FG0405",
        Severity.Error,
        "状态与数值矛盾",
        "缺报、不适用不应当有数。",
        "核对状态。"
    );

    /// <summary>不是这项指标的档次.</summary>
    public static readonly DiagnosticCode BadTierWord = Define(
        "FG0406",
        Severity.Error,
        "不是这项指标的档次",
        "分档指标只能填目录里写明的档次。",
        "改成列出的档次。"
    );

    /// <summary>指标不适用于这个单位.</summary>
    public static readonly DiagnosticCode NotApplicable = Define(
        "FG0407",
        Severity.Warning,
        "指标不适用于这个单位",
        "指标目录里这项指标不覆盖该单位，不读取这个数。",
        "核对适用层级和适用类别。"
    );

    /// <summary>分子、分母只填了一个.</summary>
    public static readonly DiagnosticCode HalfRatio = Define(
        "FG0408",
        Severity.Error,
        "分子、分母只填了一个",
        "比率需要两个数。",
        "补上另一个。"
    );

    /// <summary>有比率大于 100%.</summary>
    public static readonly DiagnosticCode AboveBound = Define(
        "FG0409",
        Severity.Note,
        "有比率大于 100%",
        "得分以 100 封顶，原值照样公布。",
        "核对是否填错；超额完成的可以不理会。"
    );

    /// <summary>上报日期早于期间.</summary>
    public static readonly DiagnosticCode OddDate = Define(
        "FG0410",
        Severity.Warning,
        "上报日期早于期间",
        "多半是填错了年份。",
        "核对上报日期。"
    );

    /// <summary>有单位没有报齐.</summary>
    public static readonly DiagnosticCode Unreported = Define(
        "FG0411",
        Severity.Note,
        "有单位没有报齐",
        "没有报的按缺报处理，会降低覆盖率。",
        "催报，或者把不适用的标明。"
    );

    /// <summary>百分数大得不合常理.</summary>
    public static readonly DiagnosticCode TooHigh = Define(
        "FG0412",
        Severity.Warning,
        "百分数大得不合常理",
        "比率超过 300%。",
        "核对是否把百分数多乘了 100。"
    );

    /// <summary>只填了百分数.</summary>
    public static readonly DiagnosticCode WantsRatio = Define(
        "FG0413",
        Severity.Note,
        "只填了百分数",
        "没有分子、分母就不能按合并比率汇总到上级。",
        "有条件时改填分子和分母。"
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
