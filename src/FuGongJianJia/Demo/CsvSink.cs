using System.Globalization;
using System.Text;

namespace FuGongJianJia.Demo;

/// <summary>Writes a table as Excel does（CSV UTF-8）: BOM, CRLF, quotes only where needed. Without a row it writes nothing.</summary>
internal sealed class CsvSink : IDisposable
{
    private readonly StreamWriter _writer;
    private readonly string _header;
    private bool _started;

    public CsvSink(Stream stream, string header)
    {
        _writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 65536, leaveOpen: true) { NewLine = "\r\n" };
        _header = header;
    }

    /// <summary>One row; null and empty give an empty cell.</summary>
    public void Row(params ReadOnlySpan<string?> cells)
    {
        if (!_started)
        {
            _writer.WriteLine(_header);
            _started = true;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                _writer.Write(',');
            }

            Cell(cells[i]);
        }

        _writer.WriteLine();
    }

    public void Dispose() => _writer.Dispose();

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(bool value) => value ? "是" : "否";

    private void Cell(string? cell)
    {
        if (string.IsNullOrEmpty(cell))
        {
            return;
        }

        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            _writer.Write(cell);
            return;
        }

        _writer.Write('"');
        _writer.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        _writer.Write('"');
    }
}
