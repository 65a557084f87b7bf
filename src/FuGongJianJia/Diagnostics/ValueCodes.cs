using System.Collections.Immutable;

namespace FuGongJianJia.Diagnostics;

/// <summary>Indicator values（指标值）: FG04##.</summary>
public static class ValueCodes
{
    public static readonly DiagnosticCode ZeroDenominator = new(
        "FG0401",
        Severity.Error,
        "分母是 0",
        "没有对象的指标应当填“不适用”，不能算作 0，也不能算作满分。",
        "把状态改为不适用，或者核对分母。"
    );

    public static readonly DiagnosticCode AboveWhole = new(
        "FG0402",
        Severity.Error,
        "分子大于分母",
        "这项指标不可能超过 100%。",
        "核对分子和分母。"
    );

    public static readonly DiagnosticCode Disagree = new(
        "FG0403",
        Severity.Error,
        "数值与分子、分母对不上",
        "三项都填时应当一致。",
        "核对后改正，或者只填分子和分母。"
    );

    public static readonly DiagnosticCode NoValue = new(
        "FG0404",
        Severity.Error,
        "状态是已报而没有数",
        "已报就要有数值，或者分子和分母。",
        "补上数；没有报的把状态改为缺报。"
    );

    public static readonly DiagnosticCode ValueDespite = new(
        "FG0405",
        Severity.Error,
        "状态与数值矛盾",
        "缺报、不适用不应当有数。",
        "核对状态。"
    );

    public static readonly DiagnosticCode BadTierWord = new(
        "FG0406",
        Severity.Error,
        "不是这项指标的档次",
        "分档指标只能填目录里写明的档次。",
        "改成列出的档次。"
    );

    public static readonly DiagnosticCode NotApplicable = new(
        "FG0407",
        Severity.Warning,
        "指标不适用于这个单位",
        "指标目录里这项指标不覆盖该单位，不读取这个数。",
        "核对适用层级和适用类别。"
    );

    public static readonly DiagnosticCode HalfRatio = new(
        "FG0408",
        Severity.Error,
        "分子、分母只填了一个",
        "比率需要两个数。",
        "补上另一个。"
    );

    public static readonly DiagnosticCode AboveBound = new(
        "FG0409",
        Severity.Note,
        "有比率大于 100%",
        "得分以 100 封顶，原值照样公布。",
        "核对是否填错；超额完成的可以不理会。"
    );

    public static readonly DiagnosticCode OddDate = new(
        "FG0410",
        Severity.Warning,
        "上报日期早于期间",
        "多半是填错了年份。",
        "核对上报日期。"
    );

    public static readonly DiagnosticCode Unreported = new(
        "FG0411",
        Severity.Note,
        "有单位没有报齐",
        "没有报的按缺报处理，会降低覆盖率。",
        "催报，或者把不适用的标明。"
    );

    public static readonly DiagnosticCode TooHigh = new(
        "FG0412",
        Severity.Warning,
        "百分数大得不合常理",
        "比率超过 300%。",
        "核对是否把百分数多乘了 100。"
    );

    public static readonly DiagnosticCode WantsRatio = new(
        "FG0413",
        Severity.Note,
        "只填了百分数",
        "没有分子、分母就不能按合并比率汇总到上级。",
        "有条件时改填分子和分母。"
    );

    /// <summary>Warnings and notes whose message quotes a value of a unit.</summary>
    internal static ImmutableArray<string> QuotingValues { get; } = [AboveBound.Id, TooHigh.Id, WantsRatio.Id];
}
