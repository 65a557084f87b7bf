namespace FuGongJianJia.Diagnostics;

/// <summary>
/// A diagnostic code（诊断代码）: what the documentation says about it. The number is literal and never given to anything
/// else.
/// </summary>
/// <param name="Id">FG####.</param>
/// <param name="Severity">Severity it is reported with.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Explanation">Why it matters.</param>
/// <param name="Remedy">What to do.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title, string Explanation, string Remedy);
