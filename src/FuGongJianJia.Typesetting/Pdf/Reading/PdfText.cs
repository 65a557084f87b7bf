using System.Buffers.Text;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace FuGongJianJia.Typesetting.Pdf.Reading;

/// <summary>
/// The text of a PDF（PDF 文本）: what its pages say, page by page, and every string of its metadata, outline, alternative
/// texts and
/// attached text files. It reads the finished bytes and shares nothing with the writer, so that a check of what was
/// published
/// does not depend on what was meant to be published. Cross-reference tables are not needed: objects are found by
/// scanning.
/// </summary>
public sealed class PdfText
{
    // A stream larger than this is no text of ours; reading on would only cost memory.
    private const int LargestStream = 64 * 1024 * 1024;

    // What text and maps of glyphs come to; a guess too low only costs a copy.
    private const int UsualRatio = 5;

    private readonly Dictionary<int, PdfObject> _objects = [];
    private readonly Dictionary<PdfObject, Dictionary<int, string>> _maps = new(ReferenceEqualityComparer.Instance);

    private PdfText(ReadOnlyMemory<byte> pdf) => Scan(pdf);

    /// <summary>Reads the text of every page, then every other string, one a line.</summary>
    /// <param name="pdf">A PDF without encryption.</param>
    /// <exception cref="InvalidDataException">A compressed part cannot be read.</exception>
    public static string Read(ReadOnlyMemory<byte> pdf)
    {
        var reader = new PdfText(pdf);
        var text = new StringBuilder();
        foreach (var (_, value) in reader._objects.OrderBy(o => o.Key))
        {
            if (
                value is PdfObject.Dictionary page
                && page.Entries.GetValueOrDefault("Type") is PdfObject.Name { Text: "Page" }
            )
            {
                reader.AddPage(page, text);
                text.Append('\n');
            }
        }

        foreach (var (_, value) in reader._objects.OrderBy(o => o.Key))
        {
            reader.AddStrings(value, text, 0);
        }

        return text.ToString();
    }

    private void Scan(ReadOnlyMemory<byte> pdf)
    {
        var position = 0;
        while (true)
        {
            var found = pdf.Span[position..].IndexOf(" obj"u8);
            if (found < 0)
            {
                return;
            }

            var marker = position + found;
            position = marker + 4;
            if (ObjectId(pdf.Span, marker) is not { } id)
            {
                continue;
            }

            var tokens = new PdfTokens(pdf, position);
            if (tokens.Next(references: true) is not { } value)
            {
                continue;
            }

            position = tokens.Position;
            if (
                value is PdfObject.Dictionary dictionary
                && tokens.Next(references: true) is PdfObject.Word { Text: "stream" }
            )
            {
                value = dictionary with { Stream = StreamOf(pdf, dictionary, tokens.Position) };
                position = Math.Max(position, tokens.Position + ((PdfObject.Dictionary)value).Stream.Length);
            }

            _objects[id] = value;
            if (
                value is PdfObject.Dictionary { Stream.Length: > 0 } stream
                && stream.Entries.GetValueOrDefault("Type") is PdfObject.Name { Text: "ObjStm" }
            )
            {
                Unpack(stream);
            }
        }
    }

    // "12 0 obj": the number stands before the generation.
    private static int? ObjectId(ReadOnlySpan<byte> pdf, int end)
    {
        var start = end;
        while (
            start > 0 && end - start < 24 && (char.IsAsciiDigit((char)pdf[start - 1]) || pdf[start - 1] == (byte)' ')
        )
        {
            start--;
        }

        var text = pdf[start..end].Trim((byte)' ');
        var gap = text.IndexOf((byte)' ');
        return
            gap > 0
            && !text[gap..].TrimStart((byte)' ').Contains((byte)' ')
            && Utf8Parser.TryParse(text[..gap], out int id, out var used)
            && used == gap
            ? id
            : null;
    }

