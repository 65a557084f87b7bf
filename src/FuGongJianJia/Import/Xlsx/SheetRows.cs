using System.Globalization;
using ExcelDataReader;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;

namespace FuGongJianJia.Import.Xlsx;

/// <summary>Rows of a sheet as the texts a person sees（工作表的行）: dates as dates, percentages with their sign, codes with their leading zeros, merged cells filled downwards.</summary>
internal sealed class SheetRows : IRowReader
{
    private const double LastExactInteger = 999_999_999_999_999d; // fifteen digits, all that a spreadsheet keeps

    private readonly IExcelDataReader reader;
    private readonly SourcePlace sheet;
    private readonly DiagnosticBag bag;
    private readonly Dictionary<(int Row, int Column), string> errors;
    private readonly List<string> cells = [];
    private readonly List<(int FromRow, int ToRow, int Column)> merges = [];
    private readonly Dictionary<int, (int ToRow, string Text)> reaching = [];
    private int hidden;
    private int firstHidden;

    /// <summary>Reads the sheet that the reader stands on, and owns the reader.</summary>
    public SheetRows(IExcelDataReader reader, Dictionary<(int Row, int Column), string> errors, bool? countsFrom1904, SourcePlace sheet, DiagnosticBag bag)
    {
        (this.reader, this.errors, this.sheet, this.bag) = (reader, errors, sheet, bag);
        CountsFrom1904 = countsFrom1904;
        merges.AddRange((reader.MergeCells ?? []).Where(m => m.ToRow > m.FromRow).Select(m => (m.FromRow, m.ToRow, m.FromColumn)));
    }

    public int Line { get; private set; }

    public int Count => cells.Count;

    public bool? CountsFrom1904 { get; }

    public bool Read()
    {
        var more = WorkbookReader.Guarded(sheet with { Line = Line }, bag, ReadRow);
        if (!more && hidden > 0)
        {
            bag.Add(FileCodes.Hidden, sheet with { Line = firstHidden }, $"有 {hidden} 行是隐藏的，照样读取了。请取消隐藏看一看，不要的内容请删除。");
            hidden = 0;
        }

        return more;
    }

    public string Cell(int index) => index < cells.Count ? cells[index] : "";

    public void Dispose() => reader.Dispose();

    private bool ReadRow()
    {
        cells.Clear();
        if (!reader.Read())
        {
            return false;
        }

        var row = reader.Depth;
        Line = row + 1;
        var filled = 0;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var text = Text(i);
            if (text.Length > 0)
            {
                filled++;
                while (cells.Count < i)
                {
                    cells.Add("");
                }

                cells.Add(text);
            }
        }

        FillMerged(row);
        if (filled > 0 && reader.RowHeight == 0d)
        {
            hidden++;
            firstHidden = hidden == 1 ? Line : firstHidden;
        }

        return true;
    }

    /// <summary>A union's name merged over its rows stands in each of them.</summary>
    private void FillMerged(int row)
    {
        foreach (var merge in merges)
        {
            if (merge.FromRow == row && Cell(merge.Column) is { Length: > 0 } top)
            {
                reaching[merge.Column] = (merge.ToRow, top);
            }
        }

        foreach (var (column, (toRow, text)) in reaching)
        {
            if (row <= toRow && Cell(column).Length == 0)
            {
                while (cells.Count <= column)
                {
                    cells.Add("");
                }

                cells[column] = text;
            }
        }
    }

    private string Text(int index) =>
        reader.GetValue(index) switch
        {
            null => errors.Count > 0 ? errors.GetValueOrDefault((reader.Depth, index), "") : "",
            string text => text,
            bool yes => yes ? "是" : "否",
            DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double number => Number(number, reader.GetNumberFormatString(index)),
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
        return format is { Length: > 1 } && format.AsSpan().IndexOfAnyExcept('0') < 0 && exact >= 0m && decimal.Truncate(exact) == exact ? text.PadLeft(format.Length, '0') : text;
    }
}
