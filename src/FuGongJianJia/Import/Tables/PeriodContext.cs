using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import.Tables;

/// <summary>What the binders of one period share（一期的环境）.</summary>
internal sealed class PeriodContext(
    Period period,
    Dictionary<string, TableSource> sources,
    DiagnosticBag bag,
    CancellationToken cancellation
)
{
    /// <summary>Period.</summary>
    public Period Period => period;

    /// <summary>Settings, which name the rank groups.</summary>
    public required Model.Settings Settings { get; init; }

    /// <summary>Where diagnostics go.</summary>
    public DiagnosticBag Bag => bag;

    /// <summary>Cancellation.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Organisations, once read.</summary>
    public OrganisationIndex Organisations { get; set; } = new([], [], complete: false);

    /// <summary>Catalogue, once read.</summary>
    public IndicatorIndex Indicators { get; set; } = new([], [], complete: false);

    /// <summary>The file of a table, for messages about it as a whole.</summary>
    public SourcePlace PlaceOf(TableSpec table) =>
        sources.TryGetValue(table.Name, out var source) ? source.Place : new($"data/{period}/{table.Name}.csv");

    /// <summary>True when the folder has the table.</summary>
    public bool Has(TableSpec table) => sources.ContainsKey(table.Name);

    /// <summary>Reads every data row of a table; false when the folder has none or it cannot be read.</summary>
    public bool Read(TableSpec table, Action<DataRow> onRow)
    {
        if (!sources.TryGetValue(table.Name, out var source))
        {
            return false;
        }

        using var scan = TableScan.Open(source, period.Year, bag);
        if (scan is null)
        {
            return false;
        }

        while (scan.Next(cancellation))
        {
            onRow(scan.Row);
        }

        scan.Finish();
        return true;
    }

    /// <summary>Opens a table whose header may hold more than its columns.</summary>
    public TableScan? Open(TableSpec table, Func<string, bool> isExtra) =>
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
