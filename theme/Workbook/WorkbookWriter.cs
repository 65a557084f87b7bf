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
    // Widths in digits of the standard face.
    private const double LeastWidth = 6;
    private const double MostWidth = 60;

    // Of a long table the first rows tell how wide its columns are.
    private const int MeasuredRows = 500;

    // Positions in the list of cell formats: body cells follow the order of SheetFormat.
    private const uint HeadFormat = 5;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Writes a workbook.</summary>
    /// <param name="info">Its properties.</param>
    /// <param name="sheets">Sheets, in order; at least one.</param>
    /// <returns>The bytes of an .xlsx file.</returns>
    public static byte[] Write(DocumentInfo info, ImmutableArray<DataSheet> sheets) =>
        OfficePackage.Write(stream =>
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
                var id = string.Create(CultureInfo.InvariantCulture, $"sheet{i + 1}");
                var rows = Write(main.AddNewPart<WorksheetPart>(id), sheets[i]);
                listed.Append(
                    new X.Sheet
                    {
                        Name = sheets[i].Name,
                        SheetId = (uint)i + 1,
                        Id = id,
                    }
                );
                var quoted = "'" + sheets[i].Name.Replace("'", "''", StringComparison.Ordinal) + "'";
                names.Append(
                    new X.DefinedName($"{quoted}!$A$1:${Letters(sheets[i].Columns.Length)}${rows}")
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
        });

    // Row by row, so that a long table never stands in memory twice.
    private static int Write(WorksheetPart part, DataSheet sheet)
    {
        var columns = sheet.Columns;
        ImmutableArray<ImmutableArray<object?>> rows = [.. sheet.Rows.Select(r => r.ToImmutableArray())];
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new X.Worksheet());
        writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(
            new X.SheetViews(
                new X.SheetView(
                    new X.Pane
                    {
                        VerticalSplit = 1,
                        TopLeftCell = "A2",
                        ActivePane = X.PaneValues.BottomLeft,
                        State = X.PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            )
        );
        writer.WriteElement(
            new X.Columns(
                columns.Select(
                    (c, i) =>
                        new X.Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = WidthOf(c, i, rows),
                            CustomWidth = true,
                        }
                )
            )
        );
        writer.WriteStartElement(new X.SheetData());
        writer.WriteElement(new X.Row(columns.Select((c, i) => Cell(c.Name, i, 1, HeadFormat))) { RowIndex = 1 });
        for (var r = 0; r < rows.Length; r++)
        {
            var number = (uint)r + 2;
            writer.WriteElement(
                new X.Row(rows[r].Select((value, i) => Cell(value, i, number, (uint)columns[i].Format)))
                {
                    RowIndex = number,
                }
            );
        }

        writer.WriteEndElement();
        writer.WriteElement(new X.AutoFilter { Reference = $"A1:{Letters(columns.Length)}{Text(rows.Length + 1)}" });
        writer.WriteElement(
            new X.PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        writer.WriteElement(
            new X.PageSetup
            {
                PaperSize = 9,
                Orientation = X.OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            }
        );
        writer.WriteElement(
            new X.HeaderFooter { OddHeader = new X.OddHeader("&C&A"), OddFooter = new X.OddFooter("&C— &P —") }
        );
        writer.WriteEndElement();
        return rows.Length + 1;
    }

    private static X.Cell Cell(object? value, int column, uint row, uint format)
    {
        var cell = new X.Cell { CellReference = Letters(column + 1) + Text(row), StyleIndex = format };
        switch (value)
        {
            case null:
                break;
            case string { Length: 0 }:
                break;
            case string text:
                cell.DataType = X.CellValues.InlineString;
                cell.InlineString = new X.InlineString(new X.Text(text) { Space = SpaceProcessingModeValues.Preserve });
                break;
            case bool truth:
                cell.DataType = X.CellValues.InlineString;
                cell.InlineString = new X.InlineString(new X.Text(truth ? "是" : "否"));
                break;
            case DateOnly date:
                cell.CellValue = new X.CellValue(Text(date.DayNumber - DayZero.DayNumber));
                break;
            case IFormattable number:
                cell.CellValue = new X.CellValue(number.ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value));
        }

        return cell;
    }

    private static double WidthOf(SheetColumn column, int index, ImmutableArray<ImmutableArray<object?>> rows)
    {
        // The button of the filter takes the room of two digits.
        var widest = rows.Take(MeasuredRows).Select(r => Digits(r[index])).Append(Digits(column.Name) + 3).Max();
        return Math.Clamp(widest + 1, LeastWidth, MostWidth);
    }

    private static double Digits(object? value) =>
        value switch
        {
            string text => text.Sum(c => c < 0x2000 ? 1 : 2),
            DateOnly => 10,
            decimal or int => 10,
            _ => 4,
        };

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

    // 1 is A, 27 is AA.
    private static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
