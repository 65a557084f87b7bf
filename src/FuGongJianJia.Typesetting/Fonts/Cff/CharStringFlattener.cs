using System.Runtime.InteropServices;
using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>
/// Writes a charstring with the subroutines it calls in their places and without hints（展开子程序）: what a subset then
/// holds is exactly what its glyphs use, and Flate finds the repetition again. Outlines and widths stay as they were.
/// </summary>
internal ref struct CharStringFlattener
{
    private const int MaximumDepth = 10;
    private readonly CffOutlines _font;
    private readonly ushort _glyph;
    private readonly List<byte> _output;

    // For each number on the stack: where its literal begins in the output.
    private readonly Span<int> _starts;
    private int _count;
    private int _stems;
    private bool _begun;

    private CharStringFlattener(CffOutlines font, ushort glyph, List<byte> output, Span<int> starts)
    {
        _font = font;
        _glyph = glyph;
        _output = output;
        _starts = starts;
    }

    public static byte[] Flatten(CffOutlines font, ushort glyph)
    {
        var output = new List<byte>(512);
        var code = font.CharString(glyph);
        try
        {
            return new CharStringFlattener(font, glyph, output, stackalloc int[64]).Copy(code.Span, 0) != Result.Unusual
                ? output.ToArray()
                : Redraw(font, glyph);
        }
        catch (Exception damage) when (damage is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new FontFormatException($"The charstring of glyph {glyph} is damaged.", damage);
        }
    }

    // Arithmetic and composed accents cannot be copied piece by piece; the outline alone can.
    private static byte[] Redraw(CffOutlines font, ushort glyph)
    {
        var pen = new CharStringPen();
        return pen.Finish(font.Trace(glyph, pen));
    }

    private Result Copy(ReadOnlySpan<byte> code, int depth)
    {
        if (depth > MaximumDepth)
            throw new FontFormatException(
                $"The charstring of glyph {_glyph} calls subroutines more than {MaximumDepth} deep."
            );
        for (var i = 0; i < code.Length; )
        {
            int b = code[i];
            var length = b switch
            {
                28 => 3,
                >= 247 and <= 254 => 2,
                255 => 5,
                12 => 2,
                _ => 1,
            };
            var token = code.Slice(i, length);
            i += length;
            if (b is 28 or >= 32)
            {
                _starts[_count++] = _output.Count;
                _output.AddRange(token);
                continue;
            }

            switch (b)
            {
                case 10 or 29:
                    var number = TakeNumber();
                    var result = Copy(b == 10 ? _font.LocalSubr(_glyph, number) : _font.GlobalSubr(number), depth + 1);
                    if (result != Result.Returned)
                        return result;
                    break;
                case 11:
                    return Result.Returned;
                case 14:
                    if (_count >= 4)
                        return Result.Unusual;
                    _output.AddRange(token);
                    return Result.Ended;
                case 1 or 3 or 18 or 23:
                    DropStems();
                    break;
                case 19 or 20:
                    DropStems();
                    i += (_stems + 7) / 8;
                    break;
                case 12 when token[1] is < 34 or > 37:
                    return Result.Unusual;
                default:
                    _output.AddRange(token);
                    (_count, _begun) = (0, true);
                    break;
            }
        }

        return Result.Returned;
    }

    // The operands of a stem go from the output again; an odd one before those of the first operator is the width.
    private void DropStems()
    {
        var kept = !_begun && _count % 2 == 1 ? 1 : 0;
        if (_count > kept)
            _output.RemoveRange(_starts[kept], _output.Count - _starts[kept]);
        _stems += _count / 2;
        (_count, _begun) = (0, true);
    }

    // The number of a subroutine is the literal before the call, wherever it was written: it goes from the output
    // again.
    private int TakeNumber()
    {
        var start = _starts[--_count];
        var literal = CollectionsMarshal.AsSpan(_output)[start..];
        int b = literal[0];
        var value = b switch
        {
            28 => (short)((literal[1] << 8) | literal[2]),
            >= 32 and <= 246 => b - 139,
            >= 247 and <= 250 => ((b - 247) * 256) + literal[1] + 108,
            >= 251 and <= 254 => (-(b - 251) * 256) - literal[1] - 108,
            _ => (short)((literal[1] << 8) | literal[2]),
        };
        _output.RemoveRange(start, _output.Count - start);
        return value;
    }

    private enum Result
    {
        Returned,
        Ended,
        Unusual,
    }
}
