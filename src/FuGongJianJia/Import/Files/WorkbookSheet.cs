namespace FuGongJianJia.Import.Files;

/// <summary>A sheet of a workbook, or a table of a web page（工作表）.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">True when the office does not see it.</param>
/// <param name="IsFilled">True when it holds something.</param>
/// <param name="Page">Its page of the ledger.</param>
/// <param name="Open">Opens its rows from the start; null when it cannot be read, which was reported.</param>
internal sealed record WorkbookSheet(
    string Name,
    bool IsHidden,
    bool IsFilled,
    LedgerPage Page,
    Func<IRowReader?> Open
);
