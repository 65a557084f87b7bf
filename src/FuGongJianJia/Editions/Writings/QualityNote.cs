using FuGongJianJia.Model;

namespace FuGongJianJia.Editions.Writings;

/// <summary>
/// A note on the data（数据质量说明）: the place is a file name within data/ or input/, the text holds no personal data.
/// </summary>
/// <param name="Period">Period, or null when it belongs to none.</param>
/// <param name="Code">Diagnostic code, FG####.</param>
/// <param name="Place">File and line, such as 指标值.csv 第12行.</param>
/// <param name="Text">Chinese sentence.</param>
/// <param name="Count">How many places say the same.</param>
public sealed record QualityNote(Period? Period, string Code, string Place, string Text, int Count);
