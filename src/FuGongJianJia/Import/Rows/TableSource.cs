using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Import.Rows;

/// <summary>Where a table of a period was found（表的来源）: a CSV file or a sheet.</summary>
/// <param name="Table">Which table.</param>
/// <param name="Place">File, and sheet where there is one.</param>
/// <param name="Page">Its page of the ledger.</param>
/// <param name="Open">Opens its rows from the start; given the header test for finding the delimiter.</param>
internal sealed record TableSource(
    TableSpec Table,
    SourcePlace Place,
    LedgerPage Page,
    Func<Func<string, bool>, IRowReader?> Open
);
