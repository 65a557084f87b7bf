namespace FuGongJianJia.Diagnostics;

/// <summary>Scoring（评分与对账）: FG10##.</summary>
public static class ScoringCodes
{
    public static readonly DiagnosticCode IndexDiffers = new(
        "FG1001",
        Severity.Warning,
        "指数与计算结果不一致",
        "指数表里导出系统算出的结果与按指标值算出的结果相差超过0.01，公布以按指标值算出的为准。",
        "核对双方的指标值、目标、分值和权重；导出系统的算法不同时，可以不导出指数表。"
    );

    public static readonly DiagnosticCode IndexWithoutValues = new(
        "FG1002",
        Severity.Warning,
        "有指数而没有可计分的指标",
        "指数表里有结果，但指标值里没有可以计分的数据，无法核对，也不公布。",
        "检查指标值是否导出完整。"
    );
}
