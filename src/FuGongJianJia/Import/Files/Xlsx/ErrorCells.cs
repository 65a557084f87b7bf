using System.IO.Compression;
using System.Xml;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// The broken formulas of a sheet（公式错误的单元格）. The library gives an empty cell for #DIV/0!, which would pass for one that
/// was never filled, so the sheet is asked itself. A sheet without such a cell costs one look through its bytes.
/// </summary>
internal static class ErrorCells
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
    };

    /// <summary>
    /// Error texts by row and column, from 0; none for the old binary format, of which the clerk is told so.
    /// </summary>
    public static Dictionary<(int Row, int Column), string> Find(ReadOnlyMemory<byte> workbook, string sheet)
    {
        var found = new Dictionary<(int Row, int Column), string>();
        if (workbook.Span[0] != 'P')
        {
            return found;
        }

        using var archive = new ZipArchive(WorkbookBytes.Stream(workbook), ZipArchiveMode.Read);
        if (Part(archive, sheet) is { } part && Mentions(part))
        {
            using var stream = part.Open();
            using var reader = XmlReader.Create(stream, Safe);
            Read(reader, found);
        }

        return found;
    }

    /// <summary>The file of a sheet: its name leads to a relation, the relation to a path.</summary>
    private static ZipArchiveEntry? Part(ZipArchive archive, string sheet)
    {
        var id = Attribute(
            archive.GetEntry("xl/workbook.xml"),
            "sheet",
            r => r.GetAttribute("name") == sheet,
            r => r.GetAttribute("id", Relations)
        );
        var target = id is null
            ? null
            : Attribute(
                archive.GetEntry("xl/_rels/workbook.xml.rels"),
                "Relationship",
                r => r.GetAttribute("Id") == id,
                r => r.GetAttribute("Target")
            );
        return target is null ? null : archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    private static string? Attribute(
        ZipArchiveEntry? entry,
        string element,
        Func<XmlReader, bool> isIt,
        Func<XmlReader, string?> attribute
    )
    {
        if (entry is null)
        {
            return null;
        }

        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Safe);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element && isIt(reader))
            {
                return attribute(reader);
            }
        }

        return null;
    }

    /// <summary>True when the bytes hold t="e", in either kind of quotes.</summary>
    private static bool Mentions(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var buffer = new byte[65_536];
        var kept = 0;
        int read;
        while ((read = stream.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            if (bytes.IndexOf(" t=\"e\""u8) >= 0 || bytes.IndexOf(" t='e'"u8) >= 0)
            {
                return true;
            }

            // The mark may lie across two blocks.
            kept = Math.Min(5, bytes.Length);
            bytes[^kept..].CopyTo(buffer);
        }

        return false;
    }

    private static void Read(XmlReader reader, Dictionary<(int Row, int Column), string> found)
    {
        var (row, column, isError) = (-1, -1, false);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    row = int.TryParse(reader.GetAttribute("r"), out var line) ? line - 1 : row + 1;
                    column = -1;
                    break;
                case "c":
                    column = Column(reader.GetAttribute("r")) is >= 0 and var at ? at : column + 1;
                    isError = reader.GetAttribute("t") == "e";
                    break;
                case "v" when isError && reader.Read() && reader.NodeType == XmlNodeType.Text:
                    found[(row, column)] = reader.Value;
                    isError = false;
                    break;
            }
        }
    }

    /// <summary>C4 → 2; -1 when there is no reference.</summary>
    private static int Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > 100_000)
            {
                break;
            }

            column = (column * 26) + c - 'A' + 1;
        }

        return column - 1;
    }
}
