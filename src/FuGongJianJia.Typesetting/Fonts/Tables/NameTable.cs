using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>The names of a face（字体名称; OpenType “name”）in every language it has them.</summary>
internal sealed class NameTable
{
    private const ushort EnglishUs = 0x0409;
    private const ushort ChinesePrc = 0x0804;
    private readonly ImmutableArray<NameRecord> _entries;

    private NameTable(ImmutableArray<NameRecord> entries) => _entries = entries;

    private enum NameId
    {
        Family = 1,
        FullName = 4,
        PostScript = 6,
        TypographicFamily = 16,
    }

    /// <summary>Reads the table; records in encodings that are not Unicode or Latin are passed over.</summary>
    public static NameTable Parse(ReadOnlySpan<byte> table)
    {
        if (table.Length < 6)
            return new NameTable([]);
        int count = BinaryPrimitives.ReadUInt16BigEndian(table[2..]);
        int strings = BinaryPrimitives.ReadUInt16BigEndian(table[4..]);
        var entries = ImmutableArray.CreateBuilder<NameRecord>(count);
        for (var i = 0; i < count && 6 + ((i + 1) * 12) <= table.Length; i++)
        {
            var record = table[(6 + (i * 12))..];
            var id = (NameId)BinaryPrimitives.ReadUInt16BigEndian(record[6..]);
            if (id is not (NameId.Family or NameId.FullName or NameId.PostScript or NameId.TypographicFamily))
                continue;
            int platform = BinaryPrimitives.ReadUInt16BigEndian(record);
            int encoding = BinaryPrimitives.ReadUInt16BigEndian(record[2..]);
            var language = BinaryPrimitives.ReadUInt16BigEndian(record[4..]);
            int length = BinaryPrimitives.ReadUInt16BigEndian(record[8..]);
            var start = strings + BinaryPrimitives.ReadUInt16BigEndian(record[10..]);
            if (start + length > table.Length)
                continue;
            var bytes = table.Slice(start, length);
            if (platform is 3 or 0)
                entries.Add(
                    new NameRecord(id, platform == 3 ? language : EnglishUs, Encoding.BigEndianUnicode.GetString(bytes))
                );
            else if (platform == 1 && encoding == 0)
                entries.Add(new NameRecord(id, EnglishUs, Encoding.Latin1.GetString(bytes)));
        }

        return new NameTable(entries.ToImmutable());
    }

    /// <summary>Family name in Chinese when there is one, else in English, else in any language.</summary>
    public string Family =>
        Preferred(NameId.TypographicFamily, ChinesePrc)
        ?? Preferred(NameId.Family, ChinesePrc)
        ?? Preferred(NameId.TypographicFamily, EnglishUs)
        ?? Preferred(NameId.Family, EnglishUs)
        ?? Any(NameId.Family)
        ?? "";

    /// <summary>PostScript name; characters that PDF names should not have are left out.</summary>
    public string PostScript
    {
        get
        {
            var name =
                Preferred(NameId.PostScript, EnglishUs)
                ?? Any(NameId.PostScript)
                ?? Preferred(NameId.Family, EnglishUs)
                ?? "";
            var clean = string.Concat(
                name.Where(c => c is > ' ' and < '\x7f' && !"[](){}<>/%#".Contains(c, StringComparison.Ordinal))
            );
            return clean.Length > 0 ? clean : "Font";
        }
    }

    /// <summary>Family names in every language: they need a weight to choose a face.</summary>
    public IEnumerable<string> Families => Distinct(NameId.Family, NameId.TypographicFamily);

    /// <summary>Full and PostScript names in every language: they name one face.</summary>
    public IEnumerable<string> FaceNames => Distinct(NameId.FullName, NameId.PostScript);

    private IEnumerable<string> Distinct(NameId first, NameId second) =>
        _entries
            .Where(e => (e.Id == first || e.Id == second) && e.Text.Length > 0)
            .Select(e => e.Text)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private string? Preferred(NameId id, ushort language) => Pick(e => e.Id == id && e.Language == language);

    private string? Any(NameId id) => Pick(e => e.Id == id);

    private string? Pick(Func<NameRecord, bool> matches)
    {
        foreach (var entry in _entries)
        {
            if (matches(entry) && entry.Text.Length > 0)
                return entry.Text;
        }

        return null;
    }

    private readonly record struct NameRecord(NameId Id, ushort Language, string Text);
}
