using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Xlsx;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import;

/// <summary>
/// Finds the tables in a workbook（工作簿里的表）: sheets by name, or the only filled sheet of a workbook that is itself named
/// after a table.
/// </summary>
internal static class WorkbookTables
{
    /// <summary>Every table of the workbook.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="stem">Its name without extension.</param>
    /// <param name="options">Options.</param>
    /// <param name="bag">Where diagnostics go.</param>
    public static List<TableSource> Find(SourceFile file, string stem, ImportOptions options, DiagnosticBag bag)
    {
        var place = new SourcePlace(file.Path);
        var sheets = WorkbookReader.Sheets(file, options, bag);
        var only = sheets.Count(s => s.IsFilled) == 1;
        var sources = new List<TableSource>();
        var unknown = new List<WorkbookSheet>();
        foreach (var sheet in sheets)
        {
            var at = place with { Sheet = sheet.Name };
            PrivacyGate.Check(sheet.Name, place, "工作表名", bag);
            var named = TableRegistry.Find(sheet.Name) ?? (only && sheet.IsFilled ? TableRegistry.Find(stem) : null);
            if (named is { } table)
            {
                if (sheet.IsHidden && sheet.IsFilled)
                {
                    bag.Add(
                        FileCodes.Hidden,
                        at,
                        "这张工作表是隐藏的，照样读取了。请取消隐藏看一看，不要的内容请删除。"
                    );
                }

                sources.Add(new(table, at, _ => sheet.Open()));
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
                $"工作表{Diagnostic.Quote(sheet.Name)}认不出是哪一张表，没有读取。"
                    + Suggest.Phrase(sheet.Name, TableRegistry.All.Select(t => t.Name))
            );
        }

        if (sources.Count == 0 && unknown.Count == 0 && sheets.Count > 0)
        {
            bag.Add(FileCodes.EmptyFile, place, "工作簿里没有内容。请重新导出；确实没有数据时把它删掉。");
        }

        return sources;
    }
}
