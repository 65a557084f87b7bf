using FuGongJianJia.Privacy;

namespace FuGongJianJia.Diagnostics;

/// <summary>Severity（严重程度）, gravest first.</summary>
public enum Severity
{
    /// <summary>错误: the build stops, nothing is written.</summary>
    Error,

    /// <summary>警告: the build goes on; listed in 数据质量说明.</summary>
    Warning,

    /// <summary>提示.</summary>
    Note,
}

/// <summary>
/// Where（位置）: a path as the user knows it (data/2024/指标值.csv), 1-based physical line and column; 0 where none applies.
/// </summary>
/// <param name="Path">Path with forward slashes, relative to the root.</param>
/// <param name="Line">1-based physical line, 0 for the whole file.</param>
/// <param name="Column">1-based: the field's number in a table, the character in a text; 0 for the whole line.</param>
/// <param name="Sheet">Sheet of a workbook.</param>
public readonly record struct SourcePlace(string Path, int Line = 0, int Column = 0, string? Sheet = null)
    : IComparable<SourcePlace>
{
    /// <inheritdoc/>
    public int CompareTo(SourcePlace other)
    {
        var order = string.CompareOrdinal(Path, other.Path);
        order = order != 0 ? order : string.CompareOrdinal(Sheet, other.Sheet);
        order = order != 0 ? order : Line.CompareTo(other.Line);
        return order != 0 ? order : Column.CompareTo(other.Column);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var path = Sheet is null ? Path : $"{Path}［{Sheet}］";
        return (Line, Column) switch
        {
            (0, _) => path,
            (_, 0) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}({Line})"),
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}({Line},{Column})"),
        };
    }

    /// <summary>Earlier.</summary>
    public static bool operator <(SourcePlace a, SourcePlace b) => a.CompareTo(b) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(SourcePlace a, SourcePlace b) => a.CompareTo(b) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(SourcePlace a, SourcePlace b) => a.CompareTo(b) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(SourcePlace a, SourcePlace b) => a.CompareTo(b) >= 0;
}

/// <summary>
/// Diagnostic（诊断）: what was expected, what was found (masked when personal) and the remedy, in Chinese, in one sentence
/// or two.
/// </summary>
/// <param name="Code">Literal code, FG####; never renumbered.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">Chinese text.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourcePlace Place, string Message)
    : IComparable<Diagnostic>
{
    /// <summary>Place, then severity, code, message: an order that no thread or dictionary can change.</summary>
    public int CompareTo(Diagnostic? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = Place.CompareTo(other.Place);
        order = order != 0 ? order : Severity.CompareTo(other.Severity);
        order = order != 0 ? order : string.CompareOrdinal(Code, other.Code);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }

    /// <summary>错误, 警告, 提示.</summary>
    public static string Word(Severity severity) =>
        severity switch
        {
            Severity.Error => "错误",
            Severity.Warning => "警告",
            _ => "提示",
        };

    /// <summary>A text as a message quotes it: short, and without anything personal.</summary>
    public static string Quote(string text)
    {
        // A message is one line; a character beyond the basic plane is not cut in two.
        var safe = PersonalData.Mask(text).ReplaceLineEndings("⏎");
        var end = safe.Length > 24 && char.IsHighSurrogate(safe[23]) ? 23 : 24;
        return safe.Length > 24 ? $"“{safe[..end]}…”" : $"“{safe}”";
    }

    /// <summary>One line as the terminal prints it: place: severity code: message.</summary>
    public override string ToString() => $"{Place}: {Word(Severity)} {Code}: {Message}";

    /// <summary>Earlier.</summary>
    public static bool operator <(Diagnostic a, Diagnostic b) => a.CompareTo(b) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(Diagnostic a, Diagnostic b) => a.CompareTo(b) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Diagnostic a, Diagnostic b) => a.CompareTo(b) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Diagnostic a, Diagnostic b) => a.CompareTo(b) >= 0;
}
