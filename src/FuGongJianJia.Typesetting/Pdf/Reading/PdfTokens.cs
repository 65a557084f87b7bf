using System.Globalization;
using System.Text;

namespace FuGongJianJia.Typesetting.Pdf.Reading;

/// <summary>Reads PDF objects from bytes（词法）, ISO 32000-1 clause 7.2–7.3.</summary>
internal sealed class PdfTokens(ReadOnlyMemory<byte> content, int position = 0)
{
    private const int DeepestNesting = 64;

    /// <summary>Where the next object is read.</summary>
    public int Position { get; set; } = position;

    /// <summary>The next object; null at the end or where nothing sensible stands.</summary>
    /// <param name="references">Whether "1 0 R" is a reference (in a file) or three operands (in a content stream).</param>
    /// <param name="depth">How deep in arrays and dictionaries this one stands.</param>
    public PdfObject? Next(bool references, int depth = 0)
    {
        SkipSpace();
        var span = content.Span;
        if (Position >= span.Length || depth > DeepestNesting)
        {
            return null;
        }

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

    private PdfObject NumberOrWord(bool references)
    {
        var text = Regular();
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return new PdfObject.Word(text);
        }

        if (!references || value != Math.Floor(value) || value < 0)
        {
            return new PdfObject.Number(value);
        }

        var here = Position;
        if (IsReference())
        {
            return new PdfObject.Reference((int)value);
        }

        Position = here;
        return new PdfObject.Number(value);
    }

    private bool IsReference()
    {
        SkipSpace();
        var generation = Regular();
        SkipSpace();
        return generation.Length > 0 && generation.All(char.IsAsciiDigit) && Regular() == "R";
    }

    private PdfObject.Dictionary Dictionary(bool references, int depth)
    {
        var entries = new Dictionary<string, PdfObject>(StringComparer.Ordinal);
        while (true)
        {
            SkipSpace();
            var span = content.Span;
            if (Position + 1 >= span.Length)
            {
                break;
            }

            if (span[Position] == (byte)'>')
            {
                Position += 2;
                break;
            }

            if (Next(references, depth + 1) is not PdfObject.Name key || Next(references, depth + 1) is not { } value)
            {
                break;
            }

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
            {
                return items;
            }

            if (content.Span[Position] == end)
            {
                Position++;
                return items;
            }

            if (Next(references, depth + 1) is not { } item)
            {
                return items;
            }

            items.Add(item);
        }
    }

    private byte[] Hexadecimal()
    {
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
            {
                continue;
            }

            var digit = Convert.ToInt32(symbol.ToString(), 16);
            if (high < 0)
            {
                high = digit;
            }
            else
            {
                bytes.Add((byte)((high * 16) + digit));
                high = -1;
            }
        }

        if (high >= 0)
        {
            bytes.Add((byte)(high * 16));
        }

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

            open += symbol == (byte)'(' ? 1 : symbol == (byte)')' ? -1 : 0;
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
        {
            return;
        }

        var symbol = (char)content.Span[Position];
        if (symbol is >= '0' and <= '7')
        {
            var value = 0;
            var start = Position;
            while (Position < content.Length && Position < start + 3 && content.Span[Position] is >= (byte)'0' and <= (byte)'7')
            {
                value = (value * 8) + (content.Span[Position++] - '0');
            }

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

    private string Regular()
    {
        var span = content.Span;
        var start = Position;
        while (Position < span.Length && !IsSpace(span[Position]) && !IsDelimiter(span[Position]))
        {
            Position++;
        }

        return Encoding.Latin1.GetString(span[start..Position]);
    }

    private void SkipSpace()
    {
        var span = content.Span;
        while (Position < span.Length)
        {
            if (span[Position] == (byte)'%')
            {
                while (Position < span.Length && span[Position] is not ((byte)'\n' or (byte)'\r'))
                {
                    Position++;
                }
            }
            else if (IsSpace(span[Position]))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    private static bool IsSpace(byte symbol) => symbol is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte symbol) =>
        symbol is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';
}
