using System.Buffers;
using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;

namespace FuGongJianJia.Typesetting.Pdf.Reading;

/// <summary>Reads PDF objects from bytes（词法）, ISO 32000-1 clause 7.2–7.3.</summary>
internal sealed class PdfTokens(ReadOnlyMemory<byte> content, int position = 0)
{
    private const int DeepestNesting = 64;
    private const byte Space = 1;
    private const byte Delimiter = 2;

    private static readonly byte[] Kinds = MakeKinds();

    // The operators that stand in a page thousands of times, by their bytes.
    private static readonly FrozenDictionary<int, PdfObject.Word> Operators = new[]
    {
        "Tj",
        "TJ",
        "Td",
        "Tm",
        "Tf",
        "BT",
        "ET",
        "EMC",
        "BDC",
        "q",
        "Q",
        "cm",
        "re",
        "f",
        "m",
        "l",
        "c",
        "S",
        "w",
        "rg",
        "RG",
        "g",
        "Tc",
        "Tw",
        "Tz",
        "d",
        "h",
        "W",
        "n",
        "gs",
    }.ToFrozenDictionary(name => Key(Encoding.Latin1.GetBytes(name)), name => new PdfObject.Word(name));

    /// <summary>Where the next object is read.</summary>
    public int Position { get; set; } = Math.Clamp(position, 0, content.Length);

    /// <summary>The next object; null at the end or where nothing sensible stands.</summary>
    /// <param name="references">
    /// Whether "1 0 R" is a reference (in a file) or three operands (in a content stream).
    /// </param>
    /// <param name="depth">How deep in arrays and dictionaries this one stands.</param>
    public PdfObject? Next(bool references, int depth = 0)
    {
        SkipSpace();
        var span = content.Span;
        if (Position >= span.Length || depth > DeepestNesting)
            return null;
        switch (span[Position])
        {
            case (byte)'/':
                Position++;
                return new PdfObject.Name(Regular());
            case (byte)'(':
                return new PdfObject.Bytes(Literal());
            case (byte)'<' when Position + 1 < span.Length && span[Position + 1] == (byte)'<':
                Position += 2;
                return Dictionary(references, depth);
            case (byte)'<':
                return new PdfObject.Bytes(Hexadecimal());
            case (byte)'[':
                Position++;
                return new PdfObject.List(Until((byte)']', references, depth));
            case (byte)')' or (byte)']' or (byte)'>' or (byte)'{' or (byte)'}':
                Position++;
                return new PdfObject.Word("");
            default:
                return NumberOrWord(references);
        }
    }

    /// <summary>
    /// The next object of a content stream that is not a number: of what draws, only what shows text matters here.
    /// </summary>
    public PdfObject? NextShown()
    {
        while (true)
        {
            SkipSpace();
            var span = content.Span;
            if (
                Position >= span.Length
                || !(char.IsAsciiDigit((char)span[Position]) || span[Position] is (byte)'-' or (byte)'.' or (byte)'+')
            )
                return Next(references: false);

            RegularBytes();
        }
    }

    private PdfObject NumberOrWord(bool references)
    {
        var text = RegularBytes();
        if (!Utf8Parser.TryParse(text, out double value, out var used) || used != text.Length)
            return Word(text);
        if (!references || value != Math.Floor(value) || value < 0)
            return new PdfObject.Number(value);
        var here = Position;
        if (IsReference())
            return new PdfObject.IndirectReference((int)value);
        Position = here;
        return new PdfObject.Number(value);
    }

