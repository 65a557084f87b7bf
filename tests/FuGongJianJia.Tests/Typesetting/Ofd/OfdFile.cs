using System.IO.Compression;
using System.Xml.Linq;

namespace FuGongJianJia.Tests.Typesetting.Ofd;

/// <summary>An OFD package unpacked, for tests: its parts by path.</summary>
internal sealed class OfdFile
{
    public static readonly XNamespace Space = "http://www.ofdspec.org/2016";

    public OfdFile(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            Parts.Add(entry.FullName, bytes.ToArray());
            Times.Add(entry.LastWriteTime.DateTime);
        }
    }

    /// <summary>Parts in the order of the package.</summary>
    public OrderedDictionary<string, byte[]> Parts { get; } = [];

    public List<DateTime> Times { get; } = [];

    public XElement Entry => Xml("OFD.xml");

    public XElement Document => Xml("Doc_0/Document.xml");

    /// <summary>Every XML part by its path.</summary>
    public IEnumerable<(string Path, XElement Root)> Xmls =>
        Parts.Keys.Where(p => p.EndsWith(".xml", StringComparison.Ordinal)).Select(p => (p, Xml(p)));

    /// <summary>Contents of the pages in order.</summary>
    public IEnumerable<XElement> Pages =>
        Document.Element(Space + "Pages")!.Elements().Select(p => Xml("Doc_0/" + (string)p.Attribute("BaseLoc")!));

    public XElement Xml(string path)
    {
        using var content = new MemoryStream(Parts[path]);
        return XElement.Load(content, LoadOptions.PreserveWhitespace);
    }

    /// <summary>All elements of a name in all parts.</summary>
    public IEnumerable<XElement> All(string name) => Xmls.SelectMany(x => x.Root.DescendantsAndSelf(Space + name));

    public static double[] Numbers(string text) =>
        [.. text.Split(' ').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture))];
}
