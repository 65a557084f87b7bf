using System.Buffers.Binary;

namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>The figures of a face in font units（字体度量）: head, hhea, maxp, OS/2 and post.</summary>
internal sealed record FontHeader
{
    public required int UnitsPerEm { get; init; }

    public required (int XMin, int YMin, int XMax, int YMax) Box { get; init; }

    /// <summary>glyf offsets have four bytes rather than two.</summary>
    public required bool LongLoca { get; init; }

    public required int GlyphCount { get; init; }

    public required int AdvanceCount { get; init; }

    public required int Ascender { get; init; }

    /// <summary>Negative below the baseline.</summary>
    public required int Descender { get; init; }

    /// <summary>0 when the font does not say.</summary>
    public required int CapHeight { get; init; }

    public required double ItalicAngle { get; init; }

    public required bool FixedPitch { get; init; }

    /// <summary>100–900.</summary>
    public required int Weight { get; init; }

    public required bool Italic { get; init; }

    public required EmbeddingPermission Embedding { get; init; }

    public static FontHeader Read(SfntTables tables)
    {
        var head = tables.Require("head", 54).Span;
        var hhea = tables.Require("hhea", 36).Span;
        var maxp = tables.Require("maxp", 6).Span;
        var os2 = tables.Load("OS/2").Span;
        var post = tables.Load("post").Span;
        int unitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(head[18..]);
        if (unitsPerEm is < 16 or > 16384)
            throw new FontFormatException($"Units per em should be 16 to 16384; found {unitsPerEm}.");

        var (ascender, descender) = (Int16(hhea, 4), Int16(hhea, 6));
        if (os2.Length >= 72 && Int16(os2, 68) - Int16(os2, 70) is > 0 and var height && height <= 2 * unitsPerEm)
        {
            // The typographic pair is the em box of CJK fonts (0.88 + 0.12); hhea often includes line spacing.
            (ascender, descender) = (Int16(os2, 68), Int16(os2, 70));
        }

        return new FontHeader
        {
            UnitsPerEm = unitsPerEm,
            Box = (Int16(head, 36), Int16(head, 38), Int16(head, 40), Int16(head, 42)),
            LongLoca = Int16(head, 50) != 0,
            GlyphCount = BinaryPrimitives.ReadUInt16BigEndian(maxp[4..]),
            AdvanceCount = BinaryPrimitives.ReadUInt16BigEndian(hhea[34..]),
            Ascender = ascender,
            Descender = descender,
            CapHeight = os2.Length >= 90 && Int16(os2, 0) >= 2 ? Int16(os2, 88) : 0,
            ItalicAngle = post.Length >= 16 ? BinaryPrimitives.ReadInt32BigEndian(post[4..]) / 65536.0 : 0,
            FixedPitch = post.Length >= 16 && BinaryPrimitives.ReadUInt32BigEndian(post[12..]) != 0,
            Weight = WeightOf(os2),
            Italic = os2.Length >= 64 && (os2[63] & 1) != 0,
            Embedding = PermissionOf(os2),
        };
    }

    /// <summary>Weight class; 400 when the font does not say.</summary>
    public static int WeightOf(ReadOnlySpan<byte> os2) =>
        os2.Length >= 6 && BinaryPrimitives.ReadUInt16BigEndian(os2[4..]) is >= 1 and <= 1000 and var weight
            ? weight
            : 400;

    /// <summary>
    /// Permission of fsType: of several licence bits the most liberal counts (OpenType OS/2, version 0–2).
    /// </summary>
    public static EmbeddingPermission PermissionOf(ReadOnlySpan<byte> os2)
    {
        if (os2.Length < 10)
            return EmbeddingPermission.Installable;
        int type = BinaryPrimitives.ReadUInt16BigEndian(os2[8..]);
        if ((type & 0x0300) != 0)
            return EmbeddingPermission.Forbidden;
        return (type & 0x000E) switch
        {
            0 => EmbeddingPermission.Installable,
            var bits when (bits & 8) != 0 => EmbeddingPermission.Editable,
            var bits when (bits & 4) != 0 => EmbeddingPermission.PreviewAndPrint,
            _ => EmbeddingPermission.Forbidden,
        };
    }

    private static int Int16(ReadOnlySpan<byte> table, int offset) =>
        BinaryPrimitives.ReadInt16BigEndian(table[offset..]);
}
