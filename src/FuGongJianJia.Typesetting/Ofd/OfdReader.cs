using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FuGongJianJia.Typesetting.Ofd;

/// <summary>
/// An OFD file back to text（回读）, for the second look: what its pages say, page by page, then every title, name, remark
/// and address of its other parts and the attached text files. It shares nothing with the writer.
/// </summary>
public static class OfdReader
{
    // Characters of a line follow each other within this distance from one origin to the next, ems; further off is
    // another cell of a table. Wide characters are an em wide and have some white between them in a justified line.
    private const double Wide = 1.6;
    private const double Narrow = 0.95;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    /// <summary>Text of every page, then every other string, one a line.</summary>
    /// <param name="file">The bytes of an .ofd file.</param>
    /// <exception cref="InvalidDataException">The bytes are no ZIP file, or a part is missing.</exception>
    /// <exception cref="XmlException">A part is not well-formed.</exception>
    public static string Text(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray()), ZipArchiveMode.Read);
        var text = new StringBuilder();
        foreach (var page in PagesOf(archive))
            text.Append(page).Append('\n');
        foreach (var entry in archive.Entries)
        {
            if (entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
                AddStrings(Load(entry), text);
            else if (entry.FullName.Contains("/Attachs/", StringComparison.Ordinal))
                AddFile(entry, text);
        }

        return text.ToString();
    }

    /// <summary>Text of each page, in order.</summary>
    /// <inheritdoc cref="Text"/>
    public static IReadOnlyList<string> Pages(ReadOnlyMemory<byte> file)
    {
        using var archive = new ZipArchive(new MemoryStream(file.ToArray()), ZipArchiveMode.Read);
        return [.. PagesOf(archive)];
    }

    private static IEnumerable<string> PagesOf(ZipArchive archive)
    {
        foreach (var body in Named(Load(archive, "OFD.xml"), "DocRoot"))
        {
            var root = Within("", body.Value);
            foreach (var page in Named(Load(archive, root), "Page"))
            {
                if (page.Attribute("BaseLoc")?.Value is { } place)
                    yield return TextOf(Load(archive, Within(root, place)));
            }
        }
    }

    private static string TextOf(XElement page)
    {
        var text = new StringBuilder();
        var (lastX, lastY, last) = (double.NaN, double.NaN, ' ');
        foreach (var run in Named(page, "TextObject"))
        {
            var box = Numbers(run.Attribute("Boundary")?.Value);
            var size = Number(run.Attribute("Size")?.Value);
            foreach (var code in run.Elements().Where(e => e.Name.LocalName == "TextCode"))
            {
                var x = box.ElementAtOrDefault(0) + Number(code.Attribute("X")?.Value);
                var y = box.ElementAtOrDefault(1) + Number(code.Attribute("Y")?.Value);
                var reach = (last < 0x2E80 ? Narrow : Wide) * size;
                if (text.Length > 0 && (Math.Abs(y - lastY) > size / 2 || x < lastX || x - lastX > reach))
                    text.Append('\n');
                text.Append(code.Value);
                (lastX, lastY) = (x + Distances(code.Attribute("DeltaX")?.Value).Sum(), y);
                last = code.Value.Length > 0 ? code.Value[^1] : last;
            }
        }

        return text.ToString();
    }

    private static void AddStrings(XElement part, StringBuilder text)
    {
        foreach (var element in part.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes().Where(a => a.Name.LocalName is "Title" or "Name" or "URI"))
                text.Append(attribute.Value).Append('\n');
            if (!element.HasElements && element.Name.LocalName is not ("TextCode" or "AbbreviatedData" or "Glyphs"))
                text.Append(element.Value).Append('\n');
        }
    }

    private static void AddFile(ZipArchiveEntry entry, StringBuilder text)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        text.Append(reader.ReadToEnd()).Append('\n');
    }

    private static XElement Load(ZipArchive archive, string path) =>
        Load(archive.GetEntry(path) ?? throw new InvalidDataException($"The package has no part {path}."));

    private static XElement Load(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var reader = XmlReader.Create(content, Settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static IEnumerable<XElement> Named(XElement part, string name) =>
        part.Descendants().Where(e => e.Name.LocalName == name);

    // A place is counted from the folder of the part that names it, or with a slash from the root of the package.
    private static string Within(string part, string place) =>
        place.StartsWith('/') ? place[1..] : part[..(part.LastIndexOf('/') + 1)] + place;

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<double> Numbers(string? text) =>
        (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number);

    // “g n d” is n times d.
    private static IEnumerable<double> Distances(string? text)
    {
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "g" && i + 2 < words.Length)
            {
                yield return Number(words[i + 1]) * Number(words[i + 2]);
                i += 2;
            }
            else
            {
                yield return Number(words[i]);
            }
        }
    }
}
