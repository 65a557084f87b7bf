namespace FuGongJianJia.Editions.Office;

/// <summary>What the command knows and the data does not（编制选项）.</summary>
/// <param name="Date">编制日期 from the command line; null takes the newest date in the data.</param>
/// <param name="ToolVersion">Version of the tool.</param>
/// <param name="Fingerprint">First 12 hexadecimal digits of the SHA-256 over the input.</param>
public sealed record EditionOptions(DateOnly? Date, string ToolVersion, string Fingerprint);
