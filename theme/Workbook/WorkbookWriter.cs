using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FuGongJianJia.Tabular;
using FuGongJianJia.Typesetting.Paged;
using FuGongJianJia.Typesetting.Word;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace FuGongJianJia.Theme.Workbook;

/// <summary>
/// Tables as one workbook（工作簿，.xlsx）: a sheet a table, heads frozen and filtered, numbers as numbers, widths by
/// content, A4 sideways with heads on every page. Text is never a formula. Same tables, same bytes. Source: ISO/IEC
/// 29500-1 (transitional), 18.
/// </summary>
internal static class WorkbookWriter
{
    /// <summary>Writes a workbook.</summary>
    /// <param name="info">Its properties.</param>
    /// <param name="sheets">Sheets, in order; at least one. A table longer than a sheet can be goes on in the
    /// next.</param>
    /// <returns>The bytes of an .xlsx file.</returns>
    public static byte[] Write(DocumentInfo info, ImmutableArray<DataSheet> sheets)
    {
        ImmutableArray<CountedSheet> counted = [.. sheets.SelectMany(s => CountedSheet.Of(s, CountedSheet.MostRows))];
        return OfficePackage.Write(
            stream => Fill(stream, info, counted),
            counted
                .Index()
                .ToDictionary(
                    s => $"xl/worksheets/{IdOf(s.Index)}.xml",
                    s => (Action<Stream>)(stream => SheetWriter.Write(s.Item, stream)),
                    StringComparer.Ordinal
                )
        );
    }

    // Everything but what stands in the sheets, which is too much to be held: see SheetWriter.
    private static void Fill(Stream stream, DocumentInfo info, ImmutableArray<CountedSheet> sheets)
    {
        using var package = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        package.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
        var main = package.AddWorkbookPart();
        package.ChangeIdOfPart(main, "workbook");
        main.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
        var listed = new X.Sheets();
        var names = new X.DefinedNames();
        for (var i = 0; i < sheets.Length; i++)
        {
            main.AddNewPart<WorksheetPart>(IdOf(i)).Worksheet = new X.Worksheet(new X.SheetData());
            listed.Append(
                new X.Sheet
                {
                    Name = sheets[i].Name,
                    SheetId = (uint)i + 1,
                    Id = IdOf(i),
                }
            );
            var quoted = "'" + sheets[i].Name.Replace("'", "''", StringComparison.Ordinal) + "'";
            names.Append(
                new X.DefinedName(
                    $"{quoted}!$A$1:${SheetWriter.Letters(sheets[i].Columns.Length)}${sheets[i].Count + 1}"
                )
                {
                    Name = "_xlnm._FilterDatabase",
                    LocalSheetId = (uint)i,
                    Hidden = true,
                },
                new X.DefinedName($"{quoted}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i }
            );
        }

        main.Workbook = new X.Workbook(listed, names);
        OfficePackage.AddProperties(package, info);
    }

    private static string IdOf(int sheet) => string.Create(CultureInfo.InvariantCulture, $"sheet{sheet + 1}");

    private static X.Stylesheet Styles()
    {
        const uint DateFormat = 164;
        return new X.Stylesheet(
            new X.NumberingFormats(
                new X.NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" }
            ),
            new X.Fonts(
                new X.Font(new X.FontSize { Val = 10.5 }, new X.FontName { Val = "宋体" }),
                new X.Font(new X.Bold(), new X.FontSize { Val = 10.5 }, new X.FontName { Val = "宋体" })
            ),
            new X.Fills(
                new X.Fill(new X.PatternFill { PatternType = X.PatternValues.None }),
                new X.Fill(new X.PatternFill { PatternType = X.PatternValues.Gray125 }),
                new X.Fill(
                    new X.PatternFill(new X.ForegroundColor { Rgb = "FFF3EEE6" })
                    {
                        PatternType = X.PatternValues.Solid,
                    }
                )
            ),
            new X.Borders(
                new X.Border(),
                new X.Border(
                    new X.LeftBorder(),
                    new X.RightBorder(),
                    new X.TopBorder(),
                    new X.BottomBorder(new X.Color { Rgb = "FF8A8178" }) { Style = X.BorderStyleValues.Thin }
                )
            ),
            new X.CellStyleFormats(new X.CellFormat()),
            new X.CellFormats(
                // In the order of SheetFormat; then the head.
                Format(0),
                Format(3),
                Format(2),
                Format(0),
                Format(DateFormat),
                new X.CellFormat(new X.Alignment { Vertical = X.VerticalAlignmentValues.Center, WrapText = true })
                {
                    FontId = 1,
                    FillId = 2,
                    BorderId = 1,
                    ApplyAlignment = true,
                }
            )
        );
    }

    private static X.CellFormat Format(uint number) => new() { NumberFormatId = number, ApplyNumberFormat = true };
}
