using System.IO.Compression;
using System.Xml;

namespace FuGongJianJia.Import.Files.Xlsx;

/// <summary>
/// The parts of an .xlsx（工作簿的部件） that the library does not show: from when its days count, what the cells of a sheet
/// really hold, comments and properties. ECMA-376 part 2. Empty for the old binary format.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Attached = "附带的内容（链接、图表、外部引用等）";

    // Where a workbook keeps what is on no sheet: names, people who commented, copies of other files' cells.
    private static readonly string[] AttachedParts =
    [
        "xl/workbook.xml",
        "xl/persons/",
        "xl/externalLinks/",
        "xl/pivotCache/",
        "xl/charts/",
        "xl/queryTables/",
        "xl/connections.xml",
        "xl/worksheets/_rels/",
    ];

    private static readonly string[] TextAttributes = ["v", "Target", "displayName", "name", "userId", "connection"];

    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
    };

    private readonly ZipArchive? _archive;
    private readonly Lazy<(int Count, Dictionary<int, string> Shown)> _strings;

    /// <summary>Opens the parts.</summary>
    public WorkbookPackage(ReadOnlyMemory<byte> workbook)
    {
        _archive = workbook.Span[0] == 'P' ? new ZipArchive(SourceStream.Of(workbook), ZipArchiveMode.Read) : null;
        _strings = new(Strings);
    }

    /// <summary>
    /// True where serial numbers count from 1904, false for 1900; null where nothing says it. The library applies it to
    /// cells formatted as dates only; one that shows a bare number, or holds it as text, needs it as well. ECMA-376
    /// part 1, 18.2.28.
    /// </summary>
    public bool? CountsFrom1904 =>
        _archive?.GetEntry("xl/workbook.xml") is { } entry
            ? Attribute(entry, "workbookPr", _ => true, r => r.GetAttribute("date1904")) is "1" or "true"
            : null;

    /// <summary>What the cells of a sheet really hold.</summary>
    public SheetFacts Facts(string sheet)
    {
        if (Part(sheet) is not { } part)
        {
            return SheetFacts.Unknown;
        }

        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Safe);
        var facts = SheetFacts.Read(reader, _strings);
        if (facts.LastString >= 0)
        {
            facts.CheckStrings(_strings.Value.Count);
        }

        return facts;
    }

    // The texts that cells refer to by number: how many, and those whose form changes digits. ECMA-376 part 1, 18.4.
    private (int Count, Dictionary<int, string> Shown) Strings()
    {
        var target = Attribute(
            _archive?.GetEntry("xl/_rels/workbook.xml.rels"),
            "Relationship",
            r => r.GetAttribute("Type")?.EndsWith("/sharedStrings", StringComparison.Ordinal) == true,
            r => r.GetAttribute("Target")
        );
        if (Entry(target) is not { } part)
        {
            return (0, []);
        }

        var count = 0;
        var shown = new Dictionary<int, string>();
        var run = new RunText();
        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, Safe);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    run.Start(reader);
                    count += reader is { LocalName: "si", IsEmptyElement: true } ? 1 : 0;
                    break;
                case XmlNodeType.Text:
                    run.Add(reader.Value);
                    break;
                case XmlNodeType.EndElement when reader.LocalName == "si":
                    if (run.End() is { } text)
                    {
                        shown[count] = text;
                    }

                    count++;
                    break;
            }
        }

        return (count, shown);
    }

    private ZipArchiveEntry? Entry(string? target) =>
        target is null ? null : _archive?.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);

    /// <summary>
    /// Texts beside the cells that travel with the file: comments, text boxes, document properties, copies of what
    /// other files and charts hold, addresses of links, with the Chinese name of their kind.
    /// </summary>
    public IEnumerable<(string What, string Text)> Beside()
    {
        foreach (var entry in _archive?.Entries ?? [])
        {
            if (Kind(entry.FullName) is not { } what)
            {
                continue;
            }

            using var stream = entry.Open();
            using var reader = XmlReader.Create(stream, Safe);
            foreach (var text in what == Attached ? Everything(reader) : Paragraphs(reader))
            {
                yield return (what, text);
            }
        }
    }

    public void Dispose() => _archive?.Dispose();

    // A comment is written in runs of one font each, so that a number may be cut: what stands in one shape is read as
    // one.
    private static IEnumerable<string> Paragraphs(XmlReader reader)
    {
        var text = new System.Text.StringBuilder();
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement when reader.LocalName is not ("t" or "r" or "rPr") && text.Length > 0:
                    yield return text.ToString();
                    text.Clear();
                    break;
            }
        }
    }

    // Texts, names and addresses of a part. Numbers are no texts: what a chart or a pivot table counts is no telephone.
    private static IEnumerable<string> Everything(XmlReader reader)
    {
        var skipped = int.MaxValue;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.Depth > skipped:
                    break;
                case XmlNodeType.Element when reader.LocalName is "numCache" or "numLit" && !reader.IsEmptyElement:
                    skipped = reader.Depth;
                    break;
                case XmlNodeType.Element when reader.LocalName != "n":
                    foreach (var name in TextAttributes)
                    {
                        if (reader.GetAttribute(name) is { } value)
                        {
                            yield return value;
                        }
                    }

                    break;
                case XmlNodeType.EndElement when reader.Depth == skipped:
                    skipped = int.MaxValue;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when reader.Depth < skipped:
                    yield return reader.Value;
                    break;
            }
        }
    }

    private static string? Kind(string path) =>
        path.StartsWith("docProps/", StringComparison.Ordinal) && path.EndsWith(".xml", StringComparison.Ordinal)
            ? "文件属性"
        : path.StartsWith("customXml/", StringComparison.Ordinal) && path.EndsWith(".xml", StringComparison.Ordinal)
            ? Attached
        : !path.StartsWith("xl/", StringComparison.Ordinal) ? null
        : path.Contains("omments", StringComparison.Ordinal) && path.EndsWith(".xml", StringComparison.Ordinal) ? "批注"
        : path.StartsWith("xl/drawings/", StringComparison.Ordinal)
        && (path.EndsWith(".xml", StringComparison.Ordinal))
        && !path.Contains("_rels", StringComparison.Ordinal)
            ? "文本框"
        : AttachedParts.Any(p => path.StartsWith(p, StringComparison.Ordinal))
        && (path.EndsWith(".xml", StringComparison.Ordinal) || path.EndsWith(".rels", StringComparison.Ordinal))
            ? Attached
        : null;

    /// <summary>The file of a sheet: its name leads to a relation, the relation to a path.</summary>
    private ZipArchiveEntry? Part(string sheet)
    {
        var id = Attribute(
            _archive?.GetEntry("xl/workbook.xml"),
            "sheet",
            r => r.GetAttribute("name") == sheet,
            r => r.GetAttribute("id", Relations)
        );
        var target = id is null
            ? null
            : Attribute(
                _archive?.GetEntry("xl/_rels/workbook.xml.rels"),
                "Relationship",
                r => r.GetAttribute("Id") == id,
                r => r.GetAttribute("Target")
            );
        return Entry(target);
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
}
