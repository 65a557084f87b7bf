using System.Buffers;
using System.Text;
using FuGongJianJia.Typesetting.Drawing;

namespace FuGongJianJia.Theme.Charts;

/// <summary>Numbers, colours and texts of SVG markup（SVG 的写法）, appended in place: a page writes some thousand of them.</summary>
internal static class SvgText
{
    // Marks of markup, and characters that XML 1.0 does not allow and that would make the whole page unreadable to a strict parser.
    private static readonly SearchValues<char> Special =
        SearchValues.Create("&<>\"'" + string.Concat(Enumerable.Range(0, ' ').Select(c => (char)c).Except(['\t', '\n', '\r'])));

    /// <summary>Two decimals at most, no padding.</summary>
    public static StringBuilder Number(this StringBuilder text, double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        Span<char> buffer = stackalloc char[24];
        var at = buffer.Length;
        var rest = Math.Abs(hundredths);
        var (whole, part) = (rest / 100, rest % 100);
        if (part != 0)
        {
            if (part % 10 != 0)
            {
                buffer[--at] = (char)('0' + (part % 10));
            }

            buffer[--at] = (char)('0' + (part / 10));
            buffer[--at] = '.';
        }

        do
        {
            buffer[--at] = (char)('0' + (whole % 10));
            whole /= 10;
        }
        while (whole > 0);
        if (hundredths < 0)
        {
            buffer[--at] = '-';
        }

        return text.Append(buffer[at..]);
    }

    /// <summary>A number as an attribute, with the space before it.</summary>
    public static StringBuilder Attribute(this StringBuilder text, string name, double value) => text.Append(' ').Append(name).Append("=\"").Number(value).Append('"');

    /// <summary>A text that needs no escaping as an attribute, with the space before it.</summary>
    public static StringBuilder Attribute(this StringBuilder text, string name, string value) => text.Append(' ').Append(name).Append("=\"").Append(value).Append('"');

    /// <summary>A colour as an attribute: fill="#A3201D".</summary>
    public static StringBuilder Attribute(this StringBuilder text, string name, Rgb value) => text.Append(' ').Append(name).Append("=\"").Hex(value).Append('"');

    /// <summary>#A3201D.</summary>
    public static StringBuilder Hex(this StringBuilder text, Rgb color) => text.Append('#').Pair(color.R).Pair(color.G).Pair(color.B);

    /// <summary>Text of people, with what markup would read as its own escaped.</summary>
    public static StringBuilder Escape(this StringBuilder result, ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            result.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", '\'' => "&#39;", _ => "\uFFFD" });
            text = text[(at + 1)..];
        }

        return result.Append(text);
    }

    private static StringBuilder Pair(this StringBuilder text, byte value) => text.Append(Digit(value >> 4)).Append(Digit(value & 15));

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
