using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>
/// A running head or foot（书眉、页脚）: three places on a line outside the type area. An artifact for readers.
/// </summary>
public sealed record RunningLine
{
    /// <summary>At the inner edge (left on every page unless pages mirror).</summary>
    public Phrase Inside { get; init; }

    /// <summary>In the middle.</summary>
    public Phrase Centre { get; init; }

    /// <summary>At the outer edge.</summary>
    public Phrase Outside { get; init; }

    /// <summary>Inside and Outside change places on even pages.</summary>
    public bool Mirrored { get; init; } = true;

    /// <summary>Face.</summary>
    public FontRole Role { get; init; } = FontRole.Song;

    /// <summary>Type size, points.</summary>
    public double Size { get; init; } = TypeSize.SmallFive;

    /// <summary>Colour.</summary>
    public Ink Ink { get; init; } = new(Rgb.FromHex(0x585046), "second");

    /// <summary>Distance from the type area to the nearer edge of the text, points.</summary>
    public double Distance { get; init; } = Units.Mm(6);

    /// <summary>Rule between text and type area, points thick; 0 for none.</summary>
    public double RuleThickness { get; init; }
}
