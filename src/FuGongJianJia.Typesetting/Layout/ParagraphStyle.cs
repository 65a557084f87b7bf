using FuGongJianJia.Typesetting.Drawing;
using FuGongJianJia.Typesetting.Text;

namespace FuGongJianJia.Typesetting.Layout;

/// <summary>How a paragraph is set（段落样式）. Change one with <c>with</c>.</summary>
public sealed record ParagraphStyle
{
    /// <summary>Face.</summary>
    public FontRole Role { get; init; } = FontRole.Song;

    /// <summary>Type size, points.</summary>
    public double Size { get; init; } = TypeSize.SmallFour;

    /// <summary>Line pitch, baseline to baseline（行距）, points; 0 for 1.5 ems.</summary>
    public double Leading { get; init; }

    /// <summary>Colour.</summary>
    public Ink Ink { get; init; } = new(Rgb.Black, "ink");

    /// <summary>Space after every character（字距）, ems.</summary>
    public double LetterSpacing { get; init; }

    /// <summary>First-line indent, ems of the paragraph's size; negative hangs the first line.</summary>
    public double Indent { get; init; }

    /// <summary>Indent of every line at the left, ems.</summary>
    public double Left { get; init; }

    /// <summary>Indent of every line at the right, ems.</summary>
    public double Right { get; init; }

    /// <summary>Alignment.</summary>
    public TextAlignment Align { get; init; }

    /// <summary>White above, points; none at the top of a page.</summary>
    public double Before { get; init; }

    /// <summary>White below, points.</summary>
    public double After { get; init; }

    /// <summary>Never the last on a page while something follows.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>All its lines on one page.</summary>
    public bool KeepLines { get; init; }

    /// <summary>
    /// Lines of a heading or title as even as can be, the longer above the shorter（上梯形）,
    /// broken at the U+200B given in the text when there are any.
    /// </summary>
    public bool Balanced { get; init; }

    /// <summary>Begin on a line of the page's grid, when the page has one.</summary>
    public bool OnGrid { get; init; }

    /// <summary>
    /// Take a whole number of ems as the measure, so that characters stand in columns (justified text).
    /// </summary>
    public bool WholeEms { get; init; }

    /// <summary>Line pitch that is used.</summary>
    public double Pitch => Leading > 0 ? Leading : Size * 1.5;
}
