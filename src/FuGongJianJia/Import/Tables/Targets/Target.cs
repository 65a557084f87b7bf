namespace FuGongJianJia.Import.Tables.Targets;

/// <summary>Target（目标）: replaces the catalogue's for a union or a rank group.</summary>
/// <param name="Scope">组织编码 or group name.</param>
/// <param name="Indicator">指标编码.</param>
/// <param name="Value">目标值.</param>
/// <param name="Document">文号.</param>
public sealed record Target(string Scope, string Indicator, decimal Value, string? Document);
