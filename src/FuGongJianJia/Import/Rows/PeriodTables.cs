using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Rows;

/// <summary>The tables that were found in a period's folder（一期的表）, and how their rows are gone through.</summary>
/// <param name="period">Period.</param>
/// <param name="sources">Where each table was found, by its name.</param>
/// <param name="bag">Where diagnostics go.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class PeriodTables(
    Period period,
    IReadOnlyDictionary<string, TableSource> sources,
    DiagnosticBag bag,
    CancellationToken cancellation
)
{
    private readonly HashSet<(string Table, string Key)> _unreadable = [];

    /// <summary>Period.</summary>
    public Period Period => period;

    /// <summary>Where diagnostics go.</summary>
    public DiagnosticBag Bag => bag;

    /// <summary>The period's folder, for messages about what is not there.</summary>
    public SourcePlace Folder => new($"data/{period}");

    /// <summary>The file of a table, for messages about it as a whole.</summary>
    public SourcePlace PlaceOf(TableSpec table) =>
        sources.TryGetValue(table.Name, out var source) ? source.Place : new($"data/{period}/{table.Name}.csv");

    /// <summary>True when the folder has the table.</summary>
    public bool Has(TableSpec table) => sources.ContainsKey(table.Name);

    /// <summary>Keeps in mind that a row was there but could not be read: who names it is not to be blamed.</summary>
    public void AddUnreadable(TableSpec table, string key) => _unreadable.Add((table.Name, key));

    /// <summary>True when the table has a row of that key that could not be read.</summary>
    public bool IsUnreadable(TableSpec table, string key) => _unreadable.Contains((table.Name, key));

    /// <summary>Reads every data row of a table; false when the folder has none or it cannot be read.</summary>
    public bool Read(TableSpec table, Action<DataRow> onRow)
    {
        using var scan = Open(table);
        if (scan is null)
        {
            return false;
        }

        Read(scan, onRow);
        return true;
    }

    /// <summary>The records of a table in the order of its rows; a key that comes twice is refused.</summary>
    /// <param name="table">The table.</param>
    /// <param name="keyColumn">The column that a key that comes twice is reported on.</param>
    /// <param name="key">The key of a record.</param>
    /// <param name="bind">The record of a row; null when it cannot be read, which was reported.</param>
    public List<T> Records<T>(TableSpec table, ColumnSpec keyColumn, Func<T, string> key, Func<DataRow, T?> bind)
        where T : class
    {
        var records = new List<T>();
        var keys = new KeyGuard();
        Read(
            table,
            row =>
            {
                if (bind(row) is { } record && keys.IsFirst(row, keyColumn, key(record)))
                {
                    records.Add(record);
                }
            }
        );
        return records;
    }

    /// <summary>Goes through the data rows of an open table and says what was skipped.</summary>
    public void Read(TableScan scan, Action<DataRow> onRow)
    {
        while (scan.Next(cancellation))
        {
            onRow(scan.Row);
        }

        scan.Finish();
    }

    /// <summary>Opens a table; null when the folder has none or it cannot be read.</summary>
    /// <param name="table">The table.</param>
    /// <param name="isExtra">Headers beside its columns that mean something to it.</param>
    public TableScan? Open(TableSpec table, Func<string, bool>? isExtra = null) =>
        sources.TryGetValue(table.Name, out var source) ? TableScan.Open(source, period.Year, bag, isExtra) : null;

    /// <summary>Warns of a date outside the period.</summary>
    public void CheckWithin(DataRow row, ColumnSpec column, DateOnly? date)
    {
        if (date is { } day && (day < period.Start || day > period.End))
        {
            row.Report(
                ProcessCodes.OutsidePeriod,
                column,
                $"“{column.Name}”{day:yyyy-MM-dd} 不在 {period.Title} 之内。请核对是否放错了期间。"
            );
        }
    }
}
