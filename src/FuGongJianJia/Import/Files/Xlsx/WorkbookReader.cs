using System.Text;
using ExcelDataReader;
using FuGongJianJia.Diagnostics;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>The sheets of a workbook（工作簿）, opened one by one.</summary>
internal static class WorkbookReader
{
    private const int MostSheets = 200;
    private const int RowsLookedAt = 200;

    // The library asks for code page 1252 before it looks at a single byte.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The sheets of the workbook; none when it cannot be read, which was reported.</summary>
    public static List<WorkbookSheet> Sheets(SourceFile file, ImportOptions options, LedgerBook book, DiagnosticBag bag)
    {
        var place = new SourcePlace(file.Path);
        var isZip = file.Content.Span[0] == 'P';
        if (isZip && !ZipGuard.IsSafe(file.Content, place, options.MaximumWorkbook, bag))
        {
            return [];
        }

        var sheets = WorkbookBytes.Guarded(place, bag, () => List(file, place, book, bag)) ?? [];
        if (!isZip && sheets.Count > 0)
        {
            // The library gives an empty cell for a formula error of the binary format and no way to ask about it.
            bag.Add(
                FileCodes.OldWorkbook,
                place,
                "这是旧的 .xls 格式，公式算不出来的格子（如 #DIV/0!）会读成空白。请另存为 .xlsx，再检查一次。"
            );
        }

        return sheets;
    }

    private static List<WorkbookSheet>? List(SourceFile file, SourcePlace place, LedgerBook book, DiagnosticBag bag)
    {
        using var package = new WorkbookPackage(file.Content);
        HiddenPersonal.Check(package, place, bag);
        using var reader = Create(file);
        var sheets = new List<WorkbookSheet>();
        do
        {
            var index = sheets.Count;
            var name = reader.Name ?? "";
            var at = place with { Sheet = name };
            var facts = package.Facts(name);
            if (facts.LastRow > SheetFacts.MostRows && facts != SheetFacts.Unknown)
            {
                bag.Add(
                    FileCodes.BadWorkbook,
                    at,
                    $"工作表里写着第 {facts.LastRow} 行，Excel 最多只有 {SheetFacts.MostRows} 行，文件已经损坏。请用 Excel 或 WPS 打开，另存为 .xlsx。"
                );
                return null;
            }

            if (facts.Fault is { } fault)
            {
                bag.Add(
                    FileCodes.BadWorkbook,
                    at with
                    {
                        Line = fault.Row + 1,
                        Column = fault.Column + 1,
                    },
                    $"{fault.Why}，文件已经损坏。请用 Excel 或 WPS 打开，核对这一处，另存为 .xlsx。"
                );
                return null;
            }

            var isFilled = facts == SheetFacts.Unknown ? IsFilled(reader) : facts.LastRow > 0;
            if (file.Content.Span[0] == 'P' && facts == SheetFacts.Unknown && !isFilled)
            {
                bag.Add(
                    FileCodes.BadWorkbook,
                    at,
                    "工作表的内容不在文件里，文件已经损坏。请用 Excel 或 WPS 打开，另存为 .xlsx。"
                );
                return null;
            }

            var page = book.Page(at);
            Enter(facts, page);
            sheets.Add(
                new(
                    name,
                    reader.VisibleState is "hidden" or "veryhidden",
                    isFilled,
                    page,
                    () => Open(file, index, facts, at, page, bag)
                )
            );
        } while (reader.NextResult() && sheets.Count < MostSheets);
        return sheets;
    }

    private static void Enter(SheetFacts facts, LedgerPage page)
    {
        if (facts.Formulas > facts.Unread)
        {
            page.Add(LedgerItem.Formulas, "取文件里存的结果", 0, facts.Formulas - facts.Unread);
        }

        if (facts.Unread > 0)
        {
            page.Add(LedgerItem.UnreadFormulas, "没有结果或结果是错误值", 0, facts.Unread, holdsValues: true);
        }
    }

    private static bool IsFilled(IExcelDataReader reader)
    {
        for (var rows = 0; rows < RowsLookedAt && reader.Read(); rows++)
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                if (reader.GetValue(i) is not null and not "")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static SheetRows? Open(
        SourceFile file,
        int index,
        SheetFacts facts,
        SourcePlace place,
        LedgerPage page,
        DiagnosticBag bag
    ) =>
        WorkbookBytes.Guarded(
            place,
            bag,
            () =>
            {
                var reader = Create(file);
                for (var i = 0; i < index; i++)
                {
                    reader.NextResult();
                }

                using var package = new WorkbookPackage(file.Content);
                return new SheetRows(reader, facts, package.CountsFrom1904, place, page, bag);
            }
        );

    // A binary workbook that does not say its code page was written by a program of this country.
    private static IExcelDataReader Create(SourceFile file) =>
        ExcelReaderFactory.CreateReader(
            SourceStream.Of(file.Content),
            new ExcelReaderConfiguration
            {
                FallbackEncoding =
                    file.Content.Span[0] == 'P' ? Encoding.Latin1 : CodePagesEncodingProvider.Instance.GetEncoding(936),
            }
        );
}
