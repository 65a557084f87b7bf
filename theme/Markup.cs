using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using FuGongJianJia.Typesetting.Drawing;
using Microsoft.AspNetCore.Components;

namespace FuGongJianJia.Theme;

/// <summary>
/// Markup as UTF-8（标记）, written in place: every page and every figure in it goes through one of these, and nothing
/// stands in between.
/// <c>to.Write($"&lt;td&gt;{text}&lt;/td&gt;")</c> takes what the program says as it stands and escapes what it is
/// given. One writer serves one thread.
/// What runs hundreds of times a page, here and in what writes by it, is compiled once and for good
/// (AggressiveOptimization): the runtime would find out only
/// after a second of pages.
/// </summary>
internal sealed class Markup
{
    private const int Few = 14;

    // Marks of markup, and characters that XML 1.0 does not allow.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "&<>\"'" + string.Concat(Enumerable.Range(0, ' ').Select(c => (char)c).Except(['\t', '\n', '\r']))
    );

    private byte[] _buffer = new byte[64 * 1024];
    private int _used;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _used);

    /// <summary>What was written, for others to keep.</summary>
    public byte[] ToArray()
    {
        // Cleared first it would cost as much again.
        var bytes = GC.AllocateUninitializedArray<byte>(_used);
        Written.CopyTo(bytes);
        return bytes;
    }

    /// <summary>Starts anew, in the room there is.</summary>
    public void Clear() => _used = 0;

    /// <summary>
    /// Literals as they stand; texts and names escaped; numbers with two decimals at most, no padding; colours as
    /// #A3201D.
    /// </summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Hole markup)
    {
        // The handler has written it all.
    }

    /// <summary>Markup as it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Raw(ReadOnlySpan<byte> markup)
    {
        Room(markup.Length);
        markup.CopyTo(_buffer.AsSpan(_used));
        _used += markup.Length;
    }

    /// <summary>Markup as it stands.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Raw(ReadOnlySpan<char> markup)
    {
        // No UTF-16 unit takes more than three bytes of UTF-8.
        Room(markup.Length * 3);
        var letters = Ascii(markup, _buffer.AsSpan(_used));
        _used += letters;
        if (letters < markup.Length)
        {
            _used += Encoding.UTF8.GetBytes(markup[letters..], _buffer.AsSpan(_used));
        }
    }

    /// <summary>
    /// Text of people: what markup would read as its own is escaped, and a character that XML 1.0 does not allow, which
    /// would make the whole page unreadable to
    /// a strict parser, becomes U+FFFD.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Text(ReadOnlySpan<char> text)
    {
        if (text.Length <= Few)
        {
            Letters(text);
            return;
        }

        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            Raw(text[..at]);
            Raw(Escape(text[at]));
            text = text[(at + 1)..];
        }

        Raw(text);
    }

    /// <summary>Two decimals at most, no padding; half away from zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Number(double value)
    {
        var hundredths = (long)Math.Round(value * 100, MidpointRounding.AwayFromZero);
        Room(24);
        if (hundredths < 0)
        {
            _buffer[_used++] = (byte)'-';
        }

        var (whole, part) = Math.DivRem(Math.Abs(hundredths), 100);
        whole.TryFormat(_buffer.AsSpan(_used), out var digits, provider: CultureInfo.InvariantCulture);
        _used += digits;
        if (part != 0)
        {
            _buffer[_used++] = (byte)'.';
            _buffer[_used++] = (byte)('0' + (part / 10));
            if (part % 10 != 0)
            {
                _buffer[_used++] = (byte)('0' + (part % 10));
            }
        }
    }

    /// <summary>#A3201D.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Color(Rgb color)
    {
        Room(7);
        _buffer[_used++] = (byte)'#';
        Convert.TryToHexString([color.R, color.G, color.B], _buffer.AsSpan(_used), out _);
        _used += 6;
    }

    // Most texts are a few letters or a figure: done before the encoder would have begun.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Letters(ReadOnlySpan<char> text)
    {
        // The longest escape of a character is six bytes.
        Room(text.Length * 6);
        var (to, at) = (_buffer, _used);
        for (var i = 0; i < text.Length; i++)
        {
            int c = text[i];
            if (c < 0x80)
            {
                if (c is '&' or '<' or '>' or '"' or '\'' || (c < ' ' && c is not ('\t' or '\n' or '\r')))
                {
                    var escape = Escape((char)c);
                    escape.CopyTo(to.AsSpan(at));
                    at += escape.Length;
                }
                else
                {
                    to[at++] = (byte)c;
                }
            }
            else if (c >= 0x800 && !char.IsSurrogate((char)c))
            {
                to[at++] = (byte)(0xE0 | (c >> 12));
                to[at++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                to[at++] = (byte)(0x80 | (c & 0x3F));
            }
            else
            {
                var pair =
                    char.IsHighSurrogate((char)c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                at += Encoding.UTF8.GetBytes(text.Slice(i, pair), to.AsSpan(at));
                i += pair - 1;
            }
        }

        _used = at;
    }

    // Markup of the program is a few dozen letters at a time, done before the encoder would have begun: eight at once,
    // and where fewer are left the last eight
    // once more. Gives how many it wrote.
    private static int Ascii(ReadOnlySpan<char> text, Span<byte> to)
    {
        var letters = MemoryMarshal.Cast<char, ushort>(text);
        var (at, last) = (0, letters.Length - Vector128<ushort>.Count);
        while (at <= last)
        {
            var eight = Vector128.Create(letters[at..]);
            if (Vector128.GreaterThanAny(eight, Vector128.Create((ushort)0x7F)))
            {
                break;
            }

            Vector128.Narrow(eight, eight).GetLower().CopyTo(to[at..]);
            if (at == last)
            {
                return letters.Length;
            }

            at = Math.Min(at + Vector128<ushort>.Count, last);
        }

        for (; at < letters.Length && letters[at] < 0x80; at++)
        {
            to[at] = (byte)letters[at];
        }

        return at;
    }

    private static ReadOnlySpan<byte> Escape(char c) =>
        c switch
        {
            '&' => "&amp;"u8,
            '<' => "&lt;"u8,
            '>' => "&gt;"u8,
            '"' => "&quot;"u8,
            '\'' => "&#39;"u8,
            _ => "\uFFFD"u8,
        };

    private void Room(int bytes)
    {
        if (_buffer.Length - _used < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + bytes));
        }
    }

    /// <summary>What the compiler makes of <c>$"…"</c>: each part goes where it belongs as it comes.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Hole
    {
        private readonly Markup _to;

        /// <summary>Opens it.</summary>
        /// <param name="literalLength">Length of the literals.</param>
        /// <param name="formattedCount">How many holes.</param>
        /// <param name="to">Where to.</param>
        public Hole(int literalLength, int formattedCount, Markup to)
        {
            this._to = to;
            to.Room((literalLength * 3) + (formattedCount * 16));
        }

        /// <summary>Markup of the program itself.</summary>
        public void AppendLiteral(string literal) => _to.Raw(literal);

        /// <summary>Text of people.</summary>
        public void AppendFormatted(string? text) => _to.Text(text);

        /// <summary>Markup made elsewhere.</summary>
        public void AppendFormatted(MarkupString markup) => _to.Raw(markup.Value);

        /// <summary>A length or a place in a figure.</summary>
        public void AppendFormatted(double number) => _to.Number(number);

        /// <summary>A colour.</summary>
        public void AppendFormatted(Rgb color) => _to.Color(color);
    }
}
