using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FuGongJianJia.Pictures;

/// <summary>
/// What of SVG is passive（静态图形）: shapes, paint, text. Scripts, events, animation, links, embedded pictures and pages,
/// and whatever later versions add, are not on the lists.
/// </summary>
internal static partial class PassiveSvg
{
    public static FrozenSet<string> Elements { get; } =
        Set(
            """
            svg g defs symbol use title desc style path rect circle ellipse line polyline polygon
            text tspan textPath linearGradient radialGradient stop clipPath mask pattern marker
            filter feBlend feColorMatrix feComposite feDropShadow feFlood feGaussianBlur feMerge feMergeNode feOffset
            """
        );

    public static FrozenSet<string> Attributes { get; } =
        Set(
            """
            id class style role lang version baseProfile preserveAspectRatio viewBox transform
            x y width height cx cy r rx ry x1 y1 x2 y2 dx dy d points pathLength rotate textLength lengthAdjust
            startOffset method spacing side
            fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
            stroke-miterlimit stroke-opacity stroke-width vector-effect paint-order color color-interpolation
            color-interpolation-filters color-rendering opacity visibility display overflow clip clip-path clip-rule
            mask filter mix-blend-mode isolation shape-rendering text-rendering image-rendering pointer-events
            enable-background
            font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight
            letter-spacing word-spacing text-anchor text-decoration dominant-baseline alignment-baseline
            baseline-shift writing-mode direction unicode-bidi kerning
            gradientUnits gradientTransform spreadMethod fx fy fr offset stop-color stop-opacity
            clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform
            markerUnits markerWidth markerHeight orient refX refY marker marker-start marker-mid marker-end
            filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 stdDeviation
            flood-color flood-opacity
            """
        );

    /// <summary>What editors and assistive technology note, left out: it draws nothing.</summary>
    public static bool IsNote(string attribute) =>
        attribute.StartsWith("data-", StringComparison.Ordinal)
        || attribute.StartsWith("aria-", StringComparison.Ordinal);

    /// <summary>True for a style or value that names colours, lengths and parts of the same drawing alone.</summary>
    public static bool IsPassiveStyle(string text) => !Active().IsMatch(text);

    private static FrozenSet<string> Set(string names) =>
        names.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    // Rules with @ load and animate, a backslash disguises letters, and url() may name the drawing's own parts only.
    [GeneratedRegex(
        """@|\\|:\s*//|(?:java|vb)script|expression\s*\(|image(?:-set)?\s*\(|src\s*\(|url\s*\((?!\s*["']?#)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Active();
}
