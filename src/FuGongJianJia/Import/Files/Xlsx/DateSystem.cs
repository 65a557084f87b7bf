using System.IO.Compression;
using System.Xml;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// From when a workbook counts its days（日期系统）. The library applies it to cells formatted as dates only; one that shows
/// a bare number, or holds it as text, needs it as well. ECMA-376 part 1, 18.2.28.
/// </summary>
internal static class DateSystem
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
    };

    /// <summary>
    /// True for 1904, false for 1900; null for the old binary format, whose setting is not looked up.
    /// </summary>
    public static bool? CountsFrom1904(ReadOnlyMemory<byte> workbook)
    {
        if (workbook.Span[0] != 'P')
        {
            return null;
        }

        using var archive = new ZipArchive(WorkbookBytes.Stream(workbook), ZipArchiveMode.Read);
        if (archive.GetEntry("xl/workbook.xml") is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Safe);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "workbookPr")
            {
                return reader.GetAttribute("date1904") is "1" or "true";
            }
        }

        return false;
    }
}
