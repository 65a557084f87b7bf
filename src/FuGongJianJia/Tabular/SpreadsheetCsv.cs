using CsvHelper;

namespace FuGongJianJia.Tabular;

/// <summary>
/// CSV that a spreadsheet on a Chinese office PC opens rightly（写 CSV）: UTF-8 with BOM, CRLF, RFC 4180 quoting, by
/// CsvHelper. Text that a spreadsheet would take for a formula gets a protective apostrophe; numbers and dates are no
/// text, so a negative number stays one.
/// </summary>
/// <remarks>
/// A cell is text, a number, a <see cref="DateOnly"/> (2024-05-01), a truth value (是, 否) or null (empty). Numbers keep
/// the digits of their scale.
/// </remarks>
public static class SpreadsheetCsv
{
    private static readonly CsvWriterOptions Options = new()
    {
        WriteByteOrderMark = true,
        Quoting = CsvQuoting.WhenNeededOrWhitespace,
        TrueValue = "是",
        FalseValue = "否",
    };

    /// <summary>A whole file.</summary>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">Rows, each as wide as the header.</param>
    /// <exception cref="InvalidOperationException">A row is not as wide as the header.</exception>
    public static byte[] ToBytes(IEnumerable<string> header, IEnumerable<IEnumerable<object?>> rows)
    {
        using var stream = new MemoryStream();
        Write(stream, header, rows);
        return stream.ToArray();
    }

    /// <summary>Writes row by row, so that a long table never stands in memory.</summary>
    /// <param name="stream">Written from where it stands; stays open.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="rows">Rows, each as wide as the header.</param>
    /// <exception cref="InvalidOperationException">A row is not as wide as the header.</exception>
    public static void Write(Stream stream, IEnumerable<string> header, IEnumerable<IEnumerable<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        Record(csv, header);
        foreach (var row in rows)
        {
            Record(csv, row);
        }
    }

    private static void Record(CsvWriter csv, IEnumerable<object?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell is string text ? Guard(text) : cell);
        }

        csv.EndRecord();
    }

    // CsvHelper has such a guard too, but knows no full-width signs, which Excel takes for formulas as well.
    private static string Guard(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]
            ? "'" + text
            : text;
}
