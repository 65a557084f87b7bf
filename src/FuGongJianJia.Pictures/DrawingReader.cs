using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FuGongJianJia.Pictures;

/// <summary>
/// Reads drawings（矢量图）: what is passive is written anew, what editors note about themselves stays behind, and anything
/// that runs, loads or leads elsewhere refuses the file.
/// </summary>
internal static class DrawingReader
{
    private const int MostCharacters = 2_000_000;
    private const int MostDepth = 64;

    // Elements once every <use> has been followed: what a browser draws.
    private const int MostDrawn = 100_000;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    public static (Picture? Picture, PictureFault? Fault) Read(string id, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostCharacters)
        {
            return (null, TooMuch(FormattableString.Invariant($"{bytes.Length / 1_000_000.0:0.0} MB")));
        }

        XDocument source;
        try
        {
            using var stream = new MemoryStream(bytes.ToArray());
            using var reader = XmlReader.Create(
                stream,
                new XmlReaderSettings
                {
                    // No entity is known then, so none can swell or load anything.
                    DtdProcessing = DtdProcessing.Ignore,
                    XmlResolver = null,
                    MaxCharactersInDocument = MostCharacters,
                }
            );
            source = XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException damage)
        {
            return (null, new(PictureFaultKind.Damaged, ContentKind.Svg, "", damage.LineNumber, damage.LinePosition));
        }