    private static ReadOnlyMemory<byte> StreamOf(
        ReadOnlyMemory<byte> pdf,
        PdfObject.Dictionary dictionary,
        int position
    )
    {
        var start = position;
        start += start < pdf.Length && pdf.Span[start] == (byte)'\r' ? 1 : 0;
        start += start < pdf.Length && pdf.Span[start] == (byte)'\n' ? 1 : 0;
        if (
            dictionary.Entries.GetValueOrDefault("Length") is PdfObject.Number length
            && length.Value >= 0
            && start + length.Value <= pdf.Length
        )
        {
            return pdf.Slice(start, (int)length.Value);
        }

        var end = pdf.Span[start..].IndexOf("endstream"u8);
        return end < 0 ? pdf[start..] : pdf.Slice(start, end);
    }

    private void Unpack(PdfObject.Dictionary stream)
    {
        var content = Inflate(stream);
        var (count, first) = (Whole(stream, "N"), Whole(stream, "First"));
        var heads = new PdfTokens(content);
        for (var i = 0; i < count; i++)
        {
            if (
                heads.Next(references: false) is not PdfObject.Number id
                || heads.Next(references: false) is not PdfObject.Number offset
            )
            {
                return;
            }

            if (new PdfTokens(content, first + (int)offset.Value).Next(references: true) is { } value)
            {
                _objects[(int)id.Value] = value;
            }
        }
    }

    private static int Whole(PdfObject.Dictionary dictionary, string key) =>
        dictionary.Entries.GetValueOrDefault(key) is PdfObject.Number number ? (int)number.Value : 0;

    private static ReadOnlyMemory<byte> Inflate(PdfObject.Dictionary stream)
    {
        var filter = stream.Entries.GetValueOrDefault("Filter");
        if (filter is PdfObject.List { Items: [var only] })
        {
            filter = only;
        }

        if (filter is not PdfObject.Name { Text: "FlateDecode" })
        {
            return stream.Stream;
        }

        using var source = new ZLibStream(Open(stream.Stream), CompressionMode.Decompress);
        var content = new byte[Math.Max(1024, stream.Stream.Length * UsualRatio)];
        var length = 0;
        int read;
        while ((read = source.Read(content, length, content.Length - length)) > 0 && length <= LargestStream)
        {
            length += read;
            if (length == content.Length)
            {
                Array.Resize(ref content, length * 2);
            }
        }

        return content.AsMemory(0, length);
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private void AddPage(PdfObject.Dictionary page, StringBuilder text)
    {
        var fonts =
            Resolve(Entry(Resolve(Entry(page, "Resources")) as PdfObject.Dictionary, "Font")) as PdfObject.Dictionary;
        var maps = new Dictionary<string, Dictionary<int, string>>(StringComparer.Ordinal);
        foreach (var (name, reference) in fonts?.Entries ?? new Dictionary<string, PdfObject>())
        {
            maps[name] = Resolve(Entry(Resolve(reference) as PdfObject.Dictionary, "ToUnicode"))
                is PdfObject.Dictionary map
                ? MappingOf(map)
                : [];
        }

        var contents = Resolve(Entry(page, "Contents"));
        foreach (var part in contents is PdfObject.List list ? list.Items.Select(Resolve) : [contents])
        {
            if (part is PdfObject.Dictionary stream)
            {
                AddText(Inflate(stream), maps, text);
            }
        }
    }

    // Pages share their fonts.
    private Dictionary<int, string> MappingOf(PdfObject.Dictionary stream)
    {
        if (!_maps.TryGetValue(stream, out var map))
        {
            _maps[stream] = map = Mapping(Inflate(stream));
        }

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
                case "Tj" or "TJ" or "'" or "\"":
                    foreach (var operand in operands)
                    {
                        AddShown(operand, map, text);
                    }

                    break;
                case "BDC" or "DP":
                    // What marked content says of itself: alternative and expanded texts.
                    foreach (var operand in operands)
                    {
                        AddStrings(operand, text, 0);
                    }

                    break;
                case "ET" or "EMC":
                    text.Append('\n');
                    break;
                default:
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
                {
                    AddShown(item, map, text);
                }

                break;
            case PdfObject.Bytes bytes:
                for (var i = 0; i + 1 < bytes.Value.Length; i += 2)
                {
                    text.Append(map.GetValueOrDefault((bytes.Value[i] << 8) | bytes.Value[i + 1]) ?? "\uFFFD");
                }

                break;
            default:
                break;
        }
    }

