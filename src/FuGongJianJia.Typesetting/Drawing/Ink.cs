using System.Collections.Immutable;

namespace FuGongJianJia.Typesetting.Drawing;

/// <summary>A colour of paper（颜色）, 8 bits a channel, sRGB.</summary>
/// <param name="R">Red.</param>
/// <param name="G">Green.</param>
/// <param name="B">Blue.</param>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>Black.</summary>
    public static Rgb Black => new(0, 0, 0);

    /// <summary>White.</summary>
    public static Rgb White => new(255, 255, 255);

    /// <summary>From 0xRRGGBB.</summary>
    public static Rgb FromHex(int value) => new((byte)(value >> 16), (byte)(value >> 8), (byte)value);

    /// <summary>This colour over white paper（浅色）: every printer can do a tint, not every one transparency.</summary>
    /// <param name="opacity">0–1, 1 for the colour itself; what lies outside counts as the nearer end.</param>
    public Rgb Tint(double opacity)
    {
        var part = Math.Clamp(opacity, 0, 1);
        return part >= 1 ? this : new Rgb(Mix(R), Mix(G), Mix(B));

        byte Mix(byte channel) => (byte)Math.Round(255 - ((255 - channel) * part), MidpointRounding.AwayFromZero);
    }
}

/// <summary>
/// Ink（墨）: the colour on paper, and a token by which a screen may choose its own (dark mode, high contrast).
/// </summary>
/// <param name="Color">On paper.</param>
/// <param name="Token">Name of a style variable, such as ink or norm; null keeps the paper colour.</param>
public readonly record struct Ink(Rgb Color, string? Token = null);

/// <summary>Pattern of a filled area（图案）, so that a figure can be read without colour.</summary>
public enum FillPattern
{
    /// <summary>Even.</summary>
    Solid,

    /// <summary>Diagonal lines, rising to the right.</summary>
    Rising,

    /// <summary>Diagonal lines, falling to the right.</summary>
    Falling,

    /// <summary>Crossed diagonals.</summary>
    Crossed,

    /// <summary>Dots.</summary>
    Dots,

    /// <summary>Horizontal lines.</summary>
    Horizontal,
}

/// <summary>Fill of a path（填充）.</summary>
/// <param name="Ink">Colour.</param>
/// <param name="Pattern">Pattern drawn in that ink; Solid fills evenly.</param>
/// <param name="Opacity">0–1; 1 by default. Paper may render it as a tint on white.</param>
public readonly record struct Fill(Ink Ink, FillPattern Pattern = FillPattern.Solid, double Opacity = 1);

/// <summary>Stroke of a path（描边）.</summary>
/// <param name="Ink">Colour.</param>
/// <param name="Width">Points.</param>
/// <param name="Dash">Dash and gap lengths in points, alternating; empty for a solid line.</param>
public readonly record struct Stroke(Ink Ink, double Width, ImmutableArray<double> Dash = default);
