using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using FuGongJianJia.Typesetting.Paged;

namespace FuGongJianJia.Typesetting.Word;

/// <summary>
/// A package of an office program（OOXML 包）that depends on its content alone: the library's own carries the time of
/// writing, its parts in no order and a name made by chance.
/// </summary>
public static class OfficePackage
{
    // ZIP knows no zone and no time before 1980: every entry has the same one.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Has a package written and puts it in order.</summary>
    /// <param name="fill">Writes the package; the stream may be closed by it.</param>
    /// <param name="longParts">Parts that are too long to stand in memory, by name in the package: what writes each in
    /// the place of what the package holds there. None when null.</param>
    /// <returns>The bytes of the file: same parts, same bytes.</returns>
    public static byte[] Write(Action<Stream> fill, IReadOnlyDictionary<string, Action<Stream>>? longParts = null)
    {
        using var raw = new MemoryStream();
        fill(raw);
        using var from = new ZipArchive(new MemoryStream(raw.ToArray()), ZipArchiveMode.Read);
        using var packed = new MemoryStream();
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (
                var part in from
                    .Entries.OrderBy(e => e.FullName is not "[Content_Types].xml")
                    .ThenBy(e => e.FullName, StringComparer.Ordinal)
            )
            {
                var entry = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                using var target = entry.Open();
                if (longParts?.GetValueOrDefault(part.FullName) is { } write)
                {
                    write(target);
                    continue;
                }

                using var source = part.Open();
                source.CopyTo(target);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Adds title, author, subject, language and date.</summary>
    /// <param name="package">Package.</param>
    /// <param name="info">Properties.</param>
    public static void AddProperties(OpenXmlPackage package, DocumentInfo info)
    {
        ArgumentNullException.ThrowIfNull(package);
        ArgumentNullException.ThrowIfNull(info);
        const string Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        var part = package.AddNewPart<CoreFilePropertiesPart>("core");
        var date = info.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+08:00";
        var xml = new StringBuilder("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""")
            .Append(CultureInfo.InvariantCulture, $"<cp:coreProperties xmlns:cp=\"{Core}\"")
            .Append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"")
            .Append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
            .Append(CultureInfo.InvariantCulture, $"<dc:title>{SecurityElement.Escape(info.Title)}</dc:title>")
            .Append(CultureInfo.InvariantCulture, $"<dc:subject>{SecurityElement.Escape(info.Subject)}</dc:subject>")
            .Append(CultureInfo.InvariantCulture, $"<dc:creator>{SecurityElement.Escape(info.Author)}</dc:creator>")
            .Append(CultureInfo.InvariantCulture, $"<dc:language>{info.Language}</dc:language>");
        foreach (var name in (string[])["created", "modified"])
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{date}</dcterms:{name}>"
            );
        }

        xml.Append("</cp:coreProperties>");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml.ToString()));
        part.FeedData(stream);
    }
}
