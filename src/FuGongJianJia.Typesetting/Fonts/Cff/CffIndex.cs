using System.Buffers.Binary;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>An INDEX of a CFF font（CFF 索引; Adobe TN 5176 §5）: where each of its objects lies in the file.</summary>
internal sealed class CffIndex
{
    private readonly FontSource _source;
    private readonly ReadOnlyMemory<byte> _offsets;
    private readonly int _offsetSize;
    private readonly long _data;

    private CffIndex(FontSource source, int count, int offsetSize, ReadOnlyMemory<byte> offsets, long data)
    {
        _source = source;
        Count = count;
        _offsetSize = offsetSize;
        _offsets = offsets;
        _data = data;
    }

    public static CffIndex Empty { get; } =
        new(new FontSource(ReadOnlyMemory<byte>.Empty), 0, 1, ReadOnlyMemory<byte>.Empty, 0);

    /// <summary>Number of objects.</summary>
    public int Count { get; }

    /// <summary>Position in the file right after the INDEX.</summary>
    public long End { get; private init; }

    public static CffIndex Read(FontSource source, long position)
    {
        int count = BinaryPrimitives.ReadUInt16BigEndian(source.Slice(position, 2).Span);
        if (count == 0)
            return new CffIndex(source, 0, 1, ReadOnlyMemory<byte>.Empty, position) { End = position + 2 };
        int size = source.Slice(position + 2, 1).Span[0];
        if (size is < 1 or > 4)
            throw new FontFormatException($"A CFF INDEX has offsets of 1 to 4 bytes; found {size}.");
        var offsets = source.Slice(position + 3, (count + 1) * size);

        // Offsets count from the byte before the data.
        var data = position + 2 + ((count + 1) * size);
        var index = new CffIndex(source, count, size, offsets, data);
        return new CffIndex(source, count, size, offsets, data) { End = data + index.Offset(count) };
    }

    /// <summary>One object, read from the file.</summary>
    public ReadOnlyMemory<byte> Read(int item)
    {
        var (start, length) = Range(item);
        return _source.Slice(_data + start, length);
    }

    private (int Start, int Length) Range(int item)
    {
        if ((uint)item >= (uint)Count)
            throw new FontFormatException($"A CFF INDEX has {Count} objects; object {item} was asked for.");
        var (start, end) = (Offset(item), Offset(item + 1));
        return start >= 1 && end >= start
            ? (start, end - start)
            : throw new FontFormatException($"Object {item} of a CFF INDEX runs from {start} to {end}.");
    }

    private int Offset(int item)
    {
        var bytes = _offsets.Span.Slice(item * _offsetSize, _offsetSize);
        var value = 0u;
        foreach (var b in bytes)
            value = (value << 8) | b;
        return value <= int.MaxValue
            ? (int)value
            : throw new FontFormatException($"A CFF offset of {value} is beyond any font.");
    }
}
