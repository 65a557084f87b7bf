using System.IO.Compression;
using System.Text;

namespace FuGongJianJia.Import.Files;

/// <summary>What the bytes of a table's file are（文件的真实类型）.</summary>
internal enum FileForm
{
    /// <summary>Text, to be read as CSV.</summary>
    Text,

    /// <summary>.xlsx or .xls.</summary>
    Workbook,

    /// <summary>A web page with tables, which old office systems call .xls.</summary>
    Html,

    /// <summary>XML Spreadsheet 2003, which old office systems call .xls as well.</summary>
    SpreadsheetXml,

    /// <summary>Something that is not read.</summary>
    Other,
}

/// <summary>Decides what a file is by its content（认文件）, whatever its name says.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Problem">What it is and what to do, in Chinese, when it is not read.</param>
internal readonly record struct FileKind(FileForm Form, string Problem = "")
{
    private const string AsXlsx = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”。";
    private const int Head = 4096;

    // Ways in which files begin that are no tables.
    private static readonly (byte[] Start, string Problem)[] Starts =
    [
        ("%PDF"u8.ToArray(), "这是 PDF，读不出表格。请向原单位要 .xlsx 或 .csv。"),
        ("{\\rtf"u8.ToArray(), "这是 RTF 文档，不是表格。请把表格复制到 Excel 里，另存为 .xlsx。"),
        ("Rar!"u8.ToArray(), "这是压缩包。请先解压，把里面的表放进来。"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "这是压缩包。请先解压，把里面的表放进来。"),
        ([0x1F, 0x8B], "这是压缩包。请先解压，把里面的表放进来。"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "这是图片，读不出表格。请向原单位要 .xlsx 或 .csv。"),
        ([0xFF, 0xD8, 0xFF], "这是图片，读不出表格。请向原单位要 .xlsx 或 .csv。"),
        ("GIF8"u8.ToArray(), "这是图片，读不出表格。请向原单位要 .xlsx 或 .csv。"),
        ("SQLite format 3"u8.ToArray(), "这是数据库文件。请从原系统导出 .xlsx 或 .csv。"),
    ];

    // A list whose first column is called ID begins like SYLK; only that has records.
    private static readonly string[] SheetRecords = ["\nC;", "\nB;", "\nF;", "\nP;"];

    /// <summary>The kind of a file.</summary>
    public static FileKind Of(ReadOnlyMemory<byte> content)
    {
        var span = content.Span;
        foreach (var (start, problem) in Starts)
        {
            if (span.StartsWith(start))
            {
                return new(FileForm.Other, problem);
            }
        }

        return span.StartsWith("PK\u0003\u0004"u8) || span.StartsWith("PK\u0005\u0006"u8) ? OfZip(content)
            : span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? OfCompound(span)
            : IsRawBinary(span) ? new(FileForm.Workbook)
            : OfText(span);
    }

    // A binary workbook of before 1995 has no container: it begins with its first record.
    private static bool IsRawBinary(ReadOnlySpan<byte> span) =>
        span.Length > 8
        && span[0] == 0x09
        && span[1] is 0x00 or 0x02 or 0x04 or 0x08
        && span[2] is 0x04 or 0x06 or 0x08 or 0x10
        && span[3] == 0;

    private static FileKind OfCompound(ReadOnlySpan<byte> span) =>
        span.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0
            ? new(FileForm.Other, "这是 Word 文档，不是表格。请把表格复制到 Excel 里，另存为 .xlsx。")
            : new(FileForm.Workbook);

    private static FileKind OfZip(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var archive = new ZipArchive(ContentStream.Of(content), ZipArchiveMode.Read);
            if (archive.GetEntry("xl/workbook.xml") is { } workbook)
            {
                using var stream = workbook.Open();
                var buffer = new byte[Head];
                var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, Head, throwOnEndOfStream: false));
                return head.IndexOf("http://purl.oclc.org/ooxml/"u8) >= 0
                    ? new(
                        FileForm.Other,
                        "这是“Strict Open XML”格式的工作簿。请用 Excel 打开，另存为“Excel 工作簿（*.xlsx）”，不要选带 Strict 的那一种。"
                    )
                    : new(FileForm.Workbook);
            }

            var names = archive.Entries.Select(e => e.FullName).ToList();
            return names.Contains("xl/workbook.bin") ? new(FileForm.Other, "这是二进制工作簿（.xlsb）。" + AsXlsx)
                : names.Contains("word/document.xml")
                    ? new(FileForm.Other, "这是 Word 文档，不是表格。请把表格复制到 Excel 里，另存为 .xlsx。")
                : names.Contains("mimetype") && names.Contains("content.xml")
                    ? new(
                        FileForm.Other,
                        "这是 OpenDocument 表格（.ods）。请用 WPS 或 LibreOffice 打开，另存为“Excel 工作簿（*.xlsx）”。"
                    )
                : names.Exists(n => n.StartsWith("Index/", StringComparison.Ordinal) || n == "Index.zip")
                    ? new(FileForm.Other, "这是苹果 Numbers 表格。请在 Numbers 里导出为 Excel（.xlsx）。")
                : names.Exists(n => n.StartsWith("xl/", StringComparison.Ordinal) || n == "[Content_Types].xml")
                    ? new(FileForm.Workbook)
                : new(FileForm.Other, "这是压缩包。请先解压，把里面的表放进来。");
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            // Said by whoever opens it.
            return new(FileForm.Workbook);
        }
    }

    private static FileKind OfText(ReadOnlySpan<byte> span)
    {
        var bytes = span[..Math.Min(span.Length, Head)];
        var head = (
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(bytes)
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(bytes)
            : Encoding.UTF8.GetString(bytes)
        ).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (head.StartsWith('<'))
        {
            return Has(head, "urn:schemas-microsoft-com:office:spreadsheet") ? new(FileForm.SpreadsheetXml)
                : Has(head, "<html") || Has(head, "<table") || Has(head, "<!doctype html") || Has(head, "<body")
                    ? new(FileForm.Html)
                : Has(head, "<?xml") ? new(FileForm.Other, "这是 XML，不是表格。请从原系统导出 .xlsx 或 .csv。")
                : new(FileForm.Text);
        }

        return head.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith("From:", StringComparison.OrdinalIgnoreCase) && Has(head, "MIME-Version:"))
                ? new(FileForm.Other, "这是单个文件网页（MHTML），旧系统把它叫作 .xls。" + AsXlsx)
            : head.StartsWith("ID;P", StringComparison.Ordinal) && SheetRecords.Any(r => Has(head, r))
                ? new(FileForm.Other, "这是 SYLK 格式（旧系统导出的 .slk）。" + AsXlsx)
            : head.StartsWith("TABLE", StringComparison.Ordinal) && Has(head, "VECTORS")
                ? new(FileForm.Other, "这是 DIF 格式。" + AsXlsx)
            : head is ['[' or '{', .. var rest] && rest.TrimStart() is ['{' or '"' or '[', ..]
                ? new(FileForm.Other, "这是 JSON，不是表格。请从原系统导出 .xlsx 或 .csv。")
            : new(FileForm.Text);
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
}
