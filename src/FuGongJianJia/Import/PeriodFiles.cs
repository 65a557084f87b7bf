using FuGongJianJia.Diagnostics;
using FuGongJianJia.Import.Files;
using FuGongJianJia.Import.Files.Csv;
using FuGongJianJia.Import.Rows;
using FuGongJianJia.Import.Values;
using FuGongJianJia.Model;

namespace FuGongJianJia.Import;

/// <summary>Finds the tables in a period's folder（找表）: by file name, or by sheet name inside workbooks.</summary>
internal static class PeriodFiles
{
    private static readonly string[] Ignored =
    [
        "THUMBS.DB",
        "DESKTOP.INI",
        ".DS_STORE",
        ".GITKEEP",
        "README.MD",
        "README.TXT",
        "说明.TXT",
        "说明.MD",
    ];

    /// <summary>Sources by table name.</summary>
    public static Dictionary<string, TableSource> Find(
        Period period,
        IEnumerable<SourceFile> files,
        ImportOptions options,
        LedgerBook book,
        DiagnosticBag bag
    )
    {
        var found = new Dictionary<string, TableSource>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
            if (IsIgnored(name))
            {
                continue;
            }

            var dot = name.LastIndexOf('.');
            var (stem, extension) = dot > 0 ? (name[..dot], name[(dot + 1)..].ToUpperInvariant()) : (name, "");
            var isTable = IsTable(name);
            var kind = FileKind.Of(file.Content);
            if (kind.Form == FileForm.Other && (isTable || IsArchiveOrSheet(extension)))
            {
                Leave(book, new(file.Path));
                bag.Add(FileCodes.WrongForm, new(file.Path), kind.Problem);
                continue;
            }

            if (file.Path.Split('/').Length != 3 || (!isTable && kind.Form != FileForm.Workbook))
            {
                Leave(book, new(file.Path));
                bag.Add(
                    FileCodes.UnknownFile,
                    new(file.Path),
                    $"不认识这个文件，没有读取。{period} 文件夹里只放数据字典里的表（.csv 或 .xlsx）。"
                );
                continue;
            }

            if (kind.Form != FileForm.Text)
            {
                if (extension is "CSV" or "TXT" or "TSV" && kind.Form == FileForm.Workbook)
                {
                    bag.Add(
                        FileCodes.Misnamed,
                        new(file.Path),
                        "扩展名是 .csv，内容却是 Excel 工作簿，已按工作簿读取。"
                    );
                }

                foreach (var source in WorkbookTables.Find(file, kind.Form, stem, options, book, bag))
                {
                    Add(found, source, bag);
                }

                continue;
            }

            if (TableRegistry.Find(stem) is not { } table)
            {
                Leave(book, new(file.Path));
                bag.Add(
                    FileCodes.UnknownFile,
                    new(file.Path),
                    "文件名认不出是哪一张表，没有读取。"
                        + Suggest.Phrase(
                            stem,
                            TableRegistry.All.Select(t => t.Name),
                            "自己的导出请运行 fugong import；已经是数据字典里的列名的，按表名改名。"
                        )
                );
                continue;
            }

            if (extension is "XLSX" or "XLS" or "XLSM" or "ET" && file.Content.Length > 0)
            {
                bag.Add(FileCodes.Misnamed, new(file.Path), "扩展名是 Excel 工作簿，内容却是文本，已按 CSV 读取。");
            }

            var place = new SourcePlace(file.Path);
            Add(
                found,
                new(table, place, book.Page(place), isColumn => CsvRows.Open(file, options, bag, isColumn)),
                bag
            );
        }

        return found;
    }

    /// <summary>True for a file of the folder itself that may hold a table.</summary>
    public static bool MayBeTable(SourceFile file) =>
        !IsIgnored(file.Path[(file.Path.LastIndexOf('/') + 1)..])
        && file.Path.Split('/').Length == 3
        && IsTable(file.Path);

    /// <summary>True for a name that ends as those of tables do.</summary>
    public static bool IsTable(string path) =>
        path[(path.LastIndexOf('.') + 1)..].ToUpperInvariant()
            is "CSV"
                or "TXT"
                or "TSV"
                or "XLSX"
                or "XLS"
                or "XLSM"
                or "ET";

    private static bool IsIgnored(string name) =>
        Ignored.Contains(name.ToUpperInvariant())
        || name.StartsWith("~$", StringComparison.Ordinal)
        || name.StartsWith('.');

    private static void Add(Dictionary<string, TableSource> found, TableSource source, DiagnosticBag bag)
    {
        if (!found.TryAdd(source.Table.Name, source))
        {
            source.Page.Add(LedgerItem.Unread, $"“{source.Table.Name}”重复", holdsValues: true);
            bag.Add(
                FileCodes.TableTwice,
                source.Place,
                $"“{source.Table.Name}”在 {found[source.Table.Name].Place} 里已经有了，无法判断以哪个为准。"
                    + "内容重复的，请只留一个；一张表分成了几份的，请把各份的数据行接到同一张表里，表头只留一行。"
            );
        }
    }

    private static void Leave(LedgerBook book, SourcePlace place) =>
        book.Page(place).Add(LedgerItem.Unread, "整个文件", holdsValues: true);

    /// <summary>What somebody who puts it there takes for data.</summary>
    private static bool IsArchiveOrSheet(string extension) =>
        extension
            is "ZIP"
                or "RAR"
                or "7Z"
                or "GZ"
                or "ODS"
                or "XLSB"
                or "SLK"
                or "DIF"
                or "MHT"
                or "MHTML"
                or "NUMBERS"
                or "JSON";
}
