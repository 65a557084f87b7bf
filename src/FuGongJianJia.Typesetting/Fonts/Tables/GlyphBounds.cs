namespace FuGongJianJia.Typesetting.Fonts.Tables;

/// <summary>
/// The ink of a glyph（字面框）: extremes of its outline as fractions of the em, y upwards from the baseline.
/// </summary>
/// <param name="Left">Left edge, from the glyph's origin.</param>
/// <param name="Bottom">Lower edge, negative below the baseline.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Top">Upper edge.</param>
public readonly record struct GlyphBounds(double Left, double Bottom, double Right, double Top)
{
    /// <summary>True for a glyph without ink, such as a space.</summary>
    public bool IsEmpty => Left >= Right || Bottom >= Top;
}
