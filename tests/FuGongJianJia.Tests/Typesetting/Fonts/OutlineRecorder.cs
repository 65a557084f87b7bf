using System.Text;
using FuGongJianJia.Typesetting.Fonts.Cff;

namespace FuGongJianJia.Tests.Typesetting.Fonts;

/// <summary>Writes down what a charstring draws, so that two can be compared.</summary>
internal sealed class OutlineRecorder : IOutlineSink
{
    // Operators of a Private DICT: width of glyphs without one of their own, and what the others are counted from.
    private const int DefaultWidth = 20;
    private const int NominalWidth = 21;

    private readonly StringBuilder _text = new();

    public static string Outline(CffOutlines font, ushort glyph)
    {
        var recorder = new OutlineRecorder();
        font.Trace(glyph, recorder);
        return recorder._text.ToString();
    }

    /// <summary>Advance width that the charstring itself gives, in font units.</summary>
    public static double WidthOf(CffOutlines font, ushort glyph)
    {
        var hints = font.Fonts[font.FontDictOf(glyph)].Private;
        return font.Trace(glyph, new OutlineBounds()) is { } operand
            ? hints.Integer(NominalWidth, 0) + operand
            : hints.Integer(DefaultWidth, 0);
    }

    public void Move(double x, double y) => _text.AppendLine(FormattableString.Invariant($"M {x} {y}"));

    public void Line(double x, double y) => _text.AppendLine(FormattableString.Invariant($"L {x} {y}"));

    public void Curve(double x1, double y1, double x2, double y2, double x, double y) =>
        _text.AppendLine(FormattableString.Invariant($"C {x1} {y1} {x2} {y2} {x} {y}"));
}
