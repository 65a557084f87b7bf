using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Rows;

/// <summary>
/// What cells were read as（记住读过的单元格）. A column of two million rows holds few different texts, most of them again and
/// again; a text that was read without a remark reads the same next time. A fixed table, one entry to a slot, so that
/// it stays small whatever comes.
/// </summary>
/// <param name="column">The column.</param>
/// <param name="read">How a cell of it is read.</param>
internal sealed class CellMemo<T>(ColumnSpec column, Func<DataRow, T> read)
{
    private const int Slots = 256;

    private readonly string?[] _texts = new string?[Slots];
    private readonly T[] _values = new T[Slots];

    /// <summary>
    /// The value of a cell of the row: remembered, or read and then remembered unless the reading reported something.
    /// </summary>
    public T Read(DataRow row)
    {
        if (row.State(column) == RawState.NoResult)
        {
            return read(row);
        }

        var raw = row.Raw(column);
        var slot = Slot(raw);
        if (string.Equals(_texts[slot], raw, StringComparison.Ordinal))
        {
            return _values[slot];
        }

        var remarks = row.Remarks;
        var value = read(row);
        if (row.Remarks == remarks)
        {
            (_texts[slot], _values[slot]) = (raw, value);
        }

        return value;
    }

    /// <summary>Codes and dates differ in their last characters.</summary>
    private static int Slot(string text) =>
        text.Length switch
        {
            0 => 0,
            1 => text[0] & (Slots - 1),
            2 => ((text[0] * 7) + text[1]) & (Slots - 1),
            _ => ((text[^3] * 67) + (text[^2] * 11) + text[^1] + text[0]) & (Slots - 1),
        };
}
