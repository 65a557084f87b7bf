using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Rows;

/// <summary>
/// The row a binder is looking at（数据行）. One instance walks over the whole table. A cell that cannot be read is reported
/// and marks the row as failed, and the binder goes on to the other cells, so that one run names every mistake.
/// </summary>
internal sealed class DataRow(TableSpec table, SourcePlace file, DiagnosticBag bag, Header header, int year)
{
    private readonly int[] _map = header.Map;
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
    public SourcePlace Place => _reader.Origin?.Row ?? file with { Line = _reader.Line };

    /// <summary>Stands on a row.</summary>
    public void Move(IRowReader to)
    {
        _reader = to;
        Failed = false;
    }

    /// <summary>True when the file has the column.</summary>
    public bool Has(ColumnSpec column) => _map[column.Ordinal] >= 0;

    /// <summary>Place of a cell.</summary>
    public SourcePlace At(ColumnSpec column) => At(_map[column.Ordinal]);

    /// <summary>Place of a cell by position.</summary>
    public SourcePlace At(int position) =>
        _reader.Origin is { } origin && position >= 0 ? origin.At(position) : Place with { Column = position + 1 };

    /// <summary>Text of a cell as it stands.</summary>
    public string Raw(ColumnSpec column) => _map[column.Ordinal] is >= 0 and var at ? _reader.Cell(at) : "";

    /// <summary>Whether that text can be taken for the content.</summary>
    public RawState State(ColumnSpec column) =>
        _map[column.Ordinal] is >= 0 and var at ? _reader.State(at) : RawState.Sound;

    /// <summary>The unit that the header of a column states; null for most.</summary>
    public HeadUnit? Unit(int position) => header.Unit(position);

    /// <summary>Position of a column; -1 when the file has none.</summary>
    public int Position(ColumnSpec column) => _map[column.Ordinal];

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

    /// <summary>The cleaned cell; empty for blanks and for what cannot be read, which is an error of the row.</summary>
    public string Cleaned(ColumnSpec column)
    {
        var position = _map[column.Ordinal];
        if (position < 0)
        {
            return "";
        }

        if (Fault(position) is { } fault)
        {
            Report(fault.Code, At(position), $"“{column.Name}”{fault.What}");
            return "";
        }

        return Cleaned(position, column.Name);
    }

    /// <summary>The cleaned cell at a position, of which <see cref="Fault"/> said that it can be read.</summary>
    public string Cleaned(int position, string name)
    {
        var raw = _reader.Cell(position);
        return CellCleaner.IsPlainAscii(raw) ? raw : Clean(raw, At(position), name);
    }

    /// <summary>Why a cell cannot be read although something stands there; null when it can or is blank.</summary>
    public (DiagnosticCode Code, string What)? Fault(int position)
    {
        if (_reader.State(position) == RawState.NoResult)
        {
            return (
                FileCodes.NoResult,
                "是一条公式，文件里没有存它的结果，读不出来。请用 Excel 或 WPS 打开这个文件，保存一次，再运行。"
            );
        }

        var raw = _reader.Cell(position);
        return
            raw.Length >= 4
            && raw.AsSpan().IndexOfAny('#', '＃') >= 0
            && CellCleaner.Line(raw) is var text
            && CellCleaner.IsErrorValue(text)
            ? (FileCodes.ErrorValue, $"是公式的错误值 {text}，读不出来。请回到原表改正公式；确实没有的，把这一格清空。")
            : null;
    }

    /// <summary>
    /// True for a cell that is not blank and cannot be read, which <see cref="Cleaned(ColumnSpec)"/> says.
    /// </summary>
    public bool IsUnread(ColumnSpec column) => _map[column.Ordinal] is >= 0 and var at && Fault(at) is not null;

    /// <summary>
    /// True for a cell whose one content stands for several rows: no number may be counted more than once.
    /// </summary>
    public bool IsMerged(int position) => position >= 0 && _reader.State(position) == RawState.Merged;

    private string Clean(string raw, SourcePlace place, string name)
    {
        var text = CellCleaner.Clean(raw, out var invisible);
        if (invisible)
        {
            Report(CellCodes.Invisible, place, $"“{name}”里有看不见的字符，已去掉，读作{Diagnostic.Quote(text)}。");
        }

        if (Mojibake.In(text) is { } what)
        {
            Report(FileCodes.Garbled, place, $"“{name}”里有乱码：{Diagnostic.Quote(text)}。{what}");
        }

        return text;
    }
}
