using System.Buffers.Binary;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>
/// CFF outlines, name-keyed or CID-keyed（CFF 轮廓; Adobe TN 5176）. Charstrings are read one by one from the file; those
/// that a subset needs are kept with their subroutines written out, so that a second document copies them.
/// </summary>
internal sealed class CffOutlines : GlyphOutlines
{
    private readonly int _unitsPerEm;
    private readonly CffIndex _charStrings;
    private readonly CffIndex _globalSubrs;
    private readonly byte[] _fontDictOfGlyph;
    private readonly ReadOnlyMemory<byte> _charset;
    private readonly GlyphCache<byte[]> _flattened = new();

    public CffOutlines(SfntTables tables, FontHeader header)
        : this(tables.Source, tables.Find("CFF "), header.UnitsPerEm) { }

    /// <summary>Reads a CFF font at a place in a file.</summary>
    /// <exception cref="FontFormatException">The font is damaged.</exception>
    public CffOutlines(FontSource source, (long Offset, int Length) place, int unitsPerEm)
    {
        _unitsPerEm = unitsPerEm;
        var (start, length) = place;
        var names = CffIndex.Read(source, start + source.Slice(start + 2, 1).Span[0]);
        var tops = CffIndex.Read(source, names.End);
        var strings = CffIndex.Read(source, tops.End);
        _globalSubrs = CffIndex.Read(source, strings.End);
        Top = CffDict.Parse(tops.Read(0));
        _charStrings = CffIndex.Read(source, start + Required(CffDict.CharStrings, "CharStrings"));
        IsCid = Top[CffDict.Ros].Length == 3;
        if (IsCid)
        {
            var array = CffIndex.Read(source, start + Required(CffDict.FdArray, "FDArray"));
            Fonts =
            [
                .. Enumerable
                    .Range(0, array.Count)
                    .Select(i => CffFontDict.Read(source, start, CffDict.Parse(array.Read(i)))),
            ];
            _fontDictOfGlyph = ReadFdSelect(source, start + Required(CffDict.FdSelect, "FDSelect"), start + length);
        }
        else
        {
            Fonts = [CffFontDict.Read(source, start, Top)];
            _fontDictOfGlyph = [];
            if (Top.Integer(CffDict.Charset, 0) is > 2 and var charset)
                _charset = source.Slice(
                    start + charset,
                    (int)Math.Min(1 + (_charStrings.Count * 3L), length - charset)
                );
        }
    }

    /// <summary>The top DICT.</summary>
    public CffDict Top { get; }

    /// <summary>Whether glyphs are keyed by CID.</summary>
    public bool IsCid { get; }

    /// <summary>Font DICTs: one for a name-keyed font.</summary>
    public IReadOnlyList<CffFontDict> Fonts { get; }

    /// <summary>Index of the Font DICT of a glyph.</summary>
    public int FontDictOf(ushort glyph) => glyph < _fontDictOfGlyph.Length ? _fontDictOfGlyph[glyph] : 0;

    /// <summary>The charstring as the file has it.</summary>
    public ReadOnlyMemory<byte> CharString(ushort glyph) => _charStrings.Read(glyph);

    /// <summary>
    /// The charstring with the subroutines it calls written out in their places and without hints; same outline.
    /// </summary>
    public byte[] Flattened(ushort glyph) =>
        _flattened.GetOrAdd(glyph, this, static (id, cff) => CharStringFlattener.Flatten(cff, id));

    public override GlyphBounds Bounds(ushort glyph)
    {
        var bounds = new OutlineBounds();
        Trace(glyph, bounds);
        return bounds.InEm(_unitsPerEm);
    }

    /// <summary>
    /// Draws the outline, in font units, and returns the charstring's own width operand; null for the default width.
    /// </summary>
    /// <exception cref="FontFormatException">The charstring is damaged.</exception>
    public double? Trace(ushort glyph, IOutlineSink sink)
    {
        var interpreter = new CharStringInterpreter(this, sink);
        interpreter.Run(glyph);
        return interpreter.WidthOperand;
    }

    /// <summary>A global subroutine, by the biased number that charstrings use.</summary>
    public ReadOnlySpan<byte> GlobalSubr(int number) => _globalSubrs.Read(number + Bias(_globalSubrs.Count)).Span;

    /// <summary>A local subroutine of the Font DICT of a glyph.</summary>
    public ReadOnlySpan<byte> LocalSubr(ushort glyph, int number)
    {
        var subrs = Fonts[FontDictOf(glyph)].Subrs;
        return subrs.Read(number + Bias(subrs.Count)).Span;
    }

    /// <summary>
    /// Glyph of a code of StandardEncoding, for accented letters composed by endchar (TN 5177 appendix C).
    /// </summary>
    public ushort StandardGlyph(int code)
    {
        var name = StandardName(code);
        if (_charset.IsEmpty)
            return (ushort)name;
        var charset = _charset.Span;
        var glyph = 1;
        for (var i = 1; glyph < _charStrings.Count && i + 2 <= charset.Length; )
        {
            int first = BinaryPrimitives.ReadUInt16BigEndian(charset[i..]);
            i += 2;
            var left = 0;
            if (charset[0] == 1)
                left = charset[i++];
            else if (charset[0] == 2)
                (left, i) = (BinaryPrimitives.ReadUInt16BigEndian(charset[i..]), i + 2);
            if (name >= first && name <= first + left)
                return (ushort)(glyph + name - first);
            glyph += left + 1;
        }

        return 0;
    }

    private static int Bias(int count) =>
        count < 1240 ? 107
        : count < 33900 ? 1131
        : 32768;

    // StandardEncoding maps these runs of codes to consecutive standard strings.
    private static int StandardName(int code) =>
        code switch
        {
            >= 32 and <= 126 => code - 31,
            >= 161 and <= 175 => code - 65,
            >= 177 and <= 180 => code - 66,
            >= 182 and <= 189 => code - 67,
            191 => 123,
            >= 193 and <= 200 => code - 69,
            202 or 203 => code - 70,
            >= 205 and <= 208 => code - 71,
            225 => 138,
            227 => 139,
            >= 232 and <= 235 => code - 92,
            241 => 144,
            245 => 145,
            >= 248 and <= 251 => code - 102,
            _ => 0,
        };

    private int Required(int op, string name) =>
        Top.Integer(op, 0) is > 0 and var offset
            ? offset
            : throw new FontFormatException($"The CFF font has no {name}.");

    private byte[] ReadFdSelect(FontSource source, long position, long end)
    {
        var select = new byte[_charStrings.Count];
        var table = source.Slice(position, (int)Math.Min(end - position, 5 + (3L * _charStrings.Count))).Span;
        if (table[0] == 0)
        {
            table.Slice(1, select.Length).CopyTo(select);
            return select;
        }

        if (table[0] != 3)
            throw new FontFormatException($"FDSelect has format 0 or 3; found {table[0]}.");
        int ranges = BinaryPrimitives.ReadUInt16BigEndian(table[1..]);
        for (var i = 0; i < ranges; i++)
        {
            var range = table[(3 + (i * 3))..];
            int first = BinaryPrimitives.ReadUInt16BigEndian(range);
            int next = BinaryPrimitives.ReadUInt16BigEndian(range[3..]);
            if (next < first || next > select.Length || range[2] >= Fonts.Count)
                throw new FontFormatException(
                    $"FDSelect gives glyphs {first}–{next} to Font DICT {range[2]} of {Fonts.Count}."
                );
            select.AsSpan(first, next - first).Fill(range[2]);
        }

        return select;
    }
}
