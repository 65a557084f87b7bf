using System.Globalization;
using ExcelDataReader;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// Rows of a sheet as the texts a person sees（工作表的行）: dates as dates, percentages with their sign, codes with their
/// leading zeros, merged cells filled downwards.
/// </summary>
internal sealed class SheetRows : IRowReader
{
    private const double LastExactInteger = 999_999_999_999_999d; // fifteen digits, all that a spreadsheet keeps

    private readonly IExcelDataReader _reader;
    private readonly SourcePlace _sheet;
    private readonly DiagnosticBag _bag;
    private readonly Dictionary<(int Row, int Column), string> _errors;
    private readonly List<string> _cells = [];
    private readonly List<(int FromRow, int ToRow, int Column)> _merges = [];
    private readonly Dictionary<int, (int ToRow, string Text)> _reaching = [];
    private int _hidden;
    private int _firstHidden;

    /// <summary>Reads the sheet that the reader stands on, and owns the reader.</summary>
    public SheetRows(
        IExcelDataReader reader,
        Dictionary<(int Row, int Column), string> errors,
        bool? countsFrom1904,
        SourcePlace sheet,
        DiagnosticBag bag
    )
    {
        (_reader, _errors, _sheet, _bag) = (reader, errors, sheet, bag);
        CountsFrom1904 = countsFrom1904;
        _merges.AddRange(
            (reader.MergeCells ?? []).Where(m => m.ToRow > m.FromRow).Select(m => (m.FromRow, m.ToRow, m.FromColumn))
        );
    }

    public int Line { get; private set; }

    public int Count => _cells.Count;

    public bool? CountsFrom1904 { get; }

    public bool Read()
    {
        var more = WorkbookBytes.Guarded(_sheet with { Line = Line }, _bag, ReadRow);
        if (!more && _hidden > 0)
        {
            _bag.Add(
                FileCodes.Hidden,
                _sheet with
                {
                    Line = _firstHidden,
                },
                $"有 {_hidden} 行是隐藏的，照样读取了。请取消隐藏看一看，不要的内容请删除。"
            );
            _hidden = 0;
        }

        return more;
    }

    public string Cell(int index) => index < _cells.Count ? _cells[index] : "";

    public void Dispose() => _reader.Dispose();

    private bool ReadRow()
    {
        _cells.Clear();
        if (!_reader.Read())
        {
            return false;
        }

        var row = _reader.Depth;
        Line = row + 1;
        var filled = 0;
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            var text = Text(i);
            if (text.Length > 0)
            {
                filled++;
                while (_cells.Count < i)
                {
                    _cells.Add("");
                }

                _cells.Add(text);
            }
        }

        FillMerged(row);
        if (filled > 0 && _reader.RowHeight == 0d)
        {
            _hidden++;
            _firstHidden = _hidden == 1 ? Line : _firstHidden;
        }

        return true;
    }

    /// <summary>A union's name merged over its rows stands in each of them.</summary>
    private void FillMerged(int row)
    {
        foreach (var merge in _merges)
        {
            if (merge.FromRow == row && Cell(merge.Column) is { Length: > 0 } top)
            {
                _reaching[merge.Column] = (merge.ToRow, top);
            }
        }

        foreach (var (column, (toRow, text)) in _reaching)
        {
            if (row <= toRow && Cell(column).Length == 0)
            {
                while (_cells.Count <= column)
                {
                    _cells.Add("");
                }

                _cells[column] = text;
            }
        }
    }

    private string Text(int index) =>
        _reader.GetValue(index) switch
        {
            null => _errors.Count > 0 ? _errors.GetValueOrDefault((_reader.Depth, index), "") : "",
            string text => text,
            bool yes => yes ? "是" : "否",
            DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number => Number(number, _reader.GetNumberFormatString(index)),
            int whole => whole.ToString(CultureInfo.InvariantCulture),
            TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };

    private static string Number(double number, string? format)
    {
        if (!double.IsFinite(number) || Math.Abs(number) > LastExactInteger)
        {
            // The digits beyond the fifteenth are gone; it must look as damaged as it is.
            return number.ToString("0.0000E+0", CultureInfo.InvariantCulture);
        }

        var exact = (decimal)number;
        if (format is not null && format.Contains('%', StringComparison.Ordinal))
        {
            return (exact * 100m).ToString("0.##########", CultureInfo.InvariantCulture) + "%";
        }

        var text = exact.ToString("0.###############", CultureInfo.InvariantCulture);

        // The format 0000 shows the number 71 as 0071: so a column of codes keeps its zeros.
        return
            format is { Length: > 1 }
            && format.AsSpan().IndexOfAnyExcept('0') < 0
            && exact >= 0m
            && decimal.Truncate(exact) == exact
            ? text.PadLeft(format.Length, '0')
            : text;
    }
}
