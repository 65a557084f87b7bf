using System.Runtime.InteropServices;
using System.Text;
using ExcelDataReader;
using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Privacy;

namespace FuGongJianJia.Import.Xlsx;

/// <summary>
/// Finds the tables in a workbook（工作簿）: sheets by name, or the only filled sheet of a workbook that is itself named
/// after a table.
/// </summary>
internal static class WorkbookReader
{
    // The library asks for code page 1252 before it looks at a single byte.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>True for the bytes of .xlsx (a zip) and of .xls (a compound file), whatever the name says.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\u0003\u0004"u8)
        || content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>Bytes as a stream, without copying where they are an array.</summary>
    public static MemoryStream Stream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment)
            ? new(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new(content.ToArray(), writable: false);

    /// <summary>Every table of the workbook.</summary>
    public static List<TableSource> Tables(SourceFile file, string stem, ImportOptions options, DiagnosticBag bag)
    {
        var place = new SourcePlace(file.Path);
        var isZip = file.Content.Span[0] == 'P';
        if (isZip && !ZipGuard.IsSafe(file.Content, place, options.MaximumWorkbook, bag))
        {
            return [];
        }

        var sheets = Sheets(file, place, bag);
        if (!isZip && sheets.Count > 0)
        {
            // The library gives an empty cell for a formula error of the binary format and no way to ask about it.
            bag.Add(
                FileCodes.OldWorkbook,
                place,
                "这是旧的 .xls 格式，公式算不出来的格子（如 #DIV/0!）会读成空白。请另存为 .xlsx，再检查一次。"
            );
        }

        var sources = new List<TableSource>();
        var named = TableRegistry.Find(stem);
        var unknown = new List<Sheet>();
        foreach (var sheet in sheets)
        {
            PrivacyGate.Check(sheet.Name, place, "工作表名", bag);
            var only = sheets.Count(s => s.IsFilled) == 1 && sheet.IsFilled;
            if ((TableRegistry.Find(sheet.Name) ?? (only ? named : null)) is { } table)
            {
                if (sheet.IsHidden && sheet.IsFilled)
                {
                    bag.Add(
                        FileCodes.Hidden,
                        place with
                        {
                            Sheet = sheet.Name,
                        },
                        "这张工作表是隐藏的，照样读取了。请取消隐藏看一看，不要的内容请删除。"
                    );
                }

                var at = place with { Sheet = sheet.Name };
                sources.Add(new(table, at, _ => Open(file, sheet.Index, at, bag)));
            }
            else if (sheet.IsFilled)
            {
                unknown.Add(sheet);
            }
        }

        // The filled sheet may be called Sheet1 beside others that are tables; it is told either way.
        foreach (var sheet in unknown)
        {
            bag.Add(
                FileCodes.UnknownSheet,
                place with
                {
                    Sheet = sheet.Name,
                },
                $"工作表{DataRow.Quote(sheet.Name)}认不出是哪一张表，没有读取。{Suggest.Phrase(sheet.Name, TableRegistry.All.Select(t => t.Name))}"
            );
        }

        if (sources.Count == 0 && unknown.Count == 0 && sheets.Count > 0)
        {
            bag.Add(FileCodes.EmptyFile, place, "工作簿里没有内容。请重新导出；确实没有数据时把它删掉。");
        }

        return sources;
    }

    private static List<Sheet> Sheets(SourceFile file, SourcePlace place, DiagnosticBag bag)
    {
        return Guarded(
                place,
                bag,
                () =>
                {
                    using var reader = Create(file);
                    var sheets = new List<Sheet>();
                    do
                    {
                        var filled = false;
                        for (var rows = 0; rows < 200 && !filled && reader.Read(); rows++)
                        {
                            for (var i = 0; i < reader.FieldCount && !filled; i++)
                            {
                                filled = reader.GetValue(i) is not null and not "";
                            }
                        }

                        sheets.Add(
                            new(
                                sheets.Count,
                                reader.Name ?? "",
                                reader.VisibleState is "hidden" or "veryhidden",
                                filled
                            )
                        );
                    } while (reader.NextResult() && sheets.Count < 200);
                    return sheets;
                }
            ) ?? [];
    }

    private static SheetRows? Open(SourceFile file, int index, SourcePlace place, DiagnosticBag bag) =>
        Guarded(
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
            Stream(file.Content),
            new ExcelReaderConfiguration { FallbackEncoding = Encoding.Latin1 }
        );

    /// <summary>
    /// The library meets hostile bytes with whatever exception comes first, from its own to IndexOutOfRange, so every
    /// one of them means
    /// the same: this is no sound workbook.
    /// </summary>
    internal static T? Guarded<T>(SourcePlace place, DiagnosticBag bag, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ExcelDataReader.Exceptions.InvalidPasswordException)
        {
            bag.Add(FileCodes.BadWorkbook, place, "工作簿有密码。请在 Excel 或 WPS 里取消密码，再保存。");
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            bag.Add(
                FileCodes.BadWorkbook,
                place,
                "工作簿打不开：文件损坏，或者不是 Excel 工作簿。请用 Excel 或 WPS 打开确认，另存为 .xlsx。"
            );
        }

        return default;
    }

    private sealed record Sheet(int Index, string Name, bool IsHidden, bool IsFilled);
}
