using System.IO.Compression;
using System.Text;
using System.Xml;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// A Word document or workbook back to text（回读）, for the second look: words, alternative texts and properties.
/// </summary>
public static class OfficeReader
{
    private const string LineEnd = "\n";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    // Characters; a large district's workbook has some hundred times as many.
    private const int LongPiece = 1 << 20;

    /// <summary>
    /// Text of every part, a line a paragraph or cell; attribute values that a person may read (alternative texts,
    /// addresses of links) each on a line of its own.
    /// </summary>
    /// <param name="file">The bytes of a .docx or .xlsx file.</param>
    /// <returns>Text.</returns>
    /// <exception cref="InvalidDataException">The bytes are no ZIP file.</exception>
    /// <exception cref="XmlException">A part is not well-formed.</exception>
    public static string Text(ReadOnlyMemory<byte> file) => string.Concat(Pieces(file));

    /// <summary>The same text piece by piece, whole lines each, of which one at a time is held.</summary>
    /// <inheritdoc cref="Text"/>
    public static IEnumerable<string> Pieces(ReadOnlyMemory<byte> file)
    {
        var text = new StringBuilder();
        foreach (var word in Words(file))
        {
            text.Append(word);
            if (text.Length >= LongPiece && word is LineEnd)
            {
                yield return text.ToString();
                text.Clear();
            }
        }

        yield return text.ToString();
    }

    private static IEnumerable<string> Words(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray()), ZipArchiveMode.Read);
        foreach (var part in archive.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var content = part.Open();
            using var reader = XmlReader.Create(content, Settings);
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element when reader.GetAttribute("descr") is { Length: > 0 } alt:
                        yield return alt;
                        yield return LineEnd;
                        break;
                    case XmlNodeType.Element when reader.LocalName is "br" or "tab":
                        yield return LineEnd;
                        break;
                    case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                        yield return reader.Value;
                        break;
                    case XmlNodeType.EndElement
                        when reader.LocalName is "p" or "c" or "title" or "subject" or "creator":
                        yield return LineEnd;
                        break;
                }
            }
        }

        foreach (var part in archive.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.Ordinal)))
        {
            using var content = part.Open();
            using var reader = XmlReader.Create(content, Settings);
            while (reader.Read())
            {
                if (reader.GetAttribute("Target") is { } target)
                {
                    yield return target;
                    yield return LineEnd;
                }
            }
        }
    }
}
