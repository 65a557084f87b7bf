using FuGongJianJia.Import.Schema;

namespace FuGongJianJia.Demo.Rows;

/// <summary>
/// A cell of a demo table（单元格）. A row is an array of them, so that the columns of a file, and their order, are those
/// its rows name.
/// </summary>
/// <param name="Column">A column of the table's schema.</param>
/// <param name="Value">Text, a number, a date, a truth value or null, as <c>SpreadsheetCsv</c> writes them.</param>
internal readonly record struct DemoCell(ColumnSpec Column, object? Value);
