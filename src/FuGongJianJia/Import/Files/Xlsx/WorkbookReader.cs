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

    /// <summary>True for the bytes of .xlsx (a zip) and of .xls (a compound file), whatever the name says.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8)
        || content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>The sheets of the workbook; none when it cannot be read, which was reported.</summary>
    public static List<WorkbookSheet> Sheets(SourceFile file, ImportOptions options, DiagnosticBag bag)
    {
        var place = new SourcePlace(file.Path);
        var isZip = file.Content.Span[0] == 'P';
        if (isZip && !ZipGuard.IsSafe(file.Content, place, options.MaximumWorkbook, bag))
        {
            return [];
        }

        var sheets = WorkbookBytes.Guarded(place, bag, () => List(file, place, bag)) ?? [];
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

    private static List<WorkbookSheet> List(SourceFile file, SourcePlace place, DiagnosticBag bag)
    {
        using var reader = Create(file);
        var sheets = new List<WorkbookSheet>();
        do
        {
            var index = sheets.Count;
            var at = place with { Sheet = reader.Name ?? "" };
            sheets.Add(
                new(
                    reader.Name ?? "",
                    reader.VisibleState is "hidden" or "veryhidden",
                    IsFilled(reader),
                    () => Open(file, index, at, bag)
                )
            );
        } while (reader.NextResult() && sheets.Count < MostSheets);
        return sheets;
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

    private static SheetRows? Open(SourceFile file, int index, SourcePlace place, DiagnosticBag bag) =>
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

                return new SheetRows(
                    reader,
                    ErrorCells.Find(file.Content, reader.Name ?? ""),
                    DateSystem.CountsFrom1904(file.Content),
                    place,
                    bag
                );
            }
        );

    private static IExcelDataReader Create(SourceFile file) =>
        ExcelReaderFactory.CreateReader(
            WorkbookBytes.Stream(file.Content),
            new ExcelReaderConfiguration { FallbackEncoding = Encoding.Latin1 }
        );
}

/// <summary>A sheet of a workbook（工作表）.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHidden">True when the office does not see it.</param>
/// <param name="IsFilled">True when one of its first rows holds something.</param>
/// <param name="Open">Opens its rows from the start; null when it cannot be read, which was reported.</param>
internal sealed record WorkbookSheet(string Name, bool IsHidden, bool IsFilled, Func<IRowReader?> Open);
