using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Markup;
using FuGongJianJia.Import.Files.Xlsx;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Schema;
using FuGongJianJia.Import.Values;

namespace FuGongJianJia.Import;

/// <summary>
/// Finds the tables in a workbook（工作簿里的表）: sheets by name, or the only filled sheet of a workbook that is itself named
/// after a table.
/// </summary>
internal static class WorkbookTables
{
    // Sheets that explain and hold no table.
    private static readonly string[] Explaining =
    [
        "说明",
        "填表说明",
        "填报说明",
        "目录",
        "封面",
        "数据字典",
        "字典",
        "使用说明",
        "README",
    ];

    /// <summary>Every table of the workbook.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="form">What it is.</param>
    /// <param name="stem">Its name without extension.</param>
    /// <param name="options">Options.</param>
    /// <param name="book">The ledger.</param>
    /// <param name="bag">Where diagnostics go.</param>
    public static List<TableSource> Find(
        SourceFile file,
        FileForm form,
        string stem,
        ImportOptions options,
        LedgerBook book,
        DiagnosticBag bag
    )
    {
        var place = new SourcePlace(file.Path);
        var sheets = form switch
        {
            FileForm.Html => HtmlTables.Sheets(file, options, book, bag),
            FileForm.SpreadsheetXml => SpreadsheetXml.Sheets(file, book, bag),
            _ => WorkbookReader.Sheets(file, options, book, bag),
        };
        var sources = new List<TableSource>();
        var unknown = new List<WorkbookSheet>();
        foreach (var sheet in sheets)
        {
            PrivacyGate.Check(sheet.Name, place, "工作表名", bag);
            if (TableRegistry.Find(sheet.Name) is { } table)
            {
                sources.Add(Source(table, sheet, place, bag));
            }
            else if (sheet.IsFilled)
            {
                unknown.Add(sheet);
            }
        }

        // The filled sheet may be called Sheet1: then the name of the file says what it is, and its header which it is.
        if (TableRegistry.Find(stem) is { } named && sources.TrueForAll(s => s.Table != named) && unknown.Count > 0)
        {
            var alike = unknown.Count == 1 ? unknown : unknown.FindAll(s => LooksLike(named, s));
            if (alike.Count == 1)
            {
                sources.Add(Source(named, alike[0], place, bag));
                unknown.Remove(alike[0]);
            }
            else
            {
                bag.Add(
                    FileCodes.WhichSheet,
                    place,
                    alike.Count == 0
                        ? $"文件名是“{named.Name}”，里面却没有一张工作表的表头像它：{Names(unknown)}。请核对列名，或者把那张工作表改名为“{named.Name}”。"
                        : $"文件名是“{named.Name}”，里面有几张工作表都像它：{Names(alike)}。请把要读的一张改名为“{named.Name}”；一张表分成了几份的，把数据行接到一张里。"
                );
            }
        }

        foreach (var sheet in unknown)
        {
            Leave(sheet, place, bag);
        }

        if (sources.Count == 0 && unknown.Count == 0 && sheets.Count > 0)
        {
            bag.Add(FileCodes.EmptyFile, place, "工作簿里没有内容。请重新导出；确实没有数据时把它删掉。");
        }

        return sources;
    }

    private static TableSource Source(TableSpec table, WorkbookSheet sheet, SourcePlace place, DiagnosticBag bag)
    {
        var at = Of(sheet, place);
        if (sheet.IsHidden && sheet.IsFilled)
        {
            bag.Add(FileCodes.Hidden, at, "这张工作表是隐藏的，照样读取了。请取消隐藏看一看，不要的内容请删除。");
        }

        return new(table, at, sheet.Page, _ => sheet.Open());
    }

    /// <summary>Nothing of it is read: the office is told, and what it should not pass on.</summary>
    private static void Leave(WorkbookSheet sheet, SourcePlace place, DiagnosticBag bag)
    {
        var at = Of(sheet, place);
        sheet.Page.Add(LedgerItem.Unread, "整张工作表", holdsValues: true);
        var isExplaining = Explaining.Contains(sheet.Name.Trim().ToUpperInvariant());
        bag.Add(
            isExplaining ? FileCodes.ExplainingSheet : FileCodes.UnknownSheet,
            at,
            $"工作表{Diagnostic.Quote(sheet.Name)}认不出是哪一张表，没有读取。"
                + Suggest.Phrase(
                    sheet.Name,
                    TableRegistry.All.Select(t => t.Name),
                    isExplaining ? "" : "有数据的，请按数据字典里的表名改名；没有的可以删掉。"
                )
        );
        HiddenPersonal.CheckUnread(sheet, at, bag);
    }

    /// <summary>True when the first rows hold a header of the table: most of its required columns.</summary>
    private static bool LooksLike(TableSpec table, WorkbookSheet sheet)
    {
        using var rows = sheet.Open();
        var held = new List<HeldRow>();
        while (rows is not null && held.Count < HeaderFinder.Depth && rows.Read())
        {
            held.Add(HeldRow.Of(rows));
        }

        return HeaderFinder.Find(table, held, static _ => false) is { } header
            && table.Columns.Where(c => c.IsRequired).Count(c => header.Map[c.Ordinal] >= 0) * 2
                >= table.Columns.Count(c => c.IsRequired);
    }

    // A web page with one table has no sheets to name.
    private static SourcePlace Of(WorkbookSheet sheet, SourcePlace place) =>
        sheet.Name.Length == 0 ? place : place with { Sheet = sheet.Name };

    private static string Names(List<WorkbookSheet> sheets) =>
        string.Join('、', sheets.Select(s => Diagnostic.Quote(s.Name)));
}