    private bool IsReference()
    {
        SkipSpace();
        var generation = RegularBytes();
        if (generation.IsEmpty || generation.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return false;
        SkipSpace();
        return RegularBytes() is [(byte)'R'];
    }

    private PdfObject.Dictionary Dictionary(bool references, int depth)
    {
        var entries = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        while (true)
        {
            SkipSpace();
            var span = content.Span;
            if (Position + 1 >= span.Length)
                break;
            if (span[Position] == (byte)'>')
            {
                Position += 2;
                break;
            }

            if (Next(references, depth + 1) is not PdfObject.Name key || Next(references, depth + 1) is not { } value)
                break;
            entries[key.Text] = value;
        }

        return new PdfObject.Dictionary(entries, default);
    }

    private List<PdfObject> Until(byte end, bool references, int depth)
    {
        var items = new List<PdfObject>();
        while (true)
        {
            SkipSpace();
            if (Position >= content.Length)
                return items;
            if (content.Span[Position] == end)
            {
                Position++;
                return items;
            }

            if (Next(references, depth + 1) is not { } item)
                return items;
            items.Add(item);
        }
    }

    private static PdfObject.Word Word(ReadOnlySpan<byte> text) =>
        text.Length <= 3 && Operators.TryGetValue(Key(text), out var word)
            ? word
            : new PdfObject.Word(Encoding.Latin1.GetString(text));

    private static int Key(ReadOnlySpan<byte> text)
    {
        var key = 0;
        foreach (var symbol in text)
            key = (key << 8) | symbol;

        return key;
    }

    private byte[] Hexadecimal()
    {
        var rest = content.Span[(Position + 1)..];
        var end = rest.IndexOf((byte)'>');
        if (end >= 0 && end % 2 == 0)
        {
            var plain = new byte[end / 2];
            if (Convert.FromHexString(rest[..end], plain, out _, out _) == OperationStatus.Done)
            {
                Position += end + 2;
                return plain;
            }
        }

        var bytes = new List<byte>();
        var high = -1;
        for (Position++; Position < content.Length; Position++)
        {
            var symbol = (char)content.Span[Position];
            if (symbol == '>')
            {
                Position++;
                break;
            }

            if (!char.IsAsciiHexDigit(symbol))
                continue;
            var digit = char.IsAsciiDigit(symbol) ? symbol - '0' : (symbol | 0x20) - 'a' + 10;
            if (high < 0)
                high = digit;
            else
            {
                bytes.Add((byte)((high * 16) + digit));
                high = -1;
            }
        }

        if (high >= 0)
            bytes.Add((byte)(high * 16));

        return [.. bytes];
    }

    private byte[] Literal()
    {
        var bytes = new List<byte>();
        var open = 1;
        for (Position++; Position < content.Length; Position++)
        {
            var symbol = content.Span[Position];
            if (symbol == (byte)'\\')
            {
                Position++;
                Escape(bytes);
                continue;
            }

            open +=
                symbol == (byte)'(' ? 1
                : symbol == (byte)')' ? -1
                : 0;
            if (open == 0)
            {
                Position++;
                break;
            }

            bytes.Add(symbol);
        }

        return [.. bytes];
    }

    private void Escape(List<byte> bytes)
    {
        if (Position >= content.Length)
            return;
        var symbol = (char)content.Span[Position];
        if (symbol is >= '0' and <= '7')
        {
            var value = 0;
            var start = Position;
            while (
                Position < content.Length
                && Position < start + 3
                && content.Span[Position] is >= (byte)'0' and <= (byte)'7'
            )
                value = (value * 8) + (content.Span[Position++] - '0');

            Position--;
            bytes.Add((byte)value);
            return;
        }

        switch (symbol)
        {
            case 'n':
                bytes.Add((byte)'\n');
                break;
            case 'r':
                bytes.Add((byte)'\r');
                break;
            case 't':
                bytes.Add((byte)'\t');
                break;
            case 'b':
                bytes.Add((byte)'\b');
                break;
            case 'f':
                bytes.Add((byte)'\f');
                break;
            case '\n' or '\r':
                break;
            default:
                bytes.Add((byte)symbol);
                break;
        }
    }

    private string Regular() => Encoding.Latin1.GetString(RegularBytes());

    // What a damaged file points to may lie outside of it.
    private ReadOnlySpan<byte> Rest => content.Span[Math.Min(Position, content.Length)..];

    private ReadOnlySpan<byte> RegularBytes()
    {
        var rest = Rest;
        var length = 0;
        while (length < rest.Length && Kinds[rest[length]] == 0)
            length++;

        Position += length;
        return rest[..length];
    }

    private void SkipSpace()
    {
        var rest = Rest;
        var at = 0;
        while (at < rest.Length && (Kinds[rest[at]] == Space || rest[at] == (byte)'%'))
        {
            // A comment goes to the end of its line.
            at = rest[at] == (byte)'%' ? at + LineLength(rest[at..]) : at + 1;
        }

        Position += at;
    }

    private static int LineLength(ReadOnlySpan<byte> text) =>
        text.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var length ? length : text.Length;

    private static byte[] MakeKinds()
    {
        var kinds = new byte[256];
        foreach (var space in "\0\t\n\f\r "u8)
            kinds[space] = Space;

        foreach (var delimiter in "()<>[]{}/%"u8)
            kinds[delimiter] = Delimiter;

        return kinds;
    }
}
