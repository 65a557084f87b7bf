using System.Buffers.Binary;
using System.Collections.Immutable;

namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>
/// Kerning of pairs and anchors of marks（字距与附加符位置; OpenType “GPOS”, lookups 2, 4 and 9 of the features kern and
/// mark for Latin script）. All else that a shaper does is for scripts that this library does not set. Font units; what
/// is damaged positions nothing.
/// </summary>
internal sealed class GlyphPositions
{
    private const int PairLookup = 2;
    private const int MarkToBaseLookup = 4;
    private const int ExtensionLookup = 9;

    private const int XPlacement = 1;
    private const int YPlacement = 2;
    private const int XAdvance = 4;

    private readonly ReadOnlyMemory<byte> _table;
    private readonly ImmutableArray<int> _pairs = [];
    private readonly ImmutableArray<int> _marks = [];

    /// <summary>Reads which subtables there are; empty for a face without the table.</summary>
    public GlyphPositions(ReadOnlyMemory<byte> table)
    {
        _table = table;
        if (table.Length < 10)
            return;
        try
        {
            _pairs = Subtables("kern"u8, PairLookup);
            _marks = Subtables("mark"u8, MarkToBaseLookup);
        }
        catch (ArgumentOutOfRangeException)
        {
            (_pairs, _marks) = ([], []);
        }
    }

    /// <summary>What is added to the advance of the left glyph, usually negative.</summary>
    public int Kerning(ushort left, ushort right)
    {
        try
        {
            foreach (var subtable in _pairs)
            {
                if (Pair(subtable, left, right) is { } kerning)
                    return kerning;
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            // Damaged.
        }

        return 0;
    }

    /// <summary>Where the origin of a mark stands, from that of its letter; null when no anchor says.</summary>
    public (int X, int Y)? Anchor(ushort letter, ushort mark)
    {
        try
        {
            foreach (var subtable in _marks)
            {
                if (Attachment(subtable, letter, mark) is { } place)
                    return place;
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            // Damaged.
        }

        return null;
    }

    private ImmutableArray<int> Subtables(ReadOnlySpan<byte> feature, int kind)
    {
        var (features, lookups) = ((int)U16(6), (int)U16(8));
        var found = ImmutableArray.CreateBuilder<int>();
        foreach (var index in FeaturesOfLatin())
        {
            var record = features + 2 + (index * 6);
            if (!_table.Span.Slice(record, 4).SequenceEqual(feature))
                continue;
            var place = features + U16(record + 4);
            for (var i = 0; i < U16(place + 2); i++)
            {
                var lookup = lookups + U16(lookups + 2 + (U16(place + 4 + (i * 2)) * 2));
                for (var s = 0; s < U16(lookup + 4); s++)
                {
                    var (subtable, type) = (lookup + U16(lookup + 6 + (s * 2)), (int)U16(lookup));
                    if (type == ExtensionLookup)
                        (type, subtable) = (U16(subtable + 2), subtable + (int)U32(subtable + 4));
                    if (type == kind)
                        found.Add(subtable);
                }
            }
        }

        return found.ToImmutable();
    }

    // The default language of Latin script, or of the script that stands for all.
    private List<int> FeaturesOfLatin()
    {
        int scripts = U16(4);
        var script = 0;
        for (var i = U16(scripts) - 1; i >= 0; i--)
        {
            var record = scripts + 2 + (i * 6);
            var tag = _table.Span.Slice(record, 4);
            if (tag.SequenceEqual("latn"u8) || (script == 0 && tag.SequenceEqual("DFLT"u8)))
                script = scripts + U16(record + 4);
        }

        List<int> features = [];
        if (script == 0 || U16(script) == 0)
            return features;
        var language = script + U16(script);
        for (var i = 0; i < U16(language + 4); i++)
            features.Add(U16(language + 6 + (i * 2)));
        return features;
    }

    // Null where the subtable says nothing of the pair and the next is asked.
    private int? Pair(int t, ushort left, ushort right)
    {
        var index = Coverage(t + U16(t + 2), left);
        if (index < 0)
            return null;
        var (first, second) = ((int)U16(t + 4), (int)U16(t + 6));
        var (advance, size) = (
            (first & XAdvance) == 0 ? -1 : 2 * int.PopCount(first & (XPlacement | YPlacement)),
            2 * (int.PopCount(first) + int.PopCount(second))
        );
        if (U16(t) == 1)
        {
            var set = t + U16(t + 10 + (index * 2));
            var (low, high) = (0, U16(set) - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                var record = set + 2 + (middle * (2 + size));
                int glyph = U16(record);
                if (glyph == right)
                    return advance < 0 ? 0 : S16(record + 2 + advance);
                (low, high) = glyph < right ? (middle + 1, high) : (low, middle - 1);
            }

            return null;
        }

        var (mine, other) = (ClassOf(t + U16(t + 8), left), ClassOf(t + U16(t + 10), right));
        var value = t + 16 + (((mine * U16(t + 14)) + other) * size);
        return advance < 0 ? 0 : S16(value + advance);
    }

    private (int X, int Y)? Attachment(int t, ushort letter, ushort mark)
    {
        var (of, on) = (Coverage(t + U16(t + 2), mark), Coverage(t + U16(t + 4), letter));
        if (of < 0 || on < 0)
            return null;
        var (classes, marks, bases) = ((int)U16(t + 6), t + U16(t + 8), t + U16(t + 10));
        var record = marks + 2 + (of * 4);
        int anchor = U16(bases + 2 + (((on * classes) + U16(record)) * 2));
        if (anchor == 0)
            return null;
        var (target, own) = (bases + anchor, marks + U16(record + 2));
        return (S16(target + 2) - S16(own + 2), S16(target + 4) - S16(own + 4));
    }

    private int Coverage(int t, ushort glyph)
    {
        var isRanges = U16(t) == 2;
        var stride = isRanges ? 6 : 2;
        var (low, high) = (0, U16(t + 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = t + 4 + (middle * stride);
            int first = U16(at);
            int last = isRanges ? U16(at + 2) : first;
            if (glyph < first)
                high = middle - 1;
            else if (glyph > last)
                low = middle + 1;
            else
                return isRanges ? U16(at + 4) + glyph - first : middle;
        }

        return -1;
    }

    private int ClassOf(int t, ushort glyph)
    {
        if (U16(t) == 1)
        {
            var offset = glyph - U16(t + 2);
            return offset >= 0 && offset < U16(t + 4) ? U16(t + 6 + (offset * 2)) : 0;
        }

        var (low, high) = (0, U16(t + 2) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = t + 4 + (middle * 6);
            if (glyph < U16(at))
                high = middle - 1;
            else if (glyph > U16(at + 2))
                low = middle + 1;
            else
                return U16(at + 4);
        }

        return 0;
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_table.Span[at..]);

    private short S16(int at) => BinaryPrimitives.ReadInt16BigEndian(_table.Span[at..]);

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_table.Span[at..]);
}
