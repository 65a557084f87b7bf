using System.Text;

namespace FuGongJianJia.Tabular;

/// <summary>
/// Writes tables as RFC 4180 text（写 CSV）: UTF-8 with a byte order mark (without it Excel on Chinese Windows shows garbage), CRLF, and no
/// cell that a spreadsheet would run.
/// </summary>
public static class CsvText
{
    /// <summary>The file of a header and its rows.</summary>
    /// <param name="header">Column names.</param>
    /// <param name="rows">Cells; null is empty.</param>
    public static byte[] Write(IEnumerable<string> header, IEnumerable<IEnumerable<string?>> rows)
    {
        var builder = new StringBuilder();
        Line(builder, header);
        foreach (var row in rows)
        {
            Line(builder, row);
        }

        return [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(builder.ToString())];
    }

    /// <summary>One cell as it stands in the file: guarded, and quoted where it must be.</summary>
    public static string Cell(string? value)
    {
        var text = Guard(value ?? "");
        return text.AsSpan().IndexOfAny("\",\r\n") >= 0 || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    /// <summary>
    /// An apostrophe in front of what a spreadsheet would take for a formula (= + - @, tab, return, and their full-width forms). Numbers stay
    /// numbers: -30.5 is no formula.
    /// </summary>
    private static string Guard(string text)
    {
        if (text.Length == 0 || text[0] is not ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'))
        {
            return text;
        }

        var isNumber = text[0] is '-' && text.Length > 1 && text.Skip(1).All(c => char.IsAsciiDigit(c) || c == '.');
        return isNumber ? text : "'" + text;
    }

    private static void Line(StringBuilder builder, IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            builder.Append(first ? "" : ",").Append(Cell(cell));
            first = false;
        }

        builder.Append("\r\n");
    }
}
