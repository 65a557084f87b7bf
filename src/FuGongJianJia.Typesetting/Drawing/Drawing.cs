using System.Collections.Immutable;

namespace FuGongJianJia.Typesetting.Drawing;

/// <summary>
/// A vector drawing（矢量图）, described once and rendered to PDF by this library and to SVG by whoever wants a page.
/// Lengths are points (1/72 inch), the origin is the top left corner, y grows downwards.
/// </summary>
public sealed record Drawing
{
    /// <summary>Width in points, positive.</summary>
    public required double Width { get; init; }

    /// <summary>Height in points, positive.</summary>
    public required double Height { get; init; }

    /// <summary>Marks, painted in order.</summary>
    public required ImmutableArray<Mark> Marks { get; init; }

    /// <summary>Short title（标题）: SVG title.</summary>
    public required string Title { get; init; }

    /// <summary>The finding in words（替代文字）: SVG desc, PDF Alt.</summary>
    public required string Description { get; init; }
}