        try
        {
            if (source.Root!.Name != Svg + "svg")
            {
                throw new NotPassive(
                    $"<{source.Root.Name.LocalName} xmlns=\"{source.Root.Name.NamespaceName}\">",
                    source.Root
                );
            }

            foreach (var instruction in source.DescendantNodes().OfType<XProcessingInstruction>())
            {
                throw new NotPassive($"<?{instruction.Target}?>", instruction);
            }

            var clean = Element(source.Root, 1);
            CheckUses(clean);
            if (Drawn(clean) is > MostDrawn and var drawn)
            {
                return (null, TooMuch(FormattableString.Invariant($"{drawn} 个图形")));
            }

            return Size(clean) is not { } size
                ? (null, new(PictureFaultKind.Damaged, ContentKind.Svg, "viewBox"))
                : (
                    new Picture(
                        id,
                        [new PictureFile(PictureFormat.Svg, size.Width, size.Height, Bytes(clean))],
                        null,
                        Words(clean)
                    ),
                    null
                );
        }
        catch (NotPassive found)
        {
            return (
                null,
                new(PictureFaultKind.Active, ContentKind.Svg, found.Message, found.LineNumber, found.LinePosition)
            );
        }
    }

    private static XElement Element(XElement source, int depth)
    {
        var name = source.Name.LocalName;
        if (!PassiveSvg.Elements.Contains(name))
        {
            throw new NotPassive($"<{name}>", source);
        }

        if (depth > MostDepth)
        {
            throw new NotPassive(FormattableString.Invariant($"<{name}>（{depth} 层）"), source);
        }

        var clean = new XElement(Svg + name);
        foreach (var attribute in source.Attributes())
        {
            if (Attribute(attribute) is { } kept)
            {
                clean.SetAttributeValue(kept.Name, kept.Value);
            }
        }

        foreach (var node in source.Nodes())
        {
            switch (node)
            {
                case XText text when name == "style" && !PassiveSvg.IsPassiveStyle(text.Value):
                    throw new NotPassive("<style>", text);
                case XText text:
                    clean.Add(new XText(text.Value));
                    break;
                // Notes of an editor have namespaces of their own, those of the author an element of SVG.
                case XElement inner when inner.Name.Namespace == Svg && inner.Name.LocalName != "metadata":
                    clean.Add(Element(inner, depth + 1));
                    break;
                case XElement inner
                    when inner.Name.Namespace.NamespaceName.EndsWith("/xhtml", StringComparison.Ordinal):
                    throw new NotPassive($"<{inner.Name.LocalName}>", inner);
            }
        }

        return clean;
    }

    private static XAttribute? Attribute(XAttribute attribute)
    {
        var name = attribute.Name;
        if (name.LocalName == "href" && (name.Namespace == XLink || name.Namespace == XNamespace.None))
        {
            return attribute.Value.StartsWith('#')
                ? new XAttribute("href", attribute.Value)
                : throw new NotPassive($"href=\"{attribute.Value}\"", attribute);
        }

        if (name == XNamespace.Xml + "space" || name == XNamespace.Xml + "lang")
        {
            return attribute;
        }

        if (attribute.IsNamespaceDeclaration || name.Namespace != XNamespace.None || PassiveSvg.IsNote(name.LocalName))
        {
            return null;
        }

        return PassiveSvg.Attributes.Contains(name.LocalName) && PassiveSvg.IsPassiveStyle(attribute.Value)
            ? attribute
            : throw new NotPassive(name.LocalName, attribute);
    }

    // Every piece, and what is seen as one though it stands in pieces: a text of several spans, and characters that
    // were placed one by one.
    private static ImmutableArray<string> Words(XElement root)
    {
        var texts = root.Descendants(Svg + "text").Select(t => string.Concat(Pieces(t))).ToList();
        var placed = string.Concat(texts.Where(t => t.Length == 1));
        return [.. Pieces(root).Concat(texts).Append(placed).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Pieces(XElement element) =>
        element.DescendantNodes().OfType<XText>().Select(t => t.Value.Trim());

    // What is used is no use itself (CheckUses), so its elements are counted once for each.
    private static long Drawn(XElement root)
    {
        var sizes = root.Descendants()
            .Where(e => e.Attribute("id") is not null)
            .GroupBy(e => "#" + (string)e.Attribute("id")!, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(e => (long)e.DescendantsAndSelf().Count()), StringComparer.Ordinal);
        return root.DescendantsAndSelf().LongCount()
            + root.Descendants(Svg + "use").Sum(u => sizes.GetValueOrDefault((string?)u.Attribute("href") ?? ""));
    }

    private static PictureFault TooMuch(string found) => new(PictureFaultKind.TooLarge, ContentKind.Svg, found);

    // What is used may use again, and ten tens of tens are enough to stop a browser: one step only.
    private static void CheckUses(XElement root)
    {
        var using_ = root.Descendants(Svg + "use")
            .SelectMany(u => u.Ancestors().Select(a => (string?)a.Attribute("id")).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        if (
            root.Descendants(Svg + "use")
                .FirstOrDefault(u => (string?)u.Attribute("href") is { } target && using_.Contains(target[1..])) is
            { } again
        )
        {
            throw new NotPassive($"<use href=\"{(string)again.Attribute("href")!}\">", again);
        }
    }

    // viewBox first: width and height may be percentages of whatever surrounds the drawing.
    private static (int Width, int Height)? Size(XElement root)
    {
        var box = ((string?)root.Attribute("viewBox") ?? "").Split(
            [' ', ',', '\t', '\r', '\n'],
            StringSplitOptions.RemoveEmptyEntries
        );
        return box is [_, _, var width, var height]
            ? Whole(width, height)
            : Whole((string?)root.Attribute("width"), (string?)root.Attribute("height"));
    }

    private static (int Width, int Height)? Whole(string? width, string? height) =>
        Units(width) is { } w && Units(height) is { } h ? (w, h) : null;

    private static int? Units(string? text)
    {
        var number = (text ?? "").Trim();
        number = number.EndsWith("px", StringComparison.Ordinal) ? number[..^2] : number;
        return
            double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value is > 0 and <= PictureReader.MostSide
            ? (int)Math.Ceiling(value)
            : null;
    }

    private static byte[] Bytes(XElement root)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(stream, settings))
        {
            root.Save(writer);
        }

        return stream.ToArray();
    }

    /// <summary>Something that a drawing must not hold, and where.</summary>
    private sealed class NotPassive(string what, IXmlLineInfo place) : Exception(what)
    {
        public int LineNumber { get; } = place.LineNumber;

        public int LinePosition { get; } = place.LinePosition;
    }
}
