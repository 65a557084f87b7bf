using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Mapping;

/// <summary>A table of ours that was made of an office's exports（对应出来的表）; each cell knows where it stood.</summary>
internal sealed class MappedTable(TableSpec table)
{
    private readonly List<HeldRow> _rows = [];
    private readonly SortedSet<int> _filled = [];

    /// <summary>Which.</summary>
    public TableSpec Table => table;

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="place">Where it stood.</param>
    /// <param name="cells">What it holds, and where each stood.</param>
    public void Add(SourcePlace place, IEnumerable<(ColumnSpec Column, RawCell Cell, SourcePlace Place)> cells)
    {
        var values = new RawCell[table.Columns.Length];
        var places = new SourcePlace[values.Length];
        Array.Fill(values, RawCell.Blank);
        Array.Fill(places, place);
        foreach (var (column, cell, at) in cells)
        {
            values[column.Ordinal] = cell;
            places[column.Ordinal] = at;
            _filled.Add(column.Ordinal);
        }

        _rows.Add(new(place.Line, values, new(place, places)));
    }

    /// <summary>The table as the rest of import reads it: a head of our names, then the rows.</summary>
    public TableSource ToSource()
    {
        var place = new SourcePlace(OfficeMapping.Path);
        var columns = _filled.ToArray();
        var head = new HeldRow(0, [.. columns.Select(c => new RawCell(table.Columns[c].Name))]);
        var rows = new List<HeldRow>(_rows.Count + 1) { head };
        rows.AddRange(
            _rows.Select(r => new HeldRow(
                r.Line,
                [.. columns.Select(c => r.Cells[c])],
                new(r.Origin!.Row, [.. columns.Select(c => r.Origin.Cells[c])])
            ))
        );

        // The pages of the files themselves tell what was read of them.
        return new(table, place, new(place), _ => new HeldRows(rows, null));
    }
}
