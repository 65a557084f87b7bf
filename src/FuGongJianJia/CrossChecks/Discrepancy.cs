using FuGongJianJia.Diagnostics;
using FuGongJianJia.Model;

namespace FuGongJianJia.CrossChecks;

/// <summary>One side of a relation（一处数据）: where it stands and what it says.</summary>
/// <param name="Period">The export.</param>
/// <param name="Table">The table, such as 指导.</param>
/// <param name="Key">The row: its code, or the indicator.</param>
/// <param name="Says">What stands there, in words.</param>
public sealed record DataPlace(Period Period, string Table, string Key, string Says)
{
    /// <summary>指导 ZD2024-0003-1，2024-08-29 整改完成.</summary>
    public override string ToString() => $"{Table} {Key}，{Says}";
}

/// <summary>Two places that contradict each other（勾稽不符）; never public, since it names who reported what.</summary>
/// <param name="Code">Which relation does not hold.</param>
/// <param name="Period">The export it is found in.</param>
/// <param name="Unit">组织编码 of whom it concerns.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Here">The place that is questioned.</param>
/// <param name="There">The place that contradicts it.</param>
public sealed record Discrepancy(
    DiagnosticCode Code,
    Period Period,
    string Unit,
    string UnitName,
    DataPlace Here,
    DataPlace There
)
{
    /// <summary>As a warning, or the error that a wrong correction is.</summary>
    public Diagnostic ToDiagnostic() =>
        new(
            Code.Id,
            Code.Severity,
            new SourcePlace($"data/{Period}/{Here.Table}.csv"),
            $"{Code.Title}：{UnitName}（{Unit}）。{Say(Here)}；{Say(There)}。{Code.Remedy}"
        );

    private string Say(DataPlace place) => place.Period == Period ? place.ToString() : $"{place.Period.Title}的{place}";
}
