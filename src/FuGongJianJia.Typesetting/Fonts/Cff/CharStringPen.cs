using System.Buffers;
using System.Buffers.Binary;

namespace FuGongJianJia.Typesetting.Fonts.Cff;

/// <summary>Writes an outline as a plain charstring without hints（轮廓重写）.</summary>
internal sealed class CharStringPen : IOutlineSink
{
    private readonly ArrayBufferWriter<byte> _output = new(512);
    private double _x;
    private double _y;

    public void Move(double x, double y) => Write(21, x, y);

    public void Line(double x, double y) => Write(5, x, y);

    public void Curve(double x1, double y1, double x2, double y2, double x, double y)
    {
        Delta(x1, y1);
        Delta(x2, y2);
        Write(8, x, y);
    }

    /// <summary>The charstring, with the width operand before its first operator.</summary>
    public byte[] Finish(double? width)
    {
        _output.Write([(byte)14]);
        if (width is not { } operand)
            return _output.WrittenSpan.ToArray();
        var whole = new byte[5 + _output.WrittenCount];
        Encode(operand, whole);
        _output.WrittenSpan.CopyTo(whole.AsSpan(5));
        return whole;
    }

    private void Write(byte op, double x, double y)
    {
        Delta(x, y);
        _output.Write([op]);
    }

    private void Delta(double x, double y)
    {
        Number(x - _x);
        Number(y - _y);
        (_x, _y) = (x, y);
    }

    private void Number(double value)
    {
        Span<byte> bytes = stackalloc byte[5];
        Encode(value, bytes);
        _output.Write(bytes);
    }

    // 16.16 fixed point.
    private static void Encode(double value, Span<byte> bytes)
    {
        bytes[0] = 255;
        BinaryPrimitives.WriteInt32BigEndian(bytes[1..], (int)Math.Round(value * 65536, MidpointRounding.AwayFromZero));
    }
}
