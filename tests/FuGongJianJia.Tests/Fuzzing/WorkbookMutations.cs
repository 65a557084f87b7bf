using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FuGongJianJia.Tests.Fuzzing;

/// <summary>What goes wrong inside workbooks: the XML of their parts, the parts themselves, the archive.</summary>
internal static partial class WorkbookMutations
{
    private static readonly string[] Pieces =
    [
        "<row r=\"2147483647\"><c r=\"A2147483647\"><v>1</v></c></row>",
        "<c r=\"XFD1048576\" t=\"s\"><v>4294967295</v></c>",
        "<c r=\"ZZZZZZZ9\"><v>x</v></c>",
        "<c t=\"e\"><v>#DIV/0!</v></c>",
        "<c t=\"d\"><v>9999-99-99</v></c>",
        "<c t=\"inlineStr\"><is><t>a</t><r><t>b</t></r></is></c>",
        "<mergeCell ref=\"A1:XFD1048576\"/>",
        "<dimension ref=\"A1:XFD1048576\"/>",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>",
        "&a;&#0;&#xFFFF;",
        "<![CDATA[",
        "<cols><col min=\"1\" max=\"2147483647\" hidden=\"1\"/></cols>",
        "<numFmt numFmtId=\"164\" formatCode=\"yyyy[$-F800]dddd;@;;;;;;\"/>",
        "<xf numFmtId=\"-1\"/>",
    ];

    public static byte[] Of(byte[] content, FuzzRandom random)
    {
        if (random.OneIn(5) || Parts(content) is not { } parts)
        {
            return Mutations.OfBytes(content, random);
        }

        for (var n = random.Few(); n > 0; n--)
        {
            var at = random.Below(parts.Count);
            var (name, bytes) = parts[at];
            switch (random.Below(10))
            {
                case 0:
                    parts.RemoveAt(at);
                    break;
                case 1:
                    parts.Add((name, parts[random.Below(parts.Count)].Bytes));
                    break;
                case 2:
                    parts[at] = (name, Mutations.OfBytes(bytes, random));
                    break;
                default:
                    parts[at] = (name, Encoding.UTF8.GetBytes(OfXml(Encoding.UTF8.GetString(bytes), random)));
                    break;
            }

            if (parts.Count == 0)
            {
                break;
            }
        }

        return Archive(parts);
    }

    /// <summary>The same for any XML.</summary>
    public static string OfXml(string xml, FuzzRandom random)
    {
        var tags = Tag().Matches(xml);
        if (tags.Count == 0)
        {
            return Mutations.OfLines(xml, random);
        }

        var tag = tags[random.Below(tags.Count)];
        switch (random.Below(7))
        {
            case 0:
                return xml.Remove(tag.Index, tag.Length);
            case 1:
                return xml.Insert(tag.Index, random.Pick(Pieces));
            case 2:
                return xml.Insert(tag.Index, string.Concat(Enumerable.Repeat(tag.Value, random.Many())));
            case 3:
                return xml.Insert(tag.Index + tag.Length, Escaped(random));
            default:
                var values = Attribute().Matches(tag.Value);
                if (values.Count == 0)
                {
                    goto case 3;
                }

                var value = values[random.Below(values.Count)].Groups[1];
                var now = random.OneIn(2) ? Mutations.Number(random) : Escaped(random);
                return xml.Remove(tag.Index + value.Index, value.Length).Insert(tag.Index + value.Index, now);
        }
    }

    private static string Escaped(FuzzRandom random) =>
        random
            .Pick(Mutations.Values)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);

    // Null for what is no archive, as some seeds are on purpose.
    private static List<(string Name, byte[] Bytes)>? Parts(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content));
            var parts = new List<(string, byte[])>();
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                using var memory = new MemoryStream();
                stream.CopyTo(memory);
                parts.Add((entry.FullName, memory.ToArray()));
            }

            return parts;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Archive(List<(string Name, byte[] Bytes)> parts)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    [GeneratedRegex("<[^<>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("=\"([^\"]*)\"")]
    private static partial Regex Attribute();
}
