using System.Globalization;
using System.Text;

namespace FuGongJianJia.Demo;

/// <summary>
/// Writes a table as Excel does（CSV UTF-8）: BOM, CRLF, quotes only where needed. Without a row it writes nothing.
/// </summary>
internal sealed class CsvSink(Stream stream, string header) : IDisposable
{
    // Made with the first row: a writer puts the byte order mark even into an empty file.
    private StreamWriter? _writer;

    /// <summary>One row; null and empty give an empty cell.</summary>
    public void Row(params ReadOnlySpan<string?> cells)
    {
        var writer = _writer ??= Start();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            Cell(writer, cells[i]);
        }

        writer.WriteLine();
    }

    public void Dispose() => _writer?.Dispose();

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(bool value) => value ? "是" : "否";

    private StreamWriter Start()
    {
        var writer = new StreamWriter(
            stream,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            65536,
            leaveOpen: true
        )
        {
            NewLine = "\r\n",
        };
        writer.WriteLine(header);
        return writer;
    }

    private static void Cell(StreamWriter writer, string? cell)
    {
        if (string.IsNullOrEmpty(cell))
        {
            return;
        }

        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            writer.Write(cell);
            return;
        }

        writer.Write('"');
        writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
