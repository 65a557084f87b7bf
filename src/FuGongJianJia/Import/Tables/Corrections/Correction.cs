using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables.Corrections;

/// <summary>Correction（更正）to an earlier edition.</summary>
/// <param name="Period">期间 that is corrected.</param>
/// <param name="Organisation">组织.</param>
/// <param name="Indicator">指标.</param>
/// <param name="Before">原值.</param>
/// <param name="After">新值.</param>
/// <param name="On">日期.</param>
/// <param name="Reason">说明.</param>
public sealed record Correction(
    Period Period,
    string Organisation,
    string? Indicator,
    string Before,
    string After,
    DateOnly On,
    string Reason
);
