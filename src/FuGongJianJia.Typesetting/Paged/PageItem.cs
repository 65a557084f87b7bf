using System.Collections.Immutable;
using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Fonts;

namespace FuGongJianJia.Typesetting.Paged;

/// <summary>Something placed on a page（页面元素）.</summary>
public abstract record PageItem
{
    private protected PageItem() { }

    /// <summary>
    /// The leaf of the structure tree that it belongs to; null for an artifact (rules, running heads, page numbers).
    /// </summary>
    public StructureNode? Structure { get; init; }

    /// <summary>
    /// What an item without structure is; by default text in the top or bottom eighth of the page is a running head or
    /// foot.
    /// </summary>
    public ArtifactKind Artifact { get; init; }
}

/// <summary>Kind of page content that is not read（装饰内容; ISO 32000-1, 14.8.2.2.2）.</summary>
public enum ArtifactKind
{
    /// <summary>
    /// By position: text in the top eighth of the page is a Header, in the bottom eighth a Footer, all else is Other.
    /// </summary>
    ByPlace,

    /// <summary>页眉.</summary>
    Header,

    /// <summary>页脚, page numbers.</summary>
    Footer,

    /// <summary>Rules, backgrounds, repeated heads of tables.</summary>
    Other,
}

/// <summary>Glyphs of one face and size on one baseline（字形串）.</summary>
/// <param name="Face">Face.</param>
/// <param name="Size">Type size in points.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Origin of the first glyph.</param>
/// <param name="Y">Baseline.</param>
/// <param name="Glyphs">Glyphs.</param>
public sealed record GlyphRun(
    FontFace Face,
    double Size,
    Rgb Color,
    double X,
    double Y,
    ImmutableArray<PlacedGlyph> Glyphs
) : PageItem;

/// <summary>A glyph in a run.</summary>
/// <param name="Glyph">Glyph id in the face.</param>
/// <param name="Text">The characters it stands for (usually one); what copying and searching give back.</param>
/// <param name="Offset">Origin relative to the run's X, points.</param>
public readonly record struct PlacedGlyph(ushort Glyph, string Text, double Offset);

/// <summary>A filled or stroked path on a page.</summary>
/// <param name="Segments">Page coordinates, y down.</param>
/// <param name="Fill">Fill.</param>
/// <param name="Stroke">Stroke.</param>
public sealed record PathItem(ImmutableArray<Segment> Segments, Fill? Fill, Stroke? Stroke) : PageItem;

/// <summary>
/// A figure: a drawing whose top left corner stands at (X, Y), scaled. Its texts are set with the given faces.
/// </summary>
/// <param name="Drawing">Drawing.</param>
/// <param name="X">Left.</param>
/// <param name="Y">Top.</param>
/// <param name="Scale">Scale, 1 for its own size.</param>
/// <param name="Faces">Faces for its texts.</param>
public sealed record DrawingItem(Drawing.Drawing Drawing, double X, double Y, double Scale, FontSet Faces) : PageItem;

/// <summary>A raster image in a box: PNG without interlacing (an alpha channel is set on white), or JPEG.</summary>
/// <param name="Content">The file's bytes.</param>
/// <param name="Area">Where.</param>
public sealed record ImageItem(ImmutableArray<byte> Content, Rectangle Area) : PageItem;