    // bfchar and bfrange of a ToUnicode CMap, clause 9.10.3.
    private static Dictionary<int, string> Mapping(ReadOnlyMemory<byte> cmap)
    {
        var map = new Dictionary<int, string>();
        var tokens = new PdfTokens(cmap);
        var operands = new List<PdfObject>();
        while (tokens.Next(references: false) is { } token)
        {
            if (token is not PdfObject.Word word)
            {
                operands.Add(token);
                continue;
            }

            if (word.Text == "endbfchar")
            {
                for (var i = 0; i + 1 < operands.Count; i += 2)
                {
                    if (operands[i] is PdfObject.Bytes code && operands[i + 1] is PdfObject.Bytes value)
                    {
                        map[Code(code.Value)] = Encoding.BigEndianUnicode.GetString(value.Value);
                    }
                }
            }
            else if (word.Text == "endbfrange")
            {
                for (var i = 0; i + 2 < operands.Count; i += 3)
                {
                    AddRange(map, operands[i], operands[i + 1], operands[i + 2]);
                }
            }

            operands.Clear();
        }

        return map;
    }

    private static void AddRange(Dictionary<int, string> map, PdfObject from, PdfObject to, PdfObject target)
    {
        if (from is not PdfObject.Bytes first || to is not PdfObject.Bytes last)
        {
            return;
        }

        var (start, end) = (Code(first.Value), Math.Min(Code(last.Value), Code(first.Value) + 0xFFFF));
        for (var code = start; code <= end; code++)
        {
            if (
                target is PdfObject.List list
                && code - start < list.Items.Count
                && list.Items[code - start] is PdfObject.Bytes item
            )
            {
                map[code] = Encoding.BigEndianUnicode.GetString(item.Value);
            }
            else if (target is PdfObject.Bytes { Value: [.. _, var high, var low] } bytes)
            {
                var unit = ((high << 8) | low) + (code - start);
                map[code] = Encoding.BigEndianUnicode.GetString([.. bytes.Value[..^2], (byte)(unit >> 8), (byte)unit]);
            }
        }
    }

    private static int Code(byte[] bytes) => bytes.Aggregate(0, (code, b) => (code << 8) | b);

    private void AddStrings(PdfObject value, StringBuilder text, int depth)
    {
        if (depth > 64)
        {
            return;
        }

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
                {
                    AddStrings(item, text, depth + 1);
                }

                break;
            case PdfObject.Dictionary dictionary:
                foreach (var (key, entry) in dictionary.Entries)
                {
                    // The file identifier is a hash, not words.
                    if (key != "ID")
                    {
                        AddStrings(entry, text, depth + 1);
                    }
                }

                AddStream(dictionary, text);
                break;
            default:
                break;
        }
    }

    // XMP metadata and attached files are text too.
    private static void AddStream(PdfObject.Dictionary dictionary, StringBuilder text)
    {
        if (
            dictionary.Stream.Length > 0
            && dictionary.Entries.GetValueOrDefault("Type") is PdfObject.Name { Text: "Metadata" or "EmbeddedFile" }
        )
        {
            text.Append(Encoding.UTF8.GetString(Inflate(dictionary).Span)).Append('\n');
        }
    }

    private PdfObject? Resolve(PdfObject? value) =>
        value is PdfObject.IndirectReference reference ? _objects.GetValueOrDefault(reference.Id) : value;

    private static PdfObject? Entry(PdfObject.Dictionary? dictionary, string key) =>
        dictionary?.Entries.GetValueOrDefault(key);
}
