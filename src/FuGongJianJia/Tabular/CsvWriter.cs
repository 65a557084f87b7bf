using System.Globalization;
using System.Text;

namespace FuGongJianJia.Tabular;

/// <summary>
/// Writes CSV that a spreadsheet on a Chinese office PC opens rightly（写 CSV）: UTF-8 with BOM, CRLF, RFC 4180 quoting.
/// Text that a spreadsheet would
/// take for a formula (starting with = + - @, a tab or a line end, also in full-width forms) gets a protective
/// apostrophe; numbers are written by
/// their own methods and stay numbers, negative ones too.
/// </summary>
public sealed class CsvWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly StringBuilder _text = new();
    private bool _started;

    /// <summary>A writer whose first record is the header.</summary>
    public CsvWriter(params IEnumerable<string> header)
    {
        ArgumentNullException.ThrowIfNull(header);
        foreach (var name in header)
        {
            Text(name);
        }

        End();
    }

    /// <summary>A text cell; null or empty gives an empty cell.</summary>
    public CsvWriter Text(string? value) => Field(Guard(value ?? ""));

    /// <summary>A number as it stands, without idle zeros beyond its scale; null gives an empty cell.</summary>
    public CsvWriter Number(decimal? value) => Field(value?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>A whole number; null gives an empty cell.</summary>
    public CsvWriter Number(int? value) => Field(value?.ToString(CultureInfo.InvariantCulture) ?? "");

    /// <summary>A date as 2024-05-01; null gives an empty cell.</summary>
    public CsvWriter Date(DateOnly? value) => Field(value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    /// <summary>Ends the record.</summary>
    public CsvWriter End()
    {
        _text.Append("\r\n");
        _started = false;
        return this;
    }

    /// <summary>The file: BOM and all records.</summary>
    public byte[] ToBytes() => [0xEF, 0xBB, 0xBF, .. Utf8.GetBytes(_text.ToString())];

    /// <summary>The apostrophe that keeps a spreadsheet from reading text as a formula.</summary>
    public static string Guard(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return
            value.Length > 0
            && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
            ? "'" + value
            : value;
    }

    private CsvWriter Field(string value)
    {
        if (_started)
        {
            _text.Append(',');
        }

        _started = true;
        if (value.AsSpan().IndexOfAny(",\"\r\n") < 0 && value.Trim().Length == value.Length)
        {
            _text.Append(value);
            return this;
        }

        _text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }
}
