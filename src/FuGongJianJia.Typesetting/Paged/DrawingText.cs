using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Typesetting.Paged;

/// <summary>
/// Sets the texts of drawings（图中文字）: one line, no justification, each character in the first face that has it.
/// </summary>
public static class DrawingText
{
    /// <summary>Glyphs of a text, a piece a face; offsets are from the text's left end.</summary>
    /// <param name="mark">The text.</param>
    /// <param name="typeface">Faces of its role.</param>
    public static IReadOnlyList<(FontFace Face, PlacedGlyph[] Glyphs, double End)> Shape(
        TextMark mark,
        Typeface typeface
    )
    {
        ArgumentNullException.ThrowIfNull(mark);
        ArgumentNullException.ThrowIfNull(typeface);
        var pieces = new List<(FontFace, PlacedGlyph[], double)>();
        var glyphs = new List<PlacedGlyph>(mark.Text.Length);
        FontFace? current = null;
        var at = 0.0;
        foreach (var rune in mark.Text.EnumerateRunes())
        {
            typeface.TryFind(rune, out var face, out var glyph);
            if (current is not null && !ReferenceEquals(face, current))
            {
                pieces.Add((current, [.. glyphs], at));
                glyphs.Clear();
            }

            current = face;
            glyphs.Add(new PlacedGlyph(glyph, rune.ToString(), at));
            at += face.AdvanceOf(glyph) * mark.Size;
        }

        if (current is not null)
            pieces.Add((current, [.. glyphs], at));
        return pieces;
    }
}
