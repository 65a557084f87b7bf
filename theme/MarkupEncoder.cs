using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace FuGongJianJia.Theme;

/// <summary>
/// Escapes texts of people（转义）, the one way for pages and figures: what markup would read as its own is escaped, and a
/// character that XML 1.0 does not allow, which would make the whole page unreadable to a strict parser, becomes
/// U+FFFD.
/// Everything else stays itself, where the framework's encoder would write +, full-width spaces and rare characters as
/// numbers.
/// </summary>
internal sealed class MarkupEncoder : HtmlEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'" + string.Concat(Enumerable.Range(0, ' ').Select(c => (char)c).Except(['\t', '\n', '\r']))
    );

    private MarkupEncoder() { }

    /// <summary>The encoder.</summary>
    public static MarkupEncoder Instance { get; } = new();

    /// <inheritdoc />
    public override int MaxOutputCharactersPerInputCharacter => "&quot;".Length;

    /// <inheritdoc />
    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar <= char.MaxValue && Special.Contains((char)unicodeScalar);

    /// <inheritdoc />
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        new ReadOnlySpan<char>(text, textLength).IndexOfAny(Special);

    /// <inheritdoc />
    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar,
        char* buffer,
        int bufferLength,
        out int numberOfCharactersWritten
    )
    {
        var to = new Span<char>(buffer, bufferLength);
        var escape = unicodeScalar switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ => WillEncode(unicodeScalar) ? "\uFFFD" : null,
        };
        if (escape is null)
        {
            return new Rune(unicodeScalar).TryEncodeToUtf16(to, out numberOfCharactersWritten);
        }

        var fits = escape.TryCopyTo(to);
        numberOfCharactersWritten = fits ? escape.Length : 0;
        return fits;
    }
}
