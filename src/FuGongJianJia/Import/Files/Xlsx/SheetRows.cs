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
    private readonly SheetFacts _facts;
    private readonly LedgerPage _page;
    private readonly List<RawCell> _cells = [];
    private readonly List<(int FromRow, int ToRow, int Column)> _merges = [];
    private readonly Dictionary<int, (int ToRow, string Text)> _reaching = [];
    private int _hidden;
    private int _firstHidden;

    /// <summary>Reads the sheet that the reader stands on, and owns the reader.</summary>
    public SheetRows(
        IExcelDataReader reader,
        SheetFacts facts,
        bool? countsFrom1904,
        SourcePlace sheet,
        LedgerPage page,
        DiagnosticBag bag
    )
    {
        (_reader, _facts, _sheet, _page, _bag) = (reader, facts, sheet, page, bag);
        CountsFrom1904 = countsFrom1904;
        _merges.AddRange(
            (reader.MergeCells ?? []).Where(m => m.ToRow > m.FromRow).Select(m => (m.FromRow, m.ToRow, m.FromColumn))
        );
        Spans = [.. (reader.MergeCells ?? []).Select(m => new CellSpan(m.FromRow, m.FromColumn, m.ToRow, m.ToColumn))];
    }

    public IReadOnlyList<CellSpan> Spans { get; }

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
            _page.Add(LedgerItem.HiddenRows, "照样读取", _firstHidden, _hidden);
            _hidden = 0;
        }

        return more;
    }

    public string Cell(int index) => index < _cells.Count ? _cells[index].Text : "";

    public RawState State(int index) => index < _cells.Count ? _cells[index].State : RawState.Sound;

    public bool IsHidden(int index) => _facts.IsHidden(index);

    public void Dispose() => _reader.Dispose();

    private bool ReadRow()
    {
        _cells.Clear();

        // A style in the last row or column that a sheet can have makes neither content nor work.
        if (Line > _facts.LastRow || !_reader.Read())
        {
            return false;
        }

        var row = _reader.Depth;
        Line = row + 1;
        var filled = 0;
        for (var i = 0; i < _reader.FieldCount && i <= _facts.LastColumn; i++)
        {
            var cell = new RawCell(Text(i), _facts.HasNoResult(row, i) ? RawState.NoResult : RawState.Sound);
            if (cell.IsFilled || cell.Text.Length > 0)
            {
                filled++;
                Put(i, cell);
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

    private void Put(int index, RawCell cell)
    {
        while (_cells.Count <= index)
        {
            _cells.Add(RawCell.Blank);
        }

        _cells[index] = cell;
    }

    /// <summary>
    /// A union's name merged over its rows stands in each of them; that it was one cell is remembered.
    /// </summary>
    private void FillMerged(int row)
    {
        foreach (var merge in _merges)
        {
            if (merge.FromRow == row && Cell(merge.Column) is { Length: > 0 } top)
            {
                _reaching[merge.Column] = (merge.ToRow, top);
                Put(merge.Column, new(top, RawState.Merged));
            }
        }

        foreach (var (column, (toRow, text)) in _reaching)
        {
            if (row <= toRow && Cell(column).Length == 0)
            {
                Put(column, new(text, RawState.Merged));
            }
        }
    }

    private string Text(int index) =>
        _reader.GetValue(index) switch
        {
            null => _facts.Error(_reader.Depth, index),
            string text => _facts.Shown(_reader.Depth, index) ?? text,
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
        switch (PercentFormat.Of(format))
        {
            case PercentForm.Multiplied:
                return (exact * 100m).ToString("0.##########", CultureInfo.InvariantCulture) + "%";
            case PercentForm.Shown:
                return exact.ToString("0.##########", CultureInfo.InvariantCulture) + "%";
        }

        var text = exact.ToString("0.###############", CultureInfo.InvariantCulture) + ScaleFormat.Of(format);

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
