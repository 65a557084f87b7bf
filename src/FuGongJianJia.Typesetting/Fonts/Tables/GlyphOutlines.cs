namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>The outlines of a face（字形轮廓）, TrueType or CFF.</summary>
internal abstract class GlyphOutlines
{
    /// <summary>Extremes of a glyph, fractions of the em.</summary>
    public abstract GlyphBounds Bounds(ushort glyph);
}
