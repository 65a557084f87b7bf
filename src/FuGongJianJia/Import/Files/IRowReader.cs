using FuGongJianJia.Diagnostics;

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

    /// <summary>Text of a cell as it stands; empty beyond the end and where nothing can be read.</summary>
    string Cell(int index);

    /// <summary>Whether that text can be taken for the content.</summary>
    RawState State(int index) => RawState.Sound;

    /// <summary>True for a column that the office does not see.</summary>
    bool IsHidden(int index) => false;

    /// <summary>Cells that were merged; none where the form of the file has no such thing.</summary>
    IReadOnlyList<CellSpan> Spans => [];

    /// <summary>Where the row was taken from, when that is not the file that is being read.</summary>
    RowOrigin? Origin => null;
}

/// <summary>A merged cell（合并单元格）, from 0, both ends included.</summary>
internal readonly record struct CellSpan(int FromRow, int FromColumn, int ToRow, int ToColumn);

/// <summary>Where the cells of a row were taken from（行的出处）: a row made from an office's own export.</summary>
/// <param name="Row">File, sheet and line.</param>
/// <param name="Cells">Place of each cell.</param>
internal sealed record RowOrigin(SourcePlace Row, IReadOnlyList<SourcePlace> Cells)
{
    /// <summary>Place of a cell.</summary>
    public SourcePlace At(int position) => position < Cells.Count ? Cells[position] : Row;
}

/// <summary>A row that was looked at ahead of its turn, or that is held as a whole.</summary>
/// <param name="Line">Physical line.</param>
/// <param name="Cells">Cells.</param>
/// <param name="Origin">Where it was taken from, when that is elsewhere.</param>
internal sealed record HeldRow(int Line, RawCell[] Cells, RowOrigin? Origin = null)
{
    /// <summary>The row that a reader stands on.</summary>
    public static HeldRow Of(IRowReader reader) =>
        new(
            reader.Line,
            [.. Enumerable.Range(0, reader.Count).Select(i => new RawCell(reader.Cell(i), reader.State(i)))],
            reader.Origin
        );

    /// <summary>Texts of the cells.</summary>
    public string[] Texts { get; } = [.. Cells.Select(c => c.Text)];

    /// <summary>True when no cell shows anything.</summary>
    public bool IsBlank => Texts.All(string.IsNullOrWhiteSpace);
}

/// <summary>Gives held rows first, then goes on with the reader they came from.</summary>
internal sealed class HeldRows(List<HeldRow> held, IRowReader? rest) : IRowReader
{
    private int _at = -1;

    /// <summary>The reader to ask about the row it stands on: the one behind, once the held rows are used up.</summary>
    public IRowReader Current => _at < held.Count || rest is null ? this : rest;

    public int Line => _at < held.Count ? held[_at].Line : rest?.Line ?? 0;

    public int Count => _at < held.Count ? held[_at].Cells.Length : rest?.Count ?? 0;

    public bool? CountsFrom1904 => rest?.CountsFrom1904;

    public bool Read()
    {
        if (_at < held.Count)
        {
            _at++;
        }

        return _at < held.Count || (rest?.Read() ?? false);
    }

    public string Cell(int index) =>
        _at >= held.Count ? rest?.Cell(index) ?? ""
        : index < held[_at].Texts.Length ? held[_at].Texts[index]
        : "";

    public RawState State(int index) =>
        _at >= held.Count ? rest?.State(index) ?? RawState.Sound
        : index < held[_at].Cells.Length ? held[_at].Cells[index].State
        : RawState.Sound;

    public bool IsHidden(int index) => rest?.IsHidden(index) ?? false;

    public IReadOnlyList<CellSpan> Spans => rest?.Spans ?? [];

    public RowOrigin? Origin =>
        _at < 0 ? null
        : _at < held.Count ? held[_at].Origin
        : rest?.Origin;

    public void Dispose() => rest?.Dispose();
}
