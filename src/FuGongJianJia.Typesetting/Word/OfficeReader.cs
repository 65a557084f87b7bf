using System.IO.Compression;
using System.Text;
using System.Xml;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// A Word document or workbook back to text（回读）, for the second look: words, alternative texts and properties.
/// </summary>
public static class OfficeReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <summary>
    /// Text of every part, a line a paragraph or cell; attribute values that a person may read (alternative texts,
    /// addresses of links) each on a line of its own.
    /// </summary>
    /// <param name="file">The bytes of a .docx or .xlsx file.</param>
    /// <returns>Text.</returns>
    /// <exception cref="InvalidDataException">The bytes are no ZIP file.</exception>
    /// <exception cref="XmlException">A part is not well-formed.</exception>
    public static string Text(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray()), ZipArchiveMode.Read);
        var text = new StringBuilder();
        foreach (var part in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var content = part.Open();
            using var reader = XmlReader.Create(content, Settings);
            Read(reader, text);
        }

        foreach (var part in archive.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var content = part.Open();
            using var reader = XmlReader.Create(content, Settings);
            while (reader.Read())
            {
                if (reader.GetAttribute("Target") is { } target)
                {
                    text.Append(target).Append('\n');
                }
            }
        }

        return text.ToString();
    }

    private static void Read(XmlReader reader, StringBuilder text)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.GetAttribute("descr") is { Length: > 0 } alt:
                    text.Append(alt).Append('\n');
                    break;
                case XmlNodeType.Element when reader.LocalName is "br" or "tab":
                    text.Append('\n');
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when reader.LocalName is "p" or "c" or "title" or "subject" or "creator":
                    text.Append('\n');
                    break;
            }
        }
    }
}
