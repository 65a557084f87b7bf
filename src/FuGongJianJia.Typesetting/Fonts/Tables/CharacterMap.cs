using System.Buffers.Binary;

namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>
/// From characters to glyphs（字符映射; OpenType “cmap”, formats 0, 4, 6 and 12）. The basic plane is one flat table, so that
/// measuring text costs an array access; what lies beyond is searched in the groups of format 12.
/// </summary>
internal sealed class CharacterMap
{
    private readonly ushort[] _basic = new ushort[0x10000];
    private Group[] _beyond = [];

    private CharacterMap() { }

    /// <summary>Reads the best Unicode subtable.</summary>
    /// <exception cref="FontFormatException">The table has none.</exception>
    public static CharacterMap Parse(ReadOnlySpan<byte> table)
    {
        if (table.Length < 4)
            throw new FontFormatException("The font has no character map (cmap).");
        int count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        var (best, bestRank) = (-1, 0);
        for (var i = 0; i < count && 4 + ((i + 1) * 8) <= table.Length; i++)
        {
            var record = table[(4 + (i * 8))..];
            var offset = BinaryPrimitives.ReadUInt32BigEndian(record[4..]);
            if (offset + 6 > table.Length)
                continue;
            int format = BinaryPrimitives.ReadUInt16BigEndian(table[(int)offset..]);
            var rank = Rank(
                BinaryPrimitives.ReadUInt16BigEndian(record),
                BinaryPrimitives.ReadUInt16BigEndian(record[2..]),
                format
            );
            if (rank > bestRank)
                (best, bestRank) = ((int)offset, rank);
        }

        if (best < 0)
            throw new FontFormatException("The font has no Unicode character map of format 0, 4, 6 or 12.");
        var map = new CharacterMap();
        map.Fill(table[best..]);
        return map;
    }

    /// <summary>Glyph of a code point; 0 when the font has none.</summary>
    public ushort this[int codePoint]
    {
        get
        {
            if ((uint)codePoint < 0x10000)
                return _basic[codePoint];
            var (low, high) = (0, _beyond.Length - 1);
            while (low <= high)
            {
                var middle = (low + high) >>> 1;
                var group = _beyond[middle];
                if (codePoint < group.First)
                    high = middle - 1;
                else if (codePoint > group.Last)
                    low = middle + 1;
                else
                    return (ushort)(group.Glyph + (codePoint - group.First));
            }

            return 0;
        }
    }

    /// <summary>How many hanzi of the block U+4E00–U+9FFF the font has.</summary>
    public int CountHan() => 0x5200 - _basic.AsSpan(0x4E00, 0x5200).Count((ushort)0);

    // Windows and Unicode platforms, the full repertoire first; a Latin table of the Macintosh as last resort.
    private static int Rank(int platform, int encoding, int format) =>
        (platform, encoding, format) switch
        {
            (3, 10, 12) => 6,
            (0, _, 12) => 5,
            (3, 1, 4) => 4,
            (0, <= 4, 4) => 3,
            (3 or 0, _, 6) => 2,
            (1, 0, 0 or 6) => 1,
            _ => 0,
        };

    private void Fill(ReadOnlySpan<byte> table)
    {
        try
        {
            switch (BinaryPrimitives.ReadUInt16BigEndian(table))
            {
                case 0:
                    for (var i = 0; i < 128; i++)
                        _basic[i] = table[6 + i];
                    break;
                case 4:
                    FillSegments(table);
                    break;
                case 6:
                    int first = BinaryPrimitives.ReadUInt16BigEndian(table[6..]);
                    int count = BinaryPrimitives.ReadUInt16BigEndian(table[8..]);
                    for (var i = 0; i < count && first + i < 0x10000; i++)
                        _basic[first + i] = BinaryPrimitives.ReadUInt16BigEndian(table[(10 + (2 * i))..]);
                    break;
                default:
                    FillGroups(table);
                    break;
            }
        }
        catch (ArgumentOutOfRangeException damage)
        {
            throw new FontFormatException("The character map (cmap) ends early.", damage);
        }
    }

    private void FillSegments(ReadOnlySpan<byte> table)
    {
        int doubled = BinaryPrimitives.ReadUInt16BigEndian(table[6..]);
        var ends = table[14..];
        var starts = table[(16 + doubled)..];
        var deltas = table[(16 + (2 * doubled))..];
        var ranges = table[(16 + (3 * doubled))..];
        for (var i = 0; i < doubled; i += 2)
        {
            int start = BinaryPrimitives.ReadUInt16BigEndian(starts[i..]);
            int end = BinaryPrimitives.ReadUInt16BigEndian(ends[i..]);
            int delta = BinaryPrimitives.ReadUInt16BigEndian(deltas[i..]);
            int range = BinaryPrimitives.ReadUInt16BigEndian(ranges[i..]);
            for (var c = start; c <= end && c != 0xFFFF; c++)
            {
                if (range == 0)
                {
                    _basic[c] = (ushort)(c + delta);
                    continue;
                }

                var at = i + range + (2 * (c - start));
                var glyph = at + 2 <= ranges.Length ? BinaryPrimitives.ReadUInt16BigEndian(ranges[at..]) : (ushort)0;
                _basic[c] = glyph == 0 ? (ushort)0 : (ushort)(glyph + delta);
            }
        }
    }

    private void FillGroups(ReadOnlySpan<byte> table)
    {
        var count = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(table[12..]), (uint)(table.Length - 16) / 12);
        var beyond = new List<Group>();
        for (var i = 0; i < count; i++)
        {
            var record = table[(16 + (i * 12))..];
            var first = BinaryPrimitives.ReadUInt32BigEndian(record);
            var last = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(record[4..]), 0x10FFFF);
            var glyph = BinaryPrimitives.ReadUInt32BigEndian(record[8..]);
            for (var c = first; c <= last && c < 0x10000; c++)
                _basic[c] = (ushort)(glyph + (c - first));
            if (last < 0x10000)
                continue;
            var from = Math.Max(first, 0x10000);
            beyond.Add(new Group((int)from, (int)last, (int)(glyph + (from - first))));
        }

        beyond.Sort((a, b) => a.First.CompareTo(b.First));
        _beyond = [.. beyond];
    }

    private readonly record struct Group(int First, int Last, int Glyph);
}
