using System.Collections.Immutable;
using FuGongJianJia.Model;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>
/// The inks of all figures（色板）, named once: on paper the colours below, on a screen whatever the style sheet gives to
/// the token.
/// Cinnabar marks the subject of the figure and nothing else; an index is known by its colour, its pattern and its
/// one-character seal.
/// </summary>
public static class Palette
{
    /// <summary>墨.</summary>
    public static Ink Ink { get; } = new(Rgb.Black, "ink");

    /// <summary>次要文字: 60 % black on paper.</summary>
    public static Ink Second { get; } = new(Rgb.FromHex(0x595959), "second");

    /// <summary>细线: 30 % black on paper.</summary>
    public static Ink Hairline { get; } = new(Rgb.FromHex(0xB3B3B3), "hairline");

    /// <summary>纸.</summary>
    public static Ink Paper { get; } = new(Rgb.White, "paper");

    /// <summary>朱砂: the publication and the subject of this page.</summary>
    public static Ink Cinnabar { get; } = new(Rgb.FromHex(0xA3201D), "cinnabar");

    /// <summary>Every token a figure may use, for the style sheet's test.</summary>
    public static ImmutableArray<string> Tokens { get; } =
    ["ink", "second", "hairline", "paper", "cinnabar", "red", "norm", "vigour", "warmth", "harmony"];

    /// <summary>Ink of an index.</summary>
    public static Ink Of(IndexKey key) =>
        new(
            Rgb.FromHex(
                key switch
                {
                    IndexKey.Red => 0xA3201D,
                    IndexKey.Norm => 0x1F4E79,
                    IndexKey.Vigour => 0xB86E00,
                    IndexKey.Warmth => 0x7E5A9B,
                    _ => 0x2B6E5E,
                }
            ),
            key.Slug()
        );

    /// <summary>Pattern of an index, so that it is known in black and white.</summary>
    public static FillPattern Pattern(IndexKey key) =>
        key switch
        {
            IndexKey.Red => FillPattern.Solid,
            IndexKey.Norm => FillPattern.Rising,
            IndexKey.Vigour => FillPattern.Dots,
            IndexKey.Warmth => FillPattern.Horizontal,
            _ => FillPattern.Crossed,
        };

    /// <summary>Fill of an index: its ink in its pattern.</summary>
    public static Fill FillOf(IndexKey key) => new(Of(key), Pattern(key));
}
