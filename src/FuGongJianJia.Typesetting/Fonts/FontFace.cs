using System.Text;

namespace FuGongJianJia.Typesetting.Fonts;

/// <summary>A parsed font face（字体）, immutable and shared by threads. Metrics are fractions of the em.</summary>
public abstract class FontFace
{
    /// <summary>Family name in Chinese when the font has one, else in English.</summary>
    public abstract string FamilyName { get; }

    /// <summary>PostScript name.</summary>
    public abstract string PostScriptName { get; }

    /// <summary>Height above the baseline that lines should allow for.</summary>
    public abstract double Ascent { get; }

    /// <summary>Depth below the baseline, positive.</summary>
    public abstract double Descent { get; }

    /// <summary>Height of capitals and digits.</summary>
    public abstract double CapHeight { get; }

    /// <summary>Finds the glyph of a character.</summary>
    public abstract bool TryGetGlyph(Rune character, out ushort glyph);

    /// <summary>Advance width of a glyph, fraction of the em.</summary>
    public abstract double AdvanceOf(ushort glyph);
}
