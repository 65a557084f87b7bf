using System.Buffers.Binary;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.TrueType;

/// <summary>TrueType outlines（glyf 轮廓）; a glyph's bytes are read once and kept.</summary>
internal sealed class TrueTypeOutlines : GlyphOutlines
{
    private readonly SfntTables _tables;
    private readonly FontHeader _header;
    private readonly GlyphCache<byte[]> _glyphs = new();
    private readonly ReadOnlyMemory<byte> _loca;
    private readonly Lazy<ReadOnlyMemory<byte>> _metrics;
    private readonly (long Offset, int Length) _glyf;

    public TrueTypeOutlines(SfntTables tables, FontHeader header)
    {
        _tables = tables;
        _header = header;
        _glyf = tables.Find("glyf");
        _metrics = new Lazy<ReadOnlyMemory<byte>>(() => tables.Require("hmtx", header.AdvanceCount * 4));
        _loca = tables.Require("loca", (header.GlyphCount + 1) * (header.LongLoca ? 4 : 2));
    }

    /// <summary>The bytes of a glyph; empty for one without ink.</summary>
    /// <exception cref="FontFormatException">The glyph lies outside the table.</exception>
    public byte[] Glyph(ushort glyph) => _glyphs.GetOrAdd(glyph, this, static (id, outlines) => outlines.Read(id));

    /// <summary>One of the small tables that every subset takes (head, hhea, maxp …); empty when absent.</summary>
    public ReadOnlyMemory<byte> SubsetTable(string tag) => _tables.Load(tag);

    /// <summary>Advance width and left side bearing of a glyph, font units.</summary>
    public (ushort Advance, short Bearing) Metrics(ushort glyph)
    {
        var table = _metrics.Value.Span;
        var last = _header.AdvanceCount - 1;
        var advance = BinaryPrimitives.ReadUInt16BigEndian(table[(Math.Min((int)glyph, last) * 4)..]);
        var at = glyph <= last ? (glyph * 4) + 2 : ((last + 1) * 4) + ((glyph - last - 1) * 2);
        return (advance, at + 2 <= table.Length ? BinaryPrimitives.ReadInt16BigEndian(table[at..]) : (short)0);
    }

    public override GlyphBounds Bounds(ushort glyph)
    {
        var data = Glyph(glyph).AsSpan();
        if (data.Length < 10)
            return default;
        double em = _header.UnitsPerEm;
        return new GlyphBounds(
            BinaryPrimitives.ReadInt16BigEndian(data[2..]) / em,
            BinaryPrimitives.ReadInt16BigEndian(data[4..]) / em,
            BinaryPrimitives.ReadInt16BigEndian(data[6..]) / em,
            BinaryPrimitives.ReadInt16BigEndian(data[8..]) / em
        );
    }

    private byte[] Read(ushort glyph)
    {
        if (glyph >= _header.GlyphCount)
            throw new FontFormatException($"The font has {_header.GlyphCount} glyphs; glyph {glyph} was asked for.");
        var (start, end) = _header.LongLoca
            ? (
                BinaryPrimitives.ReadUInt32BigEndian(_loca.Span[(glyph * 4)..]),
                BinaryPrimitives.ReadUInt32BigEndian(_loca.Span[((glyph + 1) * 4)..])
            )
            : (
                BinaryPrimitives.ReadUInt16BigEndian(_loca.Span[(glyph * 2)..]) * 2u,
                BinaryPrimitives.ReadUInt16BigEndian(_loca.Span[((glyph + 1) * 2)..]) * 2u
            );
        if (end < start || end > _glyf.Length)
            throw new FontFormatException(
                $"Glyph {glyph} runs from {start} to {end} in a table of {_glyf.Length} bytes."
            );
        return _tables.Source.Slice(_glyf.Offset + start, (int)(end - start)).ToArray();
    }
}
