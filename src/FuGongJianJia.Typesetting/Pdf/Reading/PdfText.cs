using System.Text;

namespace FuGongJianJia.Typesetting.Pdf.Reading;

/// <summary>
/// The text of a PDF（PDF 文本）: what its pages say, page by page, and every string of its metadata, outline, alternative
/// texts and attached text files. It reads the finished bytes and shares nothing with the writer, so that a check of
/// what was published does not depend on what was meant to be published.
/// </summary>
public sealed class PdfText
{
    // Arrays and dictionaries within one another; a damaged file may go on for ever.
    private const int DeepestNesting = 64;

    private readonly PdfObjects _objects;
    private readonly Dictionary<PdfObject, Dictionary<int, string>> _maps = new(ReferenceEqualityComparer.Instance);

    private PdfText(PdfObjects objects) => _objects = objects;

    /// <summary>Reads the text of every page, then every other string, one a line.</summary>
    /// <param name="pdf">A PDF without encryption.</param>
    /// <exception cref="InvalidDataException">A compressed part cannot be read.</exception>
    public static string Read(ReadOnlyMemory<byte> pdf)
    {
        var objects = new PdfObjects(pdf);
        var text = new StringBuilder();
        foreach (var page in Pages(objects))
            text.Append(page).Append('\n');
        foreach (var value in objects.InOrder)
            AddStrings(value, text, 0);
        return text.ToString();
    }

    /// <summary>Reads the text of every page, in the order of the file.</summary>
    /// <inheritdoc cref="Read"/>
    internal static IEnumerable<string> Pages(ReadOnlyMemory<byte> pdf) => Pages(new PdfObjects(pdf));

    private static IEnumerable<string> Pages(PdfObjects objects)
    {
        var reader = new PdfText(objects);
        var text = new StringBuilder();
        foreach (var page in objects.InOrder.OfType<PdfObject.Dictionary>())
        {
            if (page["Type"] is not PdfObject.Name { Text: "Page" })
                continue;
            reader.AddPage(page, text.Clear());
            yield return text.ToString();
        }
    }

    private void AddPage(PdfObject.Dictionary page, StringBuilder text)
    {
        var resources = _objects.Entry(page, "Resources") as PdfObject.Dictionary;
        var fonts = _objects.Entry(resources, "Font") as PdfObject.Dictionary;
        var maps = new Dictionary<string, Dictionary<int, string>>(StringComparer.Ordinal);
        foreach (var (name, reference) in fonts?.Entries ?? new Dictionary<string, PdfObject>())
        {
            var font = _objects.Resolve(reference) as PdfObject.Dictionary;
            maps[name] = _objects.Entry(font, "ToUnicode") is PdfObject.Dictionary map ? MapOf(map) : [];
        }

        var contents = _objects.Entry(page, "Contents");
        foreach (var part in contents is PdfObject.List list ? list.Items.Select(_objects.Resolve) : [contents])
        {
            if (part is PdfObject.Dictionary stream)
                AddText(PdfObjects.Inflate(stream), maps, text);
        }
    }

    // Pages share their fonts.
    private Dictionary<int, string> MapOf(PdfObject.Dictionary stream)
    {
        if (!_maps.TryGetValue(stream, out var map))
            _maps[stream] = map = ToUnicodeMap.Read(PdfObjects.Inflate(stream));
        return map;
    }

    private void AddText(
        ReadOnlyMemory<byte> content,
        Dictionary<string, Dictionary<int, string>> maps,
        StringBuilder text
    )
    {
        var tokens = new PdfTokens(content);
        var operands = new List<PdfObject>();
        var map = new Dictionary<int, string>();
        var saved = new Stack<Dictionary<int, string>>();
        while (tokens.NextShown() is { } token)
        {
            if (token is not PdfObject.Word word)
            {
                operands.Add(token);
                continue;
            }

            switch (word.Text)
            {
                case "Tf" when operands is [PdfObject.Name font, ..]:
                    map = maps.GetValueOrDefault(font.Text) ?? [];
                    break;
                // The font belongs to the graphics state: a drawing that saves and restores it leaves ours as it was.
                case "q":
                    saved.Push(map);
                    break;
                case "Q" when saved.TryPop(out var outer):
                    map = outer;
                    break;
                case "Tj" or "TJ" or "'" or "\"":
                    foreach (var operand in operands)
                        AddShown(operand, map, text);
                    break;
                case "BDC" or "DP":
                    // What marked content says of itself: alternative and expanded texts.
                    foreach (var operand in operands)
                        AddStrings(operand, text, 0);
                    break;
                case "ET" or "EMC":
                    text.Append('\n');
                    break;
            }

            operands.Clear();
        }
    }

    private static void AddShown(PdfObject shown, Dictionary<int, string> map, StringBuilder text)
    {
        switch (shown)
        {
            case PdfObject.List list:
                foreach (var item in list.Items)
                    AddShown(item, map, text);
                break;
            case PdfObject.Bytes bytes:
                for (var i = 0; i + 1 < bytes.Value.Length; i += 2)
                    text.Append(map.GetValueOrDefault((bytes.Value[i] << 8) | bytes.Value[i + 1]) ?? "\uFFFD");
                break;
        }
    }

    private static void AddStrings(PdfObject value, StringBuilder text, int depth)
    {
        if (depth > DeepestNesting)
            return;
        switch (value)
        {
            case PdfObject.Bytes bytes:
                text.Append(
                        bytes.Value is [0xFE, 0xFF, ..]
                            ? Encoding.BigEndianUnicode.GetString(bytes.Value.AsSpan(2))
                            : Encoding.Latin1.GetString(bytes.Value)
                    )
                    .Append('\n');
                break;
            case PdfObject.List list:
                foreach (var item in list.Items)
                    AddStrings(item, text, depth + 1);
                break;
            case PdfObject.Dictionary dictionary:
                foreach (var (key, entry) in dictionary.Entries)
                {
                    // The file identifier is a hash, not words.
                    if (key != "ID")
                        AddStrings(entry, text, depth + 1);
                }

                AddStream(dictionary, text);
                break;
        }
    }

    // XMP metadata and attached files are text too.
    private static void AddStream(PdfObject.Dictionary dictionary, StringBuilder text)
    {
        if (dictionary.Stream.Length > 0 && dictionary["Type"] is PdfObject.Name { Text: "Metadata" or "EmbeddedFile" })
            text.Append(Encoding.UTF8.GetString(PdfObjects.Inflate(dictionary).Span)).Append('\n');
    }
}
