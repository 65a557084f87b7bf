using System.Runtime.CompilerServices;
using System.Text;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Typesetting.Text;

/// <summary>Glyph of a character in a typeface: face in the chain, id, advance in ems.</summary>
internal readonly record struct GlyphInfo(ushort Glyph, byte Face, bool Missing, float Advance);

/// <summary>
/// Glyphs of a typeface by character（字形表）, filled a block of 256 characters at a time and then never changed,
/// so that threads share it without a lock and a warm look-up is two array reads.
/// </summary>
internal sealed class GlyphTable(Typeface typeface)
{
    private static readonly ConditionalWeakTable<FontSet, GlyphTable[]> Shared = [];

    private readonly GlyphInfo[]?[] _blocks = new GlyphInfo[]?[0x110000 >> 8];

    internal Typeface Typeface { get; } = typeface;

    /// <summary>Widest digit, ems: the width of tabular figures.</summary>
    internal float DigitWidth =>
        _digitWidth > 0 ? _digitWidth : _digitWidth = Enumerable.Range('0', 10).Max(d => this[d].Advance);

    private float _digitWidth;

    /// <summary>The apostrophe of Western words, ’ as narrow as a face of the chain has it.</summary>
    internal GlyphInfo Apostrophe
    {
        get
        {
            var latin = Typeface.Latin is { } face ? Typeface.Chain.IndexOf(face) : 0;
            for (var n = 0; n < Typeface.Chain.Length; n++)
            {
                // The face of the letters first, then the others in their order.
                var i = (n + latin) % Typeface.Chain.Length;
                if (
                    Typeface.Chain[i].TryGetGlyph(new Rune('’'), out var glyph)
                    && Typeface.Chain[i].AdvanceOf(glyph) is < 0.6 and var advance
                )
                    return new(glyph, (byte)i, false, (float)advance);
            }

            return this['’'];
        }
    }

    internal GlyphInfo this[int rune] => (_blocks[rune >> 8] ?? Fill(rune >> 8))[rune & 0xFF];

    internal static GlyphTable[] Of(FontSet fonts) =>
        Shared.GetValue(fonts, static set => [.. Enum.GetValues<FontRole>().Select(role => new GlyphTable(set[role]))]);

    /// <summary>The text of a character.</summary>
    internal static string TextOf(int rune) => rune < 0x10000 ? ((char)rune).ToString() : char.ConvertFromUtf32(rune);

    private GlyphInfo[] Fill(int block)
    {
        var infos = new GlyphInfo[256];
        for (var i = 0; i < infos.Length; i++)
        {
            var code = (block << 8) + i;
            if (code is >= 0xD800 and <= 0xDFFF)
            {
                infos[i] = new(0, 0, true, 1);
                continue;
            }

            var found = Typeface.TryFind(new Rune(code), out var face, out var glyph);
            infos[i] = new(glyph, (byte)Typeface.Chain.IndexOf(face), !found, (float)face.AdvanceOf(glyph));
        }

        _blocks[block] = infos;
        return infos;
    }
}
