namespace FuGongJianJia.Import.Files;

/// <summary>Rows of a CSV or of a sheet（行）, one at a time: a file of two million rows is never held as text.</summary>
internal interface IRowReader : IDisposable
{
    /// <summary>Physical line where the row starts, from 1.</summary>
    int Line { get; }

    /// <summary>Number of cells.</summary>
    int Count { get; }

    /// <summary>
    /// True in a workbook whose serial numbers count from 1904; null where nothing says from when they count.
    /// </summary>
    bool? CountsFrom1904 { get; }

    /// <summary>
    /// Goes on to the next row; false at the end, or when the rest cannot be read and that was reported.
    /// </summary>
    bool Read();

    /// <summary>A cell as it stands; empty beyond the end.</summary>
    string Cell(int index);
}

/// <summary>A row that was looked at ahead of its turn.</summary>
/// <param name="Line">Physical line.</param>
/// <param name="Cells">Cells.</param>
internal sealed record HeldRow(int Line, string[] Cells);

/// <summary>Gives held rows first, then goes on with the reader they came from.</summary>
internal sealed class HeldRows(List<HeldRow> held, IRowReader rest) : IRowReader
{
    private int _at = -1;

    /// <summary>The reader to ask about the row it stands on: the one behind, once the held rows are used up.</summary>
    public IRowReader Current => _at < held.Count ? this : rest;

    public int Line => _at < held.Count ? held[_at].Line : rest.Line;

    public int Count => _at < held.Count ? held[_at].Cells.Length : rest.Count;

    public bool? CountsFrom1904 => rest.CountsFrom1904;

    public bool Read()
    {
        if (_at < held.Count)
        {
            _at++;
        }

        return _at < held.Count || rest.Read();
    }

    public string Cell(int index)
    {
        if (_at >= held.Count)
        {
            return rest.Cell(index);
        }

        var cells = held[_at].Cells;
        return index < cells.Length ? cells[index] : "";
    }

    public void Dispose() => rest.Dispose();
}
