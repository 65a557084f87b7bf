using System.Buffers.Text;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace FuGongJianJia.Typesetting.Pdf.Reading;

/// <summary>
/// The objects of a PDF（PDF 对象集）, found by scanning for “obj”: no cross-reference table is needed, so that a damaged or
/// doctored one hides nothing.
/// </summary>
internal sealed class PdfObjects
{
    // A stream larger than this is no text of ours; reading on would only cost memory.
    private const int LargestStream = 64 * 1024 * 1024;

    // What text and maps of glyphs come to; a guess too low only costs a copy.
    private const int UsualRatio = 5;

    // "4294967295 65535" is the longest head of an object, with some white.
    private const int LongestHead = 24;

    private readonly Dictionary<int, PdfObject> _objects = [];

    /// <summary>Finds all objects, those in object streams too.</summary>
    /// <exception cref="InvalidDataException">A compressed part cannot be read.</exception>
    internal PdfObjects(ReadOnlyMemory<byte> pdf) => Scan(pdf);

    /// <summary>All objects by number.</summary>
    internal IEnumerable<PdfObject> InOrder => _objects.OrderBy(o => o.Key).Select(o => o.Value);

    /// <summary>What a reference leads to; anything else is itself.</summary>
    internal PdfObject? Resolve(PdfObject? value) =>
        value is PdfObject.IndirectReference reference ? _objects.GetValueOrDefault(reference.Id) : value;

    /// <summary>The value of an entry, its reference followed.</summary>
    internal PdfObject? Entry(PdfObject.Dictionary? dictionary, string key) => Resolve(dictionary?[key]);

    private void Scan(ReadOnlyMemory<byte> pdf)
    {
        var position = 0;
        while (true)
        {
            var found = pdf.Span[position..].IndexOf(" obj"u8);
            if (found < 0)
                return;
            var marker = position + found;
            position = marker + 4;
            if (ObjectId(pdf.Span, marker) is not { } id)
                continue;
            var tokens = new PdfTokens(pdf, position);
            if (tokens.Next(references: true) is not { } value)
                continue;
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
                && stream["Type"] is PdfObject.Name { Text: "ObjStm" }
            )
                Unpack(stream);
        }
    }

    // "12 0 obj": the number stands before the generation.
    private static int? ObjectId(ReadOnlySpan<byte> pdf, int end)
    {
        var start = end;
        while (
            start > 0
            && end - start < LongestHead
            && (char.IsAsciiDigit((char)pdf[start - 1]) || pdf[start - 1] == (byte)' ')
        )
            start--;

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
        if (dictionary["Length"] is PdfObject.Number length && length.Value >= 0 && start + length.Value <= pdf.Length)
            return pdf.Slice(start, (int)length.Value);

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
                return;

            if (new PdfTokens(content, first + (int)offset.Value).Next(references: true) is { } value)
                _objects[(int)id.Value] = value;
        }
    }

    private static int Whole(PdfObject.Dictionary dictionary, string key) =>
        dictionary[key] is PdfObject.Number number ? (int)number.Value : 0;

    internal static ReadOnlyMemory<byte> Inflate(PdfObject.Dictionary stream)
    {
        var filter = stream["Filter"];
        if (filter is PdfObject.List { Items: [var only] })
            filter = only;

        if (filter is not PdfObject.Name { Text: "FlateDecode" })
            return stream.Stream;
        using var source = new ZLibStream(Open(stream.Stream), CompressionMode.Decompress);
        var content = new byte[Math.Max(1024, stream.Stream.Length * UsualRatio)];
        var length = 0;
        int read;
        while ((read = source.Read(content, length, content.Length - length)) > 0 && length <= LargestStream)
        {
            length += read;
            if (length == content.Length)
                Array.Resize(ref content, length * 2);
        }

        return content.AsMemory(0, length);
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
