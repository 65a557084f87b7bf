using System.Buffers;
using System.Text;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>
/// Bytes of a PDF under construction（PDF 缓冲）, pooled; numbers are written without culture or allocation.
/// </summary>
internal sealed class PdfBuffer : IDisposable
{
    private byte[] _bytes;

    public PdfBuffer(int capacity = 16384) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public PdfBuffer Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Grow(bytes.Length));
        return this;
    }

    public PdfBuffer Byte(byte value)
    {
        Grow(1)[0] = value;
        return this;
    }

    /// <summary>Characters of ASCII.</summary>
    public PdfBuffer Ascii(string text)
    {
        Encoding.ASCII.GetBytes(text, Grow(text.Length));
        return this;
    }

    public PdfBuffer Int(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        var at = digits.Length;
        var rest = Math.Abs(value);
        do
        {
            digits[--at] = (byte)('0' + (rest % 10));
            rest /= 10;
        } while (rest > 0);
        if (value < 0)
            digits[--at] = (byte)'-';
        return Raw(digits[at..]);
    }

    /// <summary>A number with at most three decimals.</summary>
    public PdfBuffer Real(double value) => Milli(ToMilli(value));

    /// <summary>A number given in thousandths.</summary>
    public PdfBuffer Milli(long thousandths)
    {
        if (thousandths % 1000 == 0)
            return Int(thousandths / 1000);
        if (thousandths < 0)
        {
            Byte((byte)'-');
            thousandths = -thousandths;
        }

        if (thousandths >= 1000)
            Int(thousandths / 1000);
        var fraction = (int)(thousandths % 1000);
        Span<byte> digits =
        [
            (byte)'.',
            (byte)('0' + (fraction / 100)),
            (byte)('0' + (fraction / 10 % 10)),
            (byte)('0' + (fraction % 10)),
        ];
        return Raw(
            fraction % 100 == 0 ? digits[..2]
            : fraction % 10 == 0 ? digits[..3]
            : digits
        );
    }

    /// <summary>A number given in ten-thousandths.</summary>
    public PdfBuffer TenThousandths(long value)
    {
        if (value % 10 == 0)
            return Milli(value / 10);
        if (value < 0)
            Byte((byte)'-');
        value = Math.Abs(value);
        if (value >= 10000)
            Int(value / 10000);
        var fraction = (int)(value % 10000);
        Span<byte> digits =
        [
            (byte)'.',
            (byte)('0' + (fraction / 1000)),
            (byte)('0' + (fraction / 100 % 10)),
            (byte)('0' + (fraction / 10 % 10)),
            (byte)('0' + (fraction % 10)),
        ];
        return Raw(digits);
    }

    /// <summary>Puts a byte before what stands at a position.</summary>
    public void Insert(int position, byte value)
    {
        Grow(1);
        _bytes.AsSpan(position, Length - position - 1).CopyTo(_bytes.AsSpan(position + 1));
        _bytes[position] = value;
    }

    /// <summary>Nearest thousandth.</summary>
    public static long ToMilli(double value) => (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);

    /// <summary>A reference to an object.</summary>
    public PdfBuffer Ref(int number) => Int(number).Raw(" 0 R"u8);

    /// <summary>One byte of a literal string, escaped where it must be.</summary>
    public void StringByte(byte value)
    {
        switch (value)
        {
            case (byte)'(' or (byte)')' or (byte)'\\':
                Byte((byte)'\\').Byte(value);
                break;
            case (byte)'\r':
                // A reader may turn a bare carriage return into a line feed (ISO 32000-1, 7.3.4.2).
                Raw("\\r"u8);
                break;
            default:
                Byte(value);
                break;
        }
    }

    /// <summary>A text string: ASCII as it is, all else in UTF-16 with its mark (ISO 32000-1, 7.9.2.2).</summary>
    public PdfBuffer TextString(string text)
    {
        Byte((byte)'(');
        if (Ascii7(text))
        {
            foreach (var c in text)
                StringByte((byte)c);
        }
        else
        {
            Byte(0xFE).Byte(0xFF);
            foreach (var c in text)
            {
                StringByte((byte)(c >> 8));
                StringByte((byte)c);
            }
        }

        return Byte((byte)')');
    }

    /// <summary>A name, its leading slash included.</summary>
    public PdfBuffer Name(string name)
    {
        Byte((byte)'/');
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            if (b is > 0x20 and < 0x7F && !"#()<>[]{}/%"u8.Contains(b))
                Byte(b);
            else
                Byte((byte)'#').Byte(HexDigit(b >> 4)).Byte(HexDigit(b & 15));
        }

        return this;
    }

    /// <summary>Four hexadecimal digits.</summary>
    public PdfBuffer Hex16(int value) =>
        Byte(HexDigit((value >> 12) & 15))
            .Byte(HexDigit((value >> 8) & 15))
            .Byte(HexDigit((value >> 4) & 15))
            .Byte(HexDigit(value & 15));

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    private static bool Ascii7(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
                return false;
        }

        return true;
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);

    private Span<byte> Grow(int count)
    {
        if (Length + count > _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
