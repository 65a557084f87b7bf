using System.Text;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Typesetting.Pdf;

/// <summary>Sets the texts of drawings（图中文字）: one line, no justification, each character in the first face that has it.</summary>
public static class DrawingText
{
    /// <summary>Width of a text in points, as the PDF will show it.</summary>
    public static double Width(string text, double size, Typeface typeface)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            typeface.TryFind(rune, out var face, out var glyph);
            width += face.AdvanceOf(glyph) * size;
        }

        return width;
    }

    /// <summary>Characters of a drawing that no face has, in order, each once: what a diagnostic should name.</summary>
    public static IReadOnlyList<Rune> MissingCharacters(Drawing.Drawing drawing, FontSet faces)
    {
        var missing = new List<Rune>();
        Collect(drawing.Marks, faces, missing);
        return missing;
    }

    /// <summary>Glyphs of a text, a piece a face; offsets are from the text's left end.</summary>
    internal static List<(FontFace Face, PlacedGlyph[] Glyphs, double End)> Shape(TextMark mark, Typeface typeface)
    {
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

    private static void Collect(IEnumerable<Mark> marks, FontSet faces, List<Rune> missing)
    {
        foreach (var mark in marks)
        {
            if (mark is GroupMark group)
                Collect(group.Marks, faces, missing);
            if (mark is not TextMark text)
                continue;
            foreach (var rune in text.Text.EnumerateRunes())
            {
                if (!faces[text.Role].TryFind(rune, out _, out _) && !missing.Contains(rune))
                    missing.Add(rune);
            }
        }
    }
}
