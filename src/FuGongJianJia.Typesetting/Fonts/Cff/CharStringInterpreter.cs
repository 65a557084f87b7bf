using FuGongJianJia.Typesetting.Fonts.Tables;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>Draws a Type 2 charstring（字形程序解释; Adobe TN 5177）; hints are passed over.</summary>
internal sealed class CharStringInterpreter(CffOutlines font, IOutlineSink sink)
{
    private const int MaximumDepth = 10;
    private readonly double[] _stack = new double[64];
    private readonly double[] _memory = new double[32];
    private int _count;
    private int _stems;
    private double _x;
    private double _y;
    private bool _begun;

    /// <summary>
    /// The number before the arguments of the first operator: width less nominalWidthX; null for the default width.
    /// </summary>
    public double? WidthOperand { get; private set; }

    public void Run(ushort glyph)
    {
        try
        {
            Execute(font.CharString(glyph).Span, glyph, 0);
        }
        catch (Exception damage) when (damage is IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            throw new FontFormatException($"The charstring of glyph {glyph} is damaged.", damage);
        }
    }

    private bool Execute(ReadOnlySpan<byte> code, ushort glyph, int depth)
    {
        if (depth > MaximumDepth)
            throw new FontFormatException(
                $"The charstring of glyph {glyph} calls subroutines more than {MaximumDepth} deep."
            );
        for (var i = 0; i < code.Length; )
        {
            int b = code[i++];
            switch (b)
            {
                case 28:
                    Push((short)((code[i] << 8) | code[i + 1]));
                    i += 2;
                    break;
                case >= 32 and <= 246:
                    Push(b - 139);
                    break;
                case >= 247 and <= 250:
                    Push(((b - 247) * 256) + code[i++] + 108);
                    break;
                case >= 251 and <= 254:
                    Push((-(b - 251) * 256) - code[i++] - 108);
                    break;
                case 255:
                    Push(((code[i] << 24) | (code[i + 1] << 16) | (code[i + 2] << 8) | code[i + 3]) / 65536.0);
                    i += 4;
                    break;
                case 1 or 3 or 18 or 23:
                    TakeWidth(_count % 2 == 1);
                    _stems += _count / 2;
                    _count = 0;
                    break;
                case 19 or 20:
                    TakeWidth(_count % 2 == 1);
                    _stems += _count / 2;
                    _count = 0;
                    i += (_stems + 7) / 8;
                    break;
                case 10:
                    if (Execute(font.LocalSubr(glyph, (int)Pop()), glyph, depth + 1))
                        return true;
                    break;
                case 29:
                    if (Execute(font.GlobalSubr((int)Pop()), glyph, depth + 1))
                        return true;
                    break;
                case 11:
                    return false;
                case 14:
                    TakeWidth(_count is 1 or 5);
                    EndChar(depth);
                    return true;
                case 12:
                    Escape(code[i++]);
                    break;
                default:
                    TakeWidth(_count > (b == 21 ? 2 : 1));
                    Path(b);
                    _count = 0;
                    break;
            }
        }

        return false;
    }

    private void TakeWidth(bool present)
    {
        if (!_begun && present)
            WidthOperand = _stack[0];
        _begun = true;
    }

    private void EndChar(int depth)
    {
        if (_count < 4)
            return;
        var (dx, dy, letter, accent) = (
            _stack[_count - 4],
            _stack[_count - 3],
            font.StandardGlyph((int)_stack[_count - 2]),
            font.StandardGlyph((int)_stack[_count - 1])
        );
        (_count, _stems, _x, _y) = (0, 0, 0, 0);
        Execute(font.CharString(letter).Span, letter, depth + 1);
        (_count, _stems, _x, _y) = (0, 0, dx, dy);
        Execute(font.CharString(accent).Span, accent, depth + 1);
    }

