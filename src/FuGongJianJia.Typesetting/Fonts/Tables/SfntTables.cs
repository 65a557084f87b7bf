using System.Buffers.Binary;

namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>The table directory of one face in a TTF, OTF, TTC or OTC file（字体表目录; OpenType 1.9 “otff”）.</summary>
internal sealed class SfntTables
{
    private readonly FontSource _source;
    private readonly Dictionary<uint, (long Offset, int Length)> _tables;

    private SfntTables(FontSource source, Dictionary<uint, (long Offset, int Length)> tables)
    {
        _source = source;
        _tables = tables;
    }

    /// <summary>The file.</summary>
    public FontSource Source => _source;

    /// <summary>Number of faces in a file: 1, or those of a collection.</summary>
    public static int CountFaces(FontSource source)
    {
        var header = source.Slice(0, 12).Span;
        return BinaryPrimitives.ReadUInt32BigEndian(header) == Tag("ttcf")
            ? (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(header[8..]), 512)
            : 1;
    }

    /// <summary>Reads the directory of a face.</summary>
    /// <exception cref="FontFormatException">Not a font, or no such face.</exception>
    public static SfntTables Read(FontSource source, int face)
    {
        var start = 0L;
        var header = source.Slice(0, 12).Span;
        var version = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (version == Tag("ttcf"))
        {
            var count = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
            if (face < 0 || face >= count)
                throw new FontFormatException($"The collection has {count} faces; face {face} was asked for.");
            start = BinaryPrimitives.ReadUInt32BigEndian(source.Slice(12 + (4 * face), 4).Span);
            header = source.Slice(start, 12).Span;
            version = BinaryPrimitives.ReadUInt32BigEndian(header);
        }
        else if (face != 0)
        {
            throw new FontFormatException($"The file has one face; face {face} was asked for.");
        }

        if (version is not (0x00010000 or 0x74727565) && version != Tag("OTTO"))
            throw new FontFormatException($"A font begins with 00010000, true, OTTO or ttcf; found {version:X8}.");
        int tableCount = BinaryPrimitives.ReadUInt16BigEndian(header[4..]);
        var records = source.Slice(start + 12, tableCount * 16).Span;
        var tables = new Dictionary<uint, (long, int)>(tableCount);
        for (var i = 0; i < tableCount; i++)
        {
            var record = records[(i * 16)..];
            var length = BinaryPrimitives.ReadUInt32BigEndian(record[12..]);
            if (length > int.MaxValue)
                throw new FontFormatException($"A table claims {length} bytes.");
            tables[BinaryPrimitives.ReadUInt32BigEndian(record)] = (
                BinaryPrimitives.ReadUInt32BigEndian(record[8..]),
                (int)length
            );
        }

        return new SfntTables(source, tables);
    }

    /// <summary>Whether the face has a table.</summary>
    public bool Has(string tag) => _tables.ContainsKey(Tag(tag));

    /// <summary>Where a table lies in the file; (0, 0) when absent.</summary>
    public (long Offset, int Length) Find(string tag) => _tables.GetValueOrDefault(Tag(tag));

    /// <summary>A whole table; empty when absent.</summary>
    public ReadOnlyMemory<byte> Load(string tag) =>
        _tables.TryGetValue(Tag(tag), out var place) ? _source.Slice(place.Offset, place.Length) : default;

    /// <summary>A whole table of at least some bytes.</summary>
    /// <exception cref="FontFormatException">The table is absent or shorter.</exception>
    public ReadOnlyMemory<byte> Require(string tag, int atLeast)
    {
        var table = Load(tag);
        return table.Length >= atLeast
            ? table
            : throw new FontFormatException(
                $"Table {tag} should have at least {atLeast} bytes; it has {table.Length}."
            );
    }

    private static uint Tag(string tag) => ((uint)tag[0] << 24) | ((uint)tag[1] << 16) | ((uint)tag[2] << 8) | tag[3];
}
