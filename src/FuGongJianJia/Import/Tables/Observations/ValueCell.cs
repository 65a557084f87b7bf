using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import.Tables.Observations;

/// <summary>A cell that may hold a value: a named column of the long table or a column of the wide one.</summary>
internal readonly struct ValueCell
{
    public ValueCell(DataRow row, int position, string name)
    {
        (Row, Position, Name) = (row, position, name);
        IsUnread = row.Fault(position) is not null;
        Text = IsUnread ? "" : row.Cleaned(position, name);
        IsBlank = !IsUnread && CellCleaner.IsBlank(Text);
    }

    /// <summary>A cell of the long table; blank when the file has no such column.</summary>
    public static ValueCell Of(DataRow row, ColumnSpec column) =>
        row.Position(column) is >= 0 and var at ? new(row, at, column.Name) : Absent;

    /// <summary>No such column.</summary>
    public static ValueCell Absent { get; } = new(column: "");

    public DataRow? Row { get; }

    public int Position { get; }

    public string Name { get; }

    public string Text { get; }

    public bool IsBlank { get; }

    /// <summary>True when something stands there that cannot be read, which is not the same as nothing.</summary>
    public bool IsUnread { get; }

    private ValueCell(string column) => (Position, Name, Text, IsBlank) = (-1, column, "", true);

    public SourcePlace Place => Row!.At(Position);
}
