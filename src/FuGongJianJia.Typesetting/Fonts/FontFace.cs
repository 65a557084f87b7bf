using System.Buffers.Binary;
using System.Text;
using FuGongJianJia.Typesetting.Fonts.Cff;
using FuGongJianJia.Typesetting.Fonts.Tables;
using FuGongJianJia.Typesetting.Fonts.TrueType;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>A parsed font face（字体）, immutable and shared by threads. Metrics are fractions of the em.</summary>
/// <remarks>
/// Opening reads a few small tables; the character map, the advances and each outline are read when first asked for,
/// so that a CJK collection of 26 MB costs milliseconds and little memory.
/// </remarks>
public sealed class FontFace
{
    private const int PrivateUse = 0xF0000;

    private readonly Lazy<CharacterMap> _characters;
    private readonly Lazy<ushort[]> _advances;
    private readonly Lazy<GlyphOutlines> _outlines;
    private readonly Lazy<double> _capHeight;
    private readonly Lazy<GlyphPositions> _positions;

    private FontFace(SfntTables tables, int index)
    {
        Index = index;
        Tables = tables;
        Header = FontHeader.Read(tables);
        IsCff = tables.Has("CFF ");
        if (!IsCff && !tables.Has("glyf"))
            throw new FontFormatException(
                tables.Has("CFF2")
                    ? "Variable CFF2 outlines are not supported."
                    : "The face has neither glyf nor CFF outlines."
            );
        if (tables.Find("cmap").Length < 4)
            throw new FontFormatException("The font has no character map (cmap).");
        var names = NameTable.Parse(tables.Load("name").Span);
        FamilyName = names.Family;
        PostScriptName = names.PostScript;
        _characters = new Lazy<CharacterMap>(() => CharacterMap.Parse(tables.Load("cmap").Span));
        _advances = new Lazy<ushort[]>(ReadAdvances);
        _outlines = new Lazy<GlyphOutlines>(ReadOutlines);
        _capHeight = new Lazy<double>(MeasureCapHeight);
        _positions = new Lazy<GlyphPositions>(() => new GlyphPositions(tables.Load("GPOS")));
    }

    /// <summary>Family name in Chinese when the font has one, else in English.</summary>
    public string FamilyName { get; }

    /// <summary>PostScript name.</summary>
    public string PostScriptName { get; }

    /// <summary>Number of the face in its collection, from 0.</summary>
    public int Index { get; }

    /// <summary>
    /// Height above the baseline that lines should allow for: the top of the em box where the font gives one.
    /// </summary>
    public double Ascent => InEm(Header.Ascender);

    /// <summary>Depth below the baseline, positive.</summary>
    public double Descent => -InEm(Header.Descender);

    /// <summary>Height of capitals and digits.</summary>
    public double CapHeight => _capHeight.Value;

    /// <summary>True for CFF outlines, false for TrueType ones.</summary>
    public bool IsCff { get; }

    /// <summary>What the maker of the font permits.</summary>
    public EmbeddingPermission Embedding => Header.Embedding;

    internal FontHeader Header { get; }

    internal SfntTables Tables { get; }

    internal GlyphOutlines Outlines => _outlines.Value;

    /// <summary>Opens a face, which is read piecewise.</summary>
    /// <param name="source">The font file.</param>
    /// <param name="index">Face in a collection, from 0.</param>
    /// <exception cref="FontFormatException">The font is damaged or of a kind that is not supported.</exception>
    internal static FontFace Open(FontSource source, int index)
    {
        try
        {
            return new FontFace(SfntTables.Read(source, index), index);
        }
        catch (ArgumentOutOfRangeException damage)
        {
            throw new FontFormatException("A table of the font ends early.", damage);
        }
    }

    /// <summary>Finds the glyph of a character.</summary>
    public bool TryGetGlyph(Rune character, out ushort glyph)
    {
        glyph = _characters.Value[character.Value];
        return glyph != 0;
    }

    /// <summary>Advance width of a glyph, fraction of the em.</summary>
    public double AdvanceOf(ushort glyph)
    {
        var advances = _advances.Value;
        return (double)advances[Math.Min(glyph, advances.Length - 1)] / Header.UnitsPerEm;
    }

    /// <summary>
    /// What the maker of the face adds to the advance of the left of two glyphs（字距）, fraction of the em; usually
    /// negative.
    /// </summary>
    public double KerningOf(ushort left, ushort right) => InEm(_positions.Value.Kerning(left, right));

    /// <summary>
    /// Where the origin of a combining mark stands, from that of its letter, y upwards, fractions of the em; null when
    /// the face does not say.
    /// </summary>
    internal (double X, double Y)? AnchorOf(ushort letter, ushort mark) =>
        _positions.Value.Anchor(letter, mark) is var (x, y) ? (InEm(x), InEm(y)) : null;

    /// <summary>
    /// Extremes of a glyph's outline; empty for a glyph without ink. Each call reads the outline: keep what you need
    /// often.
    /// </summary>
    public GlyphBounds InkBox(ushort glyph) => Outlines.Bounds(glyph);

    /// <summary>
    /// A font file of chosen glyphs that stands by itself（字体子集）, for whoever draws glyphs by their numbers.
    /// </summary>
    /// <param name="glyphs">Glyphs in their new order; the first is 0 (.notdef). At least two.</param>
    /// <exception cref="FontFormatException">A glyph in use is damaged.</exception>
    public byte[] Subset(ReadOnlySpan<ushort> glyphs)
    {
        // Found by number only: characters of nobody (private use) stand for them.
        var characters = new SortedDictionary<int, ushort>();
        for (var i = 1; i < glyphs.Length; i++)
            characters.Add(PrivateUse + i, (ushort)i);
        using var file = new ByteWriter();
        StandaloneSubset.Write(this, PostScriptName, glyphs, characters, file);
        return file.Written.ToArray();
    }

    /// <summary>How many hanzi of U+4E00–U+9FFF the face has.</summary>
    internal int CountHan() => _characters.Value.CountHan();

    internal double InEm(double units) => units / Header.UnitsPerEm;

    private ushort[] ReadAdvances()
    {
        var count = Math.Max(1, Header.AdvanceCount);
        var table = Tables.Require("hmtx", count * 4).Span;
        var advances = new ushort[count];
        for (var i = 0; i < count; i++)
            advances[i] = BinaryPrimitives.ReadUInt16BigEndian(table[(i * 4)..]);
        return advances;
    }

    private GlyphOutlines ReadOutlines()
    {
        try
        {
            return IsCff ? new CffOutlines(Tables, Header) : new TrueTypeOutlines(Tables, Header);
        }
        catch (Exception damage) when (damage is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new FontFormatException("The outlines of the font end early.", damage);
        }
    }

    private double MeasureCapHeight()
    {
        if (Header.CapHeight > 0)
            return InEm(Header.CapHeight);
        return TryGetGlyph(new Rune('H'), out var glyph) && InkBox(glyph) is { IsEmpty: false } box ? box.Top : 0.7;
    }
}
