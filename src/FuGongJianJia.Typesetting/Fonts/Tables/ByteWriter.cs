using System.Buffers;
using System.Buffers.Binary;

namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>Big-endian bytes of a font under construction（大端写入）, in a pooled buffer.</summary>
internal sealed class ByteWriter : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16384);

    public int Length { get; private set; }

    public Span<byte> Written => _bytes.AsSpan(0, Length);

    public ByteWriter U8(int value)
    {
        Grow(1)[0] = (byte)value;
        return this;
    }

    public ByteWriter U16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(Grow(2), (ushort)value);
        return this;
    }

    public ByteWriter U32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Grow(4), value);
        return this;
    }

    public ByteWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Grow(bytes.Length));
        return this;
    }

    /// <summary>Zero bytes up to a multiple.</summary>
    public ByteWriter Align(int multiple)
    {
        Grow(((multiple - (Length % multiple)) % multiple)).Clear();
        return this;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

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