    private void Path(int op)
    {
        var s = _stack.AsSpan(0, _count);
        switch (op)
        {
            case 21:
                Move(s[^2], s[^1]);
                break;
            case 22:
                Move(s[^1], 0);
                break;
            case 4:
                Move(0, s[^1]);
                break;
            case 5:
                for (var i = 0; i + 1 < s.Length; i += 2)
                    Line(s[i], s[i + 1]);
                break;
            case 6 or 7:
                for (var i = 0; i < s.Length; i++)
                    Line((op == 6) == (i % 2 == 0) ? s[i] : 0, (op == 6) == (i % 2 == 0) ? 0 : s[i]);
                break;
            case 8 or 24:
                var k = 0;
                for (; k + 5 < s.Length; k += 6)
                    Curve(s[k], s[k + 1], s[k + 2], s[k + 3], s[k + 4], s[k + 5]);
                if (op == 24)
                    Line(s[k], s[k + 1]);
                break;
            case 25:
                var m = 0;
                for (; m + 7 < s.Length; m += 2)
                    Line(s[m], s[m + 1]);
                Curve(s[m], s[m + 1], s[m + 2], s[m + 3], s[m + 4], s[m + 5]);
                break;
            case 26:
                var vx = s.Length % 4 == 1 ? s[0] : 0;
                for (var i = s.Length % 4; i + 3 < s.Length; i += 4, vx = 0)
                    Curve(vx, s[i], s[i + 1], s[i + 2], 0, s[i + 3]);
                break;
            case 27:
                var hy = s.Length % 4 == 1 ? s[0] : 0;
                for (var i = s.Length % 4; i + 3 < s.Length; i += 4, hy = 0)
                    Curve(s[i], hy, s[i + 1], s[i + 2], s[i + 3], 0);
                break;
            case 30 or 31:
                var horizontal = op == 31;
                for (var i = 0; i + 3 < s.Length; i += 4, horizontal = !horizontal)
                {
                    var last = s.Length - i == 5 ? s[i + 4] : 0;
                    if (horizontal)
                        Curve(s[i], 0, s[i + 1], s[i + 2], last, s[i + 3]);
                    else
                        Curve(0, s[i], s[i + 1], s[i + 2], s[i + 3], last);
                }

                break;
            default:
                throw new FontFormatException($"A charstring holds the reserved operator {op}.");
        }
    }

    private void Escape(int op)
    {
        var s = _stack;
        switch (op)
        {
            case 34:
                Curve(s[0], 0, s[1], s[2], s[3], 0);
                Curve(s[4], 0, s[5], -s[2], s[6], 0);
                _count = 0;
                break;
            case 35:
                Curve(s[0], s[1], s[2], s[3], s[4], s[5]);
                Curve(s[6], s[7], s[8], s[9], s[10], s[11]);
                _count = 0;
                break;
            case 36:
                Curve(s[0], s[1], s[2], s[3], s[4], 0);
                Curve(s[5], 0, s[6], s[7], s[8], -(s[1] + s[3] + s[7]));
                _count = 0;
                break;
            case 37:
                var (dx, dy) = (s[0] + s[2] + s[4] + s[6] + s[8], s[1] + s[3] + s[5] + s[7] + s[9]);
                var across = Math.Abs(dx) > Math.Abs(dy);
                Curve(s[0], s[1], s[2], s[3], s[4], s[5]);
                Curve(s[6], s[7], s[8], s[9], across ? s[10] : -dx, across ? -dy : s[10]);
                _count = 0;
                break;
            default:
                Calculate(op);
                break;
        }
    }

    private void Calculate(int op)
    {
        switch (op)
        {
            case 9:
                Push(Math.Abs(Pop()));
                break;
            case 14:
                Push(-Pop());
                break;
            case 18:
                Pop();
                break;
            case 26:
                Push(Math.Sqrt(Pop()));
                break;
            case 27:
                Push(_stack[_count - 1]);
                break;
            case 29:
                var depth = (int)Pop();
                Push(_stack[_count - 1 - Math.Max(depth, 0)]);
                break;
            case 20:
                var place = (int)Pop();
                _memory[place] = Pop();
                break;
            case 21:
                Push(_memory[(int)Pop()]);
                break;
            case 3 or 4 or 10 or 11 or 12 or 15 or 24 or 28:
                var (second, first) = (Pop(), Pop());
                if (op == 28)
                    Push(second);
                Push(
                    op switch
                    {
                        3 => first != 0 && second != 0 ? 1 : 0,
                        4 => first != 0 || second != 0 ? 1 : 0,
                        10 => first + second,
                        11 => first - second,
                        12 => first / second,
                        15 => first == second ? 1 : 0,
                        24 => first * second,
                        _ => first,
                    }
                );
                break;
            default:
                throw new FontFormatException($"A charstring holds the operator 12 {op}, which is not supported.");
        }
    }

    private void Push(double value) => _stack[_count++] = value;

    private double Pop() => _stack[--_count];

    private void Move(double dx, double dy) => sink.Move(_x += dx, _y += dy);

    private void Line(double dx, double dy) => sink.Line(_x += dx, _y += dy);

    private void Curve(double dx1, double dy1, double dx2, double dy2, double dx, double dy)
    {
        var (x1, y1) = (_x + dx1, _y + dy1);
        var (x2, y2) = (x1 + dx2, y1 + dy2);
        sink.Curve(x1, y1, x2, y2, _x = x2 + dx, _y = y2 + dy);
    }
}
