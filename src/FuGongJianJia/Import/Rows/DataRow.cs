using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Rows;

/// <summary>
/// The row a binder is looking at（数据行）. One instance walks over the whole table. A cell that cannot be read is reported
/// and marks the row as failed, and the binder goes on to the other cells, so that one run names every mistake.
/// </summary>
internal sealed class DataRow(TableSpec table, SourcePlace file, DiagnosticBag bag, int[] map, int year)
{
    private IRowReader _reader = null!;

    /// <summary>True when a required cell of this row could not be read.</summary>
    public bool Failed { get; private set; }

    /// <summary>
    /// How often something was reported; a reading that leaves it as it was depends on nothing but the text.
    /// </summary>
    public int Remarks { get; private set; }

    /// <summary>Year of the period, for 5月1日.</summary>
    public int Year => year;

    /// <summary>From when serial numbers of dates count; null where nothing says it.</summary>
    public bool? CountsFrom1904 => _reader.CountsFrom1904;

    /// <summary>Physical line.</summary>
    public int Line => _reader.Line;

    /// <summary>Table.</summary>
    public TableSpec Table => table;

    /// <summary>Place of the row.</summary>
    public SourcePlace Place => file with { Line = _reader.Line };

    /// <summary>Stands on a row.</summary>
    public void Move(IRowReader to)
    {
        _reader = to;
        Failed = false;
    }

    /// <summary>True when the file has the column.</summary>
    public bool Has(ColumnSpec column) => map[column.Ordinal] >= 0;

    /// <summary>Place of a cell.</summary>
    public SourcePlace At(ColumnSpec column) => file with { Line = _reader.Line, Column = map[column.Ordinal] + 1 };

    /// <summary>Place of a cell by position.</summary>
    public SourcePlace At(int position) => file with { Line = _reader.Line, Column = position + 1 };

    /// <summary>A cell as it stands.</summary>
    public string Raw(ColumnSpec column) => map[column.Ordinal] is >= 0 and var at ? _reader.Cell(at) : "";

    /// <summary>Position of a column; -1 when the file has none.</summary>
    public int Position(ColumnSpec column) => map[column.Ordinal];

    /// <summary>Reports on a cell; an error fails the row.</summary>
    public void Report(DiagnosticCode code, ColumnSpec column, string message) => Report(code, At(column), message);

    /// <summary>Reports on a place; an error fails the row.</summary>
    public void Report(DiagnosticCode code, SourcePlace place, string message)
    {
        Remarks++;
        Failed |= code.Severity == Severity.Error;
        bag.Add(code, place, message);
    }

    /// <summary>Reports a costly message; an error fails the row.</summary>
    public void Report(DiagnosticCode code, ColumnSpec column, Func<string> message)
    {
        Remarks++;
        Failed |= code.Severity == Severity.Error;
        bag.Add(code, At(column), message);
    }

    /// <summary>Fails the row without a message: what is wrong was said elsewhere.</summary>
    public void Fail()
    {
        Remarks++;
        Failed = true;
    }

    /// <summary>The cleaned cell; empty for blanks and for broken formulas (which are reported).</summary>
    public string Cleaned(ColumnSpec column)
    {
        var raw = Raw(column);
        return CellCleaner.IsPlainAscii(raw) ? raw : Clean(raw, At(column), column.Name);
    }

    /// <summary>The cleaned cell at a position.</summary>
    public string Cleaned(int position, string name)
    {
        var raw = _reader.Cell(position);
        return CellCleaner.IsPlainAscii(raw) ? raw : Clean(raw, At(position), name);
    }

    private string Clean(string raw, SourcePlace place, string name)
    {
        var text = CellCleaner.Clean(raw, out var invisible);
        if (invisible)
        {
            Report(CellCodes.Invisible, place, $"“{name}”里有看不见的字符，已去掉，读作{Diagnostic.Quote(text)}。");
        }

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            Report(
                FileCodes.Garbled,
                place,
                $"“{name}”里有乱码：{Diagnostic.Quote(text)}。文字在导出之前已经损坏，请从原系统重新导出。"
            );
        }

        if (CellCleaner.IsErrorValue(text))
        {
            Report(FileCodes.ErrorValue, place, $"“{name}”是公式的错误值 {text}，按空白处理。请回到原表改正公式。");
            return "";
        }

        return text;
    }
}
