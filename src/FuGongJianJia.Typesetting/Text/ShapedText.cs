using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Text;

/// <summary>How a stretch of text is set.</summary>
/// <param name="Glyphs">Typeface.</param>
/// <param name="Size">Points.</param>
/// <param name="Color">Colour.</param>
/// <param name="LetterSpacing">Points after each character.</param>
/// <param name="Rise">Points above the baseline.</param>
/// <param name="Mark">What the stretch belongs to (a link, a note mark); -1 for plain text.</param>
/// <param name="Tabular">Digits all as wide as the widest.</param>
internal readonly record struct RunStyle(
    GlyphTable Glyphs,
    double Size,
    Rgb Color,
    double LetterSpacing,
    double Rise,
    int Mark,
    bool Tabular = false
);

/// <summary>A character in its place in a paragraph. Lengths are points.</summary>
internal struct Cluster
{
    /// <summary>Character.</summary>
    public int Rune;

    /// <summary>Glyph in the face.</summary>
    public ushort Glyph;

    /// <summary>Index of the style.</summary>
    public ushort Style;

    /// <summary>Index of the face in the typeface's chain.</summary>
    public byte Face;

    /// <summary>Class.</summary>
    public CharClass Class;

    /// <summary>A line may begin here.</summary>
    public bool Break;

    /// <summary>White may be put between this and the character before.</summary>
    public bool Stretch;

    /// <summary>
    /// Width as it is set when nothing is compressed or stretched: after pair compression, with letter spacing, without
    /// Gap.
    /// </summary>
    public float Width;

    /// <summary>How far the glyph's origin lies left of the cluster's left edge (a left blank taken away).</summary>
    public float Shift;

    /// <summary>How far a combining mark stands above its own place, over the letter it belongs to.</summary>
    public float Lift;

    /// <summary>Gap before it between hanzi and Western text.</summary>
    public float Gap;

    /// <summary>Blank left in the left half, which a line start takes away and compression may use.</summary>
    public float BlankLeft;

    /// <summary>Blank left in the right half, which a line end takes away and compression may use.</summary>
    public float BlankRight;

    /// <summary>Letter spacing included in Width.</summary>
    public float Spacing;
}

/// <summary>
/// A paragraph's characters with glyphs, widths, break places and white that may be changed（已定形的文字）;
/// what depends on the measure comes later.
/// </summary>
internal sealed class ShapedText
{
    internal ShapedText(Cluster[] clusters, int count, RunStyle[] styles)
    {
        (Clusters, Count, Styles) = (clusters, count, styles);
    }

    internal Cluster[] Clusters { get; }

    internal int Count { get; }

    internal RunStyle[] Styles { get; }

    /// <summary>Characters without a glyph, in order of appearance; null for none.</summary>
    internal List<int>? Missing { get; set; }

    internal bool HasSpring { get; set; }

    internal bool HasNewLine { get; set; }

    /// <summary>True when U+200B marks breaks at sense.</summary>
    internal bool HasSenseBreaks { get; set; }

    /// <summary>Sum of widths and gaps, points.</summary>
    internal double NaturalWidth { get; set; }

    /// <summary>Widest stretch that no line break divides, points.</summary>
    internal double WidestWord()
    {
        double widest = 0,
            word = 0;
        for (var i = 0; i < Count; i++)
        {
            ref readonly var c = ref Clusters[i];
            if (c.Break || c.Class is CharClass.NewLine)
                (widest, word) = (Math.Max(widest, word - TrailingWhite(i)), 0);
            word += c.Width + (word > 0 ? c.Gap : 0);
        }

        return Math.Max(widest, word - TrailingWhite(Count));
    }

    /// <summary>Width of the widest line when only forced breaks are taken, points.</summary>
    internal double WidestLine()
    {
        if (!HasNewLine)
            return NaturalWidth;
        double widest = 0,
            line = 0;
        for (var i = 0; i < Count; i++)
        {
            ref readonly var c = ref Clusters[i];
            if (c.Class == CharClass.NewLine)
            {
                (widest, line) = (Math.Max(widest, line), 0);
                continue;
            }

            line += c.Width + c.Gap;
        }

        return Math.Max(widest, line);
    }

    private double TrailingWhite(int end) =>
        end > 0 && Clusters[end - 1].Class == CharClass.Space ? Clusters[end - 1].Width
        : end > 0 ? Clusters[end - 1].BlankRight
        : 0;
}
