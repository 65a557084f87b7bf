using System.Globalization;
using System.Text;

namespace FuGongJianJia.Text;

/// <summary>
/// Text as it stands, with nothing in it that acts unseen（可见文字）: controls that command a terminal, line ends, marks
/// that turn the direction of writing, characters without width, halves of a pair. Each is shown by its number.
/// </summary>
public static class VisibleText
{
    /// <summary>The text with every unseen character as an escape, such as \n, \u001B, \u202E.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(IsSuspect))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; )
        {
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            var length = whole ? rune.Utf16SequenceLength : 1;
            if (!whole || IsUnseen(rune))
            {
                visible.Append(Escape(whole ? rune.Value : text[at]));
            }
            else
            {
                visible.Append(text, at, length);
            }

            at += length;
        }

        return visible.ToString();
    }

    private static bool IsSuspect(char c) => char.IsSurrogate(c) || IsUnseen(new Rune(c));

    private static bool IsUnseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static string Escape(int value) =>
        value switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{value:X4}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"\\u{{{value:X}}}"),
        };
}
